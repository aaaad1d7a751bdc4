import pytest

from sayso.reading.refusals import refusals


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The ministry declined to comment.", "declined", "to comment"),
        (
            "He did not immediately respond to a request for comment.",
            "did not immediately respond",
            "to a request for comment",
        ),
        ("They didn’t reply to several requests", "didn’t reply", "to several requests"),
        ("She could not be reached for comment.", "could not be reached", "for comment"),
        ("The army has not yet publicly commented.", "has not yet publicly", "commented"),
    ],
)
def test_refusals_are_found_in_two_parts(text: str, cue: str, content: str) -> None:
    ((found_cue, found_content),) = refusals(text)
    assert (found_cue.of(text), found_content.of(text)) == (cue, content)


def test_other_sentences_hold_none() -> None:
    assert refusals("He commented at length and did not respond to the attack. They refused to leave.") == ()
