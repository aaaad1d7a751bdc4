import gzip
import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sayso.intake import IntakeSettings, documents
from sayso.types.document import Basis, Document, Known, Rejection
from tests.intake.conftest import Take
from tests.readings import ENGLISH

PAGE = f"<!doctype html><html><body><article><h1>They refuse</h1><p>{ENGLISH}</p></article></body></html>".encode()
Captured = tuple[bytes, str, str, Sequence[tuple[str, str]]]  # content, media type, status, further headers


def captured(
    content: bytes = PAGE, kind: str = "text/html; charset=utf-8", status: str = "200 OK", **fields: str
) -> Captured:
    return content, kind, status, [(name.replace("_", "-"), value) for name, value in fields.items()]


def warc(*records: Captured, packed: bool = True, kind: str = "response") -> bytes:
    """A WARC file: what the crawler says of itself, then ``records``, the k-th at kestrel.example/k."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
    for k, (content, media, status, fields) in enumerate(records):
        http = StatusAndHeaders(status, [("Content-Type", media), *fields], protocol="HTTP/1.1")
        stamp = {"WARC-Date": "2022-03-08T10:00:00Z", **({"Content-Type": media} if kind == "resource" else {})}
        writer.write_record(
            writer.create_warc_record(
                f"https://kestrel.example/{k}",
                kind,
                payload=io.BytesIO(content),
                warc_headers_dict=stamp,
                warc_content_type=media if kind == "resource" else "",
                http_headers=http if kind == "response" else None,
            )
        )
    return out.getvalue()


def wacz(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for name, content in {"datapackage.json": b"{}", **members}.items():
            zipped.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("kind", ["response", "resource"])
def test_each_captured_page_is_a_document(packed: bool, kind: str, take: Take) -> None:
    name = "a.warc.gz" if packed else "a.warc"
    text = captured(ENGLISH.encode(), "text/plain")
    first, second = take(warc(captured(), captured(b"x", "image/png"), text, packed=packed, kind=kind), name)
    assert isinstance(first, Document) and isinstance(second, Document)
    assert (first.text, second.text) == (f"They refuse\n\n{ENGLISH}", ENGLISH)
    assert first.url == Known("https://kestrel.example/0", Basis.METADATA)
    assert first.title == Known("They refuse", Basis.METADATA)
    assert second.url == Known("https://kestrel.example/2", Basis.METADATA)
    assert first.published is None  # when it was captured is not when it was published
    assert [o.origin.rpartition("/")[2] for o in (first, second)] == [
        f"{name}:2#2022-03-08T10:00:00Z",
        f"{name}:4#2022-03-08T10:00:00Z",
    ]
    assert first.format == "warc"


@pytest.mark.parametrize("name", ["archive", "misnamed.warc"])
def test_a_web_archive_is_known_by_its_beginning(name: str, document: Callable[..., Document]) -> None:
    assert document(warc(captured(), packed=name.endswith(".warc")), name).text.endswith(ENGLISH)


def test_a_package_of_web_archives(take: Take) -> None:
    package = wacz(**{"archive/b.warc": warc(captured(), packed=False), "archive/a.warc.gz": warc(captured()),
                      "archive/c.warc.gz": warc(captured())[:-9], "pages/pages.jsonl": b"{}"})  # fmt: skip
    one, two, broken = take(package, "a.wacz")
    assert isinstance(one, Document) and isinstance(two, Document) and isinstance(broken, Rejection)
    assert one.origin.endswith("a.wacz#archive/b.warc:2#2022-03-08T10:00:00Z")
    assert broken.reason == "damaged-archive" and "#archive/c.warc.gz:2" in broken.origin


CHUNKED = b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE)
RAW = zlib.compressobj(wbits=-15)


@pytest.mark.parametrize(
    "record",
    [
        captured(CHUNKED, Transfer_Encoding="chunked"),
        captured(PAGE, Transfer_Encoding="chunked"),
        captured(gzip.compress(PAGE), Content_Encoding="gzip"),
        captured(PAGE, Content_Encoding="gzip"),
        captured(zlib.compress(PAGE), Content_Encoding="deflate"),
        captured(RAW.compress(PAGE) + RAW.flush(), Content_Encoding="deflate"),
    ],
)
def test_codings_of_the_transfer_are_taken_off(record: Captured, take: Take) -> None:
    (found,) = take(warc(record), "a.warc.gz")
    assert isinstance(found, Document) and found.text.endswith(ENGLISH)


def test_the_encoding_of_the_transfer_counts(take: Take) -> None:
    page = PAGE.decode().replace("refuse<", "refusé<").encode("iso-8859-1")
    (found,) = take(warc(captured(page, "text/html; charset=ISO-8859-1")), "a.warc.gz")
    assert isinstance(found, Document) and found.text.startswith("They refusé")


# Does not shrink, so that the archive as a whole does not grow out of proportion.
BIG = random.Random(1).randbytes(1_000_001)


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (captured(status="404 Not Found"), "http-error"),
        (captured(status="503 Busy"), "http-error"),
        (captured(Content_Encoding="br"), "unsupported-compression"),
        (captured(gzip.compress(PAGE)[:-12], Content_Encoding="gzip"), "damaged-archive"),
        (captured(gzip.compress(b"a" * 3_000_000), Content_Encoding="gzip"), "too-big"),
        (captured(BIG), "too-big"),
        (captured(b""), "empty"),
        (captured(b"<html></html>"), "no-article"),
        (captured(b"\0", "text/plain"), "binary"),
    ],
)
def test_a_bad_record_is_named_and_the_others_go_on(record: Captured, reason: str, take: Take) -> None:
    first, bad, last = take(warc(captured(), record, captured()), "a.warc.gz", max_bytes=1_000_000)
    assert isinstance(first, Document) and isinstance(last, Document)
    assert isinstance(bad, Rejection) and bad.reason == reason and ".gz:3#2022" in bad.origin


def test_redirections_are_passed_over(take: Take) -> None:
    assert len(take(warc(captured(status="301 Moved"), captured()), "a.warc.gz")) == 1


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_that_breaks_off_gives_what_was_whole(packed: bool, take: Take) -> None:
    whole = warc(captured(), captured(), captured(), packed=packed)
    one, two, broken = take(whole[:-40], "a.warc.gz" if packed else "a.warc")
    assert isinstance(one, Document) and isinstance(two, Document) and isinstance(broken, Rejection)
    assert broken.reason == "damaged-archive" and broken.origin.endswith(":4")


def test_changed_content_is_told_by_its_digest(take: Take) -> None:
    data = bytearray(warc(captured(), captured(), packed=False))
    data[data.index(b"Marrow")] = ord("H")
    bad, good = take(bytes(data), "a.warc")
    assert isinstance(bad, Rejection) and bad.reason == "damaged-archive" and "digest" in bad.message
    assert isinstance(good, Document)


PLAIN = warc(captured(), packed=False)


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.warc", "empty"),
        (b"no archive", "a.warc", "damaged-archive"),
        (warc(packed=False), "a.warc", "no-article"),
        (b"WARC/1.0\r\nWARC-Type: " + b"a" * 3_000_000, "a.warc", "damaged-archive"),
        (b"WARC/1.0\r\n" + b"a: b\r\n" * 300_000, "a.warc", "damaged-archive"),
        (PLAIN[: PLAIN.index(b"WARC/", 9)].replace(b"h: ", b"h: 9"), "a.warc", "damaged-archive"),
        (gzip.compress(gzip.compress(warc(captured()))), "a.warc.gz", "nested-archive"),
        (wacz(), "a.wacz", "no-article"),
        (b"no zip", "a.wacz", "damaged-archive"),
    ],
)  # fmt: skip
def test_an_archive_that_cannot_be_read(data: bytes, name: str, reason: str, refused: Callable[..., Rejection]) -> None:
    assert refused(data, name).reason == reason


def test_nothing_is_said_on_standard_error(take: Take, capsys: pytest.CaptureFixture[str]) -> None:
    take(warc(captured(), packed=False).replace(b"Content-Length: ", b"Content-Length: -"), "a.warc")
    take(warc(captured(), captured(), packed=False).replace(b"\r\n\r\nWARC", b"x\r\n\r\nWARC"), "a.warc")
    take(warc(captured(), packed=False).replace(b"https://kestrel", b"https://kes trel"), "a.warc")
    assert capsys.readouterr() == ("", "")


GOOD = {
    packed: warc(captured(), captured(ENGLISH.encode(), "text/plain"), captured(), packed=packed)
    for packed in (True, False)
}


@settings(max_examples=120, deadline=None)
@given(st.booleans(), st.floats(0, 1), st.lists(st.tuples(st.floats(0, 1), st.integers(1, 255)), max_size=3))
def test_a_damaged_archive_gives_only_what_was_in_it(
    tmp_path_factory: pytest.TempPathFactory, packed: bool, share: float, changes: list[tuple[float, int]]
) -> None:
    data = bytearray(GOOD[packed][: round(share * len(GOOD[packed]))])
    for place, change in changes if data else ():
        data[min(int(place * len(data)), len(data) - 1)] ^= change
    path = tmp_path_factory.getbasetemp() / ("any.warc.gz" if packed else "any.warc")
    path.write_bytes(data)
    outcomes = list(documents([path], IntakeSettings(check_language=False)))
    assert outcomes and all(o.origin.startswith(str(path)) for o in outcomes)
    texts = [o.text for o in outcomes if isinstance(o, Document)]
    if not changes:  # a changed header may make another page of it
        whole = [f"They refuse\n\n{ENGLISH}", ENGLISH, f"They refuse\n\n{ENGLISH}"]
        assert texts == whole[: len(texts)]


def records(data: bytes) -> list[bytes]:
    """An archive, gzip for each record or plain, taken apart."""
    if not data.startswith(b"\x1f\x8b"):
        begins = [found.start() for found in re.finditer(rb"WARC/1\.\d\r\nWARC-", data)]
        return [data[a:b] for a, b in zip(begins, [*begins[1:], len(data)], strict=True)]
    out = []
    while data:
        member = zlib.decompressobj(31)
        member.decompress(data)
        out.append(data[: len(data) - len(member.unused_data)])
        data = member.unused_data
    return out


TEXTS = [f"Page {k}. {ENGLISH}" for k in range(4)]
RECORDS = {
    packed: records(warc(*(captured(text.encode(), "text/plain") for text in TEXTS), packed=packed))
    for packed in (True, False)
}


def in_archive(records: Sequence[bytes], path: Path) -> list[Document | Rejection]:
    path.write_bytes(b"".join(records))
    return list(documents([path], IntakeSettings(check_language=False)))


@settings(max_examples=150, deadline=None)
@given(
    st.booleans(),
    st.integers(0, len(TEXTS)),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), min_size=1, max_size=6),
)
def test_a_damaged_record_costs_no_other_page(
    tmp_path_factory: pytest.TempPathFactory, packed: bool, number: int, changes: list[tuple[float, int]]
) -> None:
    found = list(RECORDS[packed])
    spoilt = bytearray(found[number])
    for place, change in changes:
        spoilt[int(place * len(spoilt))] ^= change
    found[number] = bytes(spoilt)
    outcomes = in_archive(found, tmp_path_factory.getbasetemp() / ("one.warc.gz" if packed else "one.warc"))
    others = [text for k, text in enumerate(TEXTS, 1) if k != number]
    texts = [o.text for o in outcomes if isinstance(o, Document)]
    assert [text for text in texts if text in others] == others
    origins = [o.origin for o in outcomes]
    assert len(set(origins)) == len(origins)
    if packed and number and TEXTS[number - 1] not in texts:  # gzip knows whether the bytes are the same
        (told,) = [o for o in outcomes if isinstance(o, Rejection)]
        assert told.reason == "damaged-archive" and f":{number + 1}" in told.origin


@pytest.mark.parametrize("packed", [True, False])
def test_each_damaged_record_is_told_and_the_numbers_stay(packed: bool, tmp_path: Path) -> None:
    found = list(RECORDS[packed])
    for number in (0, 2, 3):  # the beginning of the archive, and two records next to each other
        found[number] = b"damage" + found[number][6:]
    outcomes = in_archive(found, tmp_path / ("one.warc.gz" if packed else "one.warc"))
    shown = [o.text if isinstance(o, Document) else o.reason for o in outcomes]
    numbers = [o.origin.partition("#")[0].rpartition(":")[2] for o in outcomes]
    if packed:  # two damaged members one after the other are one damaged place
        assert shown == ["damaged-archive", TEXTS[0], "damaged-archive", TEXTS[3]]
        assert numbers == ["1", "2", "3", "4"]
    else:
        assert shown == ["damaged-archive", TEXTS[0], "damaged-archive", TEXTS[3]]


def test_an_archive_of_nothing_but_damage_comes_to_an_end(tmp_path: Path) -> None:
    outcomes = in_archive([b"WARC/1.0\r\nWARC-Type: response\r\n\r\n"] * 1_500, tmp_path / "one.warc")
    assert len(outcomes) == 1_001 and {o.reason for o in outcomes if isinstance(o, Rejection)} == {"damaged-archive"}
    assert "1,000 places" in outcomes[-1].message  # type: ignore[union-attr]


def test_a_record_longer_than_what_is_kept_of_it_does_not_hide_the_next(tmp_path: Path) -> None:
    big = warc(captured(BIG * 3, "image/png"), captured(ENGLISH.encode(), "text/plain"))
    first, second, third = records(big)
    spoilt = second[:2_000_000] + b"damage" + second[2_000_006:]
    bad, good = in_archive([first, spoilt, third], tmp_path / "big.warc.gz")
    assert isinstance(bad, Rejection) and isinstance(good, Document) and good.origin.partition("#")[0].endswith(":3")


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([".warc", ".warc.gz", ".wacz"]))
def test_any_bytes_give_an_outcome(tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str) -> None:
    path = tmp_path_factory.getbasetemp() / f"random{suffix}"
    path.write_bytes(b"WARC/1.0\r\n" + data if suffix == ".warc" else data)
    assert all(isinstance(o, Rejection) for o in documents([path], IntakeSettings(check_language=False)))


def test_a_record_that_takes_in_the_next_one_costs_it_not(tmp_path: Path) -> None:
    found = list(RECORDS[False])
    found[1] = found[1].replace(b"\r\n\r\nHTTP/", b"\r\n\r\x0bHTTP/", 1)  # so that its header ends with that of HTTP
    texts = [o.text for o in in_archive(found, tmp_path / "one.warc") if isinstance(o, Document)]
    assert [text for text in texts if text in TEXTS[1:]] == TEXTS[1:]
