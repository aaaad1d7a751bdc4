"""What people decided about claims: kept one after the other, never changed, and found again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from sayso.store.connection import Reader, Row, Value, Writer
from sayso.store.forget import folded
from sayso.store.packing import unpack
from sayso.types.attribution import VoiceKind
from sayso.types.review import Action, Decision, Part, Spot
from sayso.types.weighing import Assertion, Side

# The field of a decision that holds the assertions of each part.
FIELDS: Final = {Part.ABOUT: "about", Part.INTO: "into", Part.FROM: "leaves"}


def save_review(ledger: Writer, decision: Decision, documents: Mapping[str, str]) -> Decision:
    """Add a decision to the history, and give it with its number; what it bears on then waits to be weighed anew.

    ``documents`` are the documents of its assertions. An UNDO marks what it takes back. Part of the caller's
    transaction.
    """
    run = ledger.connection.execute
    n = run(
        'INSERT INTO reviews (at, "by", action, target, detail, undoes) VALUES (?, ?, ?, ?, ?, ?)',
        (decision.at, decision.by, decision.action.value, decision.target, _detail(decision), decision.undoes),
    ).lastrowid
    rows = {(part, id) for part, name in FIELDS.items() for id in getattr(decision, name)}
    rows |= {(Part.NAMES, spot.assertion) for spot in decision.one + decision.other}
    ledger.connection.executemany(
        "INSERT INTO reviewed (review, part, assertion, document) VALUES (?, ?, ?, ?)",
        [(n, part.value, id, documents[id]) for part, id in sorted(rows)],
    )
    if decision.undoes is not None:
        run("UPDATE reviews SET undone_by = ? WHERE n = ?", (n, decision.undoes))
    _wait(ledger, decision.undoes or n)
    assert n is not None
    return replace(decision, number=n)


def _wait(ledger: Writer, n: int | None) -> None:
    """Let what a decision bears on wait to be weighed anew."""
    ledger.connection.execute(
        "INSERT INTO unweighed (number) SELECT DISTINCT a.number FROM reviewed r"
        " JOIN assertions a ON a.id = r.assertion WHERE r.review = ? ON CONFLICT DO NOTHING",
        (n,),
    )


def _detail(decision: Decision) -> str:
    found: dict[str, Any] = {
        "side": decision.side.value if decision.side else None,
        "words": decision.words,
        "kind": decision.kind.value if decision.kind else None,
        "public": decision.public or None,
        "one": [[s.assertion, s.place] for s in decision.one] or None,
        "other": [[s.assertion, s.place] for s in decision.other] or None,
    }
    told = {name: value for name, value in found.items() if value is not None}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def find_review(ledger: Reader, number: int) -> Decision | None:
    """The decision with this number."""
    return next(_decisions(ledger, "n = ?", (number,)), None)


def find_reviews(ledger: Reader) -> Iterator[Decision]:
    """All decisions, also those that were undone, the earliest first."""
    return _decisions(ledger, "1", ())


def find_reviews_of(ledger: Reader, assertions: Iterable[str]) -> Iterator[Decision]:
    """All decisions that are about any of these assertions, and the UNDOs of such, the earliest first."""
    mine = "SELECT review FROM reviewed WHERE part <> 'names' AND assertion IN (SELECT value FROM json_each(?1))"
    return _decisions(ledger, f"n IN ({mine}) OR undoes IN ({mine})", (json.dumps(sorted(set(assertions))),))


def find_latest_reviews(ledger: Reader, limit: int, skip: int = 0, by: str | None = None) -> Iterator[Decision]:
    """At most ``limit`` decisions behind the ``skip`` latest, the latest first; by this person where one is named."""
    run = ledger.execute
    if by is None:
        found = run("SELECT n FROM reviews ORDER BY n DESC LIMIT ? OFFSET ?", (limit, skip))
    else:
        found = run('SELECT n FROM reviews WHERE "by" = ? ORDER BY n DESC LIMIT ? OFFSET ?', (by, limit, skip))
    numbers = json.dumps([n for (n,) in found])
    yield from reversed(list(_decisions(ledger, "n IN (SELECT value FROM json_each(?))", (numbers,))))


def find_review_count(ledger: Reader, by: str | None = None) -> int:
    """How many decisions there are, by this person where one is named; those that were undone too."""
    query = 'SELECT count(*) FROM reviews WHERE ?1 IS NULL OR "by" = ?1'
    return int(ledger.execute(query, (by,)).fetchone()[0])


def find_standing_reviews(ledger: Reader) -> tuple[Decision, ...]:
    """The decisions that bear on which claims there are and how they stand, those undone left out."""
    bears = [a.value for a in Action if a not in (Action.ACCEPT, Action.NOTE, Action.UNDO)]
    where = "undone_by IS NULL AND action IN (SELECT value FROM json_each(?))"
    return tuple(_decisions(ledger, where, (json.dumps(bears),)))


def _decisions(ledger: Reader, where: str, values: tuple[Value, ...]) -> Iterator[Decision]:
    rows = ledger.execute(f"SELECT * FROM reviews WHERE {where} ORDER BY n", values).fetchall()
    parts: dict[tuple[int, str], list[str]] = {}
    query = "SELECT r.review, r.part, r.assertion FROM json_each(?) w JOIN reviewed r ON r.review = w.value"
    for n, part, id in ledger.execute(query, (json.dumps([row["n"] for row in rows]),)):
        parts.setdefault((n, part), []).append(id)
    for row in rows:
        yield _decision(row, {part: tuple(sorted(parts.get((row["n"], part.value), ()))) for part in Part})


def _decision(row: Row, parts: Mapping[Part, tuple[str, ...]]) -> Decision:
    told = json.loads(row["detail"])
    return Decision(
        number=row["n"],
        at=row["at"],
        by=row["by"],
        action=Action(row["action"]),
        target=row["target"],
        about=parts[Part.ABOUT],
        into=parts[Part.INTO],
        leaves=parts[Part.FROM],
        side=Side(told["side"]) if "side" in told else None,
        words=told.get("words"),
        kind=VoiceKind(told["kind"]) if "kind" in told else None,
        public=bool(told.get("public")),
        one=tuple(Spot(id, place) for id, place in told.get("one", ())),
        other=tuple(Spot(id, place) for id, place in told.get("other", ())),
        undoes=row["undoes"],
        undone_by=row["undone_by"],
    )


def find_documents_of(ledger: Reader, assertions: Iterable[str]) -> dict[str, str]:
    """The documents of assertions, those that are here."""
    query = "SELECT id, document FROM assertions WHERE id IN (SELECT value FROM json_each(?))"
    return dict(ledger.execute(query, (json.dumps(sorted(set(assertions))),)).fetchall())


def find_homes(ledger: Reader, assertions: Iterable[str]) -> dict[str, str | None]:
    """The claim across articles that each of these assertions belongs to today, those that are here."""
    rows = ledger.execute(
        "SELECT a.id, p.id FROM json_each(?) w JOIN assertions a ON a.id = w.value"
        " LEFT JOIN tellings t ON t.number = a.number LEFT JOIN propositions p ON p.n = t.proposition",
        (json.dumps(sorted(set(assertions))),),
    )
    return dict(rows.fetchall())


def find_left_documents(ledger: Reader, number: int) -> set[str]:
    """Of the documents that a decision is about, those that are here."""
    query = (
        "SELECT DISTINCT d.id FROM reviewed r JOIN documents d ON d.id = r.document"
        " WHERE r.review = ? AND r.part = 'about'"
    )
    return {id for (id,) in ledger.execute(query, (number,))}


def find_reviewers(ledger: Reader) -> dict[int, tuple[str, ...]]:
    """Who decided something that holds, by the number of the claim across articles, the latest first."""
    rows = ledger.execute(
        'SELECT DISTINCT t.proposition, r.n, r."by" FROM reviews r JOIN reviewed w ON w.review = r.n'
        " JOIN assertions a ON a.id = w.assertion JOIN tellings t ON t.number = a.number"
        " WHERE r.undone_by IS NULL AND w.part <> 'names' ORDER BY r.n DESC"
    )
    found: dict[int, dict[str, None]] = {}
    for proposition, _, by in rows:
        found.setdefault(proposition, {})[by] = None
    return {proposition: tuple(names) for proposition, names in found.items()}


def find_naming(ledger: Reader, name: str) -> tuple[int, ...]:
    """The decisions whose words hold this name, in whatever case and white space.

    What a person wrote beside a claim may name somebody who is to be forgotten.
    """
    wanted = folded(name)
    rows = ledger.execute("SELECT n, json_extract(detail, '$.words') FROM reviews ORDER BY n").fetchall()
    return tuple(n for n, words in rows if wanted and wanted in folded(words))


def save_unnamed(ledger: Writer, numbers: Iterable[int]) -> None:
    """Take the words out of these decisions; what they bear on then waits to be weighed anew. All or nothing."""
    with ledger.transaction():
        for n in numbers:
            ledger.connection.execute("UPDATE reviews SET detail = json_remove(detail, '$.words') WHERE n = ?", (n,))
            _wait(ledger, n)


def find_side(ledger: Reader, claim: str) -> tuple[Assertion, Side] | None:
    """An assertion of a claim across articles that takes a side, as it was read, and its side of that claim.

    One with words of its own, if there is one; ``None`` where none takes a side.
    """
    row = ledger.execute(
        "SELECT a.told, t.side FROM propositions p JOIN tellings t ON t.proposition = p.n"
        " JOIN assertions a ON a.number = t.number LEFT JOIN carried c ON c.child = a.number"
        " WHERE p.id = ? AND t.side <> 'open' ORDER BY c.parent IS NOT NULL, a.number LIMIT 1",
        (claim,),
    ).fetchone()
    return (unpack(Assertion, row[0]), Side(row[1])) if row else None
