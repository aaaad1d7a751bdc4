"""Forgetting, from what is asked for to a file that is clean of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sayso.errors import UsageError
from sayso.export.words import number
from sayso.store.connection import Reader, Writer
from sayso.store.forget import Receipt, find_named, find_unwiped, save_forgotten, save_wiped
from sayso.store.ids import find_id
from sayso.store.reviews import find_naming, save_unnamed
from sayso.store.taken import find_forgotten

ID: Final = re.compile("d_[0-9a-f]+")


@dataclass(frozen=True, slots=True)
class Forgettable:
    """What an id or a name stands for: ``documents``, and the numbers of ``decisions`` whose words hold the name.

    In ``others`` the words of the name only stand in the text; they are forgotten by their ids. All are empty where an
    article was forgotten before.
    """

    what: str
    documents: tuple[str, ...]
    decisions: tuple[int, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was forgotten, and the receipt for it; ``None`` where there was no article."""

    documents: tuple[str, ...]
    decisions: tuple[int, ...]
    receipt: Receipt | None


def find_forgettable(ledger: Reader, what: str) -> Forgettable:
    """The articles with this id, or the beginning of one, or those in which somebody of this name speaks or acts.

    Raises ``UsageError`` where there are none.
    """
    if ID.fullmatch(what):
        return Forgettable(what, () if find_forgotten(ledger, what) else (find_id(ledger, what).id,))
    decisions = tuple(find_naming(ledger, what))
    named = find_named(ledger, what)
    if not named.speaking and not decisions:
        elsewhere = f"these words stand in {number(len(named.others), 'article')}, see 'sayso search'"
        held = f"; {elsewhere}" if named.others else "; look for it with 'sayso sources'"
        raise UsageError(f"nobody called {what} speaks or acts in this ledger{held}")
    return Forgettable(what, named.speaking, decisions, named.others)


def forget(ledger: Writer, found: Forgettable, at: str) -> Forgotten:
    """Take it out of the ledger for good, and weigh anew what told of it. ``at`` is ISO 8601 in UTC.

    Raises ``LedgerError`` where somebody still reads the ledger as it was: the file is not clean then.
    """
    from sayso.engine.families import settle
    from sayso.engine.propositions import weigh_new

    receipt = None
    save_unnamed(ledger, found.decisions)
    if found.documents:
        kind = "document" if ID.fullmatch(found.what) else "name"
        receipt = save_forgotten(ledger, found.documents, kind, at)
        settle(ledger)  # families told of what is forgotten, and so did claims across articles
    if found.documents or found.decisions:
        list(weigh_new(ledger))
    save_wiped(ledger)
    return Forgotten(found.documents, found.decisions, receipt)


def finish(ledger: Writer) -> bool:
    """Bring an interrupted forgetting to its end; whether there was one. Raises ``LedgerError`` as ``forget``."""
    unwiped = find_unwiped(ledger.read)
    if unwiped:
        save_wiped(ledger)
    return bool(unwiped)
