"""The voices of a claim, from the article to the root, as they can be compared across articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.text.name_keys import name_key
from sayso.types.actor import Actor, ActorKind
from sayso.types.attribution import Attribution, Voice, VoiceKind
from sayso.types.claim import Claim, Report
from sayso.types.span import Span
from sayso.types.weighing import Teller
from sayso.weighing.introductions import Introductions, person_like
from sayso.weighing.offices import appositive, fuller, longer, of_form
from sayso.weighing.people import People, everyone
from sayso.weighing.sources.phrases import describe

_PROPER = re.compile(r"\b[^\W\d_a-z]|\d")  # a capital letter of any alphabet
_ITS = re.compile(r"(?:its|their)\s+")
_FAMILY = re.compile(r"\s+((?:al|el|at|as|ar|ad|an|ash)-[^\W\d_a-z]\w+)")  # behind a given name that was cut off
_OWN_NAME = re.compile(r"(?:(?:al|el|at|as|ar|ad|an)-)?[^\W\d_a-z]")
_DASH = re.compile(r"(?:,[^.\n]{0,40})?\s*(?:\([^)]*\)\s*)?[-–—]\s|\.\s")
_ANY = re.compile(r"(?:an?|one|another|two|some|several)\s", re.I)
_SPOKES = frozenset("spokesman spokeswoman spokesperson".split())
_LATER = re.compile(
    r"(?:(?:an?|one|two|three|several|some|few)\s+)*(?:hour|day|week|month|year)s?\s+(?:later|earlier|before|ago|afterwards)\s+",
    re.I,
)
_PURPOSE = re.compile(
    r".{0,4}?\b[Ii]n\s+(?:support|response|reply|retaliation|solidarity|revenge|defence|memory|honou?r)\b", re.S
)
OUR_PEOPLE = re.compile(r"(?:our|my)\s+(?:\w+\s+)?(?:people|folks?|men|women|children|nation|country|land)$", re.I)
_KEEPING = re.compile(r"in (?:keeping|line|accordance|compliance)(?: with)?$|under$")
_CONFIRMS = re.compile(r"(?:has |had |have |also )*confirm", re.I)
# What somebody has put out in words is his word: "the brigade's bulletins", "their report", "the warning in which X".
_FROM = re.compile(r"(?:From|In)\s+[^\W\d_a-z]\w+,")
_CAPITALS = re.compile(r"(?:(?!(?:The|An?|In|On|At|By|But|And|As|For|From)\b)[^\W\d_a-z][\w-]+\s+)+$")
_PUT_OUT = (
    r"(?:bulletins?|statements?|reports?|releases?|communiqu[eé]s?|website|channel|press\s+service|page)(?:\s+one)?$"
)
_WORDS_OF = re.compile(
    rf"(?P<who>.+?)['’]s?\s+(?:\w+\s+)?{_PUT_OUT}|(?P<their>its|their|his|her)\s+(?:\w+\s+)?{_PUT_OUT}"
    r"|.+?\s(?:in|by|with)\s+which\s+(?P<which>.+)$",
    re.I,
)
_PICTURE = re.compile(
    r"(?:an?other\s+|(?:the\s+)?(?:first|second|third|last|same)\s+)?(?:frame|picture|image|photo|photograph|video|clip|recording)s?\b(?!['’])"
)
_WHOLE = re.compile(r"(?:[^\W\d_a-z][\w'’.-]*\s+){1,3}[^\W\d_a-z][\w'’-]*")
_OWNERS = frozenset((ActorKind.ORGANISATION, ActorKind.FORCE, ActorKind.STATE, ActorKind.GROUP))
_PEOPLE = frozenset((VoiceKind.PERSON, VoiceKind.ORGANISATION, VoiceKind.UNNAMED))  # as what people are read
_CLOSE = 5  # characters between the beginning of a phrase and a name in it
_SPEAK = (ActorKind.ORGANISATION, ActorKind.FORCE)
_NEAR = 250  # characters before a spokesman in which his body is named
_CALLED = (
    r"\b(?:an?|two|three|four|several|some)\s+((?:[\w-]+\s+){0,3}?NOUN\s+(?:in|at|of|from|within|inside|close\s+to|near)"
    r"\s+(?:the|an?|its|their)\s+(?:[\w-]+\s+){0,3}?[\w-]+)(?=[.,;:]|\s(?:who|that|said|says|told|and|with|on|has|had)\b)"
)


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
        self.voices = everyone(report)
        self.sources: dict[str, list[Span]] = {}
        for a in report.attributions:
            self.sources.setdefault(a.voice.id, []).extend(a.source)
        self.known: dict[str, Teller] = {}
        self.introductions = Introductions(self.text, people)
        self.offices, self.others = self._held(report)

    def _held(self, report: Report) -> tuple[list[Span], list[Span]]:
        """Where somebody without a name speaks by an office that one person holds, and where others do."""
        offices: list[Span] = []
        others: list[Span] = []
        for a in report.attributions:
            if a.voice.kind is VoiceKind.PERSON and not (a.voice.name or "").islower():
                continue
            for source in a.source:
                said = describe(source.of(self.text))
                state = said.body is not None and said.body.head == "government" and said.role is None
                if state:  # "hours after Moscow spoke of an accident": not he who is named next
                    continue
                held = said.body is not None and (said.spokes or (said.held and "r" not in said.flags))
                (offices if held and said.role and not _ANY.match(source.of(self.text)) else others).append(source)
        return offices, others

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

    def meant(self, chain: Chain) -> Chain:
        """The chain without tellers that are none: what reading took for words of saying, and who only confirms it."""
        rows = list(zip(chain.tellers, chain.told, strict=True))
        last = len(rows) - 1
        kept = [
            r for k, r in enumerate(rows) if k == 0 or not (self._false(r[1]) or (k < last and self._confirms(r[1])))
        ]
        return Chain(tuple(r[0] for r in kept), tuple(r[1] for r in kept))

    def _false(self, by: Attribution | None) -> bool:
        """ "the side held by the Russians", "in keeping with the truce", "the Washington think-tank"."""
        if by is None or not by.cue:
            return False
        if any(_PURPOSE.match(self.text, max(0, x.begin - _CLOSE)) for x in by.source):
            return True
        if by.voice.kind is not VoiceKind.OUTLET and OUR_PEOPLE.match(by.voice.name or ""):
            return True
        behind = self.text[by.cue[-1].end : by.cue[-1].end + 4]
        words = " ".join(s.of(self.text) for s in by.cue).casefold()
        return behind.startswith("-") or (words == "held" and behind.startswith(" by")) or bool(_KEEPING.match(words))

    def _confirms(self, by: Attribution | None) -> bool:
        return by is not None and any(_CONFIRMS.match(s.of(self.text)) for s in by.cue)

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
            made = self.known[voice.id] = self._introduced_as(self._teller(voice))
        return made

    def _introduced_as(self, made: Teller) -> Teller:
        """The teller by his whole name and with his office, where another sentence of the text gives them."""
        if made.kind not in _PEOPLE or not made.name or not _OWN_NAME.match(made.name):
            return made
        name = made.name
        if made.mention is not None and (more := _FAMILY.match(self.text, made.mention.end)):
            name = f"{name} {more[1]}" if made.mention.of(self.text).endswith(name) else name
        person = made.kind is VoiceKind.PERSON or _OWN_NAME.match(name)[0][:1].islower()  # type: ignore[index]
        if person and not person_like(name):
            name = self.introductions.whole(name) or name
        if not person_like(name):
            return made
        office = (made.office if person else None) or self.introductions.office(name)
        if office is None:
            return replace(made, name=name) if person else made
        alias = self.introductions.alias(name)
        return replace(
            made,
            kind=VoiceKind.PERSON,
            name=f"{name} ({alias})" if alias else name,
            key=made.key or name_key(name) or None,
            office=office,
            public=True,
        )

    def _teller(self, voice: Voice) -> Teller:
        if voice.kind is VoiceKind.ARTICLE:
            return Teller(voice.id, voice.kind, None)
        actor = self.people.named(voice.mention) if voice.mention is not None else None
        sources = self.sources.get(voice.id, [])
        dateline = self._dateline(voice)
        if dateline is not None:
            made = of_actor(dateline[1], dateline[0], dateline[0])
            held = dateline[1].office
            return replace(made, voice_id=voice.id, cue=(), office=of_form(self._full(held)) if held else None)
        meant = self._meant(voice)
        if meant is not None and voice.mention is not None:
            return replace(of_actor(meant, voice.mention, voice.mention), voice_id=voice.id, cue=())
        if voice.kind is VoiceKind.UNNAMED and voice.name and _PICTURE.match(voice.name):
            return Teller(voice.id, VoiceKind.DOCUMENT, voice.name, mention=voice.mention)
        uncut = self._cut_short(voice)
        if uncut is not None:
            return Teller(voice.id, VoiceKind.ORGANISATION, uncut, mention=voice.mention)
        office = self._office(voice, actor, sources) or self._first(voice)
        if voice.kind is VoiceKind.UNNAMED and (voice.name or "").casefold() in _SPOKES:
            office = office or voice.name
        name = self._of_town(voice)
        if office is not None and office.casefold() in _SPOKES and voice.mention is not None:
            office = self._of_body(office, voice.mention)
        if voice.kind is VoiceKind.ORGANISATION and voice.mention is not None and _ITS.match(name or ""):
            name = self._whose(name or "", voice.mention)
        public = voice.public
        if voice.kind is VoiceKind.PERSON and office is None and voice.mention is not None:
            office = self._introduced(voice)
            public = public or office is not None
        if voice.kind is VoiceKind.PERSON and name:
            written = [" ".join(s.of(self.text).split()) for s in sources]
            named = (*([actor.name] if actor else []), *written)
            name = next((w for w in named if _WHOLE.fullmatch(w) and fuller(w, name)), name)
        return Teller(
            voice_id=voice.id,
            kind=voice.kind,
            name=name,
            key=_key(voice, actor),
            country=self._country(voice, actor, sources),
            office=office,
            public=public,
            mention=voice.mention,
        )

    def _cut_short(self, voice: Voice) -> str | None:
        """The whole name, where of "Stillframe Nine, a group that ..." the last word alone was taken for people."""
        name = voice.name or ""
        if voice.kind is not VoiceKind.UNNAMED or " " in name or not name[:1].isupper():
            return None
        if voice.mention is None:
            return None
        before = _CAPITALS.search(self.text[max(0, voice.mention.begin - _NEAR) : voice.mention.begin])
        return f"{' '.join(before[0].split())} {name}" if before is not None else None

    def _dateline(self, voice: Voice) -> tuple[Span, Actor] | None:
        """Who is named first behind a town in capitals that begins a text, where that was taken for somebody."""
        at = voice.mention
        if at is None or voice.kind is not VoiceKind.PERSON or not (voice.name or "").isupper():
            return None
        line = self.text.rfind("\n", 0, at.begin) + 1
        if self.text[line : at.begin].strip() or not _DASH.match(self.text, at.end):
            return None
        end = self.text.find(".", at.end)
        behind = self.people.touching(Span(at.end, max(end, at.end + 1)))
        return next(((span, a) for span, _, a in behind if a.kind is ActorKind.PERSON and span.begin >= at.end), None)

    def _of_town(self, voice: Voice) -> str | None:
        """The name; that of "whose local paper" is the town's with it."""
        if voice.kind is not VoiceKind.OUTLET or voice.mention is None or not (voice.name or "").startswith("whose "):
            return voice.name
        town = re.search(r"([^\W\d_a-z][\w-]+),\s*$", self.text[: voice.mention.begin])
        return f"{town[1]} {(voice.name or '').removeprefix('whose ')}" if town is not None else voice.name

    def _whose(self, name: str, mention: Span) -> str:
        """ "its press service", "their force": of the body, the people or the country that was named last before."""
        own = _ITS.sub("", name)
        said = describe(own)
        if said.spokes and said.body is None:
            whose = self._of_body(own, mention)
            return whose if " of " in whose else name
        if said.body is None or said.body.words or said.country is not None or said.body.head.startswith("~"):
            return name
        before = self.people.named_before(mention.begin, mention.begin - _NEAR)
        other = ActorKind.STATE if name.casefold().startswith("their") else ActorKind.GROUP
        kinds = _OWNERS - {other}  # a country has its army, peacekeepers have their force
        owner = next((a for s, a in before if a.kind in kinds and s.end <= mention.begin), None)
        return f"{own} of {owner.name}" if owner is not None else name

    def _of_body(self, office: str, mention: Span) -> str:
        """ "spokeswoman", of the body that was named last before her."""
        line = self.text.rfind("\n", 0, mention.begin) + 1
        from_there = _FROM.match(self.text, line, mention.begin)  # "From Moscow, the spokesman"
        for span, actor in self.people.named_before(mention.begin, line if from_there else mention.begin - _NEAR):
            if "\n\n" in self.text[span.end : mention.begin]:
                return office
            if actor.kind in (ActorKind.ORGANISATION, ActorKind.FORCE) and span.end <= mention.begin:
                return f"{office} of {actor.name}"
        return office

    def _meant(self, voice: Voice) -> Actor | None:
        """The body that "it" is, where reading left that open: the last one that was named; or one behind a time."""
        words = _WORDS_OF.match(voice.name or "") if voice.kind is not VoiceKind.PERSON else None
        if words is not None and voice.mention is not None:
            at = voice.mention.begin + (words.start("which") if words["which"] else 0)
            rows = self.people.touching(Span(at, voice.mention.end)) if at < voice.mention.end else ()
            found = next((a for s, _, a in rows if s.begin - at <= _CLOSE and a.kind in _SPEAK), None)
            if found is not None:
                return found
        if voice.kind is VoiceKind.UNNAMED and voice.mention is not None and _LATER.match(voice.name or ""):
            rows = self.people.touching(voice.mention)
            return next((a for _, _, a in rows if a.kind not in (ActorKind.GROUP, ActorKind.PERSON)), None)
        if voice.kind is not VoiceKind.UNNAMED or (voice.name or "").casefold() != "it" or voice.mention is None:
            return None
        at = voice.mention.begin
        before = self.people.named_before(at, at - _NEAR)
        return next((a for _, a in before if a.kind in (ActorKind.ORGANISATION, ActorKind.FORCE)), None)

    def _introduced(self, voice: Voice) -> str | None:
        """The office by which somebody was quoted a sentence before he is named.

        "..., the delegation's spokesman said. \"They were given poison,\" Ilan Torv told reporters": one and the same.
        """
        at = min((s.begin for s in self.sources.get(voice.id, [])), default=None)
        if at is None:
            return None
        found = [
            (s.end, s.of(self.text))
            for s in self.offices
            if at - _NEAR <= s.end <= at and self.text.count("\n\n", s.end, at) <= 1
        ]
        last = max(found, default=None)
        if last is None or any(last[0] < s.begin < at for s in self.others if s.of(self.text) != voice.name):
            return None
        return of_form(last[1])

    def _first(self, voice: Voice) -> str | None:
        """What people without a name were called where they were named first: "a source in the Defence Ministry"."""
        if voice.kind is not VoiceKind.UNNAMED or not voice.name or len(voice.name.split()) > 1:
            return None
        noun = re.escape(voice.name)
        found = re.search(_CALLED.replace("NOUN", noun), self.text)
        return " ".join(found[1].split()) if found is not None else None

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


def of_actor(actor: Actor, mention: Span, cue: Span) -> Teller:
    """An actor as a teller, where a text has it speak without being marked as a source."""
    kind = {ActorKind.PERSON: VoiceKind.PERSON, ActorKind.OUTLET: VoiceKind.OUTLET}.get(
        actor.kind, VoiceKind.ORGANISATION
    )
    key = actor.key if actor.public else None
    return Teller(actor.id, kind, actor.name, key, actor.country, None, actor.public, mention, (cue,))
