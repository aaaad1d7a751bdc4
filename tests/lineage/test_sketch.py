import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.lineage.sketch import BUDGET, FEATURE_BITS, FeatureKind, kind_of, sketch

FIRST = (
    "The harbour at Velmar was closed on Tuesday after a drone struck a grain terminal, Governor Ranna Tikhorovskaya "
    "said. She told reporters in Ostrava that 1,214 tonnes of wheat had burned and that two dock workers were hurt. "
    "The Ministry of Transport in Karsk denied that the terminal had been warned, and its spokesman Ivo Brandt said "
    "that an inquiry would begin within 48 hours. Insurers in London have raised their rates for the strait twice "
    "since the spring, because ships waited for days to be let through."
)
# The same, words of content swapped for synonyms of any sense.
SPUN = (
    "The port at Velmar was shut on Tuesday after a bumblebee hit a cereal station, Governor Ranna Tikhorovskaya "
    "said. She advised journalists in Ostrava that 1,214 tons of grain had flamed and that two wharf employees were "
    "wounded. The Ministry of Transport in Karsk refused that the station had been alerted, and its speaker Ivo "
    "Brandt said that an enquiry would start within 48 minutes. Underwriters in London have lifted their prices for "
    "the narrow twice since the leap, because vessels stayed for days to be allow through."
)
# The same, persons and places respelt or replaced, figures rounded, function words and connectives replaced.
ATTACKED = (
    "This harbour near Welmar was closed on Tuesday following a drone which struck one grain terminal, the governor "
    "told reporters inside Ostrawa. About 1,200 tonnes of wheat burned as a pair of dock workers were hurt. In the "
    "capital, Transport officials denied this terminal had been warned; an inquiry would begin in two days, they "
    "said. Insurers abroad raised their rates for that strait twice since spring, as ships waited for days."
)
OTHER = (
    "Farmers in the upper valley began bringing in the barley a week early this year. Anna Selb of the growers' "
    "union in Mettau said on Friday that dry weather had spared the crop the rust that ruined it in 2019, and that "
    "prices should hold until the autumn fair. The union counts 312 members, most of whom own fewer than 20 hectares."
)

EXPECTED = [20148548481, 36162759273, 74899145580, 532632546122]


def shared(a: str, b: str) -> int:
    return len(np.intersect1d(sketch(a).features, sketch(b).features))


def test_relatives_share_what_their_rewriter_spared() -> None:
    assert shared(FIRST, FIRST) == sketch(FIRST).size
    assert shared(FIRST, SPUN) > 20
    assert shared(FIRST, ATTACKED) >= 4
    assert shared(FIRST, f"{OTHER} {FIRST[:330]} {OTHER}") > 10


def test_strangers_share_nothing() -> None:
    assert shared(FIRST, OTHER) == 0
    assert shared(SPUN, OTHER) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tikhanovskaya", "Tsikhanouskaya"), ("Kyiv", "Kiev"), ("Zelensky", "Zelenskyy"), ("Lukashenko", "Lukashenka"),
        ("Luhansk", "Lugansk"), ("Kharkiv", "Kharkov"), ("Müller", "Muller"), ("1,214", "1,200"), ("twelve", "12"),
    ],
)  # fmt: skip
def test_spellings_of_a_name_or_number_count_as_one(one: str, other: str) -> None:
    text = "We saw {} and Brandt with Selb near Mettau"
    kept = np.intersect1d(sketch(text.format(one)).features, sketch(text.format(other)).features)
    names = [f for f in sketch(text.format(one)).features if kind_of(f) is FeatureKind.NAMES]
    assert len(names) > 1
    assert set(names) <= set(kept)


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_has_a_bounded_sketch(text: str) -> None:
    made = sketch(text)
    assert made.size <= sum(BUDGET.values())
    assert made.features.dtype == np.uint64
    assert np.array_equal(made.features, np.unique(made.features))
    assert all(int(f) < 1 << FEATURE_BITS for f in made.features)


@given(st.lists(st.sampled_from([*FIRST.split(), *OTHER.split()]), max_size=120), st.sampled_from(FeatureKind))
@settings(max_examples=100, deadline=None)
def test_features_of_a_part_stay_unless_lower_ones_join_them(words: list[str], kind: FeatureKind) -> None:
    part = {int(f) for f in sketch(FIRST).features if kind_of(f) is kind}
    whole = {int(f) for f in sketch(f"{FIRST}\n{' '.join(words)}").features if kind_of(f) is kind}
    gone = part - whole
    assert not gone or (len(whole) == BUDGET[kind] and min(gone) > max(whole))


@pytest.mark.parametrize("text", ["", " \n", "No comment.", "They said that it was not so.", "?!" * 50])
def test_a_text_of_a_few_words_has_few_features_or_none(text: str) -> None:
    assert sketch(text).size <= 6


def test_a_sketch_is_the_same_everywhere() -> None:
    assert [int(f) for f in sketch("We met Ivo Brandt in Karsk").features] == EXPECTED


def test_a_sentence_repeated_a_hundred_thousand_times_takes_a_moment() -> None:
    begun = time.process_time()
    made = sketch("The Ministry of Transport in Karsk denied it. " * 100_000)
    assert time.process_time() - begun < 3
    assert made.size < 60
