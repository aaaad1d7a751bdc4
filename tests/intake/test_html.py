from collections.abc import Callable

import pytest

from sayso.types.document import Basis, Document, Known, Rejection
from tests.readings import ENGLISH

PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Battalions refuse to cross | Kestrel News</title>
<meta property="og:site_name" content="Kestrel News">
<meta property="article:published_time" content="2022-03-08T10:00:00Z">
<link rel="canonical" href="https://kestrel.example/a">
</head><body><nav><a href="/">Home</a> <a href="/war">War</a></nav>
<article><h1>Battalions refuse to cross</h1>
<p>LINDRA &mdash; “{ENGLISH}”</p>
<p>Second   paragraph,<br>with a <a href="/x">link</a> and <b>bold</b>, <i>it</i>alic words. {ENGLISH}</p>
<ul><li>The first item of a list</li><li>The second item of a list</li></ul>
<p>Emoji 😀 and e&#769; stay. {ENGLISH}</p>
</article><footer>Copyright Kestrel News</footer><script>var x = "not text";</script></body></html>"""


def test_headline_and_paragraphs_are_the_text(document: Callable[..., Document]) -> None:
    found = document(PAGE, "a.html")
    assert found.text.split("\n\n") == [
        "Battalions refuse to cross",
        f"LINDRA — “{ENGLISH}”",
        f"Second paragraph,\nwith a link and bold, italic words. {ENGLISH}",
        "The first item of a list",
        "The second item of a list",
        f"Emoji 😀 and e\u0301 stay. {ENGLISH}",
    ]
    assert found.format == "html"
    assert found.text[found.body_begin :].startswith("LINDRA")


def test_title_outlet_date_and_address_come_from_the_page(document: Callable[..., Document]) -> None:
    found = document(PAGE, "a.htm")
    assert found.title == Known("Battalions refuse to cross", Basis.METADATA)
    assert found.publisher == Known("Kestrel News", Basis.METADATA)
    assert found.published == Known("2022-03-08T10:00:00+00:00", Basis.METADATA)
    assert found.url == Known("https://kestrel.example/a", Basis.METADATA)


def test_what_the_page_does_not_say_is_not_made_up(document: Callable[..., Document]) -> None:
    page = f"<html><body><article><p>{ENGLISH}</p></article><p>© 2019, updated 1 May 2020</p></body></html>"
    found = document(page, "2021-01-02-news.html")
    assert found.text.startswith(ENGLISH)
    assert (found.title, found.publisher, found.published, found.url, found.body_begin) == (None, None, None, None, 0)


def test_a_dateline_is_read_where_the_page_has_no_date(document: Callable[..., Document]) -> None:
    page = f"<html><body><article><p>LINDRA, 3 March 2022 (Kestrel News) - {ENGLISH}</p></article></body></html>"
    assert document(page, "a.html").published == Known("2022-03-03", Basis.TEXT)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251", "iso-8859-1"])
def test_the_declared_encoding_is_used(encoding: str, document: Callable[..., Document]) -> None:
    page = PAGE.replace("utf-8", encoding).replace("😀", "x").replace("—", "-").replace("“", '"').replace("”", '"')
    assert "é stay" not in page
    found = document(page.encode(encoding), "a.html")
    assert "Emoji x" in found.text


def test_a_page_without_an_extension_is_known_by_its_beginning(document: Callable[..., Document]) -> None:
    assert document(PAGE, "saved-page").format == "html"


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("", "empty"),
        (b"\x89PNG", "binary"),
        (PAGE.replace("Emoji", "\0"), "binary"),
        ("<!-- only a comment -->", "no-article"),
        ("<html><body><img src=a></body></html>", "no-article"),
        ("<html><body>" + "<div>" * 100_000 + ENGLISH + "</div>" * 100_000 + "</body></html>", "nested-too-deep"),
        ("<p>" + "<b>" * 100_000 + ENGLISH, "nested-too-deep"),
        (PAGE.replace("<p>", "<p>" * 25_000), "too-many-elements"),
        ("<p " + " ".join(f"a{k}=1" for k in range(100_000)) + f">{ENGLISH}</p>", "too-many-elements"),
    ],
)  # fmt: skip
def test_a_page_that_cannot_be_read_is_refused(
    page: str | bytes, reason: str, refused: Callable[..., Rejection]
) -> None:
    assert refused(page, "a.html").reason == reason
