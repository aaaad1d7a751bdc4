"""``html``: the articles themselves with source, cue and content marked, as one file that needs nothing else.

No script and no outside request: the style sheet is inside, named by its hash in a
Content-Security-Policy (CSP level 2) that allows nothing more; all that came from an input is escaped text.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import Final, TextIO

from sayso.export import page, words
from sayso.export.format import Format, Outcome, View
from sayso.export.markup import attribute, shown
from sayso.types.document import Rejection
from sayso.types.reading import Reading

LEGEND: Final = """<ul class="legend" aria-label="What the marks mean">
<li><span class="s">source</span> who speaks</li>
<li><span class="q">cue</span> the words of saying</li>
<li><span class="c1">content</span> what is said</li>
<li><span class="c2">content within content</span> said by somebody whom the source relays</li>
<li><span class="chip">3</span> number of the attribution: from the text to the list and back</li>
</ul>
"""


HATCH: Final = (
    '<svg class="defs" aria-hidden="true"><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="6" height="6"/><path d="M3 0V6"/></pattern></svg>\n'
)


def write(outcomes: Iterable[Outcome], out: TextIO, view: View) -> None:
    """Write one page. It is held back until the last outcome has come, because it opens with a list of all."""
    readings: list[Reading] = []
    rejections: list[Rejection] = []
    for outcome in outcomes:
        if isinstance(outcome, Reading):
            readings.append(outcome)
        else:
            rejections.append(outcome)
    most = max((len(r.attributions) for r in readings), default=0)
    css = files("sayso.export").joinpath("page.css").read_text(encoding="utf-8")
    style = f"\n{css}{page.highlights(most)}\n"
    out.write(_head(readings, style))
    out.write(_banner(readings, len(rejections)))
    out.write("<main>\n")
    for k, reading in enumerate(readings, 1):
        out.write(page.article(reading, f"d{k}", view))
    out.write(_set_aside(rejections))
    out.write("</main>\n</body>\n</html>\n")


def _head(readings: Sequence[Reading], style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    name = page.title(readings[0]) if len(readings) == 1 else words.number(len(readings), "article")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{attribute(name)} · who says what</title>\n<style>{style}</style>\n</head>\n"
    )


def _banner(readings: Sequence[Reading], rejected: int) -> str:
    parts = ['<body>\n<header class="banner">\n<h1>Who says what, on whose word</h1>\n', LEGEND, HATCH]
    if len(readings) > 1 or rejected:
        parts.append('<nav aria-label="Articles">\n<ol>\n')
        for k, reading in enumerate(readings, 1):
            facts = f"{words.published(reading.document)}, {words.number(len(reading.attributions), 'attribution')}"
            parts.append(
                f'<li><a href="#d{k}"><bdi>{shown(page.title(reading))}</bdi></a> <span>{shown(facts)}</span></li>\n'
            )
        parts.append("</ol>\n")
        if rejected:
            parts.append(f'<p><a href="#aside">{words.number(rejected, "input")} set aside</a></p>\n')
        parts.append("</nav>\n")
    return "".join([*parts, "</header>\n"])


def _set_aside(rejections: Sequence[Rejection]) -> str:
    if not rejections:
        return ""
    rows = "".join(f"<li>{shown(words.rejection(r))} <code>{shown(r.reason)}</code></li>\n" for r in rejections)
    return f'<section class="mind" id="aside"><h2>Set aside</h2>\n<ul>\n{rows}</ul>\n</section>\n'


FORMAT = Format("html", (".html", ".htm"), write)
