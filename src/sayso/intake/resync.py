"""The bytes of a web archive, and the way back to its records from a place that is damaged."""

from __future__ import annotations

import re
from io import BytesIO
from typing import BinaryIO

from sayso.intake.formats import Refusal
from sayso.intake.streams import HEAD, gunzip_beneath, some

KEPT = 1 << 20  # bytes of a damaged record in which the next one is looked for
# How a record begins (ISO 28500, 4 and 5): its version, a field that the standard names. Damage may have taken the line
# break before it.
BEGINNING = b"WARC/"
RECORD = re.compile(rb"WARC/1\.\d\r?\n(?=(?:WARC-|Content-)[A-Za-z])", re.I)
OVERLAP = 64  # bytes, more than the beginning of a record may have


class Tape:
    """An archive's bytes for warcio. Where the stream refuses to go on, they end, and ``failure`` says why.

    So what was whole before that place stays whole. ``ration`` is how many bytes may be read before a record's header
    has to end; ``None`` while its content is read.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.ration: int | None = None
        self._stream = stream
        self._gunzip = gunzip_beneath(stream)
        self._refusal: Refusal | None = None  # of the stream
        self._endless = False  # the header that is being read
        self._again = BytesIO()  # bytes that were read beyond the damaged record
        # Places are counted in bytes of the stream.
        self._start = 0  # where warcio began to read
        self._record = 0  # where the record begins that is being read
        self._before = 0  # where the one before it begins
        self._place = 0
        self._kept = bytearray()  # of both records, the last bytes before _place

    @property
    def failure(self) -> Refusal | None:
        """Why the bytes end here, ``None`` where they simply end or go on."""
        if self._endless:
            return Refusal("damaged-archive", "has a record header without an end; get it again")
        if self._broken:
            return Refusal("damaged-archive", "has a record that cannot be unpacked; get it again")
        return self._refusal

    @property
    def _broken(self) -> bool:
        return self._refusal is not None and self._refusal.reason == "damaged-gzip"

    def read(self, size: int) -> bytes:
        """At most ``size`` bytes, none at the end or where the stream is damaged."""
        if self._endless or self._refusal:
            return b""
        try:
            piece = self._again.read(size) or some(self._stream, size)
        except Refusal as refusal:
            self._refusal = refusal
            return b""
        if self.ration is not None:
            self.ration -= len(piece)
            self._endless = self.ration < 0
        self._keep(piece)
        return piece

    def began(self, offset: int) -> None:
        """The next record begins ``offset`` bytes behind the place where warcio began."""
        self._before, self._record = self._record, self._start + offset
        del self._kept[: max(0, self._before - (self._place - len(self._kept)))]

    def spoilt(self) -> bool:
        """Whether the record lies in a part of a gzip file that does not hold what was packed."""
        return self._broken and self._gunzip is not None and self._gunzip.member <= self._record

    def to_next_record(self) -> bool:
        """Go to where the next record begins behind the damaged one; False if there is none.

        Raises ``Refusal`` where the stream may not be read on, which has nothing to do with damage.
        """
        data, begin = bytes(self._kept), self._place - len(self._kept)
        at = max(0, self._record + 1 - begin)
        # A record whose own header is damaged may have taken the next one for its content, and ended within it.
        swallowed = RECORD.search(data, max(0, self._before + 1 - begin), max(0, self._record - begin))
        if swallowed and not self._broken:
            self._endless = False
            self._go_on(begin + swallowed.start(), data[swallowed.start() :] + self._again.read())
            return True
        if self._broken and self._gunzip is not None:  # parts of gzip before the broken one are whole
            data = data[: max(0, self._gunzip.member - begin)]
        data += self._again.read()
        self._endless = False
        while not (found := RECORD.search(data, at)):
            cut = max(0, len(data) - OVERLAP, at)
            data, begin, at = data[cut:], begin + cut, 0
            try:
                more = b"" if self._refusal else some(self._stream, HEAD)
            except Refusal as refusal:
                self._refusal, more = refusal, b""
            if not more:
                return self._resumed()
            data += more
        self._go_on(begin + found.start(), data[found.start() :])
        return True

    def _resumed(self) -> bool:
        if self._refusal is None:
            return False
        if not self._broken or self._gunzip is None:
            raise self._refusal
        if not self._gunzip.resumed(BEGINNING):
            return False
        self._refusal = None
        self._go_on(self._gunzip.count, b"")
        return True

    def _go_on(self, place: int, data: bytes) -> None:
        self._again = BytesIO(data)
        self._kept.clear()
        self._start = self._before = self._record = self._place = place

    def _keep(self, piece: bytes) -> None:
        self._kept += piece
        self._place += len(piece)
        del self._kept[:-KEPT]
