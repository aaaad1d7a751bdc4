import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.heads.attribution import (
    DISTANCES,
    PARAGRAPHS,
    REACH,
    decode_arguments,
    decode_cues,
    frame,
    relation,
)


def probabilities(*labels: int, sure: float = 0.9) -> np.ndarray:
    out = np.full((len(labels), 5), (1 - sure) / 4, dtype=np.float32)
    out[np.arange(len(labels)), labels] = sure
    return out


def test_cues_are_runs_of_begin_and_inside() -> None:
    found = decode_cues(probabilities(0, 1, 2, 0, 1, 3, 4, 4), 0.5)
    assert [(c.begin, c.end, c.anchor) for c in found] == [(1, 3, False), (4, 5, False), (5, 8, True)]


def test_a_cue_cut_in_two_is_one() -> None:
    assert [(c.begin, c.end) for c in decode_cues(probabilities(0, 1, 1, 2, 0), 0.5)] == [(1, 4)]


def test_cues_below_the_threshold_are_left_out() -> None:
    assert decode_cues(probabilities(0, 1, 0, sure=0.6), 0.7) == []


def test_frame_follows_the_cue_and_stays_in_the_window() -> None:
    assert frame(3, 4, 50) == (0, 50)
    assert frame(0, 1, 1000) == (0, 2 * REACH)
    assert frame(500, 502, 1000) == (501 - REACH, 501 + REACH)
    assert frame(999, 1000, 1000) == (1000 - 2 * REACH, 1000)


@given(st.integers(1, 400), st.data())
def test_relation_codes_fit_their_tables(words: int, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, words - 1))
    end = data.draw(st.integers(begin + 1, min(words, begin + 10)))
    paragraph = np.sort(np.array(data.draw(st.lists(st.integers(0, 9), min_size=words, max_size=words))))
    window = frame(begin, end, words)
    distance, steps, flag = relation(begin, end, False, paragraph, window)
    assert len(distance) == window[1] - window[0] <= 2 * REACH
    assert 0 <= distance.min() and distance.max() < DISTANCES
    assert 0 <= steps.min() and steps.max() < PARAGRAPHS
    assert (flag == 1).sum() == min(end, window[1]) - max(begin, window[0])


@settings(deadline=None)
@given(st.integers(0, 10_000))
def test_viterbi_finds_what_trying_all_paths_finds(seed: int) -> None:
    rng = np.random.default_rng(seed)
    words = int(rng.integers(1, 5))
    emissions = rng.normal(size=(1, words, 5)).astype(np.float32)
    transitions = rng.normal(size=(7, 5)).astype(np.float32)
    scores = {}
    for path in itertools.product(range(5), repeat=words):
        score = transitions[5, path[0]] + transitions[6, path[-1]]
        score += sum(emissions[0, t, label] for t, label in enumerate(path))
        scores[path] = score + sum(transitions[a, b] for a, b in itertools.pairwise(path))
    log_z = np.log(sum(np.exp(s) for s in scores.values()))
    (found,) = decode_arguments(emissions, transitions)
    best = max(scores, key=lambda p: scores[p])
    assert np.isclose(found.log_probability, scores[best] - log_z, atol=1e-4)
    tagged = {k for b, e in found.content for k in range(b, e)}
    assert tagged == {k for k, label in enumerate(best) if label in (3, 4)}


def test_content_may_be_in_pieces_and_source_is_one() -> None:
    emissions = np.full((1, 7, 5), -5.0, dtype=np.float32)
    for k, label in enumerate((3, 4, 0, 1, 3, 0, 1)):
        emissions[0, k, label] = 5.0 + (label == 1 and k == 3)
    (found,) = decode_arguments(emissions, np.zeros((7, 5), dtype=np.float32))
    assert found.content == ((0, 2), (4, 5))
    assert found.source == ((3, 4),)
