from pathlib import Path
from typing import Any

import pytest

from bench.eventmarks import EventError, compile_events, compile_folder

ARTICLE: dict[str, Any] = {
    "id": "a",
    "text": "Troops wait\n\nThe troops of Northland have not crossed the Lune on Friday, Marta Veil said. "
    "The troops wait.",
    "attributions": [{}],
}
BLOCK = """1 MOBILIZE/deploy
trigger "crossed"
also "wait"#2
actor "The troops"#2 = troops of Northland
place "the Lune" = Lune, ?
time "Friday" = 2022-03-04
status did-not past asserted
certainty low "said"
stance distances
voice 1
"""


def test_an_event_with_its_spans_and_values() -> None:
    (event,) = compile_events("id: a\n\n" + BLOCK, ARTICLE, "a.txt")
    text = ARTICLE["text"]
    assert text[slice(*event["trigger"])] == "crossed"
    assert [text[slice(*s)] for s in event["mentions"]] == ["wait"]
    assert event["mentions"][0][0] > event["trigger"][0]
    assert event["actor"][0]["name"] == "troops of Northland" and event["actor"][0]["span"][0] > 60
    assert event["place"][0]["country"] is None and event["time"][0]["edtf"] == "2022-03-04"
    assert event["status"] == {"polarity": "did-not", "time": "past", "reality": "asserted"}
    assert (event["certainty"], event["stance"], event["voice"]) == ("low", "distances", 1)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("MOBILIZE/deploy", "MOBILIZE/dance", "unknown type or mode"),
        ('trigger "crossed"', 'trigger "swam"', "does not stand in the text"),
        ("did-not past asserted", "did-not past", "status needs"),
        ("2022-03-04", "last Friday", "no EDTF"),
        ("= Lune, ?", "= Lune", "a place reads"),
        ("voice 1", "voice 2", "no attribution 2"),
        ("stance distances", "about 7", "unknown event 7"),
        ("stance distances", "colour red", "unknown or repeated line"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_event(old: str, new: str, message: str) -> None:
    with pytest.raises(EventError, match=message) as caught:
        compile_events(BLOCK.replace(old, new), ARTICLE, "a.txt")
    assert "a.txt" in str(caught.value)


def test_the_dev_events_of_the_conflict_set_compile() -> None:
    folder = Path(__file__).parents[2] / "bench" / "conflict"
    documents, errors = compile_folder(folder / "articles" / "dev", folder / "events" / "dev")
    assert not errors
    assert sum(len(d["events"]) for d in documents) > 100
