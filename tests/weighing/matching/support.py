"""Assertions and articles for the tests of matching."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.types.attribution import VoiceKind
from sayso.types.claim import ClaimKind
from sayso.types.event import Certainty, EventType, Role, Stance
from sayso.types.span import Span
from sayso.types.weighing import Article, Assertion, Modality, Setting, Side, Taking, Teller
from sayso.weighing.matching.pairing import Pair
from sayso.weighing.matching.rarity import usual_rarity
from sayso.weighing.matching.view import view
from sayso.weighing.stems import content_stems, stem

ACTOR, RECIPIENT = Role.ACTOR, Role.RECIPIENT


def claim(
    id: str,
    text: str,
    trigger: str = "",
    *,
    document: str | None = None,
    modality: Modality = Modality.DEED,
    taking: tuple[Taking, ...] = (),
    **more: object,
) -> Assertion:
    """A deed that an article of its own tells, with the stems of ``text``."""
    fields: dict[str, object] = {
        "type": EventType.ASSAULT if trigger else None,
        "mode": None,
        "side": Side.FOR,
        "span": Span(0, max(len(text), 1)),
        "setting": Setting(),
        "numbers": (),
        "chain": (Teller("v0", VoiceKind.ARTICLE, None),),
    } | more
    return Assertion(
        id=id,
        document=document or f"d-{id}",
        place=0,
        kind=ClaimKind.EVENT,
        text=text,
        status=None,
        modality=modality,
        certainty=Certainty.MIDDLE,
        stance=Stance.NONE,
        probability=0.9,
        taking=taking,
        trigger=stem(trigger) if trigger else "",
        words=content_stems(text, (Span(0, len(text)),)) if text else (),
        **fields,  # type: ignore[arg-type]
    )


def article(id: str, published: str | None = None, title: str | None = None) -> Article:
    """An article without more."""
    return Article(id, "The Lantern", published, title, None, id)


def pair(
    a: Assertion, b: Assertion, articles: Mapping[str, Article] | None = None, likeness: float | None = None
) -> Pair:
    """A pair of assertions with the usual rarities."""
    return Pair(view(a, articles or {}), view(b, articles or {}), usual_rarity, likeness)
