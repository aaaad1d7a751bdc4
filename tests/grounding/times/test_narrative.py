import pytest

from sayso.types.time import AnchorKind
from tests.grounding.times.support import ends, read

TEXT = "Rebels seized the ford on 11 February. "


@pytest.mark.parametrize(
    ("words", "begin", "end"),
    [
        ("Ten days later", "2022-02-21", "2022-02-22"),
        ("The following day", "2022-02-12", "2022-02-13"),
        ("The next night", "2022-02-12T18:00:00", "2022-02-13T06:00:00"),
        ("The previous night", "2022-02-10T18:00:00", "2022-02-11T06:00:00"),
        ("Two days earlier", "2022-02-09", "2022-02-10"),
        ("The same day", "2022-02-11", "2022-02-12"),
        ("Earlier that week", "2022-02-07", "2022-02-14"),
        ("A week later", "2022-02-15", "2022-02-22"),
        ("A few days later", "2022-02-13", "2022-02-17"),
        ("Weeks later", "2022-02-25", "2022-03-26"),
        ("The following week", "2022-02-14", "2022-02-21"),
        ("The following Tuesday", "2022-02-15", "2022-02-16"),
    ],
)
def test_counted_from_the_date_before(words: str, begin: str, end: str) -> None:
    marked = f"{TEXT}[{words}], they gave it up."
    assert ends(marked) == (begin, end)
    anchor = read(marked).anchor
    assert anchor is not None and anchor.kind is AnchorKind.EXPRESSION and anchor.name == "11 February"


@pytest.mark.parametrize("words", ["Two days later", "The next day", "That night", "Days later", "The week before"])
def test_without_a_date_before_the_answer_is_unknown(words: str) -> None:
    found = read(f"A few men left. [{words}] all had gone.")
    assert not found.known and found.reason


def test_stretches_run_on_from_the_story() -> None:
    text = "The shelling began on 1 March. It went on for [the next three days]."
    assert ends(text) == ("2022-03-02", "2022-03-05")
