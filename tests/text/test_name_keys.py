import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.name_keys import name_key, same_name


@pytest.mark.parametrize(
    "spellings",
    [
        "Lukashenko|Lukashenka|Łukaszenka|Лукашенко|Лукашэнка",
        "Tikhanovskaya|Tsikhanouskaya|Cichanouskaja",
        "Gulevich|Hulevich|Gulewicz",
        "Kyrylov|Kirilov",
        "Zelensky|Zelenskyy|Zelenskiy",
        "Khrenin|Chrenin",
        "Prigozhin|Prigozhyn",
        "Gerasimov|Herasymov",
        "Syrskyi|Syrsky",
        "Dvornikov|Dwornikow",
        "al-Assad|Asad|Al Assad",
        "Qaddafi|Gaddafi|Kadhafi",
        "Mohammed|Muhammad|Mohamed",
        "Hussein|Hussain",
        "Abdullah|Abdallah",
        "Abdel Fattah el-Sisi|Abd al-Fattah al-Sisi",
        "Alexander Lukashenko|Aliaksandr Lukashenka|Mr. Alexander Lukashenko",
    ],
)
def test_spellings_of_one_name_have_one_key(spellings: str) -> None:
    assert len({name_key(s) for s in spellings.split("|")}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tikhanovsky", "Tikhanovskaya"),
        ("Ivanov", "Ivanova"),
        ("Medvedev", "Medvedchuk"),
        ("Hassan", "Hussein"),
        ("Putin", "Patton"),
        ("Hafez al-Assad", "Bashar al-Assad"),
        ("Viktor Lukashenko", "Alexander Lukashenko"),
        ("Kirill", "Karol"),
    ],
)
def test_different_people_have_different_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)
    assert not same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("A. Lukashenko", "Aliaksandr Lukashenka", True),
        ("V. Lukashenko", "Aliaksandr Lukashenka", False),
        ("Orbán Viktor", "Viktor Orban", True),
        ("Lukashenko", "Alexander Lukashenko", True),
        ("Alexander", "Alexander Lukashenko", False),
        ("Y. Prigozhin", "Evgeny Prigozhin", True),
        ("", "Lukashenko", False),
        ("…", "…", False),
    ],
)
def test_initials_and_the_order_of_names(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


@given(st.text(max_size=60))
def test_any_text_has_a_key_that_does_not_change(text: str) -> None:
    key = name_key(text)
    assert key == name_key(text)
    assert key == " ".join(key.split())
    assert same_name(text, text) is bool(key)
