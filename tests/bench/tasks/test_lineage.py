from pathlib import Path

import pytest

from bench.scorers import BenchError
from bench.table import LINES
from bench.tasks.lineage import FAMILY, KINDS, lineages


def test_every_figure_of_the_table_is_one_that_is_measured() -> None:
    measured = {*FAMILY, "passages_f1", "altered_f1", "altered_marked_f1", "altered_kind", "weighty_missed"}
    measured |= {f"{set}_{kind}" for set in ("among", "attacked") for kind in (*KINDS, "precision")}
    shown = {line.key.removeprefix("lineage.") for line in LINES if line.key.startswith("lineage.")}
    assert shown <= measured


def test_a_missing_corpus_is_named(tmp_path: Path) -> None:
    scorers = tmp_path / "bench"
    scorers.mkdir()
    with pytest.raises(BenchError, match="score_lineage"):
        lineages(tmp_path, scorers, tmp_path / "out")
