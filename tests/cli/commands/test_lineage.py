from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.engine.kin import ARTICLES, EXAMPLE, ids, ledger_in
from tests.readings import FakeReader

Sayso = Callable[..., Result]


@pytest.fixture
def related(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """The ledger of the example, and the ids of its articles by outlet."""
    with ledger_in(tmp_path, ARTICLES) as ledger:
        known = ids(ledger.read)
    return tmp_path, known


def test_families_are_listed_and_one_is_shown(sayso: Sayso, related: tuple[Path, dict[str, str]]) -> None:
    folder, known = related
    listed = sayso("lineage", "-C", folder)
    assert listed.exit_code == 0 and "Alder Wire" in listed.stdout and listed.stderr == "1 family\n"
    (row,) = json.loads(sayso("lineage", "-C", folder, "--output-format", "json").stdout)
    assert (row["kind"], row["articles"], row["first"]) == ("family", 6, known["Alder Wire"])
    shown = sayso("lineage", known["Norrin Gazette"][:8], "-C", folder)
    assert shown.stdout.startswith("6 articles, 1 text, from 6 outlets; 2 Mar 2031 to 3 Mar 2031")
    assert "cut from d_" in shown.stdout and "Coast Radio" not in shown.stdout


def test_show_tells_in_one_line_from_what_an_article_derives(
    sayso: Sayso, related: tuple[Path, dict[str, str]]
) -> None:
    folder, known = related
    shown = " ".join(sayso("show", known["Norrin Gazette"], "-C", folder).stdout.split())
    assert "lineage: cut from d_" in shown and "(Alder Wire, 2 Mar 2031, 08:10 UTC), confidence 0.9" in shown
    record = json.loads(sayso("show", known["Norrin Gazette"], "-C", folder, "--output-format", "json").stdout)
    assert (record["derives_from"][0]["kind"], record["articles_of_this_text"]) == ("cut", 6)
    assert "lineage:" not in sayso("show", known["Coast Radio"], "-C", folder).stdout


def test_a_family_is_written_to_a_file_in_the_form_of_its_name(
    sayso: Sayso, related: tuple[Path, dict[str, str]]
) -> None:
    folder, known = related
    for name, begin in (("tree.svg", "<svg "), ("tree.dot", "digraph"), ("tree.json", "{"), ("tree.txt", "6 articles")):
        assert sayso("lineage", known["Alder Wire"], "-C", folder, "-o", folder / name).exit_code == 0
        assert (folder / name).read_text(encoding="utf-8").startswith(begin)
    ledger = folder / "ledger.sayso"
    refused = sayso("lineage", known["Alder Wire"], "-C", folder, "-o", ledger)
    assert refused.exit_code == 2 and "is the ledger" in refused.stderr


def test_an_article_without_relatives_stands_alone(sayso: Sayso, related: tuple[Path, dict[str, str]]) -> None:
    folder, known = related
    assert "1 article, 1 text" in sayso("lineage", known["Coast Radio"], "-C", folder).stdout
    record = json.loads(sayso("lineage", known["Coast Radio"], "-C", folder, "--output-format", "json").stdout)
    assert (record["articles"], record["derivations"]) == (1, [])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--output-format", "svg"), "a list of families is not written as svg"),
        (("d_00ab", "--output-format", "csv"), "a family is not written as csv"),
        (("-o", "x.svg"), "give its ID"),
        (("ffffffff",), "no document or claim"),
    ],
)
def test_what_cannot_be_had_is_one_line(
    sayso: Sayso, related: tuple[Path, dict[str, str]], arguments: tuple[str, ...], told: str
) -> None:
    result = sayso("lineage", *arguments, "-C", related[0])
    assert result.exit_code == 2 and told in result.stderr and result.stderr.count("\n") == 1


def test_ingest_links_what_it_read_and_leaves_it_waiting_unasked(
    sayso: Sayso, tmp_path: Path, reader: FakeReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.reading.load_reader", lambda folder=None, threads=None: reader)
    monkeypatch.setattr(FakeReader, "version", "1.3", raising=False)
    sayso("init", tmp_path)
    assert sayso("ingest", EXAMPLE, "-C", tmp_path, "--no-read").exit_code == 0
    waiting = sayso("lineage", "-C", tmp_path)
    assert "7 articles not compared with the others yet" in waiting.stderr
    assert "7 not compared yet" in sayso("status", "-C", tmp_path).stdout
    assert sayso("ingest", "-C", tmp_path, "--jobs", "1").exit_code == 0
    assert sayso("lineage", "-C", tmp_path).stderr == "1 family\n"
    assert "texts      2, 5 articles derive from others in 1 family\n" in sayso("status", "-C", tmp_path).stdout
