from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.grounding.ground import ground
from sayso.text.sentences import sentences
from sayso.types.attribution import Producer
from sayso.types.claim import ClaimKind
from sayso.types.document import Basis, Document, Known
from sayso.types.event import (
    Argument,
    Certainty,
    EventMention,
    EventType,
    Occurrence,
    Phase,
    Reality,
    Role,
    Stance,
    Status,
)
from sayso.types.reading import Reading
from sayso.types.span import Span

TEXT = "Ruritanian troops did not cross the border near Kharkiv on Monday. Shops in Kharkiv stayed open."
NOT_SO = Status(Occurrence.DID_NOT, Phase.PAST, Reality.ASSERTED)
FOUND = (Producer("model:events", "1"),)


def span(words: str) -> Span:
    begin = TEXT.index(words)
    return Span(begin, begin + len(words))


CROSSING = EventMention(
    span("cross"),
    EventType.MOBILIZE,
    "deploy",
    NOT_SO,
    Certainty.HIGH,
    Stance.NONE,
    (
        Argument(Role.ACTOR, span("Ruritanian troops"), 0.9),
        Argument(Role.PLACE, span("Kharkiv"), 0.9),
        Argument(Role.TIME, span("Monday"), 0.9),
    ),
    0.9,
    FOUND,
)


def reading(text: str, *told: EventMention, published: str | None = None) -> Reading:
    date = Known(published, Basis.METADATA) if published else None
    document = Document("d_0", text, "-", "text", published=date)
    return Reading(document, sentences(text), (), (), (), (), Producer("model:reader", "1"), told)


def test_a_non_event_is_a_claim_with_its_time_and_place() -> None:
    found = ground(reading(TEXT, CROSSING, published="2022-03-09"))
    (event,), (claim,) = found.events, found.claims
    assert event.status.occurrence is Occurrence.DID_NOT
    assert event.place is not None
    assert event.place.location is not None
    assert event.place.location.name == "Kharkiv"
    assert event.time is not None
    assert event.time.edtf == "2022-03-07"
    assert claim.kind is ClaimKind.EVENT
    assert claim.text == "Ruritanian troops did not cross the border near Kharkiv on Monday."


def test_without_the_articles_date_a_weekday_stays_unknown_and_a_warning_says_so() -> None:
    found = ground(reading(TEXT, CROSSING))
    (event,) = found.events
    assert event.time is None or not event.time.known
    assert event.time_reason or (event.time and event.time.reason)
    assert any("date is not known" in w for w in found.warnings)


def test_nothing_falls_back_to_the_date_of_publication() -> None:
    told = replace(CROSSING, arguments=tuple(a for a in CROSSING.arguments if a.role is Role.ACTOR))
    text = TEXT.replace(" on Monday", "")
    (event,) = ground(reading(text, told, published="2022-03-09")).events
    assert event.time is None
    assert event.time_reason


@pytest.mark.parametrize("address", ["http://[broken", "", "no address at all"])
def test_a_broken_address_is_no_harm(address: str) -> None:
    plain = reading(TEXT, CROSSING)
    document = replace(plain.document, url=Known(address, Basis.METADATA))
    assert ground(replace(plain, document=document)).places


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.data())
def test_any_text_with_any_event_is_grounded_within_its_bounds(text: str, data: st.DataObject) -> None:
    told = ()
    if text.strip():
        begin = data.draw(st.integers(0, len(text) - 1))
        trigger = Span(begin, data.draw(st.integers(begin + 1, len(text))))
        told = (replace(CROSSING, trigger=trigger, arguments=(Argument(Role.ACTOR, trigger, 0.5),)),)
    found = ground(reading(text, *told, published="2022-03-09"))
    spans = [t.span for t in found.times] + [p.span for p in found.places] + [s for c in found.claims for s in c.pieces]
    assert all(0 <= s.begin < s.end <= len(text) for s in spans)
