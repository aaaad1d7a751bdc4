"""Events of the project's own conflict set: who did what to whom, how sure, where and when.

``python -m bench.tasks.events`` prints what grounding makes of gold mentions: the bound from above, without a model.
``bench/eventmatch.py`` says when a predicted event is a gold one.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from bench.eventgold import gold_actors, gold_mentions, gold_reading
from bench.eventmarks import compile_folder
from bench.eventmatch import Counts, Judged, gold_status, judge, plain, teller
from bench.scorers import BenchError, score, write_jsonl
from bench.tasks.time import overlap
from sayso.grounding.events.link import events as link
from sayso.grounding.events.settings import names_of_places
from sayso.grounding.ground import ground
from sayso.grounding.places.find import find
from sayso.grounding.places.resolve import Setting, resolve
from sayso.grounding.times.normalise import read_times
from sayso.reading.read import Reader
from sayso.types.actor import Actor
from sayso.types.document import Document
from sayso.types.event import Event
from sayso.types.place import Place
from sayso.types.reading import Reading
from sayso.types.span import Span
from sayso.types.time import TimeExpression

Row = dict[str, Any]
Figures = dict[str, float | None]
CONFLICT = Path(__file__).parents[1] / "conflict"
MEASURES = ("event", "told", "actor", "trigger", "spot")
RIGHT = 0.5  # intersection over union from which a time is right, as in the probe of times


@dataclass(frozen=True, slots=True)
class Answer:
    """What was made of one document."""

    reading: Reading
    actors: tuple[Actor, ...]
    events: tuple[Event, ...]


def gold_rows(split: str = "dev") -> list[Row]:
    """Articles of a split with their events. Raises ``BenchError`` when the markup is broken."""
    rows, errors = compile_folder(CONFLICT / "articles" / split, CONFLICT / "events" / split)
    if errors or not rows:
        raise BenchError("; ".join(errors[:3]) or f"no articles with events in {CONFLICT}")
    return rows


def document(row: Row) -> Document:
    """A row as a document, with its date and outlet where it has them."""
    return gold_reading(row).document


def given(row: Row, reading: Reading | None = None, actors: Sequence[Actor] | None = None) -> Answer:
    """What linking makes of a row's gold mentions.

    ``reading`` lends its attributions, by default there are none; ``actors`` are those of gold by default.
    """
    base = gold_reading(row) if reading is None else reading
    mentions = gold_mentions(row, base.sentences)
    known = gold_actors(row) if actors is None else tuple(actors)
    return answer(replace(base, events=mentions), known)


def settings(reading: Reading) -> tuple[tuple[Place, ...], tuple[TimeExpression, ...]]:
    """Places and times as the rules find them in a text, with the names inside the words of place of its events."""
    text, published = reading.document.text, reading.document.published
    names = names_of_places(text, reading.events)
    ruled = [s for s in find(text) if not any(s.overlap(n) for n in names)]
    day = date.fromisoformat(published.value[:10]) if published else None
    return resolve(sorted([*names, *ruled]), Setting(text)), read_times(text, day, reading.sentences)


def answer(reading: Reading, actors: Sequence[Actor]) -> Answer:
    """The events of a reading."""
    return Answer(reading, tuple(actors), link(reading, actors, *settings(reading)))


def figures(rows: Sequence[Row], answers: Sequence[Answer]) -> Figures:
    """All figures of the events of some documents against gold."""
    judged = [judge(row, a.events, a.actors) for row, a in zip(rows, answers, strict=True)]
    out: Figures = {}
    for measure in MEASURES:
        total = sum((j.counts(measure) for j in judged), Counts())
        out |= {f"{measure}_p": total.precision, f"{measure}_r": total.recall, f"{measure}_f1": total.f1}
    return out | _statuses(judged) | _axes(judged) | _settings(judged)


def _share(values: Sequence[bool]) -> float | None:
    return sum(values) / len(values) if values else None


def _statuses(judged: Sequence[Judged]) -> Figures:
    """Of the gold events that did not plainly happen and whose words were found, the share told as plainly happened;
    and the other way round."""
    wrong: list[bool] = []
    cautious: list[bool] = []
    for j in judged:
        for gold in j.gold:
            found = teller(gold, j.found)
            if found is not None:
                told = plain(found.status)
                (cautious if plain(gold_status(gold)) else wrong).append(
                    (not told) if plain(gold_status(gold)) else told
                )
    return {"status_errors": _share(wrong), "status_overcautious": _share(cautious), "status_asked": float(len(wrong))}


AXES: dict[str, tuple[Callable[[Row], object], Callable[[Event], object]]] = {
    "occurrence": (lambda g: g["status"]["polarity"], lambda e: e.status.occurrence.value),
    "phase": (lambda g: g["status"]["time"], lambda e: e.status.phase.value),
    "reality": (lambda g: g["status"]["reality"], lambda e: e.status.reality.value),
    "certainty": (lambda g: g["certainty"], lambda e: e.certainty.value),
    "stance": (lambda g: g["stance"], lambda e: e.mentions[e.main].stance.value),
    "mode": (lambda g: g["mode"], lambda e: e.mode),
    "about": (lambda g: g["about"] is not None, lambda e: e.about is not None),
}


def _axes(judged: Sequence[Judged]) -> Figures:
    """Accuracy on each axis over pairs of one type whose words overlap."""
    pairs = [(j.gold[i], j.found[k]) for j in judged for i, k in j.pairs["trigger"].items()]
    return {f"{name}_accuracy": _share([of(g) == told(e) for g, e in pairs]) for name, (of, told) in AXES.items()}


def _settings(judged: Sequence[Judged]) -> Figures:
    """Places and times over pairs of one type whose words overlap."""
    place, country, time, value = Counts(), Counts(), Counts(), Counts()
    shared: list[float] = []
    for j in judged:
        for i, k in j.pairs["trigger"].items():
            gold, found = j.gold[i], j.found[k]
            located = found.place is not None and found.place.location is not None
            place += Counts(_place_right(gold, found.place), located, bool(gold["place"]))
            held = {p["country"] for p in gold["place"]} - {None}
            same = bool(held and located and found.place and found.place.location)
            country += Counts(same and bool(held & set(_countries(found.place))), located and bool(held), bool(held))
            known = [t["edtf"] for t in gold["time"] if t["edtf"]]
            dated = found.time is not None and found.time.known
            best = max((days_shared(edtf, found.time, j.published) for edtf in known), default=0.0)
            shared += [best] if known else []
            time += Counts(best >= RIGHT, dated, bool(known))
            value += Counts(best == 1.0, dated, bool(known))
    out: Figures = {"time_iou": sum(shared) / len(shared) if shared else None}
    for name, c in (("place", place), ("country", country), ("time", time), ("interval", value)):
        out |= {f"{name}_p": c.precision, f"{name}_r": c.recall, f"{name}_f1": c.f1}
    return out


def _countries(place: Place | None) -> tuple[str, ...]:
    return place.location.countries if place is not None and place.location is not None else ()


def _place_right(gold: Row, found: Place | None) -> bool:
    """Whether the place bears a gold name, or stands in gold words and in no other country than gold's."""
    if found is None or found.location is None:
        return False
    for p in gold["place"]:
        if p["name"].casefold() in (found.location.name.casefold(), found.name.casefold()):
            return True
        inside = p["span"] is not None and Span(*p["span"]).overlap(found.span)
        if inside and p["country"] in found.location.countries:
            return True
    return False


def interval(edtf: str) -> tuple[datetime | None, datetime | None]:
    """The half-open interval that an EDTF date or interval of the gold files names; ``None`` for an open end."""
    first, _, last = edtf.partition("/")
    begin = _ends(first)[0]
    return begin, _ends(last or first)[1]


def _ends(words: str) -> tuple[datetime | None, datetime | None]:
    if words == "..":
        return None, None
    day, _, clock = words.rstrip("~?").partition("T")
    parts = [int(p) for p in day.split("-")]
    if clock:
        hour = clock.split(":")
        begin = datetime(*parts, int(hour[0]), int(hour[1]) if len(hour) > 1 else 0)  # type: ignore[arg-type, misc]
        return begin, begin + (timedelta(minutes=1) if len(hour) > 1 else timedelta(hours=1))
    begin = datetime(parts[0], *(parts[1:] + [1, 1])[:2])
    if len(parts) == 3:
        return begin, begin + timedelta(days=1)
    if len(parts) == 2:
        return begin, (begin + timedelta(days=31)).replace(day=1)
    return begin, begin.replace(year=begin.year + 1)


def days_shared(edtf: str, found: TimeExpression | None, published: date | None) -> float:
    """Intersection over union in whole days; both are cut off after the document's day where one of them has no end.

    The files of gold give hours only where the text does, and close at the document's day what still goes on there.
    """
    if found is None or not found.known:
        return 0.0
    gold, told = (_days(*ends) for ends in (interval(edtf), (found.begin, found.end)))
    if (gold[1] is None) != (told[1] is None) and published is not None:
        last = datetime(published.year, published.month, published.day) + timedelta(days=1)
        gold, told = (gold[0], gold[1] or last), (told[0], told[1] or last)
    backwards = any(a is not None and b is not None and a >= b for a, b in (gold, told))
    return 0.0 if backwards else overlap(gold, told)


def _days(begin: datetime | None, end: datetime | None) -> tuple[datetime | None, datetime | None]:
    """An interval widened to whole days."""
    first = None if begin is None else datetime(begin.year, begin.month, begin.day)
    last = None if end is None else datetime(end.year, end.month, end.day)
    return first, last if last is None or last == end else last + timedelta(days=1)


def prediction(row: Row, events: Sequence[Event]) -> Row:
    """One item for each mention, in the form of ``score_events.py``; mentions of one event share a chain."""
    out = []
    for event in events:
        for m in event.mentions:
            arguments = [
                {"role": a.role.value, "span": [a.span.begin, a.span.end], "probability": a.probability}
                for a in m.arguments
            ]
            out.append(
                {
                    "type": m.type.value,
                    "trigger": [m.trigger.begin, m.trigger.end],
                    "chain": event.id,
                    "probability": m.probability,
                    "args": arguments,
                }
            )
    return {"id": row["id"], "text": row["text"], "events": out}


def gold_row(row: Row) -> Row:
    """A gold row in the same form."""
    reading = gold_reading(row)
    chains = {
        (e["type"], Span(*s)): f"{row['id']}:{e['number']}"
        for e in row["events"]
        for s in (e["trigger"], *e["mentions"])
    }
    out = [
        {
            "type": m.type.value,
            "trigger": [m.trigger.begin, m.trigger.end],
            "chain": chains[m.type.value, m.trigger],
            "args": [{"role": a.role.value, "span": [a.span.begin, a.span.end]} for a in m.arguments],
        }
        for m in gold_mentions(row, reading.sentences)
    ]
    return {"id": row["id"], "text": row["text"], "events": out}


def scored(rows: Sequence[Row], answers: Sequence[Answer], scorers: Path, out: Path) -> Figures:
    """Trigger, argument and coreference figures of ``score_events.py``, mention by mention."""
    write_jsonl(out / "events.gold.jsonl", [gold_row(row) for row in rows])
    predicted = [prediction(row, a.events) for row, a in zip(rows, answers, strict=True)]
    write_jsonl(out / "events.pred.jsonl", predicted)
    s = score(scorers / "score_events.py", out / "events.gold.jsonl", out / "events.pred.jsonl")
    return {
        "mention_trigger_f1": s["triggers"]["id_overlap"]["f1"],
        "mention_type_f1": s["triggers"]["cls_overlap"]["f1"],
        "argument_head_f1": s["args"]["cls_head"]["f1"],
        "argument_overlap_f1": s["args"]["cls_overlap"]["f1"],
        "coreference_f1": s["coref"]["conll_f1"],
    }


def conflict_events(reader: Reader, scorers: Path, out: Path, split: str = "dev") -> Figures:
    """Figures of the whole way from the text to its events, and what gold mentions would reach ("bound_...")."""
    rows = gold_rows(split)
    answers, bounds = [], []
    for row in rows:
        reading = reader.read(document(row))
        found = ground(reading)
        answers.append(Answer(reading, found.actors, found.events))
        bounds.append(given(row, reading, found.actors))
    bound = figures(rows, bounds)
    own = figures(rows, answers) | scored(rows, answers, scorers, out)
    return own | {f"bound_{name}": bound[name] for name in ("event_f1", "trigger_f1", "status_errors")}


def main() -> int:
    """Print what linking makes of gold mentions and gold actors."""
    rows = gold_rows(sys.argv[1] if len(sys.argv) > 1 else "dev")
    found = figures(rows, [given(row) for row in rows])
    print(json.dumps({name: value if value is None else round(value, 4) for name, value in found.items()}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
