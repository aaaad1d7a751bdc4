from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.quoted import levels, whole_quotations
from sayso.text.quotes import quotations
from sayso.types.raw import RawAttribution
from sayso.types.span import Span


def attribution(text: str, source: str, cue: str, content: str) -> RawAttribution:
    def span(part: str) -> tuple[Span, ...]:
        begin = text.index(part)
        return (Span(begin, begin + len(part)),)

    return RawAttribution(span(source), span(cue), span(content), 0.9)


def contents(text: str, raw: RawAttribution) -> list[str]:
    return [s.of(text) for s in whole_quotations(raw, levels(quotations(text))).content]


def test_content_cut_within_a_quotation_gets_all_of_it() -> None:
    text = "She said: “We left at dawn. Nobody shot at us.” Then she hung up."
    assert contents(text, attribution(text, "She", "said", "left at dawn.")) == [
        "“We left at dawn. Nobody shot at us.”"
    ]


def test_indirect_content_that_reaches_into_a_quotation_is_widened_at_that_end_only() -> None:
    text = "She said they left “at dawn, quietly”, and hung up."
    assert contents(text, attribution(text, "She", "said", "they left “at dawn")) == ["they left “at dawn, quietly”"]


def test_a_quotation_inside_another_is_widened_to_the_outer_one() -> None:
    text = "He said: “They shouted ‘go home now’ at us.”"
    assert contents(text, attribution(text, "He", "said", "home")) == ["“They shouted ‘go home now’ at us.”"]


def test_an_attribution_inside_a_quotation_does_not_grow_to_its_marks() -> None:
    text = "“The men ask why they should go,” she said."
    assert contents(text, attribution(text, "The men", "ask", "why they should go,")) == ["why they should go,"]
    text = "“We left, she said, at dawn.”"
    assert contents(text, attribution(text, "she", "said", "at dawn")) == ["at dawn"]


def test_content_outside_quotations_is_left_alone() -> None:
    text = "She said they left. “At dawn,” he added."
    assert contents(text, attribution(text, "She", "said", "they left")) == ["they left"]


@given(st.text(alphabet='ab “”‘’"\n', max_size=40), st.data())
def test_pieces_only_grow_and_never_overlap(text: str, data: st.DataObject) -> None:
    if len(text) < 2:
        return
    begin = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(begin + 1, len(text)))
    raw = RawAttribution((), (), (Span(begin, end),), 0.5)
    found = whole_quotations(raw, levels(quotations(text))).content
    assert found[0].begin <= begin and end <= found[-1].end <= len(text)
    assert all(a.end < b.begin for a, b in zip(found, found[1:], strict=False))
