"""Zip archives: each member is read by the format that its name and bytes suggest, in memory and never on disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from sayso.intake.formats import Format, Input, IntakeSettings, Refusal
from sayso.intake.streams import CHUNK, HEAD, gunzipped, read_all, some
from sayso.intake.walk import extension, printable
from sayso.types.document import Document, Rejection

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")  # the second begins an archive without members
# A table of contents of so many bytes names some 40,000 members; Python needs 20 times its size to hold it.
MAX_MEMBERS, MAX_CONTENTS = 10_000, 4_000_000
# Other methods (bzip2, LZMA) unpack without a bound on what one step gives, and no common program uses them.
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTED = 0x1  # bit 0 of the general purpose flags (PKWARE APPNOTE 4.4.4)
ARCHIVES = (".zip", ".wacz")
PACKAGES = frozenset({"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF", "AndroidManifest.xml"})
UNSEEN = "__MACOSX"  # what a Mac adds about its files


class Budget:
    """How many bytes may still be unpacked from one archive."""

    def __init__(self, packed: int, settings: IntakeSettings) -> None:
        self._ratio = settings.max_expansion
        self._left = max(settings.max_bytes, packed * settings.max_expansion)
        self.spent = False

    def take(self, size: int) -> None:
        """Count ``size`` bytes. Raises ``Refusal`` (``too-big``) when it is more than is left."""
        self._left -= size
        if self._left < 0:
            self.spent = True
            raise Refusal("too-big", f"grows to more than {self._ratio} times its size when unpacked; unpack it first")


@dataclass(frozen=True, slots=True)
class Archive:
    """An opened zip archive."""

    zipped: zipfile.ZipFile
    budget: Budget

    def names(self) -> tuple[str, ...]:
        """Names of all members, as they stand in the archive."""
        return tuple(self.zipped.namelist())

    def members(self) -> tuple[zipfile.ZipInfo, ...]:
        """The files in it, in the archive's order, without folders and hidden ones."""
        return tuple(
            info for info in self.zipped.infolist() if not info.filename.endswith("/") and not _hidden(info.filename)
        )

    def opened(self, info: zipfile.ZipInfo) -> BinaryIO:
        """The content of one member, read through once before to see that it is whole.

        Raises ``Refusal``: ``encrypted``, ``unsupported-compression``, ``damaged-archive``, ``too-big``.
        """
        if info.flag_bits & ENCRYPTED:
            raise Refusal("encrypted", "is encrypted; unpack it with its password")
        if info.compress_type not in METHODS:
            raise Refusal("unsupported-compression", "is compressed by a method that is not read; pack it again")
        with closing(self._stream(info, self.budget)) as stream:
            while stream.read(CHUNK):
                pass
        return self._stream(info, None)

    def gunzipped(self, stream: BinaryIO, settings: IntakeSettings) -> BinaryIO:
        """The decompressed content of a member that is gzip; it counts as unpacked from the archive."""
        return io.BufferedReader(_Guarded(gunzipped(stream, settings), self.budget), HEAD)

    def _stream(self, info: zipfile.ZipInfo, budget: Budget | None) -> BinaryIO:
        try:
            member = self.zipped.open(info)
        except Refusal:
            raise
        except Exception as error:  # zipfile raises whatever the bytes make it stumble over
            raise _damaged(error) from error
        return io.BufferedReader(_Guarded(cast(BinaryIO, member), budget), HEAD)


def opened(source: Input, settings: IntakeSettings) -> Archive:
    """The archive in ``source``. Raises ``Refusal``: ``damaged-archive``, ``too-many-members``, ``too-big``."""
    stream = source.stream
    if not stream.seekable():
        stream = io.BytesIO(read_all(source, settings))
    packed = stream.seek(0, io.SEEK_END)
    if not packed:
        raise Refusal("empty", "holds nothing")
    try:
        zipped = zipfile.ZipFile(cast(BinaryIO, _Sparing(stream)))
    except Refusal:
        raise
    except Exception as error:  # as above
        raise _damaged(error) from error
    if len(zipped.infolist()) > MAX_MEMBERS:
        message = f"holds {len(zipped.infolist()):,} members, more than the limit of {MAX_MEMBERS:,}; unpack it first"
        raise Refusal("too-many-members", message)
    return Archive(zipped, Budget(packed, settings))


def member_origin(origin: str, name: str) -> str:
    """``archive.zip#member``, on one line whatever the member is called."""
    return f"{origin}#{printable(name)}"


def documents(source: Input, settings: IntakeSettings) -> Iterator[Document | Rejection]:
    """What each member holds, as if it lay in a folder: origin ``archive.zip#member``. Raises ``Refusal``.

    Nothing is written to disk, so a name cannot lead out of the archive. An archive in an archive is refused,
    a member that is encrypted or damaged as well, and the others are read.
    """
    archive = opened(source, settings)
    if PACKAGES & set(archive.names()):
        raise Refusal("binary", "is an office document or a program, not an archive of articles; save it as text")
    members = archive.members()
    if not members:
        raise Refusal("empty", "is an archive without files")
    for info in members:
        origin = member_origin(source.origin, info.filename)
        try:
            yield from _member(archive, info, Input(origin, "", source.stream, inner=source.inner), settings)
        except Refusal as refusal:
            if archive.budget.spent:
                yield refusal.at(source.origin)
                return
            yield refusal.at(origin)


def _member(
    archive: Archive, info: zipfile.ZipInfo, source: Input, settings: IntakeSettings
) -> Iterator[Document | Rejection]:
    suffix, packed = extension(PurePosixPath(info.filename))
    if suffix in ARCHIVES:
        raise Refusal("nested-archive", "is an archive within an archive; unpack the outer one first")
    stream, size = archive.opened(info), info.file_size
    if packed:
        stream = archive.gunzipped(stream, settings)
    with closing(stream):
        head = stream.peek(len(MAGIC[0]))[: len(MAGIC[0])] if isinstance(stream, io.BufferedReader) else b""
        if head in MAGIC:
            raise Refusal("nested-archive", "is an archive or office document within an archive; unpack the outer one")
        if source.inner is not None:
            inside = Input(source.origin, suffix, stream, None if packed else size, source.inner)
            yield from source.inner(inside, settings)


def _hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return parts[:1] == (UNSEEN,) or any(part.startswith(".") and part != ".." for part in parts)


def _damaged(error: Exception) -> Refusal:
    return Refusal("damaged-archive", f"is damaged ({error or type(error).__name__}); get it again")


class _Guarded(io.RawIOBase):
    """The content of a member: what breaks in it is a ``Refusal``, and what it gives is counted."""

    def __init__(self, stream: BinaryIO, budget: Budget | None) -> None:
        self.beneath = stream
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            piece = some(self.beneath, len(buffer))
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
            raise _damaged(error) from error
        if self._budget:
            self._budget.take(len(piece))
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        self.beneath.close()
        super().close()


class _Sparing:
    """The file of an archive, of which no part is read that is too large to hold, such as a table of contents."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.seek, self.tell, self.seekable = stream.seek, stream.tell, stream.seekable

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read(MAX_CONTENTS + 1 if size < 0 else min(size, MAX_CONTENTS + 1))
        if len(piece) > MAX_CONTENTS:
            raise Refusal("too-many-members", "names more members than can be held; unpack it first")
        return piece


def _recognises(head: bytes) -> bool:
    return head.startswith(MAGIC)


FORMAT = Format("zip", (".zip",), documents, _recognises)
