"""Assertions, and a claim across articles made of them by hand, for tests of what keeps, finds and shows claims."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import Any

from sayso.export.trace_tree import Traced, spans
from sayso.types.attribution import VoiceKind
from sayso.types.claim import ClaimKind
from sayso.types.event import Certainty, EventType, Occurrence, Phase, Reality, Role, Stance, Status
from sayso.types.span import Span
from sayso.types.weighing import (
    Article,
    Assertion,
    Bounds,
    Carried,
    Joined,
    Modality,
    Origin,
    OriginKind,
    Proposition,
    Reason,
    Setting,
    Side,
    Standing,
    Step,
    Taking,
    Teller,
    Weighed,
)

PAST = Status(Occurrence.HAPPENED, Phase.PAST, Reality.ASSERTED)
RUSK = Teller("v_r", VoiceKind.PERSON, "Pavel Rusk", "pvl rsk", "UA", "spokesman", True, Span(40, 50), (Span(51, 55),))
COUNCIL = Teller("v_k", VoiceKind.ORGANISATION, "the council of Norrin", "nrn", None, None, True, Span(0, 10))
VENN = Teller("v_v", VoiceKind.PERSON, "Ada Venn", None, None, None, False, Span(0, 8))


def claim_id(*parts: object) -> str:
    """An id as claims have it."""
    return "c_" + sha256("\0".join(map(str, parts)).encode()).hexdigest()[:16]


def told(key: object, document: str, *chain: Teller, **fields: Any) -> Assertion:
    """What one article says about troops that crossed the Sella; ``chain`` are the voices behind the article's own."""
    values: dict[str, Any] = {
        "id": claim_id(key, document),
        "document": document,
        "place": 0,
        "kind": ClaimKind.EVENT,
        "text": "Velmar troops crossed the Sella.",
        "span": Span(0, 32),
        "type": EventType.MOBILIZE,
        "mode": "deploy",
        "status": PAST,
        "side": Side.FOR,
        "modality": Modality.DEED,
        "certainty": Certainty.HIGH,
        "stance": Stance.NONE,
        "probability": 0.9,
        "chain": (Teller("v_a", VoiceKind.ARTICLE, None), *chain),
        "taking": (Taking(Role.ACTOR, "Velmar troops", "vlmr", None),),
        "setting": Setting("2031-03-01T00:00:00", "2031-03-02T00:00:00", "Sella", "UA"),
        "trigger": "cross",
        "words": ("velmar", "troop", "cross", "sella"),
    }
    return Assertion(**(values | fields))


def article(id: str, published: str | None, outlet: str | None, text_id: str | None = None) -> Article:
    return Article(id, outlet, published, f"Title of {id}", None, text_id or id)


ARTICLES = (
    article("d_00a1", "2031-03-01", "Alder Wire"),
    article("d_00a2", "2031-03-02T10:00:00Z", "The Harbour Post", "d_00a1"),
    article("d_00a3", None, "Norrin Gazette"),
    article("d_00a4", "2031-03-05", "<b>\x1b[31m & “Co”"),
    article("d_00a5", "2031-03-06", "Coast Radio"),
)
FIRST = told("one", "d_00a1", RUSK)
COPY = told("two", "d_00a2")
PRIVATE = told("three", "d_00a3", VENN)
DENIAL = told("four", "d_00a4", COUNCIL, side=Side.AGAINST, text='No tro\u202eops "crossed" \\ <it>.')
OPEN = told("five", "d_00a5", side=Side.OPEN)
ALL = (FIRST, COPY, PRIVATE, DENIAL, OPEN)
CARRIED = (Carried(COPY.id, FIRST.id, "d_00a1", Span(0, 30)),)


def weighed() -> Weighed:
    """One spokesman with a copy, a private person, a council that denies, and somebody who leaves it open."""
    origins = (
        Origin("o_1", OriginKind.NAMED, "Pavel Rusk", ("Pavel Rusk", "Pavlo Rusk"), "Velmar army", True,
               (FIRST.id, COPY.id)),
        Origin("o_2", OriginKind.NAMED, "Ada Venn", ("Ada Venn",), None, False, (PRIVATE.id,)),
        Origin("o_3", OriginKind.NAMED, "the council of Norrin", ("the council of Norrin",), None, True, (DENIAL.id,)),
        Origin("o_4", OriginKind.UNSOURCED, "Coast Radio", ("Coast Radio",), None, True, (OPEN.id,)),
    )  # fmt: skip
    steps = (
        Step(FIRST.id, "o_1", "says", 0.0, "d_00a1", Span(40, 50)),
        Step(COPY.id, FIRST.id, "derived", 0.1, "d_00a2", Span(0, 32)),
        Step(PRIVATE.id, "o_2", "says", 0.0, "d_00a3", Span(0, 8)),
        Step(PRIVATE.id, FIRST.id, "cites", 0.6, "d_00a3", None),
        Step(DENIAL.id, "o_3", "says", 0.0, "d_00a4", Span(0, 10)),
        Step("o_2", "o_1", "rests on", 0.3, "d_00a3", None),
    )
    reason = Reason("copies", "These 2 articles count once: one is a copy of the other.", (FIRST.id, COPY.id), ("o_1",))
    return Weighed(
        origins, steps, Bounds(1, 2, (reason,)), Bounds(1, 1), Standing.CONTESTED,
        "The council of Norrin denies it, which takes no part in it.", "2031-03-05",
    )  # fmt: skip


def proposition(**fields: Any) -> Proposition:
    """The claim that Velmar troops crossed the Sella."""
    values: dict[str, Any] = {
        "id": "p_" + FIRST.id[2:],
        "text": "Velmar troops crossed the Sella.",
        "type": EventType.MOBILIZE,
        "mode": "deploy",
        "modality": Modality.DEED,
        "setting": FIRST.setting,
        "assertions": (FIRST, COPY, DENIAL, OPEN, PRIVATE),
        "articles": tuple(sorted(ARTICLES, key=lambda a: (a.published or "~", a.id))),
        "texts": 4,
        "weighed": weighed(),
        "first_seen": "2031-03-01",
        "last_seen": "2031-03-06",
    }
    return Proposition(**(values | fields))


def traced(**fields: Any) -> Traced:
    """The same with the words behind its spans."""
    found = proposition(**fields)
    words = {(document, span): f"words at {span.begin}" for document, span in spans(found)}
    return Traced(found, CARRIED, words, joined=(Joined(PRIVATE.id, FIRST.id, 0.87, ("same event word: cross",)),))


def flooded(count: int) -> Traced:
    """The claim with so many more copies of its first article."""
    more = [replace(COPY, id=claim_id("copy", k), document=f"d_{k:04}") for k in range(count)]
    articles = tuple(article(f"d_{k:04}", "2031-03-03", f"Mirror {k}", "d_00a1") for k in range(count))
    found = proposition()
    found = replace(found, assertions=(*found.assertions, *more), articles=(*found.articles, *articles))
    carried = (*CARRIED, *(Carried(a.id, FIRST.id, "d_00a1", Span(0, 30)) for a in more))
    return Traced(found, carried, {})


def short(id: str) -> str:
    """The beginning of an id."""
    return id[:6]
