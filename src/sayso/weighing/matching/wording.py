"""In which words two claims, and the articles around them, tell what happened: features."""

from __future__ import annotations

from math import sqrt

from sayso.weighing.matching.pairing import Pair, alike, weight, weight_of_all, within

ENOUGH = 25.0  # summed rarity of shared words at which more of them say nothing new


SAYING = 15.0  # summed rarity of words from which a claim says enough to be known again


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
    missing = untold(pair) + both_untold(pair)
    return missing and missing * within(pair.a.words, pair.b.words, pair.rarity)


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
    a = weight(pair.a.words & (pair.b.title | pair.b.words), pair.rarity) / max(
        weight_of_all(pair.a.words, pair.rarity), 1.0
    )
    b = weight(pair.b.words & (pair.a.title | pair.a.words), pair.rarity) / max(
        weight_of_all(pair.b.words, pair.rarity), 1.0
    )
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


def same_article_trigger(pair: Pair) -> float:
    """Forms of one word for what happened, in one article."""
    return float(pair.inside) * pair.triggered


def same_article_words(pair: Pair) -> float:
    """The same words in one article."""
    return float(pair.inside) * pair.wording
