from __future__ import annotations

from datetime import date

from sayso.grounding.events.settings import (
    NO_TIME,
    UNDATED,
    UNLISTED,
    apart_in_space,
    apart_in_time,
    names_of_places,
    nearby,
    opening,
    place_of,
    time_of,
)
from sayso.grounding.times.normalise import read_times
from sayso.text.sentences import sentences
from sayso.types.event import EventType
from sayso.types.span import Span
from tests.grounding.events.support import mention, place, spot

TEXT = (
    "On 2 March guards shelled homes in Orvik, near the village of Tell Aswad in Sellanda. "
    "They burned a mill on Friday, said a man from Brenn. It burned for some time at the quay."
)
PLACES = [place(TEXT, "Orvik"), place(TEXT, "Sellanda", point=False), place(TEXT, "Brenn")]
WHOLE = sentences(TEXT)


def test_the_most_exact_place_of_its_words_is_taken() -> None:
    m = mention(TEXT, "shelled", EventType.ASSAULT, place="Orvik, near the village of Tell Aswad in Sellanda")
    found = place_of(m, TEXT, PLACES)
    assert found is not None
    assert found.name == "Orvik"


def test_words_of_place_that_name_none_are_kept_with_the_reason() -> None:
    found = place_of(mention(TEXT, "burned", EventType.ASSAULT, place="the quay"), TEXT, PLACES)
    assert found is not None
    assert (found.name, found.location, found.reason) == ("the quay", None, UNLISTED)
    assert place_of(mention(TEXT, "burned", EventType.ASSAULT), TEXT, PLACES) is None


def test_a_place_nearby_counts_only_where_the_words_put_the_event_there() -> None:
    shelled, burned = (mention(TEXT, w, EventType.ASSAULT) for w in ("shelled", "burned"))
    alone = [PLACES[0]]
    found = nearby(shelled, TEXT, alone, WHOLE[0].span)
    assert found is not None
    assert found.name == "Orvik"
    assert nearby(shelled, TEXT, PLACES, WHOLE[0].span) is None, "two places: which one is open"
    assert nearby(burned, TEXT, PLACES, WHOLE[1].span) is None, "where the speaker comes from is not where it burned"


def test_names_in_words_of_place_are_offered_to_the_gazetteer() -> None:
    m = mention(TEXT, "shelled", EventType.ASSAULT, place=["the village of Tell Aswad in Sellanda", "the quay"])
    assert [s.of(TEXT) for s in names_of_places(TEXT, [m])] == ["Tell Aswad", "Sellanda"]


def test_the_time_is_that_of_its_words_and_never_the_publication_date() -> None:
    times = read_times(TEXT, date(2022, 3, 8))
    found, reason = time_of(mention(TEXT, "shelled", EventType.ASSAULT, time="2 March"), times)
    assert found is not None
    assert (found.edtf, reason) == ("2022-03-02", None)
    assert time_of(mention(TEXT, "shelled", EventType.ASSAULT), times) == (None, NO_TIME)
    quay = mention(TEXT, "burned", EventType.ASSAULT, time="the quay")
    assert time_of(quay, times) == (None, UNDATED)


def test_known_days_and_points_part_events() -> None:
    times = read_times(TEXT, date(2022, 3, 8))
    march, friday = (next(t for t in times if t.span.overlap(spot(TEXT, w))) for w in ("2 March", "Friday"))
    assert apart_in_time([march], [friday])
    assert not apart_in_time([march], [march, None])
    assert apart_in_space(PLACES[0], PLACES[2])
    assert not apart_in_space(PLACES[0], PLACES[1]), "a town may lie in its country"
    assert not apart_in_space(PLACES[0], None)
    other = place(TEXT, "Brenn", country="BY", point=False)
    assert apart_in_space(PLACES[1], other)


def test_words_beyond_the_text_do_no_harm() -> None:
    far = Span(len(TEXT) + 10, len(TEXT) + 20)
    m = mention(TEXT, "shelled", EventType.ASSAULT, place=far, time=far)
    assert place_of(m, TEXT, PLACES) is None
    assert time_of(m, ())[0] is None
    assert names_of_places(TEXT, [m]) == ()


def test_a_time_that_opens_a_sentence_stands_for_what_it_tells() -> None:
    text = "On 2 March 2022, he met two generals. They met on 3 March 2022, and on 4 March 2022, too. Then he left."
    times = read_times(text, None)
    first, second, third = (s.span for s in sentences(text))
    found = opening(first, text, times)
    assert found is not None
    assert found.span.of(text) == "2 March 2022"
    assert opening(second, text, times) is None, "two times"
    assert opening(third, text, times) is None
    behind = "He met two generals on 2 March 2022, they said."
    assert opening(sentences(behind)[0].span, behind, read_times(behind, None)) is None
