from dataclasses import FrozenInstanceError
from datetime import datetime

import pytest

from sayso.types.attribution import Producer
from sayso.types.span import Span
from sayso.types.time import TimeExpression, TimexType


def expression(begin: datetime | None, end: datetime | None) -> TimeExpression:
    rule = Producer("rule:weekday", "1")
    return TimeExpression(Span(0, 6), TimexType.DATE, None, begin, end, None, None, None, rule)


def test_one_open_end_is_known_and_two_are_unknown() -> None:
    moment = datetime(2022, 3, 8)
    assert expression(moment, None).known and expression(None, moment).known
    assert not expression(None, None).known


def test_records_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        expression(None, None).value = "2022"  # type: ignore[misc]
