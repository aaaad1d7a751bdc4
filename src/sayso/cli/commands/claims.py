"""``sayso claims``: what is claimed, across all articles, or article by article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

import click

from sayso.cli.ledger import find_ledger, ledger_option
from sayso.cli.listing import list_options
from sayso.errors import UsageError
from sayso.types.listed import ClaimSort, PropositionSort, Told
from sayso.types.weighing import Standing

if TYPE_CHECKING:
    from sayso.engine.wanted import AskedAcross, AskedEach
    from sayso.store.connection import Reader
    from sayso.types.listed import ClaimWanted, PropositionWanted

COUNTED: Final = 1_000  # claims up to which they are counted
SORTS: Final = tuple(dict.fromkeys([*(s.value for s in PropositionSort), *(s.value for s in ClaimSort)]))
# Options that only one of the two lists has, as they are typed.
ACROSS: Final = {"standing": "--standing", "min_origins": "--min-origins", "new": "--new", "copies": "--copies"}
EACH: Final = {"status": "--status"}
STANDINGS: Final = tuple(s.name.lower() for s in Standing)
OPTIONS: Final = {name: f"--{name}" for name in ("since", "until", "new")}  # what an error calls them


@click.command()
@ledger_option
@click.option("--each", is_flag=True, help="One line for each article that claims it, with what became of it there.")
@click.option("--about", metavar="WORDS", help="Who acts or is acted upon, however it is spelt, or words of the claim.")
@click.option("--by", metavar="NAME", help="On whose word, however it is spelt. Private persons are not found so.")
@click.option("--type", metavar="TYPE[/MODE]", help="The type of event: ASSAULT, ASSAULT/heavy-weapons.")
@click.option("--place", metavar="NAME", help="The place, or the country by its name or code (UA).")
@click.option("--since", metavar="DATE", help="The event is not over before this day, month or year.")
@click.option("--until", metavar="DATE", help="The event begins on this day, month or year or earlier.")
@click.option("--standing", type=click.Choice(STANDINGS), help="How the claim stands.")
@click.option("--min-origins", metavar="N", type=click.IntRange(0), help="At least so many independent origins for it.")
@click.option("--new", metavar="DATE", help="No article told it before this day, month or year.")
@click.option("--copies", is_flag=True, default=None, help="Also what was read in the changed words of copies only.")
@click.option("--status", type=click.Choice([t.value for t in Told]), help="What became of it; with --each.")
@click.option("--sort", type=click.Choice(SORTS), help="Which stands first.  [default: articles; with --each latest]")
@list_options
def claims(each: bool, limit: int | None, output_format: str, **asked: Any) -> None:
    """List what is claimed, across articles: how it stands, on how many independent origins, who is for it and against.

    Those that most articles tell stand first. With --each every article's own claim has a line.
    """
    from sayso.cli.listing import most
    from sayso.engine.wanted import across_wanted, each_wanted
    from sayso.store.connection import reader

    where = {name: asked.pop(name) for name in ("ledger", "directory")}
    _check(each, asked)
    shown = most(output_format, limit)
    with reader(find_ledger(**where)) as ledger:
        if each:
            _list_each(ledger, each_wanted(cast("AskedEach", asked), shown, OPTIONS), output_format)
        else:
            _list_across(ledger, across_wanted(cast("AskedAcross", asked), shown, names=OPTIONS), output_format)


def _check(each: bool, asked: dict[str, Any]) -> None:
    """Raises ``UsageError`` for an option or order that belongs to the other list."""
    for name, option in (ACROSS if each else EACH).items():
        if asked[name] is not None:
            does = "does not go with --each" if each else "goes with --each only"
            raise UsageError(f"{option} {does}; see 'sayso claims --help'")
    known: type[ClaimSort] | type[PropositionSort] = ClaimSort if each else PropositionSort
    if asked["sort"] is not None and asked["sort"] not in [s.value for s in known]:
        told = "claims of each article are" if each else "claims across articles are"
        raise UsageError(f"{told} not sorted by {asked['sort']}; choose {', '.join(s.value for s in known)}")


def _list_across(ledger: Reader, wanted: PropositionWanted, output_format: str) -> None:
    from sayso.cli import rows
    from sayso.cli.listing import tell_left_out, tell_rows, write_rows
    from sayso.store.claimed import (
        find_copied_count,
        find_proposition_count,
        find_propositions,
        find_undated_proposition_count,
    )
    from sayso.store.ids import find_short

    listing = rows.propositions(lambda id: find_short(ledger, id))
    shown = write_rows(listing, find_propositions(ledger, wanted), output_format)
    tell_rows(shown, max(find_proposition_count(ledger, wanted, COUNTED), shown), "claim", counted=COUNTED)
    if wanted.since or wanted.until:
        tell_left_out(find_undated_proposition_count(ledger, wanted, COUNTED), "claim", "of unknown time", COUNTED)
    tell_left_out(find_copied_count(ledger, wanted, COUNTED), "claim", "read in copies only (--copies)", COUNTED)
    tell_waiting(ledger)


def tell_waiting(ledger: Reader) -> None:
    """Say on standard error how many articles have claims that are not in the list yet."""
    from sayso.export.words import number
    from sayso.store.assertions import find_waiting_claims
    from sayso.store.faults import find_weighing_faults
    from sayso.store.matches import find_unweighed_count

    waiting = find_waiting_claims(ledger)
    if waiting:
        told = f"the claims of {number(waiting, 'article')} are not compared with the others yet"
        click.echo(f"{told}; run 'sayso ingest'", err=True)
    elif unweighed := find_unweighed_count(ledger):
        click.echo(f"{number(unweighed, 'claim')} to be weighed again; run 'sayso ingest'", err=True)
    if failed := len(find_weighing_faults(ledger)):
        click.echo(f"left out or apart: {number(failed, 'fault')} of weighing; see 'sayso status --rejected'", err=True)


def _list_each(ledger: Reader, wanted: ClaimWanted, output_format: str) -> None:
    from sayso.cli import rows
    from sayso.cli.listing import tell_left_out, tell_rows, write_rows
    from sayso.store.ids import find_short
    from sayso.store.lists import find_claim_count, find_claims, find_undated_count

    listing = rows.claims(lambda id: find_short(ledger, id))
    shown = write_rows(listing, find_claims(ledger, wanted), output_format)
    tell_rows(shown, max(find_claim_count(ledger, wanted, COUNTED), shown), "claim", counted=COUNTED)
    if wanted.since or wanted.until:
        tell_left_out(find_undated_count(ledger, wanted, COUNTED), "claim", "of unknown time", COUNTED)
