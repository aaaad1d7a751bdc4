"""The lists beside the text of a page: what is claimed, who says what, what could not be dated or placed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sayso.export import claims, status, words
from sayso.export.claims import Entry
from sayso.export.format import View
from sayso.export.markup import shown
from sayso.export.outline import Item
from sayso.export.unknowns import told, unknowns
from sayso.types.attribution import Voice
from sayso.types.claim import Report

DEEPEST: Final = 4  # steps of indentation


def claim_list(entries: Sequence[Entry], text: str, key: str, view: View) -> Iterator[str]:
    """Every claim behind its status, with a link to its passage."""
    yield from _opening("claims", "What is claimed", len(entries), view.claims)
    none = "Nothing in this text was found to tell of an event, a condition or an opinion."
    yield from _numbered([_claim(entry, text, key, view) for entry in entries], none)


def _claim(entry: Entry, text: str, key: str, view: View) -> Iterator[str]:
    claim, n = entry.claim, entry.number
    yield f'<li class="k k{n}" id="{key}k{n}" value="{n}">'
    yield f'<p><a class="line" href="#{key}c{n}"><span class="go">{n}</span>'
    yield f'<b class="tag {status.tone(claim, entry.polarity)}">{shown(status.tag(claim, entry.polarity))}</b>'
    yield f'<bdi class="what">{shown(claim.text) or "(no words)"}</bdi></a></p>'
    yield from behind(entry, text, view)
    yield "</li>"


def behind(entry: Entry, text: str, view: View) -> Iterator[str]:
    """On whose word a claim is, when, where, how sure, and what kind of event it tells of."""
    claim = entry.claim
    yield "<dl>"
    yield f"<div><dt>on whose word</dt><dd>{chain(entry.chain)}</dd></div>"
    for row in claims.rows(entry, text):
        yield f"<div><dt>{row.label}</dt><dd>{shown(row.text)}</dd></div>"
    yield "</dl>"
    facts = [f'<span class="fact">{shown(fact)}</span>' for fact in claims.facts(claim)]
    kind = claims.event_line(entry, text)
    yield f'<p class="facts">{" · ".join([shown(kind), *facts] if kind else facts)}</p>'
    if view.explain:
        yield "".join(f'<p class="why">{shown(line)}</p>' for line in claims.explanation(entry, text))


def saying_list(items: Sequence[Item], text: str, key: str, view: View) -> Iterator[str]:
    """Every attribution with a link to its place."""
    yield from _opening("says", "Who says what", len(items), view.attributions)
    none = "Nothing in this text is given as somebody's words."
    yield from _numbered([_saying(item, text, key, view) for item in items], none)


def _saying(item: Item, text: str, key: str, view: View) -> Iterator[str]:
    attribution, n = item.attribution, item.number
    marks = {"source": "s", "cue": "q", "voice": "name"}
    saying = " ".join(
        f'<bdi class="{marks[role]}">{shown(said)}</bdi>' for said, role in words.saying(attribution, text)
    )
    stance = words.POLARITIES[attribution.polarity]
    facts = [*([f'<b class="alarm">{stance}</b>'] if stance else [])]
    facts += [f'<span class="fact">{shown(fact)}</span>' for fact in words.facts(attribution, item.parent)]
    yield f'<li class="i i{n} deep{min(item.depth, DEEPEST)}" id="{key}i{n}" value="{n}">'
    yield f'<p class="say"><a class="go" href="#{key}t{n}" aria-label="{n}, to its place in the text">{n}</a>'
    yield f"{saying}</p>"
    yield f'<p class="what">{shown(words.pieces(attribution.content, text)) or "(no content given)"}</p>'
    yield f'<p class="chain"><span class="label">on whose word:</span> {chain(item.chain)}</p>'
    yield f'<p class="facts">{" · ".join(facts)}</p>'
    if view.explain:
        yield "".join(f'<p class="why">{shown(line)}</p>' for line in words.explanation(attribution, item.basis))
    yield "</li>"


def unknown_list(report: Report, entries: tuple[Entry, ...], key: str) -> Iterator[str]:
    """What could not be dated or placed, and why; nothing where all could."""
    found = unknowns(report, entries)
    if not found:
        return
    yield from _opening("unknown", "Not dated or not placed", len(found), False)
    yield "<ul>"
    for unknown in found:
        links = " ".join(f'<a class="go" href="#{key}k{n}" aria-label="claim {n}">{n}</a>' for n in unknown.claims)
        line = shown(told(unknown, report.document.text))
        yield f'<li><span class="label">{unknown.asked}</span> <bdi>{line}</bdi> {links}</li>'
    yield "</ul></details>"


def _numbered(rows: Sequence[Iterator[str]], none: str) -> Iterator[str]:
    """The rows as a numbered list, or the words for there being none; then the end of the details."""
    if rows:
        yield "<ol>"
        for row in rows:
            yield from row
        yield "</ol>"
    else:
        yield f"<p>{none}</p>"
    yield "</details>"


def _opening(name: str, heading: str, count: int, is_open: bool) -> Iterator[str]:
    yield f'<details class="{name}"{" open" if is_open else ""}>'
    yield f'<summary><h3>{heading} <span class="kind">{count:,}</span></h3></summary>'


def chain(voices: Sequence[Voice | None]) -> str:
    """A chain of voices from the root to the article, as HTML."""
    if not voices:
        return "not known"
    out = []
    for voice in voices:
        kind = words.voice_kind(voice)
        out.append(f"<bdi>{shown(words.voice_name(voice))}</bdi>" + (f" ({kind})" if kind else ""))
    return ' <span class="via" aria-label="through">›</span> '.join([f"<b>{out[0]}</b>", *out[1:]])
