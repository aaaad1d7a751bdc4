"""Forms of verbs."""

from __future__ import annotations

from sayso.grounding.claims import grammar
from sayso.grounding.claims.grammar import verbs


def test_forms_are_derived_from_the_list() -> None:
    forms = verbs()
    assert {"denies", "seems", "tells"} <= forms.third
    assert {"attack", "attacks", "reports"} <= forms.nouns
    assert {"took", "wrote", "fell"} <= forms.pasts
    assert {"taken", "held", "put"} <= forms.participles
    assert {"taking", "dying", "running", "fleeing", "seizing"} <= forms.gerunds


def test_a_form_is_never_both_past_and_participle() -> None:
    assert not verbs().pasts & verbs().participles


def test_a_line_may_end_in_an_object_pronoun_but_not_in_a_preposition() -> None:
    assert {"of", "to", "and", "the", "because", "was"} <= grammar.DANGLING
    assert not {"him", "it", "this", "ago", "home"} & grammar.DANGLING
