"""One claim across articles: who stands behind it, why the count is what it is, and how it came to stand so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from sayso.engine.history import find_decided
from sayso.engine.joining import find_joined
from sayso.engine.reviewing import find_reviewed
from sayso.engine.timeline import find_history_of
from sayso.engine.trace import find_words
from sayso.export import trace_json, trace_rows, trace_words, words
from sayso.export.place_words import country
from sayso.export.trace_tree import Traced, Tree, tree
from sayso.store.assertions import number_of
from sayso.store.claimed import find_propositions_of
from sayso.store.connection import Reader
from sayso.store.ids import find_across, find_short
from sayso.store.lineage import find_texts
from sayso.store.matches import find_related
from sayso.store.propositions import find_basis, find_carried_into, find_proposition
from sayso.text.codec import Record
from sayso.types.listed import ListedProposition
from sayso.types.timeline import History
from sayso.types.weighing import Article, Carried, Proposition
from sayso.web.history import TELLINGS, history_days, landmarks
from sayso.web.page import Asked, Page, Param, Rows, Shown, there
from sayso.web.pictures.history import history_drawn
from sayso.web.pictures.plan import ALL, plan
from sayso.web.pictures.provenance import provenance
from sayso.web.pictures.shapes import LEGEND, key
from sayso.web.remembered import Remembered
from sayso.web.review_panel import panel
from sayso.web.sides import MOST, shown, sides
from sayso.weighing.reviewed import own_words

OPEN: Final = Param("open", "An origin of which all is shown, by its id; 'all' for as much as a page holds.")
FAMILIES: Final = 30  # texts of several articles that are told
REASONS: Final = 8  # of one side that are told at once
PAIRS: Final = 12  # matches that are told
COMPARED: Final = 300  # assertions of a claim up to which its matches are looked up
KEPT: Final = 40_000  # assertions of claims that are kept in memory, some 100 MB at most


@dataclass(frozen=True, slots=True)
class _Known:
    """What is the same as long as the claim is."""

    proposition: Proposition
    carried: tuple[Carried, ...]
    tree: Tree
    history: History


_KEPT: Final[Remembered[_Known]] = Remembered(KEPT, lambda known: len(known.proposition.assertions))


def look(ledger: Reader, asked: Asked) -> Shown:
    """A claim, and what stands behind it."""
    id = there(lambda: find_across(ledger, asked.path["id"]))
    known = _known(ledger, id)
    ids = [a.id for a in known.proposition.assertions]
    claim = replace(known.proposition, related=find_related(ledger, (number_of(one) for one in ids)))
    traced = Traced(claim, known.carried, {}, tuple(find_decided(ledger, ids)))

    return Shown(
        title=claim.text or "A claim without words",
        context=_context(ledger, asked, replace(known.tree, traced=traced), known.history),
        record=lambda: _record(ledger, traced),
        rows=Rows(trace_rows.ASSERTIONS, _rows(ledger, traced)),
    )


def _worded(ledger: Reader, traced: Traced) -> Traced:
    """The claim with the words of all its articles."""
    return replace(traced, words=find_words(ledger, traced.proposition))


def _record(ledger: Reader, traced: Traced) -> Record:
    """All that is known of the claim, as the command line writes it."""
    joined = find_joined(ledger, traced.proposition, traced.carried)
    return trace_json.record(replace(_worded(ledger, traced), joined=joined))


def _rows(ledger: Reader, traced: Traced) -> Iterator[trace_rows.AssertionRow]:
    yield from trace_rows.rows(_worded(ledger, traced))


def _known(ledger: Reader, id: str) -> _Known:
    """A claim with its tree and its history, which take longest; made once until the claim changes."""

    def make() -> _Known:
        proposition = find_proposition(ledger, id)
        assert proposition is not None, id
        carried = own_words(find_carried_into(ledger, proposition), find_reviewed(ledger))
        bare = Traced(proposition, carried, {})
        found = find_history_of(ledger, replace(bare, words=find_words(ledger, proposition)))
        return _Known(proposition, carried, tree(bare), replace(found, claims=()))

    return _KEPT.get((id, find_basis(ledger, id)), make)


def _context(ledger: Reader, asked: Asked, found: Tree, history: History) -> dict[str, object]:
    claim, opened = found.proposition, asked.get(OPEN.name) or ""
    chosen = shown(found, opened)
    told = sides(found, chosen, dict(find_texts(ledger, chosen.documents())), opened)
    drawn = plan(found, opened)
    days, left = history_days(history, MOST if opened == ALL else TELLINGS)
    kinds = [kind for kind in LEGEND if any(s.kind is kind for side in told for s in side.sources)]
    return {
        "it": claim,
        "claim_id": claim.id,
        "short": find_short(ledger, claim.id),
        "standing": claim.weighed.standing.name.lower(),
        "standing_words": trace_words.STANDINGS[claim.weighed.standing].lower(),
        "kind": trace_words.MODALITIES[claim.modality],
        "spot": ", ".join(
            filter(None, (claim.setting.site, country(claim.setting.country) if claim.setting.country else None))
        ),
        "when": trace_words.stretch(claim.setting.since, claim.setting.until),
        "articles": words.number(len(claim.articles), "article"),
        "texts": words.number(claim.texts, "text"),
        "headings": {side.side.value: trace_words.SIDES[side.side] for side in told},
        "bounds": {side.side.value: trace_words.bounds(side.bounds) if side.bounds else "" for side in told},
        "reasons": REASONS,
        "families": _families(claim.articles),
        "sides": told,
        "opened": opened,
        "plan": drawn,
        "picture": Markup(provenance(drawn, asked.base, f"Who has it from whom: {claim.text}")),
        "legend": [(Markup(key(kind)), LEGEND[kind]) for kind in kinds],
        "days": days,
        "days_left": left,
        "landmarks": tuple(landmarks(history)),
        "strip": Markup(_strip(claim, history, found)),
        "related": [_related(ledger, row) for row in find_propositions_of(ledger, claim.related)],
        "pairs": _pairs(ledger, claim, found.traced.carried),
        **panel(ledger, found.traced, asked),
    }


def _strip(claim: Proposition, history: History, found: Tree) -> str:
    dated = sum(article.published is not None for article in claim.articles)
    label = f"When it was told: {words.number(dated, 'dated article')}; the list below says the same"
    return history_drawn(claim, history, frozenset(c.child for c in found.traced.carried), label)


@dataclass(frozen=True, slots=True)
class Family:
    """Articles that are one text, the earliest first; ``more`` are not told."""

    articles: tuple[Article, ...]
    more: int


def _families(articles: Iterable[Article]) -> tuple[Family, ...]:
    """The texts that several articles are, those of most articles first."""
    found: dict[str, list[Article]] = {}
    for article in articles:
        found.setdefault(article.text_id, []).append(article)
    several = sorted((one for one in found.values() if len(one) > 1), key=lambda one: -len(one))
    return tuple(Family(tuple(one[:FAMILIES]), max(0, len(one) - FAMILIES)) for one in several[:FAMILIES])


def _related(ledger: Reader, row: ListedProposition) -> dict[str, object]:
    """A claim of the same event as a line tells it."""
    return {
        "it": row,
        "short": find_short(ledger, row.id),
        "standing": row.standing.name.lower(),
        "standing_words": trace_words.STANDINGS[row.standing].lower(),
        "kind": trace_words.MODALITIES[row.modality] or "done, as it is told",
        "articles": words.number(row.articles, "article"),
    }


def _pairs(ledger: Reader, claim: Proposition, carried: Sequence[Carried]) -> list[dict[str, object]]:
    """Why tellings in words of their own are taken to be one claim, the least likely first."""
    if len(claim.assertions) > COMPARED:
        return []
    known = {a.id: a for a in claim.assertions}
    outlets = {article.id: article.outlet for article in claim.articles}
    joined = sorted(find_joined(ledger, claim, carried), key=lambda found: found.probability)
    return [
        {
            "because": trace_words.because(found),
            "ends": [(a, outlets.get(a.document) or "outlet unknown") for a in (known[found.id], known[found.other])],
        }
        for found in joined[:PAIRS]
    ]


PAGE: Final = Page(
    name="claim",
    path="/claims/{id}",
    help="A claim across articles: its origins at least and at most with reasons, who says so in which words, and how "
    "it came to stand so.",
    look=look,
    params=(OPEN,),
    styles=("claim.css", "review.css"),
    parts={"id": "The id of a claim across articles (p_...) or of one article's own (c_...), or its beginning."},
)
