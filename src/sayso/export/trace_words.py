"""How a claim across articles stands, and what its origins are, in plain words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

from sayso.export.place_words import country
from sayso.export.visible import prose
from sayso.export.words import confidence, date, listed, number
from sayso.types.weighing import Bounds, Joined, Modality, Origin, OriginKind, Proposition, Side, Standing

DAY: Final = len("2022-03-08")
NAMED: Final = 3  # names that a line has room for
PRIVATE: Final = "a person of one article"
NO_OUTLET: Final = "an article of unknown outlet"
DOCUMENT: Final = re.compile("d_[0-9a-f]{16}")  # what an article is called of which no outlet is known
STANDINGS: Final = {
    Standing.UNSOURCED: "unsourced",
    Standing.SINGLE: "single origin",
    Standing.CORROBORATED: "corroborated",
    Standing.DENIED: "DENIED",
    Standing.CONTESTED: "CONTESTED",
    Standing.WITHDRAWN: "WITHDRAWN",
}
MODALITIES: Final = {
    Modality.DEED: "",
    Modality.PLAN: "planned",
    Modality.CONDITION: "not a deed: a demand, a threat or a possibility",
}
SIDES: Final = {Side.FOR: "For it", Side.AGAINST: "Against it", Side.OPEN: "Neither for nor against"}
# What an origin is, behind its name.
KINDS: Final = {
    OriginKind.NAMED: "named",
    OriginKind.WITNESS: "has it at first hand",
    OriginKind.DOCUMENT: "document",
    OriginKind.UNNAMED: "without a name",
    OriginKind.CHANNEL: "outlet; whom it has it from is not known",
    OriginKind.UNSOURCED: "names nobody",
    OriginKind.CIRCLE: "texts that cite each other, and nobody else",
}


def between(least: int, most: int) -> str:
    """``1``, ``1 to 3``."""
    return f"{least:,}" if least == most else f"{least:,} to {most:,}"


def bounds(found: Bounds) -> str:
    """``at least 1, at most 3 independent origins``."""
    if found.most == 0:
        return "nobody who counts"
    if found.least == found.most:
        return f"exactly {found.most:,} independent {'origin' if found.most == 1 else 'origins'}"
    return f"at least {found.least:,}, at most {found.most:,} independent origins"


def several(names: Sequence[str]) -> str:
    """The first names, and how many more there are. Not escaped."""
    more = len(names) - NAMED
    return listed([*names[:NAMED], f"{more:,} more"]) if more > 0 else listed(names)


def is_private(found: Origin) -> bool:
    """Whether an origin is a person to whom no article gives a public role; "officials" are nobody in particular."""
    return not found.public and found.kind in (OriginKind.NAMED, OriginKind.WITNESS)


def origin_name(found: Origin) -> str:
    """The name of an origin; a private person has none across articles. Not escaped."""
    if is_private(found):
        return PRIVATE
    return NO_OUTLET if DOCUMENT.fullmatch(found.name) else found.name


def kind(found: Origin) -> str:
    """What an origin is, to be put behind its name."""
    return "named there, no public role given" if is_private(found) else KINDS[found.kind]


def camp(found: Origin) -> str:
    """For whom an origin speaks; empty where nobody is known, or only itself. Not escaped."""
    what, _, name = (found.camp or "").rpartition(":")
    if what == "state":
        return country(name)
    if name.startswith("~"):  # what it belongs to is known by a part of its name only
        return ""
    own = re.findall(r"\w+", found.name.casefold())
    words = re.findall(r"\w+", name.casefold())  # some of them without their endings
    return "" if all(any(o.startswith(w) for o in own) for w in words) else name


def spellings(found: Origin) -> tuple[str, ...]:
    """Other names under which the articles have an origin, none for a private person. Not escaped."""
    return () if is_private(found) else tuple(name for name in found.written if name != found.name)


def copies(count: int) -> str:
    """``1 copy``, ``14 copies``."""
    return number(count, "copy", "copies")


def doubt(value: float) -> str:
    """How sure a step is, where it is not certain."""
    if value <= 0:
        return ""
    return ", probably" if value < 0.5 else ", perhaps"


def stretch(since: str | None, until: str | None) -> str:
    """The days of a half-open stretch of time; empty where it has no begin."""
    if since is None:
        return ""
    try:
        last = (dt.datetime.fromisoformat(until) - dt.timedelta(seconds=1)).date() if until else None
    except (ValueError, OverflowError):
        last = None
    days = dict.fromkeys([date(since[:DAY]), *([date(last.isoformat())] if last else [])])
    return " to ".join(days)


def summary(found: Proposition) -> str:
    """``14 articles, 9 texts; 1 Mar 2022 to 3 Mar 2022; MOBILIZE/deploy; Chernihiv, Ukraine``. Safe for a terminal."""
    parts = [f"{number(len(found.articles), 'article')}, {number(found.texts, 'text')}"]
    if found.first_seen:
        days = dict.fromkeys(date(seen[:DAY]) for seen in (found.first_seen, found.last_seen) if seen)
        parts.append(f"told {' to '.join(days)}")
    if found.type is not None:
        parts.append(found.type.value + (f"/{found.mode}" if found.mode else ""))
    if MODALITIES[found.modality]:
        parts.append(MODALITIES[found.modality])
    spot = [found.setting.site, country(found.setting.country) if found.setting.country else None]
    if any(spot):
        parts.append(prose(", ".join(name for name in spot if name)))
    if when := stretch(found.setting.since, found.setting.until):
        parts.append(f"event of {when}")
    return "; ".join(parts)


def because(found: Joined) -> str:
    """Why two tellings are taken to be of one thing: ``same event word: cross; same place: Sella (probability .8)``."""
    told = "; ".join(found.reasons) or "alike in parts, and both like others of the claim"
    return f"{told} (probability {confidence(found.probability)})"
