from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.codec import decode, encode, finder, placer
from sayso.types.event import Occurrence, Phase, Reality, Status
from sayso.types.span import Span
from tests.readings import CHARACTERS

TEXT = "a 🤷 b"


def test_a_span_is_written_in_code_points_and_in_utf16_with_its_words() -> None:
    record = encode(Span(4, 5), placer(TEXT))
    assert record == {"begin": 4, "end": 5, "utf16_begin": 5, "utf16_end": 6, "text": "b"}


def test_records_keep_the_names_of_their_fields() -> None:
    status = Status(Occurrence.DID_NOT, Phase.PAST, Reality.DENIED)
    record = encode(status, placer(""))
    assert record == {"occurrence": "did-not", "phase": "past", "reality": "denied"}
    assert decode(Status, record, finder("")) == status


@given(st.datetimes())
def test_a_moment_comes_back(moment: datetime) -> None:
    assert decode(datetime | None, encode(moment, placer("")), finder("")) == moment


@given(st.text(CHARACTERS, min_size=1, max_size=9), st.data())
def test_a_span_comes_back(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text) - 1))
    spans = (Span(begin, data.draw(st.integers(begin + 1, len(text)))),)
    assert decode(tuple[Span, ...], encode(spans, placer(text)), finder(text)) == spans


@pytest.mark.parametrize(
    ("kind", "value"), [(int, "3"), (str, None), (tuple[int, ...], {"a": 1}), (float, "0.5"), (Phase | None, "soon")]
)
def test_what_is_of_another_kind_is_refused(kind: object, value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        decode(kind, value, finder(""))


def test_a_whole_number_will_do_for_a_fraction() -> None:
    assert decode(float, 1, finder("")) == 1.0


def test_words_that_the_text_does_not_have_there_are_refused() -> None:
    with pytest.raises(ValueError, match="are not 'c'"):
        finder(TEXT)({"begin": 4, "end": 5, "text": "c"})


def test_what_has_no_place_in_a_record_is_refused() -> None:
    with pytest.raises(TypeError, match="set has no place"):
        encode({1}, placer(""))
