"""Claims of a whole document."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.grounding.claims.build import claims
from sayso.text.offsets import LineIndex
from sayso.text.sentences import sentences
from sayso.types.attribution import Attribution, Manner, Polarity
from sayso.types.claim import Claim, ClaimKind
from sayso.types.event import Certainty, Event, EventType, Role, Stance
from sayso.types.reading import Reading
from sayso.types.span import Span
from tests.grounding.claims.support import ARTICLE, event, read, said, told

TEXT = (
    "The Post claims that a number of units went over to the rebels. While there is little evidence of that, the "
    "units have not moved. The army denied that any unit had gone. “The soup was cold,” a guard said. A nurse hoped "
    "the road was open."
)
POST = said(TEXT, "The Post", "claims", "that a number of units went over to the rebels")
ARMY = said(TEXT, "The army", "denied", "that any unit had gone", polarity=Polarity.DENIED)
GUARD = said(TEXT, "a guard", "said", "“The soup was cold,”", manner=Manner.DIRECT)
NURSE = said(TEXT, "A nurse", "hoped", "the road was open")
READING = read(TEXT, POST, ARMY, GUARD, NURSE)
WENT = event(1, told(TEXT, "went over", [(Role.EVIDENCE, "claims")], certainty=Certainty.MIDDLE), told(TEXT, "gone"))
MOVED = event(2, told(TEXT, "moved"), type_=EventType.STATE)


def test_every_event_in_every_voice_and_every_other_content() -> None:
    found = claims(READING, (), (WENT, MOVED))
    assert [(c.text, c.kind, c.event_id) for c in found] == [
        ("A number of units went over to the rebels.", ClaimKind.EVENT, "e_1"),
        ("The units have not moved.", ClaimKind.CONDITION, "e_2"),
        ("The army denied that any unit had gone.", ClaimKind.EVENT, "e_1"),
        ("The soup was cold.", ClaimKind.CONDITION, None),
        ("The road was open.", ClaimKind.OPINION, None),
    ]


def test_voice_certainty_and_stance() -> None:
    first, moved, denied, *_ = claims(READING, (), (WENT, MOVED))
    assert (first.attribution_id, first.chain, first.root) == (POST.id, POST.chain, POST.root)
    assert (moved.attribution_id, moved.chain, moved.root) == (None, (ARTICLE.id,), ARTICLE)
    assert denied.root == ARMY.root
    assert first.certainty is Certainty.MIDDLE
    assert [s.of(TEXT) for s in first.evidence] == ["claims"]
    assert first.stance is Stance.EVIDENCE_AGAINST
    assert [s.of(TEXT) for s in first.stance_spans] == ["little evidence of that"]
    assert moved.stance is Stance.NONE and moved.stance_spans == ()
    assert first.probability < POST.probability


def test_an_opinion_has_no_status() -> None:
    opinion = claims(READING, (), ())[-1]
    assert (opinion.kind, opinion.event_id, opinion.status) == (ClaimKind.OPINION, None, None)


def test_a_text_without_anything_has_no_claims() -> None:
    assert claims(read(""), (), ()) == ()
    assert claims(read("..."), (), ()) == ()


def check(reading: Reading, found: tuple[Claim, ...], events: tuple[Event, ...]) -> None:
    """What holds of the claims of any text."""
    text = reading.document.text
    for claim in found:
        line = " ".join(p.of(text) for p in claim.pieces)
        said = claim.text.removeprefix("… ").removesuffix(" …")
        assert (
            said.removesuffix(".")[1:] == line.rstrip(".")[1:]
            or said.removesuffix(".")[1:] == line.removesuffix(".")[1:]
        )
        assert said[:1] in (line[:1], line[:1].upper())
        assert all(p.end <= len(text) for p in (*claim.pieces, claim.span, *claim.evidence, *claim.stance_spans))
        assert claim.line == LineIndex.of(text).line(claim.span.begin)
        assert (claim.stance is Stance.NONE) == (not claim.stance_spans)
        assert claim.chain[0] == ARTICLE.id
    assert [c.span for c in found] == sorted(c.span for c in found)
    assert len({c.id for c in found}) == len(found)
    assert {c.event_id for c in found if c.event_id} == {e.id for e in events}


WORDS = (
    "the men who fled and , that which after ; “ ” \" ' ( ) . ? : – said killed was to of If in \n\n Marl not évité "
    "don’t 05:30 is taken , but It \t because 🙂 while"
).split(" ")


@st.composite
def documents(draw: st.DrawFn) -> tuple[Reading, tuple[Event, ...]]:
    """Any text with any attributions and events."""
    text = draw(st.one_of(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join), st.text(max_size=80)))
    size = len(text)
    if not size:
        return read(text), ()

    def span() -> Span:
        begin = draw(st.integers(0, size - 1))
        return Span(begin, draw(st.integers(begin + 1, min(size, begin + 30))))

    attributions: list[Attribution] = []
    for _ in range(draw(st.integers(0, 3))):
        base = said("x y z", "x", "y", "z", polarity=draw(st.sampled_from(Polarity)))
        content = span()
        fields = {name: getattr(base, name) for name in base.__slots__}
        fields |= {"content": (content,), "id": f"a_{len(attributions)}"}
        fields |= {"source": (span(),) if draw(st.booleans()) else (), "cue": (span(),) if draw(st.booleans()) else ()}
        attributions.append(Attribution(**fields))
    events = []
    for number in range(draw(st.integers(0, 3))):
        words = [(role, span()) for role in draw(st.lists(st.sampled_from(Role), max_size=2))]
        mention = told(text, span(), [(role, words_.of(text)) for role, words_ in words])
        events.append(event(number, mention))
    return read(text, *attributions), tuple(events)


@settings(max_examples=200, deadline=None)
@given(documents())
def test_any_text_with_any_events_gives_well_formed_claims(made: tuple[Reading, tuple[Event, ...]]) -> None:
    reading, events = made
    check(reading, claims(reading, (), events), events)


def test_one_huge_line_takes_no_long_time() -> None:
    text = "the men who fled, and those that they had shot, were seen in Marl while it burned " * 2500
    triggers = [m.start() for m in re.finditer("shot", text)][:100]
    events = tuple(event(k, told(text, Span(begin, begin + 4))) for k, begin in enumerate(triggers))
    assert len(sentences(text)) == 1
    found = claims(read(text), (), events)
    assert len(found) == 100
    assert all(len(c.text.split()) <= 31 for c in found)


def test_words_far_from_each_other_do_no_harm() -> None:
    text = "Men fled. " + "," * 900 + " left" + " " * 2000 + "."
    mark = said(text, "Men", "fled", "," * 900 + " left")
    found = claims(read(text, mark), (), (event(1, told(text, Span(len(text) - 1, len(text)))),))
    assert len(found) == 2
