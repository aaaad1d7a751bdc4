"""Names of news outlets: which names are those of one, and which two names are of the same one."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from importlib.resources import files

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)*\.[a-z]{2,6})(?:/\S*)?$", re.I)
# Words that come and go within the name of one outlet.
LOOSE = frozenset("the news agency newspaper online com org net ua ru uk www tv broadcaster website magazine".split())
# Never a name where a medium could be named.
NO_NAMES = frozenset(
    """
    i he she it we you they who what this that these those a an and but or if in on at as for from with by to of our his
    her its their my your reuters/ipsos monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december photo file video image map sources source officials
    """.split()
)


# Beside these, "agency" is an office of a state.
OFFICES = frozenset(
    "police intelligence energy space protection security health relief nuclear drug aid federal tax".split()
)


class Name(IntEnum):
    """How surely a capitalised name is that of an outlet."""

    NONE = 0  # a person's, an office's, no name
    OPEN = 1  # nothing speaks against it
    MEDIUM = 2  # it holds a word that media are named with
    KNOWN = 3  # a known outlet, or a web address


@lru_cache(maxsize=1)
def _lists() -> dict[str, dict[str, str]]:
    """The data file by its first column: words in lower case; names to the first spelling on their line."""
    out: dict[str, dict[str, str]] = {}
    for line in files(__package__).joinpath("data/outlets.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        sort, rest = line.split("\t")
        names = out.setdefault(sort, {})
        if sort == "name":
            spellings = rest.split("|")
            names.update((_loose(spelling), _loose(spellings[0])) for spelling in spellings)
        else:
            names.update((word.lower(), word) for word in rest.split())
    return out


def _loose(name: str) -> str:
    words = [w.lower().replace("’", "'") for w in WORD.findall(name)]
    return " ".join([w for w in words if w not in LOOSE] or words)


@lru_cache(maxsize=4096)
def outlet_key(name: str) -> str:
    """What spellings of one outlet have in common: "The Kyiv Independent", "kyivindependent.com".

    Two names are of one outlet when their keys are equal; "" for a name without words.
    """
    address = DOMAIN.match(name.strip())
    if address:
        name = address[1].rsplit(".", 1)[0]
    loose = _loose(name)
    return _lists()["name"].get(loose, loose).replace(" ", "")


@lru_cache(maxsize=4096)
def outlet_name(name: str) -> Name:
    """How surely ``name``, as it stands in a text, is an outlet's; names of persons and offices are none."""
    name = name.strip()
    if DOMAIN.match(name):
        return Name.KNOWN
    words = [w.lower() for w in WORD.findall(name)]
    if not words or words[0] in NO_NAMES or all(w.isdigit() for w in words):
        return Name.NONE
    lists = _lists()
    if _loose(name) in lists["name"]:
        return Name.KNOWN
    if words[-1] in lists["body"]:
        return Name.NONE
    if "agency" in words and (not OFFICES.isdisjoint(words) or any(w in lists["body"] for w in words)):
        return Name.NONE
    if any(w in lists["word"] for w in words):
        return Name.MEDIUM
    return Name.NONE if words[0] in lists["given"] else Name.OPEN
