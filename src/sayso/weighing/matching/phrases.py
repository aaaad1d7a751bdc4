"""What a feature says about a pair of assertions, in a few words for a person."""

from __future__ import annotations

from collections.abc import Callable

from sayso.weighing.matching.pairing import Pair, between, days_apart
from sayso.weighing.matching.view import Acting

Phrase = Callable[[Pair], str]
MOST_WORDS = 4


def phrase(feature: str, pair: Pair) -> str:
    """The phrase of a feature; empty for those that tell a person nothing."""
    made = PHRASES.get(feature)
    return made(pair) if made else ""


def _fixed(words: str) -> Phrase:
    return lambda pair: words


def _name(acting: Acting) -> str:
    return acting.names[0] if acting.names else "?"


def _same(what: str, role: str) -> Phrase:
    def made(pair: Pair) -> str:
        one, other = _name(getattr(pair.a, role)), _name(getattr(pair.b, role))
        return f"same {what}: {one}" if one == other else f"same {what}: {one} / {other}"

    return made


def _other(what: str, role: str) -> Phrase:
    return lambda pair: f"another {what}: {_name(getattr(pair.a, role))} / {_name(getattr(pair.b, role))}"


def _types(pair: Pair) -> str:
    a, b = pair.a.assertion.type, pair.b.assertion.type
    return f"{a.value if a else '?'} / {b.value if b else '?'}"


def _triggers(pair: Pair) -> str:
    return " / ".join(dict.fromkeys((pair.a.assertion.trigger, pair.b.assertion.trigger)))


def _words(pair: Pair) -> str:
    shared = sorted(pair.a.words & pair.b.words, key=lambda w: (-pair.rarity(w), w))[:MOST_WORDS]
    return "same words: " + ", ".join(shared)


def _days(count: int | None) -> str:
    return "1 day" if count == 1 else f"{count or 0} days"


def _places(pair: Pair) -> str:
    return f"{pair.a.assertion.setting.site or '?'} / {pair.b.assertion.setting.site or '?'}"


PHRASES: dict[str, Phrase] = {
    "same_type": lambda pair: f"both {pair.a.assertion.type.value}" if pair.a.assertion.type else "",
    "other_type": lambda pair: f"other types: {_types(pair)}",
    "same_mode": lambda pair: f"both {pair.a.assertion.mode}",
    "other_mode": lambda pair: f"{pair.a.assertion.mode} / {pair.b.assertion.mode}",
    "same_trigger": lambda pair: f"same event word: {_triggers(pair)}",
    "common_trigger": lambda pair: f"same event word: {_triggers(pair)}",
    "trigger_likeness": lambda pair: f"same event word: {_triggers(pair)}",
    "trigger_words": lambda pair: f"same event word: {_triggers(pair)}",
    "kin_trigger": lambda pair: f"kindred event words: {_triggers(pair)}",
    "told_trigger": lambda pair: f"event word told elsewhere: {_triggers(pair)}",
    "words": _words,
    "words_within": _words,
    "rare_words": _words,
    "copied": _fixed("same wording"),
    "same_actor": _same("actor", "actors"),
    "same_recipient": _same("recipient", "recipients"),
    "other_role": _fixed("actor here, acted upon there"),
    "other_actor": _other("actor", "actors"),
    "other_recipient": _other("recipient", "recipients"),
    "same_country": _fixed("actors of one country"),
    "other_country": _fixed("actors of different countries"),
    "same_time": _fixed("same time"),
    "other_time": lambda pair: f"events {_days(days_apart(pair))} apart",
    "articles_apart": lambda pair: f"articles {_days(between(pair))} apart",
    "same_place": lambda pair: f"same place: {pair.a.assertion.setting.site or '?'}",
    "place_within": lambda pair: f"place within or near: {_places(pair)}",
    "other_place": lambda pair: f"another place: {_places(pair)}",
    "abroad": lambda pair: f"another country: {_places(pair)}",
    "same_number": lambda pair: "same number: " + ", ".join(sorted(pair.a.numbers & pair.b.numbers)[:MOST_WORDS]),
    "other_number": lambda pair: f"numbers: {_listed(pair.a.numbers)} / {_listed(pair.b.numbers)}",
    "titles": _fixed("titles alike"),
    "likeness": _fixed("articles alike"),
    "unlike": _fixed("articles unlike"),
    "same_source": _fixed("same source"),
    "opposite": _fixed("one denies it"),
    "same_article": _fixed("one article"),
    "same_article_trigger": lambda pair: f"same event word in one article: {_triggers(pair)}",
    "same_article_words": _words,
    "same_passage": _fixed("told in one passage"),
}


def _listed(numbers: frozenset[str]) -> str:
    return ", ".join(sorted(numbers)[:MOST_WORDS])
