"""From one article's reading to what weighing compares: each claim as an assertion."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.text.name_keys import name_key
from sayso.types.actor import ActorKind
from sayso.types.attribution import Attribution, Polarity, VoiceKind
from sayso.types.claim import Claim, Report
from sayso.types.event import Event, EventMention, EventType
from sayso.types.span import Span
from sayso.types.time import TimexType
from sayso.types.weighing import Assertion, Modality, Side, Teller
from sayso.weighing.continuing import Going
from sayso.weighing.falsehoods import forged
from sayso.weighing.firsthand import Hand, Shown, first_hand, looked, own, own_reporters, reporter, reports_from
from sayso.weighing.framing import Frames
from sayso.weighing.happening import mention_of, sayer, setting_of, taking_of, trigger_of
from sayso.weighing.opposites import opposed
from sayso.weighing.people import People
from sayso.weighing.pointing import about, affirmed, nothing, pointed_at, points
from sayso.weighing.quantities import quantities
from sayso.weighing.relays import Relays, same_sentence
from sayso.weighing.sides import Words, modality_of, side_of_content, side_of_event
from sayso.weighing.sources.cleaning import nobody
from sayso.weighing.stems import content_stems, head_stem
from sayso.weighing.tellers import Chain, Voices, of_actor
from sayso.weighing.withdrawals import Withdrawal, withdrawals

_NEAR = 20  # characters between "retracted" and "report"
_AROUND = 120  # characters before and behind a trigger that decide its side


def assertions(report: Report) -> tuple[Assertion, ...]:
    """Every claim of ``report`` as an assertion, in the order of its claims; ``place`` counts them from 0.

    Keys and countries mean what they mean in a ledger. The document's own reporters and its own outlet are no voices
    of their own: what they saw is the article's, with the words that show it in ``witnessed``. Raises nothing.
    """
    maker, out = _Maker(report), list[Assertion]()
    for place, claim in enumerate(report.claims):
        out.append(maker.resolved(claim, maker.assertion(claim, place), out))
    return tuple(out)


class _Maker:
    """What all assertions of one report share."""

    def __init__(self, report: Report) -> None:
        document = report.document
        self.report, self.text = report, document.text
        self.publisher = document.publisher.value if document.publisher is not None else None
        self.people = People(report)
        self.voices = Voices(report, self.people)
        self.events = {e.id: e for e in report.events}
        self.sentences = [s.span for s in report.sentences]
        self.begins = [s.begin for s in self.sentences]
        self.relays = Relays(self.text, self.people, self.sentences, self.publisher, report.attributions)
        self.frames = Frames(self.voices, report.attributions, self.sentences)
        self.going = Going(self.voices, self.frames, report.attributions, self.sentences)
        self.shown = first_hand(self.text, self.publisher)
        self.ours = own_reporters(self.text)
        self.withdrawn = withdrawals(self.text)
        self.days = [t.span for t in report.grounding.times if t.type is not TimexType.DURATION]
        self.times = [t.span for t in report.grounding.times]

    def assertion(self, claim: Claim, place: int) -> Assertion:
        """One claim as an assertion."""
        event = self.events.get(claim.event_id or "")
        told = self.voices.attributions.get(claim.attribution_id or "")
        mention = mention_of(event, claim, told) if event is not None and event.mentions else None
        around = self._around(claim, mention, told)
        at = (mention.trigger if mention else claim.span).begin
        by = told or sayer(event, mention, self.report.attributions)
        by = by or same_sentence(self.text, self._sentence(at), at, self.report.attributions)
        chain, witnessed = self._own(self.voices.meant(self.voices.chain(claim, by)))
        chain = self._framed(self.relays.extended(chain, at), at)
        withdrawal = self._withdrawal(claim, mention, told)
        tellers = self._by_whom(chain.tellers, withdrawal, told)
        side, modality = _side(claim, event, told, around), _modality(claim, event, around)
        if withdrawal:
            side = Side.AGAINST
        elif not witnessed:
            witnessed = self._witnessed(claim, chain, (mention.trigger if mention else claim.span).begin)
        left_out = self._left_out(event, told)
        trigger = mention.trigger if mention is not None else None
        return Assertion(
            id=claim.id,
            document=self.report.document.id,
            place=place,
            kind=claim.kind,
            text=claim.text,
            span=claim.span,
            type=event.type if event is not None else None,
            mode=event.mode if event is not None else None,
            status=claim.status,
            side=side,
            modality=modality,
            certainty=claim.certainty,
            stance=claim.stance,
            probability=claim.probability,
            chain=tellers,
            taking=taking_of(event, self.people, self.text),
            setting=setting_of(event),
            trigger=head_stem(trigger_of(event, mention).of(self.text)) if event is not None else "",
            words=content_stems(self.text, claim.pieces, [*self.times, *left_out]),
            numbers=self._numbers(claim, event, [s for s in left_out if trigger is None or not s.overlap(trigger)]),
            witnessed=witnessed if not withdrawal else (),
            withdrawal=tuple(w.span for w in withdrawal),
            meaning=self.report.meanings[place] if self.report.meanings else "",
        )

    def resolved(self, claim: Claim, made: Assertion, before: Sequence[Assertion]) -> Assertion:
        """The assertion, about the event that it points at where it tells of none itself ("denied it")."""
        told = self.voices.attributions.get(claim.attribution_id or "")
        act = self._act(claim, made)
        if act is not None:
            chain = self._by_whom(made.chain, (act,), told)
            taken_back = replace(made, side=Side.AGAINST, chain=chain, witnessed=(), withdrawal=(act.span,))
            found = pointed_at(taken_back, before, own=True)
            return made if found is None else about(taken_back, found)
        said = " ".join(s.of(self.text) for s in told.content) if told is not None else made.text
        accused = (
            made.type is EventType.ACCUSE and told is not None and told.polarity is Polarity.DENIED and points(said)
        )
        if nothing(said) or accused:
            found = pointed_at(replace(made, side=Side.AGAINST), before, own=False, said=said)
            return made if found is None and accused else _against(made, found)
        if made.side is Side.FOR:
            if (denied := affirmed(made, before, said)) is not None:
                return about(made, denied)
            found = opposed(made, before, said, self._context(claim.span))
            return made if found is None and not forged(said) else _against(made, found)
        if made.type is not None or not (made.withdrawal or points(said)):
            return made
        found = pointed_at(made, before, own=bool(made.withdrawal), said=said)
        return made if found is None else about(made, found)

    def _act(self, claim: Claim, made: Assertion) -> Withdrawal | None:
        """A withdrawal that was read as an event itself, and says nothing of what was withdrawn."""
        event = self.events.get(claim.event_id or "")
        if not self.withdrawn or event is None or made.withdrawal:
            return None
        mention = mention_of(event, claim, self.voices.attributions.get(claim.attribution_id or ""))
        for found in self.withdrawn:
            behind = self.text[found.span.end : found.span.end + _AROUND]
            theirs = found.span.overlap(mention.trigger) or (
                _NAMED_SAYING.fullmatch(mention.trigger.of(self.text))
                and 0 <= mention.trigger.begin - found.span.end <= _NEAR
            )
            if theirs and not found.itself and not _OF_WHAT.match(behind):
                return found
        return None

    def _context(self, span: Span) -> str:
        """The words before and behind a claim, as far as they may say whom it answers."""
        return f"{self.text[max(0, span.begin - 2 * _AROUND) : span.begin]} {self.text[span.end : span.end + _AROUND]}"

    def _sentence(self, offset: int) -> Span:
        """The sentence that holds an offset; its line where sentences are unknown."""
        k = bisect_right(self.begins, offset) - 1
        if k >= 0 and offset < self.sentences[k].end:
            return self.sentences[k]
        begin, end = self.text.rfind("\n", 0, offset) + 1, self.text.find("\n", offset)
        return Span(begin, max(end if end >= 0 else len(self.text), offset + 1))

    def _around(self, claim: Claim, mention: EventMention | None, told: Attribution | None) -> Words:
        """The words of the voice that tells the claim, around its trigger."""
        cue = " ".join(s.of(self.text) for s in told.cue) if told is not None else ""
        if mention is None:
            said = told.content if told is not None and told.content else claim.pieces
            return Words(" ".join(s.of(self.text) for s in said), "", cue)
        trigger = mention.trigger
        place = self._sentence(trigger.begin)
        begin, end = place.begin, place.end
        for piece in told.content if told is not None else ():
            if piece.covers(trigger):
                begin, end = max(begin, piece.begin), min(end, piece.end)
        before = self.text[max(begin, trigger.begin - _AROUND) : trigger.begin]
        return Words(before, self.text[trigger.end : min(end, trigger.end + _AROUND)], cue)

    def _own(self, chain: Chain) -> tuple[Chain, tuple[Span, ...]]:
        """The chain without the document's own outlet and reporters, and the words of what these saw themselves."""
        tellers, told = list(chain.tellers), list(chain.told)
        if len(tellers) > 2 and own(tellers[-1].name or "", self.publisher):
            tellers, told = [tellers[0], tellers[-1]], [told[0], told[-1]]  # "to those who doubt it our editors say"
        shown: tuple[Span, ...] = ()
        while len(tellers) > 1 and tellers[0].kind is VoiceKind.ARTICLE:
            by, words = told[1], tellers[1].name or ""
            sources = [s.of(self.text) for s in by.source] if by is not None else []
            ours = words in self.ours or (by is not None and reports_from(self.text, by) and tellers[1].office is None)
            if not ours and not any(own(w, self.publisher) for w in (words, *sources)):
                break
            if len(tellers) == 2 and by is not None and by.polarity is Polarity.AFFIRMED:
                cue = " ".join(s.of(self.text) for s in by.cue)
                if ours or looked(cue) or any(reporter(w) for w in sources):
                    shown = tuple(sorted((*by.source, *by.cue)))
            before = by is not None and _BEFORE.search(" ".join(s.of(self.text) for s in by.cue))
            if before and len(tellers) == 2 and self.publisher and not shown:
                key = name_key(self.publisher) or None
                tellers[1] = replace(tellers[1], kind=VoiceKind.OUTLET, name=self.publisher, key=key, office=None)
                break
            del tellers[1], told[1]
        return Chain(tuple(tellers), tuple(told)), shown

    def _framed(self, chain: Chain, at: int) -> Chain:
        """The chain; where it names nobody, with whom a phrase of the sentence names."""
        if len(chain.tellers) == 2 and _DATA.fullmatch(chain.tellers[1].name or ""):
            chain = Chain(chain.tellers[:1], chain.told[:1])  # whose data these are is not said
        if any(t.name and not nobody(t.name) for t in chain.tellers):
            return self._whose(chain)
        return self._said(chain, at)

    def _whose(self, chain: Chain) -> Chain:
        """The chain; where it ends in "the update" alone, with whoever spoke last before that."""
        by, name = chain.told[-1], chain.tellers[-1].name or ""
        if len(chain.tellers) != 2 or by is None or not by.cue:
            return chain
        at = min(s.begin for s in (*by.source, *by.content, *by.cue))
        found = self.going.last(at) if _UPDATE.fullmatch(name) else None
        if _THEIR_REPORT.fullmatch(name):
            bodies = (ActorKind.ORGANISATION, ActorKind.FORCE)
            rows = self.people.named_before(at, at - 2 * _AROUND)
            found = next((of_actor(a, s, by.cue[0]) for s, a in rows if a.kind in bodies), None)
        return chain if found is None else Chain((chain.tellers[0], found), (chain.told[0], by))

    def _said(self, chain: Chain, at: int) -> Chain:
        place = self._sentence(at)
        found = self.frames.teller(place, at) or self.going.teller(place, at)
        last = chain.tellers[-1]
        if found is None and last.mention is not None and last.name and _HE_WHO.fullmatch(last.name):
            found = self.going.last(last.mention.begin)
        if found is None or own(found.name or "", self.publisher) or _DATA.fullmatch(found.name or ""):
            return chain
        return Chain((chain.tellers[0], found), (chain.told[0], None))

    def _witnessed(self, claim: Claim, chain: Chain, event_at: int) -> tuple[Span, ...]:
        """Words of the claim's sentence by which the document has it at first hand."""
        if not self.shown:
            return ()
        if len(chain.tellers) < 2:
            place = self._sentence(event_at)
            return tuple(
                s.span
                for s in self.shown
                if s.hand in (Hand.SAW, Hand.READ, Hand.STOOD) and self._beside(place, s) and not self._quoted(s.span)
            )
        by = chain.told[-1]
        if len(chain.tellers) > 2 or by is None or not by.cue:
            return ()
        place = self._sentence(by.cue[0].begin)
        outlet = chain.tellers[-1].kind is VoiceKind.OUTLET
        return tuple(
            s.span
            for s in self.shown
            if place.covers(s.span) and self._of(s, by, outlet) and claim.root.id == by.voice.id
        )

    def _beside(self, place: Span, shown: Shown) -> bool:
        """In the sentence itself, or at the beginning of the next one: "They came low. We saw them"."""
        if place.covers(shown.span):
            return True
        if shown.hand is Hand.STOOD:
            return shown.span.end <= place.begin and "\n" not in self.text[shown.span.end : place.begin]
        between = self.text[place.end : shown.span.begin] if place.end <= shown.span.begin else "."
        return shown.hand is Hand.SAW and not between.strip() and bool(_SAW_IT.match(self.text, shown.span.begin))

    def _of(self, shown: Shown, by: Attribution, outlet: bool) -> bool:
        """Whether words of first hand are about this attribution and no other one of its sentence."""
        if shown.hand is Hand.THEIRS:
            return outlet
        if shown.hand is Hand.SAW or any(c.covers(shown.span) for c in by.content):
            return False
        if any(s.overlap(shown.span) for s in (*by.source, *by.cue)):
            return True
        near = min(self.report.attributions, key=lambda a: min((_apart(c, shown.span) for c in a.cue), default=10**9))
        return near.cue == by.cue and not re.match(r"t(?:old|ells)", shown.span.of(self.text))

    def _quoted(self, span: Span) -> bool:
        return any(c.covers(span) for a in self.report.attributions for c in a.content)

    def _withdrawal(
        self, claim: Claim, mention: EventMention | None, told: Attribution | None
    ) -> tuple[Withdrawal, ...]:
        """Words that take this claim back."""
        if not self.withdrawn:
            return ()
        trigger = mention.trigger if mention is not None else None
        place = self._sentence(trigger.begin if trigger is not None else claim.span.begin)
        near = [w for w in self.withdrawn if place.covers(w.span)]
        if trigger is None:
            said = (*claim.pieces, *(told.cue if told is not None else ()))
            return tuple(w for w in near if any(s.overlap(w.span) for s in said))
        return tuple(w for w in near if self._takes_back(w, trigger, place))

    def _takes_back(self, withdrawal: Withdrawal, trigger: Span, place: Span) -> bool:
        if withdrawal.passive:
            between = self.text[trigger.end : withdrawal.span.begin] if trigger.end <= withdrawal.span.begin else ";"
            return _NAMED_SAYING.search(self.text[place.begin : trigger.begin]) is not None and ";" not in between
        if withdrawal.span.end > trigger.begin:
            return False
        between = self.text[withdrawal.span.end : trigger.begin]
        if _NAMED_SAYING.fullmatch(trigger.of(self.text)):
            return False
        return withdrawal.itself or (_CONTENT.match(between) is not None and not _ELSE.search(between))

    def _by_whom(
        self, tellers: tuple[Teller, ...], withdrawal: tuple[Withdrawal, ...], told: Attribution | None
    ) -> tuple[Teller, ...]:
        """The chain, with whoever takes something back at its end."""
        if not withdrawal:
            return tellers
        first = withdrawal[0]
        if first.itself:
            return tellers[:1]
        if told is not None and any(c.overlap(first.span) for c in told.cue):
            return tellers
        found = self.people.before(first.span.begin, self._sentence(first.span.begin).begin)
        if first.passive or found is None:
            return tellers
        span, actor = found
        same = [k for k, t in enumerate(tellers) if t.mention is not None and self.people.named(t.mention) is actor]
        return tellers[: same[-1] + 1] if same else (*tellers, of_actor(actor, span, first.span))

    def _left_out(self, event: Event | None, told: Attribution | None) -> list[Span]:
        """Words that say who told it and in which words, not what."""
        spans = [*told.source, *told.cue] if told is not None else []
        if event is None:
            return spans
        kept = [m.trigger for m in event.mentions]
        return [s for s in spans if not any(s.overlap(k) for k in kept)]

    def _numbers(self, claim: Claim, event: Event | None, left_out: list[Span]) -> tuple[str, ...]:
        closed = [*self.days, *left_out, *([event.time.span] if event is not None and event.time is not None else [])]
        found = (q for piece in claim.pieces for q in quantities(self.text, piece))
        return tuple(dict.fromkeys(q.value for q in found if not any(s.overlap(q.span) for s in closed)))


# What the document's own outlet told before.
_BEFORE = re.compile(r"\b(?:had\s+(?:\w+\s+)?(?:written|reported|published|told)|wrote)\b")
_UPDATE = re.compile(
    r"(?:the\s+|an?\s+)?(?:update|bulletin|notice|communiqu[eé]|release|press release|statement)", re.I
)
_THEIR_REPORT = re.compile(
    r"(?:its|their)\s+(?:\w+\s+)?(?:update|bulletin|notice|communiqu[eé]|release|statement|report)", re.I
)
_HE_WHO = re.compile(r"(?:he|she|they|it)?\s*(?:who)?", re.I)
_DATA = re.compile(
    r"(?:(?:preliminary|available|initial|first|early|latest|provisional|incomplete|its|their|our)\s+)+(?:data|figures|estimates"
    r"|information)",
    re.I,
)
_SAW_IT = re.compile(r"(?:We|I)\b[^.;]{0,20}?\s(?:it|them|him|her|this)\b|This\s+\w+,\s+who\b")
_NAMED_SAYING = re.compile(
    r"\b(?:reports?|claims?|statements?|stor(?:y|ies)|allegations?|posts?|announcements?)\b", re.I
)
# Between words of withdrawal and the trigger of what is withdrawn.
_CONTENT = re.compile(
    r"\s*(?:[\w'’“\"-]+\s+){0,6}?(?:that|of|about|on|saying|claiming|alleging)\s|\s*(?:[\w'’-]+\s+){0,3}$", re.I
)
_OF_WHAT = re.compile(r"\s+(?:[\w'’]+\s+){0,4}?(?:that|of|about|on)\b", re.I)
_ELSE = re.compile(r"[;:]|\b(?:after|when|because|as|amid|following|before|while|but|though|although)\b", re.I)


def _against(made: Assertion, found: Assertion | None) -> Assertion:
    made = replace(made, side=Side.AGAINST)
    return made if found is None else about(made, found)


def _side(claim: Claim, event: Event | None, told: Attribution | None, around: Words) -> Side:
    polarity = told.polarity if told is not None else Polarity.AFFIRMED
    if event is None or claim.status is None:
        return side_of_content(polarity, around)
    return side_of_event(event.type, claim.status, polarity, around)


def _modality(claim: Claim, event: Event | None, around: Words) -> Modality:
    return modality_of(event.type if event is not None else None, claim.status, around)


def _apart(one: Span, other: Span) -> int:
    return max(one.begin - other.end, other.begin - one.end, 0)
