from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.engine.lineage import link_new
from sayso.engine.propositions import weigh_new
from sayso.store.assertions import find_waiting_claims
from sayso.store.forget import save_forgotten
from sayso.store.matches import FIRST, find_unweighed_count
from sayso.store.propositions import find_proposition, find_proposition_count
from sayso.types.document import Document
from sayso.types.event import EventType, Role
from sayso.types.span import Span
from sayso.types.weighing import Assertion, Setting, Side, Taking
from tests.engine.claimed import asserting, everything, weighed_ledger
from tests.engine.kin import ARTICLES, ledger_in
from tests.store.asked import asked_ledger
from tests.store.claiming import named
from tests.store.support import NOW
from tests.tellings import COUNCIL, RUSK, told

# What is told: type, what happened, who does it, where.
STORIES = (
    (EventType.MOBILIZE, "enter", "Velmar troops entered Sella.", "Velmar troops", "Sella"),
    (
        EventType.AID,
        "deliver",
        "Doctors of Halvany delivered medicine to Port Alder.",
        "doctors of Halvany",
        "Port Alder",
    ),
    (EventType.PROTEST, "strike", "Miners went on strike at Norrin.", "miners", "Norrin"),
)


def stories(count: int) -> tuple[list[Document], dict[str, list[Assertion]]]:
    """Articles of which each tells of troops at one of three places; one in five denies it, some have no date."""
    documents, asserted = [], {}
    for k in range(count):
        date = None if k % 7 == 3 else f"2031-03-{1 + k % 27:02}"
        document = named(f"story {k}", date, publisher=f"Paper {k % 5}")
        kind, trigger, text, who, place = STORIES[k % 3]
        denied = k % 5 == 4
        one = told(
            k, document.id, *((COUNCIL,) if denied else (RUSK,)),
            text=text, type=kind, mode=None, taking=(Taking(Role.ACTOR, who, who.lower()),),
            side=Side.AGAINST if denied else Side.FOR,
            setting=Setting("2031-03-01T00:00:00", "2031-03-02T00:00:00", place, "UA"),
            words=tuple(word.strip(".").lower() for word in text.split() if len(word) > 3), trigger=trigger,
        )  # fmt: skip
        documents.append(document)
        asserted[document.id] = [one]
    return documents, asserted


def test_what_articles_claim_is_joined_and_weighed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents, asserted = stories(9)
    asserting(monkeypatch, asserted)
    with weighed_ledger(tmp_path / "a", documents) as ledger:
        assert find_waiting_claims(ledger.read) == find_unweighed_count(ledger.read) == 0
        rows = ledger.connection.execute("SELECT id, articles, least, most, against_most FROM propositions").fetchall()
        assert sum(row["articles"] for row in rows) == 9
        largest = max(rows, key=lambda row: row["articles"])
        assert largest["articles"] > 1 and largest["most"] >= largest["least"] >= 1
        found = find_proposition(ledger.read, largest["id"])
        assert found is not None and len({a.setting.site for a in found.assertions}) == 1
        assert list(weigh_new(ledger)) == []


@pytest.mark.parametrize("seed", [1, 2])
def test_one_after_the_other_is_as_all_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    documents, asserted = stories(3 * FIRST)
    asserting(monkeypatch, asserted)
    order = list(documents)
    random.Random(seed).shuffle(order)
    with (
        weighed_ledger(tmp_path / "a", documents) as once,
        weighed_ledger(tmp_path / "b", order[:9], order[9:10], order[10:30], order[30:]) as parts,
    ):
        assert everything(once) == everything(parts)


def test_what_is_forgotten_was_never_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents, asserted = stories(2 * FIRST + 4)
    asserting(monkeypatch, asserted)
    gone, left = documents[::4], [d for d in documents if d not in documents[::4]]
    with weighed_ledger(tmp_path / "a", left) as without, weighed_ledger(tmp_path / "b", documents) as ledger:
        save_forgotten(ledger, [d.id for d in gone], "document", NOW)
        list(weigh_new(ledger))
        assert everything(ledger) == everything(without)


def test_a_reading_anew_replaces_what_was_claimed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents, asserted = stories(6)
    changed = dict(asserted)
    last = documents[-1].id
    changed[last] = [
        replace(asserted[last][0], text="Something else was said.", words=("els",), trigger="say", taking=())
    ]
    with weighed_ledger(tmp_path / "b", []) as ledger:
        asserting(monkeypatch, asserted)
        from tests.store.claiming import read

        read(ledger, *documents)
        list(weigh_new(ledger))
        asserting(monkeypatch, changed)
        ledger.connection.execute("DELETE FROM readings WHERE document = ?", (last,))
        ledger.connection.execute("INSERT INTO readings VALUES (?, '2', x'')", (last,))
        list(weigh_new(ledger))
        anew = everything(ledger)
    with weighed_ledger(tmp_path / "a", documents) as fresh:
        assert everything(fresh) == anew


def test_a_fault_in_one_article_does_not_stop_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents, asserted = stories(3)

    def fails(found: tuple[Assertion, ...]) -> tuple[Assertion, ...]:
        if found and found[0].document == documents[0].id:
            raise ValueError("broken")
        return found

    asserting(monkeypatch, asserted)
    monkeypatch.setattr("sayso.weighing.assertions.assertions", fails)
    with weighed_ledger(tmp_path / "a", documents) as ledger:
        assert find_waiting_claims(ledger.read) == 0
        assert find_proposition_count(ledger.read) == 2


def test_readings_of_the_package_are_taken(tmp_path: Path) -> None:
    with asked_ledger(tmp_path) as ledger:
        list(link_new(ledger))
        assert len(list(weigh_new(ledger))) == 2
        rows = ledger.connection.execute("SELECT articles, texts FROM propositions").fetchall()
        assert any(row["articles"] == 2 for row in rows)


def test_copies_go_where_their_original_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ledger_in(tmp_path, ARTICLES, link=True) as ledger:
        claims = {}
        for id, text in ledger.connection.execute("SELECT id, text FROM documents").fetchall():
            at = text.find("1,400")
            if at > 0:
                claims[id] = [
                    told("x", id, span=Span(at, at + 40), text=text[at : at + 40], trigger="", words=("tonn",))
                ]
            ledger.connection.execute("INSERT INTO readings VALUES (?, '1', x'')", (id,))
        asserting(monkeypatch, claims)
        list(weigh_new(ledger))
        rows = ledger.connection.execute("SELECT articles, texts FROM propositions ORDER BY 1").fetchall()
        assert rows[-1]["articles"] > rows[-1]["texts"]
        carried, blocked = (
            {n for (n,) in ledger.connection.execute(f"SELECT {column} FROM {table}")}
            for table, column in (("carried WHERE parent IS NOT NULL", "child"), ("blocks", "number"))
        )
        assert carried and not carried & blocked
