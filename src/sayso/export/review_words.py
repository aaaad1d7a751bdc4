"""A decision in one sentence, for a person: who, when, what, and what has become of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from sayso.export.visible import prose
from sayso.export.words import date, listed
from sayso.types.review import Action, Fate, ListedReview
from sayso.types.weighing import Side

Short = Callable[[str], str]
DAY: Final = len("2022-03-08")
NAMED: Final = 3  # ids that a sentence has room for
SIDES: Final = {
    Side.FOR: "is for the claim",
    Side.AGAINST: "is against the claim",
    Side.OPEN: "is neither for nor against the claim",
}
FATES: Final = {
    Fate.FORGOTTEN: "what it is about was forgotten",
    Fate.REREAD: "the article was read anew, and says this no more",
}
TAKEN: Final = "(words taken away as they told of something forgotten)"


def line(row: ListedReview, short: Short) -> str:
    """``by Ilse, 3 Mar 2031: c_12ab345 is against the claim; taken back by Ben, 4 Mar 2031``. Safe for a terminal."""
    return f"by {prose(row.by)}, {date(row.at[:DAY])}: {told(row, short)}"


def told(row: ListedReview, short: Short) -> str:
    """What was decided, and what has become of it. Safe for a terminal."""
    found = _told(row, short)
    if row.fate is Fate.UNDONE and row.undone_by is not None and row.undone_at is not None:
        return f"{found}; taken back by {prose(row.undone_by)}, {date(row.undone_at[:DAY])}"
    return f"{found}; {FATES[row.fate]}" if row.fate in FATES else found


def _told(row: ListedReview, short: Short) -> str:
    target = short(row.target) if row.target else ""
    words = _words(row)
    if row.action is Action.ACCEPT:
        return f"accepted {target} as it was read"
    if row.action is Action.NOTE:
        return f"note on {target}: {words}"
    if row.action is Action.SIDE:
        return f"{target} {SIDES[row.side or Side.OPEN]}"
    if row.action is Action.APART:
        return f"{target} is another claim than {_several(row.leaves, short)}"
    if row.action is Action.WITH:
        return f"{target} is one claim with {_several(row.into, short)}"
    if row.action is Action.ROOT:
        return f"{target} rests on {prose(row.origins[0]) if row.origins else words}"
    if row.action is Action.SAME:
        return f"in {target}, {listed([prose(name) for name in row.origins])} are one origin"
    return f"took back decision {row.undoes}"


def _words(row: ListedReview) -> str:
    if row.words is None:
        return TAKEN
    return f"“{prose(row.words)}”" if row.action is Action.NOTE else prose(row.words)


def _several(ids: Sequence[str], short: Short) -> str:
    shown = [short(id) for id in ids[:NAMED]]
    more = len(ids) - len(shown)
    return listed([*shown, f"{more:,} more"] if more > 0 else shown)
