"""Reports as plain dicts for JSON, and back. The shape is ``schema/reading.schema.json``.

Offsets are given twice: ``begin`` and ``end`` in Unicode code points (Python, and the offsets of
``Span``), ``utf16_begin`` and ``utf16_end`` in UTF-16 code units (JavaScript, Java, C#). Reading
back uses the former and checks the covered text.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib.resources import files
from typing import Any, Final

from sayso.errors import InputError
from sayso.text.codec import Record, decode, encode, finder, placer
from sayso.types.actor import Actor
from sayso.types.attribution import Attribution, Producer
from sayso.types.claim import Claim, Grounding, Report
from sayso.types.document import Document, Rejection, Stage
from sayso.types.event import Event, EventMention
from sayso.types.place import Place
from sayso.types.reading import Mention, Reading, Sentence, VoiceSummary, Wording
from sayso.types.time import TimeExpression

SCHEMA_VERSION: Final = "1.2"  # raised with every change of the schema; the first figure when a field goes or changes
# Legal in a JSON string, but a terminal obeys some, some reorder what stands around them, some end a
# line for some readers, and lone surrogates (from file names) cannot be encoded: written as \uXXXX.
ESCAPED: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def schema() -> Record:
    """The JSON Schema (draft 2020-12) of everything that ``json`` and ``jsonl`` write."""
    text = files("sayso.export").joinpath("schema/reading.schema.json").read_text(encoding="utf-8")
    record: Record = json.loads(text)
    return record


def to_dict(report: Report) -> Record:
    """The report as a dict of JSON types. ``from_dict`` gives back an equal report.

    Private persons stay inside the document: they are written without a key, whatever their record holds.
    """
    reading, meant = report.reading, report.grounding
    place = placer(reading.document.text)
    actors = tuple(actor if actor.public else replace(actor, key=None) for actor in meant.actors)
    found = {
        "claims": meant.claims,
        "events": meant.events,
        "actors": actors,
        "times": meant.times,
        "places": meant.places,
        "attributions": reading.attributions,
        "voices": reading.voices,
        "mentions": reading.mentions,
        "event_mentions": reading.events,
        "sentences": reading.sentences,
        "wording": reading.wording,
        "warnings": report.warnings,
        "grounding_warnings": meant.warnings,
    }
    return {
        "kind": "reading",
        "schema_version": SCHEMA_VERSION,
        "document": encode(reading.document, place),
        "model": encode(reading.model, place),
        **{name: encode(value, place) for name, value in found.items()},
    }


def rejection_to_dict(rejection: Rejection) -> Record:
    """A rejection as a dict of JSON types."""
    return {
        "kind": "rejection",
        "schema_version": SCHEMA_VERSION,
        "origin": rejection.origin,
        "stage": rejection.stage.value,
        "reason": rejection.reason,
        "message": rejection.message,
    }


def from_dict(record: Record) -> Report:
    """The report that ``to_dict`` made a dict of.

    Raises ``InputError`` when the dict is no such record, or a span does not cover the text it says it covers.
    """
    kind = record.get("kind") if isinstance(record, dict) else None
    if kind != "reading":
        raise InputError(f"this is no reading: its kind is {kind!r}; give one item of 'readings' or one line of jsonl")
    version = str(record.get("schema_version"))
    if not _readable(version):
        raise InputError(f"the reading follows schema {version}, this version knows {SCHEMA_VERSION}; read it anew")
    try:
        return _report(record)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        what = f"{type(error).__name__}: {error}"
        raise InputError(f"the reading does not follow the schema ({what}); see 'sayso schema'") from error


def _readable(version: str) -> bool:
    """Whether records of this version hold all that is needed: the same first figure, and no smaller second one."""
    ours = [int(figure) for figure in SCHEMA_VERSION.split(".")]
    theirs = [int(figure) for figure in version.split(".") if figure.isdecimal() and figure.isascii()]
    return len(theirs) == len(ours) and theirs[0] == ours[0] and theirs[1] >= ours[1]


def _report(record: Record) -> Report:
    document: Document = decode(Document, record["document"], finder(""))
    find = finder(document.text)

    def many(name: str, kind: Any) -> Any:
        return decode(tuple[kind, ...], record[name], find)

    warnings, later = many("warnings", str), many("grounding_warnings", str)
    split = len(warnings) - len(later)
    if split < 0 or warnings[split:] != later:
        raise ValueError("'warnings' does not end with 'grounding_warnings'")
    reading = Reading(
        document=document,
        sentences=many("sentences", Sentence),
        mentions=many("mentions", Mention),
        attributions=many("attributions", Attribution),
        voices=many("voices", VoiceSummary),
        warnings=warnings[:split],
        model=decode(Producer, record["model"], find),
        events=many("event_mentions", EventMention),
        wording=decode(Wording, record["wording"], find),
    )
    grounding = Grounding(
        times=many("times", TimeExpression),
        places=many("places", Place),
        actors=many("actors", Actor),
        events=many("events", Event),
        claims=many("claims", Claim),
        warnings=later,
    )
    return Report(reading, grounding)


def dumps(value: Record | list[Record], indent: int | None = None) -> str:
    """JSON text that any line-wise reader, encoding and terminal can take."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def rejection_from_dict(record: Record) -> Rejection:
    """The rejection that ``rejection_to_dict`` made a dict of. Raises ``InputError`` for anything else."""
    try:
        return Rejection(record["origin"], Stage(record["stage"]), record["reason"], record["message"])
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"this is no rejection ({type(error).__name__}: {error}); see 'sayso schema'") from error
