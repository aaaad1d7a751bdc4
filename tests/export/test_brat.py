import io
import re

from hypothesis import given

from sayso.export import View
from sayso.export.brat import flat, write
from tests.odd import odd_reports
from tests.readings import REJECTION
from tests.reports import STORY, report

ID = r"[TERAN#]\d+"
REST = {
    "T": re.compile(r"[A-Za-z]+ \d+ \d+(?:;\d+ \d+)*\t[^\t]+"),
    "E": re.compile(r"[A-Za-z]+:T\d+(?: [A-Za-z]+\d*:[TE]\d+)*"),
    "R": re.compile(r"[A-Za-z]+ Arg1:[TE]\d+ Arg2:[TE]\d+"),
    "A": re.compile(r"[A-Za-z]+ [TE]\d+ [A-Za-z-]+"),
    "N": re.compile(r"Reference T\d+ GeoNames:\d+\t.+"),
    "#": re.compile(r"AnnotatorNotes [TE]\d+\t.*"),
}


def written(*outcomes) -> str:
    out = io.StringIO()
    write(outcomes, out, View())
    return out.getvalue()


def parsed(ann: str, text: str) -> dict[str, str]:
    """Lines by id, each checked as brat checks them: its form, what it refers to, its words in the text."""
    found: dict[str, str] = {}
    for line in ann.splitlines():
        name, rest = line.split("\t", 1)
        assert re.fullmatch(ID, name) and name not in found
        assert REST[name[0]].fullmatch(rest), line
        found[name] = rest
        if name[0] == "T":
            where, words = rest.split("\t")
            spans = [tuple(map(int, part.split())) for part in where.split(" ", 1)[1].split(";")]
            assert all(begin < end for begin, end in spans)
            assert words == " ".join(flat(text[begin:end]) for begin, end in spans)
            assert not any({"\n", "\r"} & set(text[begin:end]) for begin, end in spans)
        else:
            for other in re.findall(r"(?<=[: ])[TE]\d+", rest.split("\t")[0]):
                assert other in found
    return found


def test_an_attribution_is_an_event_named_by_its_cue() -> None:
    found = parsed(written(report(), REJECTION), STORY)
    (said,) = [rest for name, rest in found.items() if name == "E2"]
    cue, source, content = re.fullmatch(r"Cue:(T\d+) Source:(T\d+) Content:(T\d+)", said).groups()
    assert found[cue].endswith("\tsaid")
    assert found[source].endswith("\tIlse Marrow")
    assert found[content].endswith("\t“We will call up every man under 58,”")


def test_an_event_has_its_arguments_status_and_place() -> None:
    found = parsed(written(report()), STORY)
    (name, rest) = next((name, rest) for name, rest in found.items() if rest.startswith("ASSAULT:"))
    assert [part.split(":")[0] for part in rest.split()] == ["ASSAULT", "Recipient", "Instrument", "Place", "Time"]
    attributes = {rest for key, rest in found.items() if key[0] == "A" and f" {name} " in rest}
    assert attributes >= {f"Reality {name} denied", f"Occurrence {name} happened", f"Mode {name} heavy-weapons"}
    assert [rest.split("GeoNames:")[1] for key, rest in found.items() if key[0] == "N"] == ["703448\tKyiv"]


def test_a_claim_leads_to_its_event_and_says_what_became_of_it() -> None:
    found = parsed(written(report()), STORY)
    claims = [name for name, rest in found.items() if rest.startswith("Claim ")]
    assert len(claims) == 10
    statuses = [rest.split()[-1] for rest in found.values() if rest.startswith("Status ")]
    assert statuses[:5] == ["did-not-happen", "reported", "planned", "denied", "conditional"]
    assert sum(rest.startswith("TellsOf") for rest in found.values()) == 9


def test_nothing_read_is_an_empty_file() -> None:
    assert written(REJECTION) == ""


@given(odd_reports())
def test_an_odd_report_is_a_file_that_brat_can_read(odd) -> None:
    parsed(written(odd), odd.document.text)
