"""Command line of the benchmarks: ``python -m bench predict|table|gate|speed``."""

from __future__ import annotations

import argparse
import json
import sys
from functools import partial
from pathlib import Path

from bench import gate, heads, speed, table
from bench.predict import TASKS, convention_by_folder, predict, scale
from bench.scorers import BenchError, read_jsonl, write_jsonl
from bench.tasks import (
    attribution,
    conflict,
    coref,
    entities,
    events,
    eventtype,
    factuality,
    footprint,
    lineage,
    place,
    time,
    weighing,
    wikievents,
    wording,
)
from sayso.errors import SaysoError
from sayso.reading.read import Reader, open_reader

DOCS = Path(__file__).parents[1] / "docs" / "benchmarks.md"


def measure(reader: Reader, corpora: Path, scorers: Path, out: Path, *, gated_only: bool) -> table.Figures:
    """All figures by "group.name"; with ``gated_only`` those that have floors."""
    groups = {
        "polnear": attribution.polnear(reader, corpora, scorers, out),
        "respun": attribution.respun(reader, corpora, scorers, out),
        "gum": attribution.gum(reader, corpora, scorers, out),
        "conflict": conflict.conflict(reader, scorers, out),
        "entities": entities.names(reader, corpora, scorers, out),
        "events": events.conflict_events(reader, scorers, out),
        "wikievents": wikievents.wikievents(reader.model, corpora, scorers, out),
        "eventtype": eventtype.eventtypes(partial(heads.pair_type, reader.model), corpora, scorers, out),
        "factuality": factuality.factualities(scale(reader), corpora, scorers, out),
        "wording": wording.wordings(reader.model, corpora, scorers),
        "lineage": lineage.lineages(corpora, scorers, out),
        "weighing": weighing.weighings(corpora, scorers, out),
        "coref": coref.measured(reader, corpora, scorers, out),
        "time": time.times(corpora, scorers, out),
        "place": place.places(corpora, scorers, out),
    }
    if not gated_only:
        groups["footprint"] = footprint.footprint()
    figures = {f"{group}.{name}": value for group, found in groups.items() for name, value in found.items()}
    plain, spun = figures["polnear.overlap_f1"], figures["respun.overlap_f1"]
    figures["respun.loss"] = None if plain is None or spun is None else max(plain - spun, 0.0)
    return figures


def run(o: argparse.Namespace) -> int:
    """Carry out one command; the exit code."""
    if o.command == "predict":
        reader = open_reader(o.model)
        convention = o.convention or convention_by_folder(o.task, o.input)
        write_jsonl(o.output, predict(reader, o.task, read_jsonl(o.input), convention))
        return 0
    if o.command == "speed":
        print(json.dumps(speed.speed(open_reader(o.model)), indent=1))
        return 0
    scorers = o.scorers or o.corpora.resolve().parent / "bench"
    reader = open_reader(o.model)
    figures = measure(reader, o.corpora, scorers, o.out, gated_only=o.command == "gate")
    o.out.mkdir(parents=True, exist_ok=True)
    (o.out / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    if o.command == "table":
        timed = speed.speed(reader)
        (o.out / "speed.json").write_text(json.dumps(timed, indent=1) + "\n", encoding="utf-8")
        text = table.page(figures, timed, reader.model.settings.version)
        print(text)
        if o.write:
            DOCS.write_text(text, encoding="utf-8")
        return 0
    found = gate.fingerprint(o.corpora, conflict.ARTICLES.parent)
    if o.update:
        pinned, fallen = gate.updated(figures, gate.load(), found)
        print("\n".join(["these floors fall:", *fallen]) if fallen else "no floor falls")
        gate.FLOORS.write_text(json.dumps(pinned, indent=1) + "\n", encoding="utf-8")
        return 0
    lines = gate.broken(figures, gate.load(), found)
    print("\n".join(lines) if lines else f"{len(figures)} figures, no floor broken")
    return 1 if lines else 0


def main() -> int:
    """Parse the command line; errors are one line and exit code 2."""
    ap = argparse.ArgumentParser(prog="python -m bench", description="Measure the shipped reader.")
    commands = ap.add_subparsers(dest="command", required=True)
    p = commands.add_parser("predict", help="write predictions in a scorer's format")
    p.add_argument("task", choices=sorted(TASKS))
    p.add_argument("input", type=Path)
    p.add_argument("output", type=Path)
    p.add_argument("--convention", help="annotation convention (default: told by format and folder of the input)")
    for name, help_text in (("table", "print all figures beside their goals"), ("gate", "fail when a floor is broken")):
        c = commands.add_parser(name, help=help_text)
        c.add_argument("corpora", type=Path, help="folder of corpora")
        c.add_argument("--scorers", type=Path, help="default: the folder 'bench' beside the corpora")
        c.add_argument("--out", type=Path, default=Path("out/bench"))
        if name == "table":
            c.add_argument("--write", action="store_true", help="also write docs/benchmarks.md")
        else:
            c.add_argument("--update", action="store_true", help="pin the figures as the new floors")
    commands.add_parser("speed", help="time the reading pass")
    for c in commands.choices.values():
        c.add_argument("--model", type=Path, help="another folder of weights")
    try:
        return run(ap.parse_args())
    except (BenchError, SaysoError) as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
