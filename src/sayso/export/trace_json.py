"""What stands behind a claim as JSON types, everything that is known: the schema is ``schema/trace.schema.json``."""

from __future__ import annotations

import json
from dataclasses import fields
from importlib.resources import files
from typing import Any, Final

from sayso.export import trace_words
from sayso.export.trace_tree import Traced, doubts
from sayso.text.codec import Record
from sayso.types.review import ListedReview
from sayso.types.span import Span
from sayso.types.weighing import Article, Assertion, Bounds, Carried, Joined, Origin, Step, Teller

VERSION: Final = "1.1"


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what ``record`` gives."""
    text = files(__package__).joinpath("schema/trace.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def record(traced: Traced) -> Record:
    """A claim across articles. Spans are ``[begin, end]`` in code points of the text of the document named beside."""
    found, weighed = traced.proposition, traced.proposition.weighed
    return {
        "kind": "trace",
        "schema_version": VERSION,
        "id": found.id,
        "text": found.text,
        "type": found.type.value if found.type else None,
        "mode": found.mode,
        "modality": found.modality.value,
        "setting": _plain(found.setting),
        "standing": weighed.standing.value,
        "standing_reason": weighed.standing_reason,
        "standing_since": weighed.standing_since,
        "for": bounds(weighed.support),
        "against": bounds(weighed.against),
        "texts": found.texts,
        "first_seen": found.first_seen,
        "last_seen": found.last_seen,
        "related": list(found.related),
        "articles": [article(a) for a in found.articles],
        "assertions": [assertion(traced, a) for a in found.assertions],
        "origins": [origin(o) for o in weighed.origins],
        "steps": [step(traced, s) for s in weighed.steps],
        "carried": [carried(c) for c in traced.carried],
        "joined": [joined(j) for j in traced.joined],
        "doubtful": [{"origins": [d.one.id, d.other.id], "reason": d.why} for d in doubts(found)],
        "decisions": [decision(d) for d in traced.decisions],
    }


def bounds(found: Bounds) -> Record:
    """How many independent origins, and why."""
    return {
        "at_least": found.least,
        "at_most": found.most,
        "reasons": [
            {"rule": r.rule, "sentence": r.sentence, "assertions": list(r.assertions), "origins": list(r.origins)}
            for r in found.reasons
        ],
    }


def article(found: Article) -> Record:
    """An article; ``text_id`` is the same for all articles that are one text."""
    return {name: getattr(found, name) for name in ("id", "outlet", "published", "title", "url", "text_id")}


def assertion(traced: Traced, found: Assertion) -> Record:
    """What one article says, with the words and where they stand."""
    return {
        "id": found.id,
        "document": found.document,
        "side": found.side.value,
        "text": found.text,
        "said": said(traced, found.document, found.span),
        "certainty": found.certainty.value,
        "stance": found.stance.value,
        "probability": found.probability,
        "chain": [_teller(traced, found.document, teller) for teller in found.chain],
        "numbers": list(found.numbers),
        "witnessed": [said(traced, found.document, span) for span in found.witnessed],
        "withdrawal": [said(traced, found.document, span) for span in found.withdrawal],
    }


def _teller(traced: Traced, document: str, found: Teller) -> Record:
    return {
        "voice_kind": found.kind.value,
        "name": found.name,
        "office": found.office,
        "country": found.country,
        "public": found.public,
        "mention": said(traced, document, found.mention) if found.mention else None,
        "cue": [said(traced, document, span) for span in found.cue],
    }


def said(traced: Traced, document: str, span: Span) -> Record:
    """Words of an article and where they stand."""
    return {"span": [span.begin, span.end], "words": traced.words.get((document, span))}


def origin(found: Origin) -> Record:
    """An origin; a private person has no name across articles."""
    return {
        "id": found.id,
        "kind": found.kind.value,
        "name": trace_words.origin_name(found),
        "written": [] if trace_words.is_private(found) else list(found.written),
        "camp": found.camp,
        "public": found.public,
        "assertions": list(found.assertions),
    }


def step(traced: Traced, found: Step) -> Record:
    """An edge: ``child`` has it from ``parent``."""
    words = said(traced, found.document, found.span) if found.span else None
    ends = {"child": found.child, "parent": found.parent, "rule": found.rule, "doubt": found.doubt}
    return ends | {"document": found.document or None, "shown_by": words}


def carried(found: Carried) -> Record:
    """Words taken over from another article."""
    ends = {"child": found.child, "parent": found.parent, "source": found.source}
    return ends | {"span": [found.span.begin, found.span.end]}


def joined(found: Joined) -> Record:
    """Why an assertion is taken to tell the same as another one of the claim."""
    ends = {"assertion": found.id, "with": found.other, "probability": found.probability}
    return ends | {"reasons": list(found.reasons), "sentence": trace_words.because(found)}


def decision(found: ListedReview) -> Record:
    """What a person decided, with what has become of it: as ``sayso review`` lists it."""
    plain = {field.name: getattr(found, field.name) for field in fields(found)}
    enums = {"action": found.action.value, "fate": found.fate.value, "side": found.side.value if found.side else None}
    lists = {name: list(value) for name, value in plain.items() if isinstance(value, tuple)}
    return plain | enums | lists


def _plain(setting: Any) -> Record:
    names = ("since", "until", "site", "country", "latitude", "longitude", "precision")
    return {name: getattr(setting, name) for name in names}
