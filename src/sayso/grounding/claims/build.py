"""Claims of a document: each event as each voice has it, and what voices say beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.grounding.claims.covered import uncovered
from sayso.grounding.claims.hedges import hedges
from sayso.grounding.claims.identity import claim_id
from sayso.grounding.claims.kinds import kind_of
from sayso.grounding.claims.stance import NOTHING, Shown, stance_of
from sayso.grounding.claims.tellers import Contents, Telling, article_voice, tellings, without_event
from sayso.grounding.claims.wording import Source, Wording, content_wording, event_wording
from sayso.text.offsets import LineIndex
from sayso.text.ranges import merged
from sayso.types.actor import Actor
from sayso.types.attribution import Attribution, Polarity
from sayso.types.claim import Claim, ClaimKind
from sayso.types.event import Certainty, Event, EventType, Role, Stance, Status
from sayso.types.reading import Reading
from sayso.types.span import Span


def claims(reading: Reading, actors: Sequence[Actor], events: Sequence[Event]) -> tuple[Claim, ...]:
    """Claims of ``reading`` in reading order, worded with its own words.

    Each event gives one claim for each voice that tells it: the innermost attribution around its words, or the
    article; what is only asked for or refused in the same breath gives none (see ``covered``). Each attribution whose
    content holds no event gives one claim besides (see ``kinds``). ``actors`` lend their names to pronouns. ``stance``
    is given where words show it, else it is ``NONE``: a stance that no words show cannot be checked. Takes a few
    milliseconds for an article, and time linear in its length. Raises nothing.
    """
    maker = _Maker(reading, actors)
    told = tellings(events, maker.contents, reading.document.body_begin)
    made = [maker.of_event(t) for t in uncovered(told, reading.sentences)]
    made += [maker.of_content(a) for a in without_event(reading.attributions, events)]
    return tuple(sorted(made, key=lambda c: (c.span, c.line)))


@dataclass(frozen=True, slots=True)
class _Told:
    """What a claim is about, before it is bound to its place and voices."""

    kind: ClaimKind
    wording: Wording
    told: Attribution | None
    event: Event | None
    status: Status | None
    certainty: Certainty
    evidence: tuple[Span, ...]
    shown: Shown
    probability: float


class _Maker:
    """What all claims of one document share."""

    def __init__(self, reading: Reading, actors: Sequence[Actor]) -> None:
        self.document = reading.document
        self.source = Source.of(reading, actors)
        self.contents = Contents.of(reading.attributions)
        self.lines = LineIndex.of(reading.document.text)
        self.article = article_voice(reading)

    def of_event(self, telling: Telling) -> Claim:
        """The claim that one voice makes of an event."""
        event, told, mention = telling.event, telling.told, telling.mentions[0]
        wording = event_wording(self.source, event, mention, told)
        given = [a.span for m in telling.mentions for a in m.arguments if a.role is Role.EVIDENCE]
        return self._claim(
            _Told(
                kind=ClaimKind.CONDITION if event.type is EventType.STATE else ClaimKind.EVENT,
                wording=wording,
                told=told,
                event=event,
                status=mention.status,
                certainty=mention.certainty,
                evidence=tuple(merged([*given, *self._hedges(wording, told)])),
                shown=self._stance(telling),
                probability=mention.probability * (told.probability if told is not None else 1.0),
            )
        )

    def of_content(self, told: Attribution) -> Claim:
        """The claim of an attribution whose content tells of no event."""
        wording = content_wording(self.source, told)
        evidence = self._hedges(wording, told)
        certainty = Certainty.MIDDLE if evidence else Certainty.HIGH
        return self._claim(
            _Told(
                kind=kind_of(self.source.text, told, self.source.stretches.tokens(told.content))[0],
                wording=wording,
                told=told,
                event=None,
                status=None,
                certainty=Certainty.LOW if told.polarity is Polarity.WITHHELD else certainty,
                evidence=evidence,
                shown=self._shown(told.content[0], told),
                probability=told.probability,
            )
        )

    def _claim(self, made: _Told) -> Claim:
        told, event, wording = made.told, made.event, made.wording
        polarity = told.polarity.value if told is not None else "-"
        ids = (event.id if event else None, told.id if told else None)
        return Claim(
            id=claim_id(self.document.id, *ids, polarity, wording.pieces),
            kind=made.kind,
            text=wording.text,
            pieces=wording.pieces,
            span=wording.span,
            event_id=ids[0],
            attribution_id=ids[1],
            chain=told.chain if told is not None else (self.article.id,),
            root=told.root if told is not None else self.article,
            status=made.status,
            certainty=made.certainty,
            evidence=made.evidence,
            stance=made.shown.stance,
            stance_spans=made.shown.spans,
            probability=made.probability,
            line=self.lines.line(wording.span.begin),
        )

    def _hedges(self, wording: Wording, told: Attribution | None) -> tuple[Span, ...]:
        """Words of certainty in the claim's passage and in the words of saying."""
        places = [wording.span, *(told.cue if told is not None else ())]
        found = hedges(self.source.text, tuple(merged(places)))
        return tuple(s for s in found if told is not None or self.contents.innermost(s) is None)

    def _stance(self, telling: Telling) -> Shown:
        """The stance shown beside one of the voice's mentions; else where the article itself tells the event."""
        here = [m.trigger for m in telling.mentions]
        there = [m.trigger for m in telling.event.mentions if m.trigger not in here]
        for trigger in here:
            shown = self._shown(trigger, telling.told)
            if shown is not NOTHING:
                return shown
        for trigger in there:
            if self.contents.innermost(trigger) is None:
                shown = self._shown(trigger, None)
                if shown.stance in (Stance.EVIDENCE_FOR, Stance.EVIDENCE_AGAINST):
                    return shown
        return NOTHING

    def _shown(self, trigger: Span, told: Attribution | None) -> Shown:
        if not self.source.sentences:
            return NOTHING
        index = self.source.sentence(trigger.begin)
        source = self.source
        return stance_of(source.text, source.sentences, index, trigger, told, self.contents, source.stretches)
