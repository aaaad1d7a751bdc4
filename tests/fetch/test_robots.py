from __future__ import annotations

import re
import time
from fnmatch import translate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.fetch.records import Refusal
from sayso.fetch.robots import MAX_SIZE, fits, robots


def allows(text: str, target: str) -> bool:
    return robots(text.encode()).allows(target)


@pytest.mark.parametrize(
    ("text", "target", "expected"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /", "/robots.txt", True),
        ("User-agent: *\nDisallow: /a", "/ab", False),
        ("User-agent: *\nDisallow: /a/", "/a", True),
        ("User-agent: *\nDisallow: /\nAllow: /news/", "/news/1", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", True),
        ("User-agent: *\nDisallow: /*?print=", "/x?print=1", False),
        ("User-agent: sayso\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: SAYSO/1.0\nAllow: /", "/a", True),
        ("User-agent: saysomore\nDisallow: /", "/a", True),
        ("User-agent: other\nUser-agent: Sayso\nDisallow: /", "/a", False),
        (
            "User-agent: sayso\nDisallow: /a\nUser-agent: other\nDisallow: /b\nUser-agent: sayso\nDisallow: /c",
            "/c",
            False,
        ),
        ("User-agent: sayso\nDisallow: /a\nUser-agent: other\nDisallow: /b", "/b", True),
        ("User-agent: sayso\nSitemap: /x\nUser-agent: *\nDisallow: /", "/a", False),
        ("Disallow: /\nUser-agent: *\nDisallow: /b", "/a", True),
        ("\ufeffUSER-AGENT : * # all\r\ndisallow:/a#no", "/a", False),
        ("User-agent: *\nDisallow: /caf%C3%a9", "/caf%c3%A9", False),
        ("User-agent: *\nDisallow: /café", "/caf%C3%A9", False),
        ("User-agent: *\nDisallow: /%7Eann", "/~ann", False),
        ("User-agent: *\nDisallow: /a%2A", "/a*", False),
        ("User-agent: *\nDisallow: /a%2A", "/ab", True),
        ("User-agent: *\nDisallow: /a%2Fb", "/a/b", True),
        ("<html>Not found</html>", "/a", True),
    ],
)
def test_what_a_site_allows(text: str, target: str, expected: bool) -> None:
    assert allows(text, target) is expected


def test_a_pause_is_read_for_its_group() -> None:
    assert robots(b"User-agent: *\nCrawl-delay: 2.5").delay == 2.5
    assert robots(b"User-agent: other\nCrawl-delay: 9").delay == 0
    assert robots(b"User-agent: *\nCrawl-delay: soon\nCrawl-delay: -4\nCrawl-delay: nan").delay == 0


@given(st.binary(max_size=500), st.text(max_size=50))
def test_any_bytes_are_read(body: bytes, target: str) -> None:
    assert robots(body).allows(target) in (True, False)


@given(st.text("ab*$", max_size=8), st.text("ab$", max_size=10))
def test_a_pattern_fits_as_its_regular_expression_does(pattern: str, path: str) -> None:
    closed = pattern.endswith("$")
    glob = pattern[:-1] if closed else pattern + "*"
    assert fits(pattern, path) is bool(re.match(translate(glob), path))


def test_patterns_made_to_take_long_do_not() -> None:
    text = "User-agent: *\n" + "Disallow: /" + "*a" * 20_000 + "*b$\n"
    begin = time.process_time()
    assert allows(text * 8, "/" + "a" * 4000)
    assert time.process_time() - begin < 2


def test_too_many_rules_forbid_all() -> None:
    with pytest.raises(Refusal) as caught:
        robots(b"User-agent: *\n" + b"Allow: /\n" * 10_001)
    assert caught.value.reason == "fetch-robots"


def test_what_stands_behind_the_limit_is_not_read() -> None:
    assert allows("User-agent: *\n" + "#" * MAX_SIZE + "\nDisallow: /", "/a")
