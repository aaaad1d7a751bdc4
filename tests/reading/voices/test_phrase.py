import pytest

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.phrase import Phrase, description, take_apart
from sayso.reading.voices.words import words


def apart(text: str, lexicon: Lexicon) -> Phrase:
    return take_apart(words(text, 0, len(text)), lexicon)


@pytest.mark.parametrize(
    ("text", "noun", "determiner", "after"),
    [
        ("a letter seen by Kestrel News", "letter", "a", "seen by kestrel news"),
        ("officials briefing reporters", "official", "", "briefing reporters"),
        ("a police briefing", "briefing", "a", ""),
        ("the prime minister", "prime minister", "the", ""),
        ("Resolution 2981", "resolution", "", ""),
        ("Mali's ruling junta", "junta", "", ""),
        ("a self-styled sub-commander", "commander", "a", ""),
        ("two officials who asked not to be named", "official", "two", "who asked not to be named"),
    ],
)
def test_head_nouns(lexicon: Lexicon, text: str, noun: str, determiner: str, after: str) -> None:
    phrase = apart(text, lexicon)
    assert (phrase.noun, phrase.determiner) == (noun, determiner)
    assert " ".join(w.key for w in phrase.after if not w.key.isdigit()) == after


def test_owner_and_modifiers(lexicon: Lexicon) -> None:
    phrase = apart("the Continental Mirror's sister paper in Riga", lexicon)
    assert [w.key for w in phrase.owner] == ["continental", "mirror"]
    assert [w.key for w in phrase.modifiers] == ["sister"]
    assert not phrase.bare
    assert apart("the ministry", lexicon).bare


def test_number_and_definiteness(lexicon: Lexicon) -> None:
    assert apart("two officials", lexicon).plural
    assert not apart("the official", lexicon).plural
    assert apart("his commander", lexicon).definite
    assert not apart("officials", lexicon).definite


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a letter seen by Kestrel News, dated Monday", "letter seen by Kestrel News"),
        ("a diplomat close to the talks who asked not to be named", "diplomat close to the talks"),
        ("a woman who lost her house", "woman who lost her house"),
        ("his commander", "his commander"),
        ("the rescue service there", "rescue service"),
        ("The", "The"),
    ],
)
def test_descriptions_as_names(lexicon: Lexicon, text: str, name: str) -> None:
    assert description(apart(text, lexicon)).of(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a decree published on the state portal late on Monday", "decree published on the state portal"),
        ("Images taken on Saturday", "Images taken on Saturday"),
    ],
)
def test_the_day_of_publication_is_no_part_of_a_documents_name(lexicon: Lexicon, text: str, name: str) -> None:
    assert description(apart(text, lexicon)).of(text) == name
