import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.iris import document_iri, iri, web_address
from sayso.types.document import Basis, Known
from tests.readings import document

URN = re.compile(r"urn:[a-z0-9][a-z0-9-]{1,30}:(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+")


def test_a_record_is_named_by_kind_and_ids() -> None:
    assert iri("claim", "d_1", "c_2") == "urn:sayso:claim:d_1:c_2"
    assert document_iri(document()) == f"urn:sayso:document:{document().id}"


@given(st.lists(st.text(st.characters(), max_size=9), min_size=1, max_size=3))
def test_any_id_gives_a_valid_name_and_no_parts_run_together(parts: list[str]) -> None:
    assert URN.fullmatch(iri("voice", *parts))
    assert iri("voice", *parts).count(":") == 2 + len(parts)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("https://harbour.example/a?b=1#c", True),
        ("http://harbour.example/łódź", True),
        ("javascript:alert(1)", False),
        ("https://x.example/a b", False),
        ('https://x.example/">', False),
        ("https://x.example/\u0000", False),
        ("harbour.example", False),
        ("https://", False),
    ],
)
def test_only_a_whole_address_of_the_web_is_one(value: str, found: bool) -> None:
    there = web_address(document(url=Known(value, Basis.METADATA)))
    assert there == (value if found else None)
    assert web_address(document()) is None
