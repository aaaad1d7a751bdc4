"""Documents in, reports out: the flow of ``sayso read``, one batch at a time."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from typing import Protocol, TypeAlias, runtime_checkable

from sayso.errors import ModelError
from sayso.types.claim import Grounding, Report
from sayso.types.document import Document, Rejection, Stage
from sayso.types.reading import Reading

# Characters read together: enough to keep every core busy, few enough that results appear as they come.
BATCH_CHARACTERS = 100_000
BATCH_ITEMS = 256

Ground: TypeAlias = Callable[[Reading], Grounding]

logger = logging.getLogger(__name__)


class Reader(Protocol):
    """Whatever reads documents, such as the model that ``load_reader`` gives."""

    def read_batch(self, documents: Sequence[Document]) -> list[Reading]:
        """One reading for each document, in the same order."""
        ...


@runtime_checkable
class Flowing(Protocol):
    """A reader that hands on each reading as soon as it is there, and goes on reading meanwhile."""

    def read_each(self, documents: Sequence[Document]) -> Iterator[Reading]:
        """One reading for each document, in the same order."""
        ...


def read_documents(
    documents: Iterable[Document | Rejection],
    reader: Reader,
    *,
    ground: Ground | None = None,
    batch_characters: int = BATCH_CHARACTERS,
    batch_items: int = BATCH_ITEMS,
) -> Iterator[Report | Rejection]:
    """Read and ground ``documents`` as they come and give the outcomes in the same order.

    ``ground`` finds out what a reading means; without one, that of the package does. Rejections pass through. A
    batch holds at most ``batch_characters`` (a longer document is read alone) and ``batch_items``; no more than that
    is held in memory. A document that the reader or the grounding fails on becomes a rejection (stage ``reading``,
    reason ``reading-failed`` or ``grounding-failed``) and the others of its batch are read.

    Raises ``ModelError`` as reader and grounding do: then no document can be read.
    """
    ground = ground or _own_ground()
    waiting: list[Document | Rejection] = []
    characters = 0
    for item in documents:
        size = len(item.text) if isinstance(item, Document) else 0
        if waiting and (characters + size > batch_characters or len(waiting) >= batch_items):
            yield from _outcomes(waiting, reader, ground)
            waiting, characters = [], 0
        if isinstance(item, Rejection) and not waiting:
            yield item
            continue
        waiting.append(item)
        characters += size
    yield from _outcomes(waiting, reader, ground)


def _own_ground() -> Ground:
    from sayso.grounding.ground import ground  # brings the gazetteer with it: nobody else waits for that

    return ground


def _outcomes(items: Sequence[Document | Rejection], reader: Reader, ground: Ground) -> Iterator[Report | Rejection]:
    batch = [item for item in items if isinstance(item, Document)]
    with closing(_read(batch, reader)) as read:  # whoever stops early does not wait for the rest of the batch
        for item in items:
            outcome = item if isinstance(item, Rejection) else next(read)
            yield outcome if isinstance(outcome, Rejection) else _grounded(outcome, ground)
        next(read, None)  # tells when there are too many


def _read(batch: list[Document], reader: Reader) -> Generator[Reading | Rejection, None, None]:
    """Outcomes of ``batch``, each as soon as the reader gives it, so that it is grounded while the next are read.

    If the reader fails, each document that is left is read alone to find the one at fault.
    """
    done = 0
    try:
        with closing(_readings(batch, reader)) as readings:
            for reading in readings:
                done += 1
                yield reading
    except ModelError:
        raise
    except Exception as error:  # any fault in one document must not stop the others
        logger.debug("reading of %d documents failed", len(batch) - done, exc_info=True)
        if len(batch) > 1:
            for document in batch[done:]:
                yield from _read([document], reader)
            return
        origin = batch[0].origin
        message = f"{origin}: could not be read ({_what(error)}); please report this with the document"
        yield Rejection(origin, Stage.READING, "reading-failed", message)


def _readings(batch: list[Document], reader: Reader) -> Generator[Reading, None, None]:
    """Readings of ``batch``. Raises ``ModelError`` when they are not as many."""
    if not batch:
        return
    count = 0
    for reading in reader.read_each(batch) if isinstance(reader, Flowing) else reader.read_batch(batch):
        count += 1
        if count <= len(batch):
            yield reading
    if count != len(batch):
        raise ModelError(f"the reader gave {count} readings for {len(batch)} documents; install a matching one")


def _grounded(reading: Reading, ground: Ground) -> Report | Rejection:
    try:
        grounding = ground(reading)
        meanings = tuple(map(reading.meaning, (c.span for c in grounding.claims))) if reading.meaning else ()
        return Report(replace(reading, meaning=None), grounding, meanings)
    except ModelError:
        raise
    except Exception as error:  # as above
        logger.debug("grounding of %s failed", reading.document.id, exc_info=True)
        origin = reading.document.origin
        message = f"{origin}: what it says could not be grounded ({_what(error)}); please report this with the document"
        return Rejection(origin, Stage.READING, "grounding-failed", message)


def _what(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]
