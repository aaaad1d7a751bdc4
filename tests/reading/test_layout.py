from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.layout import by_layout

TRANSCRIPT = """The minister spoke to Radio Lund.

HOST: Did the column cross the bridge?

MARTA VEIL (by telephone): No. It turned back at noon.
HOST: Who says so?"""


def test_labelled_lines_of_a_transcript_are_attributions() -> None:
    found = [(a.source[0].of(TRANSCRIPT), a.content[0].of(TRANSCRIPT)) for a in by_layout(TRANSCRIPT)]
    assert found == [
        ("HOST", "Did the column cross the bridge?"),
        ("MARTA VEIL", "No. It turned back at noon."),
        ("HOST", "Who says so?"),
    ]


def test_one_labelled_line_or_an_editors_note_is_none() -> None:
    assert by_layout("WARSAW: the river is high.") == ()
    assert by_layout("NOTE: names were changed.\nEDITOR: a word was cut.") == ()


def test_quotation_signed_behind_or_below_it() -> None:
    text = 'What readers say:\n\n“We saw no tank.” — Olha Marchuk, Sumy\n\n"They left at dawn."\n\n- Ivan Petrenko.\n'
    found = [(a.source[0].of(text), a.cue[0].of(text), a.content[0].of(text)) for a in by_layout(text)]
    assert found == [
        ("Olha Marchuk", "—", "“We saw no tank.”"),
        ("Ivan Petrenko", "-", '"They left at dawn."'),
    ]


def test_an_agency_or_a_dash_within_a_sentence_signs_nothing() -> None:
    assert by_layout('He called it "my town."\n\n- Reuters.') == ()
    assert by_layout("“We never saw a tank” — Olha said — “nor a lorry.”") == ()


@given(st.text(alphabet='AB:\n “”"-—ab.,()', max_size=80))
def test_every_span_lies_in_the_text_and_is_not_empty(text: str) -> None:
    for a in by_layout(text):
        for span in (*a.source, *a.cue, *a.content):
            assert 0 <= span.begin < span.end <= len(text)
            assert span.of(text) == span.of(text).strip()
