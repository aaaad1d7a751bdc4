from __future__ import annotations

import pytest

from bench.linking import copies, measured


def test_copies_are_one_family(capsys: pytest.CaptureFixture[str]) -> None:
    made = copies(9)
    assert len({article["text"] for article in made}) == 9 and len({article["published"] for article in made}) == 9
    measured("copies", made)
    out = capsys.readouterr().out
    assert "copies: 8 linked in" in out and "the largest family has 9 articles" in out
