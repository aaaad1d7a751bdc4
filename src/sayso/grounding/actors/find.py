"""The actors of one document: spots are gathered, joined to chains by one kind of rule after another, and recorded."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sayso.grounding.actors.aliases import join_names
from sayso.grounding.actors.chains import BODIES, Chain, Chains
from sayso.grounding.actors.descriptions import NATIONAL, join_descriptions
from sayso.grounding.actors.names import names
from sayso.grounding.actors.nouns import nouns
from sayso.grounding.actors.offices import join_offices, offices
from sayso.grounding.actors.pronouns import join_pronouns
from sayso.grounding.actors.spots import Form, Index, Page, Spot, page
from sayso.grounding.actors.voices import join_voices, unnamed
from sayso.text.name_keys import name_key
from sayso.types.actor import Actor, ActorKind, ActorMention
from sayso.types.reading import Reading
from sayso.types.span import Span


def actors(reading: Reading) -> tuple[Actor, ...]:
    """Everybody who acts or speaks in a document, in the order of their first mentions.

    The order of rules is that of a sieve, surest first (Lee et al. 2013, Computational Linguistics 39:4): equal
    names and short forms, titles and appositions, what the reading says of sources, descriptions, pronouns.
    """
    sheet = page(reading)
    named = names(sheet, reading)
    standing, heads = nouns(sheet, named)
    spots: list[Spot] = [*named, *standing]
    spots += unnamed(sheet, Index(spots))
    called = offices(sheet, named, heads)
    spots = list(dict.fromkeys([*spots, *(o.head for o in called if o.stands)]))
    chains = Chains(spots)
    index = Index(spots)
    join_names(sheet, chains, named)
    join_offices(chains, called)
    join_voices(sheet, chains, index)
    join_descriptions(sheet, chains, sorted(standing, key=lambda s: s.span.begin))
    join_pronouns(sheet, chains, index)
    found = [_actor(reading.document.id, sheet, chain) for chain in chains.all() if _acts(chain)]
    return tuple(sorted(found, key=lambda a: (a.mentions[0].span, a.id)))


def _acts(chain: Chain) -> bool:
    """False for "the country" that no state was found for, and for pronouns alone."""
    if all(s.form is Form.PRONOUN for s in chain.spots):
        return False
    return chain.named or not all("C" in s.flags for s in chain.spots)


def _actor(document: str, page: Page, chain: Chain) -> Actor:
    spots = sorted(chain.spots, key=lambda s: (s.span.begin, s.span.end))
    name = " ".join(_fullest(page, spots).of(page.text).split())
    group = chain.kind is ActorKind.GROUP
    person = chain.kind is ActorKind.PERSON
    public = chain.public or not person
    country = sorted(chain.countries)[0] if len(chain.countries) == 1 else None
    office = chain.offices[0] if chain.offices and person else None
    if len(chain.offices) > 1 and person:
        office = max(chain.offices, key=lambda s: (min(s.end - s.begin, 60), -s.begin))
    key = None if group or not public or not chain.named and not _national(chain) else _key(chain, spots, country)
    seed = "\0".join((document, chain.kind.value, name.casefold(), str(spots[0].span.begin)))
    return Actor(
        id="ac_" + hashlib.sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        kind=chain.kind,
        name=name,
        mentions=tuple(ActorMention(s.span, chain.rules[s]) for s in spots),
        key=key,
        country=country,
        office=office,
        public=public and not (person and not chain.named),
    )


def _national(chain: Chain) -> bool:
    return chain.kind in BODIES and len(chain.countries) == 1


def _key(chain: Chain, spots: Sequence[Spot], country: str | None) -> str | None:
    """A state's key is its code, a national army's the code too, with a word that parts the two."""
    if chain.kind is ActorKind.STATE and country is not None:
        return country.casefold()
    if chain.kind is ActorKind.FORCE and country is not None and chain.nouns & NATIONAL:
        return f"{country.casefold()} armed forces"
    if chain.kind is ActorKind.ORGANISATION and country is not None and not chain.named:
        noun = next(s.noun for s in spots if s.noun)
        return f"{country.casefold()} {noun.replace('defense', 'defence')}"
    named = [" ".join(s.key) for s in spots if s.form is Form.NAME]
    return name_key(max(named, key=lambda n: len(n.split()))) or None if named else None


def _fullest(page: Page, spots: Sequence[Spot]) -> Span:
    """The longest name, else the description with most words, its complement included."""
    names = [s for s in spots if s.form is Form.NAME]
    countries = [s for s in names if " ".join(s.key) in page.lexicon.countries]
    if countries:
        return countries[0].span
    if names:
        return max(names, key=lambda s: (len(s.key), not s.span.of(page.text).isupper(), -s.span.begin)).span
    nouns = [s for s in spots if s.form is Form.NOUN]
    best = max(nouns, key=lambda s: (s.tail - s.first, -s.span.begin))
    begin = page.words[best.origin].begin if best.origin >= 0 else best.span.begin
    return Span(begin, max(best.span.end, page.words[best.tail].end))
