import io
import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.export import Show, View
from sayso.export.text import write
from sayso.export.visible import UNSAFE, cells
from sayso.types.attribution import VoiceKind
from sayso.types.claim import Report
from sayso.types.span import Span
from tests.odd import odd_reports
from tests.readings import REJECTION, document, plain, voice
from tests.reports import bare, report

PLAIN = """\
Battalions refuse to cross, letter says
harbour.txt · The Harbour Post (from the page's data) · 14 Oct 2023 (as given)
7 attributions on the word of 5 voices: 2 quoted, 5 reported, 1 denied, 1 withheld, 1 relayed

  1  A report by the Meridian Daily claims:
     that two battalions refused to cross the Sella
     on whose word: opposition sources (unnamed) > Meridian Daily (outlet) > this article
     reported speech · confidence 0.97 · line 3, chars 41-125

      2  citing opposition sources:
         that two battalions refused to cross the Sella
         on whose word: opposition sources (unnamed) > Meridian Daily (outlet) > this article
         reported speech · relayed by 1 · confidence 0.97 · line 3, chars 79-152

  3  said Ilse Marrow, adviser to the exiled leader:
     “They have no answer,”
     on whose word: Ilse Marrow (person) > this article
     direct quotation · confidence 0.97 · line 4, chars 154-223

  4  she [Ilse Marrow] added:
     “Nobody has 🤷,”
     on whose word: Ilse Marrow (person) > this article
     direct quotation · confidence 0.88 · line 4, chars 225-250

  5  The ministry denied:
     that an order had been given
     on whose word: ministry (organisation) > this article
     the source denies this · reported speech · confidence 0.97 · line 5, chars 252-300

  6  Hale declined to comment on:
     the letter
     on whose word: Hale (person, no public role given) > this article
     the source does not say · reported speech · confidence 0.97 · line 5, chars 302-340

  7  was reported [nobody named]:
     that hospitals have been set up
     on whose word: nobody named > this article
     reported speech · confidence 0.41 · line 6, chars 345-389

On whose word the text rests
   50%  this article's own voice
   20%  opposition sources (unnamed) · 2 attributions
   15%  Ilse Marrow (person) · 2 attributions, 2 quoted
    5%  ministry (organisation) · 1 attribution
   10%  nobody named · 1 attribution
On named voices 20%, on unnamed ones 30%, on nobody (the article's own voice) 50%.

Mind
  - the byline could not be read
"""


CLAIMS = """\
  1  DID NOT HAPPEN   Two brigades of the Velmar army have not crossed the Sella.
     on whose word    this article
     when             about 8 Mar 2022: “almost two weeks into”, counted from 24 Feb 2022, Russia's
                      invasion of Ukraine (table of dated events)
     where            not known: “Sella” (the gazetteer has no place of that name)
     event            MOBILIZE/deploy (“crossed”) · who: Two brigades · line 3, chars 49-107 ·
                      confidence 0.81

  2  REPORTED         The 4th Brigade went over to Norrin on March 2.
     on whose word    opposition sources (unnamed) > Meridian Daily (outlet) > this article
     when             2 Mar 2022: “March 2”
     where            not said (no words of place stand with it)
     how sure         low: “little evidence of that”; the article gives evidence against it: “There
                      is little evidence”
     event            RETREAT/defect (“went over”) · who: 4th Brigade · line 4, chars 173-219 ·
                      confidence 0.90
"""


def written(*outcomes, **view) -> str:
    out = io.StringIO()
    write(outcomes, out, View(**view))
    return out.getvalue()


def said(*outcomes, **view) -> str:
    """The list of attributions."""
    return written(*outcomes, show=Show.ATTRIBUTIONS, **view)


def test_attributions_are_listed_where_they_are_asked_for() -> None:
    assert said(bare(plain())) == PLAIN
    assert "What is claimed" not in said(report()) and "DID NOT HAPPEN" not in said(report())


def test_claims_are_what_one_gets_unasked() -> None:
    text = written(report())
    assert CLAIMS in text
    assert text.splitlines()[2].startswith(
        "10 claims on the word of 4 voices and the article itself: 1 happened, 1 did"
    )
    assert text.splitlines()[4].startswith("4 attributions on the word of 4 voices")
    assert "said Ilse Marrow:" not in text
    assert text.index("  1  DID NOT HAPPEN") < text.index(" 10  opinion") < text.index("On whose word the text rests")
    assert text.index("  - the byline could not be read") < text.index("  - “June 31” is no day of any calendar")


def test_both_lists_come_under_headings() -> None:
    text = written(report(), show=Show.ALL)
    assert text.index("What is claimed") < text.index("  1  DID NOT HAPPEN") < text.index("Who says what")
    assert text.index("Who says what") < text.index("  2  said Ilse Marrow")


def test_a_text_without_claims_says_so() -> None:
    assert "no claims: nothing in this text was found" in written(bare(plain()))


def test_unknown_facts_are_said_to_be_unknown() -> None:
    lines = said(bare(replace(plain(), document=document(origin="-")))).splitlines()
    assert lines[0] == "standard input · title unknown · outlet unknown · date unknown"


def test_nothing_attributed_is_said_plainly() -> None:
    text = said(bare(replace(plain(), attributions=(), voices=())))
    assert "no attributions: nothing is given as somebody's words" in text


def test_explain_adds_producers_rule_basis_and_places() -> None:
    text = said(bare(plain()), explain=True)
    assert "read by model:small 1.2" in text
    assert "found by: model:attribution 1.2, rule:pronoun 3" in text
    assert "source resolved to Ilse Marrow by: pronoun" in text
    assert "whom it cites: see 2" in text
    assert "characters: source none; cue 345-357; content 358-389" in text


def test_articles_are_parted_and_rejections_left_to_the_caller() -> None:
    text = said(REJECTION, bare(plain()), REJECTION, bare(plain()))
    assert text == PLAIN + "\n" + "─" * 100 + "\n\n" + PLAIN


def test_colour_changes_nothing_but_colour_and_bars() -> None:
    for show in Show:
        plain_text, coloured = (written(report(), show=show, colour=colour) for colour in (False, True))
        stripped = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
        assert re.sub(r" *█* {2,}", "  ", stripped) == re.sub(r" {2,}", "  ", plain_text)
        assert stripped != coloured


def test_a_long_content_is_shortened_and_says_by_how_much() -> None:
    long = " ".join(f"word{k}" for k in range(200))
    reading = plain()
    one = replace(reading.attributions[2], source=(), cue=(), content=(Span(0, len(long)),))
    text = said(bare(replace(reading, document=document(long), attributions=(one,), sentences=(), mentions=())))
    shown = re.findall(r"word\d+", text)
    left_out = re.search(r"… \[(\d+) more words\]", text)
    assert left_out and len(shown) + int(left_out[1]) == 200
    assert shown[0] == "word0"


def test_a_source_without_end_does_not_flood_the_terminal() -> None:
    endless = "x" * 100_000
    reading = plain()
    speaker = replace(voice(VoiceKind.UNNAMED), name=endless)
    one = replace(reading.attributions[2], source=(Span(0, len(endless)),), cue=(), content=(), voice=speaker)
    text = said(bare(replace(reading, document=document(endless), attributions=(one,), sentences=(), mentions=())))
    assert len(text) < 5_000


@given(odd_reports())
@settings(max_examples=60)
def test_hostile_text_reaches_no_terminal(report: Report) -> None:
    text = written(report, width=50, explain=True, show=Show.ALL)
    assert not UNSAFE.search(text.replace("\n", ""))


@given(odd_reports(), st.sampled_from((60, 80, 100)))
@settings(max_examples=60)
def test_no_line_is_wider_than_asked_for(report: Report, width: int) -> None:
    text = written(report, width=width, show=Show.ALL, explain=True)
    assert all(cells(line) <= width for line in text.splitlines())
