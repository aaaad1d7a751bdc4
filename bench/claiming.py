"""How long it takes to weigh the claims of one article more: ``python -m bench.claiming --articles 5000``.

The articles are those of ``bench/stories/dev``, read once by the shipped reader, told again in one world after the
other: in each, three of four words, names and places among them, are others, and all dates later. Types and the other
words stay, so that claims of all worlds share blocks, which is harder than news is. Times are of the processor, so that
they hold on a busy machine; reading and lineage are not in them.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Final

from sayso.engine.propositions import weigh_new
from sayso.engine.read import read_documents
from sayso.intake import documents
from sayso.reading import load_reader
from sayso.store.assertions import save_assertions
from sayso.store.connection import Writer, writer
from sayso.store.taken import save_input, save_outcomes
from sayso.types.claim import Report
from sayso.types.document import Basis, Document, Known
from sayso.types.weighing import Assertion

STORIES: Final = Path(__file__).parent / "stories" / "dev"
NOW: Final = "2026-01-02T03:04:05Z"
FIRST_DAY: Final = date(1990, 1, 1)
DAYS: Final = 60  # from one world to the next
STAYS: Final = 64  # of 256: words that are the same in every world
MORE: Final = 80  # articles that are timed one by one
Told = tuple[Document, tuple[Assertion, ...]]


def stories(folder: Path = STORIES) -> list[Told]:
    """Our own stories, read, with what they assert."""
    from sayso.weighing.assertions import assertions

    outcomes = read_documents(documents(sorted(folder.glob("*/articles.jsonl"))), load_reader())
    return [(found.document, assertions(found)) for found in outcomes if isinstance(found, Report)]


def world(told: Sequence[Told], number: int) -> list[Told]:
    """The stories as they are told in one world, the earliest article first."""
    found = [_article(document, mine, number) for document, mine in told]
    return sorted(found, key=lambda row: row[0].published.value if row[0].published else "~")


def _article(document: Document, mine: Sequence[Assertion], number: int) -> Told:
    text = f"{document.text}\nTold in world {number}."
    id = "d_" + _hash(text)
    published = _later(document.published.value, number) if document.published else None
    title = Known(_words(document.title.value, number), Basis.TEXT) if document.title else None
    dated = Known(published, Basis.METADATA) if published else None
    made = replace(document, id=id, text=text, title=title, published=dated, url=None)
    return made, tuple(_assertion(a, id, number) for a in mine)


def _assertion(a: Assertion, document: str, number: int) -> Assertion:
    return replace(
        a,
        id="c_" + _hash(f"{a.id} {number}"),
        document=document,
        text=_words(a.text, number),
        words=tuple(_word(word, number) for word in a.words),
        taking=tuple(replace(t, name=_words(t.name, number), key=_key(t.key, number)) for t in a.taking),
        setting=replace(
            a.setting,
            site=_words(a.setting.site, number) if a.setting.site else None,
            since=_later(a.setting.since, number) if a.setting.since else None,
            until=_later(a.setting.until, number) if a.setting.until else None,
        ),
        chain=tuple(replace(teller, key=_key(teller.key, number)) for teller in a.chain),
    )


def _words(text: str, number: int) -> str:
    return " ".join(_word(word, number) for word in text.split())


def _word(word: str, number: int) -> str:
    if int(_hash(word)[:2], 16) < STAYS:
        return word
    return word + "".join("aeioulnrst"[int(digit)] for digit in f"{number:03}")


def _key(key: str | None, number: int) -> str | None:
    return _word(key, number) if key else None


def _later(moment: str, number: int) -> str:
    day = FIRST_DAY + timedelta(days=number * DAYS + date.fromisoformat(moment[:10]).toordinal() % DAYS)
    return day.isoformat() + moment[10:]


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]


def keep(ledger: Writer, told: Sequence[Told], name: str) -> None:
    """Have these articles wait to be weighed, as if they had been read and compared with the others."""
    given = save_input(ledger, name, name, 10, NOW)
    save_outcomes(ledger, given, 0, [document for document, _ in told], NOW, last=True)
    with ledger.transaction():
        for document, mine in told:
            ledger.connection.execute("INSERT INTO readings VALUES (?, '1', x'')", (document.id,))
            save_assertions(ledger, document.id, mine)
        for table in ("unlinked", "queue"):
            ledger.connection.execute(f"DELETE FROM {table}")


def one_more(ledger: Writer, told: Sequence[Told]) -> Iterator[float]:
    """Milliseconds of processor time that each article more takes."""
    for document, mine in told:
        keep(ledger, [(document, mine)], document.id)
        before = time.process_time()
        list(weigh_new(ledger))
        yield (time.process_time() - before) * 1000


def main(arguments: Sequence[str] | None = None) -> None:
    """Fill a ledger and print how long one article more takes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--more", type=int, default=MORE)
    asked = parser.parse_args(arguments)
    told = stories()
    with tempfile.TemporaryDirectory() as folder, writer(Path(folder) / "ledger.sayso", create=True) as ledger:
        ledger.connection.execute("PRAGMA synchronous = OFF")
        worlds = max(1, round(asked.articles / len(told)))
        before = time.process_time()
        for number in range(worlds):
            keep(ledger, world(told, number), f"world {number}")
            list(weigh_new(ledger))
        spent = (time.process_time() - before) * 1000 / (worlds * len(told))
        ledger.connection.execute("PRAGMA synchronous = FULL")
        times = sorted(one_more(ledger, world(told, worlds)[: asked.more]))
        claims, most = ledger.connection.execute("SELECT count(*), max(articles) FROM propositions").fetchone()
    print(f"articles {worlds * len(told):,}, claims across articles {claims:,}, the largest in {most} articles")
    print(f"filling: {spent:.0f} ms an article")
    median, late = statistics.median(times), times[int(len(times) * 0.95)]
    print(f"one more: median {median:.0f} ms, 95 of 100 within {late:.0f} ms, at most {times[-1]:.0f} ms")


if __name__ == "__main__":
    main()
