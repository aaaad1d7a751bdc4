"""What kind of event two claims tell, who takes part, when and where, in what numbers, on whose word: features."""

from __future__ import annotations

from math import log1p

from sayso.types.event import EventType
from sayso.types.weighing import Side
from sayso.weighing.matching.pairing import Pair, between, days_apart, interval, meet
from sayso.weighing.matching.view import Acting

# Types that readers mix up, and that are told of one event.
FAMILIES: dict[EventType, int] = {
    kind: number
    for number, group in enumerate(
        (
            (EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.THREATEN, EventType.STATE),
            (EventType.RETREAT, EventType.FLEE, EventType.CONCEDE),
            (EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID),
            (EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.PROTEST, EventType.SANCTION),
        )
    )
    for kind in group
}


LONG_AGO = 60.0  # days beyond which articles are equally far apart


def same_type(pair: Pair) -> float:
    """The same type of event."""
    return float(pair.a.assertion.type is not None and pair.a.assertion.type is pair.b.assertion.type)


def other_type(pair: Pair) -> float:
    """Types of events that are seldom taken for each other."""
    a, b = pair.a.assertion.type, pair.b.assertion.type
    return float(a is not None and b is not None and FAMILIES[a] != FAMILIES[b])


def same_mode(pair: Pair) -> float:
    """The same mode of one type."""
    return float(
        same_type(pair) and pair.a.assertion.mode is not None and pair.a.assertion.mode == pair.b.assertion.mode
    )


def other_mode(pair: Pair) -> float:
    """Two modes of one type."""
    a, b = pair.a.assertion.mode, pair.b.assertion.mode
    return float(same_type(pair) and a is not None and b is not None and a != b)


def same_actor(pair: Pair) -> float:
    """The same one acts, by key or by the words of the name."""
    return pair.actors


def same_recipient(pair: Pair) -> float:
    """The same one is acted upon."""
    return pair.recipients


def other_role(pair: Pair) -> float:
    """Who acts in the one is acted upon in the other, and not the same."""
    if pair.actors or pair.recipients:
        return 0.0
    a, b = pair.a, pair.b
    return max(meet(a.actors, b.recipients, pair.rarity), meet(a.recipients, b.actors, pair.rarity))


def _apart(one: Acting, other: Acting) -> bool:
    return bool(one.words and other.words) and not (one.keys & other.keys or one.words & other.words)


def other_actor(pair: Pair) -> float:
    """Another one acts."""
    return float(_apart(pair.a.actors, pair.b.actors))


def other_recipient(pair: Pair) -> float:
    """Another one is acted upon."""
    return float(_apart(pair.a.recipients, pair.b.recipients))


def same_country(pair: Pair) -> float:
    """Those who act are of one country, though their names differ."""
    return float(bool(pair.a.actors.countries & pair.b.actors.countries) and other_actor(pair) > 0)


def other_country(pair: Pair) -> float:
    """Those who act are of different countries."""
    a, b = pair.a.actors.countries, pair.b.actors.countries
    return float(bool(a and b) and not a & b)


def same_time(pair: Pair) -> float:
    """Times that overlap, the more the shorter they are."""
    a, b = interval(pair.a), interval(pair.b)
    if a is None or b is None or days_apart(pair):
        return 0.0
    return 1.0 / (1.0 + log1p(max(a[1] - a[0], b[1] - b[0]) / 7))


def other_time(pair: Pair) -> float:
    """Times that do not meet: the days between them, as a logarithm."""
    return log1p(min(days_apart(pair) or 0, LONG_AGO)) / log1p(LONG_AGO)


def articles_apart(pair: Pair) -> float:
    """Days between the articles, as a logarithm."""
    days = between(pair)
    return 0.0 if days is None else log1p(min(days, LONG_AGO)) / log1p(LONG_AGO)


def same_place(pair: Pair) -> float:
    """The same place."""
    return float(pair.place == "same")


def place_within(pair: Pair) -> float:
    """A place in or near the other one."""
    return float(pair.place == "within")


def other_place(pair: Pair) -> float:
    """Places that lie apart."""
    return float(pair.place == "other")


def abroad(pair: Pair) -> float:
    """Places in different countries."""
    return float(pair.place == "abroad")


def same_number(pair: Pair) -> float:
    """A number that both have."""
    return float(bool(pair.a.numbers & pair.b.numbers))


def other_number(pair: Pair) -> float:
    """Numbers in both, none the same; they may have changed from article to article."""
    return float(bool(pair.a.numbers and pair.b.numbers) and not pair.a.numbers & pair.b.numbers)


def same_source(pair: Pair) -> float:
    """The same one said so in the end."""
    return float(pair.a.root is not None and pair.a.root == pair.b.root)


def opposite(pair: Pair) -> float:
    """The one denies and the other does not."""
    a, b = pair.a.assertion.side, pair.b.assertion.side
    return float(a is not b and Side.OPEN not in (a, b))


def same_article(pair: Pair) -> float:
    """Both stand in one article."""
    return float(pair.inside)


def same_passage(pair: Pair) -> float:
    """Two events told in one passage."""
    a, b = pair.a.assertion.span, pair.b.assertion.span
    return float(pair.inside and a.overlap(b) > 0)
