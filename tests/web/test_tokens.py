from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.web.tokens import Entry, Tokens, add, digest, line, matching, new_token, parse

FILE = Path("tokens")


def test_what_is_added_is_let_in_and_no_token_stands_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "tokens"
    reader, ilse = new_token(), new_token()
    add(path, line(reader, None))
    add(path, line(ilse, "Ilse Marrow"))
    entries = Tokens(path).entries()
    assert [entry.reviewer for entry in entries] == [None, "Ilse Marrow"]
    assert matching(entries, digest(ilse)) == entries[1] and matching(entries, digest("x")) is None
    text = path.read_text(encoding="utf-8")
    assert reader not in text and ilse not in text and path.stat().st_mode & 0o777 == 0o600


def test_tokens_are_long_and_never_the_same() -> None:
    made = {new_token() for _ in range(100)}
    assert len(made) == 100 and min(map(len, made)) >= 43


@given(st.text(max_size=220))
def test_a_name_comes_back_whole_or_is_refused(name: str) -> None:
    try:
        made = line("t", name)
    except UsageError:
        return
    assert parse(f"# who\n\n{made}\n", FILE) == (Entry(digest("t"), name),)


@pytest.mark.parametrize(
    "row", ["read", "read x", "review " + "0" * 64, "write " + "0" * 64, "read " + "0" * 63, "reviewIlse " + "0" * 64]
)
def test_a_line_that_is_not_understood_is_named(row: str) -> None:
    with pytest.raises(UsageError, match="tokens: line 2 is not understood"):
        parse(f"# tokens\n{row}\n", FILE)


@given(st.text())
def test_any_file_is_understood_or_refused(text: str) -> None:
    try:
        parse(text, FILE)
    except UsageError:
        pass


def test_a_file_that_others_may_read_is_refused_also_while_serving(tmp_path: Path) -> None:
    path = tmp_path / "tokens"
    add(path, line("t", None))
    tokens = Tokens(path)
    assert len(tokens.entries()) == 1
    path.chmod(0o640)
    with pytest.raises(UsageError, match="chmod 600"):
        tokens.entries()
    path.chmod(0o600)
    assert len(tokens.entries()) == 1


def test_a_change_is_seen_at_once_and_a_file_that_went_lets_nobody_in(tmp_path: Path) -> None:
    path = tmp_path / "tokens"
    add(path, line("t", None))
    tokens = Tokens(path)
    assert len(tokens.entries()) == 1
    add(path, line("u", "Ben"))
    assert len(tokens.entries()) == 2
    other = tmp_path / "other"
    add(other, line("v", None))
    os.replace(other, path)
    assert [entry.digest for entry in tokens.entries()] == [digest("v")]
    path.unlink()
    with pytest.raises(UsageError, match="cannot be read"):
        tokens.entries()


def test_a_line_is_added_behind_one_without_an_end(tmp_path: Path) -> None:
    path = tmp_path / "tokens"
    path.write_text(line("t", None), encoding="utf-8")
    path.chmod(0o600)
    add(path, line("u", None))
    assert len(Tokens(path).entries()) == 2
    with pytest.raises(UsageError, match="cannot be written"):
        add(tmp_path / "no" / "tokens", line("t", None))
