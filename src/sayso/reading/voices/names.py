"""Names in the text: their bare form, and whether each is a person, a place or something else."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.phrase import ARTICLES, PREPOSITIONS, RELATIVES, listed
from sayso.reading.voices.words import Word, words
from sayso.types.attribution import VoiceKind
from sayso.types.reading import EntityType, Mention
from sayso.types.span import Span

CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday".split()
)
INNER = frozenset("of the and for de la al el du des von van der & in".split())  # words inside names


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text without titles and articles."""

    span: Span
    person: bool
    place: bool = False
    found: bool = True  # by the model; else a capitalised run in a source that it has no mention for


def bare(text: str, span: Span, person: bool, lexicon: Lexicon) -> Span:
    """A name without article, trailing possessive and the common nouns before it, a person's also without titles.

    ``span`` is kept where nothing would be left.
    """
    found = list(words(text, span.begin, span.end))
    for k in range(len(found) - 1, 0, -1):  # "Telegram channel Steppe Watch", "so-called Observatory"
        if not found[k - 1].capital and found[k - 1].key not in INNER and all(w.capital for w in found[k : k + 1]):
            found = found[k:]
            break
    if person:
        found = found[_titles(found, lexicon) :]
    while len(found) > 1 and (found[0].key in ARTICLES or (person and _country(found, lexicon))):
        found.pop(0)
    while len(found) > 1 and not found[-1].capital:
        found.pop()
    if not found:
        return span
    end = found[-1].end
    raw = text[found[-1].begin : end]
    if raw[-2:] in ("'s", "’s") and len(raw) > 2:
        end -= 2
    return Span(found[0].begin, end)


def _titles(found: Sequence[Word], lexicon: Lexicon) -> int:
    """Number of words up to the last title before a person's name ("Divisional Commissioner" Anil Wakhloo: 2)."""
    roles = [k for k, w in enumerate(found[:-1]) if lexicon.role(w.key) is not None]
    if not roles or (roles[-1] and len(found) - roles[-1] < 3):
        return 1 if roles[:1] == [0] else 0  # "Stephen King Jr" keeps his name
    return roles[-1] + 1


def _country(found: Sequence[Word], lexicon: Lexicon) -> bool:
    """True for a country or nationality before a person's name of two words."""
    return len(found) > 2 and (found[0].key in lexicon.countries or found[0].key in lexicon.nationalities)


def names_of(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[Name, ...]:
    """Names of persons, organisations and places among the mentions, in order."""
    named = {EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE, EntityType.COUNTRY, EntityType.ARMED_FORCE}
    out = []
    for m in _joined(text, mentions, lexicon):
        if m.type not in named or m.coarse is EntityType.TITLE:
            continue
        place = m.coarse is EntityType.PLACE or m.type is EntityType.COUNTRY
        span = _whole_words(text, m.span)
        found = [w for w in words(text, span.begin, span.end) if w.key not in ARTICLES]
        if span.of(text).islower() or not found or _common(found, lexicon):
            continue  # only written with a capital ("Officials", "the Ministry", "MAYOR", "March")
        person = m.type is EntityType.PERSON
        out.append(retyped(text, Name(bare(text, span, person, lexicon), person, place), lexicon))
    return tuple(sorted(set(out), key=lambda n: (n.span.begin, n.span.end)))


def _joined(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """Mentions that follow each other and make one known outlet or one name of the text ("Israel" + "Hayom")."""
    whole = {m.span.of(text): m for m in mentions}
    out: list[Mention] = []
    for m in sorted(mentions, key=lambda m: (m.span.begin, m.span.end, m.type.value)):
        if out and out[-1].span.end < m.span.begin and not text[out[-1].span.end : m.span.begin].strip():
            span = Span(out[-1].span.begin, m.span.end)
            if lexicon.known_outlet(span.of(text)):
                out[-1] = replace(m, span=span, type=EntityType.ORGANISATION, coarse=EntityType.ORGANISATION)
                continue
            if span.of(text) in whole:
                out[-1] = replace(whole[span.of(text)], span=span)
                continue
        out.append(m)
    return out


def agreed(text: str, names: Sequence[Name], publisher: str) -> tuple[Name, ...]:
    """Names with one type for the same words: a surname is a person, the publisher is none, else the majority."""
    surnames = {w for n in names if n.person for w in n.span.of(text).casefold().split()[1:]}
    votes: dict[str, int] = {}
    for n in names:
        votes[n.span.of(text)] = votes.get(n.span.of(text), 0) + (1 if n.person else -1)
    out = []
    for n in names:
        words_of_it = n.span.of(text)
        if f" {words_of_it.casefold()} " in f" {publisher.casefold()} ":
            n = replace(n, person=False, place=False)
        elif not n.person and words_of_it.casefold() in surnames:
            n = replace(n, person=True, place=False)
        elif n.person and votes[words_of_it] <= 0:
            n = replace(n, person=False)
        out.append(n)
    return tuple(out)


def retyped(text: str, name: Name, lexicon: Lexicon) -> Name:
    """A name whose type the lists or its neighbours know better than the model.

    Countries and capitals that speak are often taken for persons, as are newspapers ("the weekly Pearl").
    """
    found = words(text, name.span.begin, name.span.end)
    if not found:
        return name
    plain = " ".join(w.key for w in found)
    if plain in lexicon.countries or plain in lexicon.capitals:
        return replace(name, person=False, place=True)
    if not name.person:
        known = lexicon.known_outlet(plain) or "n" in (lexicon.organisations.get(plain) or "")
        return replace(name, place=False) if known or _typed_by(text, name.span, lexicon) else name
    if lexicon.known_outlet(plain) and plain not in lexicon.genders:
        return replace(name, person=False)
    if (
        lexicon.organisation(found[-1].key) is not None
        or _typed_by(text, name.span, lexicon)
        or _with_article(text, name.span, found, lexicon)
    ):
        return replace(name, person=False)
    return name


def _typed_by(text: str, span: Span, lexicon: Lexicon) -> bool:
    """True for "the rights group X", "the weekly X", "X, a youth movement"."""
    before = words(text, max(0, span.begin - 30), span.begin)
    gap = text[before[-1].end : span.begin].strip() if before else "."
    if before and not before[-1].capital and gap in ("", ","):
        key = before[-1].key
        if key in lexicon.media or (not gap and "t" in (lexicon.organisation(key) or "")):
            return True
    after = words(text, span.end, min(len(text), span.end + 60))
    if after and after[0].key in ("a", "an") and text[span.end : after[0].begin].strip() == ",":
        part = [w for w in after[1:5]]
        end = next((k for k, w in enumerate(part) if w.comma or w.key in PREPOSITIONS | RELATIVES), len(part))
        head = part[end - 1].key if end else ""
        return lexicon.role(head) is None and ("t" in (lexicon.organisation(head) or "") or head in lexicon.media)
    return False


def within(names: Sequence[Name], begin: int, end: int) -> Sequence[Name]:
    """Names, sorted by place, that begin in ``[begin, end)``."""
    low = bisect_left(names, begin, key=lambda n: n.span.begin)
    return names[low : bisect_left(names, end, key=lambda n: n.span.begin)]


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
        return not name[-1].capital or " ".join(w.key for w in name) in lexicon.roles
    word = name[0]
    return word.key in CALENDAR or (listed(word, lexicon) and "n" not in (lexicon.organisation(word.key) or ""))


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
