import io
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from sayso.export import View
from sayso.export.xmi import FORBIDDEN, TYPES, attribute, type_system, write
from tests.odd import odd_reports
from tests.readings import REJECTION
from tests.reports import STORY, report

PAGE = Path(__file__).resolve().parents[2] / "docs/guide/export/xmi.md"


def written(*outcomes) -> str:
    out = io.StringIO()
    write(outcomes, out, View())
    return out.getvalue()


def loaded(text: str):
    cassis = pytest.importorskip("cassis")
    types = cassis.load_typesystem(io.BytesIO(type_system().encode()))
    return cassis.load_cas_from_xmi(io.BytesIO(text.encode()), typesystem=types)


def test_cassis_reads_every_annotation_at_its_words() -> None:
    cas = loaded(written(report(), REJECTION))
    assert cas.sofa_string == STORY
    claims = sorted(cas.select("sayso.Claim"), key=lambda claim: claim.xmiID)
    assert [claim.get_covered_text() for claim in claims] == [c.span.of(STORY) for c in report().claims]
    hit = claims[3]
    assert (hit.status, hit.root, hit.attribution.polarity, hit.event.mode) == (
        "DENIED", "The ministry", "denied", "heavy-weapons",
    )  # fmt: skip
    assert hit.chain == "The ministry > this article"


def test_places_times_and_participants_belong_to_their_event() -> None:
    cas = loaded(written(report()))
    kyiv = next(place for place in cas.select("sayso.Place") if place.name)
    assert (kyiv.get_covered_text(), kyiv.countries, kyiv.latitude, kyiv.event.eventType) == (
        "Kiev", "UA", 50.45, "ASSAULT",
    )  # fmt: skip
    night = next(time for time in cas.select("sayso.Time") if time.event.xmiID == kyiv.event.xmiID)
    assert night.get_covered_text() == "overnight"
    named = {(one.role, one.name) for one in cas.select("sayso.Participant")}
    assert ("recipient", "a hospital") in named
    assert {one.get_covered_text() for one in cas.select("sayso.Cue")} == {"reported", "said", "denied"}


def test_offsets_count_utf16_code_units() -> None:
    root = ElementTree.fromstring(written(report()))
    units = STORY.encode("utf-16-le")
    claims = root.findall("{http:///sayso.ecore}Claim")
    covered = [units[2 * int(c.get("begin")) : 2 * int(c.get("end"))].decode("utf-16-le") for c in claims]
    assert covered == [c.span.of(STORY) for c in report().claims]


def test_the_type_system_of_the_guide_is_the_one_in_use() -> None:
    block = re.search(r"```xml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None and block[1] == type_system()
    types = ElementTree.fromstring(type_system()).iter("{http://uima.apache.org/resourceSpecifier}typeDescription")
    assert len(list(types)) == len(TYPES)


def test_characters_that_xml_lacks_are_replaced_and_line_ends_kept() -> None:
    odd = attribute("a\x00\ufffe\ud800\r\n\tb")
    value = ElementTree.fromstring(f"<a b={odd}/>").get("b")
    assert value == "a\ufffd\ufffd\ufffd\r\n\tb"


def test_nothing_read_is_an_empty_file() -> None:
    assert written(REJECTION) == ""


@given(odd_reports())
@settings(deadline=None)
def test_an_odd_report_is_a_cas(odd) -> None:
    cas = loaded(written(odd))
    text = FORBIDDEN.sub("\ufffd", odd.document.text)
    assert cas.sofa_string == text
    claims = sorted(cas.select("sayso.Claim"), key=lambda claim: claim.xmiID)
    assert [claim.get_covered_text() for claim in claims] == [c.span.of(text) for c in odd.claims]
