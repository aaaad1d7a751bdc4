"""What a report on a claim tells, looked up."""

from __future__ import annotations

from sayso.engine.timeline import find_history_of
from sayso.engine.trace import find_trace
from sayso.engine.version import version
from sayso.export.claim_report import Material
from sayso.store.assertions import find_waiting_claims
from sayso.store.connection import Reader
from sayso.store.lists import find_article_count
from sayso.store.readings import find_producers
from sayso.types.listed import ArticleWanted


def find_material(ledger: Reader, claim: str, at: str) -> Material:
    """What there is to tell of the claim with this id; ``at`` is the time of the report (ISO 8601).

    Raises ``UsageError`` as ``find_across``.
    """
    traced = find_trace(ledger, claim).traced
    documents = {article.id for article in traced.proposition.articles}
    return Material(
        traced=traced,
        history=find_history_of(ledger, traced),
        at=at,
        version=version(),
        producers=find_producers(ledger, documents),
        articles=find_article_count(ledger, ArticleWanted()),
        waiting=find_waiting_claims(ledger),
    )
