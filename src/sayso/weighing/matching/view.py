"""What the matcher asks of an assertion and its article again and again, worked out once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sayso.text.name_keys import name_key
from sayso.types.event import Role
from sayso.types.weighing import Article, Assertion
from sayso.weighing.matching.stems import kinds, root, roots

REMEMBERED = 20_000  # assertions whose view is kept; one takes about 3 kB
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
POSSESSIVE, PEOPLE = re.compile(r"['’]s?$"), re.compile(r"(?:i?ans?|ia|i|e)$")
LEAST = 4  # letters of a name that are left


@dataclass(frozen=True, slots=True)
class Acting:
    """Those who take part in one role: their keys, the keys of the words of their names, their countries."""

    keys: frozenset[str]
    words: frozenset[str]
    countries: frozenset[str]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """An assertion as the features see it.

    ``matter`` are its words but for what happened, ``proper`` the keys of its names. Days are proleptic Gregorian
    ordinals, ``until`` is not included.
    """

    assertion: Assertion
    words: frozenset[str]
    matter: frozenset[str]
    matter_kinds: frozenset[int]
    proper: frozenset[str]
    trigger: frozenset[str]
    kinds: frozenset[int]
    actors: Acting
    recipients: Acting
    since: int | None
    until: int | None
    published: int | None
    site: str
    numbers: frozenset[str]
    title: frozenset[str]
    title_proper: frozenset[str]
    root: str | None


_views: dict[str, tuple[Assertion, Article | None, View]] = {}


def view(a: Assertion, articles: Mapping[str, Article]) -> View:
    """The view of an assertion; ``articles`` by id, one that is missing tells nothing."""
    article = articles.get(a.document)
    kept = _views.get(a.id)
    if kept is not None and kept[0] is a and (kept[1] is article or kept[1] == article):
        return kept[2]
    if len(_views) >= REMEMBERED:
        _views.clear()
    made = _view(a, article)
    _views[a.id] = (a, article, made)
    return made


def _view(a: Assertion, article: Article | None) -> View:
    words = frozenset(root(w) for w in a.words)
    trigger = frozenset([root(a.trigger)]) if a.trigger else frozenset()
    return View(
        assertion=a,
        words=words,
        matter=words - trigger,
        matter_kinds=frozenset(k for w in words - trigger for k in kinds(w)),
        proper=proper(named(a)),
        trigger=trigger,
        kinds=kinds(a.trigger),
        actors=_acting(a, Role.ACTOR),
        recipients=_acting(a, Role.RECIPIENT),
        since=_day(a.setting.since),
        until=_day(a.setting.until),
        published=_day(article.published) if article else None,
        site=name_key(a.setting.site) if a.setting.site else "",
        numbers=frozenset(a.numbers),
        title=frozenset(roots(article.title)) if article and article.title else frozenset(),
        title_proper=proper(article.title) if article and article.title else frozenset(),
        root=a.chain[-1].key if a.chain else None,
    )


def named(a: Assertion) -> str:
    """What a claim says, with the names of those whom it may only call "they"."""
    return "; ".join((a.text, *(t.name for t in a.taking)))


@lru_cache(maxsize=2**12)
def proper(text: str) -> frozenset[str]:
    """Keys of the words of content that are written with a capital letter."""
    keys = (_name(w) for w in WORD.findall(text) if w[0].isupper() and roots(w))
    return frozenset(key for key in keys if len(key) > 1)


@lru_cache(maxsize=2**13)
def _name(word: str) -> str:
    """The key of a word of a name: "Belarus" and "Belarusian", "Russia's" and "Russians" have one each."""
    plain = POSSESSIVE.sub("", word)
    cut = PEOPLE.sub("", plain)
    return name_key(cut if len(cut) >= LEAST else plain)


def _acting(a: Assertion, role: Role) -> Acting:
    taking = [t for t in a.taking if t.role is role]
    return Acting(
        keys=frozenset(t.key for t in taking if t.key),
        words=frozenset(w for t in taking for w in name_words(t.name)),
        countries=frozenset(t.country for t in taking if t.country),
        names=tuple(t.name for t in taking),
    )


@lru_cache(maxsize=2**14)
def name_words(name: str) -> frozenset[str]:
    """What the words of a name are compared by: keys that survive spellings, of common nouns their roots."""
    keys = (_name(w) if w[0].isupper() else next(iter(roots(w)), "") for w in WORD.findall(name) if roots(w))
    return frozenset(key for key in keys if key)


def _day(moment: str | None) -> int | None:
    if not moment:
        return None
    try:
        return date.fromisoformat(moment[:10]).toordinal()
    except ValueError:
        return None
