import pytest

from sayso.grounding.actors.descriptions import alike
from tests.grounding.actors.support import read, words


def test_nouns_that_may_name_the_same_actor() -> None:
    assert alike("dictator", "president") and alike("adviser", "aide")
    assert not alike("dictator", "adviser")


@pytest.mark.parametrize(
    ("marked", "name", "expected"),
    [
        (
            "[P:Alexander Lukash] met them. The Belarusian dictator left.",
            "Alexander Lukash",
            ["Alexander Lukash", "Belarusian dictator"],
        ),
        ("Defence minister [P:Abel Kay] left. The minister came.", "Abel Kay", ["Abel Kay", "minister"]),
        ("[O:Ministry of Rivers] met. The ministry left.", "Ministry of Rivers", ["Ministry of Rivers", "ministry"]),
        ("[C:Chad] met. The Chadian government left.", "Chad", ["Chad", "Chadian government"]),
        ("They fled to [C:Chad]. The country is poor.", "Chad", ["Chad", "country"]),
        ("Belarusian forces met. The Belarusian army left. The army came.", "Belarusian forces", None),
        ("Armed rebels met. The rebels left.", "Armed rebels", ["Armed rebels", "rebels"]),
        ("[O:Green Delta] met. The group left.", "Green Delta", ["Green Delta", "group"]),
    ],
)
def test_descriptions_go_back_to_whom_they_mean(marked: str, name: str, expected: list[str] | None) -> None:
    assert words(marked, name) == (expected or ["Belarusian forces", "Belarusian army", "army"])


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Belarusian president [P:Alexander Lukash] left. The Russian president came.", "Alexander Lukash"),
        ("[P:Franak Halas], adviser to the court, left. The dictator came.", "Franak Halas"),
        ("Ukrainian forces met. Russian troops left.", "Ukrainian forces"),
        ("Armed rebels met. Some rebels left.", "Armed rebels"),
        ("[P:Abel Kay], leader of the strip, left. [C:Moldova]'s president came.", "Abel Kay"),
        ("Ukrainian forces met. Ukrainian special forces left.", "Ukrainian forces"),
    ],
)
def test_others_stay_others(marked: str, name: str) -> None:
    bare = [w for w in words(marked, name) if w not in ("adviser", "leader")]
    assert bare == [name]


def test_the_key_of_a_national_army_and_of_a_state_is_the_code() -> None:
    found = read("Belarusian troops met [C:Belarus].")
    assert (found["Belarusian troops"].key, found["Belarus"].key) == ("by armed forces", "by")
