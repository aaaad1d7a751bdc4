"""Ledgers with readings in them, for the tests of lists and searches."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sayso.store.connection import Writer
from sayso.store.readings import save_report
from sayso.types.actor import Actor, ActorKind, ActorMention
from sayso.types.claim import Report
from tests.reports import at, report
from tests.store.support import article, new_ledger, take


def known() -> Report:
    """The story of ``tests.reports`` in which the minister is an actor known across articles."""
    found = report()
    mention = ActorMention(at("Ilse Marrow"), "name")
    minister = Actor("x_m", ActorKind.PERSON, "Ilse Marrow", (mention,), "AlS mrv", None, None, True)
    claims = tuple(replace(c, id=f"c_00ab{k:012d}") for k, c in enumerate(found.claims))
    grounding = replace(found.grounding, actors=(*found.grounding.actors, minister), claims=claims)
    return replace(found, grounding=grounding)


def again(found: Report, number: int, **facts: str) -> Report:
    """The same story as another article of the same words but for its end."""
    text = f"{found.document.text} {number}"
    document = article(text, **facts)
    claims = tuple(replace(c, id=f"c_{number:04d}{k:012d}") for k, c in enumerate(found.claims))
    return replace(
        found,
        reading=replace(found.reading, document=document),
        grounding=replace(found.grounding, claims=claims),
    )


def keep(ledger: Writer, *reports: Report) -> None:
    """Take in and read."""
    for found in reports:
        take(ledger, found.document, origin=f"{found.document.id}.txt")
        save_report(ledger, found, "1.2")


@contextmanager
def asked_ledger(folder: Path) -> Iterator[Writer]:
    """Two read articles of one story, and one that waits."""
    first = known()
    with new_ledger(folder) as ledger:
        keep(ledger, first, again(first, 2, title="=Later", publisher="Evening Wire", published="2022-03-10"))
        take(ledger, article("It still waits to be read, undated."), origin="waits.txt")
        yield ledger
