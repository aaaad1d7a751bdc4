from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.engine.propositions import weigh_new
from sayso.engine.review import Asked, decide
from sayso.errors import UsageError
from sayso.store.connection import Writer
from sayso.store.propositions import find_proposition
from sayso.store.reviews import find_review, save_review
from sayso.types.review import Action, Fate
from sayso.types.weighing import Side, Weighed
from tests.engine.claimed import everything
from tests.engine.deciding import ASSERTIONS, DOCUMENTS, KEYS, claim_of, claims, review, told_ledger
from tests.store.claiming import read
from tests.store.support import NOW

Patch = pytest.MonkeyPatch


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: Patch) -> Iterator[Writer]:
    with told_ledger(tmp_path / "l", monkeypatch) as found:
        yield found


def weighed(ledger: Writer, key: str) -> Weighed:
    found = find_proposition(ledger.read, claim_of(ledger, key))
    assert found is not None
    return found.weighed


def refuses(ledger: Writer, *asked: object, kind: str | None = None) -> str:
    """What is said to a decision that cannot be made; nothing of it is kept."""
    before = ledger.connection.total_changes
    with pytest.raises(UsageError) as caught:
        review(ledger, *asked, kind=kind)  # type: ignore[arg-type]
    assert ledger.connection.total_changes == before
    return str(caught.value)


def test_an_assertion_is_taken_out_of_its_claim_and_comes_back(ledger: Writer) -> None:
    before = everything(ledger)
    made = review(ledger, Action.APART, "a3")
    assert claims(ledger) == ["a1 a2 a4 a5", "a3", "b1 b2"]
    assert (made.number, made.by, made.fate, made.target) == (1, "Ilse", Fate.HOLDS, ASSERTIONS["a3"].id)
    assert review(ledger, Action.UNDO, None, "1").undoes == 1
    assert everything(ledger) == before
    kept = find_review(ledger.read, 1)
    assert kept is not None and kept.undone_by == 2, "history stays"


def test_claims_are_made_one_and_articles_move(ledger: Writer) -> None:
    review(ledger, Action.WITH, "a5", claim_of(ledger, "b1"))
    assert claims(ledger) == ["a1 a2 a3 a4", "a5 b1 b2"]
    review(ledger, Action.WITH, claim_of(ledger, "a1"), claim_of(ledger, "b2"))
    assert claims(ledger) == ["a1 a2 a3 a4 a5 b1 b2"]
    review(ledger, Action.UNDO, None, "1")
    assert claims(ledger) == ["a1 a2 a3 a4 a5 b1 b2"], "the second decision holds still"


def test_counts_follow_what_a_person_says_of_a_side(ledger: Writer) -> None:
    assert weighed(ledger, "a1").against.most == 1
    assert review(ledger, Action.SIDE, "a4", "open").side is Side.OPEN
    assert weighed(ledger, "a1").against.most == 0
    told = ledger.connection.execute("SELECT told FROM assertions WHERE id = ?", (ASSERTIONS["a4"].id,)).fetchone()
    review(ledger, Action.UNDO, None, "1")
    again = ledger.connection.execute("SELECT told FROM assertions WHERE id = ?", (ASSERTIONS["a4"].id,)).fetchone()
    assert told[0] == again[0], "what was read is never written over"


def test_sides_are_those_of_the_claim_as_it_is_shown(ledger: Writer) -> None:
    for key in ("a1", "a2", "a3", "a5"):
        review(ledger, Action.APART, key)
    assert weighed(ledger, "a4").support.most == 1, "alone, a denial is the claim that it did not happen"
    made = review(ledger, Action.SIDE, "a4", "for")
    assert made.side is Side.FOR and weighed(ledger, "a4").support.most == 1
    review(ledger, Action.SIDE, "a4", "against")
    found = find_proposition(ledger.read, claim_of(ledger, "a4"))
    assert found is not None and found.assertions[0].side is Side.FOR, "who is against that says that it happened"


def test_a_root_is_an_origin_of_the_claim_or_a_name_of_which_it_is_said_what_it_is(ledger: Writer) -> None:
    names = {o.name for o in weighed(ledger, "a1").origins}
    assert review(ledger, Action.ROOT, "a5", "pavel  RUSK").origins == ("Pavel Rusk",)
    assert names - {o.name for o in weighed(ledger, "a1").origins} == {"Paper a5"}
    assert "no origin 'General Orme'; it has: " in refuses(ledger, Action.ROOT, "a5", "General Orme")
    assert review(ledger, Action.ROOT, "a5", "General Orme", kind="official").words == "General Orme"
    assert "General Orme" in {o.name for o in weighed(ledger, "a1").origins}
    assert "official" in refuses(ledger, Action.ROOT, "a5", "General Orme", kind="horse")


def test_a_private_person_that_is_named_stays_one_for_each_article(ledger: Writer) -> None:
    for key in ("a1", "a5"):
        review(ledger, Action.ROOT, key, "Jon Aldous", kind="person")
    found = [o for o in weighed(ledger, "a1").origins if o.name == "Jon Aldous"]
    assert len(found) == 2 and not any(o.public for o in found)


def test_two_origins_are_one(ledger: Writer) -> None:
    before = weighed(ledger, "a1").support
    made = review(ledger, Action.SAME, claim_of(ledger, "a1"), "Pavel Rusk", "Ada Venn")
    assert made.origins == ("Pavel Rusk", "a person of one article"), "a private person is not named in lists"
    after = weighed(ledger, "a1").support
    assert after.most == before.most - 1 and after.least <= before.least
    assert "one origin already" in refuses(ledger, Action.SAME, claim_of(ledger, "a1"), "Pavel Rusk", "Pavel Rusk")
    both = refuses(ledger, Action.SAME, claim_of(ledger, "b1"), "Paper b2", "nobody")
    assert "no origin 'nobody'" in both


def test_origins_without_a_name_are_not_joined_with_each_other(ledger: Writer) -> None:
    review(ledger, Action.WITH, "b2", "a5")
    told = refuses(ledger, Action.SAME, claim_of(ledger, "a5"), "Paper a5", "Paper b2")
    assert "neither has a name" in told and "--root" in told


def test_what_cannot_be_done_is_said(ledger: Writer) -> None:
    claim = claim_of(ledger, "a1")
    assert "5 claims of articles" in refuses(ledger, Action.APART, claim)
    assert "one claim already" in refuses(ledger, Action.WITH, "a1", "a2")
    assert "begin it with p_" in refuses(ledger, Action.ACCEPT, "abcdef")
    assert "no decision 7" in refuses(ledger, Action.UNDO, None, "7")
    assert "the note is empty" in refuses(ledger, Action.NOTE, "a1", "  ")
    assert "no side" in refuses(ledger, Action.SIDE, "a1", "both")
    review(ledger, Action.APART, "a1")
    assert "stands alone" in refuses(ledger, Action.APART, "a1")
    review(ledger, Action.UNDO, None, "1")
    assert "taken back before" in refuses(ledger, Action.UNDO, None, "1")
    assert "decide anew" in refuses(ledger, Action.UNDO, None, "2")
    with pytest.raises(UsageError, match="name of who decides"):
        decide(ledger, Asked(Action.ACCEPT, claim), " ", NOW)
    with pytest.raises(UsageError, match="no time"):
        decide(ledger, Asked(Action.ACCEPT, claim), "Ilse", "yesterday")


moves = st.one_of(
    st.tuples(st.just(Action.APART), st.sampled_from(KEYS)),
    st.tuples(st.just(Action.WITH), st.sampled_from(KEYS), st.sampled_from(KEYS)),
    st.tuples(st.just(Action.SIDE), st.sampled_from(KEYS), st.sampled_from([s.value for s in Side])),
    st.tuples(st.just(Action.ROOT), st.sampled_from(KEYS), st.sampled_from(["Pavel Rusk", "Ada Venn", "Paper a5"])),
    st.tuples(st.just(Action.SAME), st.sampled_from(KEYS), st.just("Pavel Rusk"), st.just("the council of Norrin")),
    st.tuples(st.sampled_from([Action.ACCEPT]), st.sampled_from(KEYS)),
    st.tuples(st.just(Action.NOTE), st.sampled_from(KEYS), st.just("ask them")),
)


def test_whatever_is_decided_and_undone_leaves_what_was_before(ledger: Writer) -> None:
    before = everything(ledger)

    @settings(max_examples=15)
    @given(st.lists(moves, max_size=5), st.integers(0, 1000))
    def check(asked: list[tuple[Action, str, str]], shuffled: int) -> None:
        made = []
        for action, claim, *values in asked:
            try:
                made.append(review(ledger, action, claim, *values).number)
            except UsageError:
                continue
        random.Random(shuffled).shuffle(made)
        for number in made:
            review(ledger, Action.UNDO, None, str(number))
        assert everything(ledger) == before

    check()


def test_order_of_intake_changes_nothing_where_people_decided(tmp_path: Path, monkeypatch: Patch) -> None:
    plan: list[tuple[Action, str, tuple[str, ...]]] = [
        (Action.APART, "a3", ()),
        (Action.WITH, "a5", ("b1",)),
        (Action.SIDE, "a2", ("against",)),
        (Action.ROOT, "b2", ("Pavel Rusk",)),
        (Action.SAME, "a1", ("Pavel Rusk", "the council of Norrin")),
    ]
    with told_ledger(tmp_path / "a", monkeypatch) as all_at_once:
        made = [review(all_at_once, action, claim, *values).number for action, claim, values in plan]
        decisions = [find_review(all_at_once.read, n) for n in made]
        wanted = everything(all_at_once)
    homes = {a.id: DOCUMENTS[key].id for key, a in ASSERTIONS.items()}
    for seed in range(2):
        order = list(DOCUMENTS.values())
        random.Random(seed).shuffle(order)
        with told_ledger(tmp_path / f"b{seed}", monkeypatch, order[:3]) as parts:
            for decision in decisions:
                assert decision is not None
                with parts.transaction():
                    save_review(parts, decision, homes)
            for document in order[3:]:
                read(parts, document)
                list(weigh_new(parts))
            assert everything(parts) == wanted


def test_nothing_is_kept_of_a_decision_that_fails_on_its_way(ledger: Writer, monkeypatch: Patch) -> None:
    before = everything(ledger)

    def fails(found: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sayso.engine.review.settle_claims", fails)
    with pytest.raises(KeyboardInterrupt):
        review(ledger, Action.APART, "a3")
    assert everything(ledger) == before
    assert find_review(ledger.read, 1) is None
