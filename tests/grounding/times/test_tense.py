import pytest

from sayso.grounding.times.tense import direction


@pytest.mark.parametrize(
    ("before", "after", "way"),
    [
        ("Officials said on ", " that he left", -1),
        ("They will meet on ", ".", 1),
        ("The talks are set for ", ".", 1),
        ("It is scheduled to begin on ", ".", 1),
        ("The port is to be closed on ", ".", 1),
        ("He is travelling on ", ".", 1),
        ("After ", "'s ruling they will appeal", -1),
        ("The airspace stays closed until ", ".", 1),
        ("Until ", ", they had called him a witness.", -1),
        ("The market of ", "", 0),
        ("On ", ", the government planned to pay", -1),
        ("On ", ", Mohamed and his father are to travel", 1),
        ("The talks start on ", ".", 1),
        ("It was off to a bright start on ", ".", -1),
        ("A plan that will set the pace in ", ".", 1),
        ("It was shut until ", ", when the floor was condemned.", -1),
        ("They will say so, but ", ", I've been ill.", -1),
    ],
)
def test_which_way_a_sentence_points(before: str, after: str, way: int) -> None:
    assert direction(before, after) == way
