"""Documents in, readings out: the flow of ``sayso read``, one batch at a time."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from sayso.errors import ModelError
from sayso.types.document import Document, Rejection, Stage
from sayso.types.reading import Reading

# Characters read together: enough to keep every core busy, few enough that results appear as they come.
BATCH_CHARACTERS = 100_000
BATCH_ITEMS = 256

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
    batch_characters: int = BATCH_CHARACTERS,
    batch_items: int = BATCH_ITEMS,
) -> Iterator[Reading | Rejection]:
    """Read ``documents`` as they come and give the outcomes in the same order.

    Rejections pass through. A batch holds at most ``batch_characters`` (a longer document is read alone)
    and ``batch_items``; no more than that is held in memory. A document that the reader fails on becomes
    a rejection (stage ``reading``, reason ``reading-failed``) and the others of its batch are read.

    Raises ``ModelError`` as the reader does: then no document can be read.
    """
    waiting: list[Document | Rejection] = []
    characters = 0
    for item in documents:
        size = len(item.text) if isinstance(item, Document) else 0
        if waiting and (characters + size > batch_characters or len(waiting) >= batch_items):
            yield from _outcomes(waiting, reader)
            waiting, characters = [], 0
        if isinstance(item, Rejection) and not waiting:
            yield item
            continue
        waiting.append(item)
        characters += size
    yield from _outcomes(waiting, reader)


def _outcomes(items: Sequence[Document | Rejection], reader: Reader) -> Iterator[Reading | Rejection]:
    batch = [item for item in items if isinstance(item, Document)]
    read = iter(_read(batch, reader))
    for item in items:
        yield item if isinstance(item, Rejection) else next(read)


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
        return [_rejected(batch[0], error)]
    if len(readings) != len(batch):
        raise ModelError(f"the reader gave {len(readings)} readings for {len(batch)} documents; install a matching one")
    return list(readings)


def _rejected(document: Document, error: Exception) -> Rejection:
    what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    message = f"{document.origin}: could not be read ({what}); please report this with the document"
    return Rejection(document.origin, Stage.READING, "reading-failed", message)
