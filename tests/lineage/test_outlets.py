import pytest

from sayso.lineage.outlets import Name, outlet_key, outlet_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Kyiv Independent", "kyivindependent.com"),
        ("AP", "the Associated Press"),
        ("https://www.suspilne.media/ru/news/5", "suspilne"),
        ("Tasnim", "Tasnim News Agency"),
        ("Orlen Gazette", "the Orlen Gazette"),
    ],
)
def test_spellings_of_one_outlet_have_one_key(one: str, other: str) -> None:
    assert outlet_key(one) == outlet_key(other)


def test_different_outlets_have_different_keys() -> None:
    assert len({outlet_key(n) for n in ("Orlen Gazette", "Orlen Herald", "Vessar Gazette", "AFP", "AP")}) == 5


@pytest.mark.parametrize(
    ("name", "sure"),
    [
        ("Reuters", Name.KNOWN),
        ("lisk-today.org", Name.KNOWN),
        ("The Orlen Herald", Name.MEDIUM),
        ("Vessar Wire", Name.MEDIUM),
        ("Hromadske Vessar", Name.OPEN),
        ("Maria Lindqvist", Name.NONE),
        ("the Defence Ministry", Name.NONE),
        ("International Atomic Energy Agency", Name.NONE),
        ("Monday", Name.NONE),
        ("2022", Name.NONE),
        ("", Name.NONE),
    ],
)
def test_names(name: str, sure: Name) -> None:
    assert outlet_name(name) is sure
