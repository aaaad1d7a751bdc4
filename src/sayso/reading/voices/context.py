"""All that the rules of resolution may look at, and the voices found so far in a document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.names import Name
from sayso.reading.voices.nesting import Links, begin
from sayso.reading.voices.referents import Referent
from sayso.reading.voices.speaker import Form, Speaker
from sayso.reading.voices.words import Word, singular
from sayso.text.ranges import merged
from sayso.types.attribution import VoiceKind
from sayso.types.raw import RawAttribution
from sayso.types.reading import Sentence
from sayso.types.span import Span

LONGEST_NAME = 200  # characters


@dataclass(frozen=True, slots=True)
class Found:
    """Who a source is, by which rule (``None``: by its own words), and what agrees with a pronoun for it."""

    kind: VoiceKind
    name: Span | None
    rule: str | None
    gender: str = ""
    human: bool = False
    plural: bool = False
    public: bool = False
    resolved: bool = True


@dataclass(frozen=True, slots=True)
class Said:
    """A voice at its place in the text: attribution number and what its source said by itself."""

    index: int
    place: int
    speaker: Speaker
    found: Found


@dataclass(slots=True)
class Context:
    """The document while its voices are being found. Only what has been said grows, by ``add``.

    The indexes keep every look-up near to its place: a document may hold thousands of attributions.
    """

    text: str
    words: Sequence[Word]  # of the whole text
    body: int  # offset at which the headline ends
    sentences: Sequence[Sentence]
    raw: Sequence[RawAttribution]
    links: Links
    names: Sequence[Name]
    referents: Sequence[Referent]
    speakers: Sequence[Speaker]
    lexicon: Lexicon
    publisher: str = ""
    said: dict[int, Said] = field(default_factory=dict)
    _order: list[tuple[int, int]] = field(default_factory=list)  # (place, index) of what has been said
    _places: list[tuple[int, int]] = field(default_factory=list)  # (place, number) of the referents' names
    _contents: list[Span] = field(default_factory=list)  # of all attributions, merged
    _nouns: dict[str, list[int]] = field(default_factory=dict)  # last word -> numbers of referents
    _occurrences: dict[str, list[int]] = field(default_factory=dict)  # singular -> numbers of words

    def __post_init__(self) -> None:
        self._places = sorted((p.begin, k) for k, r in enumerate(self.referents) for p in r.places)
        self._contents = merged(s for raw in self.raw for s in raw.content)
        for k, referent in enumerate(self.referents):
            for noun in sorted({n.rsplit(" ", 1)[-1] for n in referent.nouns}):
                self._nouns.setdefault(noun, []).append(k)
        for k, word in enumerate(self.words):
            self._occurrences.setdefault(singular(word.key), []).append(k)

    def add(self, said: Said) -> None:
        """Remember the voice of one attribution."""
        self.said[said.index] = said
        insort(self._order, (said.place, said.index))

    def place(self, index: int) -> int:
        """Where the source stands, or the cue where there is none."""
        raw = self.raw[index]
        return raw.source[0].begin if raw.source else raw.cue[0].begin if raw.cue else begin(raw)

    def sentence(self, place: int) -> int:
        """Number of the sentence at an offset (of the one before it between sentences)."""
        return max(bisect_right(self.sentences, place, key=lambda s: s.span.begin) - 1, 0)

    def before(self, place: int) -> Iterator[Said]:
        """Voices found so far whose source stands before ``place``, nearest first; the headline's never."""
        for k in range(bisect_left(self._order, (place, -1)) - 1, -1, -1):
            found, index = self._order[k]
            if found < self.body:
                return
            yield self.said[index]

    def behind(self, place: int) -> Iterator[Said]:
        """Voices found so far whose source stands behind ``place``, nearest first."""
        for _, index in self._order[bisect_left(self._order, (place + 1, -1)) :]:
            yield self.said[index]

    def named(self, begin: int, end: int) -> Iterator[tuple[int, Referent]]:
        """Places in ``[begin, end)`` at which somebody is named, the last first."""
        low, high = bisect_left(self._places, (begin, -1)), bisect_left(self._places, (end, -1))
        for k in range(high - 1, low - 1, -1):
            place, number = self._places[k]
            yield place, self.referents[number]

    def called(self, noun: str) -> list[Referent]:
        """Referents that the text calls by a noun or one that may stand for it."""
        last = noun.rsplit(" ", 1)[-1]
        nouns = sorted({last, *self.lexicon.synonyms.get(last, ())})
        numbers = sorted({k for n in nouns for k in self._nouns.get(n, ())})
        return [self.referents[k] for k in numbers]

    def occurrences(self, noun: str) -> list[int]:
        """Numbers of the words that are a noun, in the singular or the plural."""
        return self._occurrences.get(noun, [])

    def referent_at(self, span: Span) -> Referent | None:
        """The named referent that has a place inside ``span``."""
        for _, referent in self.named(max(0, span.begin - LONGEST_NAME), span.end):
            if any(span.overlap(p) for p in referent.places):
                return referent
        return None

    def numbered(self, place: int) -> int:
        """Number of the first word that begins at an offset or behind it."""
        return bisect_left(self.words, place, key=lambda w: w.begin)

    def inside_content(self, place: int) -> bool:
        """True when an offset lies in the content of some attribution."""
        k = bisect_right(self._contents, place, key=lambda s: s.begin) - 1
        return k >= 0 and place < self._contents[k].end


def as_found(speaker: Speaker, rule: str | None = None) -> Found:
    """A voice as its source names it."""
    return Found(
        kind=speaker.kind,
        name=speaker.name,
        rule=rule,
        gender=speaker.gender,
        human=speaker.human,
        plural=speaker.plural,
        public=speaker.public,
        resolved=speaker.form is not Form.PRONOUN,
    )
