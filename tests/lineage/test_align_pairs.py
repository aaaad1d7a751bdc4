import pytest

from sayso.lineage import align_pairs
from sayso.lineage.align_pairs import pairs

FIRST = ["abcdefgh", "ijklmnop", "qrstuvwx"]
SECOND = ["ijklmnzp", "abcdefgh", "12345678"]


@pytest.mark.parametrize("most", [align_pairs.MOST_PAIRS, 0])
def test_pairs_above_chance_are_found_in_short_and_in_long_texts(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(align_pairs, "MOST_PAIRS", most)
    found = pairs(FIRST, SECOND)
    assert sorted(found.promising) == [(0, 1), (1, 0)]
    assert found.common(1, 0) == 7
    assert found.score(0, 1) > found.score(1, 0) > 0 > found.score(2, 2)


def test_equal_sentences_of_long_texts_are_paired_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(align_pairs, "MOST_PAIRS", 0)
    assert pairs(["abcd"] * 50, ["abcd"] * 70).promising == tuple((k, k) for k in range(50))
