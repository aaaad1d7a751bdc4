"""``sayso review``: what people decide about claims, kept as a history beside what was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from sayso.cli.ledger import find_ledger, ledger_option
from sayso.cli.listing import list_options
from sayso.errors import UsageError
from sayso.types.review import Action

if TYPE_CHECKING:
    from sayso.cli.listing import Listing
    from sayso.engine.review import Asked
    from sayso.types.review import ListedReview

ACTIONS: Final = {
    "accept": Action.ACCEPT,
    "note": Action.NOTE,
    "side": Action.SIDE,
    "apart": Action.APART,
    "joined": Action.WITH,
    "root": Action.ROOT,
    "same": Action.SAME,
    "undo": Action.UNDO,
}
KINDS: Final = ("official", "person", "organisation", "document", "outlet", "unnamed")


@click.command()
@click.argument("id", metavar="[CLAIM]", required=False)
@ledger_option
@click.option("--accept", is_flag=True, help="It is rightly read.")
@click.option("--note", metavar="TEXT", help="Write something beside it.")
@click.option("--side", type=click.Choice(["for", "against", "open"]), help="What c_ does with its claim.")
@click.option("--apart", is_flag=True, help="Take c_ out of its claim: it is about something else.")
@click.option("--with", "joined", metavar="CLAIM", help="Put c_ into this claim; with p_, make one claim of both.")
@click.option("--root", metavar="ORIGIN", help="On whose word c_ is: an origin of its claim, or a name with --kind.")
@click.option("--kind", type=click.Choice(KINDS), help="What a name is that the claim does not have, behind --root.")
@click.option("--same", nargs=2, metavar="ORIGIN ORIGIN", help="Two origins of the claim are one.")
@click.option("--undo", metavar="N", help="Take back decision N.")
@click.option("--as", "by", metavar="NAME", envvar="SAYSO_REVIEWER", help="Who decides.  [default: $SAYSO_REVIEWER]")
@list_options
def review(id: str | None, by: str | None, limit: int | None, output_format: str, **given: Any) -> None:
    """Decide about a claim: one thing a call, by somebody. Without that, list what was decided, of CLAIM or of all.

    CLAIM is p_..., a claim across articles, or c_..., what one article says. Nothing that was read is overwritten, and
    every decision can be taken back; the counts follow at once.
    """
    path = find_ledger(given.pop("ledger"), given.pop("directory"))
    asked = _asked(id, given)
    if asked is None:
        _list(path, id, limit, output_format)
    else:
        _decide(path, asked, by, output_format)


def _asked(id: str | None, given: dict[str, Any]) -> Asked | None:
    """What is to be decided; ``None`` for nothing. Raises ``UsageError``."""
    from sayso.engine.review import Asked

    kind = given.pop("kind")
    wanted = sorted(name for name, value in given.items() if value not in (None, False, ()))
    typed = [f"--{'with' if name == 'joined' else name}" for name in wanted]
    if len(wanted) > 1:
        raise UsageError(f"{' and '.join(typed)} are {len(wanted)} decisions; give one a call")
    if kind is not None and wanted != ["root"]:
        raise UsageError("--kind goes with --root only")
    if not wanted:
        return None
    if wanted == ["undo"] and id is not None:
        raise UsageError("--undo takes the number of a decision and no claim; 'sayso review' lists them")
    if wanted != ["undo"] and id is None:
        raise UsageError(f"say about which claim {typed[0]} is; 'sayso claims' lists them")
    value = given[wanted[0]]
    values = () if value is True else value if isinstance(value, tuple) else (value,)
    return Asked(ACTIONS[wanted[0]], id, values, kind)


def _decide(path: Path, asked: Asked, by: str | None, output_format: str) -> None:
    from sayso.cli.clock import now
    from sayso.cli.listing import write_rows
    from sayso.engine.review import decide
    from sayso.store.connection import writer

    if by is None:
        raise UsageError("say who decides with --as NAME, or set SAYSO_REVIEWER")
    with writer(path) as ledger:
        made = decide(ledger, asked, by, now())
        listing = _listing(_short(ledger.read))
        if output_format == "text":
            for line in _told(ledger.read, made):
                click.echo(line)
        else:
            write_rows(listing, [made], output_format)


def _told(ledger: Any, made: ListedReview) -> Iterator[str]:
    """What was decided, and how the claim stands now."""
    from sayso.engine.history import listed
    from sayso.engine.reviewing import find_reviewed
    from sayso.export import trace_words
    from sayso.export.review_words import line
    from sayso.export.visible import prose
    from sayso.store.propositions import find_proposition
    from sayso.store.reviews import find_review

    yield f"{made.number}. {line(made, _short(ledger))}"
    undone = find_review(ledger, made.undoes) if made.undoes else None
    if undone is not None:
        made = listed(ledger, undone, find_reviewed(ledger))
        yield f"{made.number}. {line(made, _short(ledger))}"
    found = find_proposition(ledger, made.claim) if made.claim else None
    if found is not None:
        weighed = found.weighed
        yield f"{_short(ledger)(found.id)} now: {prose(found.text)}"
        standing = trace_words.STANDINGS[weighed.standing]
        against = f"; against it {trace_words.bounds(weighed.against)}" if weighed.against.most else ""
        yield f"{standing}; for it {trace_words.bounds(weighed.support)}{against}"


def _list(path: Path, id: str | None, limit: int | None, output_format: str) -> None:
    from sayso.cli.listing import most, tell_rows, write_rows
    from sayso.engine.history import find_history
    from sayso.store.connection import reader

    with reader(path) as ledger:
        found = list(find_history(ledger, id))
        last = found[-(most(output_format, limit) or len(found)) :]
        shown = write_rows(_listing(_short(ledger)), last, output_format)
        tell_rows(shown, len(found), "decision")


def _short(ledger: Any) -> Callable[[str], str]:
    from sayso.store.ids import find_short

    return lambda id: find_short(ledger, id)


def _listing(short: Callable[[str], str]) -> Listing[ListedReview]:
    """Decisions: the number, when, by whom, and what, with the claim's words."""
    from sayso.cli.listing import Cell, Listing
    from sayso.export.flow import Piece, clipped
    from sayso.export.review_words import DAY, told
    from sayso.export.row_records import DECISIONS
    from sayso.export.visible import prose
    from sayso.export.words import date
    from sayso.types.review import Fate

    def decision(row: ListedReview) -> Cell:
        style = "title" if row.fate is Fate.HOLDS else "dim"
        text = [Piece(f"— {clipped(prose(row.text), 160)}", "dim")] if row.text else []
        return [Piece(told(row, short), style), *text]

    return Listing(
        kind=DECISIONS,
        columns={
            "n": lambda row: str(row.number),
            "when": lambda row: date(row.at[:DAY]),
            "by": lambda row: row.by,
            "decision": decision,
        },
        wide="decision",
        figures=("n",),
    )
