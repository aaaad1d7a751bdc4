"""The words that give a voice a role: beside its name in a source, in one form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from sayso.types.attribution import VoiceKind

_ARTICLE = re.compile(r"^(?:the|an?|its|his|her|their|our)\s+", re.I)
_CLAUSE = re.compile(
    r"\s*,?\s+(?:who|whom|which|whose|that|speaking|talking|writing|quoted|citing|told|said|known|called|named"
    r"|identified)\b.*$",
    re.S,
)
_COMMANDS = {
    "commands": "commander of", "commanded": "commander of", "leads": "leader of", "led": "leader of",
    "heads": "head of", "headed": "head of", "runs": "head of", "chairs": "chair of",
}  # fmt: skip
_WHO_LEADS = re.compile(rf"\bwho\s+({'|'.join(_COMMANDS)})\s+([^,;]+)")
_POSSESSIVE = re.compile(r"^(?P<body>.+?)['’]s?\s+(?P<role>[\w-]+(?:\s+[\w-]+)?)$")
_ROLE_OF = re.compile(r"\w\s+(?:of|for|at|from|in|with)\s+(?:the\s+)?$", re.I)
_ROLE_BEHIND = re.compile(r"['’]s?\s+\w|\s+(?:spokes\w+|officials?|press)\b", re.I)
_AGE = re.compile(r"^\s*(?:aged\s+)?\d{1,3}\s*$")


@lru_cache(maxsize=8192)
def appositive(source: str, name: str, kind: VoiceKind) -> str | None:
    """What stands beside ``name`` in the words of a source and says who that is; ``None`` where nothing does.

    Of an organisation in a source such as "a spokesman for the regional defence" it is the body; of one that speaks
    itself there is none. Of people without a name it is what they are said to be, where the name leaves that out.
    """
    at = source.casefold().find(name.casefold()) if name else -1
    if kind is VoiceKind.UNNAMED:
        return _bare(source) if len(_bare(source)) > len(_bare(name)) else None
    if kind is not VoiceKind.PERSON:
        spoken_for = at >= 0 and (_ROLE_OF.search(source[:at]) or _ROLE_BEHIND.match(source[at + len(name) :]))
        return _bare(name) if spoken_for else None
    if at < 0:
        at, name = _by_last_name(source, name)
        if at < 0:
            return None
    return longer((_bare(source[:at]), _behind(source[at + len(name) :])))


def _by_last_name(source: str, name: str) -> tuple[int, str]:
    last = name.split()[-1] if name.split() else ""
    return (source.find(last), last) if last[:1].isupper() else (-1, "")


def _behind(words: str) -> str | None:
    """The apposition behind a name, or what a relative clause says of a command."""
    leads = _WHO_LEADS.search(words)
    if leads:
        return f"{_COMMANDS[leads[1]]} {_bare(leads[2])}"
    if not words.lstrip().startswith((",", "(", "–", "—")):
        return None
    parts = [p for p in _CLAUSE.sub("", words).strip(" ,()–—").split(",") if p.strip() and not _AGE.match(p)]
    return _bare(parts[0]) if parts else None


def _bare(words: str) -> str:
    plain = " ".join(_CLAUSE.sub("", words).split()).strip(' ,;:()“”"–—')
    return _ARTICLE.sub("", plain)


@lru_cache(maxsize=8192)
def of_form(office: str) -> str:
    """An office with its body behind it: "the ministry's spokeswoman" is "spokeswoman of the ministry"."""
    found = _POSSESSIVE.match(_bare(office))
    return f"{found['role']} of {found['body']}" if found else _bare(office)


def longer(found: Iterable[str | None]) -> str | None:
    """The one that says most; the first of equals, ``None`` where there is none."""
    return max((f for f in found if f), key=len, default=None)


def fuller(name: str, short: str) -> bool:
    """Whether a name holds a shorter one as its words ("foreign ministry of Velmar", "ministry")."""
    long, words = name.casefold().split(), short.casefold().split()
    return 0 < len(words) < len(long) and f" {' '.join(words)} " in f" {' '.join(long)} "
