"""What the host name of an outlet tells about where it is at home."""

from __future__ import annotations

import re

# Country domains that are sold as something else, or that tell nothing.
NOT_A_COUNTRY = frozenset("tv io co me ai fm am ws cc ly to nu tk eu su".split())
OTHER_CODES = {"uk": "GB"}
SHORTEST = 4  # letters of a place name that is looked for in a host name
# Words of mastheads, and mastheads that are also small places; what is left of a host name may be where it is made.
MASTHEADS = tuple(
    sorted(
        "the www my go news newspaper newspapers local times herald post press gazette journal tribune daily record "
        "beacon telegraph telegram register sun star chronicle observer courier dispatch sentinel leader online today "
        "review standard mail voice republic republican democrat advocate examiner enquirer inquirer bulletin reporter "
        "messenger citizen independent guardian mirror express metro nation national world globe eagle sentry weekly "
        "media report live radio tv fm hill forbes time slate vice salon politico axios".split(),
        key=len,
        reverse=True,
    )
)


def home_country(outlet: str | None) -> str | None:
    """The ISO 3166 code that a host name ends in ("…co.uk" is GB), ``None`` when it ends in none."""
    last = (outlet or "").lower().rstrip("./").rpartition(".")[2]
    if last in OTHER_CODES:
        return OTHER_CODES[last]
    return last.upper() if re.fullmatch("[a-z]{2}", last) and last not in NOT_A_COUNTRY else None


def named_after(outlet: str | None, key: str) -> bool:
    """Whether the host name of the outlet carries the folded place name ``key`` ("example-town-news.com")."""
    joined = key.replace(" ", "")
    host = re.sub("[^a-z.]", "", (outlet or "").lower())
    return len(joined) >= SHORTEST and joined in host.rpartition(".")[0]


def masthead_place(outlet: str | None) -> str | None:
    """What a host name says beside the words of mastheads ("the-orval-herald.com": "orval"), or ``None``."""
    host = re.sub(r"^\w+://", "", (outlet or "").lower()).partition("/")[0]
    labels = re.sub("[^a-z.]", "", host).split(".")
    name = max(labels[:-1], key=len, default="")
    changed = True
    while changed:
        changed = False
        for word in MASTHEADS:
            if name != word and (name.startswith(word) or name.endswith(word)):
                name = name[len(word) :] if name.startswith(word) else name[: -len(word)]
                changed = True
                break
    return name if len(name) >= SHORTEST and name not in MASTHEADS else None
