"""What is new about a claim since somebody looked last, weighed from what the ledger holds.

How the claim stood is weighed anew without the articles that came since: nobody has to have watched for that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from sayso.engine.reviewing import find_reviewed
from sayso.store.arrived import find_new_among
from sayso.store.assertions import find_namings, named_plainly
from sayso.store.connection import Reader
from sayso.store.lineage import find_text
from sayso.store.propositions import find_carried_into, find_proposition
from sayso.types.news import News, Stand
from sayso.types.span import Span
from sayso.types.weighing import Assertion, Proposition

COMPARED: Final = 200  # assertions whose numbers are compared with those of new ones, and new ones


def find_news(ledger: Reader, id: str, mark: int) -> tuple[News, ...]:
    """What articles behind a mark (see ``store.arrived``) changed about a claim that was told before; often nothing."""
    from sayso.weighing.news import news

    claim = find_proposition(ledger, id)
    if claim is None:
        return ()
    fresh = find_new_among(ledger, (article.id for article in claim.articles), mark)
    before = stood(ledger, claim, fresh)
    return news((before,), claim, fresh, words_of_numbers(ledger, claim, fresh)) if before else ()


def stood(ledger: Reader, claim: Proposition, fresh: frozenset[str]) -> Stand | None:
    """How a claim stands without some of its articles; ``None`` where none is left.

    What people decided holds as it does now.
    """
    from sayso.weighing.known import known
    from sayso.weighing.reviewed import apply, own_words
    from sayso.weighing.weigh import weigh

    reviewed = find_reviewed(ledger)
    old = [a for a in claim.assertions if a.document not in fresh]
    if not old:
        return None
    rooted = [replace(b, side=a.side) for a, b in zip(old, apply(old, reviewed), strict=True)]
    ids, documents = {a.id for a in old}, {a.document for a in old}
    carried = [c for c in own_words(find_carried_into(ledger, claim), reviewed) if c.child in ids]
    named = known(named_plainly(find_namings(ledger, documents).values()))
    found = weigh(rooted, {a.id: a for a in claim.articles if a.id in documents}, carried, named)
    support, against = found.support, found.against
    return Stand(claim.id, found.standing, (support.least, support.most), (against.least, against.most))


def words_of_numbers(ledger: Reader, claim: Proposition, fresh: frozenset[str]) -> dict[tuple[str, Span], str]:
    """The words of those assertions whose numbers may have changed."""
    counted = [a for a in claim.assertions if a.numbers]
    new = [a for a in counted if a.document in fresh]
    old = [a for a in counted if a.document not in fresh]
    if not old or not {n for a in new for n in a.numbers} - {n for a in old for n in a.numbers}:
        return {}
    return {(a.document, a.span): words for a, words in _spans(ledger, [*new[:COMPARED], *old[-COMPARED:]])}


def _spans(ledger: Reader, told: Iterable[Assertion]) -> Iterator[tuple[Assertion, str]]:
    text = ("", "")
    for a in sorted(told, key=lambda a: (a.document, a.span)):
        if a.document != text[0]:
            text = (a.document, find_text(ledger, a.document))
        yield a, a.span.of(text[1])
