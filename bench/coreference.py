"""Events across articles on ECB+: ``python -m bench.coreference CORPORA [--split dev]``.

All documents of a split at once, without their topics. Each mention of an event becomes an assertion of its own, with
what our reader makes of its sentence, and goes through the blocks, the matcher and the clusters that claims go through.
Gold mentions, and the mentions that our reader finds itself; beside them the usual baseline, which joins all mentions
with one stem.
"""

from __future__ import annotations

import argparse
import json
import pickle
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import log
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import sayso
from bench.scorers import read_jsonl, score, write_jsonl
from sayso.types.attribution import VoiceKind
from sayso.types.claim import ClaimKind, Report
from sayso.types.event import Certainty, Event, EventMention, Participant, Role, Stance
from sayso.types.place import Place
from sayso.types.span import Span
from sayso.types.weighing import Article, Assertion, Match, Modality, Setting, Side, Taking, Teller
from sayso.weighing.matching import blocks, cluster, match, rarities
from sayso.weighing.matching.stems import roots
from sayso.weighing.matching.view import view
from sayso.weighing.stems import content_stems, head_stem

Row = dict[str, Any]
WORD, NUMBER = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*"), re.compile(r"\d[\d,.]*\d|\d")
NEAREST = 14  # words around a trigger that stand for its claim
ALIKE = 0.12  # likeness of two articles from which their mentions are compared
POSTING = 200  # assertions that a key may have and still give candidates


@dataclass(frozen=True)
class Scene:
    """A set of articles with the assertions that stand for mentions of events, and what is known of their words."""

    assertions: tuple[Assertion, ...]
    articles: Mapping[str, Article]
    documents: tuple[str, ...]
    frequency: Mapping[str, int]
    alike: NDArray[np.float64]

    def rarity(self) -> Callable[[str], float]:
        """How rare roots are among them."""
        return rarities(len(self.documents), lambda word: self.frequency.get(word, 0))

    def likeness(self, a: Assertion, b: Assertion) -> float:
        """How alike the articles of two assertions are."""
        at = self.places
        return float(self.alike[at[a.document], at[b.document]])

    @cached_property
    def places(self) -> dict[str, int]:
        """The row of each article in ``alike``."""
        return {name: k for k, name in enumerate(self.documents)}


def reports(rows: Iterable[Row], kept: Path | None = None) -> dict[str, Report]:
    """What our reader makes of each row, by its id; read from ``kept`` where that file is, else written to it."""
    if kept is not None and kept.is_file():
        with kept.open("rb") as file:
            found: dict[str, Report] = pickle.load(file)  # our own file of this run's folder
            return found
    reader = sayso.load_reader()
    found = {row["id"]: sayso.read(text=row["text"], reader=reader) for row in rows}
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        with kept.open("wb") as file:
            pickle.dump(found, file)
    return found


def gold_triggers(row: Row) -> list[Span]:
    """The gold mentions of a row that are scored."""
    return sorted({Span(*e["trigger"]) for e in row["events"] if e["gold"]})


def read_triggers(row: Row, report: Report) -> list[Span]:
    """The mentions that our reader finds in the sentences that are scored."""
    scored = [Span(*s) for s in row["gold_sents"]]
    found = {m.trigger for e in report.events for m in e.mentions}
    return sorted(t for t in found if any(s.overlap(t) for s in scored))


def scene(rows: Sequence[Row], read: Mapping[str, Report], triggers: Callable[[Row], Iterable[Span]]) -> Scene:
    """All mentions of a set of rows as assertions."""
    assertions = [a for row in rows for a in assertions_of(row["id"], read[row["id"]], triggers(row))]
    articles = {row["id"]: Article(row["id"], None, None, None, None, row["id"]) for row in rows}
    found = [roots(row["text"]) for row in rows]
    frequency: dict[str, int] = defaultdict(int)
    for words in found:
        for word in words:
            frequency[word] += 1
    return Scene(tuple(assertions), articles, tuple(articles), dict(frequency), likenesses(rows, frequency))


def likenesses(rows: Sequence[Row], frequency: Mapping[str, int]) -> NDArray[np.float64]:
    """Cosine of the words of each two rows, weighted by their rarity; shape (rows, rows)."""
    column = {word: k for k, word in enumerate(frequency)}
    x = np.zeros((len(rows), len(column)))
    for k, row in enumerate(rows):
        for word in roots(row["text"]):
            x[k, column[word]] = log(len(rows) / frequency[word])
    x /= np.maximum(np.linalg.norm(x, axis=1, keepdims=True), 1e-9)
    return np.asarray(x @ x.T)


def assertions_of(name: str, report: Report, triggers: Iterable[Span]) -> Iterator[Assertion]:
    """An assertion for each trigger: its sentence, and participants, time and place where our reader has an event."""
    text = report.document.text
    told = {m.trigger: (e, m) for e in report.events for m in e.mentions}
    for k, trigger in enumerate(triggers):
        sentence = next((s.span for s in report.sentences if s.span.overlap(trigger)), trigger)
        event, mention = next((v for t, v in told.items() if t.overlap(trigger)), (None, None))
        words = sentence.of(text)
        yield Assertion(
            id=f"{name}#{k:03}",
            document=name,
            place=k,
            kind=ClaimKind.EVENT,
            text=words,
            span=trigger,
            type=event.type if event else None,
            mode=mention.mode if mention else None,
            status=mention.status if mention else None,
            side=Side.FOR,
            modality=Modality.DEED,
            certainty=Certainty.MIDDLE,
            stance=Stance.NONE,
            probability=1.0,
            chain=(Teller(f"{name}:article", VoiceKind.ARTICLE, None),),
            taking=tuple(_taking(report, event, mention)) if event and mention else (),
            setting=_setting(event) if event else Setting(),
            trigger=head_stem(trigger.of(text)),
            words=tuple(content_stems(text, _around(text, sentence, trigger))),
            numbers=tuple(NUMBER.findall(words)),
        )


def _around(text: str, sentence: Span, trigger: Span) -> list[Span]:
    """The words of a sentence that stand nearest to a trigger: as many as a claim has."""
    words = [Span(sentence.begin + m.start(), sentence.begin + m.end()) for m in WORD.finditer(sentence.of(text))]
    return sorted(sorted(words, key=lambda w: (abs(w.begin - trigger.begin), w.begin))[:NEAREST])


def _taking(report: Report, event: Event, mention: EventMention) -> Iterator[Taking]:
    known = {a.id: a for a in report.grounding.actors}
    roles: tuple[tuple[Role, tuple[Participant, ...]], ...] = (
        (Role.ACTOR, event.actors),
        (Role.RECIPIENT, event.recipients),
    )
    for role, people in roles:
        for p in people:
            actor = known.get(p.actor_id) if p.actor_id else None
            yield Taking(role, p.name, actor.key if actor else None, actor.country if actor else None)


def _setting(event: Event) -> Setting:
    begin = event.time.begin.isoformat() if event.time and event.time.begin else None
    end = event.time.end.isoformat() if event.time and event.time.end else None
    place: Place | None = event.place
    at = place.location if place else None
    return Setting(
        since=begin,
        until=end,
        site=place.name if place else None,
        country=at.country if at else None,
        latitude=at.latitude if at else None,
        longitude=at.longitude if at else None,
        precision=at.precision.value if at else None,
    )


def candidates(found: Scene) -> list[tuple[int, int]]:
    """Pairs of assertions that are compared: of one block, of one article, and of articles that are alike.

    Of the last, those whose words for what happened are the same, kindred, or elsewhere in the other sentence.
    """
    posted: dict[str, list[int]] = defaultdict(list)
    for k, a in enumerate(found.assertions):
        posted[f"of {a.document}"].append(k)
        for key in blocks(a):
            posted[key].append(k)
    pairs = {pair for listed in posted.values() if len(listed) <= POSTING for pair in combinations(listed, 2)}
    views = [view(a, found.articles) for a in found.assertions]
    for one, other in zip(*np.where(np.triu(found.alike, 1) >= ALIKE), strict=True):
        for i in posted[f"of {found.documents[one]}"]:
            for j in posted[f"of {found.documents[other]}"]:
                a, b = views[i], views[j]
                if a.trigger & (b.trigger | b.words) or b.trigger & a.words or a.kinds & b.kinds:
                    pairs.add((min(i, j), max(i, j)))
    return sorted(pairs)


def matched(found: Scene) -> list[Match]:
    """Matches of all candidates of a scene."""
    rarity = found.rarity()
    out = []
    for i, j in candidates(found):
        a, b = found.assertions[i], found.assertions[j]
        out.append(match(a, b, found.articles, rarity, found.likeness(a, b)))
    return out


def chained(rows: Sequence[Row], found: Scene, parts: Iterable[Iterable[str]]) -> list[Row]:
    """Rows with the chains of ``parts`` in the scorer's format."""
    chain = {name: f"c{k}" for k, part in enumerate(parts) for name in part}
    events: dict[str, list[Row]] = defaultdict(list)
    for a in found.assertions:
        events[a.document].append({"type": "EVENT", "trigger": [a.span.begin, a.span.end], "chain": chain[a.id]})
    return [{"id": row["id"], "text": row["text"], "events": events[row["id"]]} for row in rows]


def by_stem(found: Scene) -> list[list[str]]:
    """The baseline: mentions with one stem are one chain."""
    parts: dict[str, list[str]] = defaultdict(list)
    for a in found.assertions:
        parts[a.trigger].append(a.id)
    return list(parts.values())


def measured(corpora: Path, scorers: Path, out: Path, split: str = "dev") -> dict[str, float | None]:
    """CoNLL F1 without singletons, its parts, and the same-stem baseline, with gold and with our reader's mentions."""
    rows = read_jsonl(corpora / "ecbplus" / f"{split}.jsonl")
    gold = [row | {"events": [e for e in row["events"] if e["gold"]]} for row in rows]
    write_jsonl(out / "key.jsonl", gold)
    read = reports(rows, out / f"reports.{split}.pkl")
    figures: dict[str, float | None] = {}
    for label, triggers in (("gold", gold_triggers), ("read", lambda row: read_triggers(row, read[row["id"]]))):
        found = scene(rows, read, triggers)
        parts = cluster([a.id for a in found.assertions], matched(found))
        for name, made in (("", parts), ("_stem", by_stem(found))):
            file = out / f"{label}{name}.jsonl"
            write_jsonl(file, chained(rows, found, made))
            options = ["--what", "coref", "--singletons", "drop", "--mention-match", "overlap"]
            s = score(scorers / "score_events.py", out / "key.jsonl", file, *options)["coref"]
            figures[f"{label}{name}_conll"] = s["conll_f1"]
            for part in ("muc", "b3", "ceafe", "lea"):
                figures |= {f"{label}{name}_{part}_{k}": v for k, v in s.get(part, {}).items() if k in ("p", "r", "f1")}
    return figures


def main() -> int:
    """Print all figures as JSON."""
    ap = argparse.ArgumentParser(prog="python -m bench.coreference", description=__doc__.split("\n")[0])
    ap.add_argument("corpora", type=Path)
    ap.add_argument("--scorers", type=Path, help="default: the folder 'bench' beside the corpora")
    ap.add_argument("--split", choices=("dev", "train"), default="dev")
    ap.add_argument("--out", type=Path, default=Path("out/bench/coreference"))
    o = ap.parse_args()
    scorers = o.scorers or o.corpora.resolve().parent / "bench"
    figures = measured(o.corpora, scorers, o.out, o.split)
    print(json.dumps({k: v if v is None else round(v, 4) for k, v in figures.items()}, indent=1))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
