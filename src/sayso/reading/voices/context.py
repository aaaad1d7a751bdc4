"""All that the rules of resolution may look at, and the voices found so far in a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.names import Name
from sayso.reading.voices.nesting import Links, begin
from sayso.reading.voices.referents import Referent
from sayso.reading.voices.speaker import Form, Speaker
from sayso.types.attribution import VoiceKind
from sayso.types.raw import RawAttribution
from sayso.types.reading import Sentence
from sayso.types.span import Span


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
    """The document while its voices are being found. Only ``said`` grows, one entry for each attribution."""

    text: str
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

    def place(self, index: int) -> int:
        """Where the source stands, or the cue where there is none."""
        raw = self.raw[index]
        return raw.source[0].begin if raw.source else raw.cue[0].begin if raw.cue else begin(raw)

    def sentence(self, place: int) -> int:
        """Number of the sentence at an offset (of the one before it between sentences)."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].span.begin <= place:
                low = middle + 1
            else:
                high = middle
        return max(low - 1, 0)

    def before(self, place: int) -> Iterator[Said]:
        """Voices found so far whose source stands before ``place``, nearest first; the headline's never."""
        for said in sorted(self.said.values(), key=lambda s: (-s.place, -s.index)):
            if self.body <= said.place < place:
                yield said

    def behind(self, place: int) -> Iterator[Said]:
        """Voices found so far whose source stands behind ``place``, nearest first."""
        for said in sorted(self.said.values(), key=lambda s: (s.place, s.index)):
            if said.place > place:
                yield said

    def referent_at(self, span: Span) -> Referent | None:
        """The named referent that has a place inside ``span``."""
        for referent in self.referents:
            if any(span.overlap(p) for p in referent.places):
                return referent
        return None

    def inside_content(self, place: int) -> bool:
        """True when an offset lies in the content of some attribution."""
        return any(s.begin <= place < s.end for raw in self.raw for s in raw.content)


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
