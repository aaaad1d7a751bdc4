import gzip
import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake import IntakeSettings, documents
from sayso.types.document import Basis, Document, Known, Rejection
from tests.intake.conftest import Take
from tests.readings import ENGLISH

GOOD = json.dumps({"text": ENGLISH})


def test_an_article_on_each_line(take: Take) -> None:
    rows = [
        {"text": ENGLISH, "title": "T", "outlet": "Kestrel News", "date": "8 March 2022", "id": "a17"},
        {"text": f"{ENGLISH}\n", "publisher": {"name": "Post"}, "published": "2022-03-08T10:00:00Z", "id": 7},
        {"text": ENGLISH, "url": "https://kestrel.example/a", "title": None, "other": [1]},
    ]
    first, second, third = take("\n".join(map(json.dumps, rows)), "a.jsonl")
    assert isinstance(first, Document) and isinstance(second, Document) and isinstance(third, Document)
    assert (first.title, first.publisher) == (Known("T", Basis.METADATA), Known("Kestrel News", Basis.METADATA))
    assert first.published == Known("2022-03-08", Basis.METADATA)
    assert (second.text, second.publisher) == (f"{ENGLISH}\n", Known("Post", Basis.METADATA))
    assert second.published == Known("2022-03-08T10:00:00+00:00", Basis.METADATA)
    assert third.url == Known("https://kestrel.example/a", Basis.METADATA)
    assert [d.origin.rpartition("/")[2] for d in (first, second, third)] == [
        "a.jsonl:1#a17",
        "a.jsonl:2#7",
        "a.jsonl:3",
    ]
    assert {d.format for d in (first, second, third)} == {"jsonl"}


@pytest.mark.parametrize("date", ["03/08/2022", "yesterday", 1646697600, None, ""])
def test_a_date_that_is_not_certain_stays_unknown(date: object, document: Callable[..., Document]) -> None:
    assert document(json.dumps({"text": ENGLISH, "date": date}), "a.jsonl").published is None


@pytest.mark.parametrize(
    ("line", "reason", "hint"),
    [
        ('{"text": "cut', "malformed-json", "column 10"),
        ("not JSON", "malformed-json", "column 1"),
        ("[" * 100_000, "malformed-json", "deep"),
        ("1" * 10_000, "malformed-json", "number"),
        ('"a string"', "not-an-article", "a string"),
        ("[1]", "not-an-article", "a number"),
        ("null", "not-an-article", "null"),
        ('{"body": "x"}', "no-text", "keys: body"),
        ('{"text": 3}', "no-text", "a number"),
        ('{"text": ""}', "empty", "no text"),
        ('{"text": "a\\u0000b"}', "binary", "NUL"),
        ('{"text": "a\\ud800b"}', "unpaired-surrogate", "U+D800"),
        ('{"text": "a", "title": "\\udfff"}', "unpaired-surrogate", "title"),
        (b'{"text": "\xff"}', "wrong-encoding", "0xff"),
        ('{"text": "' + "long " * 1000 + '"}', "too-big", "limit"),
    ],
)
def test_a_bad_line_is_named_and_the_others_go_on(line: str | bytes, reason: str, hint: str, take: Take) -> None:
    middle = line if isinstance(line, bytes) else line.encode()
    bounds = {"max_bytes": 1000} if reason == "too-big" else {}
    first, bad, last = take(b"\n".join([GOOD.encode(), b"", middle, GOOD.encode()]), "a.jsonl", **bounds)
    assert isinstance(first, Document) and isinstance(last, Document)
    assert isinstance(bad, Rejection)
    assert bad.reason == reason and hint in bad.message
    assert "a.jsonl:3" in bad.origin and bad.message.startswith(bad.origin)


def test_text_keeps_its_characters(document: Callable[..., Document]) -> None:
    text = f"{ENGLISH}\r\n😀 e\u0301 \u202eabc\u2028"
    for escape in (True, False):
        assert document(json.dumps({"text": text}, ensure_ascii=escape), "a.jsonl").text == text


@pytest.mark.parametrize("name", ["a.json", "a.ndjson", "a.JSONL", "no-extension"])
def test_other_names(name: str, document: Callable[..., Document]) -> None:
    assert document(GOOD, name).format == "jsonl"


def test_one_value_over_several_lines(take: Take) -> None:
    one, two = take(json.dumps([{"text": ENGLISH}, {"text": 3}], indent=1), "a.json")
    assert isinstance(one, Document) and one.text == ENGLISH
    assert isinstance(two, Rejection) and two.origin.endswith("a.json:1[1]")
    (alone,) = take(json.dumps({"text": ENGLISH}, indent=1), "a.json")
    assert isinstance(alone, Document)
    (cut,) = take('{\n "text": "x",\n', "a.json")
    assert isinstance(cut, Rejection) and "line 2" in cut.message


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_passed_over(encoding: str, document: Callable[..., Document]) -> None:
    assert document(f"{GOOD}\n".encode(encoding), "a.jsonl").text == ENGLISH


def test_a_compressed_file_that_breaks_off_loses_nothing_before(take: Take) -> None:
    packed = gzip.compress(f"{GOOD}\n".encode() * 3)
    *whole, broken = take(packed[:-9], "a.jsonl.gz")
    assert all(isinstance(outcome, Document) for outcome in whole)
    assert isinstance(broken, Rejection) and broken.reason == "damaged-gzip"


@pytest.mark.parametrize("content", ["", "\n \n", "\ufeff"])
def test_a_file_without_lines_is_empty(content: str, refused: Callable[..., Rejection]) -> None:
    assert refused(content, "a.jsonl").reason == "empty"


def test_a_binary_file_is_refused_once(refused: Callable[..., Rejection]) -> None:
    assert refused(b"\x89PNG\n" + b"\0\n" * 100, "a.jsonl").reason == "binary"


KEYS = st.text() | st.sampled_from(["text", "title", "date", "id", "outlet"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner)
)


@settings(max_examples=50)
@given(VALUES)
def test_any_json_is_taken_in_or_refused(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    path = tmp_path_factory.getbasetemp() / "any.jsonl"
    path.write_text(json.dumps(value))
    for outcome in documents([path], IntakeSettings(check_language=False)):
        if isinstance(outcome, Document):
            found = value if isinstance(value, list) else [value]
            assert any(isinstance(item, dict) and item.get("text") == outcome.text for item in found)
