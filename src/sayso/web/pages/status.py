"""The state of the ledger: what it holds, what waits and for what, what was set aside and why."""

from __future__ import annotations

from typing import Final

from sayso.engine.wanted import member
from sayso.export.row_records import REJECTIONS
from sayso.export.words import number
from sayso.store.connection import Reader
from sayso.store.counts import Counts, find_counts
from sayso.store.remembered import remembered
from sayso.store.taken import find_set_aside, find_span
from sayso.types.document import Stage
from sayso.web.page import LIMIT, SKIP, Asked, Page, Param, Rows, Shown

STAGE: Final = Param("stage", "Where it was set aside.", {"type": "string", "enum": [stage.value for stage in Stage]})
REASON: Final = Param("reason", "Why, in the short code of the list of reasons.")
# What each stage is, in the middle of a sentence.
STAGES: Final = {
    Stage.FETCH: "while it was fetched",
    Stage.INTAKE: "while it was taken in",
    Stage.LANGUAGE: "for its language",
    Stage.READING: "while it was read",
    Stage.WEIGHING: "while its claims were compared and weighed",
}
UNIT: Final = 1_000


def look(ledger: Reader, asked: Asked) -> Shown:
    """How much there is of everything, and what is to be done."""
    counts = remembered(ledger, "counts", lambda: find_counts(ledger))
    first, last = find_span(ledger)
    return Shown(
        title="Status",
        context={
            "counts": counts,
            "derived": counts.linked - counts.texts,
            "figures": _figures(counts),
            "waits": _waits(counts),
            "set_aside": [
                {"it": group, "where": STAGES[Stage(group.stage)], "told": f"{group.count:,}"}
                for group in counts.rejected
            ],
            "many": sum(group.count for group in counts.rejected),
            "first": first,
            "last": last,
            "size": size(counts.bytes),
            "empty": not counts.inputs,
        },
        record=counts.to_dict,
    )


def _figures(counts: Counts) -> list[tuple[str, str, str]]:
    """The figures that say most: how many, of what, and what else there is to know."""
    return [
        (f"{counts.documents:,}", "articles", f"{counts.read:,} of them read"),
        (f"{counts.texts:,}", "texts", "counting articles made from one text once"),
        (f"{counts.propositions:,}", "claims across articles", f"from {number(counts.claims, 'claim')} of articles"),
        (f"{counts.voices:,}", "voices", "each counted in each article"),
    ]


def _waits(counts: Counts) -> list[tuple[str, str]]:
    """What is not done yet, each with what does it."""
    partly = "stopped before it ended" if counts.inputs_partly == 1 else "stopped before they ended"
    every = (
        (counts.waiting, f"{number(counts.waiting, 'article')} not read yet", "sayso ingest"),
        (counts.again, f"{number(counts.again, 'article')} to be read again", "sayso ingest"),
        (
            counts.documents - counts.linked,
            f"{number(counts.documents - counts.linked, 'article')} not compared with the others for copies",
            "sayso ingest",
        ),
        (
            counts.unweighed,
            f"the claims of {number(counts.unweighed, 'article')} not compared with the others",
            "sayso ingest",
        ),
        (counts.inputs_partly, f"{number(counts.inputs_partly, 'file or stream', 'files or streams')} {partly}", ""),
    )
    return [(told, command) for count, told, command in every if count]


def size(count: int) -> str:
    """Bytes in the unit that leaves one to three digits before the point: ``23.4 MB``."""
    amount = float(count)
    for unit in ("bytes", "kB", "MB", "GB"):
        if amount < UNIT or unit == "GB":
            break
        amount /= UNIT
    return f"{amount:,.0f} {unit}" if unit == "bytes" else f"{amount:,.1f} {unit}"


def look_at_set_aside(ledger: Reader, asked: Asked) -> Shown:
    """What was set aside, and why."""
    rows, found = find_set_aside(
        ledger, member(Stage, asked.get("stage")), asked.get("reason"), asked.limit, asked.skip
    )
    groups = remembered(ledger, "counts", lambda: find_counts(ledger)).rejected
    return Shown(
        title="Set aside",
        context={
            "rows": [{"it": row, "where": STAGES[row.stage]} for row in rows],
            "found": found,
            "counted": found + 1,
            "skip": asked.skip,
            "limit": asked.limit,
            "stages": [stage.value for stage in Stage],
            "reasons": sorted({group.reason for group in groups}),
        },
        rows=Rows(REJECTIONS, rows, found),
    )


PAGES: Final = (
    Page(
        name="status",
        path="/status",
        help="How much the ledger holds, what waits, and how much was set aside for which reason.",
        look=look,
        menu="Status",
        styles=("status.css",),
        schema=lambda: {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "status"}}},
    ),
    Page(
        name="set-aside",
        path="/status/set-aside",
        help="What was set aside, at which stage, why, and how to mend it; last first.",
        look=look_at_set_aside,
        params=(STAGE, REASON, LIMIT, SKIP),
        styles=("status.css",),
        lists=REJECTIONS,
    ),
)
