"""``sayso claims``: what is claimed, across all articles."""

from __future__ import annotations

from typing import Any, Final

import click

from sayso.cli.ledger import find_ledger, ledger_option
from sayso.cli.listing import list_options
from sayso.types.listed import ClaimSort, Told

COUNTED: Final = 1_000  # claims up to which they are counted


@click.command()
@ledger_option
@click.option("--about", metavar="WORDS", help="Who acts or is acted upon, however it is spelt, or words of the claim.")
@click.option("--by", metavar="NAME", help="On whose word, however it is spelt. Private persons are not found so.")
@click.option("--type", "kind", metavar="TYPE[/MODE]", help="The type of event: ASSAULT, ASSAULT/heavy-weapons.")
@click.option("--place", metavar="NAME", help="The place, or the country by its name or code (UA).")
@click.option("--since", metavar="DATE", help="The event is not over before this day, month or year.")
@click.option("--until", metavar="DATE", help="The event begins on this day, month or year or earlier.")
@click.option("--status", type=click.Choice([t.value for t in Told]), help="What became of it, as its voice has it.")
@click.option(
    "--sort",
    type=click.Choice([s.value for s in ClaimSort]),
    default=ClaimSort.LATEST.value,
    show_default=True,
    help="Which stands first: of the article read last, by the event's date, the surest, or by the article's date.",
)
@list_options
def claims(limit: int | None, output_format: str, **asked: Any) -> None:
    """List claims of all articles: status, when, the claim, on whose word, and where it stands."""
    from sayso.cli import rows
    from sayso.cli.listing import most, tell_left_out, tell_rows, write_rows
    from sayso.store.connection import reader
    from sayso.store.ids import find_short
    from sayso.store.lists import find_claim_count, find_claims, find_undated_count

    where = {name: asked.pop(name) for name in ("ledger", "directory")}
    wanted = _wanted(most(output_format, limit), **asked)
    with reader(find_ledger(**where)) as ledger:
        listing = rows.claims(lambda id: find_short(ledger, id))
        shown = write_rows(listing, find_claims(ledger, wanted), output_format)
        tell_rows(shown, max(find_claim_count(ledger, wanted, COUNTED), shown), "claim", counted=COUNTED)
        if wanted.since or wanted.until:
            tell_left_out(find_undated_count(ledger, wanted, COUNTED), "claim", "of unknown time", COUNTED)


def _wanted(
    limit: int | None, *, kind: str | None, place: str | None, status: str | None, sort: str, **asked: str | None
) -> Any:
    from sayso.engine.asked import country_of, day_after, event_type, first_day, keys_of
    from sayso.types.listed import ClaimWanted

    event, mode = event_type(kind)
    return ClaimWanted(
        about=asked["about"],
        about_keys=keys_of(asked["about"]),
        by=asked["by"],
        by_keys=keys_of(asked["by"]),
        type=event,
        mode=mode,
        site=place,
        country=country_of(place),
        since=first_day(asked["since"], "--since"),
        until=day_after(asked["until"], "--until"),
        status=Told(status) if status else None,
        sort=ClaimSort(sort),
        limit=limit,
    )
