"""What became of a text on its way into another one, in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from sayso.export.lineage_tree import Tree
from sayso.export.visible import prose
from sayso.export.words import confidence, date, listed, number
from sayso.types.lineage import Alteration, Derivation, Kind, QuotedAgain
from sayso.types.listed import Relative

Short = Callable[[str], str]
DAY: Final = len("2022-03-08")
# To be put before the parent.
KINDS: Final = {
    Kind.VERBATIM: "copied word for word from",
    Kind.CUT: "cut from",
    Kind.LIGHT_EDIT: "lightly edited from",
    Kind.REORDERED: "reordered from",
    Kind.RESPUN: "respun from",
    Kind.REWRITE: "rewritten from",
    Kind.PARTIAL: "has passages from",
    Kind.QUOTATION: "has quotations from",
    Kind.VERSION: "a later version of",
}
ALTERATIONS: Final = {
    Alteration.NEGATION: "a negation put in or taken out",
    Alteration.NUMBER: "a number changed",
    Alteration.TRUNCATED: "its end left out",
    Alteration.SPLICED: "a part within left out",
    Alteration.RESPUN: "words swapped",
    Alteration.EDITED: "edited",
}


def facts(article: Relative, short: Short) -> str:
    """``d_12ab345 · The Harbour Post · 1 Mar 2022``."""
    return " · ".join((short(article.id), prose(article.outlet or "outlet unknown"), when(article)))


def when(article: Relative) -> str:
    """The date of an article, or that it is not known."""
    return date(article.published) if article.published else "date unknown"


def derived(by: Derivation, known: Mapping[str, Relative], short: Short) -> str:
    """``cut from d_12ab345 (The Harbour Post, 1 Mar 2022), confidence 0.97``."""
    parent = known.get(by.parent) or Relative(by.parent, None, None, None, None)
    told = f"{prose(parent.outlet or 'outlet unknown')}, {when(parent)}"
    return f"{KINDS[by.kind]} {short(by.parent)} ({told}), confidence {confidence(by.probability)}"


def direction(by: Derivation) -> str:
    """How sure it is which of the two came first."""
    return f"direction {confidence(by.direction)}"


def quotations(quotes: Iterable[QuotedAgain]) -> str:
    """``2 of 3 quotations altered: a number changed, its end left out``; empty where there are none."""
    quotes = tuple(quotes)
    altered = Counter(q.alteration for q in quotes if q.alteration)
    if not quotes:
        return ""
    if not altered:
        return f"{number(len(quotes), 'quotation')}, word for word"
    kinds = ", ".join(ALTERATIONS[kind] for kind in Alteration if kind in altered)
    return f"{altered.total()} of {number(len(quotes), 'quotation')} altered: {kinds}"


def summary(tree: Tree) -> str:
    """``7 articles, 1 text, from 5 outlets; 1 Mar 2022 to 5 Mar 2022; 2 quotations altered``. Days, without hours."""
    articles = tree.articles
    outlets = {article.outlet.casefold() for article in articles if article.outlet}
    parts = [f"{number(len(articles), 'article')}, 1 text"]
    if outlets:
        parts[0] += f", from {number(len(outlets), 'outlet')}"
    dates = sorted(article.published[:DAY] for article in articles if article.published)
    if dates:
        parts.append(" to ".join(dict.fromkeys((date(dates[0]), date(dates[-1])))))
    undated = len(articles) - len(dates)
    if undated:
        parts.append(f"{undated} without a date")
    altered = sum(bool(q.alteration) for d in tree.family.derivations for q in d.quotes)
    if altered:
        parts.append(f"{number(altered, 'quotation')} altered")
    return "; ".join(parts)


def kinds(tree: Tree) -> str:
    """``2 cut, 1 respun and 1 version``: how the members came about."""
    found = Counter(line.by.kind for line in tree.lines if line.by)
    return listed([f"{found[kind]} {kind.value}" for kind in Kind if kind in found])
