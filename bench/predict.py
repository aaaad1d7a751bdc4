"""Predictions in the scorers' formats. Gold annotation in the input is never looked at."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from bench import heads
from bench.scorers import BenchError
from bench.tasks import events as happened
from bench.tasks import eventtype as types
from bench.tasks import factuality as facts
from bench.tasks import place as places
from bench.tasks import time as times
from bench.tasks import wikievents
from bench.tasks.coref import coref
from sayso.grounding.ground import ground
from sayso.reading.read import Reader
from sayso.reading.spans import OUTERMOST_ONLY, read_text
from sayso.reading.voices.resolve import resolve
from sayso.text.sentences import sentences
from sayso.types.attribution import Attribution
from sayso.types.document import Basis, Document, Known
from sayso.types.raw import RawAttribution
from sayso.types.span import Span

Row = dict[str, Any]


def convention_of(document: Row) -> str:
    """The annotation convention that goes with a corpus's format, told by its descriptive keys alone.

    PolNeAR (outermost attributions only) names its annotator, GUM its genre; all else is Sayso's own.
    """
    if "annotator" in document:
        return "polnear"
    return "gum" if "genre" in document else "news"


def attribution(reader: Reader, row: Row, convention: str | None = None) -> Row:
    """Attributions with links, nesting, polarity and probability."""
    convention = convention or convention_of(row)
    if convention in OUTERMOST_ONLY:  # the model's spans are the whole answer: nothing is nested
        raw = read_text(reader.model, row["text"], convention).attributions
        plain = [{**_roles(r), "polarity": None, "inside": None, "probability": r.probability} for r in raw]
        return {"id": row["id"], "text": row["text"], "attributions": plain}
    found = _resolved(reader, row, convention)
    index = {a.id: k for k, a in enumerate(found)}
    out = []
    for a in found:
        negative = a.polarity.value != "affirmed"
        polarity = a.polarity.value if convention == "news" else "negative" if negative else "positive"
        parent = index.get(a.parent) if a.parent else None
        out.append({**_roles(a), "polarity": polarity, "inside": parent, "probability": a.probability})
    return {"id": row["id"], "text": row["text"], "attributions": out}


def chains(reader: Reader, row: Row, convention: str | None = None) -> Row:
    """Attributions with parent, polarity and root."""
    found = _resolved(reader, row, convention or "news")
    index = {a.id: k for k, a in enumerate(found)}
    out = []
    for a in found:
        parent = index.get(a.parent) if a.parent else None
        root = {"kind": a.root.kind.value, "name": a.root.name}
        out.append(
            {**_roles(a), "polarity": a.polarity.value, "parent": parent, "root": root, "probability": a.probability}
        )
    return {"id": row["id"], "text": row["text"], "attributions": out}


def entities(reader: Reader, row: Row, convention: str | None = None) -> Row:
    """Names of persons, organisations and places."""
    raw = read_text(reader.model, row["text"], "news", names=convention or "uner")
    found = [
        {"span": [m.span.begin, m.span.end], "type": m.coarse.value, "name": True, "probability": m.probability}
        for m in raw.mentions
    ]
    return {"id": row["id"], "text": row["text"], "entities": found}


def time(reader: Reader, row: Row, convention: str | None = None) -> Row:
    """Time expressions; convention "given" takes the row's spans, "gum" does and writes TEI's values."""
    return times.time(row, given=convention in ("given", "gum"), tei=convention == "gum")


def place(reader: Reader, row: Row, convention: str | None = None) -> Row:
    """Places; convention "found" marks the names too, else their spans are taken as given."""
    return places.place(row, given=convention != "found")


def events(reader: Reader, row: Row, convention: str | None = None) -> Row:
    """Events with arguments: Sayso's own, or with convention "kairos" those of WikiEvents' ontology."""
    if convention == "kairos":
        return wikievents.predicted(reader.model, row)
    return happened.prediction(row, ground(reader.read(happened.document(row))).events)


def eventtype(reader: Reader, row: Row, convention: str | None = None) -> Row:
    """The type of what a given actor does to a given recipient."""
    return types.eventtype(row, partial(heads.pair_type, reader.model))


def factuality(reader: Reader, row: Row, convention: str | None = None) -> Row:
    """How factual given events are, on the scale of UDS-IH2 or, with convention "meantime", of MEANTIME."""
    return facts.factuality(row, scale(reader), "meantime_factuality" if convention == "meantime" else "uds_ih2")


def scale(reader: Reader) -> facts.Predict:
    """The model's numbers, each corpus on its own scale."""
    conventions = {"uds_ih2": "uds", "meantime_factuality": "meantime"}
    return lambda text, spans, corpus: heads.factuality(reader.model, text, spans, conventions[corpus])


def _resolved(reader: Reader, row: Row, convention: str) -> tuple[Attribution, ...]:
    text = row["text"]
    raw = read_text(reader.model, text, convention)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    outlet = row.get("outlet")
    publisher = Known(outlet, Basis.METADATA) if isinstance(outlet, str) and outlet else None
    document = Document("d_" + digest[:16], text, str(row["id"]), "jsonl", publisher=publisher)
    _, attributions, _ = resolve(document, sentences(text), raw.mentions, raw.attributions, reader.lexicon)
    return attributions


def _roles(a: Attribution | RawAttribution) -> Row:
    def ranges(spans: tuple[Span, ...]) -> list[list[int]]:
        return [[s.begin, s.end] for s in spans]

    return {"source": ranges(a.source), "cue": ranges(a.cue), "content": ranges(a.content)}


TASKS: dict[str, Callable[[Reader, Row, str | None], Row]] = {
    "attribution": attribution,
    "entities": entities,
    "chains": chains,
    "time": time,
    "place": place,
    "events": events,
    "eventtype": eventtype,
    "factuality": factuality,
    "coref": coref,
}
# What the folder of a corpus tells of its convention, by task.
FOLDERS = {
    ("events", "wikievents"): "kairos",
    ("factuality", "meantime_factuality"): "meantime",
    ("time", "gum_dates"): "gum",
}


def convention_by_folder(task: str, path: Path) -> str | None:
    """The convention that goes with the folder a file lies in; ``None`` where the folder tells nothing."""
    return next((c for (t, folder), c in FOLDERS.items() if t == task and folder in path.resolve().parts), None)


def predict(reader: Reader, task: str, rows: list[Row], convention: str | None = None) -> list[Row]:
    """Predictions for all documents, in order. Raises ``BenchError`` for an unknown task or a row without text."""
    if task not in TASKS:
        raise BenchError(f"unknown task {task!r}; known: {', '.join(TASKS)}")
    for row in rows:
        if not isinstance(row.get("id"), str) or not isinstance(row.get("text"), str):
            raise BenchError(f'a document lacks a string "id" or "text": {str(row)[:80]}')
    return [TASKS[task](reader, row, convention) for row in rows]
