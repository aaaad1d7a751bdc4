"""Documents in, reports out: the flow of ``sayso read``, one batch at a time."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeAlias

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
    read = iter(_read(batch, reader))
    for item in items:
        outcome = item if isinstance(item, Rejection) else next(read)
        yield outcome if isinstance(outcome, Rejection) else _grounded(outcome, ground)


def _read(batch: list[Document], reader: Reader) -> list[Reading | Rejection]:
    """Outcomes of ``batch``. If it fails as a whole, each document is read alone to find the one at fault."""
    if not batch:
        return []
    try:
        readings = reader.read_batch(batch)
    except ModelError:
        raise
    except Exception as error:  # any fault in one document must not stop the others
        logger.debug("reading of %d documents failed", len(batch), exc_info=True)
        if len(batch) > 1:
            return [outcome for document in batch for outcome in _read([document], reader)]
        origin = batch[0].origin
        message = f"{origin}: could not be read ({_what(error)}); please report this with the document"
        return [Rejection(origin, Stage.READING, "reading-failed", message)]
    if len(readings) != len(batch):
        raise ModelError(f"the reader gave {len(readings)} readings for {len(batch)} documents; install a matching one")
    return list(readings)


def _grounded(reading: Reading, ground: Ground) -> Report | Rejection:
    try:
        return Report(reading, ground(reading))
    except ModelError:
        raise
    except Exception as error:  # as above
        logger.debug("grounding of %s failed", reading.document.id, exc_info=True)
        origin = reading.document.origin
        message = f"{origin}: what it says could not be grounded ({_what(error)}); please report this with the document"
        return Rejection(origin, Stage.READING, "grounding-failed", message)


def _what(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]
