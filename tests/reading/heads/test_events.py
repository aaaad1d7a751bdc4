import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sayso.reading.heads import events

NEWS = events.TYPES["news"]


def labels(rows: list[dict[int, float]], size: int) -> events.Floats:
    out = np.zeros((len(rows), size), dtype=np.float32)
    for k, row in enumerate(rows):
        for label, p in row.items():
            out[k, label] = p
        out[k, 0] += 1 - out[k].sum()
    return out


def test_a_trigger_begins_where_some_type_is_likely_and_goes_on_inside() -> None:
    assault, coerce, inside = 1 + NEWS.index("ASSAULT"), 1 + NEWS.index("COERCE"), 1 + len(NEWS)
    scores = labels([{}, {assault: 0.4, coerce: 0.3}, {inside: 0.9}, {}, {coerce: 0.2}], 2 + len(NEWS))
    (found,) = events.decode_triggers(scores, "news", 0.5)
    assert (found.begin, found.end, found.type) == (1, 3, "ASSAULT")
    assert found.probability == pytest.approx(0.4)


def test_arguments_are_runs_of_one_role() -> None:
    b_actor, i_actor = events.ROLE_LABELS.index("B-actor"), events.ROLE_LABELS.index("I-actor")
    place = events.ROLE_LABELS.index("I-place")
    rows = [{b_actor: 0.9}, {i_actor: 0.8}, {b_actor: 0.7}, {}, {place: 0.6}]
    found = events.decode_roles(labels(rows, len(events.ROLE_LABELS)))
    assert [(b, e, role) for b, e, role, _ in found] == [(0, 2, "actor"), (2, 3, "actor"), (4, 5, "place")]
    assert found[0][3] == pytest.approx(0.85)


def test_a_doubtful_word_does_not_cut_an_argument_in_two() -> None:
    b_actor, i_actor = events.ROLE_LABELS.index("B-actor"), events.ROLE_LABELS.index("I-actor")
    rows = [{b_actor: 0.9}, {i_actor: 0.3}, {b_actor: 0.5, i_actor: 0.4}, {i_actor: 0.8}]
    found = events.decode_roles(labels(rows, len(events.ROLE_LABELS)))
    assert [(b, e, role) for b, e, role, _ in found] == [(0, 4, "actor")]


def test_roles_of_another_ontology_are_cut_where_the_role_changes() -> None:
    victim, place = (events.KAIROS_ROLE_LABELS.index(r) for r in ("Victim", "Place"))
    rows = [{victim: 0.6}, {victim: 0.7}, {place: 0.9}, {victim: 0.3}]
    found = events.decode_kairos_roles(labels(rows, len(events.KAIROS_ROLE_LABELS)), 0.5)
    assert [(b, e, role) for b, e, role, _ in found] == [(0, 2, "Victim"), (2, 3, "Place")]


def test_every_question_has_its_own_place_in_the_answers() -> None:
    taken = [k for q in events.QUESTIONS for k in range(*events.answers(q).indices(events.ANSWERS))]
    assert taken == list(range(events.ANSWERS))
    with pytest.raises(KeyError):
        events.answers("weather")


def test_types_of_all_conventions_are_told_apart() -> None:
    numbers = [events.type_index(t, c) for c, types in events.TYPES.items() for t in types]
    assert numbers == list(range(events.UNTYPED))


def test_pairs_are_flagged_within_the_frame() -> None:
    assert events.pair_flags((2, 4), (5, 6), (1, 8)).tolist() == [0, 1, 1, 0, 2, 0, 0]


@given(arrays(np.float32, st.tuples(st.integers(0, 12), st.just(2 + len(NEWS))), elements=st.floats(0, 1, width=32)))
def test_triggers_are_in_order_and_never_overlap(scores: events.Floats) -> None:
    found = events.decode_triggers(scores, "news", 0.5)
    assert all(a.end <= b.begin for a, b in zip(found, found[1:], strict=False))
    assert all(0 <= t.begin < t.end <= len(scores) for t in found)


@given(st.floats(0, 1), st.floats(0.1, 3), st.floats(-3, 3))
def test_a_calibrated_probability_is_one_and_keeps_the_order(p: float, slope: float, constant: float) -> None:
    low, high = (events.calibrated(x, (slope, constant)) for x in (p / 2, p))
    assert 0 <= low <= high <= 1


def test_a_neutral_calibration_changes_nothing() -> None:
    assert events.calibrated(0.7, (1.0, 0.0)) == pytest.approx(0.7)
