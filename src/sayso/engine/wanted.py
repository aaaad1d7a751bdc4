"""What is typed to ask for claims, in a shell, a program or a browser, as what the store is asked."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final, TypedDict, TypeVar

from sayso.engine.asked import coordinates, country_of, day_after, event_type, first_day, keys_of
from sayso.errors import UsageError
from sayso.types.listed import ClaimSort, ClaimWanted, PropositionSort, PropositionWanted, Told
from sayso.types.weighing import Standing

K = TypeVar("K", bound=Enum)
STANDINGS: Final = {s.name.lower(): s for s in Standing}  # one word each, to be typed
NO_NAMES: Final[Mapping[str, str]] = {}


class AskedAcross(TypedDict, total=False):
    """What claims across articles can be asked for, each as it is typed."""

    about: str | None
    by: str | None
    type: str | None
    place: str | None
    since: str | None
    until: str | None
    standing: str | None
    min_origins: int | None
    new: str | None
    copies: bool | None
    at: str | None
    sort: str | None
    limit: int | None


class AskedEach(TypedDict, total=False):
    """What articles' own claims can be asked for, each as it is typed."""

    about: str | None
    by: str | None
    type: str | None
    place: str | None
    since: str | None
    until: str | None
    status: str | None
    sort: str | None
    limit: int | None


def across_wanted(
    asked: AskedAcross, limit: int | None = None, skip: int = 0, names: Mapping[str, str] = NO_NAMES
) -> PropositionWanted:
    """Which claims across articles are asked for: ``limit`` of them, behind the first ``skip``.

    ``names`` are what an error calls what was typed ("--since"), where that is not its own name. Raises
    ``UsageError`` for a type, date, standing or order that there is none of.
    """
    given = asked.get("standing")
    return PropositionWanted(
        **_common(asked, names),
        standing=STANDINGS.get(given or "") or member(Standing, given),
        origins=asked.get("min_origins"),
        new=first_day(asked.get("new"), names.get("new", "new")),
        copies=bool(asked.get("copies")),
        at=coordinates(asked.get("at"), names.get("at", "at")),
        sort=member(PropositionSort, asked.get("sort")) or PropositionSort.ARTICLES,
        limit=asked.get("limit") if limit is None else limit,
        skip=skip,
    )


def each_wanted(asked: AskedEach, limit: int | None = None, names: Mapping[str, str] = NO_NAMES) -> ClaimWanted:
    """Which of the articles' own claims are asked for. Arguments and errors as of ``across_wanted``."""
    return ClaimWanted(
        **_common(asked, names),
        status=member(Told, asked.get("status")),
        sort=member(ClaimSort, asked.get("sort")) or ClaimSort.LATEST,
        limit=asked.get("limit") if limit is None else limit,
    )


def _common(asked: AskedAcross | AskedEach, names: Mapping[str, str]) -> dict[str, Any]:
    """What both lists are asked."""
    kind, mode = event_type(asked.get("type"))
    place = asked.get("place")
    return {
        "about": asked.get("about"),
        "about_keys": keys_of(asked.get("about")),
        "by": asked.get("by"),
        "by_keys": keys_of(asked.get("by")),
        "type": kind,
        "mode": mode,
        "site": place,
        "country": country_of(place),
        "since": first_day(asked.get("since"), names.get("since", "since")),
        "until": day_after(asked.get("until"), names.get("until", "until")),
    }


def member(kind: type[K], value: str | None) -> K | None:
    """The one of a closed set that has this value; ``None`` for ``None``. Raises ``UsageError``."""
    if value is None:
        return None
    try:
        return kind(value)
    except ValueError:
        raise UsageError(f"there is no {value!r}; known are {', '.join(str(k.value) for k in kind)}") from None
