"""The history of a claim as JSON types: the schema is ``schema/timeline.schema.json``."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, Final

from sayso.text.codec import Record
from sayso.types.timeline import History, Moment, Turn, Words
from sayso.types.weighing import Proposition

VERSION: Final = "1.0"


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what ``record`` gives."""
    text = files(__package__).joinpath("schema/timeline.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def record(history: History) -> Record:
    """A history. Spans are ``[begin, end]`` in code points of the text of the document named beside."""
    return {
        "kind": "timeline",
        "schema_version": VERSION,
        "claims": [_claim(claim) for claim in history.claims],
        "moments": [_moment(moment) for moment in history.moments],
        "turns": [_turn(turn) for turn in history.turns],
        "articles_before": history.earlier,
        "articles_after": history.later,
    }


def _claim(found: Proposition) -> Record:
    return {
        "id": found.id,
        "text": found.text,
        "standing": found.weighed.standing.value,
        "standing_reason": found.weighed.standing_reason,
        "articles": len(found.articles),
        "texts": found.texts,
        "first_seen": found.first_seen,
        "last_seen": found.last_seen,
    }


def _moment(found: Moment) -> Record:
    return {
        "kind": found.kind.value,
        "claim": found.claim,
        "assertion": found.assertion,
        "side": found.side.value,
        "published": found.published,
        "article": found.article,
        "outlet": found.outlet,
        "source": found.source,
        "voice": found.voice,
        "after": words(found.after),
        "before": words(found.before) if found.before else None,
        "saying": words(found.saying) if found.saying else None,
        "note": found.note,
        "count": found.count,
        "until": found.until,
        "outlets": list(found.outlets),
    }


def words(found: Words) -> Record:
    """Words of an article and where they stand."""
    return {"document": found.document, "span": [found.span.begin, found.span.end], "words": found.text}


def _turn(found: Turn) -> Record:
    return {
        "claim": found.claim,
        "published": found.published,
        "standing": found.standing.value,
        "reason": found.reason,
        "for": {"at_least": found.support[0], "at_most": found.support[1]},
        "against": {"at_least": found.against[0], "at_most": found.against[1]},
    }
