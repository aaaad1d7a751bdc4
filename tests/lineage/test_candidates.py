import random
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso.lineage.candidates as candidates
from sayso.lineage.candidates import LIMIT, MOST, Index, is_candidate, rarity, score
from sayso.lineage.sketch import Sketch, sketch

SIZES = st.tuples(st.integers(0, 120), st.integers(0, 120))


def made(features: list[int]) -> Sketch:
    return Sketch(np.unique(np.array(features, dtype=np.uint64)), 300)


def filled(documents: dict[str, Sketch], order: list[str] | None = None) -> Index:
    index = Index()
    for id in order or documents:
        index.add(id, documents[id])
    return index


def own(rng: random.Random, count: int) -> list[int]:
    return rng.sample(range(1 << 40), count)


def test_a_copy_is_found_and_a_stranger_is_not() -> None:
    rng = random.Random(1)
    first = own(rng, 100)
    documents = {"first": made(first), "cut": made(first[:30]), "part": made(first[:6] + own(rng, 80))}
    documents |= {f"stranger{k}": made([first[0], *own(rng, 90)]) for k in range(30)}
    found = filled(documents).query(documents["first"], without="first")
    assert [c.id for c in found] == ["cut", "part"]
    assert [c.shared for c in found] == [30, 6]
    assert 1 >= found[0].score > found[1].score > 0


def test_rare_features_weigh_more() -> None:
    weights = [rarity(n) for n in range(1, 200)]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] == 1
    assert weights[MOST - 1] == weights[-1] == 0


@given(st.integers(0, 120), st.floats(0, 120), SIZES)
def test_a_score_does_not_ask_which_text_is_first(shared: int, evidence: float, sizes: tuple[int, int]) -> None:
    found = score(shared, evidence, sizes)
    assert 0 <= found <= 1
    assert found == score(shared, evidence, sizes[::-1])
    assert found <= score(shared + 1, evidence + 1, sizes)
    assert is_candidate(shared, evidence, sizes) == is_candidate(shared, evidence, sizes[::-1])


@given(st.integers(0, 10_000), st.integers(2, 150))
@settings(max_examples=40, deadline=None)
def test_the_order_of_intake_does_not_matter(seed: int, count: int) -> None:
    rng = random.Random(seed)
    pool = own(rng, 60)
    documents = {f"d{k}": made(rng.sample(pool, rng.randint(0, 30)) + own(rng, 5)) for k in range(count)}
    order = list(documents)
    rng.shuffle(order)
    usual, other = filled(documents), filled(documents, order)
    for id, one in list(documents.items())[:20]:
        assert usual.query(one, without=id) == other.query(one, without=id)


def test_what_is_sorted_in_is_found_as_what_waits_is(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(5)
    pool = own(rng, 300)
    documents = {f"d{k}": made(rng.sample(pool, 12) + [7, 8] + own(rng, 20)) for k in range(400)}
    waiting = filled(documents)
    monkeypatch.setattr(candidates, "FRESH", 7)
    monkeypatch.setattr(candidates, "CHUNK", 50)
    settled = filled(documents)
    assert any(waiting.query(one, without=id) for id, one in documents.items())
    for id, one in documents.items():
        assert waiting.query(one, without=id) == settled.query(one, without=id)


@pytest.mark.slow
def test_boilerplate_of_ten_thousand_articles_links_nothing_and_costs_little() -> None:
    rng = random.Random(2)
    boilerplate = own(rng, 15)
    index = Index()
    for number in range(10_000):
        index.add(str(number), made([*boilerplate, *own(rng, 85)]))
    assert not index.query(made([*boilerplate, *own(rng, 85)]))
    begun = time.process_time()
    for _ in range(100):
        index.query(made([*boilerplate, *own(rng, 85)]))
    assert time.process_time() - begun < 2
    assert index.bytes / len(index) < 1000


def test_a_thousand_copies_stay_bounded() -> None:
    rng = random.Random(3)
    text = own(rng, 100)
    index = Index()
    for number in range(2_000):
        index.add(str(number), made(text[number % 5 :] + own(rng, 5)))
    found = index.query(made(text))
    assert len(found) == LIMIT
    assert found[0].score > 0.9
    assert index.bytes / len(index) < 400


@pytest.mark.parametrize("features", [[], [1], [1, 2]])
def test_texts_of_a_few_words_are_no_candidates_of_all(features: list[int]) -> None:
    index = filled({str(k): made([1, *range(100 * k + 10, 100 * k + 90)]) for k in range(20)})
    assert index.query(made(features)) == ()
    assert Index().query(made(features)) == ()


def test_texts_are_found_through_a_spinner() -> None:
    first = (
        "The harbour at Velmar was closed on Tuesday after a drone struck a grain terminal, Governor Ranna Selb said. "
        "She told reporters in Ostrava that 1,214 tonnes of wheat had burned and that two dock workers were hurt."
    )
    spun = (
        "The port at Velmar was shut on Tuesday after a bumblebee hit a cereal station, Governor Ranna Selb said. "
        "She advised journalists in Ostrava that 1,214 tons of grain had flamed and that two wharf people were sore."
    )
    index = filled({"first": sketch(first)})
    assert [c.id for c in index.query(sketch(spun))] == ["first"]


def test_boilerplate_of_many_articles_leads_to_nobody() -> None:
    index = Index()
    boilerplate = list(range(30))
    for n in range(MOST + 10):
        index.add(f"d{n}", made([*boilerplate, *range(1000 * (n + 1), 1000 * (n + 1) + 70)]))
    stranger = made([*boilerplate, *range(500, 570)])
    assert index.query(stranger) == ()


def test_one_of_very_many_copies_still_finds_them() -> None:
    index = Index()
    for n in range(MOST + 10):
        index.add(f"d{n}", made([*range(90), *range(1000 * (n + 1), 1000 * (n + 1) + 10)]))
    copy = made([*range(90), *range(500, 510)])
    assert len(index.query(copy)) == LIMIT
