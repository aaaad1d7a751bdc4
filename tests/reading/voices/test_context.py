from collections.abc import Callable

from sayso.reading.voices.context import Context, Said, as_found
from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.names import Name
from sayso.reading.voices.nesting import link
from sayso.reading.voices.referents import referents
from sayso.reading.voices.sources import read_source
from sayso.reading.voices.words import words
from sayso.text.sentences import sentences
from sayso.types.raw import RawAttribution
from sayso.types.span import Span

Marked = Callable[[str], tuple[str, tuple[RawAttribution, ...]]]
TEXT = (
    "Lund says no\n\n{1s:The ministry} {1q:said} {1c:it rained}. {2s:Marta Lund} {2q:said} {2c:no}. "
    "{3s:The ministry of war} {3q:said} {3c:Marta Lund left}."
)


def made(marked: Marked, lexicon: Lexicon, named: Callable[..., tuple[Name, ...]]) -> Context:
    text, raw = marked(TEXT)
    names = named(text, persons=["Marta Lund"])
    speakers = [read_source(text, r.source, names, lexicon) for r in raw]
    context = Context(
        text=text,
        words=words(text, 0, len(text)),
        body=14,
        sentences=sentences(text),
        raw=raw,
        links=link(text, raw, lexicon),
        names=names,
        referents=referents(text, names, speakers, "", lexicon),
        speakers=speakers,
        lexicon=lexicon,
    )
    for k, speaker in enumerate(speakers):
        context.add(Said(k, context.place(k), speaker, as_found(speaker)))
    return context


def test_nearest_voices_come_first(marked: Marked, lexicon: Lexicon, named: Callable[..., tuple[Name, ...]]) -> None:
    context = made(marked, lexicon, named)
    assert [s.index for s in context.before(context.place(2))] == [1, 0]
    assert [s.index for s in context.behind(context.place(0))] == [1, 2]


def test_names_in_a_stretch_come_last_first(
    marked: Marked, lexicon: Lexicon, named: Callable[..., tuple[Name, ...]]
) -> None:
    context = made(marked, lexicon, named)
    places = [p for p, _ in context.named(0, len(context.text))]
    assert places == sorted(places, reverse=True)
    assert len(places) == 2
    assert [context.text[p : p + 4] for p in places] == ["Mart", "Mart"]


def test_what_lies_in_a_content(marked: Marked, lexicon: Lexicon, named: Callable[..., tuple[Name, ...]]) -> None:
    context = made(marked, lexicon, named)
    told = [context.inside_content(p) for p, _ in context.named(0, len(context.text))]
    assert told == [True, False]


def test_referents_by_place_and_words_by_noun(
    marked: Marked, lexicon: Lexicon, named: Callable[..., tuple[Name, ...]]
) -> None:
    context = made(marked, lexicon, named)
    begin = context.text.index("Marta")
    found = context.referent_at(Span(begin + 6, begin + 8))
    assert found is not None
    assert found.name.of(context.text) == "Marta Lund"
    assert context.referent_at(Span(14, 17)) is None
    assert [context.words[k].key for k in context.occurrences("ministry")] == ["ministry", "ministry"]


def test_sentences_by_offset(marked: Marked, lexicon: Lexicon, named: Callable[..., tuple[Name, ...]]) -> None:
    context = made(marked, lexicon, named)
    for k, sentence in enumerate(context.sentences):
        assert context.sentence(sentence.span.begin) == context.sentence(sentence.span.end) == k
