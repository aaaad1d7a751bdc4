from collections.abc import Callable

import pytest

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.names import Name
from sayso.reading.voices.runs import with_missed
from sayso.types.span import Span


@pytest.mark.parametrize(
    ("source", "name", "person"),
    [
        ("Marta Lund, adviser to the leader", "Marta Lund", True),
        ("Colonel Abel Roth", "Abel Roth", True),
        ("the monitoring group Sky Register", "Sky Register", False),
        ("Lake News Now", "Lake News Now", False),
        ("the JCS", "JCS", False),
        ("Minsk", "Minsk", False),
    ],
)
def test_names_without_a_mention(lexicon: Lexicon, source: str, name: str, person: bool) -> None:
    found = with_missed(source, [(Span(0, len(source)),)], (), lexicon)
    assert [(n.span.of(source), n.person) for n in found] == [(name, person)]


@pytest.mark.parametrize("source", ["Officials", "He", "Two officials", "FISHERMEN SAID", "The ministry", "Belarusian"])
def test_no_names(lexicon: Lexicon, source: str) -> None:
    assert with_missed(source, [(Span(0, len(source)),)], (), lexicon) == ()


def test_a_longer_run_takes_the_place_of_its_part(lexicon: Lexicon, named: Callable[..., tuple[Name, ...]]) -> None:
    text = "The station Radio Plyos said"
    found = with_missed(text, [(Span(0, 23),)], named(text, organisations=["Plyos"]), lexicon)
    assert [n.span.of(text) for n in found] == ["Radio Plyos"]


def test_a_surname_by_itself_is_a_person(lexicon: Lexicon, named: Callable[..., tuple[Name, ...]]) -> None:
    text = "Percy Lang came. LANG: no"
    found = with_missed(text, [(Span(17, 21),)], named(text, persons=["Percy Lang"]), lexicon)
    assert [(n.span.of(text), n.person) for n in found] == [("Percy Lang", True), ("LANG", True)]


def test_the_label_of_a_transcripts_line_is_a_person(lexicon: Lexicon) -> None:
    text = "MARTA VEIL: No.\nARMY COMMAND: Yes."
    found = with_missed(text, [(Span(0, 10),), (Span(16, 28),)], (), lexicon)
    assert [(n.span.of(text), n.person) for n in found] == [("MARTA VEIL", True)]
