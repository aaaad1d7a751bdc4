"""A decision that comes as a form: what is asked for, done in the ledger, and told with what it changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sayso.engine import review
from sayso.errors import UsageError
from sayso.export import review_words, trace_words
from sayso.store.connection import Writer
from sayso.store.ids import find_across
from sayso.store.propositions import find_proposition
from sayso.store.reviews import find_homes, find_review
from sayso.types.review import Action, ListedReview
from sayso.types.weighing import Proposition
from sayso.web.review_panel import namer

ORIGIN: Final = "origin."  # begins the names of boxes; behind it stands the id of the origin
# People paste the address of a claim as readily as its id.
ADDRESS: Final = re.compile(r"(?:\S*/)?(?P<id>[pc]_[0-9a-f]+)(?:[/?#.]\S*)?", re.IGNORECASE)
# The field that holds what is decided, for each action that takes one value.
FIELDS: Final = {
    Action.NOTE: "note",
    Action.SIDE: "side",
    Action.WITH: "other",
    Action.ROOT: "root",
    Action.UNDO: "number",
}


@dataclass(frozen=True, slots=True)
class Done:
    """What a decision came to: the claim to go back to, one sentence, and where else to look: address and words."""

    claim: str | None
    told: str
    elsewhere: tuple[str, str] | None = None


def asked(form: Mapping[str, str]) -> review.Asked:
    """What a form wants decided. Raises ``UsageError``."""
    given = form.get("decision", "")
    if given not in list(Action):
        raise UsageError("choose what you decide")
    action = Action(given)
    if action is Action.SAME:
        values = tuple(name.removeprefix(ORIGIN) for name in form if name.startswith(ORIGIN))
        if len(values) != 2:
            raise UsageError(f"tick the two origins that are one; {len(values) or 'none'} ticked")
    else:
        values = (form.get(FIELDS[action], "").strip(),) if action in FIELDS else ()
    if action is Action.WITH:
        values = tuple(_pasted(value) for value in values)
    claim = None if action is Action.UNDO else form.get("target", "")
    return review.Asked(action, claim, values, form.get("kind", "").strip() or None)


def _pasted(given: str) -> str:
    found = ADDRESS.fullmatch(given)
    return found["id"].lower() if found else given


def done(ledger: Writer, wanted: review.Asked, shown: str, by: str, at: str) -> Done:
    """Decide. ``shown`` is the id of the claim that the person looked at; it may be empty. Raises ``UsageError``."""
    before = find_proposition(ledger.read, find_across(ledger.read, shown)) if shown else None
    made = review.decide(ledger, wanted, by, at)
    about = _about(ledger, made)
    home = _home(ledger, before, made) if before is not None else next(iter(about), None)
    after = find_proposition(ledger.read, home) if home else None
    told = f"Decision {made.number}: {review_words.told(made, namer(ledger.read))}."
    if after is not None:
        told += f" {_changed(before, after)}"
    other = next((id for id in about if id != home or before is None), None)
    if other is None:
        return Done(home, told)
    return Done(
        home,
        told,
        (f"/claims/{other}", "To the claim" if other == home else "What it is about stands in this claim now"),
    )


def _about(ledger: Writer, made: ListedReview) -> list[str]:
    """The claims that hold now what a decision, or the one that it takes back, is about."""
    undone = find_review(ledger.read, made.undoes) if made.undoes else None
    homes = find_homes(ledger.read, undone.about if undone else made.about)
    return sorted({found for found in homes.values() if found})


def _home(ledger: Writer, before: Proposition, made: ListedReview) -> str | None:
    """The claim that most of what the person looked at belongs to now, without what was taken out of it."""
    every = {a.id for a in before.assertions}
    stayed = every - {*made.about} if made.leaves else every
    homes = find_homes(ledger.read, stayed or every)
    found = Counter(home for _, home in sorted(homes.items()) if home)
    return found.most_common(1)[0][0] if found else made.claim


def _changed(before: Proposition | None, after: Proposition) -> str:
    """``Now single origin: 1 to 2; was 1 to 3``."""
    now, was = _state(after), _state(before) if before is not None else None
    if was is None:
        return f"Now {': '.join(now)}."
    if was == now:
        return f"The counts stay as they were: {': '.join(now)}."
    return f"Now {': '.join(now)}; was {was[1] if was[0] == now[0] else ': '.join(was)}."


def _state(found: Proposition) -> tuple[str, str]:
    weighed = found.weighed
    told = trace_words.between(weighed.support.least, weighed.support.most)
    if weighed.against.most:
        told += f" for it, {trace_words.between(weighed.against.least, weighed.against.most)} against"
    return trace_words.STANDINGS[weighed.standing].lower(), told


def kept(form: Mapping[str, str]) -> dict[str, Any]:
    """What was typed, for a page that offers to send it again: the token apart, which is new each time."""
    return {name: value for name, value in form.items() if name not in ("token", "by")}
