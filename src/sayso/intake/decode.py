"""Bytes to text, only where the characters are certain."""

from __future__ import annotations

import codecs
import re

from sayso.intake.formats import Refusal

# UTF-32 first: its little-endian mark begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (
    (b"%PDF-", "a PDF file; let its name end in .pdf"),
    (b"PK\x03\x04", "a ZIP archive or office document; let its name end in .zip, or save it as text"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as text or HTML"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip file; let its name end in .gz"),
    (b"{\\rtf", "a rich-text document; save it as text or HTML"),
)
# What a page may declare (labels of the WHATWG Encoding Standard, as Python codecs). Others, such as UTF-7 or
# escapes, are never used by news pages and can hide text.
DECLARABLE = re.compile(
    r"(?:windows-?|cp)125[0-8]|iso-?8859-?(?:[1-9]|1[0-6])|latin-?[1-9]|koi8-?[ru]|gb2312|gbk|gb18030|big5|"
    r"shift[-_]jis|euc-(?:jp|kr)|(?:us-)?ascii|macintosh|ibm866",
    re.I,
)
# Bytes of Windows-1252 that mean the same in the other Latin code pages (1250, 1254, 1257) and stand where English puts
# them: "don\x92t" is an apostrophe, "Garc\x92a" a Mac's accented letter. Any other byte leaves it open what was meant.
CERTAIN = re.compile(
    rb"[\x97\xa0\xa7\xa9\xab\xae\xb0\xb7\xbb]"
    rb"|(?<![A-Za-z])[\x91\x93]|[\x94\x99](?![A-Za-z])|\x85(?![a-z])|\x96(?![a-z])|(?<![a-z])\x96|\xa3(?=\d)"
    rb"|\x92(?![A-Za-z])|(?<![a-z])\x92|\x92(?=(?:s|t|d|m|re|ve|ll)(?![A-Za-z]))"
    rb"|(?<![\xc0-\xff])[\xc4\xc9\xd3\xd6\xdc\xdf\xe4\xe9\xf3\xf6\xfc](?![\xc0-\xff])"
)
HIGH = bytes(range(0x80, 0x100))
# In English prose few characters are not ASCII; more of them mean another language or code page.
FOREIGN_SHARE = 0.05
CONTROL = bytes(b for b in range(0x20) if b not in b"\t\n\v\f\r\x1b") + b"\x7f"
CONTROL_SHARE = 0.02
NUL_MESSAGE = "holds NUL characters, so it is not text (or UTF-16 without its byte-order mark); save it as UTF-8"


def decode(data: bytes, declared: str | None = None) -> str:
    """The text in ``data``, without a byte-order mark, line breaks kept as they are.

    UTF-8, or UTF-16/32 with a byte-order mark; then the encoding that an HTML page has ``declared``; then
    Windows-1252, if nothing in it could be another code page. Raises ``Refusal`` with ``binary`` or
    ``wrong-encoding``.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(_strict(data[len(mark) :], encoding))
    _refuse_binary(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        broken = error
    if declared and DECLARABLE.fullmatch(declared.strip()):
        # Pages that declare Latin-1 are written in its superset Windows-1252 (WHATWG Encoding Standard).
        latin = re.fullmatch(r"(?:iso-?8859-?1|latin-?1|(?:us-)?ascii)", declared.strip(), re.I)
        return _strict(data, "cp1252" if latin else declared.strip())
    if _surely_western(data):
        return data.decode("cp1252")
    line = data.count(b"\n", 0, broken.start) + 1
    raise Refusal(
        "wrong-encoding",
        f"is not UTF-8 (byte 0x{data[broken.start]:02x} in line {line}) and its encoding is not certain; "
        "save it as UTF-8",
    )


def head_text(head: bytes) -> str:
    """The first characters of an input, only to tell what it is: bytes that cannot be decoded are left out."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "ignore")
    return head.decode("utf-8", "ignore")


def refuse_binary_head(head: bytes) -> None:
    """Raise ``Refusal`` (``binary``) if an input that begins with ``head`` is surely not text."""
    if not head.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)):
        _refuse_binary(head)


def _refuse_binary(data: bytes) -> None:
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise Refusal("binary", f"is {kind}")
    if b"\0" in data:
        raise Refusal("binary", NUL_MESSAGE)
    if len(data) - len(data.translate(None, CONTROL)) > CONTROL_SHARE * len(data):
        raise Refusal("binary", "is not text (many control characters); save it as text")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise Refusal("wrong-encoding", f"is marked as {encoding} but is not; save it as UTF-8") from error


def _checked(text: str) -> str:
    if "\0" in text:
        raise Refusal("binary", NUL_MESSAGE)
    return text


def _surely_western(data: bytes) -> bool:
    foreign = len(data) - len(data.translate(None, HIGH))
    return foreign <= FOREIGN_SHARE * len(data) and sum(1 for _ in CERTAIN.finditer(data)) == foreign
