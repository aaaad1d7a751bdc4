"""Ids of claims."""

from __future__ import annotations

from sayso.grounding.claims.identity import claim_id
from sayso.types.span import Span


def test_ids_are_stable_and_differ_with_everything_that_makes_a_claim() -> None:
    pieces = (Span(0, 4), Span(6, 9))
    one = claim_id("d_1", "e_1", "a_1", "affirmed", pieces)
    assert one == claim_id("d_1", "e_1", "a_1", "affirmed", pieces)
    assert one.startswith("c_") and len(one) == 18
    others = {
        claim_id("d_2", "e_1", "a_1", "affirmed", pieces),
        claim_id("d_1", None, "a_1", "affirmed", pieces),
        claim_id("d_1", "e_1", None, "affirmed", pieces),
        claim_id("d_1", "e_1", "a_1", "denied", pieces),
        claim_id("d_1", "e_1", "a_1", "affirmed", pieces[:1]),
    }
    assert len(others | {one}) == 6
