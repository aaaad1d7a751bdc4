import gzip
import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.intake import FORMATS, Facts, IntakeSettings, documents, text_document
from sayso.intake import given as given_bytes
from sayso.types.document import Basis, Document, Known, Rejection, Stage
from tests.intake.test_language import FOREIGN
from tests.readings import ENGLISH

PAGE = f"<!doctype html><html><body><article><p>{ENGLISH}</p></article></body></html>"
EXTENSIONS = ["", ".txt.gz", *(extension for form in FORMATS for extension in form.extensions)]


def test_one_broken_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    (tmp_path / "b.txt").write_bytes(b"\0\1\2")
    (tmp_path / "c.html").write_text(PAGE)
    (tmp_path / "d.jsonl").write_text(json.dumps({"text": ENGLISH}) + "\n{broken\n")
    (tmp_path / "e.txt").write_text(FOREIGN["French"])
    (tmp_path / "f.txt").write_text(ENGLISH)
    outcomes = [
        (Path(o.origin).name, o.format if isinstance(o, Document) else o.reason) for o in documents([tmp_path, "gone"])
    ]
    assert outcomes == [
        ("a.txt", "plain"), ("b.txt", "binary"), ("c.html", "html"), ("d.jsonl:1", "jsonl"),
        ("d.jsonl:2", "malformed-json"), ("e.txt", "not-english"), ("f.txt", "plain"), ("gone", "not-found"),
    ]  # fmt: skip


def test_inputs_are_read_one_at_a_time_in_the_order_named(tmp_path: Path) -> None:
    second, first = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text(ENGLISH)
    found = documents([first, second])
    assert next(found).origin == str(first)
    second.write_text(ENGLISH)  # not looked at before it is its turn
    assert isinstance(next(found), Document)


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
@pytest.mark.parametrize(
    ("content", "kind"), [(ENGLISH, "plain"), (PAGE, "html"), (json.dumps({"text": ENGLISH}), "jsonl")]
)
def test_standard_input_is_known_by_its_beginning(content: str, kind: str, pack: type[bytes]) -> None:
    (found,) = documents(["-"], standard_input=io.BytesIO(pack(content.encode())))
    assert isinstance(found, Document)
    assert (found.format, found.text, found.origin.split(":")[0]) == (kind, ENGLISH, "-")


def test_the_process_s_own_standard_input_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ENGLISH.encode())))
    assert [o.origin for o in documents(["-"])] == ["-"]
    monkeypatch.setattr("sys.stdin", None)
    assert [o.reason for o in documents(["-"]) if isinstance(o, Rejection)] == ["not-found"]


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert list(documents([tmp_path])) == []


def test_the_language_check_can_be_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FOREIGN["French"])
    assert [type(o) for o in documents([tmp_path])] == [Rejection]
    assert [type(o) for o in documents([tmp_path], IntakeSettings(check_language=False))] == [Document]


def test_a_file_that_fails_while_it_is_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise OSError(5, "Input/output error")

    (tmp_path / "a.txt").write_text(ENGLISH)
    monkeypatch.setattr(os, "open", fail)
    (outcome,) = documents([tmp_path / "a.txt"])
    assert isinstance(outcome, Rejection)
    assert outcome.reason == "unreadable" and "Input/output error" in outcome.message


CYRILLIC = f"{ENGLISH} It was called Правда."


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (CYRILLIC, "text/plain"),
        (f'<html><meta charset="windows-1252"><body><article><p>{CYRILLIC}</p></article></body></html>', "text/html"),
        (f'title,text\nOne,"{CYRILLIC}"\n', "text/csv"),
        (
            '<?xml version="1.0"?><rss version="2.0"><channel><title>P</title><item><title>One</title>'
            f"<description>{CYRILLIC}</description></item></channel></rss>",
            "application/rss+xml",
        ),
    ],
)
def test_the_encoding_that_a_server_names_is_believed(content: str, kind: str) -> None:
    data = content.encode("koi8-r")
    (found,) = given_bytes(data, "https://post.test/a", kind, charset="koi8-r")
    assert isinstance(found, Document) and "Правда" in found.text
    assert not [o for o in given_bytes(data, "a", kind) if isinstance(o, Document) and "Правда" in o.text]


def test_what_is_plainly_utf_8_is_read_so_whatever_a_server_says() -> None:
    (found,) = given_bytes(CYRILLIC.encode(), "a", "text/plain", charset="iso-8859-1")
    assert isinstance(found, Document) and found.text == CYRILLIC


def test_a_text_at_hand() -> None:
    url = Known("https://kestrel.example/a", Basis.CALLER)
    found = text_document(ENGLISH, facts=Facts(url=url))
    assert isinstance(found, Document) and (found.text, found.url, found.origin) == (ENGLISH, url, "text")
    for text, reason, stage in [
        (" ", "empty", Stage.INTAKE),
        ("\ud800", "unpaired-surrogate", Stage.INTAKE),
        (FOREIGN["Russian"], "not-english", Stage.LANGUAGE),
        (ENGLISH * 9, "too-big", Stage.INTAKE),
    ]:
        outcome = text_document(text, IntakeSettings(max_bytes=1000))
        assert isinstance(outcome, Rejection) and (outcome.reason, outcome.stage) == (reason, stage)


BYTES = st.one_of(
    st.binary(),
    st.text().map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.binary().map(gzip.compress),
    st.binary().map(lambda data: b'{"text": "' + data),
    st.binary().map(lambda data: b"<html><p>" + data),
    st.text(alphabet=st.characters(exclude_categories=["Cs"])).map(lambda text: text.encode("utf-16")),
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=BYTES, extension=st.sampled_from(EXTENSIONS))
def test_any_bytes_under_any_name_give_documents_or_rejections(data: bytes, extension: str, tmp_path: Path) -> None:
    path = tmp_path / f"any{extension}"
    path.write_bytes(data)
    outcomes = list(documents([path], IntakeSettings(check_language=False)))
    assert outcomes
    for outcome in outcomes:
        assert outcome.origin.startswith(str(path))
        if isinstance(outcome, Document):
            outcome.text.encode("utf-8")
            assert outcome.text.strip() and "\0" not in outcome.text
            assert 0 <= outcome.body_begin < len(outcome.text)
        else:
            assert outcome.message.isprintable() and outcome.message.startswith(outcome.origin)
