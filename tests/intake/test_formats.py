import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.intake import FORMATS
from sayso.intake.formats import IntakeSettings, Refusal, one_line, too_big
from sayso.types.document import Rejection, Stage


def test_a_refusal_becomes_a_rejection_that_names_the_origin() -> None:
    refusal = Refusal("empty", "holds\nno text")
    assert isinstance(refusal, InputError)
    assert refusal.at("a.txt") == Rejection("a.txt", Stage.INTAKE, "empty", "a.txt: holds\\nno text")


@given(st.text())
def test_one_line_is_one_line_that_can_be_printed(words: str) -> None:
    shown = one_line(words)
    assert shown.isprintable()
    shown.encode("utf-8")


@pytest.mark.parametrize(("size", "shown"), [(100_000_000, "100.0 MB"), (None, "more than")])
def test_the_limit_is_named(size: int | None, shown: str) -> None:
    message = str(too_big(size, IntakeSettings()))
    assert shown in message and "20 MB" in message


def test_no_two_formats_claim_an_extension() -> None:
    extensions = [extension for form in FORMATS for extension in form.extensions]
    assert len(extensions) == len(set(extensions))
    assert all(extension.startswith(".") and extension == extension.lower() for extension in extensions)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"", "plain"),
        (b"The ministry said", "plain"),
        (b"<quote> is a word", "plain"),
        (b"{braces} in a text", "plain"),
        (b'\n{"text": "The ministry said"}', "jsonl"),
        (b'\xef\xbb\xbf[\n {"text": "The', "jsonl"),
        ('\ufeff{"text": "The'.encode("utf-16-le"), "jsonl"),
        (b"  <!DOCTYPE html>", "html"),
        (b"<html lang=en>", "html"),
        (b"\xef\xbb\xbf<!-- saved -->\n<HTML>", "html"),
        (b'<?xml version="1.0"?><html xmlns="x">', "html"),
    ],
)
def test_the_first_bytes_tell_the_format(head: bytes, name: str) -> None:
    assert next(form.name for form in FORMATS if form.recognises(head)) == name
