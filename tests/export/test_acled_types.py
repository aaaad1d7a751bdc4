from dataclasses import replace

import pytest

from sayso.export.acled_types import ARMED, DISORDER, KINDS, kind_of
from sayso.export.happened import Party
from sayso.types.event import MODES, EventType
from tests.reports import actors, events

FORCE = Party("4th Brigade", actors()[0])
OFFICER = Party("Pavel Rusk", actors()[1])
T = EventType


@pytest.mark.parametrize(
    ("kind", "mode", "recipients", "found"),
    [
        (T.ASSAULT, "battle", (FORCE,), ("Battles", "Armed clash")),
        (T.ASSAULT, "firearms", (FORCE,), ("Battles", "Armed clash")),
        (T.ASSAULT, "firearms", (OFFICER,), ("Violence against civilians", "Attack")),
        (T.ASSAULT, "torture", (FORCE,), ARMED),
        (T.ASSAULT, "drone", (FORCE,), ("Explosions/Remote violence", "Air/drone strike")),
        (T.ASSAULT, None, (), "ACLED has no one type for ASSAULT without a mode"),
        (T.ASSAULT, "crowd-control", (), "ACLED has no one type for ASSAULT/crowd-control"),
        (T.PROTEST, "riot", (), ("Riots", "")),
        (T.PROTEST, None, (), ("Protests", "")),
        (T.COERCE, "arrest", (), ("Strategic developments", "Arrests")),
        (T.RETREAT, "withdraw", (), ("Strategic developments", "Non-violent transfer of territory")),
        (T.SUPPORT, None, (), "ACLED has no one type for SUPPORT without a mode"),
        (T.STATE, "morale", (), "ACLED has no one type for STATE/morale"),
    ],
)
def test_an_event_has_one_type_or_a_reason(kind, mode, recipients, found) -> None:
    assert kind_of(replace(events()[0], type=kind, mode=mode), recipients) == found


def test_the_table_holds_modes_and_types_that_exist() -> None:
    assert all(mode is None or mode in MODES[kind] for kind, mode in KINDS)
    assert {kind for kind, _ in KINDS.values()} == set(DISORDER)
