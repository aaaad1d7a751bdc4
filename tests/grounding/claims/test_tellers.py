"""Which voice tells what."""

from __future__ import annotations

from dataclasses import replace

from sayso.grounding.claims.tellers import Contents, article_voice, tellings, without_event
from sayso.reading.voices.identity import voice_id
from sayso.types.attribution import Polarity, VoiceKind
from tests.grounding.claims.support import ARTICLE, event, place, read, said, told

TEXT = "The Post says rebels claim the bridge fell. The army denied that the bridge fell. It was old."
POST = said(TEXT, "The Post", "says", "rebels claim the bridge fell")
REBELS = said(TEXT, "rebels", "claim", "the bridge fell", parent=POST)
ARMY = said(TEXT, "The army", "denied", "that the bridge fell", polarity=Polarity.DENIED)


def test_the_innermost_voice_tells() -> None:
    contents = Contents.of((POST, REBELS, ARMY))
    assert contents.innermost(place(TEXT, "fell")) == REBELS
    assert contents.innermost(place(TEXT, "claim")) == POST
    assert contents.innermost(place(TEXT, "fell", 1)) == ARMY
    assert contents.innermost(place(TEXT, "old")) is None


def test_of_one_content_the_deepest_chain_tells() -> None:
    relay = said(TEXT, "The Post", "says", "the bridge fell")
    basis = replace(said(TEXT, "rebels", "claim", "the bridge fell", parent=relay), parent=relay.id)
    assert Contents.of((relay, basis)).innermost(place(TEXT, "fell")) == basis
    assert Contents.of((basis, relay)).innermost(place(TEXT, "fell")) == basis


def test_one_event_gives_a_telling_for_each_voice() -> None:
    mentions = (told(TEXT, "fell"), told(TEXT, place(TEXT, "fell", 1)), told(TEXT, "old"))
    found = tellings((event(1, *mentions),), Contents.of((POST, REBELS, ARMY)), 0)
    assert [t.told for t in found] == [REBELS, ARMY, None]


def test_the_main_mention_speaks_for_its_voice_then_those_of_the_body() -> None:
    text = "Bridge fell\nThe bridge fell and burned."
    headline, body, more = told(text, "fell"), told(text, place(text, "fell", 1)), told(text, "burned")
    contents = Contents.of(())
    assert tellings((event(1, headline, body, main=0),), contents, 12)[0].mentions[0] == headline
    assert tellings((event(1, headline, body, more, main=2),), contents, 12)[0].mentions == (more, body, headline)


def test_an_attribution_without_event_is_kept_but_not_twice() -> None:
    plain = said(TEXT, "The army", "denied", "that the bridge fell")
    assert without_event((POST, REBELS, plain), ()) == (REBELS, plain)
    assert without_event((POST, REBELS, plain), (event(1, told(TEXT, "fell")),)) == (plain,)


def test_the_article_has_the_voice_of_the_reading() -> None:
    reading = read(TEXT)
    assert article_voice(reading) == ARTICLE
    alone = article_voice(replace(reading, voices=()))
    assert alone.id == voice_id("d_1", VoiceKind.ARTICLE, None)
