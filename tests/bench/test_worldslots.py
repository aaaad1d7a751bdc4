from __future__ import annotations

import json
import zlib

from bench.worldslots import Slots, in_assertion, in_report
from sayso.store.packing import pack
from sayso.types.event import Role
from sayso.types.weighing import Setting, Taking
from tests.tellings import RUSK, told


def test_an_assertion_falls_into_what_differs_and_what_does_not() -> None:
    setting = Setting(since="2022-03-01T00:00:00", site="Hallisk", country="UA")
    packed = pack(told("x", "d_0123456789abcdef", RUSK, setting=setting, taking=(Taking(Role.ACTOR, "Velk", "vlk"),)))
    slots = Slots.of(packed, in_assertion)
    kinds = {value: kind for kind, value, _ in slots.rest}
    assert kinds["2022-03-01T00:00:00"] == "date" and kinds["Hallisk"] == "say" and kinds["vlk"] == "key"
    assert kinds["d_0123456789abcdef"] == "id" and "UA" not in kinds
    whole = slots.first + "".join(json.dumps(value) + literal for _, value, literal in slots.rest)
    assert whole == zlib.decompress(packed).decode()


def test_names_of_producers_and_of_the_gazetteer_are_nobodys_words() -> None:
    assert in_report(("reading", "attributions", 0, "voice", "name"), "Velk") == "say"
    assert in_report(("reading", "model", "name"), "model:reader") == ""
    assert in_report(("grounding", "places", 0, "location", "name"), "Kyiv") == ""
    assert in_report(("grounding", "times", 0, "edtf"), "2022-03") == "date"
