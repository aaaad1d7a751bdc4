"""What two outlets say of one column, for tests of what sets them side by side."""

from __future__ import annotations

from dataclasses import replace

from sayso.types.contrast import Compared, Heading, Party
from sayso.types.event import Certainty, Role
from sayso.types.weighing import Modality, Origin, OriginKind, Setting, Side, Standing, Taking
from sayso.weighing.compare import Claims, compare
from tests.histories import RUSK, known, tells
from tests.weighing.told import article, body, unnamed

WIRE = article("d_wire", "Alder Wire", "2031-03-01T08:00:00Z")
WIRE2 = article("d_wire2", "Alder Wire", "2031-03-02")
POST = article("d_post", "The Harbour Post", None)
SELLA = Setting("2031-03-01T00:00:00", "2031-03-02T00:00:00", "Sella", "UA", 51.0, 31.0, "point")
FIRST = replace(
    tells("d_wire", "A column of 33 vehicles crossed the Sella", RUSK, name="c_1", numbers=("33",)),
    taking=(Taking(Role.ACTOR, "Velmar troops", "vlmr", "VE"), Taking(Role.INSTRUMENT, "missile")),
    setting=SELLA,
)
DENIES = replace(
    tells("d_wire2", "No column crossed", body("the council of Velmar"), name="c_2", side=Side.AGAINST), setting=SELLA
)
SECOND = replace(
    tells(
        "d_post", "Two tanks may have entered Olt", unnamed("officials"), name="c_3", numbers=("2",),
        certainty=Certainty.LOW,
    ),
    taking=(Taking(Role.ACTOR, "Norrin militia", "nrn mlt", "HL"), Taking(Role.INSTRUMENT, "drone")),
    setting=Setting("2031-03-05T00:00:00", "2031-03-06T00:00:00", "Olt", "UA", 50.0, 30.0, "point"),
)  # fmt: skip
PLAN = replace(tells("d_wire", "Troops are to be sent", name="c_4"), modality=Modality.PLAN)
DEED = tells("d_post", "Troops were sent", name="c_5")
ALONE = tells("d_wire", "A bridge was closed", name="c_6")
HEADINGS = {
    "p_1": Heading("p_1", "A column crossed the Sella.", Modality.DEED, Standing.CONTESTED),
    "p_4": Heading("p_4", "Troops are to be sent.", Modality.PLAN, Standing.SINGLE),
    "p_5": Heading("p_5", "Troops were sent.", Modality.DEED, Standing.UNSOURCED),
    "p_6": Heading("p_6", "A bridge was closed.", Modality.DEED, Standing.UNSOURCED),
}
ORIGINS = (
    Origin("o_1", OriginKind.NAMED, "Pavel Rusk", (), None, True, ("c_1", "c_3")),
    Origin("o_2", OriginKind.NAMED, "Ada Venn", (), None, False, ("c_2", "c_3")),
    Origin("o_3", OriginKind.NAMED, "Nobody else", (), None, True, ("c_1",)),
)
CLAIMS = Claims(HEADINGS, {"p_1": ORIGINS}, {"p_4": ("p_5",)})
MINE = {"p_1": (FIRST, DENIES), "p_4": (PLAN,), "p_6": (ALONE,)}
THEIRS = {"p_1": (SECOND,), "p_5": (DEED,)}
KNOWN = known([FIRST, DENIES, SECOND, PLAN, DEED, ALONE])


def compared() -> Compared:
    """Both side by side."""
    both, one, other = compare(MINE, THEIRS, CLAIMS, KNOWN)
    return Compared(Party("Alder Wire", (WIRE, WIRE2)), Party("The Harbour Post", (POST,)), both, one, other)
