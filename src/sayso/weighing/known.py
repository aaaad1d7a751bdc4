"""What the articles of a ledger tell of those who speak in them, beyond the one claim that is weighed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from sayso.types.weighing import Assertion, Teller
from sayso.weighing.sources.profiles import Form, profile


@dataclass(frozen=True, slots=True)
class Known:
    """``tellers`` are all who are named with an office, and bodies by their full names: each once, wherever that is."""

    tellers: tuple[Teller, ...] = ()


NOTHING: Final = Known()


def learn(assertions: Iterable[Assertion]) -> Known:
    """What the chains of these assertions, of any claims, tell; the order in which they come changes nothing."""
    return known(t for a in assertions for t in a.chain)


def known(tellers: Iterable[Teller]) -> Known:
    """What these tellers, of any claims, tell of each other."""
    found = {_anywhere(t) for t in tellers if t.name and telling(t)}
    return Known(tuple(sorted(found, key=_order)))


def telling(teller: Teller) -> bool:
    """Whether this says more of somebody than that he has a name."""
    found = profile(teller)
    body = found.said.body
    if found.form is Form.BODY:  # the full name of what others name by fewer words
        return body is not None and len(body.words) > 1 and not body.head.startswith("~")
    return found.form is Form.PERSON and found.public and bool(found.said.role or found.said.body or found.country)


def _anywhere(teller: Teller) -> Teller:
    return replace(teller, voice_id="", mention=None, cue=())


def _order(teller: Teller) -> tuple[str, ...]:
    return (teller.name or "", teller.office or "", teller.country or "", teller.key or "", teller.kind)
