from collections.abc import Callable

from sayso.reading.voices.resolve import resolve
from sayso.text.sentences import sentences
from sayso.types.attribution import VoiceKind
from sayso.types.document import Document
from sayso.types.raw import RawAttribution

Marked = Callable[[str], tuple[str, tuple[RawAttribution, ...]]]


def test_the_innermost_content_counts(marked: Marked, document: Callable[..., Document]) -> None:
    text, raw = marked("{1s:Ann} {1q:says} {1c:aa {2s:Bo} {2q:says} {2c:“bbb”}}")
    _, _, voices = resolve(document(text), sentences(text), (), raw)
    assert [(v.voice.name, round(v.share * 20), v.attributions, v.direct) for v in voices] == [
        (None, 7, 0, 0),
        ("Ann", 8, 1, 0),
        ("Bo", 5, 1, 1),
    ]


def test_a_text_without_attributions_is_the_articles_own(document: Callable[..., Document]) -> None:
    for text in ("Rain.", " "):
        _, _, (only,) = resolve(document(text), sentences(text), (), ())
        assert (only.voice.kind, only.voice.name, only.share) == (VoiceKind.ARTICLE, None, 1.0)
