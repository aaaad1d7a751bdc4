from __future__ import annotations

import gzip
import hashlib
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.fingerprint import Fingerprint, fingerprint, spooled
from sayso.intake.formats import Refusal


def of(data: bytes) -> Fingerprint:
    return Fingerprint(hashlib.sha256(data).hexdigest(), len(data))


def test_a_file_is_known_by_its_bytes_as_they_lie_there(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(b"text"))
    assert fingerprint(path) == of(path.read_bytes())


def test_a_folder_has_none(tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        fingerprint(tmp_path)


@given(st.binary(max_size=3_000))
def test_a_stream_can_be_read_again(data: bytes) -> None:
    with spooled(io.BytesIO(data)) as (stream, found):
        assert found == of(data)
        assert stream.read() == data
