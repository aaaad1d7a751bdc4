from __future__ import annotations

from sayso.web.remembered import Remembered


def test_what_was_made_is_not_made_again() -> None:
    made: list[str] = []
    kept: Remembered[str] = Remembered(10, len)

    def make(word: str) -> str:
        made.append(word)
        return word

    for word in ("one", "two", "one", "two"):
        assert kept.get(word, lambda word=word: make(word)) == word  # type: ignore[misc]
    assert made == ["one", "two"]


def test_what_was_asked_for_longest_ago_is_forgotten_first() -> None:
    kept: Remembered[str] = Remembered(6, len)
    for word in ("one", "two", "one", "six"):
        kept.get(word, lambda word=word: word)  # type: ignore[misc]
    assert kept.get("one", lambda: "made anew") == "one"
    assert kept.get("two", lambda: "new") == "new"


def test_what_is_too_heavy_for_all_is_kept_alone() -> None:
    kept: Remembered[str] = Remembered(2, len)
    kept.get("a", lambda: "a")
    assert kept.get("long", lambda: "long enough") == "long enough"
    assert kept.get("long", lambda: "anew") == "long enough"
    assert kept.get("a", lambda: "b") == "b"
