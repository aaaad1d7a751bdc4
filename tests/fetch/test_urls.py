from __future__ import annotations

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.fetch.records import Refusal
from sayso.fetch.urls import checked, followed, origin_of


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("https://news.test/a?b=c#d", "https://news.test/a?b=c"),
        ("HTTP://News.Test", "http://news.test"),
        ("http://news.test:8080/", "http://news.test:8080/"),
        ("https://bücher.test/", "https://xn--bcher-kva.test/"),
        ("http://[2606:4700:4700::1111]:8443/x", "http://[2606:4700:4700::1111]:8443/x"),
    ],
)
def test_a_web_address_is_taken_without_its_fragment(url: str, plain: str) -> None:
    assert str(checked(url)) == plain


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "fetch-not-allowed-scheme"),
        ("ftp://news.test/", "fetch-not-allowed-scheme"),
        ("gopher://news.test/", "fetch-not-allowed-scheme"),
        ("javascript:alert(1)", "fetch-not-allowed-scheme"),
        ("data:text/html,x", "fetch-not-allowed-scheme"),
        ("//news.test/", "fetch-not-allowed-scheme"),
        ("news.test", "fetch-not-allowed-scheme"),
        ("", "fetch-not-allowed-scheme"),
        ("http://news.test:22/", "fetch-not-allowed-port"),
        ("http://news.test:0/", "fetch-not-allowed-port"),
        ("https://news.test:6379/", "fetch-not-allowed-port"),
        ("http://ann:secret@news.test/", "fetch-credentials"),
        ("http://ann@news.test/", "fetch-credentials"),
        ("http://news.test\\@169.254.169.254/", "fetch-credentials"),
        ("http:///x", "fetch-malformed-url"),
        ("http://a b/", "fetch-malformed-url"),
        ("http://news.test/\n", "fetch-malformed-url"),
        ("http://[fe80::1", "fetch-malformed-url"),
        ("http://[fe80::1%25eth0]/", "fetch-malformed-url"),
        ("http://a..b/", "fetch-malformed-url"),
        ("http://" + "a" * 70 + ".test/", "fetch-malformed-url"),
        ("http://news.test/" + "a" * 5000, "fetch-malformed-url"),
        ("http://news.test:99999999999999999999/", "fetch-not-allowed-port"),
        ("http://\u2100.test/", "fetch-malformed-url"),
        ("http://\ud800/", "fetch-malformed-url"),
    ],
)
def test_other_addresses_are_refused(url: str, reason: str) -> None:
    with pytest.raises(Refusal) as caught:
        checked(url)
    assert caught.value.reason == reason


@given(st.text() | st.text().map("http://{}".format) | st.text().map("https://news.test:{}/".format))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    try:
        url = checked(text)
    except Refusal:
        return
    assert url.scheme in ("http", "https") and not url.userinfo and url.raw_host


@pytest.mark.parametrize(
    ("location", "to"),
    [
        ("/b", "https://news.test/b"),
        ("c?d", "https://news.test/a/c?d"),
        ("//wire.test/x#y", "https://wire.test/x"),
        ("https://wire.test", "https://wire.test"),
    ],
)
def test_a_redirect_is_told_from_where_it_stands(location: str, to: str) -> None:
    assert str(followed(httpx.URL("https://news.test/a/b"), location)) == to


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        (None, "fetch-redirects"),
        ("", "fetch-redirects"),
        ("http://news.test/", "fetch-downgrade"),
        ("file:///etc/passwd", "fetch-not-allowed-scheme"),
        ("https://ann:secret@news.test/", "fetch-credentials"),
        ("https://news.test:25/", "fetch-not-allowed-port"),
        ("https://[::1", "fetch-malformed-url"),
        ("/" + "x" * 5000, "fetch-malformed-url"),
    ],
)
def test_a_redirect_is_checked_like_an_address(location: str | None, reason: str) -> None:
    with pytest.raises(Refusal) as caught:
        followed(httpx.URL("https://news.test/a"), location)
    assert caught.value.reason == reason
    assert "secret" not in str(caught.value)


@given(st.text())
def test_any_redirect_leads_to_an_address_or_is_refused(location: str) -> None:
    try:
        assert followed(httpx.URL("https://news.test/a"), location).scheme == "https"
    except Refusal:
        pass


def test_an_origin_names_its_port() -> None:
    assert origin_of(checked("https://news.test/a")) == origin_of(checked("https://news.test:443/b"))
    assert origin_of(checked("http://news.test/")) == "http://news.test:80"
