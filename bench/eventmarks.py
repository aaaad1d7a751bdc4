"""Gold events of the conflict set: small files beside the marked articles, compiled to JSONL with exact offsets.

``bench/conflict/EVENTS.md`` explains the format. An event is a block of ``key value`` lines whose first line is its
number and type; quoted strings are found in the article's plain text (``#2`` takes the second occurrence).

usage: python -m bench.eventmarks ARTICLES EVENTS > out.jsonl     (--check prints only the errors)
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any

from bench.markup import compile_paths, report
from sayso.types.event import MODES as MODES_OF
from sayso.types.event import Certainty, Occurrence, Phase, Reality, Stance


def values(kinds: type[StrEnum]) -> tuple[str, ...]:
    """The values of a closed set, in its order."""
    return tuple(k.value for k in kinds)


MODES = {kind.value: modes for kind, modes in MODES_OF.items()}
STATUS = (values(Occurrence), values(Phase), values(Reality))
STANCES, CERTAINTIES = values(Stance), values(Certainty)
ROLES = ("actor", "recipient", "place", "time", "instrument")
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"(?:#(\d+))?')
DATE = r"-?\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}(?::\d{2})?)?)?)?[~?]?"
EDTF = re.compile(rf"(?:\.\.|{DATE})(?:/(?:\.\.|{DATE}))?")

Block = dict[str, str]


class EventError(ValueError):
    """A file does not follow the format; the message names file and line."""


def compile_events(source: str, article: dict[str, Any], where: str) -> list[dict[str, Any]]:
    """Events of one article, spans in code points of its text. Raises ``EventError``."""
    body = re.sub(r"^id:.*\n?", "", source.strip(), count=1)
    blocks = [_block(b, where) for b in re.split(r"\n[ \t]*\n", body) if b.strip()]
    events = [_event(b, article, where) for b in blocks]
    numbers = [e["number"] for e in events]
    if len(set(numbers)) != len(numbers):
        raise EventError(f"{where}: an event number is used twice")
    for e in events:
        if e["about"] is not None and (e["about"] not in numbers or e["about"] == e["number"]):
            raise EventError(f"{where}: event {e['number']} is about an unknown event {e['about']}")
    return events


def _block(text: str, where: str) -> Block:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    head = re.fullmatch(r"(\d+) ([A-Z]+)(?:/([a-z-]+))?", lines[0]) if lines else None
    if head is None:
        raise EventError(f"{where}: a block begins with {lines[:1]} and not with 'NUMBER TYPE/mode'")
    out = {"number": head.group(1), "type": head.group(2), "mode": head.group(3) or ""}
    for line in lines[1:]:
        key, _, value = line.partition(" ")
        if key in out or key not in KEYS:
            raise EventError(f"{where}: event {out['number']}: unknown or repeated line {line!r}")
        out[key] = value.strip()
    return out


def _event(block: Block, article: dict[str, Any], where: str) -> dict[str, Any]:
    where = f"{where}: event {block['number']}"
    if block["type"] not in MODES or (block["mode"] and block["mode"] not in MODES[block["type"]]):
        raise EventError(f"{where}: unknown type or mode {block['type']}/{block['mode']}")
    if "trigger" not in block or "status" not in block:
        raise EventError(f"{where} lacks its trigger or its status")
    text = article["text"]
    triggers = _spans(block["trigger"], text, where)
    if len(triggers) != 1:
        raise EventError(f"{where}: exactly one trigger is needed")
    event: dict[str, Any] = {
        "number": int(block["number"]),
        "type": block["type"],
        "mode": block["mode"] or None,
        "trigger": triggers[0],
        "mentions": _spans(block.get("also", "-"), text, where),
    }
    for key in ROLES:
        event[key] = _argument(block.get(key, "-"), key, text, where)
    event["status"] = _status(block["status"], where)
    event["certainty"] = _one_of(block.get("certainty", "high").split(" ")[0], CERTAINTIES, where)
    event["certainty_words"] = _spans(block.get("certainty", "high").partition(" ")[2] or "-", text, where)
    event["stance"] = _one_of(block.get("stance", "none"), STANCES, where)
    about = block.get("about", "-")
    event["about"] = None if about == "-" else int(about)
    event["voice"] = int(block.get("voice", "0"))
    if not 0 <= event["voice"] <= len(article["attributions"]):
        raise EventError(f"{where}: there is no attribution {event['voice']}")
    return event


def _one_of(value: str, known: tuple[str, ...], where: str) -> str:
    if value not in known:
        raise EventError(f"{where}: {value!r} is none of {', '.join(known)}")
    return value


def _status(value: str, where: str) -> dict[str, str]:
    parts = value.split()
    if len(parts) != len(STATUS):
        raise EventError(f"{where}: status needs polarity, time and reality, not {value!r}")
    names = ("polarity", "time", "reality")
    return {n: _one_of(p, known, where) for n, p, known in zip(names, parts, STATUS, strict=True)}


def _spans(value: str, text: str, where: str) -> list[list[int]]:
    if value == "-":
        return []
    out = []
    for found in QUOTED.finditer(value):
        wanted, nth = found.group(1).replace('\\"', '"'), int(found.group(2) or 1)
        begin = -1
        for _ in range(nth):
            begin = text.find(wanted, begin + 1)
            if begin < 0:
                raise EventError(f"{where}: {wanted!r} does not stand in the text {nth} time(s)")
        out.append([begin, begin + len(wanted)])
    if not out or QUOTED.sub("", value).strip(" ;,"):
        raise EventError(f"{where}: expected quoted words of the text, found {value!r}")
    return out


def _argument(value: str, key: str, text: str, where: str) -> list[dict[str, Any]]:
    """``"span" = value`` parts, parted by ``;``; an argument never named in the text has no span: ``- = value``."""
    if value == "-":
        return []
    out = []
    for part in re.split(r";\s*(?=[\"-])", value):
        written, equals, meaning = part.partition(" = ")
        spans = _spans(written.strip(), text, where)
        if len(spans) > 1 or not equals or not meaning.strip():
            raise EventError(f'{where}: {key} reads "words" = meaning, not {part!r}')
        out.append({"span": spans[0] if spans else None, **MEANINGS[key](meaning.strip(), text, where)})
    return out


def _name(value: str, text: str, where: str) -> dict[str, Any]:
    if value not in text:
        raise EventError(f"{where}: the name {value!r} does not stand in the text")
    return {"name": value}


def _place(value: str, text: str, where: str) -> dict[str, Any]:
    found = re.fullmatch(r"(.+), ([A-Z]{2}|\?)", value)
    if found is None:
        raise EventError(f"{where}: a place reads 'Name, CC' or 'Name, ?', not {value!r}")
    return {"name": found.group(1), "country": None if found.group(2) == "?" else found.group(2)}


def _time(value: str, text: str, where: str) -> dict[str, Any]:
    if value != "?" and not EDTF.fullmatch(value):
        raise EventError(f"{where}: {value!r} is no EDTF date or interval (2022-03-02, ../2022-03)")
    return {"edtf": None if value == "?" else value}


MEANINGS: dict[str, Callable[[str, str, str], dict[str, Any]]] = {
    "actor": _name,
    "recipient": _name,
    "instrument": _name,
    "place": _place,
    "time": _time,
}
KEYS = frozenset((*ROLES, "trigger", "also", "status", "certainty", "stance", "about", "voice"))


def compile_folder(articles: Path, events: Path) -> tuple[list[dict[str, Any]], list[str]]:
    """Articles with their ``events``, and error lines; an article without an event file is left out."""
    documents, errors = compile_paths([articles])
    by_id = {d["id"]: d for d in documents}
    out = []
    for file in sorted(events.glob("*.txt")):
        document = by_id.get(file.stem)
        if document is None:
            errors.append(f"{file.name}: no article {file.stem!r} in {articles}")
            continue
        try:
            found = compile_events(file.read_text(encoding="utf-8"), document, file.name)
        except (EventError, UnicodeDecodeError) as error:
            errors.append(str(error))
            continue
        out.append({**document, "events": found})
    return out, errors


def main(arguments: list[str]) -> int:
    """Print compiled JSONL (or, with --check, only a count); errors go to standard error."""
    paths = [Path(a) for a in arguments if not a.startswith("--")]
    if len(paths) != 2:
        print("usage: python -m bench.eventmarks ARTICLES EVENTS [--check]", file=sys.stderr)
        return 2
    documents, errors = compile_folder(paths[0], paths[1])
    return report(documents, errors, "events", check="--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
