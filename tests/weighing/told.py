"""Makes assertions, tellers and articles for tests of weighing, with what matters there and nothing else."""

from __future__ import annotations

from sayso.types.attribution import VoiceKind
from sayso.types.claim import ClaimKind
from sayso.types.event import Certainty, Role, Stance
from sayso.types.span import Span
from sayso.types.weighing import Article, Assertion, Carried, Modality, Setting, Side, Taking, Teller

ARTICLE = Teller("v0", VoiceKind.ARTICLE, None)
SPAN = Span(10, 40)


def person(name: str, office: str | None = None, country: str | None = None, public: bool = True) -> Teller:
    return Teller(f"v:{name}", VoiceKind.PERSON, name, None, country, office, public, Span(0, 5))


def body(name: str, country: str | None = None) -> Teller:
    return Teller(f"v:{name}", VoiceKind.ORGANISATION, name, None, country, None, True, Span(0, 5))


def outlet(name: str) -> Teller:
    return Teller(f"v:{name}", VoiceKind.OUTLET, name, mention=Span(0, 5))


def unnamed(name: str | None, country: str | None = None) -> Teller:
    return Teller(f"v:{name}", VoiceKind.UNNAMED, name, country=country, mention=Span(0, 5))


def document(name: str) -> Teller:
    return Teller(f"v:{name}", VoiceKind.DOCUMENT, name, mention=Span(0, 5))


def taking(name: str, country: str | None = None, role: Role = Role.ACTOR) -> Taking:
    return Taking(role, name, None, country)


def said(
    document: str,
    *chain: Teller,
    side: Side = Side.FOR,
    name: str | None = None,
    witnessed: bool = False,
    withdrawal: bool = False,
    by: tuple[Taking, ...] = (),
) -> Assertion:
    """One assertion of a document; its id is the document's unless ``name`` says otherwise."""
    return Assertion(
        id=name or f"c_{document}",
        document=document,
        place=0,
        kind=ClaimKind.EVENT,
        text="it happened",
        span=SPAN,
        type=None,
        mode=None,
        status=None,
        side=side,
        modality=Modality.DEED,
        certainty=Certainty.HIGH,
        stance=Stance.NONE,
        probability=0.9,
        chain=(ARTICLE, *chain),
        taking=by,
        setting=Setting(),
        witnessed=(SPAN,) if witnessed else (),
        withdrawal=(SPAN,) if withdrawal else (),
    )


def article(id: str, outlet: str | None = None, published: str | None = None, text: str | None = None) -> Article:
    return Article(id, outlet, published, None, None, text or id)


def articles(*rows: Article) -> dict[str, Article]:
    return {row.id: row for row in rows}


def copied(child: str, parent: str | None, source: str) -> Carried:
    return Carried(child, parent, source, Span(3, 33))
