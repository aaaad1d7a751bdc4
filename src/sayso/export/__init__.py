"""EXPORT: gives reports away.

Takes ``Report``s and ``Rejection``s, one after the other; gives text, JSON, JSON Lines, HTML, or tables and graphs
for other tools (``FORMATS``); may touch the one output stream it is handed, its own data files (schema, style sheet)
and the log.
"""

from __future__ import annotations

from sayso.export import acled, brat, csv_, ftm, geojson, html, json_, jsonl, parquet, plover, prov, text, webanno, xmi
from sayso.export.format import Format, Outcome, Show, View, choose

FORMATS: tuple[Format, ...] = (
    text.FORMAT,
    json_.FORMAT,
    jsonl.FORMAT,
    html.FORMAT,
    csv_.FORMAT,
    parquet.FORMAT,
    plover.FORMAT,
    acled.FORMAT,
    geojson.FORMAT,
    webanno.FORMAT,
    prov.FORMAT,
    ftm.FORMAT,
    brat.FORMAT,
    xmi.FORMAT,
)

__all__ = ["FORMATS", "Format", "Outcome", "Show", "View", "choose"]
