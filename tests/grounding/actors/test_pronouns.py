import pytest

from tests.grounding.actors.support import read, words


@pytest.mark.parametrize(
    ("marked", "name", "expected"),
    [
        ("[P:Marta Lund] met [P:Ivan Roth]. She left.", "Marta Lund", ["Marta Lund", "She"]),
        ("[P:Marta Lund] met [P:Ivan Roth]. He left.", "Ivan Roth", ["Ivan Roth", "He"]),
        ("The rebels met [P:Ivan Roth]. They left.", "rebels", ["rebels", "They"]),
        ("[C:Chad] closed its border.", "Chad", ["Chad", "its"]),
        ("[P:Ivan Roth] lost his boat.", "Ivan Roth", ["Ivan Roth", "his"]),
    ],
)
def test_pronouns_go_back_to_who_agrees(marked: str, name: str, expected: list[str]) -> None:
    assert words(marked, name) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[C:Chad] closed. It seems that rain came.",
        "[C:Chad] closed. It is clear that rain came.",
        "She left. [P:Ivan Roth] came.",
        "[P:Ivan Roth] saw him.",
    ],
)
def test_nobody_is_guessed(text: str) -> None:
    assert all(m.rule != "pronoun" for actor in read(text).values() for m in actor.mentions)


def test_the_speaker_of_a_quotation_is_not_he_in_it() -> None:
    from tests.grounding.actors.support import says

    text = "Ivan Roth met Abel Kay. “He lied,” Ivan Roth said."
    marked = "[P:Ivan Roth] met [P:Abel Kay]. “He lied,” [P:Ivan Roth] said."
    said = [says(text, "Ivan Roth", "“He lied,”", "Ivan Roth", nth=1)]
    assert "He" in words(marked, "Abel Kay", said)
