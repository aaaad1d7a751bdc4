"""Edits of training texts that keep the annotation true: respun words, other quotation marks, capitals, nesting."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bench.rewrite import Edit, apply, mover, spin
from training.corpora import Example, Gold, Happenings, Range, Ranges

BOILERPLATE = (
    "RELATED ARTICLES",
    "READ MORE",
    "Advertisement",
    "Story continues below",
    "Sign up for our newsletter",
    "ALSO READ: What we know so far",
    "Share this article",
    "Follow our live coverage",
    "More on this story",
)


def edited(example: Example, edits: list[Edit]) -> Example:
    """The example with non-overlapping replacements applied and every offset moved along."""
    edits = sorted(edits)
    move = mover(edits)

    def ranges(spans: Ranges) -> Ranges:
        moved = ((move(b, False), move(e, True)) for b, e in spans)
        return tuple((b, e) for b, e in moved if b < e)

    golds = tuple(
        replace(g, source=ranges(g.source), cue=ranges(g.cue), content=ranges(g.content)) for g in example.attributions
    )
    names = tuple((r[0], kind) for span, kind in example.entities if (r := ranges((span,))))
    return replace(
        example,
        text=apply(example.text, edits),
        attributions=golds,
        entities=names,
        unsure=ranges(example.unsure),
        happenings=_moved(example.happenings, ranges) if example.happenings else None,
        times=None if example.times is None else ranges(example.times),
        respun=None if example.respun is None else ranges(example.respun),
    )


def joined(examples: list[Example], size: int, rng: random.Random) -> list[Example]:
    """Single sentences in random order, ``size`` of them as the paragraphs of one text."""
    order = rng.sample(examples, len(examples))
    return [_one_text(order[k : k + size]) for k in range(0, len(order), size)]


def _one_text(examples: list[Example]) -> Example:
    text, events, pairs = "", [], []
    for x in examples:
        base = len(text) + 1 if text else 0
        text = f"{text}\n{x.text}" if text else x.text
        told = x.happenings
        assert told is not None

        def at(span: Range, base: int = base) -> Range:
            return span[0] + base, span[1] + base

        events += [
            replace(e, trigger=at(e.trigger), arguments=tuple((role, at(s)) for role, s in e.arguments))
            for e in told.events
        ]
        pairs += [replace(p, actor=at(p.actor), recipient=at(p.recipient)) for p in told.pairs]
    assert told is not None
    told = Happenings(told.convention, tuple(events), pairs=tuple(pairs))
    return Example("+".join(x.id for x in examples), text, None, (), None, (), happenings=told)


def _moved(told: Happenings, ranges: Callable[[Ranges], Ranges]) -> Happenings:
    """Everything told, at its new offsets; what an edit took away is left out."""
    events = tuple(
        replace(
            e,
            trigger=trigger[0],
            arguments=tuple((role, moved[0]) for role, span in e.arguments if (moved := ranges((span,)))),
        )
        for e in told.events
        if (trigger := ranges((e.trigger,)))
    )
    facts = tuple((moved[0], value) for span, value in told.factuality if (moved := ranges((span,))))
    pairs = tuple(
        replace(p, actor=a[0], recipient=r[0])
        for p in told.pairs
        if (a := ranges((p.actor,))) and (r := ranges((p.recipient,)))
    )
    return replace(told, events=events, factuality=facts, pairs=pairs)


def respun(example: Example, spinner: Any, rng: random.Random, rates: tuple[float, float] = (0.05, 0.6)) -> Example:
    """Synonyms as a rewriting programme swaps them, at a random rate, and where."""
    edits = spin(example.text, spinner, rng.uniform(*rates), rng)
    out = edited(example, edits)
    if out.respun is None:
        return out
    move = mover(edits)
    swapped = ((move(b, False), move(e, True)) for b, e, _ in edits)
    return replace(out, respun=tuple(sorted({*out.respun, *swapped})))


def requoted(example: Example, rng: random.Random) -> Example:
    """Other quotation marks: straight, curly, single, or none."""
    style = rng.choice(("straight", "curly", "single", "none"))
    edits: list[Edit] = []
    for m in re.finditer(r"[“”\"]", example.text):
        before = example.text[m.start() - 1 : m.start()]
        opening = m.group() == "“" or (m.group() == '"' and (not before or before in " \n(—-"))
        new = {"straight": '"', "curly": "“" if opening else "”", "single": "‘" if opening else "’", "none": ""}[style]
        edits.append((m.start(), m.end(), new))
    if style in ("straight", "none"):
        edits += [(m.start(), m.end(), "'") for m in re.finditer("[‘’]", example.text)]
    return edited(example, edits)


def recased(example: Example, rng: random.Random) -> Example:
    """The first paragraph in capitals, or now and then the whole text in lower case."""
    if rng.random() < 0.15:
        return edited(example, [(m.start(), m.end(), m.group().lower()) for m in re.finditer(r"[A-Z]", example.text)])
    end = example.text.find("\n")
    upper = re.finditer(r"[a-z]", example.text[: end if 0 < end < 200 else 0])
    return edited(example, [(m.start(), m.end(), m.group().upper()) for m in upper])


def relined(example: Example, rng: random.Random) -> Example:
    """Other paragraph breaks, and foreign boilerplate between paragraphs."""
    new = rng.choice(("\n", "\n\n", "\r\n", " \n"))
    edits: list[Edit] = []
    for m in re.finditer(r"\s*\n\s*", example.text):
        extra = f"{rng.choice(BOILERPLATE)}{new}" if rng.random() < 0.05 else ""
        edits.append((m.start(), m.end(), new + extra))
    return edited(example, edits)


def nested(example: Example, guests: list[tuple[str, Gold]], rng: random.Random) -> Example:
    """Some contents replaced by a sentence of another article that holds an attribution of its own.

    The outcome is a text where both layers are annotated, which PolNeAR's own nesting is not.
    """
    chosen: list[tuple[Range, str, Gold, int]] = []
    last_end = 0
    for g in sorted(example.attributions, key=lambda a: a.content[0]):
        begin, end = g.content[0]
        host = example.text[begin:end]
        alone = (
            len(g.content) == 1
            and begin >= last_end
            and not any(x is not g and _touches(x, (begin, end)) for x in example.attributions)
        )
        if not alone or len(host.split()) < 6 or "\n" in host or rng.random() > 0.6:
            continue
        sentence, guest = rng.choice(guests)
        new, shift = _dressed(sentence, host)
        chosen.append(((begin, end), new, guest, shift))
        last_end = end
    if not chosen:
        return example
    out = edited(example, [(b, e, new) for (b, e), new, _, _ in chosen])
    golds, grown = list(out.attributions), 0
    for (begin, end), new, guest, shift in chosen:
        base = begin + grown + shift
        grown += len(new) - (end - begin)

        def moved(spans: Ranges, base: int = base) -> Ranges:
            return tuple((b + base, e + base) for b, e in spans)

        golds.append(Gold(moved(guest.source), moved(guest.cue), moved(guest.content)))
    return replace(out, attributions=tuple(golds))


def _touches(g: Gold, span: Range) -> bool:
    return any(b < span[1] and span[0] < e for b, e in g.source + g.cue + g.content)


def _dressed(sentence: str, host: str) -> tuple[str, int]:
    """The guest sentence in the host's clothes ("that", quotation marks) and how far it moved."""
    body = sentence
    if (
        re.match(r"(The|A|An|In|On|But|He|She|They|It|Officials|Some|Many|This|These|One)\b", body)
        and host[:1] not in '“"'
    ):
        body = body[0].lower() + body[1:]
    if host[:5] == "that ":
        return "that " + body, 5
    for opening, closing in (("“", "”"), ('"', '"')):
        if host[0] == opening and host[-1] in '”"':
            inner = body.replace("“", "‘").replace("”", "’").replace('"', "'")
            return opening + inner + ("," if host[-2:-1] == "," else "") + closing, 1
    return body, 0


def guests(examples: list[Example], common_cues: frozenset[str]) -> list[tuple[str, Gold]]:
    """Sentences (single lines) that hold one whole plain attribution and nothing of another."""
    out = []
    for example in examples:
        for m in re.finditer(r"[^\n]+?[.!?][”\"’]?(?=\s|$)", example.text):
            begin, end = m.span()
            begin += len(m.group()) - len(m.group().lstrip())
            inside = [g for g in example.attributions if _touches(g, (begin, end))]
            if len(inside) != 1 or not 40 < end - begin < 260:
                continue
            spans = inside[0].source + inside[0].cue + inside[0].content
            cue = " ".join(example.text[b:e].lower() for b, e in inside[0].cue)
            if any(b < begin or e > end for b, e in spans) or cue not in common_cues or not inside[0].source:
                continue
            text = example.text[begin:end].rstrip(".")
            g = inside[0]

            def shifted(spans: Ranges, begin: int = begin, size: int = len(text)) -> Ranges:
                return tuple((b - begin, min(e - begin, size)) for b, e in spans)

            out.append((text, Gold(shifted(g.source), shifted(g.cue), shifted(g.content))))
    return out
