"""Which stems tell one thing: irregular nouns and verbs of one root, and groups of words that stand for each other.

Both are in ``data/kin.json``: ``forms`` brings nouns to their verbs ("invasion" to "invade"), ``groups`` are lists of
words for one kind of event, ``things`` for one kind of thing, as news on conflict uses them.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from sayso.types.span import Span
from sayso.weighing.stems import content_stems, stem


@cache
def _table() -> Any:
    return json.loads(files(__package__).joinpath("data/kin.json").read_text("utf-8"))


@cache
def _forms() -> dict[str, str]:
    """Stems of irregular forms, with the stem of the word that they are a form of."""
    forms = _table()["forms"]
    return {stem(form): stem(base) for base, listed in forms.items() for form in (base, *listed.split())}


@cache
def _groups() -> dict[str, frozenset[int]]:
    """The groups that each root is in, by number."""
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(_table()["groups"] + _table()["things"]):
        for word in line.split():
            groups.setdefault(root(stem(word)), set()).add(number)
    return {word: frozenset(found) for word, found in groups.items()}


def root(stemmed: str) -> str:
    """What the stems of one word's forms share: "invad" for "invas"; a stem without forms is its own root."""
    return _forms().get(stemmed, stemmed)


@lru_cache(maxsize=2**13)
def kinds(stemmed: str) -> frozenset[int]:
    """The groups of kin words that a stem is in, by number; empty where there is none."""
    return _groups().get(root(stemmed), frozenset())


def roots(text: str) -> tuple[str, ...]:
    """Roots of the words of content of a text, in its order, each once."""
    stems = content_stems(text, (Span(0, len(text)),)) if text else ()
    return tuple(dict.fromkeys(root(s) for s in stems))
