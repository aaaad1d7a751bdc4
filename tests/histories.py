"""A claim of a column at the Sella whose numbers, wording and certainty change from article to article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sayso.types.event import Certainty
from sayso.types.span import Span
from sayso.types.timeline import History
from sayso.types.weighing import Article, Assertion, Carried, Modality, Proposition, Setting, Side, Teller
from sayso.weighing.timeline import timeline
from sayso.weighing.weigh import weigh
from tests.weighing.told import article, body, copied, person, said, unnamed

Known = dict[tuple[str, Span], str]


def tells(document: str, words: str, *chain: Teller, numbers: Sequence[str] = (), **fields: Any) -> Assertion:
    """What an article says in these words, which stand at its beginning."""
    given = {name: fields.pop(name) for name in ("side", "name", "withdrawal", "witnessed") if name in fields}
    made = said(document, *chain, **given)
    return replace(made, text=words, span=Span(0, len(words)), numbers=tuple(numbers), **fields)


def known(rows: Sequence[Assertion]) -> Known:
    """The words behind the spans."""
    return {(a.document, a.span): a.text for a in rows}


def proposed(rows: Sequence[Assertion], articles: Sequence[Article], carried: Sequence[Carried] = ()) -> Proposition:
    """The claim that these assertions make, weighed."""
    dates = {a.id: a.published or "~" for a in articles}
    told = sorted(rows, key=lambda a: (dates[a.document], a.document, a.id))
    days = sorted(a.published for a in articles if a.published)
    return Proposition(
        id="p_story",
        text="A column crossed the Sella.",
        type=None,
        mode=None,
        modality=Modality.DEED,
        setting=Setting(),
        assertions=tuple(told),
        articles=tuple(articles),
        texts=len({a.text_id for a in articles}),
        weighed=weigh(told, {a.id: a for a in articles}, carried),
        first_seen=days[0] if days else None,
        last_seen=days[-1] if days else None,
    )


ARTICLES = (
    article("wire", "Alder Wire", "2031-03-01T08:00:00Z"),
    article("copy1", "The Harbour Post", "2031-03-01T09:00:00Z", "wire"),
    article("copy2", "Norrin Gazette", "2031-03-03", "wire"),
    article("post", "Coast Radio", "2031-03-02T07:00:00Z"),
    article("denial", "Velmar Today", "2031-03-02T12:00:00Z"),
    article("later", "Sella Bulletin", "2031-03-04T10:00:00Z"),
    article("lost", "Old Mill Blog", None),
)
RUSK = person("Pavel Rusk", "spokesman of the border guard", "UA")
MARISH = person("Neda Marish", "mayor of Norrin", "HL")
COUNCIL = body("the council of Velmar", "VE")
WIRE = tells("wire", "Two vehicles may have crossed the Sella", RUSK, numbers=("2",), certainty=Certainty.LOW)
COPY1 = tells("copy1", "Two vehicles have crossed the Sella", RUSK, numbers=("2",))
COPY2 = tells("copy2", "Two tanks may have crossed the Sella", RUSK, numbers=("2",), certainty=Certainty.LOW)
POST = tells("post", "A column of 33 vehicles has crossed the Sella", MARISH, numbers=("33",))
DENIAL = tells("denial", "No column crossed the Sella", COUNCIL, side=Side.AGAINST)
LATER = tells("later", "The guard retracted its report of a column", RUSK, side=Side.AGAINST, withdrawal=True)
LOST = tells("lost", "Hundreds of vehicles crossed the Sella", unnamed("residents"), numbers=("100s",))
ROWS = (WIRE, COPY1, COPY2, POST, DENIAL, LATER, LOST)
CARRIED = (copied(COPY1.id, WIRE.id, "wire"), copied(COPY2.id, WIRE.id, "wire"))


def story() -> Proposition:
    """All of it."""
    return proposed(ROWS, ARTICLES, CARRIED)


def history() -> History:
    """Its history."""
    return timeline(story(), CARRIED, known(ROWS))
