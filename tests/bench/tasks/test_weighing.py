from pathlib import Path

import pytest

from bench.scorers import BenchError
from bench.storyfigures import figures
from bench.storyscore import Scored
from bench.table import LINES
from bench.tasks.weighing import EVENTS, STORY, weighings


def test_every_figure_of_the_table_is_one_that_is_measured() -> None:
    measured = {f"{split}_{name}" for split in ("dev", "test") for name in STORY} | {f"ecbplus_{e}" for e in EVENTS}
    shown = {line.key.removeprefix("weighing.") for line in LINES if line.key.startswith("weighing.")}
    assert shown == measured


def test_the_story_bench_gives_what_is_taken_from_it() -> None:
    assert set(STORY.values()) <= set(figures(Scored((), ())))


@pytest.mark.slow
def test_a_missing_corpus_is_named(tmp_path: Path) -> None:
    with pytest.raises(BenchError, match="ecbplus"):
        weighings(tmp_path, tmp_path, tmp_path / "out")
