from hypothesis import given
from hypothesis import strategies as st

from sayso.lineage.align import align
from sayso.lineage.align_blocks import Block, completed
from sayso.lineage.align_pairs import pairs

SENTENCES = st.lists(st.sampled_from(["abcdefgh", "abcd", "efgh", "ijklmnop", "xyz"]), min_size=1, max_size=6)


def test_a_sentence_split_in_two_belongs_to_its_neighbour() -> None:
    compared = pairs(["abcdefgh", "ijklmnop"], ["abcd", "efgh", "ijklmnop"])
    assert completed([Block((1, 2), (2, 3), 8)], compared) == [Block((0, 0), (2, 3), 16)]


def test_neighbours_on_both_sides_become_one() -> None:
    compared = pairs(["abcd", "ijkl"], ["abcd", "ijkl"])
    blocks = [Block((0, 0), (1, 1), 4), Block((1, 1), (2, 2), 4)]
    assert completed(blocks, compared) == [Block((0, 0), (2, 2), 8)]


def test_what_has_nothing_in_common_stays_out() -> None:
    compared = pairs(["abcd", "qrst"], ["abcd", "uvwx"])
    assert completed([Block((0, 0), (1, 1), 4)], compared) == [Block((0, 0), (1, 1), 4)]


def test_a_passage_whose_sentences_were_joined() -> None:
    first = (
        "The ferry leaves the old harbour every hour on weekdays. It takes people and goods across the river Vela. "
        "Repairs of the bridge will last until the end of March at least."
    )
    second = first.replace("weekdays. It", "weekdays, and it")
    (passage,) = align(first, second).passages
    assert (passage.first.of(first), passage.second.of(second)) == (first, second)


@given(SENTENCES, SENTENCES)
def test_no_sentence_is_taken_twice(first: list[str], second: list[str]) -> None:
    compared = pairs(first, second)
    seed = [Block((i, j), (i + 1, j + 1), compared.common(i, j)) for i, j in compared.promising[:1]]
    for side in (0, 1):
        taken = [k for b in completed(seed, compared) for k in range(b.begin[side], b.end[side])]
        assert len(taken) == len(set(taken))
        assert all(0 <= k < len((first, second)[side]) for k in taken)
