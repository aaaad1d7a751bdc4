"""Times: value F1 on AQUAINT end to end, intervals on given spans of GUM and EventStoryLine, the project's own probe.

No model is needed. ``python -m bench.tasks.time CORPORA`` prints all figures.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from time import process_time
from typing import Any

from bench.scorers import read_jsonl, score, write_jsonl
from sayso.grounding.times.find import find
from sayso.grounding.times.normalise import normalise, read_times
from sayso.types.span import Span
from sayso.types.time import Granularity, TimeExpression, TimexType

Row = dict[str, Any]
PROBE = Path(__file__).parents[1] / "time_probe.jsonl"
# corpus folder, whether its spans are given, whether its values are TEI's, scorer options
CORPORA = (
    ("aquaint_timeml", False, False, ()),
    ("gum_dates", True, True, ("--given-spans", "--types", "DATE,TIME")),
    ("eventstoryline_time", True, False, ("--given-spans", "--types", "DATE")),
)
SEASONS = {"SP": (3, 6), "SU": (6, 9), "FA": (9, 12), "WI": (12, 3)}  # months in which they begin and end
RIGHT = 0.5  # intersection over union from which an answer to the probe is right
REPEATS = 3


def published(row: Row) -> date | None:
    """The document's date of a row, of which a time of day is left out."""
    value = row.get("dct")
    return date.fromisoformat(value[:10]) if isinstance(value, str) and value else None


def time(row: Row, *, given: bool = False, tei: bool = False) -> Row:
    """Time expressions of one document in the scorer's format; of gold annotation only the spans are used, if given.

    ``tei``: values as GUM's TEI dates write them, days and "first/last day", for what TIMEX3 has no calendar value.
    """
    text = row["text"]
    if given:
        found = normalise(text, [Span(*t["span"]) for t in row.get("timex") or ()], published(row))
    else:
        found = read_times(text, published(row))
    out = []
    for t in found:
        kind, value = _tei(t) if tei else (t.type, t.value)
        if value:
            out.append({"span": [t.span.begin, t.span.end], "type": kind.value if kind else "", "value": value})
    return {"id": row["id"], "text": text, "timex": out}


def _tei(t: TimeExpression) -> tuple[TimexType | None, str | None]:
    """TEI has no parts of days, no lengths and no vague values: they become days. GUM writes a season that is named
    with its year by the months in which it begins and ends ("2010-06/2010-09"); each end of a range has its own value.
    """
    season = re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", t.value or "")
    if season and t.anchor is None and not t.modifier:
        first, last = SEASONS[season[2]]
        return TimexType.DATE, f"{season[1]}-{first:02d}/{int(season[1]) + (last < first):04d}-{last:02d}"
    if t.relation in ("from", "to") and t.value and not t.modifier and "REF" not in t.value and "T" not in t.value:
        return t.type, t.value
    cut = t.granularity is Granularity.DAY and t.value and re.fullmatch(r"\d{4}-W\d\d", t.value)
    if t.granularity is Granularity.PART_OF_DAY and t.value and t.begin:
        return TimexType.DATE, t.value[:10]
    if t.modifier == "END" and t.relation in ("by", "until") and t.end:
        return TimexType.DATE, f"{t.end - timedelta(1):%Y-%m-%d}"
    vague = (
        t.approximate
        or cut
        or t.modifier
        or t.type is TimexType.DURATION
        or not t.value
        or "/" in t.value
        or "REF" in t.value
    )
    if t.begin and t.end and vague:
        last = t.end - timedelta(seconds=1)
        return TimexType.DATE, f"{t.begin.year:04d}-{t.begin:%m-%d}/{last.year:04d}-{last:%m-%d}"
    return t.type, t.value


def times(corpora: Path, scorers: Path, out: Path, split: str = "dev") -> dict[str, float | None]:
    """Figures on the corpora and the probe."""
    figures: dict[str, float | None] = {}
    for corpus, given, tei, options in CORPORA:
        path = corpora / corpus / f"{split}.jsonl"
        predicted = [time(row, given=given, tei=tei) for row in read_jsonl(path)]
        write_jsonl(out / f"{corpus}.pred.jsonl", predicted)
        s = score(scorers / "score_time.py", path, out / f"{corpus}.pred.jsonl", *options)
        names = ("interval_accuracy", "normalisation_accuracy") if given else ("value_f1", "relaxed_f1", "strict_f1")
        figures |= {f"{corpus}_{name}": s[name] for name in names}
    figures |= {f"probe_{name}": value for name, value in probe(split).items()}
    return figures


def _moment(words: str | None) -> datetime | None:
    return datetime.fromisoformat(words) if words else None


def overlap(gold: tuple[datetime | None, datetime | None], found: tuple[datetime | None, datetime | None]) -> float:
    """Intersection over union of two intervals; of two that are open on the same side 1 if their other ends agree."""
    if [e is None for e in gold] != [e is None for e in found]:
        return 0.0
    if gold[0] is None or gold[1] is None or found[0] is None or found[1] is None:
        return float(gold == found)
    shared = (min(gold[1], found[1]) - max(gold[0], found[0])).total_seconds()
    return max(0.0, shared / (max(gold[1], found[1]) - min(gold[0], found[0])).total_seconds())


def answer(item: Row) -> TimeExpression:
    """The reading of a probe item's expression, beside what the finder marks in the rest of its text."""
    text, span = item["text"], Span(*item["span"])
    masked = text[: span.begin] + "_" * (span.end - span.begin) + text[span.end :]
    beside = [s for s in find(masked) if not s.overlap(span)]
    return next(t for t in normalise(text, [*beside, span], published(item)) if t.span == span)


def probe(split: str = "dev", path: Path = PROBE) -> dict[str, float]:
    """Mean intersection over union, precision and share answered of the probe (see time_probe.md), and the share of
    its expressions that the finder marks, at least in part."""
    items = [item for item in read_jsonl(path) if item["split"] == split]
    scores: list[float] = []
    answered = right = marked = 0
    for item in items:
        t, gold = answer(item), item["interval"]
        value = overlap((_moment(gold[0]), _moment(gold[1])), (t.begin, t.end)) if gold and t.known else 0.0
        answered += t.known
        right += value >= RIGHT
        if gold:
            scores.append(value)
            marked += any(s.overlap(Span(*item["span"])) for s in find(item["text"]))
    return {
        "mean_iou": statistics.mean(scores),
        "precision": right / max(answered, 1),
        "answered": answered / len(items),
        "found": marked / len(scores),
    }


def rate(corpora: Path) -> float:
    """Words a second of one core, found and normalised: process time, so that other programmes do not count."""
    rows = read_jsonl(corpora / "aquaint_timeml" / "dev.jsonl")
    words = sum(len(row["text"].split()) for row in rows)
    spent = []
    for _ in range(REPEATS):
        started = process_time()
        for row in rows:
            read_times(row["text"], published(row))
        spent.append(process_time() - started)
    return words / statistics.median(spent)


def main() -> int:
    """Print all figures as JSON."""
    corpora = Path(sys.argv[1])
    figures: dict[str, Any] = dict(times(corpora, corpora.resolve().parent / "bench", Path("out/bench")))
    figures |= {f"probe_test_{name}": value for name, value in probe("test").items()}
    figures["words_per_s"] = rate(corpora)
    print(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
