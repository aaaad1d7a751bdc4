"""Which event type and sub-event type of ACLED's codebook an event is."""

from __future__ import annotations

from typing import Final

from sayso.export.happened import Party
from sayso.types.actor import ActorKind
from sayso.types.event import Event, EventType

BATTLES: Final = "Battles"
REMOTE: Final = "Explosions/Remote violence"
CIVILIANS: Final = "Violence against civilians"
PROTESTS: Final = "Protests"
RIOTS: Final = "Riots"
STRATEGIC: Final = "Strategic developments"
DISORDER: Final = {
    BATTLES: "Political violence",
    REMOTE: "Political violence",
    CIVILIANS: "Political violence",
    PROTESTS: "Demonstrations",
    RIOTS: "Demonstrations",
    STRATEGIC: "Strategic developments",
}
ARMED: Final = "the victims are an armed force, and the mode does not tell whether it was a fight"
# Type and mode -> event type and sub-event type; the latter is empty where an article's mode cannot tell it.
A, M, P, R = EventType.ASSAULT, EventType.MOBILIZE, EventType.PROTEST, EventType.RETREAT
KINDS: Final[dict[tuple[EventType, str | None], tuple[str, str]]] = {
    (A, "battle"): (BATTLES, "Armed clash"),
    (A, "explosives"): (REMOTE, "Remote explosive/landmine/IED"),
    (A, "suicide-attack"): (REMOTE, "Suicide bomb"),
    (A, "aerial"): (REMOTE, "Air/drone strike"),
    (A, "drone"): (REMOTE, "Air/drone strike"),
    (A, "heavy-weapons"): (REMOTE, "Shelling/artillery/missile attack"),
    (A, "abduct"): (CIVILIANS, "Abduction/forced disappearance"),
    (A, "sexual"): (CIVILIANS, "Sexual violence"),
    **{(A, mode): (CIVILIANS, "Attack") for mode in ("beat", "torture", "targeted", "primitive", "firearms")},
    (A, "destroy"): (STRATEGIC, "Looting/property destruction"),
    (A, "capture"): (STRATEGIC, ""),
    (P, "demo"): (PROTESTS, "Peaceful protest"),
    (P, "riot"): (RIOTS, ""),
    **{(P, mode): (PROTESTS, "") for mode in (None, "strike", "hunger", "boycott", "obstruct")},
    (EventType.COERCE, "arrest"): (STRATEGIC, "Arrests"),
    (R, "ceasefire"): (STRATEGIC, "Agreement"),
    (R, "withdraw"): (STRATEGIC, "Non-violent transfer of territory"),
    **{(R, mode): (STRATEGIC, "Other") for mode in ("desert", "defect", "surrender")},
    **{(M, mode): (STRATEGIC, "Change to group/activity") for mode in ("troops", "weapons", "militia", "deploy")},
    **{(M, mode): (STRATEGIC, "Change to group/activity") for mode in (None, "callup", "readiness")},
}
FIGHTS: Final = ("primitive", "firearms")  # with an armed force on the other side


def kind_of(event: Event, recipients: tuple[Party, ...]) -> tuple[str, str] | str:
    """Event type and sub-event type; a string that says why there is none.

    Violence against an armed force is none against civilians: a shooting is a battle, of the rest ACLED's type
    cannot be told.
    """
    found = KINDS.get((event.type, event.mode))
    if found is None:
        what = f"{event.type}/{event.mode}" if event.mode else f"{event.type} without a mode"
        return f"ACLED has no one type for {what}"
    if found[0] == CIVILIANS and any(p.actor is not None and p.actor.kind is ActorKind.FORCE for p in recipients):
        return KINDS[A, "battle"] if event.mode in FIGHTS else ARMED
    return found
