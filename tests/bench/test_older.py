import random
from dataclasses import replace
from pathlib import Path

import pytest

from bench.alignment import Texts
from bench.older import claims, phrases, spun
from sayso.types.claim import Report
from sayso.types.lineage import Alignment, Derivation, Kind, Passage
from sayso.types.span import Span
from tests.reports import report

OLD = "The Chief of the General Staff told reporters on Monday that two columns had crossed the river near Orlen."
NEW = OLD.replace("General Staff", "Basic Workers").replace("columns", "segments")


def gold(spun: str, original: str) -> dict[str, object]:
    begin = NEW.index(spun)
    return {"type": "respun", "doc": "b", "start": begin, "end": begin + len(spun), "spun": spun, "original": original}


def test_phrases_count_as_right_letter_by_letter_only() -> None:
    edge = {"type": "edge", "src": "a", "dst": "b", "kind": "spun", "spans": []}
    rows = [gold("Basic Workers", "General Staff"), gold("segments", "columns"), gold("Monday", "Friday")]
    stray = {**gold("river", "river"), "doc": "c"}
    found = phrases(Texts({"a": OLD, "b": NEW}, [edge, *rows, stray]))
    assert found == {"all": 3, "told": 3, "right": 2}


def test_our_own_spinner_labels_what_it_puts_in(monkeypatch: pytest.MonkeyPatch) -> None:
    class Fake:
        def __init__(self, generator: Path, *, measuring: bool) -> None:
            assert measuring

        def spin(self, text: str, rate: float, rng: random.Random) -> tuple[str, list[tuple[int, int, str]]]:
            begin = NEW.index("segments")
            return text.replace("columns", "segments").replace("General Staff", "Basic Workers"), [
                (begin, begin + 8, "columns")
            ]

    monkeypatch.setattr("bench.older.Spinner", Fake)
    assert phrases(spun([OLD, OLD], Path("any"), 0.5)) == {"all": 2, "told": 2, "right": 2}


def test_claims_of_a_copy_are_counted_by_the_kind_of_the_gold() -> None:
    first = report()
    text = first.document.text
    second = Report(replace(first.reading, document=replace(first.document, id="d_copy")), first.grounding)
    whole = Alignment((Passage(Span(0, len(text)), Span(0, len(text))),), 1.0, 1.0, 1.0, 1.0)
    edge = Derivation(first.document.id, "d_copy", Kind.VERBATIM, 1.0, 1.0, whole, (), ())
    reports = {first.document.id: first, "d_copy": second}
    found = claims(reports, {"d_copy": [edge]}, {"d_copy": "verbatim", "d_gone": "spun"})
    assert set(found) == {"verbatim"}
    counted = found["verbatim"]
    assert counted["all"] == counted["carried"] == counted["parent"] == counted["same"] > 5
