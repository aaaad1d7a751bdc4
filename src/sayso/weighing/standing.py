"""How a proposition stands, by the first rule of docs/independence.md that fits, and since when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.text.name_keys import name_key, same_name
from sayso.types.attribution import VoiceKind
from sayso.types.event import Role
from sayso.types.weighing import OriginKind, Side, Standing, Teller
from sayso.weighing.bounds import Count
from sayso.weighing.counting import least
from sayso.weighing.ledger import Ledger
from sayso.weighing.origins import COUNTED, Found
from sayso.weighing.sources.camps import STATE, called, camp_of_organ, state
from sayso.weighing.sources.lexicon import lexicon
from sayso.weighing.sources.organs import Organ
from sayso.weighing.sources.phrases import describe, items_of, stem
from sayso.weighing.sources.profiles import Form, profile
from sayso.weighing.wording import listed, plural, quoted, sentence

NATION = re.compile(r"\b[A-Z][a-z]{2,}(?:ian|ean|ese)s?\b")
MOST = 200  # names of participants that a name is compared with; events have fewer
NAMED_BY_SOMEBODY = frozenset(OriginKind) - {OriginKind.UNSOURCED}


@dataclass(frozen=True, slots=True)
class Stands:
    """A standing with its reason, and the number of the assertion that made it so (``None`` without a date)."""

    standing: Standing
    reason: str
    since: int | None


def stand(found: Sequence[Found], ayes: Count, noes: Count, ledger: Ledger) -> Stands:
    """The first standing that fits."""
    stands = (
        _withdrawn(found, ayes, ledger)
        or _opposed(ayes, noes, ledger)
        or _corroborated(ayes, ledger)
        or _single(ayes, ledger)
    )
    return replace(stands, reason=sentence(stands.reason))


def _withdrawn(found: Sequence[Found], ayes: Count, ledger: Ledger) -> Stands | None:
    back = [o for o in found if Side.FOR in o.back]
    firm = [o for o in back if o.firm]
    if any(o.firm for o in ayes.origins) or not (firm or (back and not ayes.origins)):
        return None
    since = max((o.back[Side.FOR] for o in firm or back), key=lambda k: ledger.told[k].order)
    who = listed([quoted(o) for o in firm or back])
    rest = (
        f", and {plural(len(ayes.origins), 'other')} without a name or a document still say so" if ayes.origins else ""
    )
    return Stands(Standing.WITHDRAWN, f"{who} took it back{rest}.", _dated(since, ledger))


def _opposed(ayes: Count, noes: Count, ledger: Ledger) -> Stands | None:
    against = [o for o in noes.origins if o.kind in COUNTED]
    if not against or not ayes.origins:
        return None
    concerned = _Concerned(ledger)
    others = [o for o in against if not concerned.by(o)]
    first = _begin(others or against, Side.AGAINST, ledger)
    begun = _begin(ayes.origins, Side.FOR, ledger)
    both = first is not None and begun is not None
    since = max((k for k in (first, begun) if k is not None), key=lambda k: ledger.told[k].order) if both else None
    if others:
        verbs = "is against it, and takes" if len(others) == 1 else "are against it, and take"
        return Stands(Standing.CONTESTED, f"{listed([quoted(o) for o in others])} {verbs} no part in it.", since)
    camps = list(dict.fromkeys(called(o.camp, ledger.sources.labels) for o in against if o.camp))
    whom = f" ({listed(camps)})" if camps else ""
    reason = f"Denied by {listed([quoted(o) for o in against])}{whom}, whom it concerns; nobody else is against it."
    return Stands(Standing.DENIED, reason, since)


def _corroborated(ayes: Count, ledger: Ledger) -> Stands | None:
    if ayes.least < 2:
        return None
    reason = f"At least {ayes.least} independent origins are for it, and nobody who counts is against it."
    return Stands(Standing.CORROBORATED, reason, _second(ayes, ledger))


def _single(ayes: Count, ledger: Ledger) -> Stands:
    since = _begin(ayes.origins, Side.FOR, ledger)
    named = [o for o in ayes.origins if o.kind in NAMED_BY_SOMEBODY]
    if not named:
        reason = "No article names anybody who says so." if ayes.origins else "Nobody is for it."
        return Stands(Standing.UNSOURCED, reason, since)
    best = [o for o in named if o.firm] or [o for o in named if o.kind is OriginKind.UNNAMED] or named
    if len(best) == 1:
        reason = f"All that is known to be behind it is {quoted(best[0])}."
    else:
        reason = f"{listed([quoted(o) for o in best])} may all be one: nothing shows two independent origins."
    return Stands(Standing.SINGLE, reason, since)


class _Concerned:
    """Those who take part in the event: camps, and keys of names."""

    def __init__(self, ledger: Ledger) -> None:
        self.camps: set[str] = set()
        self.keys: set[str] = set()
        self.names: set[str] = set()
        every = ledger.sources.all.values()
        self._camps = {" ".join(n): s.camp for s in every for n in s.names if s.form is Form.PERSON}
        self.stateless = False
        for told in ledger.told:
            for one in told.assertion.taking:
                if told.parent is None and one.role in (Role.ACTOR, Role.RECIPIENT):
                    self._add(one.name, one.key, one.country)
        self.words = {w for name in self.names for w in _proper(name)}
        self.nation = False  # somebody of a country that no table has
        for k, told in enumerate(ledger.told):
            if told.parent is None and ledger.sides[k] is Side.FOR:  # whose they are: "officers of Velmar", told anyhow
                by = {w for t in told.chain for w in (*_proper(t.name or ""), *_proper(t.office or ""))}
                self.words |= _proper(told.assertion.text) - by
                self.nation |= any(stem(w) not in by for w in NATION.findall(told.assertion.text))
        states = {c.name for c in self._camps.values() if c.name and c.sorts == STATE}
        states |= {s.camp.name for s in every if s.camp.name and s.camp.sorts == STATE}
        self.heard = states  # states of those who are heard: other capitals need not be countries
        if self.stateless and len(states) == 1:  # "the general": of the only state that is heard here
            self.camps |= states

    def _add(self, name: str, key: str | None, country: str | None) -> None:
        said = describe(name)
        self.camps |= {c for c in (state(country), state(said.country)) if c is not None}
        # "Dravonian jets": what flies, drives or shoots is of the state whose name stands before it.
        self.camps |= {f"state:{stem(w)}" for w in name.split() if w[:1].isupper()}
        if said.body is not None:
            organ = Organ(said.body.head, said.body.words, country or said.country, said.body.sorts, said.body.branch)
            self.camps |= {c for c in (camp_of_organ(organ).name,) if c is not None}
            self.stateless |= camp_of_organ(organ).stateless
        self.keys |= {k for k in (key, name_key(name)) if k}
        self.names.add(name)
        told = profile(Teller("", VoiceKind.PERSON, name, key, country))
        for words in told.names:  # whoever takes part may be heard here too, and be known by an office
            self.keys.add(" ".join(words))
            camp = self._camps.get(" ".join(words))
            if camp is not None:
                self.camps |= {camp.name} if camp.name else set()
                self.stateless |= camp.stateless

    def by(self, one: Found) -> bool:
        """True when this origin is one of those who take part, or of their camp."""
        if one.camp is not None and (one.camp in self.camps or self._meant(one)):
            return True
        if one.source is not None and one.source.camp.stateless and (self.stateless or self._states(one.firm)):
            return True  # an organ of a state that nothing tells of may be of one that takes part
        units = {stem(w) for name in one.written for w in name.split() if w[:1].isdigit()}
        if one.kind is OriginKind.UNNAMED and units & self.words:  # "two men of the 72nd"
            return True
        names = one.source.names if one.source is not None else set()
        keys = {" ".join(n) for n in names} | {name_key(w) for w in one.written}
        if keys & self.keys:
            return True
        person = one.source is not None and one.source.form is Form.PERSON and one.source.public
        return person and any(same_name(one.name, name) for name in sorted(self.names)[:MOST])

    def _meant(self, one: Found) -> bool:
        """True where what the claim tells of is said to be of this camp: "the commander of the Sons of the Ridge"."""
        kind, _, name = (one.camp or "").partition(":")
        if kind == "state":
            return (name if name[:1] == "~" else lexicon().names.get(name, "")) in self.words
        every = {stem(w) for w in name.split()}
        own = every - _plain_words() or every
        return bool(name) and own <= self.words

    def _states(self, firm: bool) -> bool:
        """True where any state takes part, as far as names tell; for ``firm`` ones also by what the claim is about."""
        if firm and (self.nation or any(w and w[0] != "~" for w in self.words)):
            return True
        return any(camp.startswith("state:") and camp[6:7] != "~" or camp in self.heard for camp in self.camps)


def _proper(words: str) -> set[str]:
    """Stems of the names in these words, and the countries that they name."""
    items = items_of(words)
    named = {lexicon().names.get(i.word, "") for i in items if i.kind == "country"}
    proper = [i for i in items if i.written[:1].isupper() or i.written[:1].isdigit()]
    return named | {stem(w) for i in proper for w in (*i.written.split(), *i.word.split())}


@lru_cache(maxsize=1)
def _plain_words() -> frozenset[str]:
    """Stems of words that stand in the names of many bodies."""
    return frozenset(stem(w) for w in (*lexicon().common, *lexicon().bodies))


def _begin(origins: Sequence[Found], side: Side, ledger: Ledger) -> int | None:
    """The earliest assertion of these; ``None`` where no article of theirs has a date."""
    rows = [_earliest(o.rows[side], ledger) for o in origins]
    return _dated(_earliest(rows, ledger), ledger) if rows else None


def _second(ayes: Count, ledger: Ledger) -> int | None:
    """The assertion with which there were two independent origins: found by halving, as the count only grows."""
    rows = sorted(
        ((_earliest(o.rows[Side.FOR], ledger), o) for o in ayes.origins), key=lambda row: _late(row[0], ledger)
    )
    low, high = 2, len(rows)
    while low < high:
        middle = (low + high) // 2
        enough = least(o.unit() for _, o in rows[:middle] if o.kind in COUNTED).count >= 2
        low, high = (low, middle) if enough else (middle + 1, high)
    return _dated(rows[low - 1][0], ledger)


def _earliest(rows: Iterable[int], ledger: Ledger) -> int:
    return min(rows, key=lambda k: _late(k, ledger))


def _late(k: int, ledger: Ledger) -> tuple[bool, float, str]:
    """Undated ones come last: nobody knows when they were there."""
    told = ledger.told[k]
    return (_dated(k, ledger) is None, told.first, told.assertion.id)


def _dated(k: int, ledger: Ledger) -> int | None:
    return k if ledger.told[k].first > float("-inf") else None
