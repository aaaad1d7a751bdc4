import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake.extract import article
from sayso.intake.formats import Refusal
from tests.readings import ENGLISH

TAGS = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<h1>", "<li>", "<table><tr><td>", "<br>", "<b", "<!--", "-->", "&amp;", "&#0;",
     "&#xd800;", "<![CDATA[", "<a href='", "'>", "<title>", "<svg>", "<script>", ENGLISH, "word ", "\x0b", "\ufffe"]
)  # fmt: skip


def paragraphs(body: str, head: str = "") -> list[str]:
    text, _ = article(f"<html><head>{head}</head><body><article>{body}</article></body></html>")
    return text.split("\n\n")


def test_a_headline_that_the_body_lacks_is_put_before_it() -> None:
    assert paragraphs(f"<p>{ENGLISH}</p>", "<meta property=og:title content='They refuse'>") == ["They refuse", ENGLISH]


def test_a_headline_in_another_wording_is_not_doubled() -> None:
    head = "<meta property=og:title content='They refuse: what we know'>"
    assert paragraphs(f"<h1>They refuse</h1><p>{ENGLISH}</p>", head) == ["They refuse", ENGLISH]


def test_quotations_tables_and_nested_lists_are_paragraphs_each() -> None:
    body = f"""<p>{ENGLISH}</p><blockquote><p>“We will not cross.”</p><p>“Never.”</p></blockquote>
    <ul><li>one thing<ul><li>a part of it</li></ul></li></ul>
    <table><tr><th>Place</th><th>Men</th></tr><tr><td>Garda</td><td>40 of them</td></tr></table>
    <p>{ENGLISH} Again.</p>"""
    assert paragraphs(body)[1:-1] == [
        "“We will not cross.”",
        "“Never.”",
        "one thing",
        "a part of it",
        "Place Men",
        "Garda 40 of them",
    ]


@pytest.mark.parametrize("tag", ["b", "a href=/x", "span class=x"])
def test_a_paragraph_of_very_many_tags_keeps_its_text(tag: str) -> None:
    words = f"<{tag}>word</{tag.split()[0]}> " * 5_000
    assert paragraphs(f"<p>{ENGLISH} {words}</p>") == [f"{ENGLISH} {'word ' * 5_000}".strip()]


def test_the_extractor_says_nothing_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Refusal):
        article("<html><body></body></html>")
    assert capsys.readouterr().err == ""


def test_a_failure_of_the_extractor_is_a_refusal(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    import trafilatura

    def fail(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(trafilatura, "bare_extraction", fail)
    with caplog.at_level(logging.DEBUG), pytest.raises(Refusal, match="RecursionError") as caught:
        article(f"<html><body><p>{ENGLISH}</p></body></html>")
    assert caught.value.reason == "malformed-html"
    assert "too deep" in caplog.text


@settings(max_examples=60, deadline=None)
@given(st.lists(TAGS, max_size=40).map("".join) | st.text())
def test_any_page_gives_text_or_a_refusal(page: str) -> None:
    try:
        text, _ = article(page)
    except Refusal:
        return
    assert any(char.isalpha() for char in text)
    text.encode("utf-8")
