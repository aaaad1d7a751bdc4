import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.formats import IntakeSettings, Refusal
from sayso.intake.resync import Tape
from sayso.intake.streams import gunzipped

RECORD = b"WARC/1.0\r\nWARC-Type: response\r\n\r\n"


def rest(tape: Tape) -> bytes:
    return b"".join(iter(lambda: tape.read(1000), b""))


@given(st.binary(max_size=200), st.integers(0, 300), st.binary(max_size=200))
def test_reading_goes_on_where_the_next_record_begins(damaged: bytes, read: int, content: bytes) -> None:
    tape = Tape(io.BytesIO(b"WARC/x" + damaged + RECORD + content))
    tape.read(read)  # however far the damaged record was read
    assert tape.to_next_record() and rest(tape).endswith(RECORD + content)


def test_the_record_itself_is_not_read_again() -> None:
    tape = Tape(io.BytesIO(RECORD + b"one" + RECORD + b"two" + RECORD + b"three"))
    tape.read(10_000)
    tape.began(len(RECORD) + 3)
    assert tape.to_next_record() and rest(tape) == RECORD + b"three"
    assert not tape.to_next_record()


def test_damaged_gzip_ends_the_bytes_and_says_why() -> None:
    whole, bad = gzip.compress(RECORD + b"one"), bytearray(gzip.compress(RECORD + b"two"))
    bad[-6] ^= 1  # of the checksum: all bytes can be read, and yet are not those that were packed
    tape = Tape(gunzipped(io.BytesIO(whole + bytes(bad) + whole), IntakeSettings()))
    assert rest(tape).startswith(RECORD + b"one") and tape.failure is not None
    assert not tape.spoilt()
    tape.began(len(RECORD) + 3)
    assert tape.spoilt()
    assert tape.to_next_record() and tape.failure is None and rest(tape) == RECORD + b"one"


def test_what_may_not_be_unpacked_is_not_searched() -> None:
    packed = gzip.compress(b"a" * 5_000_000)
    tape = Tape(gunzipped(io.BytesIO(packed), IntakeSettings(max_bytes=1000)))
    rest(tape)
    with pytest.raises(Refusal, match="times its size"):
        tape.to_next_record()


def test_a_header_without_end_is_not_read_on() -> None:
    tape = Tape(io.BytesIO(b"a: b\r\n" * 10_000 + RECORD))
    tape.ration = 500
    while tape.read(100):
        pass
    assert tape.failure is not None and "without an end" in str(tape.failure)
    assert tape.to_next_record() and rest(tape) == RECORD
