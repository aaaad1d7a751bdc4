"""Who and what is named in a document: names joined to one referent, with the nouns that stand beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.names import Name, kind_of
from sayso.reading.voices.phrase import ARTICLES, OWNERS, PREPOSITIONS, RELATIVES, SAME, listed, take_apart
from sayso.reading.voices.speaker import PUBLIC, Form, Speaker, gender_of
from sayso.reading.voices.words import Word, singular, words
from sayso.types.attribution import VoiceKind
from sayso.types.span import Span

REACH = 160  # characters on either side of a name in which its apposition is looked for
BEFORE = 5  # words before a name that may belong to its title ("deputy head of" ...)
ACRONYM = re.compile(r"\s*\(([^\W\d_]{2,10})\)")
DOES = {"commands": "commander", "teaches": "teacher", "heads": "head", "leads": "leader", "chairs": "chairman"}
DOES |= {"advises": "adviser", "represents": "representative", "directs": "director", "edits": "editor"}
ABBREVIATED = frozenset("mr mrs ms dr gen maj col lt capt sgt brig adm cdr prof rev fr sen rep gov".split())
BE = frozenset({"is", "was", "became", "as"})


@dataclass(frozen=True, slots=True)
class Referent:
    """One named voice: its fullest name, every place it is named at, and what it is called beside its name."""

    kind: VoiceKind
    name: Span
    places: tuple[Span, ...]
    nouns: frozenset[str]
    gender: str
    public: bool
    place: bool


def referents(
    text: str, names: Sequence[Name], speakers: Sequence[Speaker], publisher: str, lexicon: Lexicon
) -> tuple[Referent, ...]:
    """Join names that stand for the same voice; order by first place.

    ``speakers`` add what source phrases call a name; ``publisher`` is the outlet of the document, "" if unknown.
    """
    called: dict[Span, frozenset[str]] = {}
    for speaker in speakers:
        if speaker.form is Form.NAME and speaker.name is not None:
            called[speaker.name] = called.get(speaker.name, frozenset()) | speaker.nouns
    out = [_referent(text, group, called, publisher, lexicon) for group in _groups(text, names, lexicon)]
    return tuple(sorted(out, key=lambda r: (r.places[0].begin, r.places[0].end)))


def _key(text: str, name: Name) -> tuple[str, ...]:
    return tuple(w.key for w in words(text, name.span.begin, name.span.end) if w.key not in ARTICLES)


def _groups(text: str, names: Sequence[Name], lexicon: Lexicon) -> list[list[Name]]:
    """Names with equal words are one; a shorter one joins the nearest longer one that holds its words in order."""
    by_key: dict[tuple[bool, tuple[str, ...]], list[Name]] = {}
    for name in names:
        by_key.setdefault((name.person, _key(text, name)), []).append(name)
    acronyms = _acronyms(text, names, set(by_key))
    groups: dict[tuple[bool, tuple[str, ...]], list[Name]] = {}
    for key in sorted(by_key, key=lambda k: (-len(k[1]), k)):
        article = not key[0] and all(_with_article(text, n) for n in by_key[key])
        hosts = [g for g in groups if g[0] == key[0] and _short_for(key[1], g[1], key[0], article)]
        if key in acronyms and acronyms[key] in groups:
            hosts = [acronyms[key]]
        if not hosts and len(key[1]) == 1 and _proper(key[1][0], by_key[key], lexicon):
            hosts = [g for g in groups if not g[0] and g[1][0] == key[1][0] and not any(n.place for n in groups[g])]
            hosts = hosts if len(hosts) == 1 else []  # "Nordvolt" is "Nordvolt Transmission", if nobody else is
        if not hosts:
            groups[key] = list(by_key[key])
            continue
        for name in by_key[key]:
            groups[min(hosts, key=lambda g: (_distance(groups[g], name), g))].append(name)
    return list(groups.values())


def _short_for(short: Sequence[str], full: Sequence[str], person: bool, article: bool) -> bool:
    """True for a surname or given name of a person, or the last words of another name ("the Republic")."""
    if not 0 < len(short) < len(full):
        return False
    if person and len(short) == 1:
        return short[0] in full and len(short[0]) > 1
    if person:
        rest = iter(full)
        return all(word in rest for word in short)
    return (len(short) > 1 or article) and tuple(full[-len(short) :]) == tuple(short)


def _proper(word: str, group: Sequence[Name], lexicon: Lexicon) -> bool:
    """True for a one-word name of a body that is neither a place's name nor a common word."""
    known = lexicon.countries | lexicon.capitals | lexicon.nationalities | lexicon.generic
    common = word in known or lexicon.organisation(word) is not None or lexicon.known_outlet(word)
    return not common and not any(n.person or n.place for n in group)


def _with_article(text: str, name: Name) -> bool:
    return text[max(0, name.span.begin - 4) : name.span.begin].casefold() == "the "


def _distance(group: Sequence[Name], name: Name) -> tuple[int, int]:
    """Names before this one come first, the nearest of them above all."""
    before = [name.span.begin - g.span.begin for g in group if g.span.begin <= name.span.begin]
    return (0, min(before)) if before else (1, min(g.span.begin for g in group))


def _acronyms(
    text: str, names: Sequence[Name], keys: set[tuple[bool, tuple[str, ...]]]
) -> dict[tuple[bool, tuple[str, ...]], tuple[bool, tuple[str, ...]]]:
    """Acronym -> full name: explained in brackets, or the first letters of a name's last words ("JCS")."""
    out: dict[tuple[bool, tuple[str, ...]], tuple[bool, tuple[str, ...]]] = {}
    for name in names:
        found = ACRONYM.match(text, name.span.end)
        if found and found.group(1).isupper():
            out[(name.person, (found.group(1).casefold(),))] = (name.person, _key(text, name))
    short = {n.span.of(text).casefold() for n in names if ACRONYM.fullmatch(f"({n.span.of(text).upper()})")}
    short &= {n.span.of(text).casefold() for n in names if n.span.of(text).isupper()}
    for person, key in sorted(keys):
        letters = "".join(word[0] for word in key if word not in ("of", "and", "for", "in"))
        for letter in sorted(short):
            if not person and len(key) > len(letter) - 1 > 1 and letters.endswith(letter):
                out.setdefault((False, (letter,)), (False, key))
    return out


def _referent(
    text: str, group: Sequence[Name], called: Mapping[Span, frozenset[str]], publisher: str, lexicon: Lexicon
) -> Referent:
    places = sorted(n.span for n in group)
    fullest = max(group, key=lambda n: (len(_key(text, n)), not n.span.of(text).isupper(), -n.span.begin))
    nouns: set[str] = set()
    person = any(n.person for n in group)
    place = any(n.place for n in group)
    for name in () if place else group:
        beside = nouns_beside(text, name, lexicon) | called.get(name.span, frozenset())
        nouns |= {n for n in beside if person == (lexicon.role(n) is not None)}
    if not person:
        own = words(text, fullest.span.begin, fullest.span.end)
        nouns |= {singular(w.key) for w in own if listed(w, lexicon)} | ({singular(own[-1].key)} if own[1:] else set())
    flags = [lexicon.role(noun) or "" for noun in nouns]
    kind = kind_of(text, fullest, sorted(nouns), lexicon)
    typed = any(lexicon.organisation(noun) is not None for noun in nouns)
    if not person and not typed and f" {' '.join(_key(text, fullest))} " in f" {publisher.casefold()} ":
        kind = VoiceKind.OUTLET
    return Referent(
        kind=kind,
        name=fullest.span,
        places=tuple(places),
        nouns=frozenset(nouns),
        gender=gender_of(fullest.span.of(text), flags, lexicon) if person else "n",
        public=not person or any(set(f) & PUBLIC for f in flags),
        place=place,
    )


def nouns_beside(text: str, name: Name, lexicon: Lexicon) -> set[str]:
    """Common nouns that say what a name is: titles before it, appositions on either side, "X is the mayor"."""
    line_begin = text.rfind("\n", 0, name.span.begin) + 1
    line_end = text.find("\n", name.span.end)
    line_end = len(text) if line_end < 0 else line_end
    before = words(text, max(line_begin, name.span.begin - REACH), name.span.begin)
    after = words(text, name.span.end, min(line_end, name.span.end + REACH))
    gap = text[before[-1].end : name.span.begin] if before else ""
    nouns = _apposed_before(before, gap, lexicon) | _apposed_after(text, name, after, lexicon)
    return {n for noun in nouns for n in (noun, noun.rsplit(" ", 1)[-1])}


def _apposed_before(before: Sequence[Word], gap: str, lexicon: Lexicon) -> set[str]:
    titled = bool(before) and before[-1].key in ABBREVIATED
    if not before or any(c in ';:!?()[]“”"' or (c == "." and not titled) for c in gap):
        return set()
    if "," in gap:
        return _ended_by_comma(before, lexicon)
    found: set[str] = set()
    for k in range(len(before) - 1, max(-1, len(before) - 1 - BEFORE), -1):
        word = before[k]
        if word.key in SAME or (word.key in ARTICLES and word.capital):
            continue  # "the newspaper The Morning Banyan"
        if listed(word, lexicon):
            start = next((j for j in (k, k - 1) if j >= 0 and before[j].comma), max(0, k - 2))
            found |= {singular(word.key), take_apart(before[start : k + 1], lexicon).noun}
        elif not word.capital and word.key not in lexicon.nationalities:
            return found or _type_of(before[: k + 1], lexicon)
        if word.comma and k:
            found |= _ended_by_comma(before[:k], lexicon)
        if word.comma or word.possessive:
            break
    return found


def _type_of(before: Sequence[Word], lexicon: Lexicon) -> set[str]:
    """ "a faction of the self-styled Desert Front": the name is that of the faction."""
    keys = [w.key for w in before[-3:]]
    typed = len(keys) == 3 and keys[1] == "of" and keys[2] in ARTICLES
    return {singular(keys[0])} if typed and "t" in (lexicon.organisation(keys[0]) or "") else set()


def _ended_by_comma(before: Sequence[Word], lexicon: Lexicon) -> set[str]:
    """ "the physician of the clinic, Salim Bahattab": head of the phrase that ends at the comma."""
    start = len(before)
    for k in range(len(before) - 1, max(-1, len(before) - 12), -1):
        if before[k].key in ARTICLES | OWNERS:
            start = k
            if not (k and before[k - 1].key in PREPOSITIONS):
                break
        if before[k].comma:
            start = k
            break
        if k == 0:
            start = 0
    if start == len(before) or (start and not before[start].comma and before[start - 1].key in PREPOSITIONS):
        return set()  # "according to the governor, Petrov has left"
    phrase = take_apart(before[start:], lexicon)
    return {phrase.noun} if listed(phrase.core[phrase.head], lexicon) else set()


def _apposed_after(text: str, name: Name, after: Sequence[Word], lexicon: Lexicon) -> set[str]:
    if not after:
        return set()
    gap = text[name.span.end : after[0].begin]
    if gap.strip() == "" and after[0].key in lexicon.media - {"paper"} and not name.person:
        return {after[0].key}
    if gap.strip() == "" and after[0].key in BE and len(after) > 1 and after[1].key in ARTICLES:
        phrase = take_apart(after[1:8], lexicon)
        return {phrase.noun} if listed(phrase.core[phrase.head], lexicon) else set()
    if gap.strip()[:1] not in (",", "(", "–", "—") or len(gap.strip()) != 1:
        return set()
    rest = list(after)
    while len(rest) > 1 and rest[0].key.isdigit():  # "Larysa Temna, 61, a retired cashier"
        rest.pop(0)
    if rest[0].key == "who" and len(rest) > 1 and rest[1].key in DOES:
        return {DOES[rest[1].key]}
    phrase = take_apart(rest[:10], lexicon)
    return {phrase.noun} if listed(phrase.core[phrase.head], lexicon) and phrase.core[0].key not in RELATIVES else set()
