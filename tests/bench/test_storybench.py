from __future__ import annotations

from pathlib import Path

import pytest

from bench.scorers import BenchError
from bench.storybench import run, told
from bench.storygold import load
from tests.bench.stories import ROWS, ferry, written


@pytest.mark.slow
def test_a_story_goes_through_a_ledger_of_its_own(tmp_path: Path) -> None:
    folder = written(tmp_path / "ferry")
    ((name, scored),) = run([folder], tmp_path / "kept")
    assert name == "ferry" and len(scored.tellings) == 6
    assert [c.outlets for c in scored.claims] == [3, 2]
    found = {t.quote: t.proposition for t in scored.tellings}
    assert found["The ferry sank off Lisk"] and all(c.oracle for c in scored.claims if c.found)
    assert run([folder], tmp_path / "kept") == [(name, scored)], "a ledger that was kept is used again"


@pytest.mark.slow
def test_an_ingest_that_fails_is_told(tmp_path: Path) -> None:
    story = ferry(tmp_path)
    story.articles.unlink()
    path = tmp_path / "ferry.sayso"
    with pytest.raises(BenchError, match="ferry: sayso ingest ended with 2"):
        told(story, path)
    assert not path.exists()


def test_a_kept_ledger_must_be_one(tmp_path: Path) -> None:
    story = load(written(tmp_path / "ferry", rows=ROWS))
    path = tmp_path / "ferry.sayso"
    path.write_text("no ledger")
    with pytest.raises(BenchError, match="ferry: "):
        told(story, path)
