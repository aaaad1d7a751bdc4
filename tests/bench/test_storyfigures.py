from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bench.storyfigures import details, figures, plain, table, totals
from bench.storyscore import Found, Scored, score
from sayso.types.weighing import Standing
from tests.bench.stories import ferry, right


def scored(folder: Path, **counts: object) -> Scored:
    story = ferry(folder)
    sank, fled = right(story)
    fled = replace(fled, weighed=replace(fled.weighed, **counts))  # type: ignore[arg-type]
    return score(story, Found((sank, fled), {}, {}))


def test_everything_right(tmp_path: Path) -> None:
    found = figures(scored(tmp_path))
    for name in ("found", "bcubed f1", "root f1", "bounds exact", "standing right", "sides right", "main bounds exact"):
        assert found[name] == 1, name
    assert found["false corroboration"] == found["extra members"] == 0
    assert "oracle root f1" not in found


def test_counters_of_outlets_are_wrong_where_outlets_share_an_origin(tmp_path: Path) -> None:
    found = figures(scored(tmp_path))
    assert found["outlets exact"] == 0 and found["outlets within"] == 0.5
    assert found["outlets / true least"] == 2.5 and found["outlets / true most"] == 1.25
    assert found["outlets false corroboration"] == 1


def test_false_corroboration_is_told(tmp_path: Path) -> None:
    found = figures(scored(tmp_path, standing=Standing.CORROBORATED))
    assert found["false corroboration"] == 0.5 and found["standing right"] == 0.5


def test_nothing_found_is_no_error(tmp_path: Path) -> None:
    found = figures(score(ferry(tmp_path), Found((), {}, {})))
    assert found["found"] == found["bounds exact"] == 0 and found["root p"] is None and found["root f1"] == 0
    assert found["bcubed f1"] == pytest.approx(2 * (1 / 3) / (1 + 1 / 3))
    assert figures(Scored((), ()))["bcubed f1"] is None


def test_what_is_shown(tmp_path: Path) -> None:
    made = scored(tmp_path)
    lines = list(table([("ferry", made)]))
    assert lines[1] == "ferry" and lines[2].split()[:7] == ["c1*", "4", "4", "1-2", "1-2", "1-1", "1-1"]
    shown = list(totals([("ferry", figures(made)), ("all", {})]))
    assert shown[0].split() == ["ferry", "all"] and shown[1].split() == ["claims", "2", "-"]
    assert json.loads(json.dumps(plain(made)))["claims"][0]["found"]["support"] == [1, 2]
    assert all("not found" not in line for line in details(made))


def test_details_name_what_went_wrong(tmp_path: Path) -> None:
    story = ferry(tmp_path)
    sank, _ = right(story)
    told = "\n".join(details(score(story, Found((replace(sank, assertions=sank.assertions[:1]),), {}, {}))))
    assert "missed vale, owner" in told and told.count("not found") == 5
