from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.eventlines import parse, read
from bench.eventmarks import EventError

LINE = (
    "{Zenda|1A} {demanded|1T} that {Ruritania|1R,2A} {pull back|2T} {its tanks|2R} from {the port of {Kelva|2P}|2R}."
    " => 1 REQUEST/yield happened past asserted about 2; 2 RETREAT/withdraw happened planned conditional low"
)


def test_marks_are_taken_out_and_point_to_their_words() -> None:
    text, (first, second) = parse(LINE, "x:1")
    assert text == "Zenda demanded that Ruritania pull back its tanks from the port of Kelva."
    assert text[slice(*first.trigger)] == "demanded"
    assert [(r, text[slice(*s)]) for r, s in first.arguments] == [
        ("actor", "Zenda"),
        ("recipient", "Ruritania"),
        ("about", "pull back"),
    ]
    assert ("place", "Kelva") in [(r, text[slice(*s)]) for r, s in second.arguments]
    assert ("certainty", "low") in second.answers
    assert ("phase", "planned") in second.answers


def test_an_event_may_have_a_type_and_roles_of_kairos() -> None:
    text, (event,) = parse("{Gunmen|1Attacker} {raided|1T} {Kelva|1Place}. => 1 Conflict.Attack", "x:1")
    assert (event.type, text[slice(*event.trigger)], event.answers) == ("Conflict.Attack", "raided", ())
    assert [(r, text[slice(*s)]) for r, s in event.arguments] == [("Attacker", "Gunmen"), ("Place", "Kelva")]


def test_a_line_may_tell_of_nothing() -> None:
    assert parse("Shops stayed open. => -", "x:1") == ("Shops stayed open.", ())


@pytest.mark.parametrize(
    "line",
    [
        "No arrow here.",
        "{A|1A} {hit|1T} b. => 1 ASSAULT happened past",
        "{A|1A} {hit|1T} b. => 1 ASSAULT/phone happened past asserted",
        "{A|1A} {hit|1T} b. => 2 ASSAULT happened past asserted",
        "{A hit|1T b. => 1 ASSAULT happened past asserted",
        "{A|1Z} {hit|1T} b. => 1 ASSAULT happened past asserted",
        "{A|1A} {hit|1T} b. => 1 Conflict.Attack",
        "{A|9} {hit|1T} b. => 1 ASSAULT happened past asserted",
        "{|1A} {hit|1T} b. => 1 ASSAULT happened past asserted",
        "{A|1A} hit b. => 1 ASSAULT happened past asserted",
        "{A|1A} {hit|1T} b. => 1 ASSAULT happened past asserted about 3",
    ],
)
def test_what_is_wrong_is_told_with_its_place(line: str) -> None:
    with pytest.raises(EventError, match="^x:7"):
        parse(line, "x:7")


def test_a_file_gives_its_good_lines_and_names_the_others(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"# comment\n\n{LINE}\nbroken\n")
    found, errors = read(file)
    assert len(found) == 1
    assert len(errors) == 1
    assert errors[0].startswith("a.txt:4")


@given(st.text("ab{}|1T,= >;-", max_size=30))
def test_any_line_is_read_or_refused(line: str) -> None:
    try:
        text, events = parse(line, "x:1")
    except EventError:
        return
    assert all(0 <= e.trigger[0] < e.trigger[1] <= len(text) for e in events)


def test_all_sentences_of_the_project_are_well_formed() -> None:
    root = Path(__file__).parents[2]
    for file in sorted((root / "training" / "sentences").glob("*.txt")):
        assert read(file)[1] == []
