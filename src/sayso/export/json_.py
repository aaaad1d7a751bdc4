"""``json``: one object with every reading and every rejection, for a program that takes a whole file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from sayso.export.format import Format, Outcome, View
from sayso.export.records import SCHEMA_VERSION, dumps, rejection_to_dict, to_dict
from sayso.text.codec import Record
from sayso.types.claim import Report


def write(outcomes: Iterable[Outcome], out: TextIO, view: View) -> None:
    """Write ``{"kind": "readings", ..., "readings": [...], "rejections": [...]}``, readings as they come."""
    del view
    rejections: list[Record] = []
    out.write(f'{{\n"kind": "readings",\n"schema_version": "{SCHEMA_VERSION}",\n"readings": [')
    before = "\n"
    for outcome in outcomes:
        if isinstance(outcome, Report):
            out.write(before + dumps(to_dict(outcome), 2))
            before = ",\n"
        else:
            rejections.append(rejection_to_dict(outcome))
    out.write(f'\n],\n"rejections": {dumps(rejections, 2)}\n}}\n')


FORMAT = Format("json", (".json",), write)
