from __future__ import annotations

from pathlib import Path

from sayso.engine.settling import settle_claims as settled
from sayso.store.assertions import save_assertions
from sayso.store.connection import Writer
from sayso.store.forget import save_forgotten
from sayso.store.matches import save_matched
from sayso.store.told import (
    find_fresh,
    find_stands,
    find_unsent,
    find_untold,
    find_watched,
    is_said,
    save_attempt,
    save_known,
    save_said,
    save_sent,
    save_told,
    save_unsent,
    save_watched,
)
from sayso.types.news import Stand
from sayso.types.weighing import Standing
from tests.store.asked import again, keep, known
from tests.store.claiming import assert_, named, read
from tests.store.support import NOW, new_ledger
from tests.tellings import COUNCIL, RUSK, told

A, B = named("a", "2031-03-01"), named("b", "2031-03-02")


def tell(ledger: Writer, document: object, *chain: object) -> None:
    """One article more, that asserts one thing alone."""
    read(ledger, document)  # type: ignore[arg-type]
    assert_(ledger, document, told("x", document.id, *chain))  # type: ignore[arg-type, attr-defined]
    save_matched(ledger, document.id, (), [])  # type: ignore[attr-defined]
    settled(ledger)


def rows(ledger: Writer, table: str) -> int:
    return int(ledger.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_what_is_there_before_somebody_watches_counts_as_told(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        tell(ledger, A, RUSK)
        assert rows(ledger, "untold") == rows(ledger, "fresh") == 0  # nobody watches: nothing is kept
        assert find_watched(ledger.read) is None
        save_watched(ledger, NOW)
        assert (find_watched(ledger.read), find_untold(ledger.read)) == (NOW, [])
        tell(ledger, B, COUNCIL)
        (found,) = find_untold(ledger.read)
        assert (found.known, found.fresh, find_fresh(ledger.read, found.n)) == (False, True, {B.id})


def test_all_of_it_waits_where_that_is_asked_for(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        tell(ledger, A, RUSK)
        tell(ledger, B, COUNCIL)
        save_watched(ledger, NOW, every=True)
        assert [(u.known, u.fresh) for u in find_untold(ledger.read)] == [(False, True)] * 2


def test_a_claim_is_known_again_by_what_it_holds_whatever_its_id(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        save_watched(ledger, NOW)
        tell(ledger, A, RUSK)
        (first,) = find_untold(ledger.read)
        assert find_stands(ledger.read, first.n) == ()
        save_told(ledger, [first.n])
        save_known(ledger)
        assert find_untold(ledger.read) == [] and rows(ledger, "fresh") == 0
        # found anew, under another number and id
        ledger.connection.execute("UPDATE propositions SET id = 'p_other', basis = x'00'")
        ledger.connection.execute("INSERT INTO unweighed SELECT number FROM assertions")
        settled(ledger)
        (found,) = find_untold(ledger.read)
        assert (found.id, found.known, found.fresh) == (first.id, True, False)
        assert find_stands(ledger.read, found.n) == (Stand(first.id, Standing.SINGLE, (1, 1), (0, 0)),)
        save_told(ledger, [found.n])
        assert (rows(ledger, "told"), rows(ledger, "told_members"), rows(ledger, "untold")) == (1, 1, 0)


def test_an_article_stays_new_while_any_claim_of_it_was_not_told(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        save_watched(ledger, NOW)
        read(ledger, A)
        save_assertions(ledger, A.id, [told("x", A.id, RUSK), told("y", A.id, COUNCIL, place=1)])
        save_known(ledger)
        assert rows(ledger, "fresh") == 1  # not compared with others yet
        save_matched(ledger, A.id, (), [])
        settled(ledger)
        one, other = find_untold(ledger.read)
        for claim, left in ((one, 1), (other, 0)):
            save_told(ledger, [claim.n])
            save_known(ledger)
            assert rows(ledger, "fresh") == left


def test_about_leaves_the_others_waiting(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        save_watched(ledger, NOW)
        report = again(known(), 1, published="2031-03-01")
        keep(ledger, report)
        claims = [c for c in report.claims if c.event_id is not None]
        told_ = [told("x", report.document.id, id=c.id, place=k) for k, c in enumerate(report.claims) if c in claims]
        save_assertions(ledger, report.document.id, told_)
        save_matched(ledger, report.document.id, (), [])
        settled(ledger)
        every = find_untold(ledger.read)
        words = claims[0].text.split()[-1].strip(".")
        some = find_untold(ledger.read, words)
        assert some and {u.id for u in some} <= {u.id for u in every}
        assert find_untold(ledger.read, "nobodysaysthis") == []
        save_told(ledger, [u.n for u in some])
        assert len(find_untold(ledger.read)) == len(every) - len(some)


def test_what_was_said_of_a_claim_is_kept_until_all_of_it_was(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        save_watched(ledger, NOW)
        tell(ledger, A, RUSK)
        (found,) = find_untold(ledger.read)
        for key in (b"\x00\xff", b"\x01"):
            save_said(ledger, key)
            save_said(ledger, key)
        assert is_said(ledger.read, b"\x00\xff")
        save_told(ledger, [found.n], [b"\x00\xff"])
        assert not is_said(ledger.read, b"\x00\xff") and is_said(ledger.read, b"\x01")


def test_what_could_not_be_handed_on_waits_in_order_and_not_for_ever(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        for event in ("{1}", "{2}"):
            save_unsent(ledger, event)
        first, second = find_unsent(ledger.read)
        assert (first.event, second.event, first.attempts) == ("{1}", "{2}", 1)
        save_sent(ledger, second.n)
        assert save_attempt(ledger, first.n, 3)
        assert not save_attempt(ledger, first.n, 3)
        assert find_unsent(ledger.read) == []


def test_forgetting_leaves_nothing_of_it_here(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        save_watched(ledger, NOW)
        tell(ledger, A, RUSK)
        save_told(ledger, [u.n for u in find_untold(ledger.read)])
        save_unsent(ledger, "{}")
        save_forgotten(ledger, [A.id], "document", NOW)
        assert {t: rows(ledger, t) for t in ("told", "told_members", "untold", "fresh", "unsent")} == dict.fromkeys(
            ("told", "told_members", "untold", "fresh", "unsent"), 0
        )
