"""What two assertions have in common and what keeps them apart: each feature a named function that gives a number.

They are the usual ones of event coreference across documents (Cybulska and Vossen 2015, "Bag of events"): what
happened (``wording``), who took part, where and when (``circumstances``), and how alike the articles are.
"""

from __future__ import annotations

from collections.abc import Callable

from sayso.weighing.matching.circumstances import (
    abroad,
    articles_apart,
    opposite,
    other_actor,
    other_country,
    other_mode,
    other_number,
    other_place,
    other_recipient,
    other_role,
    other_time,
    other_type,
    place_within,
    same_actor,
    same_article,
    same_country,
    same_mode,
    same_number,
    same_passage,
    same_place,
    same_recipient,
    same_source,
    same_time,
    same_type,
)
from sayso.weighing.matching.pairing import Pair
from sayso.weighing.matching.wording import (
    both_untold,
    common_trigger,
    context,
    copied,
    kin_likeness,
    kin_matter,
    kin_told,
    kin_trigger,
    kin_weight,
    kin_words,
    likeness,
    names,
    other_names,
    rare_words,
    same_article_trigger,
    same_article_words,
    same_text,
    same_trigger,
    thin,
    title_words,
    titles,
    told_trigger,
    trigger_actor,
    trigger_likeness,
    trigger_words,
    unknown_likeness,
    unlike,
    untitled,
    untold,
    untold_words,
    words,
    words_within,
)


def always(pair: Pair) -> float:
    """The odds of any pair."""
    return 1.0


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


_NAMED = tuple((feature.__name__, feature) for feature in FEATURES)


def measure(pair: Pair) -> dict[str, float]:
    """All features of a pair that are not 0, by name."""
    return {name: value for name, feature in _NAMED if (value := feature(pair))}
