"""What claims across articles can be asked for, in the query of every page that shows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final, cast

from sayso.engine.wanted import STANDINGS, AskedAcross, across_wanted
from sayso.export import trace_words
from sayso.store.connection import Reader
from sayso.store.places import find_spells
from sayso.store.remembered import remembered
from sayso.types.event import EventType
from sayso.types.listed import PropositionSort, PropositionWanted
from sayso.web.page import Asked, Param
from sayso.web.pictures.strip import Strip, intervals, strip

ORIGINS: Final = Param(
    "min_origins", "At least so many independent origins.", {"type": "integer", "minimum": 0, "maximum": 999}
)
COPIES: Final = Param("copies", "Also what was read in copies only.", {"type": "boolean"})
TEXTS: Final = ("about", "by", "type", "place", "at", "since", "until", "standing", "new", "sort")
FILTERS: Final = (
    Param("about", "Who acts or is acted upon, or words of the claim."),
    Param("by", "On whose word; private persons are not found so."),
    Param("type", "The type of event, with its mode: ASSAULT/heavy-weapons."),
    Param("place", "A place, or a country by name or ISO 3166-1 code."),
    Param("at", "One place of the map by its latitude and longitude: 48.59,38.00."),
    Param("since", "The event is not over before this day, month or year."),
    Param("until", "The event begins on this day, month or year, or earlier."),
    Param("standing", "How the claim stands.", {"type": "string", "enum": list(STANDINGS)}),
    ORIGINS,
    Param("new", "No article told it before this day, month or year."),
    COPIES,
)
SORT: Final = Param("sort", "What stands first.", {"type": "string", "enum": [s.value for s in PropositionSort]})


def wanted_of(asked: Asked, limit: int | None = None, skip: int = 0) -> PropositionWanted:
    """Which claims a request asks for. Raises ``UsageError`` for what no filter knows."""
    given: dict[str, str | int | None] = {name: asked.get(name) for name in TEXTS}
    given |= {"min_origins": asked.number(ORIGINS), "copies": asked.flag("copies")}
    return across_wanted(cast(AskedAcross, given), limit, skip)


def choices() -> dict[str, Any]:
    """What the form of the filters offers."""
    return {
        "standings": {name: trace_words.STANDINGS[s].lower() for name, s in STANDINGS.items()},
        "sorts": [s.value for s in PropositionSort],
        "types": [t.value for t in EventType],
    }


def strip_of(ledger: Reader, wanted: PropositionWanted) -> Strip | None:
    """The strip of time of the claims that are asked for; ``None`` where no event of theirs has a known day."""
    plain = replace(wanted, since=None, until=None, limit=None, skip=0, sort=PropositionSort.ARTICLES)

    def drawn() -> Strip | None:
        found = remembered(ledger, ("intervals", plain), lambda: intervals(find_spells(ledger, plain)))
        return strip(found, _date(wanted.since), _date(wanted.until))

    return remembered(ledger, ("strip", plain, wanted.since, wanted.until), drawn)


def _date(given: str | None) -> date | None:
    return date.fromisoformat(given) if given else None
