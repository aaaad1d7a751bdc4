"""From whom those have it whom a text names: what reading leaves out of a chain, found by the words that say so.

"It relies on NAME, press officer of the coast guard", "This was communicated by the ministry, which appeals to NAME",
"an official told the Capitol Courier": the chain goes on to whom such words name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.text.name_keys import name_key
from sayso.types.actor import Actor, ActorKind
from sayso.types.attribution import Attribution, VoiceKind
from sayso.types.span import Span
from sayso.types.weighing import Teller
from sayso.weighing.offices import of_form
from sayso.weighing.people import People
from sayso.weighing.sources.cleaning import nobody
from sayso.weighing.sources.phrases import nation
from sayso.weighing.tellers import Chain, of_actor

BACK: Final = 4  # sentences back to the document that "in it" means
WINDOW: Final = 120  # characters in which somebody is named behind such words
HEARD: Final = 24  # of what one voice says, so much is searched for whom it was told
_PROPER = r"[^\W\d_a-z][\w&'’.-]*"
_MEDIUM = (
    r"(?:news\s+|press\s+)?(?:agency|newspaper|paper|broadcaster|channel|website|magazine|portal|station|daily|weekly)"
)
_TOLD = re.compile(r"\b(?:told|tells|has told|had told|informed)\s*$", re.I)
_TO_OUTLET = re.compile(rf"\s*(?:the\s+)?(?:{_MEDIUM}\s+)?(?P<outlet>{_PROPER}(?:\s+{_PROPER}){{0,4}})")
_TO_THE = re.compile(rf"\s*the\s+{_MEDIUM}(?=[\s,.;:]+(?:[a-z(]|$))")
_NAME_OF = re.compile(_PROPER)
_PRINTED_BY = re.compile(
    r"(?:,?\s+(?:(?:first|as)\s+)?(?:printed|published|reported|quoted|carried|broadcast|cited|interviewed)\s+(?:by|in)|\s+whom)\s+"
    rf"(?:the\s+)?(?:{_MEDIUM}\s+)?(?P<outlet>{_PROPER}(?:\s+{_PROPER}){{0,4}})"
)
# Whoever is meant by the subject has it from whoever is named behind.
_RESTS = re.compile(
    r"(?P<subject>\b(?:It|He|She|They|which|who)|(?<=[,;]))\s+(?:itself\s+|himself\s+|herself\s+|in\s+turn\s+)?"
    r"(?:(?:relies|relied|rely|rests|rested|draws|drew)\s+(?:up)?on|is\s+based\s+on|was\s+based\s+on|bases\s+itself\s+on"
    r"|refers?\s+to|referred\s+to|referring\s+to|appeals?\s+to|appealed\s+to|appealing\s+to|relying\s+on|points?\s+to"
    r"|invok(?:es?|ed|ing)|cit(?:es?|ed|ing)|quot(?:es?|ed|ing))\s+"
)
# What was told just before was told by whoever is named behind.
_THUS = re.compile(
    r"(?:^|(?<=[.!?:“”\"]\s)|(?<=\n))(?:(?:The|This|That)\s+(?:information|news|report|claim|message|account)|This|That|It)"
    r"\s+(?:was|is|has\s+been|had\s+been)\s+(?:(?:also|first|later|since)\s+)?"
    r"(?:confirmed|communicated|told|given|announced|reported|made\s+known|passed\s+on|stated|declared|said)"
    r"(?:\s+(?:on\s+\w+|to\s+(?:the\s+)?(?:\w+\s+){0,3}?\w+))?\s+by\s+"
)
# What stands before these words in the sentence was told by whoever is named behind.
_SO = re.compile(
    r",\s+(?:(?:tells|informs|communicates?|communicated|writes|wrote|announces|announced|declares"
    r"|declared|reports|reported|so)\s+(?=(?:the|its|their|his|her)\s|[^\W\d_a-z]))"
)
_PAPERS = (
    r"(?:letter|note|memo|memorandum|decree|diary|message|frame|photograph|photo|picture|image|video|clip|footage"
    r"|call|recording|tape|intercept|conversation)"
)
_PAPER = re.compile(rf"\b{_PAPERS}s?\b", re.I)
_IN_PAPER = re.compile(
    rf"[“\"\s]*(?:\d+[.)]\s+)?(?:In|Inside|On)\s+(?:(?:the|a|this|that|his|her)\s+(?:[\w-]+\s+){{0,2}}?"
    rf"(?P<paper>{_PAPERS}s?(?:\s+of\s+\w+\s+\d+)?)\b"
    r"|(?:it|them)\b)"
)
_PICTURES = r"(?:frames?|pictures?|photographs?|photos?|images?|recordings?|videos?)"
_ARE_CLEAR = re.compile(
    rf"[“\"\s]*(?:The\s+|These\s+)?(?P<paper>(?:[\w-]+\s+){{0,2}}?{_PICTURES}(?:\s+(?:[\w-]+\s+)?(?:by|of|from)"
    r"\s+[^,:;.]{2,50}?)?)(?:,[^,:;.]{2,40},)?\s+(?:is|are)\s+(?:clear|plain|unambiguous|telling):"
)
# What a whole text is drawn from, as it says itself.
_ALL_FROM = re.compile(
    r"\b(?:Everything|All)\s+(?:(?:that\s+)?(?:is\s+)?(?:below|here|follows|said\s+here)\s+)?(?:comes|is\s+taken|is\s+drawn"
    rf"|stems)\s+from\s+(?:the\s+|these\s+)?(?P<paper>(?:[\w-]+\s+){{0,2}}?{_PICTURES}[^.,;:]{{0,50}})"
    rf"|(?P<own>{_PICTURES})\s+(?:is|are)\s+(?:released|published|made\s+public)\s+(?:today|here|below|now)\b",
)
_IF_TRUE = re.compile(
    rf"\bif\s+(?:the|a|an|this|that)\s+(?P<paper>(?:[\w'’-]+\s+){{0,3}}?{_PAPERS})\b[^.;]{{0,60}}?\s(?:is|are)\s+"
    r"(?:to\s+be\s+(?:believed|trusted)|genuine|real|authentic|what\s+it)",
    re.I,
)
_SUBJECT = re.compile(
    rf"[“\"\s]*(?:The|This|That|A)\s+(?P<paper>(?:[\w-]+\s+){{0,2}}?{_PAPERS})\s+(?:was|is|has|had|which)\b"
)
_NAME = re.compile(rf"(?:{_PROPER}\s+){{1,3}}{_PROPER}")
_BEHIND = re.compile(r"\s+(?:that|because|but|while|whereas)\s|[;!?]|\.\s")


@dataclass(frozen=True, slots=True)
class Relay:
    """Words that say from whom somebody has it: ``how`` is "thus" of the sentence before, "so" of their own."""

    span: Span
    sentence: Span
    before: Span
    teller: Teller
    how: str


class Relays:
    """All such words of one text."""

    def __init__(
        self,
        text: str,
        people: People,
        sentences: Sequence[Span],
        publisher: str | None,
        attributions: Sequence[Attribution] = (),
    ) -> None:
        self.text, self.people, self.publisher = text, people, publisher
        self.heard: dict[str, list[Attribution]] = {}  # what each voice says
        for a in attributions:
            self.heard.setdefault(a.voice.id, []).append(a)
        self.sentences = sentences
        self.papers = self._papers(sentences)
        whole = _ALL_FROM.search(text)
        self.whole = Span(*whole.span("paper" if whole["paper"] else "own")) if whole is not None else None
        self.found: list[Relay] = []
        for pattern, how in ((_RESTS, "rests"), (_THUS, "thus"), (_SO, "so")):
            for words in pattern.finditer(text):
                place = next((k for k, s in enumerate(sentences) if s.begin <= words.start() < s.end), None)
                teller = self._named(words.end(), Span(words.start(), words.end()))
                told = words[0].strip(", \n").split()
                if how == "so" and told[0] in _TO_WHOM and teller is not None and teller.kind in _MAY_BE_TOLD:
                    continue
                if place is not None and teller is not None:
                    before = sentences[place - 1] if place else Span(sentences[place].begin, sentences[place].begin + 1)
                    self.found.append(Relay(Span(words.start(), words.end()), sentences[place], before, teller, how))

    def extended(self, chain: Chain, event_at: int) -> Chain:
        """The chain with those behind its last teller, and the outlet that people without a name talked to."""
        while len(chain.tellers) > 2 and nation(chain.tellers[-1].name or ""):  # "the side held by the Russians"
            chain = Chain(chain.tellers[:-1], chain.told[:-1])
        instead = self._instead(chain, event_at)
        if instead is not None:
            return Chain((chain.tellers[0], instead), (chain.told[0], None))
        for _ in range(3):
            added = next((r.teller for r in self.found if self._fits(r, chain, event_at)), None)
            if added is None:
                break
            chain = Chain((*_known(chain.tellers), added), (*chain.told[: len(_known(chain.tellers))], None))
        paper = self._paper(chain, event_at)
        if paper is not None:
            return Chain((*chain.tellers, paper), (*chain.told, None))
        outlet = self._outlet(chain)
        if outlet is None:
            return chain
        return Chain((*chain.tellers[:-1], outlet, chain.tellers[-1]), (*chain.told[:-1], None, chain.told[-1]))

    def _instead(self, chain: Chain, event_at: int) -> Teller | None:
        """The document whose word it is: "if the letter is to be believed", "The letter was posted. It announces"."""
        k = next((k for k, s in enumerate(self.sentences) if s.begin <= event_at < s.end), None)
        if k is None:
            return None
        here = self.sentences[k]
        found = _IF_TRUE.search(self.text, here.begin, here.end)
        by = chain.told[-1]
        if found is None and k and by is not None and [s.of(self.text) for s in by.source] in (["It"], ["it"]):
            found = _SUBJECT.match(self.text, self.sentences[k - 1].begin, self.sentences[k - 1].end)
        if found is None:
            return None
        span = Span(*found.span("paper"))
        return Teller("", VoiceKind.DOCUMENT, found["paper"], mention=span, cue=(span,))

    def _paper(self, chain: Chain, event_at: int) -> Teller | None:
        """The recording or letter in which somebody says so: that is whose word it is, and no more is known of him."""
        last = chain.tellers[-1]
        if last.kind not in (VoiceKind.UNNAMED, VoiceKind.PERSON, VoiceKind.ARTICLE):
            return None
        for found, sentence, behind in self.papers:
            names = last.name is not None and nobody(last.name) and behind.begin <= event_at < behind.end
            if (sentence.begin <= event_at < sentence.end and found.begin <= event_at) or names:
                return Teller("", VoiceKind.DOCUMENT, found.of(self.text), mention=found, cue=last.cue or (found,))
        if self.whole is not None and last.kind is VoiceKind.ARTICLE:
            return Teller("", VoiceKind.DOCUMENT, self.whole.of(self.text), mention=self.whole, cue=(self.whole,))
        return None

    def _papers(self, sentences: Sequence[Span]) -> list[tuple[Span, Span, Span]]:
        """Documents that a sentence begins with ("In the call"), the sentence, and the one behind it."""
        out = []
        for k, sentence in enumerate(sentences):
            found = _IN_PAPER.match(self.text, sentence.begin, sentence.end)
            found = found or _ARE_CLEAR.match(self.text, sentence.begin, sentence.end)
            span = Span(*found.span("paper")) if found and found["paper"] else None
            if found and span is None and k:
                known = list(_PAPER.finditer(self.text, sentences[max(0, k - BACK)].begin, sentence.begin))
                span = Span(*known[-1].span()) if known else None
            if span is not None:
                behind = sentences[k + 1] if k + 1 < len(sentences) else Span(sentence.end, sentence.end + 1)
                out.append((span, sentence, behind))
        return out

    def _fits(self, relay: Relay, chain: Chain, event_at: int) -> bool:
        last = chain.tellers[-1]
        if any(t.mention == relay.teller.mention for t in chain.tellers):
            return False
        if last.name is not None and name_key(last.name) == name_key(relay.teller.name or ""):
            return False
        if relay.how == "so":
            return len(_known(chain.tellers)) < 2 and relay.sentence.begin <= event_at < relay.span.begin
        if relay.how == "thus":
            near = relay.before.begin <= event_at < relay.before.end
            return near and (len(_known(chain.tellers)) < 2 or last.kind is VoiceKind.ORGANISATION)
        if last.kind not in (VoiceKind.ORGANISATION, VoiceKind.OUTLET) or last.mention is None:
            return False
        subject = relay.span.of(self.text).split()[0]
        if subject[:1].isupper():  # "It relies on": whoever was named in the sentence before
            return relay.before.begin <= last.mention.begin < relay.before.end
        between = self.text[last.mention.end : relay.span.begin]
        return relay.sentence.begin <= last.mention.begin < relay.span.begin and between.count(",") < len(_FEW)

    def _named(self, at: int, cue: Span) -> Teller | None:
        """Who is named first behind an offset, people before bodies."""
        cut = _BEHIND.search(self.text, at, at + WINDOW)
        end = cut.start() if cut else min(len(self.text), at + WINDOW)
        here = [
            (span, actor)
            for span, _, actor in self.people.touching(Span(at, max(end, at + 1)))
            if span.begin >= at and actor.kind is not ActorKind.GROUP
        ]
        clause = self.text.find(",", at, end)
        bodies = [row for row in here if row[1].kind is not ActorKind.PERSON and (clause < 0 or row[0].begin < clause)]
        people = [row for row in here if row[1].kind is ActorKind.PERSON and row[1].name[:1].isupper()]
        which = re.search(r",\s+(?:which|who)\b", self.text[at:end])
        people = [row for row in people if which is None or row[0].begin < at + which.start()]
        best = next(iter(people or bodies), None)
        if best is not None:
            return self._of(best[1], best[0], cue)
        name = _NAME.search(self.text, at, end)
        if name is None:
            return None
        return Teller("", VoiceKind.PERSON, name[0], None, None, None, False, Span(*name.span()), (cue,))

    def _of(self, actor: Actor, mention: Span, cue: Span) -> Teller:
        office = of_form(actor.office.of(self.text)) if actor.office is not None else None
        return replace(of_actor(actor, mention, cue), office=office)

    def _outlet(self, chain: Chain) -> Teller | None:
        """The outlet that the last teller told it, here or in another sentence: nobody public, or without a name."""
        last, by = chain.tellers[-1], chain.told[-1]
        private = last.kind is VoiceKind.PERSON and not last.public
        if not (last.kind is VoiceKind.UNNAMED or private) or by is None or not by.cue:
            return None
        if len(chain.tellers) > 1 and chain.tellers[-2].kind is VoiceKind.OUTLET:
            return None
        # A text in which one voice speaks thousands of times is made to take long: its first words serve.
        others = [a for a in self.heard.get(last.voice_id, ())[:HEARD] if a is not by and a.cue]
        found = (self._told(a, private) for a in (by, *others))
        return next((teller for teller in found if teller is not None), None)

    def _told(self, by: Attribution, private: bool) -> Teller | None:
        """The outlet that somebody told something, by the words of one attribution."""
        cue = by.cue[-1]
        found = None
        if _TOLD.search(self.text[max(0, cue.begin - 4) : cue.end]):
            if _TO_THE.match(self.text, cue.end) and (named := self._last_outlet(cue.begin)) is not None:
                return replace(of_actor(named[1], named[0], cue), kind=VoiceKind.OUTLET)
            found = _TO_OUTLET.match(self.text, cue.end)
            if found is not None and self._ours(found["outlet"]) and not self._had(cue):
                return None
        found = found or (None if private else self._printed(by))
        if found is None:
            return None
        begin, name = found.start("outlet"), re.split(r"\.\s|\n", found["outlet"])[0]
        span = Span(begin, begin + len(name))
        kinds = {actor.kind for _, _, actor in self.people.touching(span)}
        if kinds & _NO_OUTLET or (private and ActorKind.OUTLET not in kinds):
            return None
        return Teller("", VoiceKind.OUTLET, name, name_key(name) or None, mention=span, cue=(cue,))

    def _last_outlet(self, at: int) -> tuple[Span, Actor] | None:
        """The outlet that "the station" is: the last one that was named, if it is not our own."""
        before = self.people.named_before(at, 0)
        found = next(((s, a) for s, a in before if a.kind is ActorKind.OUTLET and _NAME_OF.match(a.name)), None)
        return found if found is not None and not self._ours(found[1].name) else None

    def _printed(self, by: Attribution) -> re.Match[str] | None:
        """ "a warning that ..., printed by the Capitol Courier", "an official quoted by the agency Quillon Wire"."""
        ends = sorted({s.end for s in (*by.source, *by.content)})
        for end in ends:
            found = _PRINTED_BY.match(self.text, end)
            if found is not None:
                return found
        for source in by.source:
            found = _PRINTED_BY.search(self.text, source.begin, source.end)
            if found is not None:
                return found
        return None

    def _had(self, cue: Span) -> bool:
        return re.search(r"\bhad\s+told", self.text[max(0, cue.begin - len("had ")) : cue.end]) is not None

    def _ours(self, outlet: str) -> bool:
        words = (self.publisher or "").casefold().split()
        named = [w for w in outlet.casefold().split() if w != "the"]
        return bool(words and named) and (
            named[0] in (words[0], "".join(w[0] for w in words)) or set(named) <= set(words)
        )


def same_sentence(text: str, sentence: Span, event_at: int, attributions: Sequence[Attribution]) -> Attribution | None:
    """Who tells the other half of a sentence, if nobody else is heard in it: "Two are dying; one can walk, she said".

    What is said behind ("A; B, she said") or before ("she said A; B") both halves is of both.
    """
    here = [a for a in attributions if a.cue and sentence.covers(a.cue[0]) and a.content]
    if not here or len({a.voice.id for a in here}) != 1:
        return None
    for a in here:
        begin, end = min(c.begin for c in a.content), max(c.end for c in a.content)
        cue = a.cue[0].begin
        if event_at < begin and cue > end:
            between = text[max(sentence.begin, event_at) : begin]
        elif event_at > end and cue < begin:
            between = text[end:event_at]
        else:
            continue
        if between.count(";") == 1:
            return a
    return None


_TO_WHOM = frozenset(
    {"tells", "informs"}
)  # behind these stands whom it is told, or, from other languages, who tells it
_MAY_BE_TOLD = frozenset({VoiceKind.OUTLET, VoiceKind.PERSON})
_NO_OUTLET = frozenset({ActorKind.PERSON, ActorKind.FORCE, ActorKind.GROUP})
_FEW = (1, 2, 3)  # clauses between a name and "which" that is still about it


def _known(tellers: Sequence[Teller]) -> tuple[Teller, ...]:
    """A chain without hearsay at its end."""
    rows = list(tellers)
    while len(rows) > 1 and rows[-1].name is None:
        rows.pop()
    return tuple(rows)
