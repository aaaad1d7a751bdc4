from sayso.types.attribution import Producer
from sayso.types.claim import Grounding, Report
from sayso.types.document import Document
from sayso.types.reading import Reading


def test_a_report_shows_what_its_halves_hold_and_all_their_warnings() -> None:
    document = Document("d_1", "Nothing moved.", "-", "text")
    reading = Reading(document, (), (), (), (), ("no title",), Producer("model:reader", "1"))
    report = Report(reading, Grounding((), (), (), (), (), ("no date",)))
    assert report.document is document
    assert report.warnings == ("no title", "no date")
    assert report.claims == report.events == report.attributions == report.mentions == ()
