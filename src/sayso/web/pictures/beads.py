"""Origins as beads: a full one for each that there is at least, an open one for each that there may be besides."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from markupsafe import Markup

WIDE: Final = 14  # pixels of a bead with its gap
MOST: Final = 12  # beads; more are told by the number beside them


@lru_cache(maxsize=4096)
def beads(least: int, most: int, side: str = "for") -> Markup:
    """The drawing for ``least`` to ``most`` origins on ``side`` ("for", "against", "open"); a dash for none."""
    shown = min(most, MOST)
    width = WIDE * max(shown, 1)
    drawn = [
        f'<circle class="{"sure" if k < least else "maybe"}" cx="{WIDE * k + 7}" cy="7" r="4.5"/>' for k in range(shown)
    ]
    inner = "".join(drawn) or '<path class="none" d="M3 7H11"/>'
    box = f'viewBox="0 0 {width} 14" width="{width}" height="14"'
    return Markup(f'<svg class="beads {side}" {box} aria-hidden="true">{inner}</svg>')
