"""Titles and appositions: what the text says a name is, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.grounding.actors.chains import Chains
from sayso.grounding.actors.nouns import ADJECTIVES
from sayso.grounding.actors.spots import Page, Spot
from sayso.types.actor import ActorKind
from sayso.types.span import Span

ON = frozenset("of to for in at from on with and".split())  # may follow the head of an apposition
BE = frozenset("is was became remains as".split())
ADDRESS = frozenset("mr mrs ms miss sir lady dame sister brother father mother dr".split())
LONGEST = 14  # words of an office
BEHIND = frozenset("of the for and to in".split())


@dataclass(frozen=True, slots=True)
class Office:
    """A description that holds of a name. ``stands`` is true when it is an apposition that may be a spot itself."""

    name: Spot
    head: Spot
    span: Span
    stands: bool


def offices(page: Page, names: Sequence[Spot], heads: Sequence[Spot]) -> list[Office]:
    """Titles right before names, appositions before and behind them, "X is the mayor"; in reading order."""
    ends = {h.last: h for h in heads}
    begins = {k: h for h in reversed(heads) for k in range(h.first, h.last + 1)}
    out = []
    for name in names:
        for find in (_title, _chief_of, _apposed_before):
            office = find(page, name, ends)
            if office is not None and _fits(name, office.head):
                out.append(office)
                break
        office = _apposed_behind(page, name, begins)
        if office is not None and _fits(name, office.head):
            out.append(office)
    return out


def join_offices(chains: Chains, found: Sequence[Office]) -> None:
    """What a name is called becomes part of its chain; an apposition that is a spot joins it."""
    for office in found:
        chain = chains.of[office.name]
        chain.nouns.add(office.head.noun)
        chain.words |= office.head.words
        chain.gender = chain.gender or office.head.gender
        if chain.human and office.head.noun not in ADDRESS:
            chain.offices.append(office.span)
            chain.public |= "p" in office.head.flags
            if office.head.country is not None and not chain.countries:
                chain.countries.add(office.head.country)
        if office.stands and office.head in chains.of and chains.of[office.head].agrees(chain):
            chains.join(office.name, office.head, "title")


def _fits(name: Spot, head: Spot) -> bool:
    if head.plural or name.plural:
        return False
    person = head.kind is ActorKind.PERSON
    if name.kind is ActorKind.STATE or (not person and not ("D" in head.flags or head.definite or not head.flags)):
        return False
    return person == (name.kind is ActorKind.PERSON) and not (
        name.gender and head.gender and name.gender != head.gender
    )


def _title(page: Page, name: Spot, ends: dict[int, Spot]) -> Office | None:
    """ "Defence Minister X", "exiled opposition leader X": a description that ends where the name begins."""
    at = name.first
    if not at or not page.joined(at - 1, at) or page.words[at - 1].possessive:
        return None
    head = ends.get(at - 1)
    if head is None or head.kind is ActorKind.GROUP:
        return None
    begin = _begin(page, head)
    return Office(name, head, Span(page.words[begin].begin, head.span.end), stands=False)


def _begin(page: Page, head: Spot) -> int:
    """First word of an office: titles in front of titles and words with a capital belong to it."""
    begin = head.first
    while begin > 0 and not page.words[begin].apart:
        before = page.words[begin - 1]
        known = page.lexicon.demonym(before.key) is not None or before.key in ADJECTIVES
        if before.possessive or not (known or (before.capital and page.lexicon.person(before.key) is not None)):
            break
        begin -= 1
    return begin


def _chief_of(page: Page, name: Spot, ends: dict[int, Spot]) -> Office | None:
    """ "Chief of the General Staff of the Armed Forces X": a title whose complement ends at the name."""
    words = page.words
    if not name.first or not page.joined(name.first - 1, name.first) or not words[name.first - 1].capital:
        return None
    best = None
    for k in range(name.first - 1, max(-1, name.first - LONGEST), -1):
        head = ends.get(k)
        if head is not None and head.kind is ActorKind.PERSON and k + 1 < name.first and words[k + 1].key == "of":
            best = head
            break
        if words[k].apart or not (words[k].capital or words[k].key in BEHIND):
            break
    if best is None:
        return None
    begin = _begin(page, best)
    return Office(name, best, Span(words[begin].begin, words[name.first - 1].end), stands=False)


def _apposed_before(page: Page, name: Spot, ends: dict[int, Spot]) -> Office | None:
    """ "The rebel leader, X," and "its press officer, Captain X": a definite description, a comma, the name."""
    first = name.first
    head = ends.get(first - 1)
    while head is not None and head.kind is ActorKind.PERSON and not page.words[first].apart:
        first = head.first
        head = ends.get(first - 1)
    if not page.words[first].apart or page.text[page.words[first - 1].end : page.words[first].begin].strip() != ",":
        return None
    if head is None:
        head = next(
            (h for k in range(first - 1, max(0, first - 7), -1) if (h := ends.get(k)) and h.tail == first - 1), None
        )
    if head is None or not (head.definite or "D" in head.flags) or head.kind is ActorKind.GROUP:
        return None
    behind = name.last + 1
    if behind < len(page.words) and not page.words[behind].apart and not head.definite:
        return None
    return Office(name, head, Span(head.span.begin, max(head.span.end, page.words[head.tail].end)), stands=True)


def _apposed_behind(page: Page, name: Spot, begins: dict[int, Spot]) -> Office | None:
    """ "X, adviser to ...", "X, a retired general," "X is the mayor"."""
    words = page.words
    k = name.last + 1
    if k >= len(words) - 1 or words[name.last].possessive:
        return None
    gap = page.text[words[name.last].end : words[k].begin].strip()
    copula = not gap and words[k].key in BE
    if not copula and gap not in (",", "–", "—", "("):
        return None
    k += copula
    while k < len(words) and words[k].key.isdigit():  # "X, 61, a retired cashier"
        k += 1
    if k < len(words) and words[k].key in ("the", "a", "an", "now", "then", "once", "another") and k + 1 < len(words):
        k += 1
    head = begins.get(k) or next((h for n in range(k + 1, k + 5) if (h := begins.get(n)) and page.joined(k, n)), None)
    if head is None or head.kind is ActorKind.GROUP or not _closed(page, head, copula):
        return None
    end = _end(page, head)
    begin = words[min(k, head.first)].begin
    return Office(name, head, Span(begin, words[end].end), stands=True)


def _closed(page: Page, head: Spot, copula: bool) -> bool:
    """True when no verb follows: "Putin, the president said" is no apposition."""
    behind = head.last + 1
    if behind >= len(page.words) or page.words[behind].apart or copula:
        return True
    return page.words[behind].key in ON | {"who", "whose", "which", "that"}


def _end(page: Page, head: Spot) -> int:
    """Last word of an office: up to the next comma, a relative or the end of the sentence."""
    end = head.last
    for k in range(head.last + 1, min(len(page.words), head.last + LONGEST)):
        word = page.words[k]
        if word.apart or word.key in ("who", "which", "that", "whose", "said", "says", "told", "has", "is", "was"):
            break
        end = k
    return end
