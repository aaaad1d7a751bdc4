"""Persons and groups that a text only describes ("the general", "his wife"), for pronouns that nobody named fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.reading.voices.context import Context
from sayso.reading.voices.phrase import ARTICLES, OWNERS, PREPOSITIONS, RELATIVES
from sayso.reading.voices.sources import read_source
from sayso.reading.voices.speaker import Form, Speaker
from sayso.reading.voices.words import is_plural
from sayso.types.span import Span

LONGEST = 5  # words of a description


def bystanders(context: Context, begin: int, end: int) -> Iterator[tuple[int, Speaker]]:
    """Descriptions of persons and of groups of them that stand in ``[begin, end)``, the last first.

    A description begins with an article, an owner or a number and ends with a noun of the list of roles or crowds.
    """
    found = context.words
    low, high = context.numbered(begin), context.numbered(end)
    for k in range(high - 1, low - 1, -1):
        key = found[k].key
        if found[k].capital and k and not found[k].comma and found[k - 1].capital:
            continue
        if found[k].possessive:
            continue
        body = _body(key, context.lexicon.organisation(key) or "")
        if context.lexicon.role(key) is None and key not in context.lexicon.crowds and not body:
            continue
        if k + 1 < high and context.lexicon.role(found[k + 1].key) is not None and not found[k + 1].comma:
            continue  # "the army chief" is no army
        start = _start(context, k)
        if start is None or found[start].begin < begin:
            continue
        last = _end(context, k, high)
        speaker = read_source(
            context.text, (Span(found[start].begin, found[last].end),), context.names, context.lexicon
        )
        if body and speaker.form in (Form.DESCRIPTION, Form.NAME):
            yield found[start].begin, replace(speaker, plural=True)
        elif speaker.form is Form.DESCRIPTION and (speaker.human or speaker.plural):
            yield found[start].begin, speaker


def _body(key: str, flags: str) -> bool:
    """True for bodies that "they" may mean first: "the police", "the rebels", "the Houthis"."""
    return key == "police" or ("p" in flags and is_plural(key)) or ("n" in flags and key.endswith("s"))


def _start(context: Context, head: int) -> int | None:
    """The word that a description begins with: its article, owner or number."""
    for k in range(head - 1, max(-1, head - LONGEST), -1):
        word = context.words[k]
        if context.words[k + 1].comma or word.key in PREPOSITIONS | RELATIVES:
            return None
        if word.key in ARTICLES | OWNERS or word.key.isdigit() or word.key in ("two", "three", "four", "some"):
            return k
    return None


def _end(context: Context, head: int, high: int) -> int:
    """The last word of a complement that names something ("a sergeant of the 218th Regiment")."""
    found = context.words
    if head + 2 >= high or found[head + 1].key != "of" or found[head + 1].comma:
        return head
    end = head
    for k in range(head + 2, min(high, head + 2 + LONGEST)):
        if found[k].comma or not (found[k].capital or found[k].key in ARTICLES):
            break
        end = k if found[k].capital else end
    return end
