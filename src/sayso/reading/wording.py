"""From probabilities of words to what a spinner put into a text, and whether one was at work at all."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from sayso.reading.encoding import Conventions, Encoded, encode
from sayso.reading.originals import Proposal, proposals
from sayso.reading.session import Floats, Model
from sayso.reading.tokens import Tokens
from sayso.text.sentences import sentences
from sayso.types.attribution import Producer
from sayso.types.reading import RespunPhrase, Wording
from sayso.types.span import Span

LIKELY: Final = 0.5  # of a text: below it no phrase is told, as most would be words that are merely rare
SURE: Final = 0.5  # of a word; see ``evidence``
FEWEST: Final = 40  # words: shorter texts do not show it
SHOWN: Final = 3  # wordings that may have stood there
MOST_SENTENCES: Final = 400  # whose phrases are tried out with other words; of those behind, the tables' order counts
RULES: Final = "1"  # version of the tables and of what is made of them here


def evidence(probabilities: Floats) -> tuple[float, float, float]:
    """What is weighed of a text whose words have these probabilities (N,): log-odds of their mean, the share of sure
    ones, and a constant."""
    mean = min(max(float(probabilities.mean()), 1e-4), 1 - 1e-4)
    return math.log(mean / (1 - mean)), float((probabilities >= SURE).mean()), 1.0


def of_words(text: str, tokens: Tokens, encoded: Sequence[Encoded]) -> Floats:
    """(W,) probability of each word of these windows; 0 for numbers and marks, which no spinner touches."""
    found = np.concatenate([e.states.respun[e.core] for e in encoded])
    first = encoded[0].window.core_begin
    for k in range(len(found)):
        if not text[int(tokens.begin[first + k])].isalpha():
            found[k] = 0.0
    return found


def text_probability(model: Model, words: Floats) -> float:
    """That a text whose words proper have these probabilities (N,) was respun; 0 for one too short to show it."""
    if len(words) < FEWEST:
        return 0.0
    score = sum(w * x for w, x in zip(model.settings.respun_text, evidence(words), strict=True))
    return round(1 / (1 + math.exp(-score)), 4)


def wording(text: str, model: Model, tokens: Tokens, probabilities: Floats) -> Wording:
    """Whether the text was respun, and if so, which phrases, with what may have stood there before."""
    respun = text_probability(model, probabilities[[text[int(b)].isalpha() for b in tokens.begin]])
    if respun < LIKELY:
        return Wording(respun)
    told: list[RespunPhrase] = []
    for number, sentence in enumerate(sentences(text)):
        begin, end = (int(k) for k in np.searchsorted(tokens.begin, (sentence.span.begin, sentence.span.end)))
        inside = [(begin + b, begin + e) for b, e in runs(probabilities[begin:end], model.settings.respun_word)]
        if inside:
            here = _Sentence(text, tokens, begin, end)
            tried = model if number < MOST_SENTENCES else None
            told += [_told(here, run, found, probabilities, model) for run, found in _offered(here, inside, tried)]
    return Wording(respun, tuple(told))


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Words ``[begin, end)`` of a text."""

    text: str
    tokens: Tokens
    begin: int
    end: int

    def words(self) -> list[str]:
        return [self.text[self.tokens.begin[k] : self.tokens.end[k]] for k in range(self.begin, self.end)]

    def span(self, begin: int, end: int) -> Span:
        return Span(int(self.tokens.begin[begin]), int(self.tokens.end[end - 1]))


Run = tuple[int, int]


def runs(probabilities: Floats, least: float) -> list[Run]:
    """Ranges of neighbouring words that are likely enough."""
    inside = np.concatenate([[False], probabilities >= least, [False]]).astype(np.int8)
    edges = np.flatnonzero(np.diff(inside))
    return [(int(b), int(e)) for b, e in zip(edges[::2], edges[1::2], strict=True)]


def _offered(here: _Sentence, runs: list[Run], model: Model | None) -> list[tuple[Run, list[Proposal]]]:
    """Each run with what may have stood there, in words of the text, the likeliest first.

    A run whose first proposal is a term grows to all words of it; what it then covers is no run of its own.
    """
    words = here.words()
    offered = [
        [
            replace(p, begin=p.begin + here.begin, end=p.end + here.begin)
            for p in proposals(words, b - here.begin, e - here.begin)
        ]
        for b, e in runs
    ]
    if model is not None:
        offered = _tried(here, offered, model)
    out: list[tuple[Run, list[Proposal]]] = []
    for (b, e), found in zip(runs, offered, strict=True):
        if found:
            b, e = found[0].begin, found[0].end
        if not out or b >= out[-1][0][1]:
            out.append(((b, e), [p for p in found if (p.begin, p.end) == (b, e)]))
    return out


def _tried(here: _Sentence, offered: list[list[Proposal]], model: Model) -> list[list[Proposal]]:
    """The proposals by how little they look like a spinner's where they stand; terms before single words.

    The sentence is read once with the first proposal of every run in place, once with the second ones, and so on.
    """
    scores: dict[Proposal, float] = {}
    for turn in range(max(map(len, offered), default=0)):
        chosen: list[Proposal] = []
        for found in offered:
            if turn < len(found) and (not chosen or found[turn].begin >= chosen[-1].end):
                chosen.append(found[turn])
        text, places = _replaced(here, chosen)
        tokens = model.tokenizer.tokenize(text)
        if not len(tokens):
            continue
        probabilities = of_words(text, tokens, encode(model, tokens, Conventions()))
        for proposal, (begin, end) in zip(chosen, places, strict=True):
            inside = (tokens.begin < end) & (tokens.end > begin)
            scores[proposal] = float(probabilities[inside].mean()) if inside.any() else 1.0
    return [sorted(found, key=lambda p: (not p.term, scores.get(p, 1.0))) for found in offered]


def _replaced(here: _Sentence, chosen: list[Proposal]) -> tuple[str, list[tuple[int, int]]]:
    """The sentence with the proposals in place, and where each stands in it."""
    out: list[str] = []
    places: list[tuple[int, int]] = []
    length = 0
    at = int(here.tokens.begin[here.begin])
    for p in chosen:
        span = here.span(p.begin, p.end)
        out += (here.text[at : span.begin], p.words)
        length += span.begin - at
        places.append((length, length + len(p.words)))
        length, at = length + len(p.words), span.end
    out.append(here.text[at : int(here.tokens.end[here.end - 1])])
    return "".join(out), places


def _told(here: _Sentence, run: Run, found: list[Proposal], probabilities: Floats, model: Model) -> RespunPhrase:
    producers: tuple[Producer, ...] = (Producer("model:respun", model.settings.version),)
    if found:
        producers += (Producer("rule:originals", RULES),)
    sure = round(float(probabilities[run[0] : run[1]].max()), 4)
    originals = tuple(dict.fromkeys(p.words for p in found))[:SHOWN]
    return RespunPhrase(here.span(*run), sure, originals, producers)
