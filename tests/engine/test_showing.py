from __future__ import annotations

from pathlib import Path

import pytest

from sayso.engine.showing import ShownArticle, ShownClaim, find_shown
from sayso.errors import UsageError
from tests.store.asked import asked_ledger, known


def test_an_article_and_a_claim_are_found_by_the_beginning_of_their_ids(tmp_path: Path) -> None:
    with asked_ledger(tmp_path) as ledger:
        article = find_shown(ledger.read, known().document.id[:8])
        assert isinstance(article, ShownArticle) and article.report == known() and article.state == "read"
        assert article.to_dict()["reading"]["document"]["id"] == known().document.id
        claim = find_shown(ledger.read, known().claims[1].id)
        assert isinstance(claim, ShownClaim) and claim.claim == known().claims[1]
        assert claim.to_dict()["claim"]["id"] == claim.claim.id
        with pytest.raises(UsageError, match="no document or claim"):
            find_shown(ledger.read, "c_ffff")


def test_what_waits_says_so(tmp_path: Path) -> None:
    with asked_ledger(tmp_path) as ledger:
        (waits,) = ledger.read.execute("SELECT document FROM queue").fetchone()
        found = find_shown(ledger.read, waits)
        assert isinstance(found, ShownArticle) and (found.report, found.state) == (None, "waiting")
