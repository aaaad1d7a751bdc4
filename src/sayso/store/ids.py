"""Short ids, as in git: any beginning of an id that only one thing has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sayso.errors import UsageError
from sayso.store.connection import Reader
from sayso.store.faults import find_fault_of

SHORTEST: Final = 4  # characters of an id that may stand for it, behind "d_" or "c_"
SHOWN: Final = 7  # characters that a list shows at least
MOST_CANDIDATES: Final = 8  # told where several fit
TABLES: Final = {"d_": "documents", "c_": "claims"}
ACROSS: Final = "p_"  # claims across articles; behind it stands the id of the earliest claim of one article


@dataclass(frozen=True, slots=True)
class Named:
    """The thing that a short id names: a whole id, and whether it is a claim's."""

    id: str
    claim: bool


def find_id(ledger: Reader, given: str) -> Named:
    """The document or claim whose id begins like this; ``d_`` or ``c_`` may be left out.

    Raises ``UsageError`` when it is too short, nothing begins like this, or several things do.
    """
    wanted = given.strip().lower()
    kinds = {wanted[:2]} if wanted[:2] in TABLES else set(TABLES)
    rest = wanted[2:] if wanted[:2] in TABLES else wanted
    if len(rest) < SHORTEST:
        raise UsageError(f"{given!r} is too short for an id; give at least {SHORTEST} characters of it")
    if not (rest.isascii() and rest.isalnum()):
        raise UsageError(f"{given!r} is no id of a document or claim; 'sayso articles' and 'sayso claims' list them")
    found = [name for kind in sorted(kinds, reverse=True) for name in _beginning(ledger, kind, rest)]
    if not found:
        raise UsageError(f"no document or claim has an id that begins with {given!r}; 'sayso search' finds by words")
    if len(found) > 1:
        raise UsageError(_ambiguous(ledger, given, found))
    return Named(found[0], found[0].startswith("c_"))


def find_article(ledger: Reader, given: str) -> str:
    """The whole id of the document whose id begins like this. Raises ``UsageError`` as ``find_id``, and for a claim."""
    named = find_id(ledger, given)
    if named.claim:
        raise UsageError(f"{given!r} is the id of a claim; give that of an article")
    return named.id


def find_across(ledger: Reader, given: str) -> str:
    """The claim across articles whose id begins like this, or which a claim belongs to whose id does.

    Raises ``UsageError`` as ``find_id``, for an article, and where a claim was not compared with the others yet, or
    could not be weighed.
    """
    named = find_id(ledger, given.strip().lower().replace(ACROSS, "c_", 1))
    if not named.claim:
        raise UsageError(f"{given!r} is the id of an article; give that of a claim, 'sayso claims' lists them")
    row = ledger.execute(
        "SELECT p.id FROM assertions a JOIN tellings t ON t.number = a.number"
        " JOIN propositions p ON p.n = t.proposition WHERE a.id = ?",
        (named.id,),
    ).fetchone()
    if row is None:
        if why := find_fault_of(ledger, named.id):
            raise UsageError(why)
        told = "is an opinion, or was not compared with those of other articles yet; run 'sayso ingest'"
        raise UsageError(f"{given!r} {told}, or look at it with 'sayso show'")
    return str(row[0])


def find_short(ledger: Reader, id: str) -> str:
    """The shortest beginning that names only this id today, of at least seven characters behind ``d_`` or ``c_``.

    That of a claim across articles is as long as that of the claim it is named after.
    """
    if id.startswith(ACROSS):
        return ACROSS + find_short(ledger, "c_" + id.removeprefix(ACROSS)).removeprefix("c_")
    table = TABLES.get(id[:2])
    if table is None:
        return id
    before = ledger.execute(f"SELECT max(id) FROM {table} WHERE id < ?", (id,)).fetchone()[0]
    after = ledger.execute(f"SELECT min(id) FROM {table} WHERE id > ?", (id,)).fetchone()[0]
    shared = max(_shared(id, other or "") for other in (before, after))
    return id[: max(shared + 1, SHOWN + 2)]


def _beginning(ledger: Reader, kind: str, rest: str) -> list[str]:
    low = kind + rest
    high = low[:-1] + chr(ord(low[-1]) + 1)
    query = f"SELECT DISTINCT id FROM {TABLES[kind]} WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"
    return [str(row[0]) for row in ledger.execute(query, (low, high, MOST_CANDIDATES + 1))]


def _ambiguous(ledger: Reader, given: str, found: list[str]) -> str:
    told = [f"{find_short(ledger, id)} ({_what(ledger, id)})" for id in found[:MOST_CANDIDATES]]
    more = ", and others" if len(found) > MOST_CANDIDATES else ""
    return f"{given!r} may be any of these; give more characters: {', '.join(told)}{more}"


def _what(ledger: Reader, id: str) -> str:
    """A few words that tell which one it is."""
    column = "title" if id.startswith("d_") else "text"
    row = ledger.execute(f"SELECT {column} FROM {TABLES[id[:2]]} WHERE id = ?", (id,)).fetchone()
    words = " ".join(str(row[0] or "title unknown").split()) if row else ""
    return words if len(words) <= 40 else words[:39].rstrip() + "…"


def _shared(one: str, other: str) -> int:
    """How many characters two ids have in common at their beginning."""
    same = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        same += 1
    return same
