"""Two texts side by side, word by word: what was replaced, put in and left out on the way from one to the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sayso.export.flow import Piece, flow, paint
from sayso.export.format import View
from sayso.export.lineage_json import quote, span
from sayso.export.lineage_words import ALTERATIONS
from sayso.export.visible import cells, prose, visible
from sayso.export.words import date, number, percent, quoted
from sayso.text.codec import Record
from sayso.text.paragraphs import paragraphs
from sayso.types.document import Document
from sayso.types.lineage import Change, ChangeKind, Comparison, Passage
from sayso.types.span import Span

KINDS: Final = {
    ChangeKind.NEGATION: ("negation changed", "negations changed"),
    ChangeKind.NUMBER: ("number changed", "numbers changed"),
    ChangeKind.NAME: ("name changed", "names changed"),
    ChangeKind.SUBSTITUTED: ("wording replaced", "wordings replaced"),
    ChangeKind.ADDED: ("addition", "additions"),
    ChangeKind.OMITTED: ("omission", "omissions"),
}
# Told one by one before the text: they change what is said.
GRAVE: Final = (ChangeKind.NEGATION, ChangeKind.NUMBER, ChangeKind.NAME)
OLD: Final = "alarm"
NEW: Final = "source"
MARKS: Final = {OLD: ("[-", "-]"), NEW: ("{+", "+}")}
WORD: Final = re.compile(r"\w+")
OPENING: Final = '“"«„‘'
INDENT: Final = "  "
MOST: Final = 40  # grave changes that are told one by one

Run = tuple[str, str]  # words and their style


def lines(found: Comparison, names: tuple[str, str], view: View) -> Iterator[str]:
    """What changed from the first text to the second; ``names`` are what the two are called.

    What only the second has stands where it has it; what only the first has and no passage holds stands at the end.
    """
    for label, name, document in zip(("first", "second"), names, (found.first, found.second), strict=True):
        told = f"{name} · {_facts(document)}"
        yield from flow([Piece(f"{label}:", "dim"), Piece(prose(told), "title")], view.width, "", "  ", view.colour)
    yield from flow([Piece(summary(found))], view.width, "", "  ", view.colour)
    yield from _grave(found, view)
    yield from _quotes(found, view)
    if not view.colour:
        yield "[-only in the first-] {+only in the second+}"
    for runs in _stretches(found):
        yield ""
        yield from _wrapped(runs, view)
    left = list(gaps(found.first.text, [p.first for p in found.alignment.passages]))
    if left:
        yield ""
        yield paint("Only in the first", "title", view.colour)
    for gap in left:
        yield ""
        yield from _wrapped([(gap.of(found.first.text), OLD)], view)


def _facts(document: Document) -> str:
    outlet = document.publisher.value if document.publisher else "outlet unknown"
    return f"{outlet} · {date(document.published.value) if document.published else 'date unknown'}"


def summary(found: Comparison) -> str:
    """How much the two share, and how many changes of which kind there are, in two sentences."""
    shared = found.alignment
    if not shared.passages:
        return "The two share no passage."
    counts = Counter(change.kind for change in found.changes)
    told = [number(counts[kind], *words) for kind, words in KINDS.items() if counts[kind]]
    return (
        f"{percent(shared.first_share)} of the first and {percent(shared.second_share)} of the second are shared,"
        f" {percent(shared.wording)} of the words there are the same. {', '.join(told) or 'Nothing else changed'}."
    )


def grave(found: Comparison) -> tuple[Change, ...]:
    """What changes what is said, in the order of the changes."""
    return tuple(change for change in found.changes if change.kind in GRAVE)


def _grave(found: Comparison, view: View) -> Iterator[str]:
    changes = grave(found)
    for change in changes[:MOST]:
        words = f"{said(change.first, found.first.text)} became {said(change.second, found.second.text)}"
        pieces = [Piece(f"{KINDS[change.kind][0]}:", "alarm"), Piece(words)]
        yield from flow(pieces, view.width, "- ", "  ", view.colour)
    if len(changes) > MOST:
        yield f"  … {number(len(changes) - MOST, 'more change')} of these kinds; --output-format json gives all"


def _quotes(found: Comparison, view: View) -> Iterator[str]:
    for again in found.quotes:
        if again.alteration is not None:
            words = f"{said(again.parent, found.first.text)} became {said(again.child, found.second.text)}"
            label = f"quotation altered, {ALTERATIONS[again.alteration]}:"
            yield from flow([Piece(label, "alarm"), Piece(words)], view.width, "- ", "  ", view.colour)


def said(place: Span | None, text: str) -> str:
    """Words in quotation marks, their own where they have some."""
    if place is None:
        return "nothing"
    words = prose(place.of(text))
    return words if words[:1] in OPENING else quoted(words)


def _stretches(found: Comparison) -> Iterator[list[Run]]:
    """The second text: passages with their changes, and between them what it has alone."""
    text = found.second.text
    at = 0
    for passage in found.alignment.passages:
        if text[at : passage.second.begin].strip():
            yield [(text[at : passage.second.begin], NEW)]
        yield _passage(found, passage)
        at = max(at, passage.second.end)
    if text[at:].strip():
        yield [(text[at:], NEW)]


def _passage(found: Comparison, passage: Passage) -> list[Run]:
    """A passage in the words of the second text, with what became of those of the first."""
    old, new = found.first.text, found.second.text
    inside = [c for c in found.changes if within(c, passage)]
    kept = kept_words(new, passage.second, (c.second for c in inside if c.second))
    gone = kept_words(old, passage.first, (c.first for c in inside if c.first))
    spots: list[tuple[int, int, Change]] = []
    for change in inside:
        if change.second is not None:
            spots.append((change.second.begin, 1, change))
        elif change.first is not None:
            before = sum(word.end <= change.first.begin for word in gone)  # so many words stand before it in both
            spots.append((kept[before].begin if before < len(kept) else passage.second.end, 0, change))
    runs: list[Run] = []
    at = passage.second.begin
    for begin, _, change in sorted(spots, key=lambda s: (s[0], s[1], s[2].first or Span(0, 1))):
        begin = max(begin, at)
        runs.append((new[at:begin], ""))
        if change.first is not None:
            runs.append((old[change.first.begin : change.first.end], OLD))
            runs.append((" ", ""))
        if change.second is not None:
            runs.append((new[begin : change.second.end], NEW))
        at = max(begin, change.second.end if change.second else begin)
    runs.append((new[at : passage.second.end], ""))
    return _joined([run for run in runs if run[0]])


def _joined(runs: Sequence[Run]) -> list[Run]:
    """Runs of one style with nothing but white space between them as one."""
    out: list[Run] = []
    for k, (text, style) in enumerate(runs):
        following = runs[k + 1][1] if k + 1 < len(runs) else ""
        if out and not text.strip() and out[-1][1] == following:
            style = following
        if out and out[-1][1] == style:
            out[-1] = (out[-1][0] + text, style)
        else:
            out.append((text, style))
    return out


def within(change: Change, passage: Passage) -> bool:
    """Whether a change is of this passage."""
    if change.second is not None:
        return passage.second.covers(change.second) and (change.first is None or passage.first.covers(change.first))
    return change.first is not None and passage.first.covers(change.first)


def kept_words(text: str, place: Span, changed: Iterable[Span]) -> list[Span]:
    """Words of a passage that no change touches, in order."""
    spots = sorted(changed)
    out, k = [], 0
    for match in WORD.finditer(text, place.begin, place.end):
        word = Span(*match.span())
        while k < len(spots) and spots[k].end <= word.begin:
            k += 1
        if k == len(spots) or not spots[k].overlap(word):
            out.append(word)
    return out


def gaps(text: str, shared: Iterable[Span]) -> Iterator[Span]:
    """Paragraphs, or parts of them, of which nothing is shared."""
    spots = sorted(shared)
    for paragraph in paragraphs(text):
        at = paragraph.begin
        for spot in [s for s in spots if s.overlap(paragraph)] + [Span(paragraph.end, paragraph.end + 1)]:
            if text[at : spot.begin].strip():
                yield Span(at, min(spot.begin, paragraph.end))
            at = max(at, spot.end)


def _wrapped(runs: Iterable[Run], view: View) -> Iterator[str]:
    """Lines of the terminal's width; where there is no colour, marks stand around what is not the same."""
    line, used = "", 0
    for word, gap in _words(runs, view.colour):
        size = sum(cells(text) for text, _ in word)
        breaks = "\n" in gap
        if line and (breaks or used + 1 + size > view.width - len(INDENT)):
            yield INDENT + line
            line, used = "", 0
            if gap.count("\n") > 1:
                yield ""
        elif line and gap:
            line, used = line + " ", used + 1
        line += "".join(paint(text, style, view.colour) for text, style in word)
        used += size
    if line:
        yield INDENT + line


def _words(runs: Iterable[Run], colour: bool) -> Iterator[tuple[list[Run], str]]:
    """Words, each in pieces of one style, with the white space before it."""
    word: list[Run] = []
    gap = ""
    for text, style in runs:
        opening, closing = MARKS.get(style, ("", "")) if not colour else ("", "")
        bare = text.strip()
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :] if bare else ""
        for part in re.split(r"(\s+)", before + (f"{opening}{bare}{closing}" if bare else "") + after):
            if part.isspace():
                if word:
                    yield word, gap
                    word, gap = [], ""
                gap += part
            elif part:
                word.append((visible(part), style))
    if word:
        yield word, gap


def record(found: Comparison) -> Record:
    """The comparison as JSON types. Spans are ``[begin, end]`` in code points of each text."""
    shared = found.alignment
    return {
        "kind": "diff",
        "first": _side(found.first),
        "second": _side(found.second),
        "first_share": shared.first_share,
        "second_share": shared.second_share,
        "wording": shared.wording,
        "order": shared.order,
        "passages": [{"first": span(p.first), "second": span(p.second)} for p in shared.passages],
        "changes": [
            {
                "kind": change.kind.value,
                "first": span(change.first),
                "second": span(change.second),
                "first_words": change.first.of(found.first.text) if change.first else None,
                "second_words": change.second.of(found.second.text) if change.second else None,
            }
            for change in found.changes
        ],
        "quotes": [
            {
                **quote(again),
                "parent_words": again.parent.of(found.first.text),
                "child_words": again.child.of(found.second.text),
            }
            for again in found.quotes
        ],
    }


def _side(document: Document) -> Record:
    facts = {name: getattr(document, name) for name in ("title", "publisher", "published", "url")}
    return {"id": document.id} | {name: fact.value if fact else None for name, fact in facts.items()}
