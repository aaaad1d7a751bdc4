"""The conflict set's markup: articles written by hand, compiled to JSONL with exact offsets.

A file has three parts, parted by lines of ``===``: a header (``key: value`` lines), the text
with its marks, and one line for each attribution. A mark is ``{1s:words}``: the number of the
attribution and its role (s source, q cue, c content). Marks nest; ``{1c,2c:words}`` serves two
attributions; the same mark may stand several times (discontinuous spans). Lines below read
``1 root=person:"Name" parent=0 polarity=affirmed``.

usage: python -m bench.markup FILE_OR_FOLDER... > out.jsonl     (--check prints only the errors)
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

ROLES = {"s": "source", "q": "cue", "c": "content"}
KINDS = ("person", "organisation", "document", "outlet", "unnamed", "article")
POLARITIES = ("affirmed", "denied", "withheld")
SPLITS = ("train", "dev", "test")
OPEN = re.compile(r"\{((?:\d+[sqc])(?:,\d+[sqc])*):")
TAIL = re.compile(r'(\d+) root=(\w+)(?::"([^"]+)")? parent=(\d+) polarity=(\w+)$')


class MarkupError(ValueError):
    """A file does not follow the markup; the message names file and line."""


def compile_text(marked: str, where: str) -> tuple[str, dict[int, dict[str, list[list[int]]]]]:
    """Plain text and, by attribution number, role -> list of [begin, end) in code points."""
    out: list[str] = []
    size = 0
    stack: list[tuple[list[tuple[int, str]], int]] = []
    spans: dict[int, dict[str, list[list[int]]]] = {}
    position = 0
    while position < len(marked):
        m = OPEN.match(marked, position)
        if m:
            tags = [(int(t[:-1]), ROLES[t[-1]]) for t in m.group(1).split(",")]
            stack.append((tags, size))
            position = m.end()
            continue
        char = marked[position]
        position += 1
        if char == "{":
            raise MarkupError(f"{where}: stray '{{' before {marked[position : position + 20]!r}")
        if char == "}":
            if not stack:
                raise MarkupError(f"{where}: '}}' without an opening mark after {''.join(out)[-30:]!r}")
            tags, begin = stack.pop()
            if begin == size:
                raise MarkupError(f"{where}: empty mark after {''.join(out)[-30:]!r}")
            for number, role in tags:
                roles = spans.setdefault(number, {"source": [], "cue": [], "content": []})
                roles[role].append([begin, size])
            continue
        out.append(char)
        size += 1
    if stack:
        raise MarkupError(f"{where}: mark {stack[-1][0]} is never closed")
    text = "".join(out)
    for roles in spans.values():
        for role, ranges in roles.items():
            roles[role] = _merged(sorted(ranges), text)
    return text, spans


def _merged(ranges: list[list[int]], text: str) -> list[list[int]]:
    """Ranges parted by white space only become one."""
    out: list[list[int]] = []
    for begin, end in ranges:
        if out and (begin <= out[-1][1] or not text[out[-1][1] : begin].strip()):
            out[-1][1] = max(end, out[-1][1])
        else:
            out.append([begin, end])
    return out


def _rows(lines: str, where: str) -> dict[int, dict[str, Any]]:
    """The third part: root, parent and polarity of each attribution by its number."""
    rows: dict[int, dict[str, Any]] = {}
    for line in filter(str.strip, lines.splitlines()):
        m = TAIL.match(line.strip())
        if not m:
            raise MarkupError(f"{where}: cannot read {line.strip()!r}")
        number, kind, name, parent, polarity = int(m[1]), m[2], m[3], int(m[4]), m[5]
        if kind not in KINDS or polarity not in POLARITIES:
            raise MarkupError(f"{where}: unknown kind or polarity in {line.strip()!r}")
        if number in rows:
            raise MarkupError(f"{where}: attribution {number} is described twice")
        rows[number] = {"root": {"kind": kind, "name": name}, "parent": parent, "polarity": polarity}
    return rows


def compile_file(path: Path) -> dict[str, Any]:
    """One article of the conflict set as a JSON-ready dict in the PolNeAR form, with chains."""
    where = path.name
    parts = re.split(r"^===\s*$\n?", path.read_text(encoding="utf-8"), flags=re.M)
    if len(parts) != 3:
        raise MarkupError(f"{where}: needs header, text and attributions parted by '===' ({len(parts)} parts)")
    header = dict(line.split(":", 1) for line in parts[0].splitlines() if line.strip())
    header = {k.strip(): v.strip() for k, v in header.items()}
    for key in ("id", "split", "outlet", "date"):
        if not header.get(key):
            raise MarkupError(f"{where}: header lacks {key!r}")
    if header["split"] not in SPLITS:
        raise MarkupError(f"{where}: split must be one of {', '.join(SPLITS)}")
    text, spans = compile_text(parts[1].strip("\n"), where)
    rows = _rows(parts[2], where)
    if set(rows) != set(spans):
        raise MarkupError(f"{where}: marked {sorted(spans)}, described {sorted(rows)}")
    numbers = sorted(rows)
    index = {number: k for k, number in enumerate(numbers)}
    attributions = []
    for number in numbers:
        row, roles = rows[number], spans[number]
        if not roles["cue"] or not roles["content"]:
            raise MarkupError(f"{where}: attribution {number} lacks a cue or a content")
        if row["parent"] and row["parent"] not in index:
            raise MarkupError(f"{where}: attribution {number} has unknown parent {row['parent']}")
        parent = index[row["parent"]] if row["parent"] else None
        name = row["root"]["name"]
        if name and name not in text:
            raise MarkupError(f"{where}: root name {name!r} of {number} does not stand in the text")
        attributions.append({**roles, "parent": parent, "polarity": row["polarity"], "root": row["root"]})
    extra = {k: header[k] for k in ("spun_from", "url") if k in header}
    return {
        "id": header["id"],
        "split": header["split"],
        "outlet": header["outlet"],
        "date": header["date"],
        **extra,
        "text": text,
        "attributions": attributions,
    }


def compile_paths(paths: list[Path]) -> tuple[list[dict[str, Any]], list[str]]:
    """Compiled articles and error lines of all ``*.txt`` files in the paths given."""
    files = [f for p in paths for f in (sorted(p.rglob("*.txt")) if p.is_dir() else [p])]
    documents, errors, seen = [], [], set()
    for file in files:
        try:
            document = compile_file(file)
        except MarkupError as error:
            errors.append(str(error))
            continue
        if document["id"] in seen:
            errors.append(f"{file.name}: id {document['id']!r} is used twice")
        seen.add(document["id"])
        documents.append(document)
    return documents, errors


def report(documents: list[dict[str, Any]], errors: list[str], marked: str, *, check: bool) -> int:
    """Print compiled JSONL, or with ``check`` how many articles and ``marked`` things; errors to standard error."""
    for line in errors:
        print(line, file=sys.stderr)
    if check:
        count = sum(len(d[marked]) for d in documents)
        print(f"{len(documents)} articles, {count} {marked}, {len(errors)} errors")
    else:
        for document in documents:
            print(json.dumps(document, ensure_ascii=False))
    return 2 if errors else 0


def main(arguments: list[str]) -> int:
    """Compile files or folders; ``--check`` only counts."""
    documents, errors = compile_paths([Path(a) for a in arguments if not a.startswith("--")])
    return report(documents, errors, "attributions", check="--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
