"""What two articles or outlets say of one event, as JSON types: the schema is ``schema/compare.schema.json``."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, Final

from sayso.export.timeline_json import words
from sayso.export.trace_json import article
from sayso.text.codec import Record
from sayso.types.contrast import Compared, Contrast, Difference, Heading, Held, Party
from sayso.types.timeline import Words
from sayso.types.weighing import Assertion

VERSION: Final = "1.0"


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what ``record`` gives."""
    text = files(__package__).joinpath("schema/compare.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def record(compared: Compared) -> Record:
    """A comparison. Spans are ``[begin, end]`` in code points of the text of the document named beside."""
    return {
        "kind": "compare",
        "schema_version": VERSION,
        "first": _party(compared.first),
        "second": _party(compared.second),
        "both": [_contrast(c) for c in compared.both],
        "only_first": [_contrast(c) for c in compared.only_first],
        "only_second": [_contrast(c) for c in compared.only_second],
    }


def _party(found: Party) -> Record:
    return {"outlet": found.outlet, "articles": [article(a) for a in found.articles]}


def _contrast(found: Contrast) -> Record:
    return {
        "claim": _heading(found.claim),
        "other": _heading(found.other) if found.other else None,
        "first": [_said(a, w) for a, w in zip(found.first, found.first_words, strict=True)],
        "second": [_said(a, w) for a, w in zip(found.second, found.second_words, strict=True)],
        "differences": [_difference(d) for d in found.differences],
        "shared_origins": [name or None for name in found.shared],
    }


def _heading(found: Heading) -> Record:
    return {
        "id": found.id,
        "text": found.text,
        "modality": found.modality.value,
        "standing": found.standing.value,
    }


def _said(found: Assertion, said: Words) -> Record:
    return {
        "id": found.id,
        "said": words(said),
        "side": found.side.value,
        "certainty": found.certainty.value,
    }


def _difference(found: Difference) -> Record:
    return {
        "aspect": found.aspect.value,
        "first": [_held(h) for h in found.first],
        "second": [_held(h) for h in found.second],
    }


def _held(found: Held) -> Record:
    return {"value": found.value, "shown_by": words(found.words)}
