"""A stand-in for reading: each article asserts what its file says, one line for each assertion."""

from __future__ import annotations

import random
import re
from pathlib import Path

from sayso.types.claim import Report
from sayso.types.weighing import Assertion, Side
from tests.reports import grounded
from tests.tellings import COUNCIL, RUSK, told

LINE = re.compile(r"TELLS (for|against) (rusk|council) (\w+)")
NAMES = {"rusk": RUSK, "council": COUNCIL}


NOUNS = (
    "baker bridge captain council doctor engine farmer garden harbour letter market miller office river road".split()
)
TAILS = (
    "before noon,near Alder,in silence,with three friends,without a lamp,under heavy rain,as ever,for nobody,"
    "against all advice,at some cost,after the feast,until late"
).split(",")
VERBS = "carried counted crossed followed forgot found painted passed reached repaired saw sold wanted watched".split()


def prose(key: str) -> str:
    """English that no other key has, so that no article derives from another."""
    dice = random.Random(key)
    rows = [(*dice.sample(NOUNS, 3), dice.choice(VERBS), dice.sample(TAILS, 2)) for _ in range(8)]
    return " ".join(f"{b.capitalize()} and {a} {verb} {c} {' '.join(tails)}." for a, b, c, verb, tails in rows)


def write(path: Path, *told: str) -> Path:
    """An article that asserts ``for rusk crossing`` and the like: side, who says so, and of what."""
    path.write_text(f"{prose(path.stem)} " + " ".join(f"TELLS {t}." for t in told), encoding="utf-8")
    return path


def asserted(report: Report) -> tuple[Assertion, ...]:
    """What such an article asserts."""
    out = []
    for k, (side, who, what) in enumerate(LINE.findall(report.document.text)):
        words = () if what == "crossing" else (what,)
        fields = {"words": words, "trigger": what, "taking": (), "text": f"Only {what}."} if words else {}
        out.append(told(k, report.document.id, NAMES[who], side=Side(side), place=k, **fields))
    return tuple(out)


def stand_in() -> None:
    """Puts it in place of the model, in a process that does nothing else."""
    import sayso.engine.read
    import sayso.reading
    import sayso.weighing.assertions
    from tests.readings import FakeReader

    FakeReader.version = "1.3"  # type: ignore[attr-defined]
    sayso.engine.read._own_ground = lambda: grounded
    sayso.reading.load_reader = lambda folder=None, threads=None: FakeReader()  # type: ignore[assignment]
    sayso.weighing.assertions.assertions = asserted
