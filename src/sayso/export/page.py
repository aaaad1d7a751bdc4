"""One report as a section of an HTML page: head, voices, marked text, and the lists beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sayso.export import claims, words
from sayso.export.format import View
from sayso.export.lists import claim_list, saying_list, unknown_list
from sayso.export.markup import attribute, shown
from sayso.export.outline import outline
from sayso.export.passages import passages
from sayso.export.segments import of_attribution, of_claim, segments
from sayso.types.attribution import VoiceKind
from sayso.types.claim import Report
from sayso.types.reading import Reading, VoiceSummary

HUES: Final = 6  # named voices that have a colour of their own; the rest share one
MOST_LIT: Final = 500  # entries of a list that light up; a browser weighs every rule at every move of the pointer
LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def title(report: Report) -> str:
    """What to call an article in a list: its title, or where it came from. Not escaped."""
    document = report.document
    return document.title.value if document.title else origin(report)


def origin(report: Report) -> str:
    """Where the article came from. Not escaped."""
    return "standard input" if report.document.origin == "-" else report.document.origin


def article(report: Report, key: str, view: View) -> str:
    """The section of one report; ``key`` begins each id in it and is unique in the page."""
    reading, document = report.reading, report.document
    items, entries = outline(reading), claims.entries(report)
    marks = [*map(of_claim, entries), *map(of_attribution, items)]
    cut = segments(marks, len(document.text), [document.body_begin])
    lang = f' lang="{document.language}"' if LANGUAGE.fullmatch(document.language) else ""
    parts = [
        f'<article class="doc" id="{key}" aria-labelledby="{key}h">',
        *_head(report, entries, key, view),
        *_warnings(report),
        '<div class="columns">',
        '<section class="text" aria-label="The text, marked">',
        f'<div class="body"{lang}>{passages(cut, entries, document, key)}</div></section>',
        '<section class="list" aria-label="What was found" tabindex="0">',
        *claim_list(entries, document.text, key, view),
        *saying_list(items, document.text, key, view),
        *unknown_list(report, entries, key),
        "</section>",
        "</div>",
        *voices(reading, key),
        "</article>",
    ]
    return "\n".join(parts) + "\n"


def highlights(attributions: int, told: int, *, pointed: bool = True) -> str:
    """Style rules that tie numbers in the text to those in the two lists, without any script.

    ``attributions`` and ``told`` (claims) are the highest numbers of the page. Without ``pointed`` they hold for what a
    link leads to only, not for what is pointed at.
    """
    tie = _tie if pointed else _tie_of_target
    rules = [tie("i", "n", "a", n) for n in range(1, min(attributions, MOST_LIT) + 1)]
    rules += [tie("k", "h", "m", n) for n in range(1, min(told, MOST_LIT) + 1)]
    return "\n".join(rules)


def _tie_of_target(entry: str, chip: str, mark: str, n: int) -> str:
    return (
        f".doc:has(.{entry}{n}:target,.{chip}{n}:target) .{mark}{n},.doc:has(.{chip}{n}:target) .{entry}{n}"
        "{background:var(--hit);color:var(--hit-ink)}"
    )


def _tie(entry: str, chip: str, mark: str, n: int) -> str:
    return (
        f".doc:has(.{entry}{n}:is(:hover,:focus-within,:target),.{chip}{n}:is(:hover,:focus,:target)) .{mark}{n},"
        f".doc:has(.{mark}{n}:hover,.{chip}{n}:is(:hover,:focus,:target)) .{entry}{n}"
        "{background:var(--hit);color:var(--hit-ink)}"
    )


def _head(report: Report, entries: Sequence[claims.Entry], key: str, view: View) -> Iterator[str]:
    document = report.document
    facts = [
        (origin(report) if document.title else "title unknown", "origin"),
        (words.known(document.publisher, "outlet unknown"), "outlet"),
        (words.published(document), "date"),
        *([(document.url.value, "url")] if document.url else []),
    ]
    yield "<header>"
    yield f'<h2 id="{key}h"><bdi>{shown(title(report))}</bdi></h2>'
    yield '<p class="meta">' + " · ".join(f'<bdi class="{name}">{shown(fact)}</bdi>' for fact, name in facts) + "</p>"
    yield f'<p class="shares">{shown(claims.summary(entries))}</p>'
    yield f'<p class="counts">{shown(words.counts(report.reading))}</p>'
    if view.explain:
        yield f'<p class="why">read by {shown(words.producers((report.reading.model,)))}</p>'
    yield "</header>"


def voices(reading: Reading, key: str) -> Iterator[str]:
    """How much of the text rests on whom: a bar, and a table."""
    hues = _hues(reading.voices)
    yield f'<section class="voices" aria-labelledby="{key}v">'
    yield f'<h3 id="{key}v">On whose word the text rests</h3>'
    yield f'<p class="shares">{shown(words.shares(reading))}.</p>'
    yield _bar(reading.voices, hues, words.shares(reading))
    yield "<table><thead><tr>"
    yield '<th scope="col">Voice</th>'
    yield '<th scope="col" class="figure">Of the text</th><th scope="col" class="figure">Attributions</th>'
    yield '<th scope="col" class="figure">Quoted</th></tr></thead><tbody>'
    for summary, hue in zip(reading.voices, hues, strict=True):
        kind = words.voice_kind(summary.voice)
        figures = (words.percent(summary.share), str(summary.attributions), str(summary.direct))
        yield '<tr><th scope="row"><svg class="key" aria-hidden="true">'
        yield f'<rect class="{hue}" width="100%" height="100%"/></svg>'
        yield f'<bdi>{shown(words.summary_name(summary.voice))}</bdi> <span class="kind">{kind}</span></th>'
        yield "".join(f'<td class="figure">{shown(figure)}</td>' for figure in figures) + "</tr>"
    yield "</tbody></table></section>"


def _hues(voices: Sequence[VoiceSummary]) -> list[str]:
    """A class for each voice: its own for the first few named ones; unnamed and none look unlike any name."""
    named = [v.voice.id for v in voices if v.voice.kind in words.NAMED]
    own = {VoiceKind.ARTICLE: "own", VoiceKind.UNNAMED: "unnamed"}
    return [own.get(v.voice.kind) or f"v{min(named.index(v.voice.id), HUES)}" for v in voices]


def _bar(voices: Sequence[VoiceSummary], hues: Sequence[str], label: str) -> str:
    out, at = [], 0.0
    for summary, hue in zip(voices, hues, strict=True):
        if summary.share > 0:
            name = shown(f"{words.summary_name(summary.voice)}: {words.percent(summary.share)}")
            out.append(
                f'<rect class="{hue}" x="{at * 100:.2f}%" width="{summary.share * 100:.2f}%" height="100%">'
                f"<title>{name}</title></rect>"
            )
        at += summary.share
    return f'<svg class="bar" role="img" aria-label="{attribute(label)}">{"".join(out)}</svg>'


def _warnings(report: Report) -> Iterator[str]:
    if report.warnings:
        lines = "".join(f"<li>{shown(w)}</li>" for w in report.warnings)
        yield f'<section class="mind" aria-label="Warnings"><h3>Mind</h3><ul>{lines}</ul></section>'
