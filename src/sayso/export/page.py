"""One reading as a section of an HTML page: head, voices, marked text, list of attributions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sayso.export import words
from sayso.export.format import View
from sayso.export.markup import attribute, shown
from sayso.export.outline import Item, outline
from sayso.export.segments import Role, Segment, segments
from sayso.types.attribution import Voice, VoiceKind
from sayso.types.reading import Reading, VoiceSummary

TINTS: Final = 3  # depths of nested content that have a tint of their own
HUES: Final = 6  # named voices that have a colour of their own; the rest share one
MOST_LIT: Final = 500  # attributions that light up; a browser weighs every rule at every move of the pointer
DEEPEST: Final = 4  # steps of indentation in the list
LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def title(reading: Reading) -> str:
    """What to call an article in a list: its title, or where it came from. Not escaped."""
    document = reading.document
    return document.title.value if document.title else origin(reading)


def origin(reading: Reading) -> str:
    """Where the article came from. Not escaped."""
    return "standard input" if reading.document.origin == "-" else reading.document.origin


def article(reading: Reading, key: str, view: View) -> str:
    """The section of one reading; ``key`` begins each id in it and is unique in the page."""
    items = outline(reading)
    language = reading.document.language
    lang = f' lang="{language}"' if LANGUAGE.fullmatch(language) else ""
    parts = [
        f'<article class="doc" id="{key}" aria-labelledby="{key}h">',
        *_head(reading, key, view),
        *_voices(reading, key),
        *_warnings(reading),
        '<div class="columns">',
        '<section class="text" aria-label="The text, marked">',
        f'<div class="body"{lang}>{_body(reading, items, key)}</div></section>',
        *_list(items, reading, key, view),
        "</div>",
        "</article>",
    ]
    return "\n".join(parts) + "\n"


def highlights(count: int) -> str:
    """Style rules that tie numbers 1 to ``count`` in the text to those in the list, without any script."""
    rules = (
        f".doc:has(.i{n}:is(:hover,:focus-within,:target),.n{n}:is(:hover,:focus,:target)) .a{n},"
        f".doc:has(.a{n}:hover,.n{n}:is(:hover,:focus,:target)) .i{n}"
        "{background:var(--hit);color:var(--hit-ink)}"
        for n in range(1, min(count, MOST_LIT) + 1)
    )
    return "\n".join(rules)


def _head(reading: Reading, key: str, view: View) -> Iterator[str]:
    document = reading.document
    facts = [
        (origin(reading) if document.title else "title unknown", "origin"),
        (words.known(document.publisher, "outlet unknown"), "outlet"),
        (words.published(document), "date"),
        *([(document.url.value, "url")] if document.url else []),
    ]
    yield "<header>"
    yield f'<h2 id="{key}h"><bdi>{shown(title(reading))}</bdi></h2>'
    yield '<p class="meta">' + " · ".join(f'<bdi class="{name}">{shown(fact)}</bdi>' for fact, name in facts) + "</p>"
    yield f'<p class="counts">{shown(words.counts(reading))}</p>'
    if view.explain:
        yield f'<p class="why">read by {shown(words.producers((reading.model,)))}</p>'
    yield "</header>"


def _voices(reading: Reading, key: str) -> Iterator[str]:
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


def _warnings(reading: Reading) -> Iterator[str]:
    if reading.warnings:
        lines = "".join(f"<li>{shown(w)}</li>" for w in reading.warnings)
        yield f'<section class="mind" aria-label="Warnings"><h3>Mind</h3><ul>{lines}</ul></section>'


def _body(reading: Reading, items: Sequence[Item], key: str) -> str:
    text = reading.document.text
    body_begin = reading.document.body_begin
    if not text:
        return ""
    return "".join(_segment(s, text, key, s.span.end <= body_begin) for s in segments(items, len(text), [body_begin]))


def _segment(segment: Segment, text: str, key: str, headline: bool) -> str:
    chips = "".join(
        f'<a class="n n{n}" id="{key}t{n}" href="#{key}i{n}" data-n="{n}" aria-label="attribution {n}"></a>'
        for n in segment.begins
    )
    inner = shown(segment.span.of(text))
    if not segment.roles:
        return chips + (f'<span class="headline">{inner}</span>' if headline else inner)
    numbers = sorted({n for n, _ in segment.roles})
    by_role = {role: segment.numbers(role) for role in Role}
    tint = min(len(by_role[Role.CONTENT]), TINTS)
    names = [
        *(["headline"] if headline else []),
        *(["s"] if by_role[Role.SOURCE] else []),
        *(["q"] if by_role[Role.CUE] else []),
        *([f"c{tint}"] if tint else []),
        *(f"a{n}" for n in numbers),
    ]
    data = "".join(f' data-{role}="{" ".join(map(str, found))}"' for role, found in by_role.items() if found)
    return f'{chips}<span class="{" ".join(names)}"{data}>{inner}</span>'


def _list(items: Sequence[Item], reading: Reading, key: str, view: View) -> Iterator[str]:
    yield f'<section class="list" aria-labelledby="{key}l" tabindex="0"><h3 id="{key}l">Who says what</h3>'
    if not items:
        yield "<p>Nothing in this text is given as somebody's words.</p>"
    else:
        yield "<ol>"
        for item in items:
            yield from _entry(item, reading, key, view)
        yield "</ol>"
    yield "</section>"


def _entry(item: Item, reading: Reading, key: str, view: View) -> Iterator[str]:
    attribution, text, n = item.attribution, reading.document.text, item.number
    marks = {"source": "s", "cue": "q", "voice": "who"}
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
    yield f'<p class="chain"><span class="label">on whose word:</span> {_chain(item.chain)}</p>'
    yield f'<p class="facts">{" · ".join(facts)}</p>'
    if view.explain:
        yield "".join(f'<p class="why">{shown(line)}</p>' for line in words.explanation(attribution, item.basis))
    yield "</li>"


def _chain(chain: Sequence[Voice | None]) -> str:
    if not chain:
        return "not known"
    out = []
    for voice in chain:
        kind = words.voice_kind(voice)
        out.append(f"<bdi>{shown(words.voice_name(voice))}</bdi>" + (f" ({kind})" if kind else ""))
    return ' <span class="via" aria-label="through">›</span> '.join([f"<b>{out[0]}</b>", *out[1:]])
