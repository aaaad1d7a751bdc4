"""Actors: coreference on GUM, pronoun sources and participants of the conflict set, and the probe of names.

``python -m bench.tasks.coref CORPORA`` prints all figures.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

from bench.eventmarks import compile_folder
from bench.scorers import BenchError, read_jsonl, score, write_jsonl
from bench.tasks.chains import match, same_name
from sayso.grounding.actors.find import actors
from sayso.grounding.actors.lexicon import lexicon
from sayso.reading.read import Reader, open_reader
from sayso.text.name_keys import name_key
from sayso.types.actor import Actor, ActorKind
from sayso.types.document import Basis, Document, Known
from sayso.types.reading import Reading
from sayso.types.span import Span

Row = dict[str, Any]
Read = Callable[[Row], Reading]
CONFLICT = Path(__file__).parents[1] / "conflict"
PROBE = Path(__file__).parents[1] / "actor_probe.tsv"
NEWS = ("news", "interview")
TYPES = {ActorKind.PERSON: "PERSON", ActorKind.GROUP: "PERSON", ActorKind.STATE: "PLACE"}
PRONOUNS = frozenset("he him his she her they them their it its i we us who which".split())
ARTICLES = ("the ", "a ", "an ", "his ", "her ", "its ", "their ", "our ", "my ")


def coref(reader: Reader, row: Row, convention: str | None = None) -> Row:
    """Chains of actors of one document in the scorer's format; its gold annotation is not looked at."""
    return chains(reading_of(reader, row))


def reading_of(reader: Reader, row: Row) -> Reading:
    """The reading of one row with an ``id``, a ``text`` and perhaps an ``outlet``."""
    text = row["text"]
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    outlet = row.get("outlet")
    publisher = Known(outlet, Basis.METADATA) if isinstance(outlet, str) and outlet else None
    return reader.read(Document("d_" + digest[:16], text, str(row["id"]), "jsonl", publisher=publisher))


def chains(reading: Reading) -> Row:
    """The actors of a reading as entity mentions with their clusters."""
    out, seen = [], set()
    for actor in actors(reading):
        for m in actor.mentions:
            if m.span not in seen:
                seen.add(m.span)
                kind = TYPES.get(actor.kind, "ORG")
                out.append({"span": [m.span.begin, m.span.end], "type": kind, "cluster": actor.id, "chain": actor.id})
    return {"id": reading.document.origin, "text": reading.document.text, "entities": out}


def actor_gold(row: Row) -> Row:
    """Gold mentions that are actors: all persons and organisations, and places that a name calls a country."""
    text = row["text"]
    states = set()
    for e in row["entities"]:
        name = text[e["span"][0] : e["span"][1]].casefold().removeprefix("the ")
        if e["type"] == "PLACE" and name in lexicon().countries:
            states.add(e["cluster"])
    kept = [e for e in row["entities"] if e["type"] in ("PERSON", "ORG") or e["cluster"] in states]
    return {**row, "entities": kept}


def gum(read: Read, corpora: Path, scorers: Path, out: Path, split: str = "dev") -> dict[str, float | None]:
    """CoNLL F1 and its parts; a predicted mention stands for the gold one it shares most with."""
    gold = [actor_gold(row) for row in read_jsonl(corpora / "gum_entities" / f"{split}.jsonl")]
    write_jsonl(out / "gum.gold.jsonl", gold)
    write_jsonl(out / "gum.pred.jsonl", [chains(read(row)) for row in gold])
    figures: dict[str, float | None] = {}
    for label, genres in (("gum_news", ",".join(NEWS)), ("gum_all", "")):
        for singletons in ("keep", "drop"):
            options = ["--what", "coref,pronouns", "--mention-match", "overlap", "--singletons", singletons]
            options += ["--genre", genres] if genres else []
            s = score(scorers / "score_entities.py", out / "gum.gold.jsonl", out / "gum.pred.jsonl", *options)
            figures[f"{label}_conll_{singletons}"] = s["coref"]["conll_f1"]
            if singletons == "keep":
                figures[f"{label}_mentions_f1"] = s["coref"]["mentions"]["f1"]
                figures[f"{label}_pronouns_f1"] = s["pronouns"]["to_any"]["f1"]
    return figures


def articles(split: str) -> list[Row]:
    """Articles of the conflict set with attributions and events. Raises ``BenchError`` when the markup is broken."""
    rows, errors = compile_folder(CONFLICT / "articles" / split, CONFLICT / "events" / split)
    if errors or not rows:
        raise BenchError("; ".join(errors[:3]) or f"no articles with events in {CONFLICT}")
    return rows


def conflict(read: Read, rows: Sequence[Row]) -> dict[str, float | None]:
    """Shares of pronoun sources whose root, or whose actor, is right; pairs of participants that are one actor.

    ``pronoun_root``: kind and name of the root of the attribution whose content overlaps most. ``pronoun_actor``: the
    actor whose mention the pronoun is has the gold root's name, or is the source of another attribution with that
    root (a spokesman); documents and unnamed roots are left out. ``participants_*``: of all pairs of participants of
    events in one article, those with one gold name against those in one actor. ``participant_named``: participants
    in words other than their gold name whose actor has a mention at that name.
    """
    counts: Counter[str] = Counter()
    for row in rows:
        reading = read(row)
        found = actors(reading)
        _pronouns(row, reading, found, counts)
        _participants(row, found, counts)
    right, wrong, missed = counts["pairs_right"], counts["pairs_wrong"], counts["pairs_missed"]
    return {
        "pronoun_sources": counts["pronouns"],
        "pronoun_root": _share(counts["root"], counts["pronouns"]),
        "pronoun_actor": _share(counts["actor"], counts["acting"]),
        "participants_precision": _share(right, right + wrong),
        "participants_recall": _share(right, right + missed),
        "participant_named": _share(counts["named"], counts["described"]),
    }


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _pronouns(row: Row, reading: Reading, found: Sequence[Actor], counts: Counter[str]) -> None:
    text = row["text"]
    predicted: list[Row] = [
        {"content": [[s.begin, s.end] for s in a.content], "cue": [[s.begin, s.end] for s in a.cue], "root": a.root}
        for a in reading.attributions
    ]
    partner = match(row["attributions"], predicted)
    for k, a in enumerate(row["attributions"]):
        words = " ".join(text[b:e] for b, e in a["source"]).strip()
        if words.casefold() not in PRONOUNS:
            continue
        counts["pronouns"] += 1
        kind, name = a["root"]["kind"], a["root"]["name"]
        if k in partner:
            root = predicted[partner[k]]["root"]
            counts["root"] += root.kind.value == kind and same_name(name, root.name, person=kind == "person")
        if kind == "document" or name is None or name not in text:
            continue
        actor = _at(found, Span(*a["source"][0]))
        counts["acting"] += 1
        counts["actor"] += actor is not None and (_has(actor, text, name) or _speaks(actor, a, row["attributions"]))


def _speaks(actor: Actor, attribution: Row, others: Sequence[Row]) -> bool:
    """True when the actor is the source of another attribution with this root: a body's spokesman is "he"."""
    same = [o for o in others if o is not attribution and o["root"] == attribution["root"]]
    spans = [Span(*s) for o in same for s in o["source"]]
    return any(m.rule != "pronoun" and m.span.overlap(s) for m in actor.mentions for s in spans)


def _at(found: Sequence[Actor], span: Span) -> Actor | None:
    """The actor with the mention that shares most with a span; of equals the one that begins first."""
    best: tuple[float, int, Actor] | None = None
    for actor in found:
        for m in actor.mentions:
            shared = m.span.overlap(span)
            if shared and (m.rule != "pronoun" or 2 * shared > span.end - span.begin):
                weight = (shared / max(m.span.end - m.span.begin, span.end - span.begin), -m.span.begin)
                if best is None or weight > best[:2]:
                    best = (*weight, actor)
    return best[2] if best else None


def _has(actor: Actor, text: str, name: str) -> bool:
    """True when a mention of the actor stands within the words of a name somewhere in the text."""
    begin = text.find(name)
    while begin >= 0:
        span = Span(begin, begin + len(name))
        if any(_same_head(m.span, span, text) for m in actor.mentions):
            return True
        begin = text.find(name, begin + 1)
    return False


def _same_head(mention: Span, name: Span, text: str) -> bool:
    if not mention.overlap(name):
        return False
    inner = name.of(text).split(" of ")[0].split(" for ")[0].split(" in ")[0].split(" to ")[0]
    return mention.overlap(Span(name.begin, name.begin + len(inner))) > 0


def _participants(row: Row, found: Sequence[Actor], counts: Counter[str]) -> None:
    text = row["text"]
    held: dict[tuple[int, int], tuple[str, Actor]] = {}
    for event in row["events"]:
        for part in (*event["actor"], *event["recipient"]):
            if part["span"] is None:
                continue
            span = Span(*part["span"])
            actor = _at(found, span)
            plain = span.of(text).casefold()
            for article in ARTICLES:
                plain = plain.removeprefix(article)
            if plain != part["name"].casefold():
                counts["described"] += 1
                counts["named"] += actor is not None and _has(actor, text, part["name"])
            if actor is not None:
                held[(span.begin, span.end)] = (part["name"], actor)
    for (name, actor), (other_name, other) in itertools.combinations(held.values(), 2):
        same, joined = name == other_name, actor is other
        counts["pairs_right"] += same and joined
        counts["pairs_wrong"] += joined and not same
        counts["pairs_missed"] += same and not joined


def read_probe(split: str, path: Path = PROBE) -> list[tuple[str, ...]]:
    """Spellings of each name of a half of the probe. Raises ``BenchError`` naming file and line."""
    if not path.is_file():
        raise BenchError(f"{path} is missing")
    out = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) != 3 or cells[2] not in ("dev", "test"):
                raise BenchError(f"{path}:{number}: spellings, origin and dev or test are wanted, parted by tabs")
            if cells[2] == split:
                out.append(tuple(cells[0].split("|")))
    return out


def probe(split: str = "dev", key: Callable[[str], str] = name_key) -> dict[str, float | None]:
    """Pairs of spellings with one key: how many of them are of one name, and how many pairs of one name are found."""
    names = read_probe(split)
    spelled = [(k, s) for k, spellings in enumerate(names) for s in spellings]
    keys = {s: key(s) for _, s in spelled}
    right = wrong = missed = 0
    collided: set[frozenset[int]] = set()
    for (a, one), (b, other) in itertools.combinations(spelled, 2):
        same = keys[one] == keys[other]
        right += same and a == b
        missed += not same and a == b
        if same and a != b:
            wrong += 1
            collided.add(frozenset((a, b)))
    return {
        "probe_names": len(names),
        "probe_precision": _share(right, right + wrong),
        "probe_recall": _share(right, right + missed),
        "probe_collisions": len(collided),
    }


def speed(readings: Sequence[Reading]) -> dict[str, float | None]:
    """Milliseconds of processor time for 600 words of news."""
    words = sum(len(r.document.text.split()) for r in readings)
    begun = process_time()
    for reading in readings:
        actors(reading)
    return {"ms_600_words": 600_000 * (process_time() - begun) / words if words else None}


def measured(reader: Reader, corpora: Path, scorers: Path, out: Path) -> dict[str, float | None]:
    """All figures but the speed."""
    read = partial(reading_of, reader)
    return conflict(read, articles("dev")) | probe("dev") | gum(read, corpora, scorers, out)


def main() -> int:
    """Print all figures as JSON."""
    corpora = Path(sys.argv[1])
    reader = open_reader(threads=1)
    figures = measured(reader, corpora, corpora.resolve().parent / "bench", Path("out/bench/coref"))
    figures |= speed([reading_of(reader, row) for row in articles("dev")])
    print(json.dumps({name: value if value is None else round(value, 4) for name, value in figures.items()}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
