from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.engine.meant import Pointed, meant_by, pointed_at
from sayso.errors import UsageError
from sayso.store.connection import Writer
from sayso.types.attribution import VoiceKind
from sayso.types.review import Action, Spot
from tests.engine.deciding import ASSERTIONS, claim_of, review, told_ledger


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Writer]:
    with told_ledger(tmp_path / "l", monkeypatch) as found:
        yield found


def pointed(ledger: Writer, given: str) -> Pointed:
    meant = meant_by(ledger.read, claim_of(ledger, "a1"))
    return pointed_at(ledger.read, meant.claim, meant.carried, given)


def test_an_id_means_a_claim_or_what_one_article_says(ledger: Writer) -> None:
    claim = claim_of(ledger, "a1")
    whole = meant_by(ledger.read, f" {claim[:9].upper()} ")
    assert (whole.claim.id, whole.one, whole.target) == (claim, None, claim)
    assert whole.own == tuple(sorted(ASSERTIONS[key].id for key in ("a1", "a2", "a3", "a4", "a5")))
    single = meant_by(ledger.read, ASSERTIONS["a2"].id)
    assert single.one is not None and single.target == single.one.id == ASSERTIONS["a2"].id
    for given in ("", None, "d_1234", ASSERTIONS["a2"].id[2:]):
        with pytest.raises(UsageError, match="begin it with p_"):
            meant_by(ledger.read, given)


def test_an_origin_is_meant_by_its_id_or_by_any_of_its_names(ledger: Writer) -> None:
    found = pointed(ledger, "The COUNCIL of  Norrin")
    assert found.spots == tuple(sorted(Spot(ASSERTIONS[key].id, 1) for key in ("a2", "a4")))
    assert pointed(ledger, found.id[:6]) == found
    paper = pointed(ledger, "Paper a5")
    assert (paper.articles, paper.spots) == (True, (Spot(ASSERTIONS["a5"].id, 0),))


def test_an_origin_that_a_person_put_there_is_named_nowhere(ledger: Writer) -> None:
    review(ledger, Action.ROOT, "a5", "General Orme", kind="official")
    found = pointed(ledger, "General Orme")
    assert (found.spots, found.kind, found.public) == ((), VoiceKind.PERSON, True)


def test_private_persons_are_told_apart_by_where_they_speak(ledger: Writer) -> None:
    review(ledger, Action.ROOT, "a2", "Ada Venn")
    with pytest.raises(UsageError) as caught:
        pointed(ledger, "ada venn")
    assert "Paper a2" in str(caught.value) and "Paper a3" in str(caught.value)
    assert "Ada Venn" not in str(caught.value).split(";")[1]
