from __future__ import annotations

from dataclasses import replace

from sayso.export.news_words import HEADS, KINDS, line, more, record, sentences
from sayso.export.records import dumps
from sayso.types.news import More, News, NewsKind, Stand
from sayso.types.span import Span
from sayso.types.timeline import Words
from sayso.types.weighing import Modality, Origin, OriginKind, Standing
from tests.tellings import article

RUSK = Origin("o_1", OriginKind.NAMED, "Pavel Rusk", (), "Velmar army", True, ("c_1",))
VENN = Origin("o_2", OriginKind.NAMED, "Ada Venn", (), None, False, ("c_2",))
NOBODY = Origin("o_3", OriginKind.UNSOURCED, "Coast Radio", (), None, True, ("c_3",))
ONE = Stand("p_1", Standing.SINGLE, (1, 1), (0, 0))
DENIED = Stand("p_1", Standing.DENIED, (1, 3), (1, 1))
BASE = News(
    NewsKind.DENIED,
    "Troops crossed the Sella.",
    Modality.DEED,
    ONE,
    DENIED,
    "Denied by Pavel Rusk.",
    (RUSK,),
    article=article("d_1", "2031-03-02T10:00:00Z", "The Harbour Post"),
)


def read(found: News) -> str:
    return line(found, lambda id: id)


def test_a_line_says_when_what_who_and_how_it_stood_and_stands() -> None:
    assert read(BASE) == (
        "2 Mar 2031 p_1 first denial: “Troops crossed the Sella.” By Pavel Rusk (The Harbour Post)."
        " Before single origin, now DENIED: 1 to 3 for it, 1 against."
    )


def test_a_new_claim_says_on_whose_word_it_is_and_who_is_against_it() -> None:
    found = replace(BASE, kind=NewsKind.NEW, before=None, after=ONE, modality=Modality.PLAN)
    assert read(found) == (
        "2 Mar 2031 p_1 new claim: “Troops crossed the Sella.” [planned] On the word of Pavel Rusk (The Harbour Post)."
        " Single origin."
    )
    both = replace(found, after=DENIED, who=(RUSK, NOBODY), against=(VENN,))
    assert read(both).endswith(
        "On the word of Pavel Rusk (The Harbour Post). Against it a person of one article."
        " DENIED: 1 to 3 for it, 1 against."
    )
    nobody = replace(
        found,
        who=(NOBODY,),
        article=article("d_1", None, "Coast Radio"),
        after=replace(ONE, standing=Standing.UNSOURCED),
    )
    assert read(nobody).startswith("date unknown p_1 new claim: ")
    assert read(nobody).endswith("By Coast Radio, naming nobody. Unsourced.")


def test_private_persons_are_not_named() -> None:
    found = replace(BASE, who=(VENN,), against=(VENN,))
    assert "Venn" not in read(found) + dumps(record(found))


def test_a_changed_number_has_both_wordings() -> None:
    was, now = (Words("d_1", Span(3, 9), text) for text in ("12 vehicles", "33 vehicles"))
    found = replace(BASE, kind=NewsKind.NUMBER, after=ONE, was=was, now=now)
    assert read(found).endswith(
        "Before “12 vehicles”, now “33 vehicles”, by Pavel Rusk (The Harbour Post). Still single origin."
    )
    assert record(found)["was"] == {"document": "d_1", "span": [3, 9], "text": "12 vehicles"}


def test_another_standing_gives_its_reason_also_where_no_article_is_new() -> None:
    found = replace(BASE, kind=NewsKind.STANDING, who=(), article=None)
    assert read(found) == (
        "no new article p_1 standing changed: “Troops crossed the Sella.”"
        " Before single origin, now DENIED: 1 to 3 for it, 1 against. Denied by Pavel Rusk."
    )


def test_what_was_denied_before_anybody_claimed_it_has_no_standing_of_its_own_before() -> None:
    told = read(replace(BASE, kind=NewsKind.CLAIMED))
    assert (
        "denied before, now claimed: “Troops crossed the Sella.” By Pavel Rusk (The Harbour Post). Now DENIED" in told
    )


def test_a_line_is_one_line_and_safe_for_a_terminal() -> None:
    evil = replace(RUSK, name="Pa\nvel \x1b[31mRusk")
    found = replace(BASE, text="Troops\n\x1b]0;x\x07 " + "crossed " * 99, who=(evil,), reason="a\nb")
    told = read(found)
    assert "\n" not in told and "\x1b" not in told and "\x07" not in told and len(told) < 500


def test_a_program_gets_the_standing_before_and_after() -> None:
    told = record(BASE)
    assert (told["news"], told["claim"], told["standing_before"], told["standing"]) == (
        "denied", "p_1", "single origin", "denied",
    )  # fmt: skip
    assert (told["support"], told["against_before"], told["who"], told["published"]) == (
        [1, 3], [0, 0], ["Pavel Rusk"], "2031-03-02T10:00:00Z",
    )  # fmt: skip
    assert record(replace(BASE, before=None))["support_before"] is None


def test_a_burst_is_told_by_its_number() -> None:
    counts = More(((NewsKind.NEW, 1312), (NewsKind.DENIED, 1)))
    assert more(counts) == "and 1,312 more new claims and 1 more first denial"
    assert record(counts) == {"kind": "more", "counts": {"new": 1312, "denied": 1}}


def test_every_kind_has_its_words() -> None:
    assert set(HEADS) == set(KINDS) == set(NewsKind)


def test_sentences_are_what_a_line_says_of_who_and_how() -> None:
    assert sentences(BASE) == (
        "By Pavel Rusk (The Harbour Post). Before single origin, now DENIED: 1 to 3 for it, 1 against."
    )
