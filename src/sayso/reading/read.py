"""From documents to readings: the model, then the rules about voices."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from sayso.reading.encoding import Encoded
from sayso.reading.session import Model, load
from sayso.reading.spans import read_text
from sayso.reading.voices.lexicon import Lexicon, load_lexicon
from sayso.reading.voices.resolve import resolve, unresolved
from sayso.reading.windows import Window
from sayso.reading.wording import LIKELY
from sayso.text.sentences import sentences
from sayso.types.attribution import Producer
from sayso.types.document import Document
from sayso.types.reading import Reading

RESPUN = (
    "the words were probably swapped for synonyms by a programme: no quotation here is sure to be verbatim, "
    "and offices, terms and numbers may be garbled"
)
MOST_THREADS = 8  # beyond this, memory bandwidth and not arithmetic sets the pace of so small a model


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads documents with one loaded model; safe to use from several threads."""

    model: Model
    lexicon: Lexicon
    threads: int

    @property
    def version(self) -> str:
        """The version of the model: ``1.3``."""
        return self.model.settings.version

    def read(self, document: Document) -> Reading:
        """The reading of one document."""
        return self.read_batch([document])[0]

    def read_batch(self, documents: Sequence[Document]) -> list[Reading]:
        """Readings in the order of ``documents``; each is the same whatever its neighbours are."""
        return list(self.read_each(documents))

    def read_each(self, documents: Sequence[Document]) -> Iterator[Reading]:
        """The same, each as soon as it is there: the next ones are read while the caller is busy with it.

        Whoever stops early closes the iterator; it then waits for what is being read and leaves the rest.
        """
        if self.threads == 1:
            yield from (self._read(d, map) for d in documents)
            return
        with ThreadPoolExecutor(self.threads) as pool:
            if len(documents) >= self.threads:
                yield from pool.map(lambda d: self._read(d, map), documents)
                return

            def side_by_side(function: Callable[[Window], Encoded], windows: Iterable[Window]) -> Iterable[Encoded]:
                return pool.map(function, windows)

            yield from (self._read(d, side_by_side) for d in documents)

    def _read(self, document: Document, mapper: Callable[..., Iterable[Encoded]]) -> Reading:
        raw = read_text(self.model, document.text, "news", mapper=mapper)
        found = sentences(document.text)
        mentions, attributions, voices = resolve(document, found, raw.mentions, raw.attributions, self.lexicon)
        producer = Producer("model:reader", self.model.settings.version)
        told = (*unresolved(document, attributions), *([RESPUN] if raw.wording.respun >= LIKELY else []))
        said = (mentions, attributions, voices, told, producer, raw.events, raw.wording, raw.meanings)
        return Reading(document, found, *said)


def open_reader(folder: Path | None = None, threads: int | None = None) -> Reader:
    """A reader with the packaged model or the one in ``folder``. Raises ``ModelError``.

    ``threads``: how many windows or documents run at the same time; by default the number of cores, at most 8.
    """
    return Reader(load(folder), load_lexicon(), threads or min(os.cpu_count() or 1, MOST_THREADS))
