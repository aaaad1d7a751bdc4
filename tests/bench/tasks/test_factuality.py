from __future__ import annotations

import pytest

from bench.scorers import BenchError
from bench.tasks.factuality import factuality

ROW = {"id": "a", "text": "They left .", "events": [{"start": 5, "end": 9, "factuality": 3.0}]}


def test_numbers_stand_at_the_spans_and_within_the_scale() -> None:
    seen = []

    def predict(text: str, spans: tuple[object, ...], corpus: str) -> list[float]:
        seen.append((text, len(spans), corpus))
        return [7.5]

    assert factuality(ROW, predict, "uds_ih2") == {"id": "a", "events": [{"start": 5, "end": 9, "factuality": 3.0}]}
    assert seen == [("They left .", 1, "uds_ih2")]


def test_a_missing_number_is_an_error() -> None:
    with pytest.raises(BenchError, match="0 numbers for 1 events"):
        factuality(ROW, lambda *_: [], "uds_ih2")
    assert factuality({**ROW, "events": []}, lambda *_: [1.0], "uds_ih2")["events"] == []
