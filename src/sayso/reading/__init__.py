"""READING: one document at a time, no memory. Takes documents; gives readings (sentences, names,
attributions with their chains, voices). Touches its own model files in ``data/``, the CPU, nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.reading.read import Reader

__all__ = ["load_reader"]


def load_reader(folder: Path | None = None, threads: int | None = None) -> Reader:
    """A reader with the packaged model or the one in ``folder``. Raises ``ModelError``.

    ``threads``: how many windows or documents run at the same time; by default the number of cores, at most 8.
    """
    # the model's libraries are loaded here, on first use
    from sayso.reading.read import open_reader

    return open_reader(folder, threads)
