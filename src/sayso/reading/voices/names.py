"""Names in and around source phrases: which mention is the speaker, its bare form, what kind of thing it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.phrase import (
    ARTICLES,
    DEMONSTRATIVES,
    INDEFINITE,
    LINKS,
    NUMBERS,
    OWNERS,
    PREPOSITIONS,
    RELATIVES,
    Phrase,
    listed,
)
from sayso.reading.voices.words import Word, words
from sayso.types.attribution import VoiceKind
from sayso.types.reading import EntityType, Mention
from sayso.types.span import Span

CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday".split()
)
PERSONAL = frozenset("i he she it they we you him them us me himself herself itself themselves who".split())
NO_NAME = PERSONAL | ARTICLES | PREPOSITIONS | RELATIVES | OWNERS | DEMONSTRATIVES | CALENDAR


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text without titles and articles."""

    span: Span
    person: bool
    place: bool = False
    found: bool = True  # by the model; else a capitalised run in a source that it has no mention for


def bare(text: str, span: Span, person: bool, lexicon: Lexicon) -> Span:
    """A name without article and trailing possessive, a person's also without titles and ranks."""
    found = list(words(text, span.begin, span.end))
    while len(found) > 1 and (found[0].key in ARTICLES or (person and "t" in (lexicon.roles.get(found[0].key) or ""))):
        found.pop(0)
    if not found:
        return span
    end = found[-1].end
    raw = text[found[-1].begin : end]
    if raw[-2:] in ("'s", "’s") and len(raw) > 2:
        end -= 2
    return Span(found[0].begin, end)


def names_of(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[Name, ...]:
    """Names of persons, organisations and places among the mentions, in order."""
    named = {EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE, EntityType.COUNTRY, EntityType.ARMED_FORCE}
    out = []
    for m in mentions:
        if m.type not in named or m.coarse is EntityType.TITLE:
            continue
        place = m.coarse is EntityType.PLACE or m.type is EntityType.COUNTRY
        span = _whole_words(text, m.span)
        found = words(text, span.begin, span.end)
        person = m.type is EntityType.PERSON and not _with_article(text, span, found, lexicon)
        if not found or _common(found, lexicon):
            continue  # only written with a capital ("Officials", "the Ministry", "MAYOR", "March")
        out.append(Name(bare(text, span, person, lexicon), person, place))
    return tuple(sorted(out, key=lambda n: (n.span.begin, n.span.end)))


def _whole_words(text: str, span: Span) -> Span:
    """A mention widened to whole words ("Shabaab" in "al-Shabaab")."""
    begin, end = span.begin, span.end
    while begin and (text[begin - 1].isalnum() or (text[begin - 1] in "-’'" and text[max(0, begin - 2)].isalnum())):
        begin -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return Span(begin, end)


def _with_article(text: str, span: Span, found: Sequence[Word], lexicon: Lexicon) -> bool:
    """True for "the Examiner": persons have no article, unless a title or a nationality comes first."""
    before = words(text, max(0, span.begin - 5), span.begin)
    if not found or not before or before[-1].key != "the" or text[before[-1].end : span.begin].strip():
        return False
    return lexicon.role(found[0].key) is None and found[0].key not in lexicon.nationalities


def _common(name: Sequence[Word], lexicon: Lexicon) -> bool:
    """True for a noun of the lists that is no name by itself, a month or a day, a bare title."""
    if len(name) > 1:
        return " ".join(w.key for w in name) in lexicon.roles
    word = name[0]
    return word.key in CALENDAR or (listed(word, lexicon) and "n" not in (lexicon.organisation(word.key) or ""))


def runs(text: str, source: Sequence[Word], taken: Sequence[Name], lexicon: Lexicon) -> tuple[Name, ...]:
    """Capitalised runs in a source that no mention covers: names that the model missed."""
    out: list[Name] = []
    shouting = text[source[0].begin : source[-1].end].isupper() and len(source) > 1 if source else False
    if shouting:
        return ()
    k = 0
    while k < len(source):
        end = k
        if k == 0 and source[k].key in INDEFINITE | NUMBERS:
            k = 1
            continue
        while end < len(source) and _name_word(source[end], text, taken, lexicon):
            end += 1
            if source[end - 1].possessive or (end < len(source) and source[end].comma):
                break
        if end > k:
            span = Span(source[k].begin, source[end - 1].end)
            before = source[k - 1] if k and not source[k].comma else None
            after = source[end:]
            person, place = _guess(span.of(text), before, after, lexicon)
            if not person and any(n.person and source[k].key in n.span.of(text).casefold().split() for n in taken):
                person = end == k + 1 and not place  # a surname by itself ("LANG: ...")
            out.append(Name(bare(text, span, person, lexicon), person, place, found=False))
        k = max(end, k + 1)
    return tuple(out)


def _name_word(word: Word, text: str, taken: Sequence[Name], lexicon: Lexicon) -> bool:
    if not word.capital or not text[word.begin].isalpha() or word.key in NO_NAME:
        return False
    if any(n.span.begin < word.end and word.begin < n.span.end for n in taken):
        return False
    return not listed(word, lexicon) and word.key not in lexicon.nationalities


def _guess(name: str, before: Word | None, after: Sequence[Word], lexicon: Lexicon) -> tuple[bool, bool]:
    """(person, place) of a name that only its spelling and its neighbours tell about."""
    parts = name.casefold().split()
    if name.casefold() in lexicon.countries or name.casefold() in lexicon.capitals:
        return False, True
    if lexicon.is_outlet(name) or (len(parts) == 1 and len(name) <= 5 and name.isupper()):
        return False, False
    if before is not None and (before.key in lexicon.media or lexicon.organisation(before.key) is not None):
        return False, False
    if before is not None and lexicon.role(before.key) is not None:
        return True, False
    if parts[0] in lexicon.genders:
        return True, False
    if after and after[0].comma and any(lexicon.role(w.key) is not None for w in after[1:6]):
        return True, False
    return 1 < len(parts) <= 3, False


def kind_of(text: str, name: Name, around: Sequence[str], lexicon: Lexicon) -> VoiceKind:
    """Kind of a named voice; ``around`` are the common nouns that stand beside the name."""
    if name.person:
        return VoiceKind.PERSON
    if name.place:
        return VoiceKind.ORGANISATION
    typed = any("t" in (lexicon.organisations.get(noun) or "") and noun not in lexicon.media for noun in around)
    if lexicon.known_outlet(name.span.of(text)) or (lexicon.is_outlet(name.span.of(text)) and not typed):
        return VoiceKind.OUTLET
    if any(noun in lexicon.media for noun in around) and not typed:
        return VoiceKind.OUTLET
    return VoiceKind.ORGANISATION


def speaker_name(phrase: Phrase, names: Sequence[Name], lexicon: Lexicon) -> Name | None:
    """The name that heads a source phrase or stands beside its head, ``None`` when nobody is named."""
    inside = [n for n in names if phrase.words[0].begin <= n.span.begin and n.span.end <= phrase.words[-1].end]
    core_end = phrase.core[-1].end
    written = phrase.noun in lexicon.documents or phrase.noun in lexicon.channels
    for name in inside:
        if written and name.span.begin > phrase.core[phrase.head].begin:
            return None  # "a poll by the institute Vox Neris"
        if name.span.end <= core_end and _heads(phrase.core, name, lexicon):
            return name
    if written:
        return None
    for part in phrase.parts[1:]:
        if part[0].key in RELATIVES and not {"name", "names", "sign"} & {w.key for w in part}:
            return None  # "who gave only his first name, Nasir" names the speaker
        for name in inside:
            if part[0].begin <= name.span.begin and name.span.end <= part[-1].end and _alone(part, name, lexicon):
                return name
    return None


def _place_in(part: Sequence[Word], name: Name) -> tuple[int, int]:
    hit = [k for k, w in enumerate(part) if w.begin < name.span.end and name.span.begin < w.end]
    return (hit[0], hit[-1] + 1) if hit else (0, 0)


def _heads(core: Sequence[Word], name: Name, lexicon: Lexicon) -> bool:
    """True when the name is the head of the phrase and neither owner, modifier nor complement."""
    first, end = _place_in(core, name)
    if end == 0:
        return False
    if end < len(core):
        if core[end - 1].possessive or not _ends_name(core, end, name, lexicon):
            return False
    return not _governed(core, first, name.person, lexicon)


def _ends_name(core: Sequence[Word], end: int, name: Name, lexicon: Lexicon) -> bool:
    """True when ``core[end]``, the word behind a name, does not make the name its modifier."""
    after = core[end]
    if after.key in PREPOSITIONS or after.key in RELATIVES or after.key.isdigit():
        return True
    if after.key.endswith(("ed", "ing")) and not listed(after, lexicon):
        return True
    if name.person:
        return False
    medium = after.key in lexicon.media - {"paper"} and end + 1 == len(core)
    return after.key in LINKS or (medium and not name.place and core[0].key not in ("a", "an"))


def _governed(core: Sequence[Word], first: int, person: bool, lexicon: Lexicon) -> bool:
    """True when a preposition before ``core[first]`` takes that word ("spokesman for President X")."""
    beside = core[first - 1] if first else None
    plain = beside is not None and not beside.capital and beside.key not in lexicon.nationalities
    if plain and beside is not None and lexicon.role(beside.key) is None and lexicon.organisation(beside.key) is None:
        person = False  # "a healer of the clinic Mercy"
    for k in range(first - 1, -1, -1):
        word = core[k]
        if word.key in PREPOSITIONS or word.key in RELATIVES:
            return k > 0
        if not person:
            continue
        if word.possessive or lexicon.organisation(word.key) is not None:
            return False
        known = lexicon.role(word.key) is not None or word.key in ARTICLES or word.key in lexicon.nationalities
        if word.capital and not word.key.isdigit() and not known:
            return False
    return False


def _alone(part: Sequence[Word], name: Name, lexicon: Lexicon) -> bool:
    """True when an apposition is no more than the name with its titles."""
    first, end = _place_in(part, name)
    if end == 0 or (end < len(part) and not (part[end].key in PREPOSITIONS or part[end].key in RELATIVES)):
        return False
    if part[end - 1].possessive and end < len(part):
        return False
    return not any(w.key in PREPOSITIONS or w.key in RELATIVES for w in part[:first])
