from hypothesis import given
from hypothesis import strategies as st

from sayso.lineage.align import align
from sayso.lineage.boilerplate import without_boilerplate
from sayso.lineage.candidates import MOST
from sayso.lineage.sketch import sketch

NOTICE = (
    "This article belongs to our daily service. Write to the editors in confidence, read our guide on how we work and "
    "whom we quote, and follow the Harbour Post on all of its channels for the stories that matter to Port Alder."
)
STORY = (
    "Ilse Marrow said on Sunday that the northern depot had burnt down to its foundations within two hours. "
    "Fishermen on the Sella quay saw a light above the water before the blast, and doctors treated three workers."
)
OTHER = (
    "Traders in Norrin expect that wheat will cost six per cent more by Tuesday, when two freighters may unload again."
)


def led_to(text: str, crowded: str) -> dict[int, int]:
    of_all = {int(f) for f in sketch(crowded).features}
    return {f: MOST if f in of_all else 1 for f in map(int, sketch(text).features)}


def test_what_everybody_has_is_left_out() -> None:
    first = f"{STORY}\n\n{NOTICE}"
    second = f"{OTHER}\n\n{NOTICE}"
    found = without_boilerplate(align(first, second), first, led_to(first, NOTICE))
    assert found.passages == ()
    assert found.first_share == found.second_share == 0


def test_what_was_copied_stays_beside_it() -> None:
    first = f"{STORY}\n\n{OTHER}\n\n{NOTICE}"
    second = f"{NOTICE}\n\nNobody was hurt elsewhere in the valley, the council said in a note.\n\n{STORY}"
    before = align(first, second)
    found = without_boilerplate(before, first, led_to(first, NOTICE))
    assert [p.first.of(first) for p in found.passages] == [STORY]
    assert 0 < found.first_share < before.first_share


@given(st.sampled_from([STORY, OTHER, f"{STORY}\n\n{NOTICE}"]))
def test_nothing_changes_where_no_feature_is_crowded(text: str) -> None:
    found = align(text, text)
    assert without_boilerplate(found, text, led_to(text, "")) == found
