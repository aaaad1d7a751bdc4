from sayso.grounding.actors.spots import Form, Index, Spot, page
from sayso.types.actor import ActorKind
from sayso.types.span import Span
from tests.grounding.actors.support import reading


def spot(begin: int, end: int, form: Form = Form.NOUN) -> Spot:
    return Spot(Span(begin, end), form, ActorKind.GROUP, 0, 0)


def test_a_page_knows_what_is_quoted_and_where_its_headline_ends() -> None:
    sheet = page(reading("Envoys leave\n\n“We go,” said the envoy."))
    assert sheet.inside_quotation(sheet.text.index("We")) and not sheet.inside_quotation(sheet.text.index("said"))
    assert sheet.text[sheet.body :].lstrip().startswith("“We")


def test_spots_are_found_by_what_they_share_with_a_span() -> None:
    spots = [spot(0, 4), spot(5, 9), spot(5, 20), spot(30, 31)]
    index = Index(spots)
    assert index.over(Span(8, 12)) == spots[1:3]
    assert index.best(Span(6, 18)) is spots[2]
    assert index.over(Span(21, 29)) == [] and index.best(Span(21, 29)) is None
    assert Index([]).over(Span(0, 5)) == []


def test_a_name_is_preferred_where_both_share_as_much() -> None:
    spots = [spot(0, 4), spot(0, 4, Form.NAME)]
    assert Index(spots).best(Span(0, 4)) is spots[1]
