from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bench.renaming import TOKEN, Vocabulary, Words
from sayso.text.name_keys import name_key
from sayso.types.span import Span
from sayso.weighing.stems import content_stems

TEXT = (
    "Soldiers of Karvenia have landed on Hallisk, Tomas Velk told Radio Ostrel on Tuesday. The Karvenian commander"
    " denied it. HALLISK was abandoned; it abandons nobody near Kyiv."
)
WORLD = Words(Vocabulary([TEXT], ["Radio Ostrel", "Kyiv"]), 3)


def test_the_stories_own_world_has_their_words() -> None:
    assert Words(Vocabulary([TEXT], []), 0).say(TEXT) == TEXT


def test_every_word_stands_where_it_stood() -> None:
    said = WORLD.say(TEXT)
    assert said != TEXT and len(said) == len(TEXT)
    assert [m.span() for m in TOKEN.finditer(said)] == [m.span() for m in TOKEN.finditer(TEXT)]
    assert [m[0].isupper() for m in TOKEN.finditer(said)] == [m[0].isupper() for m in TOKEN.finditer(TEXT)]


def test_names_change_alike_and_what_rules_look_for_stays() -> None:
    said = WORLD.say(TEXT)
    assert "Hallisk" not in said and "Velk" not in said and "Karvenia" not in said
    assert WORLD.say("Hallisk").upper() == WORLD.say("HALLISK")
    assert WORLD.say("Karvenia")[:8] == WORLD.say("Karvenian")[:8]
    assert all(word in said for word in ("Soldiers", "Radio Ostrel", "Tuesday", "commander", "denied", "Kyiv"))
    assert WORLD.say_names("nobody else denied what Tomas Velk said") == (
        f"nobody else denied what {WORLD.say('Tomas Velk')} said"
    )


def test_worlds_have_different_words() -> None:
    assert WORLD.say("Hallisk") != Words(WORLD.vocabulary, 4).say("Hallisk")


def test_stems_and_keys_are_those_of_the_new_words() -> None:
    for name in ("Hallisk", "Tomas Velk"):
        assert WORLD.keyed(name_key(name)) == name_key(WORLD.say(name))
    for word in ("Hallisk", "abandoned", "landed"):
        (old,), (new,) = (content_stems(text, (Span(0, len(text)),)) for text in (word, WORLD.say(word)))
        assert WORLD.stemmed(old) == new


@given(st.text())
def test_other_words_stay(text: str) -> None:
    assert len(WORLD.say(text)) == len(text) and Words(WORLD.vocabulary, 0).say(text) == text
