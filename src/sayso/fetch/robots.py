"""What a site's ``robots.txt`` allows (RFC 9309)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from sayso.fetch.records import Refusal

PRODUCT = "sayso"
MAX_SIZE = 512 * 1024  # bytes; what stands behind is not read (RFC 9309, 2.5 asks for 500 KiB at least)
MAX_RULES = 10_000
PRODUCT_TOKEN = re.compile(r"[a-z_-]+")
ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
PRINTABLE = "".join(map(chr, range(0x21, 0x7F)))
UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


@dataclass(frozen=True, slots=True)
class Rule:
    """One line: whether paths that fit ``pattern`` (with ``*`` and a closing ``$``) may be fetched."""

    allow: bool
    pattern: str


@dataclass(frozen=True, slots=True)
class Robots:
    """What one site asks of this program. ``delay`` is the pause between requests in seconds, 0 when not asked for."""

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0

    def allows(self, target: str) -> bool:
        """Whether ``target``, a path with its query, may be fetched. The longest rule decides, of two an allowing one.

        What no rule speaks of is allowed, and so is ``/robots.txt``.
        """
        if target == "/robots.txt":
            return True
        path = _normal(target).replace("*", "%2A").replace("$", "%24")
        fitting = [(len(rule.pattern), rule.allow) for rule in self.rules if fits(rule.pattern, path)]
        return max(fitting, default=(0, True))[1]


def robots(body: bytes) -> Robots:
    """The rules of ``body`` for this program: those of its name, or else those for all.

    Lines that are no rules are passed over. Raises ``Refusal`` (``fetch-robots``) when there are too many rules.
    """
    ours, for_all = _Group(), _Group()
    named = False
    open_groups: list[_Group] = []
    in_head = False
    for key, value in _lines(body):
        if key == "user-agent":
            if not in_head:
                open_groups = []
            in_head = True
            token = PRODUCT_TOKEN.match(value.lower())
            if value.startswith("*"):
                open_groups.append(for_all)
            elif token and token[0] == PRODUCT:
                named = True
                open_groups.append(ours)
        elif key in ("allow", "disallow", "crawl-delay"):
            in_head = False
            for group in open_groups:
                group.add(key, value)
    return (ours if named else for_all).robots()


class _Group:
    def __init__(self) -> None:
        self._rules: list[Rule] = []
        self._delay = 0.0

    def add(self, key: str, value: str) -> None:
        if key == "crawl-delay":
            self._delay = max(self._delay, _seconds(value))
        elif value:  # an empty rule fits nothing
            self._rules.append(Rule(key == "allow", _normal(value)))
        if len(self._rules) > MAX_RULES:
            raise Refusal("fetch-robots", f"is on a site whose robots.txt holds more than {MAX_RULES:,} rules")

    def robots(self) -> Robots:
        return Robots(tuple(self._rules), self._delay)


def fits(pattern: str, path: str) -> bool:
    """Whether ``path`` begins with ``pattern``, in which ``*`` is any stretch and ``$`` at its end the end of the path.

    Takes time proportional to the lengths of both, whatever they hold.
    """
    closed = pattern.endswith("$")
    first, *pieces = (pattern[:-1] if closed else pattern).split("*")
    if not path.startswith(first):
        return False
    if not pieces:
        return not closed or path == first
    at = len(first)
    last = pieces.pop() if closed else ""
    for piece in pieces:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return not closed or (len(path) - len(last) >= at and path.endswith(last))


def _lines(body: bytes) -> Iterator[tuple[str, str]]:
    text = body[:MAX_SIZE].decode("utf-8-sig", "replace")
    for line in re.split(r"[\r\n]+", text):
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _normal(path: str) -> str:
    """``path`` in one way of writing: what must be escaped is, in capitals, and nothing else (RFC 9309, 2.2.2)."""
    return ESCAPE.sub(_one_escape, quote(path, safe=PRINTABLE))


def _one_escape(match: re.Match[str]) -> str:
    char = chr(int(match[0][1:], 16))
    return char if UNRESERVED.fullmatch(char) else match[0].upper()


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        return 0.0
    return 0.0 if math.isnan(seconds) else max(0.0, seconds)
