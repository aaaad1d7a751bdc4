import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.session import Model
from sayso.reading.spans import read_text
from sayso.types.raw import RawAttribution
from sayso.types.span import Span

ARTICLE = (
    "“We have not crossed the river,” said Marta Lund, a spokeswoman for the ministry.\n\n"
    "The Harbour Post reported that two battalions refused the order, citing opposition sources. "
    "The general denied that any soldier had been arrested. The embassy declined to comment.\n"
)


def cut(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [s.of(text) for s in spans]


def by_cue(found: tuple[RawAttribution, ...], cue: str) -> RawAttribution:
    return next(a for a in found if cut(ARTICLE, a.cue) == [cue])


def test_direct_speech_has_its_source_cue_and_content(model: Model) -> None:
    a = by_cue(read_text(model, ARTICLE, "news").attributions, "said")
    assert cut(ARTICLE, a.source)[0].startswith("Marta Lund")
    assert cut(ARTICLE, a.content) == ["“We have not crossed the river,”"]
    assert a.probability > 0.8


def test_denial_is_less_affirmed_than_a_report(model: Model) -> None:
    found = read_text(model, ARTICLE, "news").attributions
    denied, reported = by_cue(found, "denied"), by_cue(found, "reported")
    assert denied.polarity_score is not None and reported.polarity_score is not None
    assert denied.polarity_score > 0.5 > reported.polarity_score


def test_bare_refusal_is_kept_with_the_words_that_follow(model: Model) -> None:
    a = by_cue(read_text(model, ARTICLE, "news").attributions, "declined")
    assert cut(ARTICLE, a.source) == ["The embassy"]
    assert cut(ARTICLE, a.content) == ["to comment"]


def test_names_are_typed(model: Model) -> None:
    found = {m.span.of(ARTICLE): m.type.value for m in read_text(model, ARTICLE, "news").mentions}
    assert found.get("Marta Lund") == "PERSON"


def test_words_without_saying_give_nothing(model: Model) -> None:
    assert read_text(model, "The column moved north. It rained for two days.", "news").attributions == ()
    assert read_text(model, " \n\t ", "news").mentions == ()


@settings(deadline=None, max_examples=30)
@given(
    st.lists(
        st.sampled_from(
            [
                "“Yes,”",
                "said",
                "she",
                "قال",
                "🚨",
                "e\u0301t\u0301",
                "the ministry",
                "denied",
                "\n\n",
                ".",
                "that",
                "\u202e",
                "x" * 300,
            ]
        ),
        max_size=60,
    )
)
def test_spans_are_ordered_apart_and_inside_any_text(model: Model, parts: list[str]) -> None:
    text = " ".join(parts)
    raw = read_text(model, text, "news")
    assert len(raw.evidence) == len(raw.attributions)
    for a in raw.attributions:
        assert a.content
        for spans in (a.source, a.cue, a.content):
            assert all(x.end <= y.begin for x, y in zip(spans, spans[1:], strict=False))
            assert all(s.end <= len(text) and s.of(text).strip() for s in spans)


def test_reading_leaves_the_callers_arithmetic_alone(model: Model) -> None:
    read_text(model, ARTICLE, "news")
    assert sys.float_info.min / 2 > 0  # a subnormal number: lost when a library flushes them to zero for everybody


def test_a_long_text_is_read_alike_in_parts(model, monkeypatch) -> None:
    text = "\n\n".join(f"{ARTICLE}\n\nEdition {k}." for k in range(6))
    whole = read_text(model, text, "news")
    monkeypatch.setattr("sayso.reading.encoding.PART", 1)
    assert read_text(model, text, "news") == whole
    assert len(whole.events) > 6
