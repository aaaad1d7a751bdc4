import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.formats import Input, IntakeSettings, Refusal
from sayso.intake.streams import gunzip_beneath, gunzipped, read_all, read_head, rejoined, some

SMALL = IntakeSettings(max_bytes=1000, max_expansion=10)


class Dripping(io.RawIOBase):
    """A pipe that gives three bytes at a time."""

    def __init__(self, data: bytes) -> None:
        self._rest = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._rest.read(min(3, len(buffer)))
        buffer[: len(piece)] = piece
        return len(piece)


@given(st.binary(max_size=500), st.integers(min_value=0, max_value=500))
def test_looking_at_the_head_loses_nothing(data: bytes, cut: int) -> None:
    stream = io.BytesIO(data)
    head = stream.read(cut)
    assert rejoined(head, stream).read() == data


def test_the_head_of_a_slow_pipe_is_read_until_it_is_enough() -> None:
    assert read_head(io.BufferedReader(Dripping(b"<!doctype html>"))) == b"<!doctype html>"


@given(st.lists(st.binary(max_size=300), max_size=3))
def test_gzip_gives_what_was_packed_in_all_its_members(pieces: list[bytes]) -> None:
    packed = b"".join(map(gzip.compress, pieces))
    assert gunzipped(io.BytesIO(packed), SMALL).read() == b"".join(pieces)


@pytest.mark.parametrize(
    "packed", [gzip.compress(b"a text" * 50)[:-9], gzip.compress(b"a text" * 50)[:20] + b"\xff" * 40, b"no gzip at all"]
)
def test_damaged_gzip_is_refused(packed: bytes) -> None:
    with pytest.raises(Refusal) as caught:
        gunzipped(io.BytesIO(packed), SMALL).read()
    assert caught.value.reason == "damaged-gzip"


def test_a_file_that_grows_out_of_proportion_is_refused_before_it_fills_the_memory() -> None:
    stream = gunzipped(io.BytesIO(gzip.compress(b"a" * 50_000_000)), SMALL)
    read = 0
    with pytest.raises(Refusal, match="10 times") as caught:
        while piece := stream.read1(100_000):  # type: ignore[attr-defined]
            read += len(piece)
    assert caught.value.reason == "too-big"
    assert read < 1_000_000


@pytest.mark.parametrize(("size", "refused"), [(1000, False), (1001, True)])
def test_the_limit_holds_whether_the_size_is_known_or_not(size: int, refused: bool) -> None:
    for known in (size, None):
        source = Input("x", "", io.BytesIO(b"a" * size), known)
        if refused:
            with pytest.raises(Refusal, match="limit"):
                read_all(source, SMALL)
        else:
            assert len(read_all(source, SMALL)) == size


def test_what_stands_before_a_damaged_place_is_not_lost() -> None:
    packed = gzip.compress(b"one") + gzip.compress(b"two")[:-9]
    assert read_head(gunzipped(io.BytesIO(packed), SMALL)).startswith(b"one")
    stream = rejoined(b"zero ", gunzipped(io.BytesIO(packed), SMALL))
    assert (some(stream, 100), some(stream, 100)) == (b"zero ", b"one")
    for _ in range(2):  # it stays damaged
        with pytest.raises(Refusal) as caught:
            while some(stream, 100):
                pass
        assert caught.value.reason == "damaged-gzip"


def test_behind_a_damaged_member_the_next_of_its_kind_is_found() -> None:
    packed = [gzip.compress(b"+" + word) for word in (b"one", b"two", b"three")]
    stream = gunzipped(io.BytesIO(packed[0] + packed[1][:-12] + gzip.compress(b"-other") + packed[2]), SMALL)
    assert some(stream, 100) == b"+one"
    with pytest.raises(Refusal):
        while some(stream, 100):
            pass
    beneath = gunzip_beneath(rejoined(b"", stream))
    assert beneath is not None and beneath.resumed(b"+t")
    assert stream.read() == b"+three" and not beneath.resumed(b"+")


def test_no_gunzip_stands_beneath_a_plain_stream() -> None:
    assert gunzip_beneath(rejoined(b"a", io.BytesIO(b"b"))) is None


def test_zeros_behind_the_last_member_are_padding() -> None:
    assert gunzipped(io.BytesIO(gzip.compress(b"one") + b"\0" * 100_000), SMALL).read() == b"one"
