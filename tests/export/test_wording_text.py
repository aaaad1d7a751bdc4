from dataclasses import replace

from sayso.export.format import View
from sayso.export.wording_text import headline, phrase_lines
from sayso.types.attribution import Producer
from sayso.types.reading import RespunPhrase, Wording
from sayso.types.span import Span
from tests.reports import report

HEAD = Producer("model:respun", "1.5")


def phrase(begin: int, end: int, *originals: str) -> RespunPhrase:
    return RespunPhrase(Span(begin, end), 0.876, originals, (HEAD,))


def test_the_headline_says_how_likely_and_how_much() -> None:
    assert headline(Wording(0.938, (phrase(0, 4),))) == "wording respun: likely, 0.93 (1 phrase, listed below)"
    assert headline(Wording(0.5)) == "wording respun: likely, 0.50"
    assert headline(Wording(0.021)) == "wording respun: unlikely, 0.02"


def test_each_phrase_has_its_words_its_place_and_what_may_have_stood_there() -> None:
    reading = report().reading
    text = reading.document.text
    begin = text.index("\n") + 2
    told = replace(reading, wording=Wording(0.9, (phrase(begin, begin + 9, "General Staff", "staff"), phrase(0, 5))))
    lines = list(phrase_lines(told, View(width=200)))
    words = " ".join(text[begin : begin + 9].split())
    assert f"“{words}” perhaps “General Staff” or “staff”" in lines[1]
    assert f"chars {begin}-{begin + 9} · 0.87" in lines[1]
    assert "perhaps" not in lines[2]


def test_hostile_words_are_made_visible() -> None:
    reading = report().reading
    told = replace(reading, wording=Wording(0.9, (phrase(0, 5, "\x1b[31mred"),)))
    assert "\x1b" not in "".join(phrase_lines(told, View()))


def test_a_text_in_its_own_words_lists_nothing() -> None:
    assert list(phrase_lines(report().reading, View())) == []
