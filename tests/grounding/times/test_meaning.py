from datetime import date, datetime

from sayso.grounding.times import intervals as cal
from sayso.grounding.times.meaning import Context, date_meaning, rule, unknown
from sayso.types.span import Span
from sayso.types.time import AnchorKind


def context(published: datetime | None) -> Context:
    return Context("Friday", Span(0, 6), 0, "", "", published, lambda words, inner: unknown(words))


def test_only_a_day_or_less_is_a_day() -> None:
    assert date_meaning("2022-03-08", cal.day_of(2022, 3, 8)).day == date(2022, 3, 8)
    assert date_meaning("2022-03", cal.month(2022, 3)).day is None
    assert unknown("why").day is None


def test_a_document_without_date_is_no_anchor() -> None:
    assert context(None).document is None
    anchor = context(datetime(2022, 3, 8)).document
    assert anchor is not None and anchor.kind is AnchorKind.DOCUMENT


def test_parts_are_read_only_so_deep() -> None:
    here = context(None)
    assert here.inner("part") is not None
    deep = Context("x", Span(0, 1), 0, "", "", None, here.interpret, depth=3)
    assert deep.inner("part") is None


def test_rules_match_whole_expressions() -> None:
    found = rule("day", r"today", lambda match, context: None)
    assert found.pattern.fullmatch("today") and not found.pattern.fullmatch("today only")
