"""What two assertions have in common and what keeps them apart: each feature a named function that gives a number.

Those of pairs of mentions are the usual ones of event coreference across documents (Cybulska and Vossen 2015, "Bag of
events"): what happened, who took part, where, when, and how alike the articles are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from math import asin, cos, log1p, radians, sin, sqrt

from sayso.types.event import EventType
from sayso.types.weighing import Setting, Side
from sayso.weighing.matching.rarity import Rarity
from sayso.weighing.matching.stems import kinds
from sayso.weighing.matching.view import Acting, View

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
WIDE = ("country", "area")  # precisions of places that hold others
EARTH = 6371.0  # kilometres
NEAR, FAR, REGION = 15.0, 60.0, 250.0  # kilometres: one place, another place, within a region
ENOUGH = 25.0  # summed rarity of shared words at which more of them say nothing new
SAYING = 15.0  # summed rarity of words from which a claim says enough to be known again
KINDRED = 0.7  # what a word that stands for another is worth beside the same one
LONG_AGO = 60.0  # days beyond which articles are equally far apart


@dataclass(frozen=True)
class Pair:
    """Two views, how rare a root is, and how alike their articles are in [0, 1] (``None`` where nobody said)."""

    a: View
    b: View
    rarity: Rarity
    likeness: float | None = None

    @cached_property
    def inside(self) -> bool:
        """Whether both stand in one article."""
        return self.a.assertion.document == self.b.assertion.document

    @cached_property
    def triggered(self) -> bool:
        """Whether what happened is told in forms of one word."""
        return bool(self.a.trigger & self.b.trigger)

    @cached_property
    def kin(self) -> bool:
        """Whether it is told in two words that stand for each other."""
        return not self.triggered and bool(self.a.kinds & self.b.kinds)

    @cached_property
    def wording(self) -> float:
        """Cosine of the words but for what happened."""
        return alike(self.a.matter, self.b.matter, self.rarity)

    @cached_property
    def kindred(self) -> tuple[float, float]:
        """How much weigh the words of the lighter claim that the other has in some form, and all of its words."""
        a, b = self.a, self.b
        if weight(b.words, self.rarity) < weight(a.words, self.rarity):
            a, b = b, a
        known = b.matter_kinds | b.kinds
        total = found = 0.0
        for word in a.words:
            rarity = self.rarity(word)
            total += rarity
            found += rarity if word in b.words else KINDRED * rarity if kinds(word) & known else 0.0
        return found, total

    @cached_property
    def actors(self) -> float:
        """How much those who act are the same."""
        return _meet(self.a.actors, self.b.actors, self.rarity)

    @cached_property
    def recipients(self) -> float:
        """How much those who are acted upon are the same."""
        return _meet(self.a.recipients, self.b.recipients, self.rarity)

    @cached_property
    def place(self) -> str:
        """How the places stand to each other."""
        return _place(self)


def weight(words: frozenset[str], rarity: Rarity) -> float:
    """Summed rarity of words."""
    return sum(rarity(w) for w in words)


def alike(one: frozenset[str], other: frozenset[str], rarity: Rarity) -> float:
    """Cosine of two sets of words, each weighted by its rarity."""
    shared = one & other
    if not shared:
        return 0.0
    common = sum(rarity(w) ** 2 for w in shared)
    return common / sqrt(sum(rarity(w) ** 2 for w in one) * sum(rarity(w) ** 2 for w in other))


def within(one: frozenset[str], other: frozenset[str], rarity: Rarity) -> float:
    """How much of the lighter of two sets of words the other one holds."""
    shared = one & other
    return weight(shared, rarity) / min(weight(one, rarity), weight(other, rarity)) if shared else 0.0


def always(pair: Pair) -> float:
    """The odds of any pair."""
    return 1.0


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


def same_trigger(pair: Pair) -> float:
    """What happened is told in forms of one word."""
    return float(pair.triggered)


def kin_trigger(pair: Pair) -> float:
    """What happened is told in words that stand for each other."""
    return float(pair.kin)


def told_trigger(pair: Pair) -> float:
    """The word for what happened stands elsewhere in the other claim."""
    if pair.triggered:
        return 0.0
    return (float(bool(pair.a.trigger & pair.b.words)) + float(bool(pair.b.trigger & pair.a.words))) / 2


def kin_told(pair: Pair) -> float:
    """A word that stands for what happened is elsewhere in the other claim."""
    if pair.triggered or pair.kin:
        return 0.0
    return (float(bool(pair.a.kinds & pair.b.matter_kinds)) + float(bool(pair.b.kinds & pair.a.matter_kinds))) / 2


def untold(pair: Pair) -> float:
    """The one tells what happened, the other has no word for it that was found."""
    return float(bool(pair.a.trigger) != bool(pair.b.trigger))


def both_untold(pair: Pair) -> float:
    """Neither has a word for what happened that was found."""
    return float(not pair.a.trigger and not pair.b.trigger)


def untold_words(pair: Pair) -> float:
    """The same words where a word for what happened is missing."""
    return (untold(pair) + both_untold(pair)) * within(pair.a.words, pair.b.words, pair.rarity)


def common_trigger(pair: Pair) -> float:
    """How rare a shared word for what happened is, of 1: "said" tells less than "hijacked"."""
    shared = pair.a.trigger & pair.b.trigger
    return min(max(pair.rarity(w) for w in shared), 8.0) / 8.0 if shared else 0.0


def words(pair: Pair) -> float:
    """Cosine of the words but for what happened."""
    return pair.wording


def words_within(pair: Pair) -> float:
    """How much of the shorter claim's words the other one has."""
    return within(pair.a.matter, pair.b.matter, pair.rarity)


def rare_words(pair: Pair) -> float:
    """How much the shared words weigh, of 1."""
    return min(weight(pair.a.words & pair.b.words, pair.rarity) / ENOUGH, 1.0)


def kin_matter(pair: Pair) -> float:
    """How much of the lighter claim the other one says in the same or in kindred words."""
    found, total = pair.kindred
    return found / total if total else 0.0


def kin_weight(pair: Pair) -> float:
    """How much weighs what both say in the same or in kindred words, of 1."""
    return min(pair.kindred[0] / ENOUGH, 1.0)


def thin(pair: Pair) -> float:
    """How much the lighter claim lacks to say something of its own: "They came back."."""
    return max(0.0, 1.0 - pair.kindred[1] / SAYING)


def names(pair: Pair) -> float:
    """How many of the fewer names the other claim has, in whatever spelling."""
    a, b = pair.a.proper, pair.b.proper
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def other_names(pair: Pair) -> float:
    """Names in both, none the same."""
    a, b = pair.a.proper, pair.b.proper
    return float(bool(a and b) and not a & b)


def context(pair: Pair) -> float:
    """How many of the fewer names of claim and title the other claim and its title have."""
    a, b = pair.a.proper | pair.a.title_proper, pair.b.proper | pair.b.title_proper
    return len(a & b) / min(len(a), len(b)) if a and b and not pair.inside else 0.0


def title_words(pair: Pair) -> float:
    """How much of one claim's words the other's title has."""
    if pair.inside or not pair.a.title or not pair.b.title:
        return 0.0
    a = weight(pair.a.words & (pair.b.title | pair.b.words), pair.rarity) / max(weight(pair.a.words, pair.rarity), 1.0)
    b = weight(pair.b.words & (pair.a.title | pair.a.words), pair.rarity) / max(weight(pair.b.words, pair.rarity), 1.0)
    return (a + b) / 2


def untitled(pair: Pair) -> float:
    """An article without a title."""
    return float(not pair.inside and not (pair.a.title and pair.b.title))


def same_text(pair: Pair) -> float:
    """The same sentence."""
    return float(pair.a.assertion.text == pair.b.assertion.text)


def copied(pair: Pair) -> float:
    """Word for word the same, and the same happened."""
    return float(pair.a.trigger == pair.b.trigger and pair.a.words == pair.b.words and len(pair.a.words) > 2)


def _meet(one: Acting, other: Acting, rarity: Rarity) -> float:
    if one.keys & other.keys:
        return 1.0
    return within(one.words, other.words, rarity)


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
    return max(_meet(a.actors, b.recipients, pair.rarity), _meet(a.recipients, b.actors, pair.rarity))


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


def _span(v: View) -> tuple[int, int] | None:
    if v.since is None and v.until is None:
        return None
    since = v.since if v.since is not None else (v.until or 0) - 3650
    until = v.until if v.until is not None else since + 3650
    return since, max(until, since + 1)


def days_apart(pair: Pair) -> int | None:
    """Days between the times of the events; 0 where they overlap, ``None`` where one is unknown."""
    a, b = _span(pair.a), _span(pair.b)
    if a is None or b is None:
        return None
    return max(a[0] - b[1] + 1, b[0] - a[1] + 1, 0)


def same_time(pair: Pair) -> float:
    """Times that overlap, the more the shorter they are."""
    a, b = _span(pair.a), _span(pair.b)
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


def between(pair: Pair) -> int | None:
    """Days between two articles; ``None`` where a date is unknown."""
    if pair.a.published is None or pair.b.published is None:
        return None
    return abs(pair.a.published - pair.b.published)


def kilometres(one: Setting, other: Setting) -> float | None:
    """Distance of two places on the ground; ``None`` where one has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    f, g = radians(one.latitude), radians(other.latitude)
    d = sin((f - g) / 2) ** 2 + cos(f) * cos(g) * sin(radians(one.longitude - other.longitude) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(d)))


def _place(pair: Pair) -> str:
    """How two places stand to each other: same, within, other, abroad, or nothing where that is unknown."""
    one, other = pair.a.assertion.setting, pair.b.assertion.setting
    if pair.a.site and pair.a.site == pair.b.site:
        return "same"
    if one.country and other.country and one.country != other.country:
        return "abroad"
    if "country" in (one.precision, other.precision):
        return "within" if one.country and one.country == other.country else ""
    far = kilometres(one, other)
    if far is None or "area" in (one.precision, other.precision):
        return ""
    if "region" in (one.precision, other.precision):
        return "within" if far < REGION else "other"
    return "same" if far < NEAR else "within" if far < FAR else "other"


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


def titles(pair: Pair) -> float:
    """How alike the titles of two articles are."""
    return 0.0 if pair.inside else alike(pair.a.title, pair.b.title, pair.rarity)


def likeness(pair: Pair) -> float:
    """How alike the articles are."""
    return 0.0 if pair.likeness is None or pair.inside else sqrt(max(pair.likeness, 0.0))


def unlike(pair: Pair) -> float:
    """How much the articles lack to be alike, where that is known."""
    return 0.0 if pair.likeness is None or pair.inside else max(0.0, 1.0 - pair.likeness / 0.1)


def trigger_likeness(pair: Pair) -> float:
    """Forms of one word for what happened, in articles that are alike."""
    return pair.triggered * likeness(pair)


def trigger_words(pair: Pair) -> float:
    """Forms of one word for what happened, among the same words."""
    return pair.triggered * pair.wording


def kin_likeness(pair: Pair) -> float:
    """Kindred words for what happened, in articles that are alike."""
    return pair.kin * likeness(pair)


def kin_words(pair: Pair) -> float:
    """Kindred words for what happened, among the same words."""
    return pair.kin * pair.wording


def trigger_actor(pair: Pair) -> float:
    """Forms of one word for what happened, and the same one acts."""
    return pair.triggered * pair.actors


def unknown_likeness(pair: Pair) -> float:
    """Nobody said how alike the articles are."""
    return float(pair.likeness is None and not pair.inside)


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


def same_article_trigger(pair: Pair) -> float:
    """Forms of one word for what happened, in one article."""
    return float(pair.inside) * pair.triggered


def same_article_words(pair: Pair) -> float:
    """The same words in one article."""
    return float(pair.inside) * pair.wording


def same_passage(pair: Pair) -> float:
    """Two events told in one passage."""
    a, b = pair.a.assertion.span, pair.b.assertion.span
    return float(pair.inside and a.overlap(b) > 0)


FEATURES: tuple[Callable[[Pair], float], ...] = (
    *(always, same_type, other_type, same_mode, other_mode),
    *(same_trigger, kin_trigger, told_trigger, kin_told, untold, both_untold, untold_words, common_trigger),
    *(words, words_within, rare_words, kin_matter, kin_weight, thin, names, other_names, same_text, copied),
    *(context, title_words, untitled, titles),
    *(same_actor, same_recipient, other_role, other_actor, other_recipient, same_country, other_country),
    *(same_time, other_time, articles_apart, same_place, place_within, other_place, abroad),
    *(same_number, other_number, likeness, unlike, unknown_likeness, trigger_likeness, kin_likeness),
    *(trigger_words, kin_words, trigger_actor, same_source, opposite),
    *(same_article, same_article_trigger, same_article_words, same_passage),
)


def measure(pair: Pair) -> dict[str, float]:
    """All features of a pair that are not 0, by name."""
    return {f.__name__: value for f in FEATURES if (value := f(pair))}
