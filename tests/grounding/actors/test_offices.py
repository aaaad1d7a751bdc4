import pytest

from tests.grounding.actors.support import MARK, read


@pytest.mark.parametrize(
    ("marked", "name", "office"),
    [
        ("Exiled opposition leader [P:Sofia Tikhan] left.", "Sofia Tikhan", "Exiled opposition leader"),
        ("[P:Franak Halas], adviser to [C:Chad]'s leader, left.", "Franak Halas", "adviser to Chad's leader"),
        ("The rebel leader, [P:Abel Kay], left.", "Abel Kay", "rebel leader"),
        ("[P:Abel Kay] is the mayor of [L:Sellafjord].", "Abel Kay", "mayor of Sellafjord"),
        (
            "Chief of the General Staff of the Belarusian Armed Forces [P:Viktor Gul] left.",
            "Viktor Gul",
            "Chief of the General Staff of the Belarusian Armed Forces",
        ),
        ("[P:Abel Kay], 61, a retired general, left.", "Abel Kay", "retired general"),
    ],
)
def test_the_office_is_cut_from_the_text(marked: str, name: str, office: str) -> None:
    actor = read(marked)[name]
    assert actor.office is not None
    assert actor.office.of(MARK.sub(r"\2", marked)).removeprefix("a ").removeprefix("the ") == office
    assert actor.public


def test_the_adviser_is_another_person_than_the_leader() -> None:
    marked = (
        "[P:Franak Halas], adviser to exiled opposition leader [P:Sofia Tikhan], left. "
        "The adviser came. The leader too."
    )
    found = read(marked)
    text = MARK.sub(r"\2", marked)
    assert [m.span.of(text) for m in found["Franak Halas"].mentions] == ["Franak Halas", "adviser", "adviser"]
    assert [m.span.of(text) for m in found["Sofia Tikhan"].mentions] == ["Sofia Tikhan", "leader"]


@pytest.mark.parametrize(
    "marked",
    [
        "In talks with [P:Abel Kay], a soldier said no.",
        "KINSHASA, [C:Chad] — Troops left.",
        "Mrs [P:Lund] left.",
    ],
)
def test_what_follows_a_name_is_not_always_its_office(marked: str) -> None:
    assert all(actor.office is None for actor in read(marked).values())
