from __future__ import annotations

import json

import pytest

from tests.cli.asked import Ask, asker


def found(ask: Ask, *options: str) -> list[str]:
    lines = ask("claims", "--each", *options, "--output-format", "jsonl").stdout.splitlines()
    return [row["text"] for row in map(json.loads, lines) if row["published"] == "2022-03-08"]


def test_a_claim_says_its_status_first_and_on_whose_word(ask: Ask) -> None:
    result = ask("claims", "--each", "--status", "denied")
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
    result = ask("claims", "--each", "--since", "2022-03-09")
    assert result.stdout == ""
    assert result.stderr == "no claim\nleft out: 12 claims of unknown time\n"


def test_a_status_has_its_three_axes_for_programs(ask: Ask) -> None:
    row = json.loads(ask("claims", "--each", "--status", "did-not", "--output-format", "jsonl", "--limit", "1").stdout)
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


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--each", "--standing", "contested"], "--standing does not go with --each"),
        (["--each", "--new", "2022"], "--new does not go with --each"),
        (["--status", "denied"], "--status goes with --each only"),
        (["--each", "--sort", "dispute"], "are not sorted by dispute; choose latest"),
        (["--sort", "confidence"], "are not sorted by confidence; choose articles"),
        (["--new", "soon"], "is no date"),
    ],
)
def test_what_belongs_to_the_other_list_is_told(ask: Ask, options: list[str], words: str) -> None:
    result = ask("claims", *options)
    assert result.exit_code == 2 and words in result.stderr and result.stderr.count("\n") == 1


def test_what_waits_is_told(ask: Ask) -> None:
    result = ask("claims")
    assert result.stdout == ""
    assert (
        result.stderr == "no claim\nthe claims of 2 articles are not compared with the others yet; run 'sayso ingest'\n"
    )


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Runs a command on the same ledger, weighed."""
    return asker(tmp_path_factory.mktemp("weighed"), weighed=True)


def test_a_claim_across_articles_is_one_line_with_who_is_for_it(story: Ask) -> None:
    result = story("claims", "--by", "ministry")
    words = " ".join(result.stdout.split())
    assert (
        "single origin 1 2 Denied: Shells had hit a hospital in Kiev overnight. — for: The ministry · 1 text" in words
    )
    assert "first seen 8 Mar 2022" in words and result.stderr == "1 claim\n"


def test_a_program_gets_bounds_and_names(story: Ask) -> None:
    row = json.loads(story("claims", "--about", "brigade went", "--output-format", "jsonl").stdout)
    assert row["kind"] == "proposition" and row["articles"] == 2 and row["texts"] == 1
    assert (row["least"], row["most"], row["against_most"]) == (1, 1, 0)
    assert row["who_is_for"] == ["opposition sources"] and row["standing"] == "single origin"
    header = story("claims", "--output-format", "csv").stdout.splitlines()[0]
    assert "least,most,against_least,against_most,standing" in header
    assert len(json.loads(story("claims", "--output-format", "json", "--min-origins", "1").stdout)) > 3


def test_undated_events_are_not_dropped_in_silence(story: Ask) -> None:
    assert "of unknown time" in story("claims", "--since", "2030", "--standing", "single").stderr


@pytest.mark.parametrize("words", ['"', "a AND", "NEAR(", "*", "{text}:", "", "🤷", "-"])
def test_no_words_are_an_error(ask: Ask, words: str) -> None:
    assert ask("claims", "--about", words, "--by", words).exit_code == 0
    assert ask("claims", "--each", "--about", words, "--by", words).exit_code == 0
