import pytest

from sayso.reading.refusals import refusal_at, refusals, unthought
from sayso.types.span import Span


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


def test_negated_verbs_of_thought_with_a_clause_are_found_without_their_negation() -> None:
    text = "I don't think he came. She was not sure whether it rained. He does not know why they left. They never knew."
    assert [s.of(text) for s in unthought(text)] == ["think", "sure", "know"]


def test_knowledge_of_a_skill_or_without_a_clause_is_none() -> None:
    text = "I don't know how to swim. I do not know why. I don't think so. We never think of it. I think he came."
    assert unthought(text) == ()


def test_the_refusal_at_a_place() -> None:
    text = "He declined to comment. She refused to comment."
    second = refusals(text)[1][0]
    assert refusal_at(text, second) == refusals(text)[1]
    assert refusal_at(text, Span(0, 2)) is None
