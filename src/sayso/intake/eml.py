"""Mail: the text of one message, with its subject and date. Whoever sent it is not taken for a source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default as POLICY
from email.utils import parseaddr
from itertools import islice

from sayso.intake.build import Facts, document, metadata
from sayso.intake.dates import iso_date
from sayso.intake.decode import decode
from sayso.intake.formats import Format, Input, IntakeSettings, Refusal
from sayso.intake.html import page
from sayso.intake.streams import read_all
from sayso.intake.walk import printable
from sayso.types.document import Basis, Document, Known, Rejection

# The standard library's parser takes time that grows with the square of a field's length, and a stack frame for each
# part within a part; it holds each part and field as objects of some 100 to 1,000 bytes. RFC 5322 2.1.1 allows lines
# of 998 characters; real messages have some tens of parts and fields.
MAX_FIELD, MAX_PARTS, MAX_FIELDS = 4_000, 500, 50_000
LONG_FIELD = re.compile(
    rb"(?:\A|[\r\n])(?:content-[a-z-]+|subject|date|from|list-id|mime-version)[ \t]*:"
    rb"(?:[^\r\n]|\r?\n[ \t]|\r[ \t]){%d}" % MAX_FIELD,
    re.I,
)
MULTIPART = re.compile(rb"(?:\A|[\r\n])content-type[ \t]*:[ \t\r\n]*(?:multipart|message)/", re.I)
SEPARATOR = re.compile(rb"(?:\A|[\r\n])--")
MAX_SEPARATORS = 5_000
FIELD_LINE = re.compile(rb"[\r\n][!-9;-~]+:")
FIELD = re.compile(rb"(?:\A|\n)([!-9;-~]{1,60}):[ \t]")
SURE = frozenset({b"received", b"return-path", b"mime-version", b"message-id", b"delivered-to"})
MAIL = frozenset({b"from", b"date", b"subject", b"to", *SURE})
COMMENT = re.compile(r"\s*\([^()]*\)\s*$")  # "Tue, 08 Mar 2022 10:00:00 +0000 (UTC)"


def documents(source: Input, settings: IntakeSettings) -> Iterator[Document | Rejection]:
    """One document, the message's text; a rejection (``attachment``) for each file attached, which is not opened.

    Plain text is preferred to HTML where a message has both. Raises ``Refusal``.
    """
    data = read_all(source, settings)
    if not data.strip():
        raise Refusal("empty", "holds no text")
    _refuse_oversized(data)
    try:
        message = message_from_bytes(data, policy=POLICY)
        body, kind, charset = _body(message)
        facts = _facts(message)
        attached = tuple(_attached(message))
    except Refusal:
        raise
    except Exception as error:  # the parser has many ways to stumble over what is no mail
        message_ = f"cannot be taken apart as mail ({type(error).__name__}); save it as text"
        raise Refusal("malformed-mail", message_) from error
    text = page(body, charset)[0] if kind == "html" else decode(body, charset)
    yield document(text, source.origin, FORMAT.name, facts)
    for name in attached:
        yield Refusal("attachment", "is attached and is not opened; save it and name it").at(f"{source.origin}#{name}")


def _refuse_oversized(data: bytes) -> None:
    """Raise ``Refusal`` for a message that would take the parser very long, or much memory."""
    if _more(SEPARATOR, data, MAX_SEPARATORS) or _more(FIELD_LINE, data, MAX_FIELDS):
        raise Refusal("malformed-mail", "has more parts or header fields than any real message; save it as text")
    if LONG_FIELD.search(data):
        raise Refusal("malformed-mail", f"has a header field of more than {MAX_FIELD:,} characters; save it as text")
    if _more(MULTIPART, data, MAX_PARTS):
        raise Refusal("malformed-mail", f"has more than {MAX_PARTS} parts within parts; save it as text")


def _more(pattern: re.Pattern[bytes], data: bytes, limit: int) -> bool:
    """True if ``pattern`` is found more than ``limit`` times."""
    return next(islice(pattern.finditer(data), limit, None), None) is not None


def _body(message: EmailMessage) -> tuple[bytes, str, str | None]:
    """The bytes of the message's text, their subtype (``plain`` or ``html``) and the encoding that is named."""
    if not message.keys():
        raise Refusal("malformed-mail", "has no header, so it is no mail; name it .txt if it is text")
    part = message.get_body(preferencelist=("plain", "html"))
    content = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(content, bytes):
        raise Refusal("no-text", "is a message without text; open what is attached to it yourself")
    return content, part.get_content_subtype(), part.get_content_charset()


def _facts(message: EmailMessage) -> Facts:
    """Subject and date; a publisher only for a mailing list (RFC 2919): its name, or the domain that sends it."""
    publisher = None
    if listed := str(message["list-id"] or ""):
        domain = parseaddr(str(message["from"] or ""))[1].rpartition("@")[2]
        publisher = metadata(listed.partition("<")[0].strip(" \"'")) or metadata(domain)
    day = iso_date(COMMENT.sub("", str(message["date"] or "")))
    return Facts(
        title=metadata(_whole(str(message["subject"] or ""))),
        publisher=publisher,
        published=Known(day, Basis.METADATA) if day else None,
    )


def _whole(words: str) -> str:
    """``words`` without the lone surrogates that stand for bytes which no encoding was named for."""
    return words.encode("utf-8", "replace").decode("utf-8")


def _attached(message: EmailMessage) -> Iterator[str]:
    """Names of the files attached, those left out that only adorn the text (a logo that the HTML shows)."""
    for number, part in enumerate(message.iter_attachments() if message.is_multipart() else (), start=1):
        if part["content-id"] and part.get_content_maintype() == "image":
            continue
        yield printable(_whole(part.get_filename() or f"part {number} ({part.get_content_type()})"))


def _recognises(head: bytes) -> bool:
    """True if the first lines are header fields, among them one that only mail has."""
    header = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    if not FIELD.match(header):
        return False
    names = {name.lower() for name in FIELD.findall(header)}
    return bool(names & SURE) and len(names & MAIL) >= 3


FORMAT = Format("eml", (".eml",), documents, _recognises)
