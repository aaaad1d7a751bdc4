from collections.abc import Callable
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake import IntakeSettings, documents
from sayso.types.document import Basis, Document, Known, Rejection
from tests.intake.conftest import Take
from tests.readings import ENGLISH


def mail(text: str | None = ENGLISH, html: str | None = None, **fields: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ilse Marrow <ilse@mail.kestrel.example>"
    message["Subject"] = "They refusé to cross"
    message["Date"] = "Tue, 08 Mar 2022 10:00:00 +0000 (UTC)"
    for name, value in fields.items():
        message[name.replace("_", "-")] = value
    if text is not None:
        message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html")
    return message


def test_text_subject_and_date(document: Callable[..., Document]) -> None:
    found = document(mail().as_bytes(), "a.eml")
    assert (found.text.strip(), found.format) == (ENGLISH, "eml")
    assert found.title == Known("They refusé to cross", Basis.METADATA)
    assert found.published == Known("2022-03-08T10:00:00+00:00", Basis.METADATA)


def test_who_sent_it_is_no_outlet(document: Callable[..., Document]) -> None:
    found = document(mail().as_bytes(), "a.eml")
    assert found.publisher is None and "Marrow <" not in found.text


@pytest.mark.parametrize(
    ("listed", "outlet"),
    [('"Kestrel Daily" <daily.kestrel.example>', "Kestrel Daily"), ("<daily.kestrel.example>", "mail.kestrel.example")],
)
def test_a_newsletter_names_its_outlet(listed: str, outlet: str, document: Callable[..., Document]) -> None:
    assert document(mail(List_Id=listed).as_bytes(), "a.eml").publisher == Known(outlet, Basis.METADATA)


def test_plain_text_is_preferred_and_html_read_where_there_is_none(document: Callable[..., Document]) -> None:
    page = f"<html><body><p>{ENGLISH}</p><p>In HTML alone.</p></body></html>"
    assert "HTML" not in document(mail(html=page).as_bytes(), "a.eml").text
    assert document(mail(None, page).as_bytes(), "a.eml").text == f"{ENGLISH}\n\nIn HTML alone."


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1251"])
def test_the_named_encoding_is_used(encoding: str, document: Callable[..., Document]) -> None:
    words = "кафе" if encoding == "windows-1251" else "café"
    source = f"Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset={encoding}\n\n{ENGLISH} {words}\n"
    assert document(source.encode(encoding), "a.eml").text.strip().endswith(words)


def test_attachments_are_named_and_not_opened(take: Take) -> None:
    message = mail(html=f"<p>{ENGLISH}</p>")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="../a\tb.pdf")
    message.add_attachment("Secret words.", filename="b.txt")
    message.add_attachment(b"GIF8", maintype="image", subtype="gif", cid="<logo>")
    text, first, second = take(message.as_bytes(), "a.eml")
    assert isinstance(text, Document) and "Secret" not in text.text
    for outcome, name in ((first, "b.pdf"), (second, "b.txt")):
        assert isinstance(outcome, Rejection) and outcome.reason == "attachment" and outcome.origin.endswith(name)
        assert outcome.origin.isprintable() and "a.eml#" in outcome.origin


def test_a_mail_without_an_extension_is_known_by_its_header(document: Callable[..., Document]) -> None:
    assert document(mail().as_bytes(), "message").format == "eml"
    assert document(f"From: the editor\nDate: 8 March 2022\nTo: all\n\n{ENGLISH}", "memo").format == "plain"


def nested(depth: int) -> str:
    """Parts within parts."""
    return "".join(f"Content-Type: multipart/mixed; boundary=b{k}\n\n--b{k}\n" for k in range(depth))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "empty"),
        (f" {ENGLISH}", "malformed-mail"),
        ("Subject: x\n\n \n", "empty"),
        ("Subject: x\nContent-Type: image/png\n\nabc", "no-text"),
        ("Subject: " + "=?utf-8?q?a?= " * 5000 + "\n\nx", "malformed-mail"),
        ("Subject: x\n" + nested(600), "malformed-mail"),
        ("Subject: x\n" + nested(450), "empty"),
        ("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n" * 5_001, "malformed-mail"),
        ("Subject: x\n" + "a:b\n" * 50_001, "malformed-mail"),
        (b"Subject: x\n\n\xd0\xd1\xd2\xd3", "wrong-encoding"),
    ],
)  # fmt: skip
def test_mail_that_cannot_be_read(content: str | bytes, reason: str, refused: Callable[..., Rejection]) -> None:
    assert refused(content, "a.eml").reason == reason


def test_a_date_that_is_none_stays_unknown(document: Callable[..., Document]) -> None:
    assert document(f"Subject: x\nDate: some day\n\n{ENGLISH}", "a.eml").published is None


WHOLE = mail(html=f"<p>{ENGLISH}</p>", List_Id="<a.example>").as_bytes()
FIELDS = st.sampled_from([b"From", b"Subject", b"Date", b"List-Id", b"Content-Type", b"Content-Transfer-Encoding"])
VALUES = st.binary(max_size=40) | st.sampled_from(
    [b"multipart/mixed; boundary=b", b"base64", b"=?utf-8?b?/w==?=", b"a@[", b'"']
)


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=200)
    | st.integers(0, len(WHOLE)).map(lambda n: WHOLE[:n])
    | st.tuples(st.lists(st.tuples(FIELDS, VALUES), max_size=6), st.binary(max_size=60)).map(
        lambda made: b"".join(name + b": " + value + b"\n" for name, value in made[0]) + b"\n--b\n\n" + made[1]
    )
)
def test_any_bytes_give_an_outcome(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.eml"
    path.write_bytes(data)
    outcomes = list(documents([path], IntakeSettings(check_language=False)))
    assert outcomes and all(o.origin.startswith(str(path)) for o in outcomes)
    assert all(o.message.isprintable() for o in outcomes if isinstance(o, Rejection))
