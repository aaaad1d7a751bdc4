"""``jsonl``: one line for each reading or rejection, in the order of the inputs, for streams."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from sayso.export.format import Format, Outcome, View
from sayso.export.records import dumps, rejection_to_dict, to_dict
from sayso.types.claim import Report


def write(outcomes: Iterable[Outcome], out: TextIO, view: View) -> None:
    """Write and flush a line as soon as its outcome comes."""
    del view
    for outcome in outcomes:
        record = to_dict(outcome) if isinstance(outcome, Report) else rejection_to_dict(outcome)
        out.write(dumps(record) + "\n")
        out.flush()


FORMAT = Format("jsonl", (".jsonl", ".ndjson"), write)
