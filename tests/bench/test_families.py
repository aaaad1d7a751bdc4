import json
from pathlib import Path

from bench.families import documents, links, predictions
from sayso.lineage.family import families
from tests.copies import family_set

ROWS = [
    {"id": d.id, "title": "Ferry", "text": d.text, "outlet": d.publisher and d.publisher.value, "published": None}
    for d in family_set()
]


def test_rows_become_documents() -> None:
    found = documents(ROWS)
    assert found[0].publisher is not None and found[0].publisher.value == "Lisk Lantern"
    assert found[0].published is None and found[0].text == ROWS[0]["text"]


def test_links_are_kept(tmp_path: Path) -> None:
    given, kept = documents(ROWS), tmp_path / "links.json"
    found = links(given, kept)
    assert ("d_original", "d_whole") in found and not any("d_other" in pair for pair in found)
    assert links((), kept) == found


def test_predictions_are_rows_of_the_scorer() -> None:
    given = documents(ROWS)
    rows = predictions(families(given, links(given)))
    assert json.loads(json.dumps(rows)) == rows
    assert sum(r["type"] == "cluster" for r in rows) == 1 and sum(r["type"] == "edge" for r in rows) == 4
    assert all(len(span) == 4 for r in rows if r["type"] == "edge" for span in r["spans"])
