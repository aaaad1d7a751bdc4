"""Articles that have nothing to do with each other: ``python -m bench.distractors CORPORA FILE [--count 20000]``.

As many as the corpora give, four fifths at most, are passages of them, as long as short articles are. What these
share by copying is taken out by an exact check: a passage that has a run of twelve words in common with an earlier one,
or with a text of the corpus of rewrites, is left out. Passages of one article stay together: same names, same topic, no
shared wording, which is what a finder of copies must tell apart. The rest are pseudo-articles by the generator of the
rewrites, whose word pairs come from those passages; where a pair has but one next word they repeat a passage, so that
they are checked in the same way. The file is JSON lines of ``id``, ``title`` and ``text``; one that
is there is used as it is.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
from argparse import Namespace
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from bench.scorers import load_module, read_jsonl, write_jsonl
from sayso.text.sentences import sentences

# The corpora of running text, those of whole articles first. GUM and RE3D gave the rewrites their sources; ECB+ is
# left out, as its articles on one event take whole sentences from each other.
CORPORA = (
    "polnear/train", "polnear/dev", "lgl/dev", "wikievents/train", "wikievents/dev", "rams/dev", "geovirus/dev",
    "aquaint_timeml/dev", "gum_attribution/train", "gum_attribution/dev",
    "uner_ewt/train", "uner_ewt/dev", "wikigold/train", "wikigold/dev",
)  # fmt: skip
COUNT = 20_000
SEED = 20220308
FEWEST, MOST = 90, 260  # words of a passage
RUN = 12  # words in a row that two unrelated texts may not share
PSEUDO_WORDS = (120, 350, 600)
WORD = re.compile(r"\w+")


def distractors(corpora: Path, file: Path, count: int = COUNT) -> list[dict[str, Any]]:
    """``count`` texts, read from ``file``, or made and kept there when it is missing or too short."""
    if file.exists():
        found = read_jsonl(file)
        if len(found) >= count:
            return found[:count]
    real = list(passages(corpora))
    random.Random(SEED).shuffle(real)
    real = real[: count * 4 // 5]
    seen = {run for row in real for run in runs(row["text"])}
    found = real + list(islice(_apart(pseudo(corpora, real, 2 * (count - len(real))), seen), count - len(real)))
    write_jsonl(file, found)
    return found


def passages(corpora: Path) -> Iterator[dict[str, Any]]:
    """Passages of the corpora, none of which shares a run of words with an earlier one or with the rewrites."""
    seen: set[int] = set()
    for row in read_jsonl(corpora / "rewrites" / "docs.jsonl"):
        seen.update(runs(row["text"]))
    for name in CORPORA:
        rng = random.Random(name)
        for row in read_jsonl(corpora / f"{name}.jsonl"):
            for number, text in enumerate(_cut(row["text"], rng)):
                title = row.get("title") or ""
                yield from _apart([{"id": f"{name}/{row['id']}/{number}", "title": title, "text": text}], seen)


def _apart(rows: Iterable[dict[str, Any]], seen: set[int]) -> Iterator[dict[str, Any]]:
    """Those of ``rows`` that have no run of words in common with what was ``seen``, nor with each other."""
    for row in rows:
        own = set(runs(row["text"]))
        if not own & seen:
            yield row
        seen |= own


def runs(text: str) -> Iterator[int]:
    """A number for each run of ``RUN`` words, capitals and marks apart."""
    words = WORD.findall(text.lower())
    for at in range(len(words) - RUN + 1):
        yield hash(tuple(words[at : at + RUN]))


def pseudo(corpora: Path, real: list[dict[str, Any]], count: int) -> Iterator[dict[str, Any]]:
    """Pseudo-articles by the generator: real word pairs, invented names and figures."""
    generator = load_module(corpora.parent / "bench" / "make_rewrites.py")
    with tempfile.TemporaryDirectory() as folder:
        sources = Path(folder) / "sources.jsonl"
        write_jsonl(sources, [{"paragraphs": [[s.span.of(r["text"]) for s in sentences(r["text"])]]} for r in real])
        every = [Namespace(sources=sources, bulk=count // len(PSEUDO_WORDS) + 1, bulk_words=w) for w in PSEUDO_WORDS]
        made = [generator.bulk(options, random.Random(options.bulk_words)) for options in every]
        for rows in zip(*made, strict=True):
            for words, row in zip(PSEUDO_WORDS, rows, strict=True):
                text = "\n\n".join(" ".join(p) for p in row["paragraphs"])
                yield {"id": f"pseudo/{words}/{row['id']}", "title": row["title"], "text": text}


def _cut(text: str, rng: random.Random) -> Iterator[str]:
    """``text`` in passages of whole sentences; a short rest is left out."""
    begin, end, words, wanted = -1, 0, 0, rng.randint(FEWEST, MOST)
    for sentence in sentences(text):
        begin = sentence.span.begin if begin < 0 else begin
        end = sentence.span.end
        words += len(text[sentence.span.begin : end].split())
        if words >= wanted:
            yield text[begin:end]
            begin, words, wanted = -1, 0, rng.randint(FEWEST, MOST)
    if words >= FEWEST:
        yield text[begin:end]


def main() -> int:
    """Make the file and say what is in it."""
    ap = argparse.ArgumentParser(prog="python -m bench.distractors", description=__doc__.split("\n")[0])
    ap.add_argument("corpora", type=Path)
    ap.add_argument("file", type=Path)
    ap.add_argument("--count", type=int, default=COUNT)
    o = ap.parse_args()
    found = distractors(o.corpora, o.file, o.count)
    words = sum(len(d["text"].split()) for d in found)
    made = sum(d["id"].startswith("pseudo/") for d in found)
    print(f"{len(found):,} texts, {made:,} of them pseudo-articles, {words / len(found):.0f} words each")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
