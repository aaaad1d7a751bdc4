"""``html``: the articles themselves, their claims and attributions marked, as one file that needs nothing else.

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
from sayso.types.claim import Report
from sayso.types.document import Rejection

LEGEND: Final = """<ul class="legend" aria-label="What the marks mean">
<li><span class="event">event</span> what happened</li>
<li><span class="event no">event</span> what did not, or is denied</li>
<li><span class="event doubt">event</span> what is planned, conditional or only reported</li>
<li><span class="who">who</span> <span class="whom">to whom</span></li>
<li><span class="when">when</span> <span class="where">where</span></li>
<li><span class="sure">how sure</span></li>
<li><span class="chip">3</span> number of the claim: from the text to the list and back</li>
</ul>
<ul class="legend" aria-label="What the marks mean once the list Who says what is open">
<li><span class="s">source</span> who speaks</li>
<li><span class="q">cue</span> the words of saying</li>
<li><span class="c1">content</span> what is said</li>
<li><span class="c2">content within content</span> said by somebody whom the source relays</li>
<li><span class="chip round">3</span> number of the attribution</li>
</ul>
"""


HATCH: Final = (
    '<svg class="defs" aria-hidden="true"><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="6" height="6"/><path d="M3 0V6"/></pattern></svg>\n'
)


def write(outcomes: Iterable[Outcome], out: TextIO, view: View) -> None:
    """Write one page. It is held back until the last outcome has come, because it opens with a list of all."""
    reports: list[Report] = []
    rejections: list[Rejection] = []
    for outcome in outcomes:
        if isinstance(outcome, Report):
            reports.append(outcome)
        else:
            rejections.append(outcome)
    said = max((len(r.attributions) for r in reports), default=0)
    told = max((len(r.claims) for r in reports), default=0)
    css = files("sayso.export").joinpath("page.css").read_text(encoding="utf-8")
    style = f"\n{css}{page.highlights(said, told)}\n"
    out.write(_head(reports, style))
    out.write(_banner(reports, len(rejections)))
    out.write("<main>\n")
    for k, report in enumerate(reports, 1):
        out.write(page.article(report, f"d{k}", view))
    out.write(_set_aside(rejections))
    out.write("</main>\n</body>\n</html>\n")


def _head(reports: Sequence[Report], style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    name = page.title(reports[0]) if len(reports) == 1 else words.number(len(reports), "article")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{attribute(name)} · what is claimed</title>\n<style>{style}</style>\n</head>\n"
    )


def _banner(reports: Sequence[Report], rejected: int) -> str:
    parts = ['<body>\n<header class="banner">\n<h1>What is claimed, on whose word</h1>\n', LEGEND, HATCH]
    if len(reports) > 1 or rejected:
        parts.append('<nav aria-label="Articles">\n<ol>\n')
        for k, report in enumerate(reports, 1):
            facts = f"{words.published(report.document)}, {words.number(len(report.claims), 'claim')}"
            parts.append(
                f'<li><a href="#d{k}"><bdi>{shown(page.title(report))}</bdi></a> <span>{shown(facts)}</span></li>\n'
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
