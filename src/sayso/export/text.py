"""``text``: for a person at a terminal, and for reading aloud."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TextIO

from sayso.export import claims, words
from sayso.export.claims_text import NAME, chain, claim_lines, unknown_lines
from sayso.export.flow import GLUE, Piece, clipped, flow, paint, shorten
from sayso.export.format import Format, Outcome, View
from sayso.export.older_text import NONE, Olders, older_lines
from sayso.export.outline import Item, outline
from sayso.export.visible import prose, visible
from sayso.export.wording_text import LIKELY, headline, phrase_lines
from sayso.types.attribution import Attribution
from sayso.types.claim import Report
from sayso.types.reading import Reading, VoiceSummary

CONTENT_LINES: Final = 3  # of a content; what is longer says how many words it leaves out
NOTE: Final = 24  # cells that the note on what is left out may take
SAYING: Final = 160  # cells of a source or cue
DEEPEST: Final = 6  # steps of indentation; deeper nesting stays at the sixth
COUNT: Final = re.compile(r"(?<=\d) ")  # between a number and what it counts
BAR: Final = 20  # cells of a bar that stands for the whole text


def write(outcomes: Iterable[Outcome], out: TextIO, view: View) -> None:
    """Write each report as soon as it comes. Rejections are the caller's to tell."""
    first = True
    for outcome in outcomes:
        if not isinstance(outcome, Report):
            continue
        if not first:
            out.write("\n" + paint("─" * view.width, "dim", view.colour) + "\n\n")
        first = False
        for line in lines(outcome, view):
            out.write(line + "\n")
        out.flush()


def lines(report: Report, view: View, olders: Olders = NONE) -> Iterator[str]:
    """A report, line by line; ``olders`` are the wordings of the texts that it was made from, where these are known."""
    reading = report.reading
    listed = claims.entries(report)
    yield from _header(report, listed, view)
    yield ""
    if view.claims:
        if view.attributions:
            yield from (paint("What is claimed", "title", view.colour), "")
        for entry in listed:
            yield from claim_lines(entry, reading.document.text, view, olders)
            yield ""
    if view.attributions:
        if view.claims:
            yield from (paint("Who says what", "title", view.colour), "")
        for item in outline(reading):
            yield from _item(item, reading, view)
            yield ""
    if view.claims and view.explain:
        yield from unknown_lines(report, listed, view)
    yield from older_lines(olders, frozenset(claim.id for claim in report.claims), reading.wording.phrases, view)
    if told := list(phrase_lines(reading, view, olders)):
        yield from (*told, "")
    yield from _summary(reading, view)
    if report.warnings:
        yield ""
        yield paint("Mind", "title", view.colour)
        for warning in report.warnings:
            yield from flow([Piece(prose(warning))], view.width, "  - ", "    ", view.colour)


def _header(report: Report, listed: Sequence[claims.Entry], view: View) -> Iterator[str]:
    reading, document = report.reading, report.document
    if document.title:
        yield from flow(
            [Piece(clipped(prose(document.title.value), 2 * SAYING), "title")], view.width, "", "", view.colour
        )
    facts = [
        visible("standard input" if document.origin == "-" else document.origin),
        *([] if document.title else ["title unknown"]),
        prose(words.known(document.publisher, "outlet unknown")),
        prose(words.published(document)),
    ]
    yield from flow([Piece(" · ".join(facts), "dim")], view.width, "", "", view.colour)
    counts = words.counts(reading) if reading.attributions else "no attributions: nothing is given as somebody's words"
    for line in ([claims.summary(listed)] if view.claims else []) + [counts]:
        yield from flow([Piece(COUNT.sub(GLUE, line))], view.width, "", "", view.colour)
    if reading.wording.respun >= LIKELY or view.explain:
        yield from flow([Piece(headline(reading.wording), "alarm")], view.width, "", "", view.colour)
    if view.explain:
        yield from flow([Piece(f"read by {words.producers((reading.model,))}", "dim")], view.width, "", "", view.colour)


def _item(item: Item, reading: Reading, view: View) -> Iterator[str]:
    attribution, text = item.attribution, reading.document.text
    margin = "    " * min(item.depth, DEEPEST)
    head = f"{margin}{item.number:>3}  "
    pad = " " * len(head)
    saying = [Piece(clipped(prose(said), SAYING), role) for said, role in words.saying(attribution, text)]
    saying[-1] = Piece(saying[-1].text.removesuffix(":") + ":", saying[-1].style)
    yield from flow(saying, view.width, head, pad, view.colour)
    yield from flow(_content(attribution, text, view.width - len(pad)), view.width, pad, pad, view.colour)
    yield from flow([Piece("on whose word:", "dim"), *chain(item.chain)], view.width, pad, pad + "  ", view.colour)
    yield from flow(_facts(item), view.width, pad, pad + "  ", view.colour)
    if view.explain:
        for line in words.explanation(attribution, item.basis):
            yield from flow([Piece(prose(line), "dim")], view.width, pad, pad + "  ", view.colour)


def _content(attribution: Attribution, text: str, width: int) -> list[Piece]:
    whole = prose(words.pieces(attribution.content, text))
    if not whole:
        return [Piece("(no content given)", "dim")]
    _, too_much = shorten(whole, width * CONTENT_LINES)
    if not too_much:
        return [Piece(whole)]
    kept, left_out = shorten(whole, max(width * CONTENT_LINES - NOTE, NOTE))
    return [Piece(kept), Piece(f"… [{words.number(left_out, 'more word')}]", "dim")]


def _facts(item: Item) -> list[Piece]:
    facts = " · ".join(fact.replace(" ", GLUE) for fact in words.facts(item.attribution, item.parent))
    stance = words.POLARITIES[item.attribution.polarity]
    return [Piece(stance, "alarm"), Piece(f"· {facts}", "dim")] if stance else [Piece(facts, "dim")]


def _summary(reading: Reading, view: View) -> Iterator[str]:
    yield paint("On whose word the text rests", "title", view.colour)
    for summary in reading.voices:
        yield from _voice(summary, view)
    yield from flow([Piece(words.shares(reading) + ".")], view.width, "", "", view.colour)


def _voice(summary: VoiceSummary, view: View) -> Iterator[str]:
    voice = summary.voice
    kind = words.voice_kind(voice)
    pieces = [
        Piece(clipped(prose(words.summary_name(voice)), NAME), "voice"),
        *([Piece(f"({kind})")] if kind else []),
    ]
    facts = words.voice_facts(summary.attributions, summary.direct)
    pieces += [Piece(f"· {facts}", "dim")] if facts else []
    head = f"{words.percent(summary.share):>6}  "
    # A bar says nothing that the figure does not: it stays away where it would be read aloud or parsed.
    bars = view.colour and view.width >= 72
    pad = " " * (len(head) + (BAR + 2 if bars else 0))
    if bars:
        full = "█" * round(summary.share * BAR)
        head += paint(full, "source", True) + " " * (BAR + 2 - len(full))
    lines = flow(pieces, view.width, pad, pad, view.colour)
    yield head + lines[0][len(pad) :]
    yield from lines[1:]


FORMAT = Format("text", (".txt",), write)
