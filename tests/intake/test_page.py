import pytest
from lxml.html import document_fromstring

from sayso.intake.build import Facts
from sayso.intake.page import page_facts
from sayso.types.document import Basis, Known


def facts(head: str, body: str = "<p>x</p>") -> Facts:
    return page_facts(document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"))[0]


def meta(name: str, content: str, attribute: str = "property") -> str:
    return f'<meta {attribute}="{name}" content="{content}">'


def schema(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


NEWS = '{"@type": "NewsArticle", "headline": "A", "datePublished": "2022-03-08", "publisher": {"name": "Kestrel News"}}'


def known(words: str) -> Known:
    return Known(words, Basis.METADATA)


@pytest.mark.parametrize(
    "data",
    [
        NEWS,
        f"[{NEWS}]",
        f'{{"@graph": [{{"@type": "WebSite", "name": "W"}}, {NEWS}]}}',
        NEWS.replace('"NewsArticle"', '["Thing", "ReportageNewsArticle"]')
        .replace('{"name"', '[{"name"')
        .replace("}}", "}]}"),
    ],
)
def test_schema_org(data: str) -> None:
    assert facts(schema(data)) == Facts(
        title=known("A"), publisher=known("Kestrel News"), published=known("2022-03-08")
    )


@pytest.mark.parametrize(
    "data", ["{broken", "[" * 50_000, "3", "null", '{"@type": 3}', '{"@type": "Article", "headline": 3}', ""]
)
def test_broken_schema_org_data_leaves_the_other_fields(data: str) -> None:
    assert facts(schema(data) + meta("og:title", "A")).title == known("A")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>A headline</title>", "A headline"),
        (meta("og:title", "A headline | Kestrel") + meta("og:site_name", "Kestrel"), "A headline"),
        (meta("og:title", "Peace - at last"), "Peace - at last"),
        (meta("OG:TITLE", "Of the name", "name"), "Of the name"),
        (meta("og:title", " ") + "<title>B</title>", "B"),
        ("<title> </title>", None),
    ],
)
def test_titles(head: str, title: str | None) -> None:
    assert facts(head).title == (known(title) if title else None)


def test_the_outlet_is_not_the_headline() -> None:
    found = facts(meta("og:site_name", "Kestrel"), "<h1><img> Kestrel</h1><h1>A headline</h1>")
    assert (found.title, found.publisher) == (known("A headline"), known("Kestrel"))


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        (meta("article:published_time", "2022-03-08T10:00:00+02:00"), "", "2022-03-08T10:00:00+02:00"),
        (meta("DC.date.issued", "2022-03-08", "name"), "", "2022-03-08"),
        (meta("datePublished", "March 8, 2022", "itemprop"), "", "2022-03-08"),
        (meta("date", "soon", "name") + meta("pubdate", "2022-03-08", "name"), "", "2022-03-08"),
        ("", '<time itemprop="datePublished" datetime="2022-03-08">today</time>', "2022-03-08"),
        # when it was changed, when something else was, when the copyright began: not when it was published
        (meta("article:modified_time", "2022-03-08"), '<time datetime="2022-03-08">8 March</time> © 2022-03-08', None),
    ],
)
def test_dates(head: str, body: str, published: str | None) -> None:
    assert facts(head, body).published == (known(published) if published else None)


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (
            '<link rel="canonical" href="https://k.example/a">' + meta("og:url", "https://k.example/b"),
            "https://k.example/a",
        ),
        ('<link rel="canonical" href="/a">' + meta("og:url", "https://k.example/b"), "https://k.example/b"),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
    ],
)
def test_addresses(head: str, url: str | None) -> None:
    assert facts(head).url == (known(url) if url else None)
