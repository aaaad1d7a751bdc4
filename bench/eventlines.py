"""Single sentences with their events, marked in line: a compact form for training on many words for each type.

A line reads

    {Government gunners|1A} {shelled|1T} {the port of {Kelva|1P}|1R}. => 1 ASSAULT/heavy-weapons happened past asserted

Marks may nest; a mark has one or more tags, parted by commas: the event's number and a letter (T trigger, A actor,
R recipient, P place, W time, I instrument, E words that show how sure). Behind the arrow stands each event with type,
mode and status, then perhaps ``low`` or ``middle`` for its certainty and ``about N``; events are parted by ``;``, and
``-`` says that there are none. Lines that begin with ``#`` are comments. Instead of ours, an event may have a type of
the KAIROS ontology at two levels (``1 Conflict.Attack``, nothing behind it) and its roles in the marks (``1Attacker``).

usage: python -m bench.eventlines FILE...      (says what is wrong, counts what is right)
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bench.eventmarks import CERTAINTIES, MODES, STATUS, EventError
from sayso.reading.heads import kairos

ROLES = {"A": "actor", "R": "recipient", "P": "place", "W": "time", "I": "instrument", "E": "evidence"}
TAG = re.compile(r"(\d+)([A-Z][A-Za-z]*)")
SPEC = re.compile(r"(\d+) ([A-Z]+)(?:/([a-z-]+))? (\S+) (\S+) (\S+)(?: (low|middle|high))?(?: about (\d+))?")

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class LineEvent:
    """One event of a line; ``answers`` are (question, answer) pairs as the event heads ask them."""

    number: int
    type: str
    trigger: Range
    arguments: tuple[tuple[str, Range], ...]
    answers: tuple[tuple[str, str], ...]


def parse(line: str, where: str) -> tuple[str, tuple[LineEvent, ...]]:
    """Text and events of one line. Raises ``EventError`` naming ``where``."""
    marked, arrow, specs = line.strip().rpartition(" => ")
    if not arrow:
        raise EventError(f"{where}: no ' => ' behind the sentence")
    text, spans = _unmarked(marked, where)
    events = [] if specs.strip() == "-" else [_event(s.strip(), spans, where) for s in specs.split(";")]
    numbers = {e.number for e in events}
    loose = {int(n) for n, _ in spans} - numbers
    if loose or len(numbers) != len(events):
        raise EventError(f"{where}: events {sorted(loose)} have marks and no type, or a number is used twice")
    return text, tuple(_with_inner(e, specs, events, where) for e in events)


def _unmarked(marked: str, where: str) -> tuple[str, dict[tuple[str, str], list[Range]]]:
    out: list[str] = []
    open_marks: list[int] = []
    spans: dict[tuple[str, str], list[Range]] = {}
    length = k = 0
    while k < len(marked):
        if marked[k] == "{":
            open_marks.append(length)
        elif marked[k] == "|":
            close = marked.find("}", k)
            tags = marked[k + 1 : close].split(",") if close > 0 else []
            found = [TAG.fullmatch(t.strip()) for t in tags]
            if not open_marks or not found or not all(found):
                raise EventError(f"{where}: a mark reads {{words|1T}}, not {marked[max(0, k - 20) : k + 10]!r}")
            begin = open_marks.pop()
            if begin == length:
                raise EventError(f"{where}: a mark without words")
            for m in found:
                assert m is not None
                spans.setdefault((m[1], m[2]), []).append((begin, length))
            k = close
        elif marked[k] == "}":
            raise EventError(f"{where}: a mark without a tag")
        else:
            out.append(marked[k])
            length += 1
        k += 1
    if open_marks:
        raise EventError(f"{where}: a mark is not closed")
    return "".join(out), spans


def _event(spec: str, spans: dict[tuple[str, str], list[Range]], where: str) -> LineEvent:
    number, _, kind = spec.partition(" ")
    if kind in kairos.TYPES:
        known = {role: role for role in kairos.ROLES}
        return LineEvent(int(number), kind, *_words(number, known, spans, where), ())
    found = SPEC.fullmatch(spec)
    if found is None:
        raise EventError(f"{where}: {spec!r} does not read 'N TYPE/mode polarity time reality'")
    number, kind, mode, *status, certainty, _ = found.groups()
    if kind not in MODES or (mode and mode not in MODES[kind]):
        raise EventError(f"{where}: unknown type or mode {kind}/{mode}")
    for value, known in zip(status, STATUS, strict=True):
        if value not in known:
            raise EventError(f"{where}: {value!r} is none of {', '.join(known)}")
    assert certainty is None or certainty in CERTAINTIES
    questions = ("mode", "occurrence", "phase", "reality", "certainty", "stance")
    given = (mode or "none", *status, certainty or "high", "none")
    answers = tuple(zip(questions, given, strict=True))
    return LineEvent(int(number), kind, *_words(number, ROLES, spans, where), answers)


def _words(
    number: str, roles: dict[str, str], spans: dict[tuple[str, str], list[Range]], where: str
) -> tuple[Range, tuple[tuple[str, Range], ...]]:
    """Trigger and arguments of an event, whose marks have the keys of ``roles``."""
    triggers = spans.get((number, "T"), [])
    if len(triggers) != 1:
        raise EventError(f"{where}: event {number} needs exactly one trigger")
    if strange := {mark for n, mark in spans if n == number} - {"T", *roles}:
        raise EventError(f"{where}: event {number} has marks of no role: {', '.join(sorted(strange))}")
    return triggers[0], tuple((role, span) for mark, role in roles.items() for span in spans.get((number, mark), ()))


def _with_inner(event: LineEvent, specs: str, events: list[LineEvent], where: str) -> LineEvent:
    spec = next(s for s in specs.split(";") if s.split()[0] == str(event.number))
    found = re.search(r"about (\d+)", spec)
    if found is None:
        return event
    inner = next((e for e in events if e.number == int(found[1]) and e is not event), None)
    if inner is None:
        raise EventError(f"{where}: event {event.number} is about an unknown event {found[1]}")
    arguments = (*event.arguments, ("about", inner.trigger))
    return LineEvent(event.number, event.type, event.trigger, arguments, event.answers)


def read(path: Path) -> tuple[list[tuple[str, tuple[LineEvent, ...]]], list[str]]:
    """Texts with their events of one file, and error lines."""
    out, errors = [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            out.append(parse(line, f"{path.name}:{number}"))
        except EventError as error:
            errors.append(str(error))
    return out, errors


def main(arguments: list[str]) -> int:
    """Print errors and counts."""
    wrong = 0
    kinds: Counter[str] = Counter()
    words: dict[str, set[str]] = {}
    lines = 0
    for name in arguments:
        found, errors = read(Path(name))
        wrong += len(errors)
        for error in errors:
            print(error)
        lines += len(found)
        for text, events in found:
            for e in events:
                kinds[e.type] += 1
                words.setdefault(e.type, set()).add(text[slice(*e.trigger)].lower())
    print(f"{lines} lines, {sum(kinds.values())} events, {wrong} errors")
    print(", ".join(f"{k} {n} ({len(words[k])} words)" for k, n in kinds.most_common()))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
