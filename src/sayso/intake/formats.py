"""What the files of this room share: a format, an input, the settings, a refusal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

from sayso.errors import InputError
from sayso.types.document import Document, Rejection, Stage

MEGABYTE = 1_000_000
UNSAFE_SHOWN = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeSettings:
    """How intake reads.

    ``max_bytes`` bounds one document as it is read (a file, a line of JSONL; after decompression).
    ``max_expansion`` bounds how many times its size a compressed file may grow in all; a text
    rarely exceeds 20, a crafted file 1,000. ``check_language`` sets aside what is not English.
    """

    max_bytes: int = 20 * MEGABYTE
    max_expansion: int = 200
    check_language: bool = True


@dataclass(frozen=True, slots=True)
class Input:
    """One opened input. ``suffix`` is its extension in lower case without ``.gz``; ``size`` in bytes where known.
    ``charset`` is what its server says of its encoding.

    ``inner`` reads an input that is found within this one, by the format that its name and bytes suggest.
    """

    origin: str
    suffix: str
    stream: BinaryIO
    size: int | None = None
    inner: Reads | None = None
    charset: str | None = None


Reads: TypeAlias = Callable[[Input, IntakeSettings], Iterator[Document | Rejection]]


def _never(head: bytes) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Format:
    """A format that intake reads.

    ``recognises`` tells from the first bytes whether an input without a known extension has this format.
    ``documents`` may raise ``Refusal`` for the input as a whole.
    """

    name: str
    extensions: tuple[str, ...]
    documents: Reads
    recognises: Callable[[bytes], bool] = _never


class Refusal(InputError):
    """An input that cannot be taken in; becomes a ``Rejection`` with the same reason."""

    def __init__(self, reason: str, message: str, stage: Stage = Stage.INTAKE) -> None:
        super().__init__(message)
        self.reason = reason
        self.stage = stage

    def at(self, origin: str) -> Rejection:
        """The rejection of ``origin``, its message on one line and safe for a terminal."""
        return Rejection(origin, self.stage, self.reason, f"{origin}: {one_line(str(self))}")


def one_line(words: str) -> str:
    """``words`` cut to a readable length, with control characters and lone surrogates escaped."""
    shown = words if len(words) <= UNSAFE_SHOWN else words[:UNSAFE_SHOWN] + "..."
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in shown)


def too_big(size: int | None, settings: IntakeSettings) -> Refusal:
    """The refusal of an input over the size limit; ``size`` in bytes, ``None`` when it was not read to its end."""
    limit = f"{settings.max_bytes / MEGABYTE:g} MB"
    found = f"holds {size / MEGABYTE:.1f} MB, more than" if size is not None else "holds more than"
    return Refusal("too-big", f"{found} the limit of {limit} for one document; split it into articles")
