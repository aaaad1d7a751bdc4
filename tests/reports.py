"""Reports made by hand for tests: one that knows every status, and stand-ins for the grounding of the package."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sayso.types.actor import Actor, ActorKind, ActorMention
from sayso.types.attribution import Attribution, Manner, Polarity, Producer, Voice, VoiceKind
from sayso.types.claim import Claim, ClaimKind, Grounding, Report
from sayso.types.document import Basis, Known
from sayso.types.event import (
    Argument,
    Certainty,
    Event,
    EventMention,
    EventType,
    Occurrence,
    Participant,
    Phase,
    Reality,
    Role,
    Stance,
    Status,
)
from sayso.types.place import Location, Place, Precision
from sayso.types.reading import Reading, VoiceSummary
from sayso.types.span import Span
from sayso.types.time import AnchorKind, Granularity, TimeAnchor, TimeExpression, TimexType
from tests.readings import document, spot

STORY = (
    "Velmar brigades stay on their bank\n\n"
    "PORT ALDER — Two brigades of the Velmar army have not crossed the Sella, almost two weeks into the war.\n"
    "The Meridian Daily reported that the 4th Brigade went over to Norrin on March 2, citing opposition sources. "
    "There is little evidence of that 🤷.\n"
    "“We will call up every man under 58,” said Ilse Marrow, the defence minister. The ministry denied that shells "
    "had hit a hospital in Kiev overnight.\n"
    "If the bridge falls, the garrison could surrender. Colonel Pavel Rusk reportedly resigned on June 31. Morale is "
    "low. Norrin demanded on Friday that the guns be withdrawn.\n"
    "“It is a shame,” said Ada Venn, a baker."
)
EVENTS = Producer("model:events", "2.0")
TIMES = Producer("rule:time", "1")
PAST = Status(Occurrence.HAPPENED, Phase.PAST, Reality.ASSERTED)
NOT = replace(PAST, occurrence=Occurrence.DID_NOT)
PLANNED = replace(PAST, phase=Phase.PLANNED)
REPORTED = replace(PAST, reality=Reality.REPORTED)
DENIED = replace(PAST, reality=Reality.DENIED)
CONDITIONAL = replace(PLANNED, reality=Reality.CONDITIONAL)
ONGOING = replace(PAST, phase=Phase.ONGOING)
KYIV = Location("geonames:703448", "Kyiv", 50.45, 30.52, ("UA",), Precision.POINT)
NO_TIME, NO_PLACE = "no words of time stand with it", "no words of place stand with it"


def at(words: str) -> Span:
    """The place of ``words`` in the story, as ``tests.readings.spot`` finds it."""
    return spot(words, STORY)


def _voice(kind: VoiceKind, name: str | None = None, public: bool = True) -> Voice:
    return Voice(f"v_{name or kind.value}", kind, name, at(name) if name else None, public)


ARTICLE = _voice(VoiceKind.ARTICLE)
DAILY = _voice(VoiceKind.OUTLET, "Meridian Daily")
SOURCES = _voice(VoiceKind.UNNAMED, "opposition sources")
MARROW = _voice(VoiceKind.PERSON, "Ilse Marrow")
MINISTRY = _voice(VoiceKind.ORGANISATION, "The ministry")
VENN = _voice(VoiceKind.PERSON, "Ada Venn", public=False)


def said(key: str, source: str, cue: str, content: str, who: Voice, line: int, **fields: Any) -> Attribution:
    """An attribution of the story; ``chain`` holds the voices between the article and the root."""
    chain = (ARTICLE, *fields.pop("chain", (who,)))
    values: dict[str, Any] = {
        "manner": Manner.DIRECT if content.startswith("“") else Manner.INDIRECT,
        "polarity": Polarity.AFFIRMED,
        "probability": 0.97,
    }
    return Attribution(
        id=key,
        source=(at(source),),
        cue=(at(cue),),
        content=(at(content),),
        line=line,
        parent=None,
        voice=who,
        resolution=None,
        chain=tuple(v.id for v in chain),
        root=chain[-1],
        basis_id=None,
        producers=(EVENTS,),
        **(values | fields),
    )


def reading() -> Reading:
    """The story, read."""
    defect = "that the 4th Brigade went over to Norrin on March 2"
    shells = "that shells had hit a hospital in Kiev overnight"
    denied = Polarity.DENIED
    attributions = (
        said("a1", "The Meridian Daily", "[reported] that", defect, DAILY, 4, chain=(DAILY, SOURCES)),
        said("a2", "Ilse Marrow", "[said] Ilse", "“We will call up every man under 58,”", MARROW, 5),
        said("a3", "The ministry", "denied", shells, MINISTRY, 5, polarity=denied),
        said("a4", "Ada Venn", "[said] Ada", "“It is a shame,”", VENN, 7, probability=0.62),
    )
    shares = ((ARTICLE, 0, 0, 0.6), (SOURCES, 1, 0, 0.2), (MARROW, 1, 1, 0.1), (MINISTRY, 1, 0, 0.1), (VENN, 1, 1, 0.0))
    known = document(
        STORY,
        "sella.txt",
        title=Known("Velmar brigades stay on their bank", Basis.TEXT),
        publisher=Known("The Harbour Post", Basis.METADATA),
        published=Known("2022-03-08", Basis.CALLER),
        body_begin=STORY.index("PORT ALDER"),
    )
    return Reading(
        document=known,
        sentences=(),
        mentions=(),
        attributions=attributions,
        voices=tuple(VoiceSummary(*row) for row in shares),
        warnings=("the byline could not be read",),
        model=Producer("model:small", "1.2"),
        events=tuple(event.mentions[0] for event in events()),
    )


def time(words: str, begin: str | None = None, days: int = 1, **fields: Any) -> TimeExpression:
    """A time expression of the story, from ``begin`` (ISO 8601) for so many days."""
    first = datetime.fromisoformat(begin) if begin else None
    values = {
        "type": TimexType.DATE,
        "value": begin,
        "granularity": Granularity.DAY if begin else None,
        "edtf": begin,
        "anchor": None,
    }
    last = first + timedelta(days=days) if first else None
    return TimeExpression(span=at(words), begin=first, end=last, producer=TIMES, **(values | fields))


def times() -> tuple[TimeExpression, ...]:
    """What the story says of when: counted from the table, plain, from the date, impossible."""
    war = TimeAnchor(AnchorKind.TABLE, "Russia's invasion of Ukraine", datetime(2022, 2, 24), at("war"))
    told = TimeAnchor(AnchorKind.DOCUMENT, "document date", datetime(2022, 3, 8))
    night = replace(
        time("overnight", "2022-03-07"),
        type=TimexType.TIME,
        value="2022-03-07TNI",
        begin=datetime(2022, 3, 7, 18),
        end=datetime(2022, 3, 8, 6),
        granularity=Granularity.PART_OF_DAY,
        anchor=told,
    )
    return (
        time("almost two weeks into", "2022-03-08", anchor=war, approximate=True, edtf="2022-03-08~"),
        time("March 2", "2022-03-02"),
        night,
        time("June 31", reason="no month has a day 31", value=None),
        time("Friday", "2022-03-04", anchor=told),
    )


def places() -> tuple[Place, ...]:
    """What the story says of where: a name that no gazetteer has, and one in an old spelling."""
    return (
        Place(at("Sella"), "Sella", reason="the gazetteer has no place of that name"),
        Place(at("Kiev"), "Kiev", KYIV, rule="population", candidates=3, alternatives=(replace(KYIV, id="x"),)),
    )


def event(key: str, trigger: str, kind: EventType, mode: str | None, status: Status, **fields: Any) -> Event:
    """An event of the story with one mention; ``who`` and ``whom`` are words of the story."""
    who, whom, time_, place = (fields.pop(name, None) for name in ("who", "whom", "time", "place"))
    evidence = tuple(at(words) for words in fields.pop("evidence", ()))
    certainty = fields.pop("certainty", Certainty.HIGH)
    arguments = [Argument(Role.ACTOR, at(who), 0.9)] if who else []
    arguments += [Argument(Role.RECIPIENT, at(whom), 0.8)] if whom else []
    mention = EventMention(at(trigger), kind, mode, status, certainty, Stance.NONE, tuple(arguments), 0.9, (EVENTS,))
    values: dict[str, Any] = {"instruments": (), "about": None, "probability": 0.9, "main": 0}
    return Event(
        id=key,
        type=kind,
        mode=mode,
        status=status,
        mentions=(mention,),
        actors=(Participant(at(who).of(STORY), at(who), f"x_{who}"),) if who else (),
        recipients=(Participant(whom, at(whom), None),) if whom else (),
        place=place,
        place_reason=None if place else NO_PLACE,
        time=time_,
        time_reason=None if time_ else NO_TIME,
        certainty=certainty,
        evidence=evidence,
        **(values | fields),
    )


def events() -> tuple[Event, ...]:
    """The events of the story, one for each status."""
    weeks, march, night, june, friday = times()
    sella, kiev = places()
    kind = EventType
    return (
        event("e1", "crossed", kind.MOBILIZE, "deploy", NOT, who="Two brigades", time=weeks, place=sella),
        event("e2", "went over", kind.RETREAT, "defect", REPORTED, who="4th Brigade", time=march,
              certainty=Certainty.LOW, evidence=("little evidence of that",)),
        event("e3", "call up", kind.MOBILIZE, "callup", PLANNED, whom="every man under 58"),
        event("e4", "hit", kind.ASSAULT, "heavy-weapons", DENIED, whom="a hospital", time=night, place=kiev,
              instruments=(at("shells"),)),
        event("e5", "surrender", kind.RETREAT, "surrender", CONDITIONAL, who="garrison", evidence=("could",),
              certainty=Certainty.LOW),
        event("e6", "resigned", kind.RETREAT, "resign", REPORTED, who="Pavel Rusk", time=june,
              evidence=("reportedly",), certainty=Certainty.MIDDLE),
        event("e7", "[low]. Norrin", kind.STATE, "morale", ONGOING),
        event("e8", "demanded", kind.REQUEST, "yield", PAST, who="[Norrin] demanded", time=friday, about="e9"),
        event("e9", "withdrawn", kind.RETREAT, "withdraw", CONDITIONAL),
    )  # fmt: skip


def actors() -> tuple[Actor, ...]:
    """A force, an officer, and a private person, who has no key."""
    return (
        Actor("x_4th Brigade", ActorKind.FORCE, "4th Brigade", (ActorMention(at("4th Brigade"), "name"),), "4 brigade",
              None, None, True),
        Actor("x_Pavel Rusk", ActorKind.PERSON, "Pavel Rusk", (ActorMention(at("Pavel Rusk"), "name"),), "pavel rusk",
              "UA", at("Colonel"), True),
        Actor("x_Ada Venn", ActorKind.PERSON, "Ada Venn", (ActorMention(at("Ada Venn"), "name"),), None, None, None,
              False),
    )  # fmt: skip


def claim(key: str, words: str, told: Event | None, line: int, by: Attribution | None = None, **fields: Any) -> Claim:
    """A claim in ``words`` of the story, by an attribution or by the article itself."""
    values: dict[str, Any] = {
        "kind": ClaimKind.EVENT if told else ClaimKind.OPINION,
        "text": words[0].upper() + words[1:].rstrip(",.”") + ".",
        "certainty": told.certainty if told else Certainty.HIGH,
        "evidence": told.evidence if told else (),
        "stance": Stance.NONE,
        "stance_spans": (),
        "probability": 0.9,
    }
    return Claim(
        id=key,
        pieces=(at(words),),
        span=at(words),
        event_id=told.id if told else None,
        attribution_id=by.id if by else None,
        chain=by.chain if by else (ARTICLE.id,),
        root=by.root if by else ARTICLE,
        status=told.status if told else None,
        line=line,
        **(values | fields),
    )


def report() -> Report:
    """Ten claims: every status, a chain, an opinion of a private person, one event about another."""
    read, e = reading(), events()
    a = read.attributions
    against = {"stance": Stance.EVIDENCE_AGAINST, "stance_spans": (at("There is little evidence"),)}
    claims = (
        claim("c1", "Two brigades of the Velmar army have not crossed the Sella", e[0], 3, probability=0.818),
        claim("c2", "the 4th Brigade went over to Norrin on March 2", e[1], 4, a[0], **against),
        claim("c3", "We will call up every man under 58,", e[2], 5, a[1]),
        claim("c4", "shells had hit a hospital in Kiev overnight", e[3], 5, a[2]),
        claim("c5", "the garrison could surrender", e[4], 6),
        claim("c6", "Colonel Pavel Rusk reportedly resigned on June 31", e[5], 6),
        claim("c7", "Morale is low", e[6], 6, kind=ClaimKind.CONDITION),
        claim("c8", "Norrin demanded on Friday that the guns be withdrawn", e[7], 6),
        claim("c9", "the guns be withdrawn", e[8], 6, probability=0.5),
        claim("c10", "It is a shame,", None, 7, a[3], probability=0.62),
    )
    return Report(read, Grounding(times(), places(), actors(), e, claims, ("“June 31” is no day of any calendar",)))


def grounded(read: Reading) -> Grounding:
    """Stands for the grounding of the package: says of every attribution that it is an opinion."""
    claims = tuple(
        Claim(
            id=f"c_{a.id}",
            kind=ClaimKind.OPINION,
            text=" ".join(span.of(read.document.text) for span in a.content),
            pieces=a.content,
            span=a.content[0],
            event_id=None,
            attribution_id=a.id,
            chain=a.chain,
            root=a.root,
            status=None,
            certainty=Certainty.HIGH,
            evidence=(),
            stance=Stance.NONE,
            stance_spans=(),
            probability=a.probability,
            line=a.line,
        )
        for a in read.attributions
        if a.content
    )
    return Grounding((), (), (), (), claims, ())


def bare(read: Reading) -> Report:
    """A report of ``read`` in which nothing is grounded."""
    return Report(read, Grounding((), (), (), (), (), ()))
