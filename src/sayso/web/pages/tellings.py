"""One telling: what one article says of a claim, on whose word, and what a person can decide about it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from sayso.engine.history import find_decided
from sayso.engine.meant import Meant, meant_by
from sayso.export import trace_json, trace_words
from sayso.export.review_words import SIDES
from sayso.export.trace_tree import Traced, spans
from sayso.store.connection import Reader
from sayso.store.ids import find_short
from sayso.store.lineage import find_text
from sayso.text.codec import Record
from sayso.types.attribution import VoiceKind
from sayso.types.weighing import Assertion
from sayso.web.page import Asked, NotThere, Page, Shown, there
from sayso.web.review_panel import KINDS, choices, decided, telling


def look(ledger: Reader, asked: Asked) -> Shown:
    """What an article says, and the forms that decide about it."""
    id = asked.path["id"]
    if not id.startswith("c_"):
        raise NotThere(f"{id!r} is no id of what one article says; it begins with c_")
    meant = there(lambda: meant_by(ledger, id))
    one = meant.one
    assert one is not None, id
    found = _alone(ledger, meant, one)
    claim = meant.claim
    return Shown(
        title="What one article says",
        context={
            "claim_id": claim.id,
            "claim_text": claim.text,
            "claim_short": find_short(ledger, claim.id),
            "it": telling(found, one, one.id not in meant.own),
            "article": found.articles.get(one.document),
            "document": one.document,
            "short": find_short(ledger, one.id),
            "side_words": SIDES[one.side],
            "rests": choices(claim, [o for o in claim.weighed.origins if one.id in o.assertions]),
            "chain": [_name(one, k) for k in range(1, len(one.chain))],
            "alone": len(meant.own) == 1 and one.id in meant.own,
            "origins": choices(claim),
            "kinds": KINDS,
            "decisions": decided(ledger, found.decisions),
        },
        record=lambda: _record(meant, one, found),
    )


def _alone(ledger: Reader, meant: Meant, one: Assertion) -> Traced:
    """The telling by itself, with its words and what was decided about it."""
    claim = replace(meant.claim, assertions=(one,), weighed=replace(meant.claim.weighed, steps=()))
    text = find_text(ledger, one.document)
    words = {(document, span): span.of(text) for document, span in spans(claim)}
    return Traced(claim, (), words, tuple(find_decided(ledger, [one.id])))


def _name(one: Assertion, place: int) -> str:
    """A voice as the article has it; a private person stands in the article's own text alone."""
    teller = one.chain[place]
    private = teller.kind is VoiceKind.PERSON and not teller.public
    return trace_words.PRIVATE if private else teller.name or "nobody named"


def _record(meant: Meant, one: Assertion, found: Traced) -> Record:
    return {
        "kind": "telling",
        "claim": meant.claim.id,
        "copy": one.id not in meant.own,
        "assertion": trace_json.assertion(found, one),
        "decisions": [trace_json.decision(row) for row in found.decisions],
    }


PAGE: Final = Page(
    name="tellings",
    path="/tellings/{id}",
    help="What one article says of a claim: its words, its side, on whose word, and what people decided about it.",
    look=look,
    parts={"id": "The id of what one article says, c_..., or its first characters."},
    styles=("review.css",),
)
