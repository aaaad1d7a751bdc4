from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export import words
from sayso.types.attribution import VoiceKind
from sayso.types.document import Basis, Known
from tests.readings import ARTICLE, HALE, MARROW, NOBODY, REJECTION, SOURCES, TEXT, document, plain


@pytest.mark.parametrize(
    ("voice", "name", "kind"),
    [
        (ARTICLE, "this article", ""),
        (NOBODY, "nobody named", ""),
        (SOURCES, "opposition sources", "unnamed"),
        (MARROW, "Ilse Marrow", "person"),
        (HALE, "Hale", "person, no public role given"),
        (None, "a voice that is not described", ""),
    ],
)
def test_voices_in_words(voice, name: str, kind: str) -> None:
    assert (words.voice_name(voice), words.voice_kind(voice)) == (name, kind)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2022-03-08", "8 Mar 2022"),
        ("2022-03-08T14:05:00+02:00", "8 Mar 2022, 14:05 UTC+02:00"),
        ("2022-03-08T14:05:00", "8 Mar 2022, 14:05"),
        ("last week", "last week"),
        ("2022-13-45", "2022-13-45"),
    ],
)
def test_dates(value: str, shown: str) -> None:
    assert words.date(value) == shown


def test_a_date_says_how_it_is_known_or_that_it_is_not() -> None:
    assert words.published(document()) == "date unknown"
    dated = document(published=Known("2022-03-08", Basis.TEXT))
    assert words.published(dated) == "8 Mar 2022 (from the text)"


@pytest.mark.parametrize(("share", "shown"), [(0, "0%"), (0.001, "<1%"), (0.374, "37%"), (0.999, ">99%"), (1, "100%")])
def test_a_share_is_never_rounded_to_none_or_all(share: float, shown: str) -> None:
    assert words.percent(share) == shown


@given(st.floats(0, 1))
def test_confidence_never_looks_surer_than_it_is(probability: float) -> None:
    assert float(words.confidence(probability)) <= probability + 1e-8


def test_confidence_keeps_round_figures() -> None:
    assert words.confidence(0.29) == "0.29"


def test_lists_read_aloud() -> None:
    assert [words.listed(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_words_of_the_text_are_quoted_on_one_line() -> None:
    assert words.quoted("two\n weeks ") == "“two weeks”"


def test_the_counts_of_a_reading() -> None:
    line = words.counts(plain())
    assert line == "7 attributions on the word of 5 voices: 2 quoted, 5 reported, 1 denied, 1 withheld, 1 relayed"


def test_no_attributions_are_said_to_be_none() -> None:
    assert words.counts(replace(plain(), attributions=())) == "no attributions"


def test_the_shares_of_a_reading() -> None:
    assert words.shares(plain()) == "On named voices 20%, on unnamed ones 30%, on nobody (the article's own voice) 50%"


@pytest.mark.parametrize(
    ("index", "saying"),
    [
        (0, "A report by the Meridian Daily claims"),
        (1, "citing opposition sources"),
        (2, "said Ilse Marrow, adviser to the exiled leader"),
        (3, "she [Ilse Marrow] added"),
        (6, "was reported [nobody named]"),
    ],
)
def test_source_and_cue_read_as_written(index: int, saying: str) -> None:
    assert " ".join(said for said, _ in words.saying(plain().attributions[index], TEXT)) == saying


def test_a_name_is_not_repeated_for_its_capital_letter() -> None:
    attribution = replace(plain().attributions[4], voice=replace(SOURCES, name="the MINISTRY"))
    assert [role for _, role in words.saying(attribution, TEXT)] == ["source", "cue"]


def test_unmarked_source_and_cue_are_said_to_be() -> None:
    attribution = replace(plain().attributions[4], source=(), cue=(), voice=replace(SOURCES, name="ministry"))
    assert words.saying(attribution, TEXT) == [("[ministry]", "voice")]


def test_facts_tell_manner_relay_confidence_and_place() -> None:
    assert words.facts(plain().attributions[1], 1) == [
        "reported speech",
        "relayed by 1",
        "confidence 0.97",
        "line 3, chars 79-152",
    ]


def test_an_explanation_names_producers_rule_and_places() -> None:
    lines = words.explanation(plain().attributions[3], None)
    assert lines[0] == "found by: model:attribution 1.2, rule:pronoun 3"
    assert lines[1] == "source resolved to Ilse Marrow by: pronoun"
    assert lines[2].startswith("characters: source 241-244; cue 245-250; content ")
    assert "whom it cites: see 2" in words.explanation(plain().attributions[0], 2)


def test_an_article_in_a_summary_is_its_own_voice() -> None:
    assert words.summary_name(ARTICLE) == "this article's own voice"


def test_what_a_voice_gave() -> None:
    assert words.voice_facts(2, 1) == "2 attributions, 1 quoted"
    assert words.voice_facts(1, 0) == "1 attribution"
    assert words.voice_facts(0, 0) == ""


def test_a_rejection_names_its_origin_once() -> None:
    assert words.rejection(REJECTION) == "broken.txt: the file is empty; give one with text"
    told = replace(REJECTION, message="broken.txt: the file is empty")
    assert words.rejection(told) == "broken.txt: the file is empty"


def test_every_kind_of_voice_is_named_unnamed_or_the_article() -> None:
    assert set(words.NAMED) | {VoiceKind.UNNAMED, VoiceKind.ARTICLE} == set(VoiceKind)
