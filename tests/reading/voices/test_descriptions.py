from collections.abc import Callable

import pytest

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.names import Name
from sayso.reading.voices.sources import read_source
from sayso.types.attribution import VoiceKind
from sayso.types.span import Span

BODY, OUTLET = VoiceKind.ORGANISATION, VoiceKind.OUTLET
DOCUMENT, UNNAMED = VoiceKind.DOCUMENT, VoiceKind.UNNAMED


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the ministry", BODY),
        ("the defence minister", BODY),
        ("Pskov's governor", BODY),
        ("a minister", UNNAMED),
        ("an adviser to the governor", UNNAMED),
        ("the governor's wife", UNNAMED),
        ("opposition sources", UNNAMED),
        ("three officials", UNNAMED),
        ("residents of Izium", UNNAMED),
        ("reports", UNNAMED),
        ("Unconfirmed reports", UNNAMED),
        ("the report", DOCUMENT),
        ("a video posted on Friday", DOCUMENT),
        ("satellite images", DOCUMENT),
        ("U.N. figures", DOCUMENT),
        ("an intercepted call", DOCUMENT),
        ("the newspaper", OUTLET),
        ("two tabloids", UNNAMED),
        ("a website that counts graves", UNNAMED),
        ("two charities", UNNAMED),
        ("the charity", BODY),
        ("a relief committee", UNNAMED),
        ("a UN agency", UNNAMED),
        ("the relief committee", BODY),
        ("a morning paper", UNNAMED),
        ("the opposition paper", OUTLET),
        ("a paper on drones", DOCUMENT),
        ("a live camera on the square", DOCUMENT),
        ("the archbishop", BODY),
        ("rebels", UNNAMED),
        ("the rebels", BODY),
        ("both sides", UNNAMED),
        ("the Armenian side", BODY),
        ("the Ukrainians", BODY),
        ("the palace", BODY),
        ("the watchman", UNNAMED),
        ("A rebel", UNNAMED),
    ],
)
def test_kinds_by_head_noun(lexicon: Lexicon, text: str, kind: VoiceKind) -> None:
    assert read_source(text, (Span(0, len(text)),), (), lexicon).kind is kind


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("a spokesman for the General Staff", "the general staff"),
        ("Russia's foreign ministry spokeswoman", "russia foreign ministry"),
        ("the coalition's talker", "coalition"),
        ("its spokesman", "its"),
        ("its editors", "its"),
        ("its adviser", ""),
        ("a statement by the border guard", "the border guard"),
        ("a statement carried by the agency", ""),
        ("Beijing's version", "beijing"),
        ("a statement issued on Monday by the palace", "the palace"),
    ],
)
def test_who_stands_behind(lexicon: Lexicon, text: str, behind: str) -> None:
    found = read_source(text, (Span(0, len(text)),), (), lexicon)
    assert " ".join(w.key for w in found.behind) == behind


def test_a_report_by_a_known_outlet_speaks_for_it(lexicon: Lexicon) -> None:
    text = "a report by the newspaper"
    assert read_source(text, (Span(0, len(text)),), (), lexicon).kind is OUTLET
    text = "a 60-page report published on Monday by the newspaper"
    assert read_source(text, (Span(0, len(text)),), (), lexicon).kind is OUTLET
    text = "a report seen by the newspaper"
    assert read_source(text, (Span(0, len(text)),), (), lexicon).kind is DOCUMENT


def test_the_apposition_tells_more_than_a_general_noun(lexicon: Lexicon) -> None:
    text = "the second guest, a retired colonel"
    found = read_source(text, (Span(0, len(text)),), (), lexicon)
    assert found.name is not None
    assert found.name.of(text) == "retired colonel"


def test_quotation_marks_around_a_body_make_it_unnamed(lexicon: Lexicon) -> None:
    text = "“military authorities”"
    assert read_source(text, (Span(1, len(text) - 1),), (), lexicon).kind is UNNAMED


def test_observers_speak_for_the_named_body_that_sent_them(
    lexicon: Lexicon, named: Callable[..., tuple[Name, ...]]
) -> None:
    text = "Observers of the Lake Mission"
    names = named(text, organisations=["Lake Mission"])
    found = read_source(text, (Span(0, len(text)),), names, lexicon)
    assert " ".join(w.key for w in found.behind) == "the lake mission"
    text = "Observers of the war"
    assert read_source(text, (Span(0, len(text)),), (), lexicon).behind == ()
