"""Descriptions joined to whom they mean: "the ministry", "the Belarusian dictator", "the army", "the rebels"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from sayso.grounding.actors.chains import Chain, Chains
from sayso.grounding.actors.spots import Form, Page, Spot
from sayso.types.actor import ActorKind

# Nouns that may stand for one another, a set to a line.
ALIKE = tuple(
    frozenset(line.split("|"))
    for line in (
        "president|leader|dictator|strongman|ruler|autocrat|head of state|chief|chief executive|despot",
        "prime minister|premier|pm|leader|head of government",
        "adviser|advisor|aide|counsellor",
        "spokesman|spokeswoman|spokesperson|mouthpiece|press officer|press secretary",
        "chairman|chairwoman|chairperson|chair|head",
        "head|chief|boss|director|chairman",
        "mp|lawmaker|legislator|deputy|parliamentarian|politician|senator",
        "commander|general|colonel|officer|commandant|major general|lieutenant general|brigadier|chief",
        "officer|major|captain|lieutenant|lieutenant colonel|sergeant",
        "admiral|rear admiral|vice admiral|commander|officer",
        "minister|foreign minister|defence minister|defense minister|interior minister|finance minister",
        "envoy|special envoy|ambassador|diplomat",
        "analyst|expert|researcher|scholar|specialist|fellow|academic|professor",
        "journalist|reporter|correspondent",
        "soldier|conscript|serviceman|fighter",
        "lawyer|attorney|solicitor",
        "doctor|physician|surgeon|medic",
        "judge|magistrate|justice",
        "bishop|archbishop|priest|cleric|patriarch|metropolitan",
        "group|organisation|organization|ngo|charity|watchdog|body|movement|militia|armed group",
        "army|military|armed forces|forces|force|troops",
        "rebels|insurgents|fighters|militants|guerrillas|separatists",
        "newspaper|paper|daily|weekly|tabloid|outlet",
        "channel|broadcaster|station|outlet",
        "troops|soldiers|servicemen|forces",
        "mayor|prefect|governor|official",
    )
)
NATIONAL = frozenset("army|military|armed forces|forces|troops|force".split("|"))
FAR = 12  # sentences back in which a description finds a description; names are found from further
NEAR = 2  # sentences back for a word that fits anybody
LEADERS = "w"
# Chains looked at: the first named ones of a document and those around the description. More than articles have.
MOST, AHEAD = 120, 60

Rule = Callable[[Page, Chains, Spot, Sequence[Chain]], "tuple[Spot, str] | None"]


@lru_cache(maxsize=8192)
def alike(one: str, other: str) -> bool:
    """True when two singular head nouns may stand for one actor."""
    if one == other or one.endswith(" " + other) or other.endswith(" " + one):
        return True
    return any(one in line and other in line for line in ALIKE)


def join_descriptions(page: Page, chains: Chains, found: Sequence[Spot]) -> None:
    """Join every description, in reading order, with the actor that the first rule that knows it finds."""
    every = chains.all()
    named = [c for c in every if c.named][:MOST]
    for spot in found:
        own = chains.of[spot]
        if spot.form is not Form.NOUN or len(own.spots) > 1:
            continue
        at = bisect_left(every, own.number, key=lambda c: c.number)
        near = {id(c): c for c in (*named, *every[max(0, at - MOST) : at + AHEAD]) if c is not own and c.spots}
        known = sorted(near.values(), key=lambda c: c.number)
        for rule in RULES:
            host = rule(page, chains, spot, known)
            if host is not None:
                chains.join(host[0], spot, host[1])
                break


def _sentences(page: Page, one: Spot, other: Spot) -> int:
    return page.words[other.first].sentence - page.words[one.first].sentence


def _nearest(page: Page, spot: Spot, fits: Iterator[Chain]) -> Chain | None:
    """The chain whose last spot before this one is nearest."""
    best: tuple[int, Chain] | None = None
    for chain in fits:
        last = chain.before(spot.span.begin)
        if last is not None and (best is None or last.span.begin > best[0]):
            best = (last.span.begin, chain)
    return best[1] if best else None


def government(page: Page, chains: Chains, spot: Spot, known: Sequence[Chain]) -> tuple[Spot, str] | None:
    """ "The Belarusian government", "Minsk" and "Belarus" are one state; "the country" is the last one named."""
    if spot.kind is not ActorKind.STATE:
        return None
    states = [c for c in known if c.kind is ActorKind.STATE]
    if spot.country is not None:
        same = [c for c in states if spot.country in c.countries]
        return (same[0].spots[0], "government") if same else None
    if not spot.definite or "H" in spot.flags:
        return None
    if "C" in spot.flags and not spot.words:
        host = _nearest(page, spot, (c for c in states if c.countries))
        last = host.before(spot.span.begin) if host else None
        return (last, "noun") if last is not None and _sentences(page, last, spot) <= NEAR else None
    same = [c for c in states if spot.noun in c.nouns and spot.words <= c.words]
    host = _nearest(page, spot, iter(same))
    return (host.spots[0], "noun") if host else None


def force(page: Page, chains: Chains, spot: Spot, known: Sequence[Chain]) -> tuple[Spot, str] | None:
    """A country's army, military, troops and forces are one; "the army" is the last one called so."""
    if spot.kind is not ActorKind.FORCE or spot.noun not in NATIONAL:
        return None
    national = [c for c in known if c.kind is ActorKind.FORCE and _national(page, c)]
    if spot.country is not None:
        same = [c for c in national if spot.country in c.countries]
        same.sort(key=lambda c: not c.named)
        return (same[0].spots[0], "noun") if same and _only(page, spot) else None
    if not spot.definite or spot.words:
        return None
    host = _nearest(page, spot, iter(national))
    return (host.spots[0], "noun") if host else None


def _national(page: Page, chain: Chain) -> bool:
    """True for the forces of a whole country: called so, or by a name such as "Belarusian Armed Forces"."""
    nouns = (s for s in chain.spots if s.form is Form.NOUN and s.noun in NATIONAL)
    names = (s for s in chain.spots if s.form is Form.NAME)
    return any(_only(page, s) for s in nouns) or any(" ".join(s.key[-2:]) == "armed forces" for s in names)


def _only(page: Page, spot: Spot) -> bool:
    """True when nothing but the country narrows a force down: "Ukrainian special forces" are others."""
    return all(page.lexicon.demonym(w) or page.lexicon.countries.get(w) or w == "armed" for w in spot.words)


def called(page: Page, chains: Chains, spot: Spot, known: Sequence[Chain]) -> tuple[Spot, str] | None:
    """A name that the text calls by this noun, or that holds it ("the ministry" after "Ministry of Defence")."""
    if not spot.definite or spot.plural or "H" in spot.flags:
        return None
    own = chains.of[spot]
    fits = [c for c in known if c.named and c.agrees(own) and _has(c, spot) and _narrowed(page, spot, c)]
    exact = [c for c in fits if spot.noun in c.nouns] or fits
    host = _nearest(page, spot, iter(exact))
    if host is None and spot.span.begin < page.body and exact:
        host = exact[0]
    return (host.spots[0], "title") if host else None


def _has(chain: Chain, spot: Spot) -> bool:
    if chain.human:
        return any(alike(spot.noun, noun) for noun in chain.nouns)
    tail = spot.noun.rsplit(" ", 1)[-1]
    return spot.noun in chain.nouns or tail in chain.words or any(alike(spot.noun, noun) for noun in chain.nouns)


def _narrowed(page: Page, spot: Spot, chain: Chain) -> bool:
    """True when the text uses the narrowing words of this actor too; nationalities need only agree."""
    named = spot.origin >= 0 and page.words[spot.origin].key in page.lexicon.countries
    if named and spot.noun not in chain.nouns and page.words[spot.origin].key not in chain.words:
        return False  # "Moldova's president" is not the leader of a part of it
    rest = {w for w in spot.words if page.lexicon.demonym(w) is None and w not in page.lexicon.countries}
    plain = {"former", "then", "old", "new", "own", "veteran", "long-time", "longtime", "exiled", "deposed", "ousted"}
    return rest - plain <= chain.words | chain.nouns or (chain.human and not rest - plain - chain.words)


def described(page: Page, chains: Chains, spot: Spot, known: Sequence[Chain]) -> tuple[Spot, str] | None:
    """An earlier description with this head and no fewer words ("the rebels" after "rebels in the east")."""
    kin = "k" in spot.flags and "H" in spot.flags
    if not spot.definite and not (spot.plural and "D" not in spot.flags and spot.words):
        return None
    if "H" in spot.flags and not kin:
        return None
    own = chains.of[spot]
    fits = []
    for chain in known:
        if chain.plural != spot.plural or not spot.words <= chain.words:
            continue
        same = spot.noun in chain.nouns
        if not same and spot.definite and not spot.words and not chain.named:
            same = any(alike(spot.noun, noun) for noun in chain.nouns)
        if not same or not chain.agrees(own):
            continue
        exact = spot.definite or any(s.noun == spot.noun and s.words == spot.words for s in chain.spots)
        last = chain.before(spot.span.begin) if exact else None
        if last is not None and _sentences(page, last, spot) <= FAR:
            fits.append(chain)
    host = _nearest(page, spot, iter([c for c in fits if spot.noun in c.nouns] or fits))
    return (host.spots[0], "noun") if host else None


def leader(page: Page, chains: Chains, spot: Spot, known: Sequence[Chain]) -> tuple[Spot, str] | None:
    """ "The Belarusian dictator" right after a name that has no other office: the person the text is about."""
    if LEADERS not in spot.flags or not spot.definite or "H" in spot.flags or spot.plural:
        return None
    own = chains.of[spot]
    free = (c for c in known if c.human and c.named and c.agrees(own) and _may_lead(page, c, spot))
    host = _nearest(page, spot, free)
    last = host.before(spot.span.begin) if host else None
    return (last, "title") if last is not None and _sentences(page, last, spot) <= NEAR - 1 else None


def _may_lead(page: Page, chain: Chain, spot: Spot) -> bool:
    if not chain.nouns:
        return True
    return any(alike(spot.noun, noun) for noun in chain.nouns) and _narrowed(page, spot, chain)


def body(page: Page, chains: Chains, spot: Spot, known: Sequence[Chain]) -> tuple[Spot, str] | None:
    """ "The group", "the newspaper": the last body of that kind, if it was named just before."""
    generic = "T" in spot.flags or "X" in spot.flags
    if not generic or not spot.definite or spot.words or spot.plural or "H" in spot.flags:
        return None
    kinds = {ActorKind.OUTLET} if "X" in spot.flags else {ActorKind.ORGANISATION, ActorKind.FORCE}
    host = _nearest(page, spot, (c for c in known if c.named and c.kind in kinds))
    last = host.before(spot.span.begin) if host else None
    return (last, "noun") if last is not None and _sentences(page, last, spot) <= NEAR - 1 else None


RULES: tuple[Rule, ...] = (government, force, called, described, leader, body)
