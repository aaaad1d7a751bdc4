"""Claims for a terminal: a column of tags and labels on the left, what they say on the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sayso.export import claims, status
from sayso.export.claims import Entry
from sayso.export.flow import GLUE, PLAIN, Piece, clipped, flow, paint
from sayso.export.format import View
from sayso.export.older_text import NONE, Olders, claim_pieces
from sayso.export.unknowns import told, unknowns
from sayso.export.visible import prose
from sayso.export.words import voice_kind, voice_name
from sayso.types.attribution import Voice
from sayso.types.claim import Claim, Report

COLUMN: Final = status.WIDEST + 2  # cells of tag or label with the gap behind it
NARROW: Final = 72  # cells of a line below which labels stand before their words, not in a column
LONGEST: Final = 320  # cells of a claim or of what is said under a label; the other formats give all
NAME: Final = 80  # cells that a voice's name may take in a chain or summary
STYLES: Final = {"plain": PLAIN, "no": "alarm", "doubt": "cue"}
INDENT: Final = 5  # cells before tag and label: the number and a gap


def claim_lines(entry: Entry, text: str, view: View, olders: Olders = NONE) -> Iterator[str]:
    """The claim behind its status, then on whose word, when, where, how sure, and what kind of event it is.

    Below the claim stands its older wording, where ``olders`` hold one.
    """
    claim = entry.claim
    words = [Piece(clipped(prose(claim.text), LONGEST) or "(no words)", "title")]
    yield from _labelled(
        f"{entry.number:>3}  ",
        (status.tag(claim, entry.polarity), STYLES[status.tone(claim, entry.polarity)]),
        words,
        view,
    )
    older = olders.of_claim(claim.id)
    if older is not None:
        yield from _row("older wording", claim_pieces(older, olders), view)
    yield from _row("on whose word", chain(entry.chain), view)
    for row in claims.rows(entry, text):
        yield from _row(row.label, [Piece(clipped(prose(row.text), LONGEST))], view)
    yield from _row("event" if entry.event else "in the text", _kind(entry, text), view)
    if view.explain:
        for line in claims.explanation(entry, text):
            yield from _row("", [Piece(clipped(prose(line), LONGEST), "dim")], view)


def _kind(entry: Entry, text: str) -> list[Piece]:
    kind = clipped(prose(claims.event_line(entry, text)), LONGEST)
    return [Piece(f"{kind} ·" if kind else "", "dim"), Piece(_facts(entry.claim), "dim")]


def _facts(claim: Claim) -> str:
    return " · ".join(fact.replace(" ", GLUE) for fact in claims.facts(claim))


def _row(label: str, words: list[Piece], view: View) -> Iterator[str]:
    return _labelled(" " * INDENT, (label, "dim"), words, view)


def _labelled(before: str, label: tuple[str, str], words: list[Piece], view: View) -> Iterator[str]:
    """``words`` in the right column; in a narrow window behind the label, which then ends with a colon."""
    name, style = label
    if view.width < NARROW:
        head = [Piece(f"{name}:".replace(" ", GLUE), style)] if name else []
        yield from flow([*head, *words], view.width, before, " " * (len(before) + 2 * (before.isspace())), view.colour)
        return
    pad = " " * (len(before) + COLUMN)
    lines = flow(words, view.width, pad, pad, view.colour)
    yield before + paint(name, style, view.colour) + " " * (COLUMN - len(name)) + lines[0][len(pad) :]
    yield from lines[1:]


def unknown_lines(report: Report, entries: tuple[Entry, ...], view: View) -> Iterator[str]:
    """What could not be dated or placed, and why; nothing where all could."""
    found = unknowns(report, entries)
    if not found:
        return
    yield paint("What could not be dated or placed", "title", view.colour)
    for unknown in found:
        line = clipped(prose(told(unknown, report.document.text)), LONGEST)
        yield from flow([Piece(unknown.asked, "dim"), Piece(line)], view.width, "  - ", "    ", view.colour)
    yield ""


def chain(voices: Sequence[Voice | None]) -> list[Piece]:
    """A chain of voices from the root to the article."""
    pieces = []
    for k, voice in enumerate(voices):
        kind = voice_kind(voice)
        name = clipped(prose(voice_name(voice)), NAME)
        pieces.append(Piece(name + (f" ({kind})" if kind else ""), PLAIN if k else "voice"))
        pieces += [Piece(">", "dim")] if k < len(voices) - 1 else []
    return pieces or [Piece("not known")]
