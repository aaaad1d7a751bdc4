from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake import IntakeSettings, documents
from sayso.intake.feed import FORMAT, INERT, _cut
from sayso.types.document import Basis, Document, Known, Rejection
from tests.intake.conftest import Take
from tests.readings import ENGLISH

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Kestrel &amp;amp; News</title><link>https://kestrel.example</link>
<item><title>They &lt;b&gt;refuse&lt;/b&gt;</title><link>https://kestrel.example/a</link>
<pubDate>Tue, 08 Mar 2022 10:00:00 GMT</pubDate><description>In short</description>
<content:encoded><![CDATA[<p>{ENGLISH}</p><p>A <b>second</b> paragraph.</p><!DOCTYPE none>]]></content:encoded></item>
<item><title>A headline alone</title></item>
<item><description>{ENGLISH}</description><link>javascript:run()</link><pubDate>lately</pubDate></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title>
<entry><title type="html">A &amp;amp; B</title><link href="https://harbour.example/1"/>
<updated>2022-03-09T10:00:00Z</updated><summary type="text">{ENGLISH}</summary></entry>
<entry><published>2022-03-08T10:00:00Z</published><updated>2022-03-09T10:00:00Z</updated><content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>{ENGLISH}</p><ul><li>Two</li></ul></div></content></entry></feed>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Lindra Wire</title></channel>
<item rdf:about="y"><link>https://lindra.example/1</link><description>{ENGLISH}</description>
<dc:date>2022-03-08</dc:date></item></rdf:RDF>"""
SECRET = "What stands in the file beside it"


def only(outcomes: list[Document | Rejection]) -> Document:
    (found,) = [o for o in outcomes if isinstance(o, Document)]
    return found


def test_entries_of_rss(take: Take) -> None:
    first, second, third = take(RSS, "news.rss")
    assert isinstance(first, Document) and isinstance(second, Rejection) and isinstance(third, Document)
    assert first.text == f"{ENGLISH}\n\nA second paragraph."
    assert first.title == Known("They refuse", Basis.METADATA)
    assert first.publisher == Known("Kestrel & News", Basis.METADATA)
    assert first.published == Known("2022-03-08T10:00:00+00:00", Basis.METADATA)
    assert first.url == Known("https://kestrel.example/a", Basis.METADATA)
    assert second.reason == "no-text"
    assert (third.text, third.title, third.published, third.url) == (ENGLISH, None, None, None)
    assert [o.origin.rpartition("/")[2] for o in (first, second, third)] == [f"news.rss:{k}" for k in (1, 2, 3)]
    assert first.format == "feed"


def test_entries_of_atom(take: Take) -> None:
    first, second = take(ATOM, "news.atom")
    assert isinstance(first, Document) and isinstance(second, Document)
    assert (first.text, second.text) == (ENGLISH, f"{ENGLISH}\n\nTwo")
    assert first.title == Known("A & B", Basis.METADATA)
    assert first.published is None  # when it was changed is another matter
    assert second.published == Known("2022-03-08T10:00:00+00:00", Basis.METADATA)


def test_entries_of_rss_1_and_0_9(take: Take) -> None:
    found = only(take(RDF, "news.rdf"))
    assert found.published == Known("2022-03-08", Basis.METADATA)
    assert found.publisher == Known("Lindra Wire", Basis.METADATA)
    item = f"<item><description>{ENGLISH}</description></item>"
    old = f'<rss version="0.91"><channel><title>T</title>{item}</channel></rss>'
    assert only(take(old, "old.rss")).text == ENGLISH


@pytest.mark.parametrize("feed", [RSS, ATOM, RDF])
@pytest.mark.parametrize("name", ["feed.xml", "feed"])
def test_a_feed_is_known_by_its_beginning(feed: str, name: str, take: Take) -> None:
    assert {o.format for o in take(feed, name) if isinstance(o, Document)} == {"feed"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
def test_other_encodings(encoding: str, take: Take) -> None:
    label = encoding.removesuffix("-sig")
    feed = RSS.replace('"utf-8"', f'"{label}"').replace("second", "s\u00e9cond")
    assert "A s\u00e9cond" in [o for o in take(feed.encode(encoding), "a.rss") if isinstance(o, Document)][0].text


BODY = "<rss version='2.0'><channel><title>T</title><item><description>&x;</description></item></channel></rss>"


@pytest.mark.parametrize(
    "prologue",
    [
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "secret.txt">]>',
        '<?xml version="1.0"?>\n<!doctype rss [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>',
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/rss.dtd">',
        '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY x "&a;&a;&a;&a;&a;&a;">]>',
        '<?x <!-- ?><!DOCTYPE rss [<!ENTITY x SYSTEM "secret.txt">]><!-- -->',
        '<!-- <![CDATA[ --><!DOCTYPE rss [<!ENTITY x SYSTEM "secret.txt">]><!-- ]]> -->',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_declarations_are_refused_before_anything_is_parsed(
    prologue: str, encoding: str, take: Take, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "secret.txt").write_text(SECRET)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("feedparser.parse", lambda *_, **__: pytest.fail("was parsed"))
    (outcome,) = take((prologue + BODY).encode(encoding), "a.rss")
    assert isinstance(outcome, Rejection) and outcome.reason == "has-dtd" and SECRET not in outcome.message


def test_only_bytes_are_given_to_the_parser(take: Take, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import urllib.request

    monkeypatch.setattr(urllib.request.OpenerDirector, "open", lambda *_, **__: pytest.fail("the network was asked"))
    assert len(take(RSS, "a.rss")) == 3


@pytest.mark.parametrize(
    ("feed", "reason"),
    [
        ("", "empty"),
        ('<rss version="2.0"><channel><title>T</title></channel></rss>', "empty"),
        ("<opml></opml>", "malformed-feed"),
        ("http://kestrel.example/feed", "malformed-feed"),
        (b"\x89PNG", "binary"),
        ("<rss><channel><item>" + "<a>" * 200 + "</item></channel></rss>", "nested-too-deep"),
        ("<rss><channel>" + "<item/>" * 20_001 + "</channel></rss>", "too-many-members"),
        ("<rss><channel><item>" + "<b/>" * 400_001 + "</item></channel></rss>", "too-many-elements"),
        ("<rss><channel><item>" + "<" * 400_001, "too-many-elements"),
        ("<rss><channel><item><a " + 'b="" ' * 5_000 + "/></item></channel></rss>", "too-many-elements"),
    ],
)
def test_a_feed_that_cannot_be_read(feed: str | bytes, reason: str, refused: Callable[..., Rejection]) -> None:
    assert refused(feed, "a.rss").reason == reason


def test_too_many_entries(refused: Callable[..., Rejection], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.intake.feed.MAX_ENTRIES", 2)
    assert refused(RSS, "a.rss").reason == "too-many-members"


@pytest.mark.parametrize("feed", [RSS, RSS.replace(" and ", "&nbsp;and ")], ids=["strict", "loose"])
def test_a_feed_that_breaks_off_gives_what_was_whole_and_says_so(feed: str, take: Take) -> None:
    for stop, place in (
        ("<item><title>A headline", "a.rss"),
        ("</channel>", "a.rss"),
        (ENGLISH[-30:] + "</desc", "a.rss:3"),
    ):
        *others, broken = take(feed[: feed.rindex(stop)], "a.rss")
        assert isinstance(broken, Rejection) and broken.reason == "malformed-feed" and "breaks off" in broken.message
        assert broken.origin.endswith(place)
        assert [type(o) for o in others] == [Document, Rejection, Document][: len(others)]
        assert isinstance(others[0], Document) and others[0].text.endswith("A second paragraph.")


@given(st.integers(0, len(RSS)))
def test_a_cut_is_told_wherever_it_is(cut: int) -> None:
    bare = INERT.sub("", RSS[:cut])
    whole = cut >= RSS.index("</rss>") + len("</rss>")
    assert (_cut(bare) is None) == whole


@pytest.mark.parametrize("name", ["feed.xml", "feed", "a.rss"])
def test_a_feed_with_a_declaration_is_not_taken_for_text(name: str, refused: Callable[..., Rejection]) -> None:
    dtd = '<?xml version="1.0"?>\n<!DOCTYPE rss PUBLIC "-//Kestrel//DTD RSS//EN" "x.dtd" [<!ENTITY nbsp "&#160;">]>\n'
    assert refused(dtd + RSS.partition("?>")[2], name).reason == "has-dtd"


@pytest.mark.parametrize(
    "piece", ["<?a?>", "<!---->", "<!DOCTYPE a>", "<!DOCTYPE a[]>", " ", "<!--", "<?", "<!DOCTYPE ["]
)
def test_telling_a_feed_from_its_beginning_takes_no_time(piece: str) -> None:
    assert not FORMAT.recognises((piece * 60).encode())
    assert not FORMAT.recognises((piece * (65_536 // len(piece))).encode())


PIECES = st.sampled_from(
    ["<item>", "</item>", "<description>", "&lt;p&gt;", "<![CDATA[", "]]>", "<!--", "&#0;", "&x;", ENGLISH]
)


@settings(max_examples=80, deadline=None)
@given(
    st.binary(max_size=200)
    | st.integers(0, len(RSS)).map(lambda n: RSS[:n].encode())
    | st.lists(PIECES, max_size=12).map(lambda parts: f"<rss version='2.0'><channel>{''.join(parts)}".encode())
)
def test_any_bytes_give_an_outcome(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.rss"
    path.write_bytes(data)
    outcomes = list(documents([path], IntakeSettings(check_language=False)))
    assert outcomes and all(o.origin.startswith(str(path)) for o in outcomes)
