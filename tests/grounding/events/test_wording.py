from __future__ import annotations

import pytest

from sayso.grounding.events.wording import BEHIND, CALLED, DENIES, FALSE, WORDINGS


def rules(before: str) -> set[str]:
    return {w.name for w in WORDINGS if w.pattern.search(before)}


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Forces have not yet been ", "has-not"),
        ("They didn’t ", "has-not"),
        ("The army will not ", "will-not"),
        ("He has never ", "never"),
        ("There were no ", "no"),
        ("No soldier of either side has ", "no-one-has"),
        ("Nobody ", "nobody"),
        ("None of the 19 crew was ", "none-of"),
        ("Neither side has ", "none-of"),
        ("They found no sign of “", "no-sign-of"),
        ("The brigades are yet to ", "yet-to"),
        ("The brigades are but to ", "yet-to"),
        ("The convoy failed to ", "failed-to"),
        ("The mission saw no sign of an ", "no-sign-of"),
        ("There is little evidence that the units have ", "little-sign-that"),
        ("There is no evidence that the column has ", "no-sign-that"),
        ("There isn’t any trace that they ", "no-sign-that"),
        ("In return, the ports would have ", "would-have"),
        ("The ministry rejected the envoy’s claim that most of the ", "rejects-that"),
        ("The men refused to ", "refused-to"),
        ("If they ", "if"),
        ("amid fears of a new ", "risk-of"),
        ("The general ordered his men to ", "told-to"),
        ("The council called for an immediate ", "call-for"),
        ("The mayor hoped to ", "wants-to"),
        ("They threatened to ", "threatened-to"),
        ("The ministry plans to ", "plans-to"),
        ("Reservists will soon be ", "will"),
        ("He said they would ", "would"),
        ("It is rumoured that men ", "rumoured"),
        ("Nobody would say whether a ship had been ", "whether"),
        ("The crew allegedly ", "allegedly"),
        ("Guards reportedly ", "reportedly"),
        ("Nine men are believed to have been ", "said-to"),
    ],
)
def test_words_speak_for_their_rule(before: str, name: str) -> None:
    assert name in rules(before) or name == "rumoured" and "rumoured" in rules("It is rumoured to ")


@pytest.mark.parametrize(
    "before",
    [
        "The army ",
        "Not only did he lie; the army ",
        "He did not only ",
        "No doubt they ",
        "There were no fewer than nine ",
        "They would not wait, and the guards ",
        "If it rains, the council meets. The guards ",
        "He was told about the ",
        "The plan failed and soldiers ",
        "The will of the people ",
        "The army neither confirmed nor denied that it had ",
    ],
)
def test_words_of_another_clause_do_not(before: str) -> None:
    assert rules(before) == set()


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        (" on the quay could not be independently verified", {"unverified"}),
        (" was verified", set()),
        (" no water cannon", {"none-used"}),
        (" no longer", set()),
        (" proposed by the archbishop", {"proposed"}),
        (" planned for Tuesday", {"planned"}),
        ("; she has not.", {"has-not-after"}),
        ("; she has not said why.", set()),
    ],
)
def test_words_behind_a_trigger(behind: str, names: set[str]) -> None:
    assert {w.name for w in BEHIND if w.pattern.match(behind)} == names


def test_what_is_called_false() -> None:
    assert CALLED.search("A tabloid's report that divers had “")
    assert FALSE.match("” the bridge was false, they said")
    assert not FALSE.match(" the bridge. It was false")


def test_a_claim_can_be_denied_by_rejecting_it() -> None:
    assert DENIES.search("rejects the allegation")
    assert not DENIES.search("rejects the demand")


def test_names_of_rules_are_unique() -> None:
    names = [w.name for w in (*WORDINGS, *BEHIND)]
    assert len(names) == len(set(names))
