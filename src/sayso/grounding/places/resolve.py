"""From names in a text to places. The order of work:

1. Each name gets its candidates (``candidates.py``) and what the words beside it say (``qualifiers.py``).
2. Mentions of one name are one name: one sense per discourse (Gale, Church and Yarowsky 1992), unless the words beside
   them name different surroundings.
3. All names are ranked together (``ranking.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.grounding.places.candidates import SIMILAR, Found, candidates
from sayso.grounding.places.gazetteer import Gazetteer, How, gazetteer
from sayso.grounding.places.names import fold
from sayso.grounding.places.outlets import home_country, masthead_place, named_after
from sayso.grounding.places.qualifiers import Qualifier, qualifier
from sayso.grounding.places.ranking import Name, Ranking, rank
from sayso.types.place import Place
from sayso.types.span import Span

NO_SUCH_NAME = "no place of that name in the gazetteer"
NOT_A_NAME = "the span holds no letter"
ONLY_SIMILAR = "only a similar spelling in the gazetteer, in none of the countries that the text names"
# Another location is worth naming when it has at least this share of the best one's probability.
CLOSE = 0.3
MOST_ALTERNATIVES = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known about a document beside its text.

    ``outlet`` is the site that printed it, as a host name ("news.example.co.uk"); ``home`` the ISO 3166 code of the
    country that it writes from or for, which goes before what the host name tells.
    """

    text: str
    outlet: str | None = None
    home: str | None = None


@dataclass(frozen=True, slots=True)
class _Mention:
    span: Span
    key: str
    found: Found
    beside: Qualifier | None


def resolve(mentions: Sequence[Span], setting: Setting, known: Gazetteer | None = None) -> tuple[Place, ...]:
    """A place for each span of ``mentions``, in their order; what the gazetteer lacks is a place with a reason.

    Spans point into ``setting.text``. ``known`` is the gazetteer to look in, by default that of the package. Raises
    ``ModelError`` when that cannot be read.
    """
    g = known or gazetteer()
    read = [_mention(g, setting.text, span) for span in mentions]
    groups = _groups(read)
    order = sorted({k for k in groups if k is not None})
    members = {k: [m for m, own in zip(read, groups, strict=True) if own == k] for k in order}
    names = [_name(members[k], setting) for k in order]
    at_home = _masthead(g, setting.outlet, names)
    ranked = rank(g, (*names, *at_home), setting.home or home_country(setting.outlet))
    rankings = dict(zip(order, ranked, strict=False))
    sure = {c for k in order if members[k][0].found.rule != SIMILAR for c in _countries(g, rankings[k])}
    return tuple(
        _place(g, setting.text, m, rankings.get(own) if own is not None else None, sure)
        for m, own in zip(read, groups, strict=True)
    )


def _masthead(g: Gazetteer, outlet: str | None, names: list[Name]) -> tuple[Name, ...]:
    """The place that an outlet is named after counts as a name of its text, if it is not one already."""
    key = masthead_place(outlet)
    hits = g.exact(key) if key and all(name.key != key for name in names) else ()
    hits = tuple(h for h in hits if h.how is How.MAIN and g.kinds[int(g.kind[h.place])] in ("town", "capital"))
    return (Name(key, hits, focus=True),) if key and hits else ()


def _countries(g: Gazetteer, ranking: Ranking) -> tuple[str, ...]:
    return g.countries[int(g.held[ranking.hits[0].place])]


def _mention(g: Gazetteer, text: str, span: Span) -> _Mention:
    written = span.of(text)
    head = written.partition(",")[0].strip() or written
    found = candidates(g, written)
    if not found.hits and head != written:
        found = candidates(g, head)
    return _Mention(span, fold(head), found, qualifier(g, text, span, found.hits) if len(found.hits) > 1 else None)


def _groups(read: list[_Mention]) -> list[int | None]:
    """The number of the group of each mention; None for a mention without candidates.

    A mention without words beside it goes with the last one of its name that has some, else with the next.
    """
    known: dict[tuple[str, str, tuple[int, ...]], int] = {}
    out: list[int | None] = []
    last: dict[str, int] = {}
    for m in read:
        if not m.found.hits:
            out.append(None)
            continue
        if m.beside is None and m.key in last:
            out.append(last[m.key])
            continue
        at = (m.key, m.found.rule, m.beside.places if m.beside else ())
        number = known.setdefault(at, len(known))
        out.append(number)
        last[m.key] = number
    return _joined(read, out)


def _joined(read: list[_Mention], groups: list[int | None]) -> list[int | None]:
    """Mentions before the first one with words beside it join that one."""
    bare = {groups[k]: m.key for k, m in enumerate(read) if groups[k] is not None}
    beside = {k for k, m in zip(groups, read, strict=True) if m.beside is not None}
    first: dict[str, int] = {}
    for k, m in zip(groups, read, strict=True):
        if k is not None and k in beside:
            first.setdefault(m.key, k)
    return [k if k is None or k in beside else first.get(bare[k], k) for k in groups]


def _name(members: list[_Mention], setting: Setting) -> Name:
    inside = next((m.beside.places for m in members if m.beside is not None), ())
    focus = named_after(setting.outlet, members[0].key)
    return Name(members[0].key, members[0].found.hits, len(members), inside, focus)


def _place(g: Gazetteer, text: str, mention: _Mention, ranking: Ranking | None, sure: set[str]) -> Place:
    name = mention.span.of(text)
    if ranking is None:
        return Place(mention.span, name, reason=NO_SUCH_NAME if mention.key else NOT_A_NAME)
    if mention.found.rule == SIMILAR and sure and not sure & set(_countries(g, ranking)):
        return Place(mention.span, name, reason=ONLY_SIMILAR, candidates=len(mention.found.hits))
    best, others = ranking.hits[0], ranking.hits[1 : 1 + MOST_ALTERNATIVES]
    floor = CLOSE * ranking.probabilities[0]
    close = [h for h, p in zip(others, ranking.probabilities[1 : 1 + MOST_ALTERNATIVES], strict=True) if p >= floor]
    return Place(
        mention.span,
        name,
        g.location(best.place),
        rule=f"{mention.found.rule}: {ranking.reason}",
        candidates=len(mention.found.hits),
        alternatives=tuple(g.location(h.place) for h in close),
    )
