import pytest

from tests.grounding.actors.support import read, words


@pytest.mark.parametrize(
    ("marked", "name", "expected"),
    [
        ("[P:Franak Halas] left. [P:Halas] came.", "Franak Halas", ["Franak Halas", "Halas"]),
        ("[P:Viktor Gulevich] or [P:Hulevich]?", "Viktor Gulevich", ["Viktor Gulevich", "Hulevich"]),
        ("[O:General Staff] ([O:GS]) met. [O:GS] left.", "General Staff", ["General Staff", "GS", "GS"]),
        ("[O:Northern Relief Fund] met. [O:NRF] left.", "Northern Relief Fund", ["Northern Relief Fund", "NRF"]),
        ("[C:Belarus] left. [O:Kremlin] came.", "Belarus", ["Belarus"]),
        ("[C:Russia] left. [O:Kremlin] came.", "Russia", ["Russia", "Kremlin"]),
        (
            "[O:Nordvolt Transmission] met. [O:Nordvolt] left.",
            "Nordvolt Transmission",
            ["Nordvolt Transmission", "Nordvolt"],
        ),
    ],
)
def test_short_forms_spellings_acronyms_and_seats(marked: str, name: str, expected: list[str]) -> None:
    assert words(marked, name) == expected


def test_a_shared_surname_goes_to_the_bearer_named_last() -> None:
    marked = "[P:Marta Lund] left. [P:Ivan Lund] came. [P:Lund] spoke."
    assert words(marked, "Ivan Lund") == ["Ivan Lund", "Lund"]


def test_other_given_names_are_other_people() -> None:
    assert set(read("[P:Marta Lund] met [P:Ivan Lund].")) == {"Marta Lund", "Ivan Lund"}


def test_rules_are_named() -> None:
    mentions = read("[P:Franak Halas] left. [P:Halas] came. [P:Franak Halas] too.")["Franak Halas"].mentions
    assert [m.rule for m in mentions] == ["name", "alias", "name"]
