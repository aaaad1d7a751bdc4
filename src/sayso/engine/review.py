"""What a person decides about claims: looked up, checked, kept in the history, and counted at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sayso.engine.history import OTHER, listed
from sayso.engine.meant import ENOUGH, Meant, Pointed, meant_by, pointed_at
from sayso.engine.reviewing import find_named, find_reviewed, is_turned
from sayso.engine.settling import settle_claims
from sayso.errors import UsageError
from sayso.store.connection import Reader, Writer
from sayso.store.ids import find_short
from sayso.store.reviews import find_documents_of, find_review, save_review
from sayso.types.attribution import VoiceKind
from sayso.types.review import Action, Decision, ListedReview
from sayso.types.weighing import Assertion, Side
from sayso.weighing.reviewed import joinable, tellers

# What a name may be of that a person gives, as it is typed: the kind of voice, and whether it is a public one.
KINDS: Final = {
    "official": (VoiceKind.PERSON, True),
    "person": (VoiceKind.PERSON, False),
    "organisation": (VoiceKind.ORGANISATION, True),
    "document": (VoiceKind.DOCUMENT, True),
    "outlet": (VoiceKind.OUTLET, True),
    "unnamed": (VoiceKind.UNNAMED, True),
}
# How many values are typed behind each action; none behind the others.
VALUES: Final = {Action.NOTE: 1, Action.SIDE: 1, Action.WITH: 1, Action.ROOT: 1, Action.SAME: 2, Action.UNDO: 1}
LONGEST_NAME: Final = 200  # characters of a name
LONGEST_NOTE: Final = 10_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person wants decided: ``values`` are what is typed behind the action, ``kind`` one of ``KINDS``."""

    action: Action
    claim: str | None
    values: tuple[str, ...] = ()
    kind: str | None = None


def decide(ledger: Writer, asked: Asked, by: str, at: str) -> ListedReview:
    """Keep what a person decided, and find anew what it bears on: all or nothing.

    ``by`` is what the person calls himself, ``at`` the time (ISO 8601). Raises ``UsageError`` for what cannot be done.
    """
    by = _words(by, "the name of who decides", LONGEST_NAME)
    try:
        datetime.fromisoformat(at)
    except ValueError:
        raise UsageError(f"{at!r} is no time; write it as 2031-03-03T12:00:00Z") from None
    if len(asked.values) != VALUES.get(asked.action, 0):
        count = ("none", "one value", "two values")[VALUES.get(asked.action, 0)]
        raise UsageError(f"{asked.action.value!r} takes {count}, not {len(asked.values)}")
    with ledger.transaction():
        made = BUILD[asked.action](ledger.read, replace(asked, claim=(asked.claim or "").strip() or None))
        concerned = {*made.about, *made.into, *made.leaves, *(s.assertion for s in made.one + made.other)}
        kept = save_review(ledger, replace(made, by=by, at=at), find_documents_of(ledger.read, concerned))
        settle_claims(ledger)
    return listed(ledger.read, kept, find_reviewed(ledger.read))


def _new(action: Action, meant: Meant, about: Iterable[str]) -> Decision:
    return Decision(0, "", "", action, meant.target, tuple(about))


def _accept(ledger: Reader, asked: Asked) -> Decision:
    meant = meant_by(ledger, asked.claim)
    return _new(asked.action, meant, [meant.one.id] if meant.one else meant.own)


def _note(ledger: Reader, asked: Asked) -> Decision:
    (text,) = asked.values
    return replace(_accept(ledger, asked), words=_words(text, "the note", LONGEST_NOTE))


def _side(ledger: Reader, asked: Asked) -> Decision:
    meant = meant_by(ledger, asked.claim)
    one = _single(ledger, meant)
    if asked.values[0] not in list(Side):
        raise UsageError(f"there is no side {asked.values[0]!r}; it is for, against or open")
    side = Side(asked.values[0])
    side = OTHER[side] if is_turned(ledger, meant.claim.id, find_reviewed(ledger)) else side
    return replace(_new(asked.action, meant, [one.id]), target=one.id, side=side)


def _apart(ledger: Reader, asked: Asked) -> Decision:
    meant = meant_by(ledger, asked.claim)
    one = _single(ledger, meant)
    left = _left(meant, one)
    if not left:
        short = find_short(ledger, one.id)
        raise UsageError(f"{short} stands alone, or all others have its words: there is nothing to take it out of")
    return replace(_new(asked.action, meant, [one.id]), target=one.id, leaves=left)


def _left(meant: Meant, one: Assertion) -> tuple[str, ...]:
    return tuple(id for id in meant.own if id != one.id)


def _with(ledger: Reader, asked: Asked) -> Decision:
    meant, other = meant_by(ledger, asked.claim), meant_by(ledger, asked.values[0])
    if meant.claim.id == other.claim.id:
        raise UsageError(f"{meant.given} and {other.given} are one claim already")
    if meant.claim.modality is not other.claim.modality:
        told = f"one is a {meant.claim.modality.value}, the other a {other.claim.modality.value}"
        raise UsageError(f"{told}: these are two claims of one event, and stay two")
    if meant.one is None:
        return replace(_new(asked.action, meant, meant.own), into=other.own)
    return replace(_new(asked.action, meant, [meant.one.id]), into=other.own, leaves=_left(meant, meant.one))


def _root(ledger: Reader, asked: Asked) -> Decision:
    meant = meant_by(ledger, asked.claim)
    one = _single(ledger, meant)
    made = replace(_new(asked.action, meant, [one.id]), target=one.id)
    name = _words(asked.values[0], "the name of the origin", LONGEST_NAME)
    if asked.kind is not None:
        if asked.kind not in KINDS:
            raise UsageError(f"there is no kind {asked.kind!r}; it is {', '.join(KINDS)}")
        kind, public = KINDS[asked.kind]
        return replace(made, words=name, kind=kind, public=public)
    found = pointed_at(ledger, meant.claim, meant.carried, name)
    if found.spots and not found.articles:
        return replace(made, one=found.spots[:ENOUGH])
    return replace(made, words=found.name, kind=found.kind, public=found.public)


def _same(ledger: Reader, asked: Asked) -> Decision:
    meant = meant_by(ledger, asked.claim)
    one, other = (pointed_at(ledger, meant.claim, meant.carried, given) for given in asked.values)
    if one.id == other.id:
        raise UsageError(f"{asked.values[0]} and {asked.values[1]} are one origin already")
    for found in (one, other):
        if not found.spots:
            told = "stands there by a person's word alone; say of each article on whose word it is with --root"
            raise UsageError(f"{found.name} {told}")
    if not (_nameable(ledger, one) or _nameable(ledger, other)):
        told = "neither has a name that is the same in every article, so that nothing shows which one it is"
        raise UsageError(f"{told}; say of an article on whose word it is with --root NAME --kind KIND")
    about = sorted({s.assertion for s in one.spots + other.spots})
    return replace(_new(asked.action, meant, about), target=meant.claim.id, one=one.spots, other=other.spots)


def _nameable(ledger: Reader, found: Pointed) -> bool:
    made = Decision(0, "", "", Action.SAME, None, one=found.spots)
    return any(joinable(t) for _, t in tellers(found.spots, find_named(ledger, [made])))


def _undo(ledger: Reader, asked: Asked) -> Decision:
    given = asked.values[0].strip()
    found = find_review(ledger, int(given)) if given.isascii() and given.isdigit() and len(given) < 19 else None
    if found is None:
        raise UsageError(f"there is no decision {given}; 'sayso review' lists them")
    if found.action is Action.UNDO:
        raise UsageError(f"{given} took a decision back; decide anew what you want to hold again")
    if found.undone_by is not None:
        raise UsageError(f"{given} was taken back before, by decision {found.undone_by}")
    return Decision(0, "", "", Action.UNDO, None, undoes=found.number)


BUILD: Final[dict[Action, Callable[[Reader, Asked], Decision]]] = {
    Action.ACCEPT: _accept,
    Action.NOTE: _note,
    Action.SIDE: _side,
    Action.APART: _apart,
    Action.WITH: _with,
    Action.ROOT: _root,
    Action.SAME: _same,
    Action.UNDO: _undo,
}


def _single(ledger: Reader, meant: Meant) -> Assertion:
    """The one assertion that is meant. Raises ``UsageError`` where there are several."""
    if meant.one is not None:
        return meant.one
    if len(meant.claim.assertions) == 1:
        return meant.claim.assertions[0]
    count = f"{len(meant.claim.assertions):,}"
    advice = f"give the c_ of one of them, 'sayso trace {find_short(ledger, meant.claim.id)}' shows them"
    raise UsageError(f"{meant.given} is what {count} claims of articles have in common; {advice}")


def _words(given: str, what: str, longest: int) -> str:
    words = given.strip()
    if not words:
        raise UsageError(f"{what} is empty")
    if len(words) > longest:
        raise UsageError(f"{what} has {len(words):,} characters; at most {longest:,} are kept")
    return words
