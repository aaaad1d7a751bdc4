"""EXPORT: gives reports away.

Takes ``Report``s and ``Rejection``s, one after the other; gives text, JSON, JSON Lines or HTML;
may touch the one output stream it is handed and its own data files (schema, style sheet).
"""

from __future__ import annotations

from sayso.export import html, json_, jsonl, text
from sayso.export.format import Format, Outcome, Show, View, choose

FORMATS: tuple[Format, ...] = (text.FORMAT, json_.FORMAT, jsonl.FORMAT, html.FORMAT)

__all__ = ["FORMATS", "Format", "Outcome", "Show", "View", "choose"]
