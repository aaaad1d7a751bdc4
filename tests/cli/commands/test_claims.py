from __future__ import annotations

import json

import pytest

from tests.cli.asked import Ask


def found(ask: Ask, *options: str) -> list[str]:
    lines = ask("claims", *options, "--output-format", "jsonl").stdout.splitlines()
    return [row["text"] for row in map(json.loads, lines) if row["published"] == "2022-03-08"]


def test_a_claim_says_its_status_first_and_on_whose_word(ask: Ask) -> None:
    result = ask("claims", "--status", "denied")
    words = " ".join(result.stdout.split())
    assert "DENIED 2022-03-07 Shells had hit a hospital in Kiev overnight. (Kyiv, Ukraine) — The ministry >" in words
    assert "The Harbour Post · 8 Mar 2022 · confidence 0.90" in words
    assert result.stderr == "2 claims\n"


@pytest.mark.parametrize(
    ("options", "first"),
    [
        (["--about", "gun*"], "Norrin demanded"),
        (["--about", "the 4th Brigade"], "The 4th Brigade went"),
        (["--by", "the Ministry"], "Shells had hit"),
        (["--type", "assault/Heavy-Weapons"], "Shells had hit"),
        (["--place", "ukraine"], "Shells had hit"),
        (["--place", "UA"], "Shells had hit"),
        (["--place", "Sella"], "Two brigades"),
        (["--status", "planned"], "We will call"),
        (["--since", "2022-03-03", "--until", "2022-03-04"], "Norrin demanded"),
    ],
)
def test_claims_are_chosen_by_what_a_person_types(ask: Ask, options: list[str], first: str) -> None:
    texts = found(ask, *options)
    assert texts and texts[0].startswith(first)


def test_what_has_no_known_time_is_not_dropped_in_silence(ask: Ask) -> None:
    result = ask("claims", "--since", "2022-03-09")
    assert result.stdout == ""
    assert result.stderr == "no claim\nleft out: 12 claims of unknown time\n"


def test_a_status_has_its_three_axes_for_programs(ask: Ask) -> None:
    row = json.loads(ask("claims", "--status", "did-not", "--output-format", "jsonl", "--limit", "1").stdout)
    assert (row["status"], row["occurrence"], row["phase"], row["reality"]) == (
        *("DID NOT HAPPEN", "did-not", "past"),
        "asserted",
    )
    assert (row["claim_kind"], row["who"]) == ("event", ["Two brigades"])


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--type", "WAR"], "known are AGREE"),
        (["--type", "ASSAULT/tea"], "known are abduct"),
        (["--type", "AID/tea"], "it has none"),
        (["--until", "soon"], "is no date"),
    ],
)
def test_an_unknown_value_is_told_with_those_known(ask: Ask, options: list[str], words: str) -> None:
    result = ask("claims", *options)
    assert result.exit_code == 2 and words in result.stderr and result.stderr.count("\n") == 1


@pytest.mark.parametrize("words", ['"', "a AND", "NEAR(", "*", "{text}:", "", "🤷", "-"])
def test_no_words_are_an_error(ask: Ask, words: str) -> None:
    assert ask("claims", "--about", words, "--by", words).exit_code == 0
