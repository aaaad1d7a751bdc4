from __future__ import annotations

import re

from sayso.grounding.events.identity import event_id
from sayso.types.event import EventType
from sayso.types.span import Span


def test_an_id_hangs_on_document_type_and_place() -> None:
    first = event_id("d_1", EventType.ASSAULT, Span(3, 8))
    assert first == event_id("d_1", EventType.ASSAULT, Span(3, 8))
    assert re.fullmatch(r"e_[0-9a-f]{16}", first)
    others = (
        event_id("d_2", EventType.ASSAULT, Span(3, 8)),
        event_id("d_1", EventType.COERCE, Span(3, 8)),
        event_id("d_1", EventType.ASSAULT, Span(3, 9)),
    )
    assert len({first, *others}) == 4
