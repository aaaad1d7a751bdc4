"""The tellings of a claim with the sources that the gold gives them: what is wrong then, counting makes wrong.

Sides, clusters and origins are those of the gold. What is left to the code: camps, who may be whom, who takes part in
the event, who took back what, the bounds and the standing. Participants and words of withdrawal are as they were read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bench.storygold import GoldClaim, Root, Story, Telling
from sayso.text.name_keys import name_key
from sayso.types.attribution import VoiceKind
from sayso.types.claim import ClaimKind
from sayso.types.event import Certainty, Stance
from sayso.types.weighing import Article, Assertion, Modality, OriginKind, Side, Teller
from sayso.weighing.sources.lexicon import SORTS
from sayso.weighing.sources.phrases import Described, describe
from sayso.weighing.sources.profiles import Form, profile

NAMED = (VoiceKind.PERSON, VoiceKind.ORGANISATION)


def sourced(
    story: Story, claim: GoldClaim, read: Mapping[Telling, Assertion], tellers: Iterable[Teller]
) -> tuple[tuple[Assertion, ...], dict[str, Article]]:
    """One assertion for each telling of a claim and each root of it, and the articles that they stand in.

    ``read`` are the assertions that tellings were found as, where they were; ``tellers`` all that were read in the
    story, of whom those with a root's name say which office and country it has. Each root is a text of its own.
    """
    known: dict[str, list[Teller]] = {}
    for teller in tellers:
        known.setdefault(name_key(teller.name or ""), []).append(teller)
    out, articles = [], {}
    for number, telling in enumerate(claim.tellings):
        for id in telling.roots:
            root = story.roots[id]
            document = f"{telling.document}#{id}"
            outlet = root.names[0] if root.kind is OriginKind.WITNESS else None
            articles[document] = Article(document, outlet, telling.published, None, None, f"#{id}")
            base = read.get(telling) or _unread(claim, telling)
            seen = (telling.span,) if root.kind is OriginKind.WITNESS else ()
            chain = tuple(t for t in (_teller(root, known),) if t is not None)
            new = replace(base, id=f"{number}#{id}", document=document, side=telling.side, chain=chain, witnessed=seen)
            out.append(new)
    return tuple(out), articles


def _unread(claim: GoldClaim, telling: Telling) -> Assertion:
    return Assertion(
        id="",
        document=telling.document,
        place=telling.span.begin,
        kind=ClaimKind.EVENT,
        text=claim.text,
        span=telling.span,
        type=None,
        mode=None,
        status=None,
        side=Side.FOR,
        modality=Modality.DEED,
        certainty=Certainty.HIGH,
        stance=Stance.NONE,
        probability=1.0,
        chain=(),
    )


def _teller(root: Root, known: Mapping[str, Sequence[Teller]]) -> Teller | None:
    """Whom a chain ends in that leads to this root; ``None`` for the article itself."""
    found = [t for name in root.names for t in known.get(name_key(name), ())]
    if root.kind is OriginKind.NAMED:
        return _named(root, [t for t in found if t.kind in NAMED])
    kinds = {
        OriginKind.DOCUMENT: VoiceKind.DOCUMENT,
        OriginKind.CHANNEL: VoiceKind.OUTLET,
        OriginKind.CIRCLE: VoiceKind.OUTLET,  # it counts as one: outlets, and nobody behind them
        OriginKind.UNNAMED: VoiceKind.UNNAMED,
    }
    if root.kind not in kinds:
        return None
    return Teller("", kinds[root.kind], root.names[0], country=_usual(t.country for t in found))


def _named(root: Root, found: Sequence[Teller]) -> Teller:
    """A person by name where one of the names is read as one, with the office that another name gives; else a body."""
    country = _usual(t.country for t in found)
    people = [t for t in found if t.kind is VoiceKind.PERSON and t.name and _person(t)]
    office = max((n for n in root.names if _office(n)), key=_told, default=None)
    if not people:
        name = office or root.names[0]
        return Teller("", VoiceKind.ORGANISATION, name, country=country)
    best = max(people, key=lambda t: (len((t.name or "").split()), t.office is not None, t.name))
    read = max((t.office for t in people if t.office), key=_told, default=None)
    held = read if office is None or (read is not None and _homeless(office) and not _homeless(read)) else office
    public = held is not None or any(t.public for t in people)
    return Teller("", VoiceKind.PERSON, best.name, best.key, country, held, public)


def _person(teller: Teller) -> bool:
    return profile(teller).form is Form.PERSON


def _office(name: str) -> bool:
    """True for words that say what somebody is, and not only who."""
    said = describe(name)
    return _bodied(said) or (said.role is not None and "r" not in said.flags)


def _homeless(office: str) -> bool:
    said = describe(office)
    return said.country is None or said.seat


def _bodied(said: Described) -> bool:
    return said.body is not None and said.body.sorts != SORTS


def _told(name: str) -> tuple[bool, bool, bool, int]:
    said = describe(name)
    return _bodied(said), said.country is not None and not said.seat, "," not in name, len(name)


def _usual(given: Iterable[str | None]) -> str | None:
    rows = Counter(value for value in given if value)
    return min(rows, key=lambda v: (-rows[v], v)) if rows else None
