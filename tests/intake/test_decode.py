from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.decode import decode, head_text, refuse_binary_head
from sayso.intake.formats import Refusal

PROSE = "The ministry said on Tuesday that two battalions had refused to cross the river. " * 3


@pytest.mark.parametrize(
    "words",
    [
        "“We don’t know,” he said — twice…",
        "The café’s owner, Müller, paid £5 (€4.20)".replace("€", "EUR "),
        "It’s 10 °C · fine",
    ],
)
def test_windows_1252_is_read_where_it_can_be_nothing_else(words: str) -> None:
    assert decode((PROSE + words).encode("cp1252")) == PROSE + words


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Wałęsa", "cp1250"),
        ("Havlíček", "cp1250"),
        ("Лукашенко сказал", "cp1251"),
        ("Şahin", "cp1254"),
        ("García said “no”", "mac-roman"),
        ("cöoperate", "cp850"),
        ("Ελλάδα", "cp1253"),
    ],
)
def test_other_code_pages_are_refused_rather_than_read_wrongly(words: str, encoding: str) -> None:
    with pytest.raises(Refusal, match="save it as UTF-8") as caught:
        decode((PROSE + words).encode(encoding))
    assert caught.value.reason == "wrong-encoding"


def test_the_byte_and_line_that_break_utf_8_are_named() -> None:
    with pytest.raises(Refusal, match=r"byte 0xff in line 3"):
        decode(b"one\ntwo\nthree \xff")


def test_a_declared_encoding_counts_unless_the_bytes_are_utf_8() -> None:
    russian = "Министерство обороны"
    assert decode(russian.encode("cp1251"), "windows-1251") == russian
    assert decode(russian.encode("utf-8"), "windows-1251") == russian
    assert decode("it’s".encode("cp1252"), "ISO-8859-1") == "it’s"


@pytest.mark.parametrize("declared", ["utf-7", "unicode_escape", "rot13", "hex", "zlib", "idna", "no-such-code", ""])
def test_an_encoding_that_no_page_uses_is_not_obeyed(declared: str) -> None:
    with pytest.raises(Refusal, match="not certain"):
        decode(b"+ADw- \xff\xfe \xff", declared)


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_broken_utf_16_is_refused(mark: bytes) -> None:
    with pytest.raises(Refusal) as caught:
        decode(mark + b"a\xd8b")
    assert caught.value.reason == "wrong-encoding"


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (b"%PDF-1.7 text", "PDF"),
        (b"PK\x03\x04rest", "office document"),
        (b"\x89PNG\r\n", "picture"),
        (b"text with a \0 in it", "NUL"),
        ("no byte-order mark".encode("utf-16-le"), "UTF-16"),
        (b"\xff\xfea\0\0\0", "NUL"),
        (bytes(range(1, 32)) * 4, "control characters"),
    ],
)
def test_what_is_not_text_is_refused_as_binary(data: bytes, hint: str) -> None:
    with pytest.raises(Refusal, match=hint) as caught:
        decode(data)
    assert caught.value.reason == "binary"


def test_the_head_tells_binary_from_text() -> None:
    refuse_binary_head("\ufeff{".encode("utf-16-le"))
    with pytest.raises(Refusal):
        refuse_binary_head(b"\x89PNG")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_utf_16_with_its_mark_round_trips(text: str) -> None:
    for encoding, mark in product(("utf-16-le", "utf-16-be"), ("\ufeff",)):
        assert decode((mark + text).encode(encoding)) == text
        assert head_text((mark + text).encode(encoding)) == text


@given(st.binary(), st.one_of(st.none(), st.sampled_from(["cp1251", "utf-8", "gbk", "x"])))
def test_any_bytes_are_decoded_or_refused(data: bytes, declared: str | None) -> None:
    try:
        text = decode(data, declared)
    except Refusal as refusal:
        assert refusal.reason in ("binary", "wrong-encoding")
    else:
        text.encode("utf-8")
        assert "\0" not in text
