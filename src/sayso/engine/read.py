"""Walk documents through the rooms: intake's outcomes in, readings out, in the order they came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from sayso.errors import ModelError
from sayso.types.document import Document, Rejection, Stage
from sayso.types.reading import Reading

# Characters read together: enough to keep every core busy, few enough that results appear as they come.
BATCH_CHARACTERS = 100_000


class Reader(Protocol):
    """Whatever reads documents: the packaged model, or another in its place."""

    def read_batch(self, documents: Sequence[Document]) -> list[Reading]:
        """Readings in the order of ``documents``."""
        ...


def read_documents(
    outcomes: Iterable[Document | Rejection], reader: Reader, batch_characters: int = BATCH_CHARACTERS
) -> Iterator[Reading | Rejection]:
    """Each document's reading, or why there is none, in the order they came.

    ``ModelError`` passes through, as no document can be read then; any other failure sets its document aside.
    """
    waiting: list[Document | Rejection] = []
    size = 0
    for outcome in outcomes:
        waiting.append(outcome)
        size += len(outcome.text) if isinstance(outcome, Document) else 0
        if size >= batch_characters:
            yield from _batch(waiting, reader)
            waiting, size = [], 0
    yield from _batch(waiting, reader)


def _batch(outcomes: list[Document | Rejection], reader: Reader) -> Iterator[Reading | Rejection]:
    documents = [o for o in outcomes if isinstance(o, Document)]
    try:
        readings: list[Reading | Rejection] = list(reader.read_batch(documents)) if documents else []
    except ModelError:
        raise
    except Exception:  # noqa: BLE001 - one document's failure must not cost the others: read them one by one
        readings = [_alone(d, reader) for d in documents]
    found = iter(readings)
    for outcome in outcomes:
        yield next(found) if isinstance(outcome, Document) else outcome


def _alone(document: Document, reader: Reader) -> Reading | Rejection:
    try:
        return reader.read_batch([document])[0]
    except ModelError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever went wrong, it is told and the rest goes on
        message = f"{document.origin}: reading failed ({type(error).__name__}: {error}); please report it with the file"
        return Rejection(document.origin, Stage.READING, "reading-failed", message.splitlines()[0])
