from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.store.assertions import save_assertions
from sayso.store.connection import Writer
from sayso.store.lists import find_claims
from sayso.store.matches import save_matched
from sayso.store.older import find_older
from sayso.types.listed import ClaimWanted
from sayso.types.span import Span
from sayso.types.weighing import Carried
from sayso.weighing.assertions import assertions
from tests.store.asked import again, keep, known
from tests.store.support import new_ledger

WORDS = "Two brigades of the Velmar army have not crossed the Sella."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Writer]:
    """Three articles of one story, each taken over from the one before; the last one respun in two claims."""
    first = known()
    second, third = again(first, 2), again(first, 3)
    claims = list(third.claims)
    claims[0] = replace(claims[0], text="Two detachments of the Velmar host have not got over the Sella.")
    claims[1] = replace(claims[1], text="The 4th Unit went over.")
    third = replace(third, grounding=replace(third.grounding, claims=tuple(claims)))
    with new_ledger(tmp_path) as ledger:
        keep(ledger, first, second, third)
        begin = first.document.text.index("Two brigades")
        for found in (first, second, third):
            save_assertions(ledger, found.document.id, assertions(found))
        words, number = Span(begin, begin + 20), Span(begin, begin + 12)
        copied = Carried(second.claims[0].id, first.claims[0].id, first.document.id, words)
        respun = Carried(third.claims[0].id, second.claims[0].id, second.document.id, words)
        unread = Carried(third.claims[1].id, None, second.document.id, number)
        save_matched(ledger, second.document.id, [copied], [])
        save_matched(ledger, third.document.id, [respun, unread], [])
        yield ledger


def test_a_respun_claim_comes_with_the_wording_of_the_oldest_text(ledger: Writer) -> None:
    first = known()
    found = find_older(ledger.read, "c_0003000000000000", "Two detachments got over.")
    assert found is not None
    assert (found.document, found.claim, found.text) == (first.document.id, first.claims[0].id, first.claims[0].text)
    assert first.document.text[found.begin : found.end] == "Two brigades of the "


def test_where_nothing_was_read_the_words_themselves_are_given(ledger: Writer) -> None:
    found = find_older(ledger.read, "c_0003000000000001", "The 4th Unit went over.")
    assert found is not None
    assert (found.claim, found.text) == (None, "Two brigades")


def test_the_same_words_and_claims_of_nobody_else_have_no_older_wording(ledger: Writer) -> None:
    assert find_older(ledger.read, "c_0002000000000000", WORDS) is None
    assert find_older(ledger.read, known().claims[0].id, WORDS) is None
    assert find_older(ledger.read, "c_ffff", WORDS) is None


def test_lists_have_it_beside_the_claim(ledger: Writer) -> None:
    rows = {row.id: row for row in find_claims(ledger.read, ClaimWanted())}
    respun = rows["c_0003000000000000"]
    assert respun.older is not None and respun.older.startswith("Two brigades of the Velmar army")
    assert (respun.older_document, respun.older_claim) == (known().document.id, known().claims[0].id)
    assert rows["c_0002000000000000"].older is None
