"""Spots that are names: mentions of the model without titles and articles, and named voices it has no mention for."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.grounding.actors.spots import Form, Index, Page, Spot
from sayso.types.actor import ActorKind
from sayso.types.attribution import Voice, VoiceKind
from sayso.types.event import Role
from sayso.types.reading import EntityType, Reading
from sayso.types.span import Span

KINDS = {
    EntityType.PERSON: ActorKind.PERSON,
    EntityType.ORGANISATION: ActorKind.ORGANISATION,
    EntityType.ARMED_FORCE: ActorKind.FORCE,
    EntityType.COUNTRY: ActorKind.STATE,
}
VOICES = {
    VoiceKind.PERSON: ActorKind.PERSON,
    VoiceKind.ORGANISATION: ActorKind.ORGANISATION,
    VoiceKind.OUTLET: ActorKind.OUTLET,
}
ARTICLES = frozenset({"the", "a", "an"})
ARMED = frozenset(
    "army forces force battalion brigade regiment corps guard navy fleet division militia military".split()
)
ADDRESSED = {
    **dict.fromkeys(("mr", "sir", "king", "prince", "brother", "father", "lord", "emperor"), "m"),
    **dict.fromkeys(("mrs", "ms", "miss", "lady", "dame", "queen", "princess", "sister", "mother"), "f"),
}
CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday".split()
)


def names(page: Page, reading: Reading) -> list[Spot]:
    """Named spots, sorted; of two that overlap, the longer one."""
    voices = _voices(reading)
    acting = _acting(reading)
    found = [s for m in reading.mentions if (s := _mention(page, m.span, m.type, voices, acting)) is not None]
    taken = Index(found)
    for voice in voices.values():
        if voice.mention is not None and voice.kind in VOICES and not taken.over(voice.mention):
            spot = _spot(page, voice.mention, VOICES[voice.kind])
            if spot is not None and page.words[spot.first].capital:
                found.append(spot)
    found += _people(page, reading)
    found = _apart(found)
    return _apart([*found, *_countries(page, found)])


def _voices(reading: Reading) -> dict[str, Voice]:
    out: dict[str, Voice] = {}
    for a in reading.attributions:
        for voice in (a.voice, a.root):
            if voice.name is not None and voice.mention is not None:
                out.setdefault(voice.name.casefold(), voice)
    return out


def _acting(reading: Reading) -> Index:
    """Where somebody speaks or takes part in an event: there a capital stands for its government."""
    spans = [s for a in reading.attributions for s in a.source]
    spans += [x.span for e in reading.events for x in e.arguments if x.role in (Role.ACTOR, Role.RECIPIENT)]
    return Index([Spot(s, Form.NOUN, ActorKind.GROUP, 0, 0) for s in spans])


def _mention(page: Page, span: Span, kind: EntityType, voices: dict[str, Voice], acting: Index) -> Spot | None:
    if kind in (EntityType.TITLE, EntityType.NATIONALITY) or not page.numbers(span):
        return None
    plain = _plain(span.of(page.text))
    voice = voices.get(plain)
    seat = plain in page.lexicon.seats
    if plain in page.lexicon.countries:
        return _spot(page, span, ActorKind.STATE)
    if seat and (kind is not EntityType.PLACE or _governs(page, span, acting)):
        return _spot(page, span, ActorKind.STATE)
    if kind is EntityType.PLACE and voice is None or _nationals(page, page.numbers(span)[-1]):
        return None
    sort = VOICES.get(voice.kind) if voice is not None else None
    sort = sort or KINDS.get(kind, ActorKind.ORGANISATION)
    spot = _spot(page, span, sort)
    if spot is not None and spot.kind is ActorKind.ORGANISATION and ARMED & {spot.key[-1], spot.key[0]}:
        spot = _spot(page, span, ActorKind.FORCE)
    return spot


def _plain(name: str) -> str:
    name = " ".join(name.casefold().replace("’", "'").split()).removesuffix("'s")
    return name.removeprefix("the ").rstrip(".")


def _governs(page: Page, span: Span, acting: Index) -> bool:
    """True for "Minsk said" and "blamed Minsk", not for "in Minsk"."""
    first = page.numbers(span)[0]
    inside = first and page.words[first - 1].key in ("in", "at", "near", "of", "from", "around", "outside", "to")
    return not inside and any(
        a.span.begin == span.begin or page.text[a.span.begin : span.begin] in ("the ", "The ")
        for a in acting.over(span)
    )


def _spot(page: Page, span: Span, kind: ActorKind) -> Spot | None:
    """The name without article, title and possessive ending; ``None`` where nothing of a name is left."""
    words, lexicon = page.words, page.lexicon
    found = list(page.numbers(span))
    while len(found) > 1 and words[found[0]].key in ARTICLES:
        found.pop(0)
    if kind is ActorKind.PERSON:
        while len(found) > 1 and _title(page, found):
            found.pop(0)
    if not found or not any(words[k].capital or words[k].key[0].isdigit() for k in found):
        return None
    first, last = found[0], found[-1]
    key = tuple(words[k].key for k in found if words[k].key not in ARTICLES)
    plain = " ".join(key)
    if not key or plain in CALENDAR or (len(key) == 1 and _common(page, first, kind)):
        return None
    country = None
    if kind is ActorKind.STATE:
        country = lexicon.countries.get(plain) or lexicon.seats.get(plain)
    elif kind is not ActorKind.PERSON:
        codes = {c for w in key if (c := lexicon.demonym(w) or lexicon.countries.get(w))}
        country = codes.pop() if len(codes) == 1 else None
    gender = lexicon.genders.get(key[0], "") if kind is ActorKind.PERSON else ""
    if kind is ActorKind.PERSON and not gender and len(key) > 1 and key[-1].endswith(("ova", "eva", "skaya", "skaia")):
        gender = "f"
    gender = gender or (_addressed(page, first) if kind is ActorKind.PERSON else "")
    if (
        not words[last].capital
        and _listed(page, last)
        and all(words[k].possessive or lexicon.demonym(words[k].key) or _listed(page, k) for k in found[:-1])
    ):
        return None  # "Russia's defence minister" is a description
    end = max(words[last].end, words[first].begin + 1)
    return Spot(
        Span(words[first].begin, end),
        Form.NAME,
        kind,
        first,
        last,
        key,
        country=country,
        gender=gender,
        definite=True,
        tail=last,
    )


def _listed(page: Page, number: int) -> bool:
    key = page.words[number].key
    return page.lexicon.person(key) is not None or page.lexicon.body(key) is not None or key in ("defence", "defense")


def _title(page: Page, found: list[int]) -> bool:
    """True when the first word of a person's name is a title; a lone surname keeps it ("Major" is one)."""
    key = page.words[found[0]].key
    flags = page.lexicon.person(key)
    known = key in page.lexicon.countries or page.lexicon.demonym(key) is not None
    lower = not page.words[found[0]].capital and key not in (
        "al",
        "de",
        "von",
        "van",
        "bin",
        "ibn",
        "el",
        "der",
        "da",
        "du",
    )
    return known or lower or (flags is not None and ("a" in flags or "p" in flags))


def _addressed(page: Page, first: int) -> str:
    before = page.words[first - 1].key if first else ""
    return ADDRESSED.get(before, "")


def _common(page: Page, number: int, kind: ActorKind) -> bool:
    """True for a lone word that is no name: a noun of the lists, a nationality."""
    key = page.words[number].key
    if kind is ActorKind.STATE:
        return False
    noun = page.lexicon.person(key) is not None or page.lexicon.body(key) is not None
    return noun or page.lexicon.demonym(key) is not None


def _nationals(page: Page, number: int) -> str | None:
    """Country of a nationality in the plural ("Palestinians"), which is a group and no name."""
    key = page.words[number].key
    plural = key.endswith("s") and key not in page.lexicon.demonyms
    return page.lexicon.demonym(key) if plural and page.words[number].capital else None


def _people(page: Page, reading: Reading) -> Iterator[Spot]:
    """ "Ukrainians", "the Belgians", "Muslims": nationalities and the like in the plural are groups."""
    named = {
        page.numbers(m.span)[-1] for m in reading.mentions if m.type is EntityType.NATIONALITY and page.numbers(m.span)
    }
    for k, word in enumerate(page.words):
        code = _nationals(page, k)
        if code is None and not (k in named and word.key.endswith("s") and word.key not in page.lexicon.demonyms):
            continue
        first = k - 1 if k and page.lexicon.demonym(f"{page.words[k - 1].key} {word.key}") else k
        code = page.lexicon.demonym(f"{page.words[first].key} {word.key}") if first < k else code
        key = tuple(w.key for w in page.words[first : k + 1])
        span = Span(page.words[first].begin, word.end)
        yield Spot(span, Form.NAME, ActorKind.GROUP, first, k, key, country=code, plural=True, definite=True, tail=k)


def _countries(page: Page, taken: list[Spot]) -> Iterator[Spot]:
    """Countries that stand in no name found so far ("Aceh, Indonesia", "US President X")."""
    inside = {k for s in taken for k in range(s.first, s.last + 1)}
    starts = {name.split(" ")[0] for name in page.lexicon.countries}
    for k, word in enumerate(page.words):
        if k in inside or not word.capital or word.key not in starts:
            continue
        for size in (4, 3, 2, 1):
            part = page.words[k : k + size]
            name = " ".join(w.key for w in part)
            upper = len(name) > 3 or page.text[part[0].begin : part[-1].end].isupper()
            if name in page.lexicon.countries and upper and page.joined(k, k + size - 1):
                yield Spot(
                    Span(part[0].begin, part[-1].end),
                    Form.NAME,
                    ActorKind.STATE,
                    k,
                    k + size - 1,
                    tuple(w.key for w in part),
                    country=page.lexicon.countries[name],
                    definite=True,
                    tail=k + size - 1,
                )
                break


def _apart(found: list[Spot]) -> list[Spot]:
    """Sorted spots without overlap: the longer one stays."""
    out: list[Spot] = []
    for spot in sorted(found, key=lambda s: (s.span.begin, -s.span.end)):
        if not out or out[-1].span.end <= spot.span.begin:
            out.append(spot)
        elif spot.span.end - spot.span.begin > out[-1].span.end - out[-1].span.begin:
            out[-1] = spot
    return out
