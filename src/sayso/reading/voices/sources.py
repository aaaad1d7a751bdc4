"""What a source phrase says by itself: pronoun, name, part of a group, or description."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.voices.descriptions import described
from sayso.reading.voices.heading import speaker_name
from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.names import Name, kind_of, within
from sayso.reading.voices.phrase import LINKS, RELATIVES, Phrase, description, listed, take_apart
from sayso.reading.voices.speaker import NOBODY, PUBLIC, Form, Speaker, gender_in, gender_of, is_human
from sayso.reading.voices.words import singular, words_of
from sayso.types.attribution import VoiceKind
from sayso.types.span import Span

PRONOUNS = {
    "he": "m",
    "him": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "herself": "f",
    "it": "n",
    "its": "n",
    "itself": "n",
    "they": "p",
    "them": "p",
    "themselves": "p",
    "their": "p",
    "his": "m",
    "i": "1",
    "me": "1",
    "myself": "1",
    "we": "1",
    "us": "1",
    "who": "w",
    "which": "w",
    "that": "w",
    "whom": "w",
    "this": "n",
}
PART_OF = frozenset("one another some most many all both several each neither either none two three few any".split())
WHOLE = frozenset({"them", "whom", "these", "those", "which", "us"})
COMPANY = frozenset({"himself", "herself", "itself", "themselves", "all", "both"})
SINGLE_PARTS = frozenset("one another other each first second third fourth fifth sixth latter former".split())


def read_source(text: str, source: Sequence[Span], names: Sequence[Name], lexicon: Lexicon) -> Speaker:
    """The speaker that a source phrase names by its own words."""
    found = words_of(text, source)
    while len(found) > 1 and found[0].key in ("by", "from", "but", "and"):
        found = found[1:]
    while len(found) > 1 and found[-1].key in COMPANY | {"alone", "too", "also"}:
        found = found[:-1]
    if not found:
        return NOBODY
    names = within(names, found[0].begin, found[-1].end)
    inside = frozenset(w.begin for w in found for n in names if n.span.begin < w.begin < n.span.end)
    phrase = take_apart(found, lexicon, inside)
    own = pronoun(phrase) or named(text, phrase, names, lexicon) or alias(text, phrase, lexicon) or part_of(phrase)
    return own or described(text, phrase, names, lexicon)


def pronoun(phrase: Phrase) -> Speaker | None:
    """ "he", "she herself", "they"."""
    keys = [w.key for w in phrase.core]
    if keys[0] not in PRONOUNS or len(keys) > 2 or (len(keys) == 2 and keys[1] not in COMPANY):
        return None
    gender = PRONOUNS[keys[0]]
    return Speaker(
        form=Form.PRONOUN,
        kind=VoiceKind.UNNAMED,
        name=phrase.core[0].span,
        phrase=phrase,
        noun=keys[0],
        gender="" if gender == "p" else gender,
        human=gender in "mf",
        plural=gender == "p" or keys[0] in ("we", "us"),
    )


def part_of(phrase: Phrase) -> Speaker | None:
    """ "one of them", "another of the officers", "the other", "both"."""
    keys = [w.key for w in phrase.core]
    rest = keys[1:] if keys[0] == "the" else keys
    whole = len(rest) > 2 and rest[0] in PART_OF and rest[1] == "of" and rest[2] in WHOLE | {"the"}
    alone = len(rest) == 1 and rest[0] in PART_OF | SINGLE_PARTS | {"others"}
    if not (whole or alone):
        return None
    noun = singular(rest[-1]) if whole and rest[2] == "the" else ""
    return Speaker(
        form=Form.PART,
        kind=VoiceKind.UNNAMED,
        name=description(phrase),
        phrase=phrase,
        noun=noun,
        human=True,
        plural=rest[0] not in SINGLE_PARTS,
    )


def alias(text: str, phrase: Phrase, lexicon: Lexicon) -> Speaker | None:
    """ "A gang leader known as Ti-Blan", "who goes by the name of Abu Talib": the name that the person is given."""
    keys = [w.key for w in phrase.words]
    for marker in (["known", "as"], ["name", "of"], ["name", "as"], ["goes", "by"]):
        for k in range(1, len(keys) - len(marker)):
            rest = phrase.words[k + len(marker) :]
            if keys[k : k + len(marker)] != marker or not rest[0].capital or not is_human(phrase.noun, lexicon):
                continue
            end = next((j for j, w in enumerate(rest) if not w.capital or (j and w.comma)), len(rest))
            flags = lexicon.role(phrase.noun) or ""
            return Speaker(
                form=Form.NAME,
                kind=VoiceKind.PERSON,
                name=Span(rest[0].begin, rest[end - 1].end),
                phrase=phrase,
                gender=gender_in(flags),
                human=True,
                public=bool(set(flags) & PUBLIC),
                nouns=frozenset({phrase.noun}),
            )
    return None


def named(text: str, phrase: Phrase, names: Sequence[Name], lexicon: Lexicon) -> Speaker | None:
    """A source with a proper name at its head or in apposition to it."""
    name = speaker_name(phrase, names, lexicon)
    if name is None:
        return None
    around = [w.key for w in phrase.core if not (name.span.begin <= w.begin < name.span.end)]
    around += [w.key for part in phrase.parts[1:2] for w in part[:5]]
    kind = kind_of(text, name, around, lexicon)
    span = name.span
    after = next((w for w in phrase.core if w.begin >= name.span.end), None)
    if kind is VoiceKind.ORGANISATION and after is not None and after.key in LINKS:
        span = Span(name.span.begin, phrase.core[-1].end)  # "France and its partners"
    elif kind is VoiceKind.ORGANISATION and not name.place:
        span = _wider(phrase, name, lexicon)
    flags = [lexicon.role(key) or "" for key in around]
    return Speaker(
        form=Form.NAME,
        kind=kind,
        name=span,
        phrase=phrase,
        gender=gender_of(span.of(text), flags, lexicon) if name.person else "n",
        human=name.person,
        public=not name.person or any(set(f) & PUBLIC for f in flags),
        nouns=_called(phrase, name, lexicon),
    )


def _called(phrase: Phrase, name: Name, lexicon: Lexicon) -> frozenset[str]:
    """Head nouns of the parts of the phrase that are not the name itself."""
    nouns = set()
    for part in phrase.parts[:3]:
        head = take_apart(part, lexicon)
        word = head.core[head.head]
        inside = name.span.begin <= word.begin < name.span.end
        if listed(word, lexicon) and not inside and part[0].key not in RELATIVES:
            nouns |= {head.noun, head.noun.rsplit(" ", 1)[-1]}
    return frozenset(nouns)


def _wider(phrase: Phrase, name: Name, lexicon: Lexicon) -> Span:
    """An organisation's name with its owner or nationality ("Russia's Foreign Ministry")."""
    words = [w for w in phrase.core if w.end <= name.span.end]
    first = next((k for k, w in enumerate(words) if w.begin >= name.span.begin), 0)
    if lexicon.organisation(words[-1].key if words else "") is None:
        return name.span
    begin = name.span.begin
    known = lexicon.countries | lexicon.capitals | lexicon.nationalities
    owned = first > 0 and words[first - 1].possessive and words[first].key in lexicon.generic
    if first and (owned or words[first - 1].key in known):
        owner = phrase.owner if words[first - 1].possessive and phrase.owner else (words[first - 1],)
        begin = min(begin, owner[0].begin)
    return Span(begin, name.span.end)
