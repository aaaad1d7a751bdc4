from __future__ import annotations

from sayso.export.lineage_tree import tree
from sayso.export.lineage_words import ALTERATIONS, KINDS, derived, direction, facts, kinds, quotations, summary
from sayso.types.lineage import Alteration, Kind
from tests.families import FAMILY, KNOWN, derivation, short


def test_a_derivation_reads_as_a_phrase() -> None:
    told = derived(FAMILY.derivations[0], KNOWN, short)
    assert told == "cut from d_00a1 (Alder Wire, 1 Mar 2022), confidence 0.97"
    assert direction(FAMILY.derivations[0]) == "direction 0.91"
    assert derived(derivation("d_00a2", "d_else"), {}, short).startswith(
        "cut from d_else (outlet unknown, date unknown)"
    )


def test_every_kind_and_alteration_has_words() -> None:
    assert set(KINDS) == set(Kind) and set(ALTERATIONS) == set(Alteration)


def test_quotations_are_counted_with_what_was_done_to_them() -> None:
    told = quotations(FAMILY.derivations[1].quotes)
    assert told == "2 of 3 quotations altered: a negation put in or taken out, a number changed"
    assert quotations(FAMILY.derivations[0].quotes) == "2 quotations, word for word"
    assert quotations(()) == ""


def test_a_family_is_one_text() -> None:
    found = tree(FAMILY, KNOWN)
    assert summary(found) == (
        "4 articles, 1 text, from 4 outlets; 1 Mar 2022 to 5 Mar 2022; 1 without a date; 2 quotations altered"
    )
    assert kinds(found) == "1 cut and 1 respun"


def test_what_comes_from_anywhere_is_made_visible() -> None:
    assert "\x1b" not in facts(KNOWN["d_00a4"], short) and "\\x1b" in facts(KNOWN["d_00a4"], short)
