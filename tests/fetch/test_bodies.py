from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.fetch.bodies import Bounds, body_of
from sayso.fetch.records import Refusal

WIDE = Bounds(20_000_000, 200)


def bare(data: bytes) -> bytes:
    deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return deflate.compress(data) + deflate.flush()


def cut_up(data: bytes, sizes: list[int]) -> list[bytes]:
    pieces, at = [], 0
    for size in sizes:
        pieces.append(data[at : at + size])
        at += size
    return [*pieces, data[at:]]


PACKERS = {
    None: bytes,
    "identity": bytes,
    "gzip": gzip.compress,
    "X-GZIP": lambda data: gzip.compress(data[:9]) + gzip.compress(data[9:]),
    "deflate": zlib.compress,
    " Deflate ": bare,
}


@given(st.binary(max_size=300_000), st.sampled_from(list(PACKERS)), st.lists(st.integers(0, 40), max_size=8))
def test_a_body_comes_back_however_it_was_packed_and_cut(data: bytes, encoding: str | None, sizes: list[int]) -> None:
    assert body_of(cut_up(PACKERS[encoding](data), sizes), encoding, WIDE) == data


def test_a_body_larger_than_a_step_is_whole() -> None:
    data = b"".join(k.to_bytes(4, "big") for k in range(200_000))
    assert body_of([gzip.compress(data)], "gzip", WIDE) == data


def test_an_empty_body_may_be_marked_as_compressed() -> None:
    assert body_of([], "gzip", WIDE) == body_of([b""], "deflate", WIDE) == b""


@pytest.mark.parametrize(
    ("packed", "encoding", "bounds", "reason"),
    [
        (b"x" * 1001, None, Bounds(1000, 200), "fetch-too-big"),
        (gzip.compress(b"x" * 30_000_000), "gzip", WIDE, "fetch-too-big"),
        (gzip.compress(b"x" * 3_000_000), "gzip", WIDE, "fetch-too-big"),  # within the size, out of proportion
        (zlib.compress(b"x" * 3_000_000), "deflate", WIDE, "fetch-too-big"),
        (gzip.compress(gzip.compress(b"text")), "gzip, gzip", WIDE, "fetch-encoding"),
        (b"text", "br", WIDE, "fetch-encoding"),
        (b"text", "gzip", WIDE, "fetch-encoding"),
        (gzip.compress(b"text" * 99)[:-9], "gzip", WIDE, "fetch-encoding"),
        (gzip.compress(b"text") + b"\x1f", "gzip", WIDE, "fetch-encoding"),
        (zlib.compress(b"text" * 99)[:-9], "deflate", WIDE, "fetch-encoding"),
        (b"x", "deflate", WIDE, "fetch-encoding"),
    ],
)
def test_what_is_too_big_or_damaged_is_refused(packed: bytes, encoding: str, bounds: Bounds, reason: str) -> None:
    with pytest.raises(Refusal) as caught:
        body_of([packed], encoding, bounds)
    assert caught.value.reason == reason


def test_a_bomb_is_left_before_it_bursts() -> None:
    taken = []

    def pieces():
        for piece in cut_up(gzip.compress(bytes(400_000_000)), [1000] * 388):
            taken.append(len(piece))
            yield piece

    with pytest.raises(Refusal):
        body_of(pieces(), "gzip", WIDE)
    assert sum(taken) < 3_000


def test_a_cut_body_is_its_beginning() -> None:
    endless = (b"abc" for _ in iter(int, 1))
    assert body_of(endless, None, Bounds(7, 200, cut=True)) == b"abcabca"
    assert body_of([gzip.compress(b"abc" * 99)], "gzip", Bounds(7, 200, cut=True)) == b"abcabca"
