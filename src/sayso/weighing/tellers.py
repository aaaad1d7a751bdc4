"""The voices of a claim, from the article to the root, as they can be compared across articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.text.name_keys import name_key
from sayso.types.actor import Actor, ActorKind
from sayso.types.attribution import Attribution, Voice, VoiceKind
from sayso.types.claim import Claim, Report
from sayso.types.span import Span
from sayso.types.weighing import Teller
from sayso.weighing.offices import appositive, fuller, longer, of_form
from sayso.weighing.people import People

_PROPER = re.compile(r"\b[^\W\d_a-z]|\d")  # a capital letter of any alphabet


@dataclass(frozen=True, slots=True)
class Chain:
    """Who tells a claim: the tellers, article first, and the attributions by which each but the article is relayed."""

    tellers: tuple[Teller, ...]
    told: tuple[Attribution | None, ...]


class Voices:
    """What all chains of one report share."""

    def __init__(self, report: Report, people: People) -> None:
        self.text = report.document.text
        self.people = people
        self.attributions = {a.id: a for a in report.attributions}
        self.voices = _everyone(report)
        self.sources: dict[str, list[Span]] = {}
        for a in report.attributions:
            self.sources.setdefault(a.voice.id, []).extend(a.source)
        self.known: dict[str, Teller] = {}

    def chain(self, claim: Claim, told: Attribution | None = None) -> Chain:
        """The chain of a claim, or of the attribution that is to tell it where it has none.

        It is never empty. A voice that the report does not hold is left out, but for the article.
        """
        innermost = told.id if claim.attribution_id is None and told is not None else claim.attribution_id
        by_voice = {a.voice.id: a for a in reversed(tuple(self._path(innermost)))}
        tellers: list[Teller] = []
        by_whom: list[Attribution | None] = []
        saying = told is not None and claim.attribution_id is None
        for place, key in enumerate((told.chain if told is not None and saying else claim.chain) or (claim.root.id,)):
            voice, by = self.voices.get(key), by_voice.get(key)
            if voice is not None:
                made = self.teller(voice)
                tellers.append(self._relayed(made, by) if by is not None else made)
                by_whom.append(by)
            elif place == 0:
                tellers.append(Teller(key, VoiceKind.ARTICLE, None))
                by_whom.append(None)
        return Chain(tuple(tellers), tuple(by_whom))

    def _path(self, innermost: str | None) -> Iterator[Attribution]:
        """The attributions of a chain: those that relay this one, then those that it rests on."""
        seen: set[str] = set()
        for link in ("parent", "basis_id"):
            key = innermost
            while key is not None and (key not in seen or key == innermost):
                seen.add(key)
                found = self.attributions.get(key)
                if found is None:
                    break
                yield found
                key = getattr(found, link)
                if key in seen:
                    break

    def _relayed(self, teller: Teller, by: Attribution) -> Teller:
        """The teller with where it is named and by which words it speaks in this attribution."""
        named = teller.mention is not None and any(s.overlap(teller.mention) for s in by.source)
        mention = teller.mention if named else (by.source[0] if by.source else teller.mention)
        return Teller(
            teller.voice_id,
            teller.kind,
            teller.name,
            teller.key,
            teller.country,
            teller.office,
            teller.public,
            mention,
            by.cue,
        )

    def teller(self, voice: Voice) -> Teller:
        """A voice as it can be compared: key, country and office from the whole document."""
        made = self.known.get(voice.id)
        if made is None:
            made = self.known[voice.id] = self._teller(voice)
        return made

    def _teller(self, voice: Voice) -> Teller:
        if voice.kind is VoiceKind.ARTICLE:
            return Teller(voice.id, voice.kind, None)
        actor = self.people.named(voice.mention) if voice.mention is not None else None
        sources = self.sources.get(voice.id, [])
        office = self._office(voice, actor, sources)
        return Teller(
            voice_id=voice.id,
            kind=voice.kind,
            name=voice.name,
            key=_key(voice, actor),
            country=self._country(voice, actor, sources),
            office=office,
            public=voice.public,
            mention=voice.mention,
        )

    def _office(self, voice: Voice, actor: Actor | None, sources: list[Span]) -> str | None:
        """The words that say most of a role: those of the actor, or beside the name in a source."""
        if voice.kind in (VoiceKind.DOCUMENT, VoiceKind.OUTLET) or (
            voice.kind is VoiceKind.PERSON and not voice.public
        ):
            return None
        found: list[str | None] = []
        if actor is not None and actor.office is not None:
            found.append(of_form(self._full(actor.office)))
        if actor is not None and voice.kind is VoiceKind.ORGANISATION and fuller(actor.name, voice.name or ""):
            found.append(actor.name)
        for source in sources:
            words = self._full(source) if voice.kind is VoiceKind.PERSON else source.of(self.text)
            beside = appositive(words, voice.name or "", voice.kind)
            found.append(of_form(beside) if beside else None)
        return longer(found)

    def _full(self, span: Span) -> str:
        """The words of a span in which bodies stand under their fullest names ("the ministry's spokeswoman")."""
        return self.people.expanded(self.text, span)

    def _country(self, voice: Voice, actor: Actor | None, sources: list[Span]) -> str | None:
        """That of the actor, else the one country that the words of the source or of the office name."""
        if actor is not None and actor.country is not None:
            return actor.country
        if voice.kind is VoiceKind.OUTLET or (voice.kind is VoiceKind.PERSON and not voice.public):
            return None
        places = [*sources, *([actor.office] if actor is not None and actor.office is not None else [])]
        return self.people.country(places)


def _key(voice: Voice, actor: Actor | None) -> str | None:
    """A key for public actors; an outlet has that of its own name."""
    if voice.mention is None or not voice.public or voice.kind is VoiceKind.UNNAMED:
        return None
    if voice.kind is VoiceKind.OUTLET and voice.name and _PROPER.search(voice.name):
        return name_key(voice.name) or None
    return actor.key if actor is not None and actor.public else None


def _everyone(report: Report) -> dict[str, Voice]:
    """Every voice by its id: the roots, and those who only hand on what others say."""
    told = [voice for a in report.attributions for voice in (a.voice, a.root)]
    roots = [summary.voice for summary in report.voices] + [claim.root for claim in report.claims]
    return {voice.id: voice for voice in (*told, *roots)}


def of_actor(actor: Actor, mention: Span, cue: Span) -> Teller:
    """An actor as a teller, where a text has it speak without being marked as a source."""
    kind = {ActorKind.PERSON: VoiceKind.PERSON, ActorKind.OUTLET: VoiceKind.OUTLET}.get(
        actor.kind, VoiceKind.ORGANISATION
    )
    key = actor.key if actor.public else None
    return Teller(actor.id, kind, actor.name, key, actor.country, None, actor.public, mention, (cue,))
