from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.types.review import Action
from sayso.web.deciding import asked, kept


def test_a_form_is_understood_as_the_command_line_is() -> None:
    form = {"target": "c_77f01c2", "decision": "side", "side": "against"}
    found = asked(form)
    assert (found.action, found.claim, found.values, found.kind) == (Action.SIDE, "c_77f01c2", ("against",), None)
    root = asked({**form, "decision": "root", "root": " General Orme ", "kind": "official"})
    assert (root.values, root.kind) == (("General Orme",), "official")
    assert asked({**form, "decision": "accept"}).values == ()
    same = asked({**form, "decision": "same", "origin.o_1": "1", "origin.o_2": "1"})
    assert same.values == ("o_1", "o_2")
    undo = asked({"decision": "undo", "number": "4", "target": "p_1"})
    assert (undo.claim, undo.values) == (None, ("4",))


@pytest.mark.parametrize(
    "typed",
    [
        "p_12ab345",
        "P_12AB345",
        "/claims/p_12ab345",
        "https://x.org/claims/p_12ab345.json?a=1",
        "p_12ab345#review",
    ],
)
def test_an_address_of_a_claim_stands_for_its_id(typed: str) -> None:
    assert asked({"decision": "with", "other": typed}).values == ("p_12ab345",)


@given(st.dictionaries(st.sampled_from(["decision", "target", "side", "other", "origin.x", "number"]), st.text()))
def test_any_form_is_understood_or_refused(form: dict[str, str]) -> None:
    try:
        assert asked(form).action in list(Action)
    except UsageError as error:
        assert str(error)


def test_what_was_typed_is_kept_without_the_token() -> None:
    assert kept({"token": "x", "by": "Ilse", "note": "n", "target": "p_1"}) == {"note": "n", "target": "p_1"}
