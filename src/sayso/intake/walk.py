"""From what a caller names (files, folders, "-") to opened inputs, one at a time and in a fixed order."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path, PurePath
from typing import BinaryIO, TypeAlias

from sayso.intake.formats import Input, IntakeSettings, Refusal, one_line
from sayso.intake.streams import GZIP_MAGIC, gunzipped, read_head, rejoined
from sayso.types.document import Rejection

STANDARD_INPUT = "-"
SPECIAL_FILE = "is no ordinary file (a pipe, socket or device); give a file, or pipe it in and name -"
Named: TypeAlias = str | os.PathLike[str]


def found(origins: Iterable[Named]) -> Iterator[Path | None | Rejection]:
    """Each file that ``origins`` name; ``None`` stands for standard input.

    A folder gives its files, those of its folders included, sorted by name. Names that begin with a dot
    are passed over in a folder. A link in a folder is not followed: its target is read where it stands if
    that is in the same folder, and is a rejection (``link-outside``) if not.
    """
    for named in origins:
        if str(named) == STANDARD_INPUT:
            yield None
            continue
        path = Path(named)
        try:
            if not str(named):  # which Path would take for the current folder
                raise FileNotFoundError
            is_folder = stat.S_ISDIR(path.stat().st_mode)
        except (OSError, ValueError) as error:
            yield os_refusal(error, str(named)).at(shown(named))
            continue
        if is_folder:
            yield from _walked(path)
        else:
            yield path


def _walked(folder: Path) -> Iterator[Path | Rejection]:
    """Files below ``folder``. A stack of its own keeps deep folders from exhausting Python's."""
    inside = os.path.realpath(folder)
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            if path is not folder and path.is_symlink():
                target = os.path.realpath(path, strict=True)
                if os.path.commonpath((inside, target)) != inside:
                    message = f"is a link out of the folder (to {one_line(target)}); name its target itself"
                    raise Refusal("link-outside", message)
            elif path is folder or path.is_dir():
                with os.scandir(path) as entries:
                    names = sorted((entry.name for entry in entries if not entry.name.startswith(".")), reverse=True)
                waiting.extend(path / name for name in names)
            else:
                yield path
        except Refusal as refusal:
            yield refusal.at(shown(path))
        except (OSError, ValueError) as error:
            yield os_refusal(error, str(path)).at(shown(path))


@contextmanager
def opened(path: Path | None, settings: IntakeSettings, standard_input: BinaryIO | None) -> Iterator[Input]:
    """The input at ``path``, decompressed if it is gzip. Raises ``Refusal`` if it cannot be read."""
    if path is None:
        yield _piped(standard_input or getattr(sys.stdin, "buffer", None), settings)
        return
    try:
        descriptor = open_file(path)
    except OSError as error:
        raise os_refusal(error, str(path)) from error
    with closing(os.fdopen(descriptor, "rb")) as stream:
        suffix, packed = extension(path)
        if packed:
            yield Input(shown(path), suffix, gunzipped(stream, settings))
        else:
            yield Input(shown(path), suffix, stream, os.fstat(descriptor).st_size)


def extension(path: PurePath) -> tuple[str, bool]:
    """The extension of ``path`` in lower case, the one before ``.gz`` if it ends in that; and whether it does."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    packed = suffixes[-1:] == [".gz"]
    return "".join((suffixes[:-1] if packed else suffixes)[-1:]), packed


def shown(path: Named) -> str:
    """``path`` as text that can be printed and encoded, whatever bytes the file's name is made of."""
    return printable(os.fsencode(path).decode("utf-8", "backslashreplace"))


def printable(name: str) -> str:
    """``name`` on one line: control characters and lone surrogates escaped, nothing cut."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in name)


def os_refusal(error: OSError | ValueError, named: str) -> Refusal:
    """What the operating system's error means for the one who named the file."""
    if re.match(r"https?://", named, re.I):
        message = "is a web address, and nothing is fetched unasked; save the page, or use 'sayso ingest --fetch'"
        return Refusal("web-address", message)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Refusal("not-found", "is not there; check the path")
    if isinstance(error, PermissionError):
        return Refusal("permission-denied", "may not be read by you; change its permissions")
    return Refusal("unreadable", f"cannot be read ({getattr(error, 'strerror', None) or error}); check the path")


def open_file(path: Path) -> int:
    """Open an ordinary file. A pipe or device is neither opened nor waited for."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise Refusal("not-a-file", SPECIAL_FILE)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):  # replaced since it was looked at
        os.close(descriptor)
        raise Refusal("not-a-file", SPECIAL_FILE)
    return descriptor


def _piped(stream: BinaryIO | None, settings: IntakeSettings) -> Input:
    if stream is None:
        raise Refusal("not-found", "there is no standard input; name a file")
    head = read_head(stream)
    whole = rejoined(head, stream)
    return Input(STANDARD_INPUT, "", gunzipped(whole, settings) if head.startswith(GZIP_MAGIC) else whole)
