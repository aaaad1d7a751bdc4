"""Keys of actors as words of the full-text index, so that one query finds them beside the words of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

# Stands between two keys: names are written with "ks" for this letter, and it is no country's code.
BETWEEN: Final = "xx"
_CAPITAL: Final = re.compile(r"[A-Z]")


def index_words(keys: Iterable[str]) -> str:
    """Keys in the form in which the index holds them: their capitals, which are sounds of their own, survive.

    The index knows no case, so that ``S`` becomes ``xs``. A search for one key cannot run over into the next.
    """
    return f" {BETWEEN} ".join(_CAPITAL.sub(lambda match: "x" + match[0].lower(), key) for key in keys)
