"""What one teller of one document is: a person, a body, people without a name, an outlet, a document, or nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from sayso.text.name_keys import name_key
from sayso.types.attribution import VoiceKind
from sayso.types.weighing import Teller
from sayso.weighing.sources.cleaning import cleaned, named_by, nobody
from sayso.weighing.sources.lexicon import SORTS, lexicon, look_up, plain, singular
from sayso.weighing.sources.phrases import INTERNATIONAL, Described, Item, describe, items_of

BRACKETS = re.compile(r"\s*[(\[]([^)\]]*)[)\]]")
LAST = re.compile(r"(?:[A-Z][^\W\d_]*\.?[\s-]){1,3}[A-Z][^\W\d_]+$")
POSSESSED = re.compile(r"\w+['’]s?\s")  # "Kyiv's deputy minister of defence" is one, whoever leaves out "the"
ARABIC = re.compile(r"(?:al|el|at|as|ar|ad|an|az|ash)-[^\W\d_a-z]")  # articles of names
TITLED = frozenset({VoiceKind.OUTLET, VoiceKind.DOCUMENT})
NOTHING = Described(None, "", SORTS, None, None)


class Form(Enum):
    """As what a teller is compared with others."""

    PERSON = "person"
    BODY = "body"  # also an office, a spokesman without a name
    UNNAMED = "unnamed"
    OUTLET = "outlet"
    DOCUMENT = "document"
    NOBODY = "nobody"  # the article itself, hearsay


@dataclass(frozen=True, slots=True)
class Profile:
    """A teller, made comparable. ``names`` are keys of a name, word by word, the main one first.

    Others than persons have one where it might be a person's.
    """

    form: Form
    names: tuple[tuple[str, ...], ...]
    said: Described
    country: str | None
    public: bool
    written: str


def profile(teller: Teller) -> Profile:
    """What this teller is. The same for tellers with the same words."""
    return _profile(teller.kind, teller.name, teller.key, teller.country, teller.office, teller.public)


@lru_cache(maxsize=65536)
def _profile(
    kind: VoiceKind, name: str | None, key: str | None, country: str | None, office: str | None, public: bool
) -> Profile:
    written = " ".join((name or "").split())
    if kind is VoiceKind.ARTICLE or not written or (kind not in TITLED and nobody(written)):
        return Profile(Form.NOBODY, (), NOTHING, None, True, written)
    if kind is not VoiceKind.DOCUMENT:
        if kind is not VoiceKind.PERSON and named_by(written) is not None:
            kind, office, key, public = VoiceKind.PERSON, None, None, False
        written = cleaned(written)
        kind = VoiceKind.ORGANISATION if kind is VoiceKind.PERSON and _formation(written) else kind
    if kind is VoiceKind.OUTLET:
        return Profile(Form.OUTLET, (), NOTHING, country, True, written)
    if kind is VoiceKind.DOCUMENT:
        return Profile(Form.DOCUMENT, (), describe(written), country, True, written)
    if kind is VoiceKind.PERSON:
        return _person(written, key, country, office, public)
    said = describe(written)
    if (
        "h" in said.flags and written[:1].islower() and not _department(written)
    ):  # "information at the disposal of his government"
        return Profile(Form.NOBODY, (), said, None, True, written)
    if office and said.body is None:
        said = _best([said, describe(office)])
    if kind is VoiceKind.ORGANISATION:
        proper = said.body is None or said.body.head.startswith("~")
        own = tuple((key or name_key(written)).split()) if key or (proper and not said.spokes) else ()
        return Profile(Form.BODY, (own,) if own else (), said, _home(said, country), True, written)
    held = describe(office.rpartition(", the ")[2]) if office and ", the " in office else NOTHING
    if held.held and held.body is not None:  # "the agency's informant, the deputy head of the presidential office"
        return Profile(Form.BODY, (), held, _home(held, country), True, written)
    found = _unnamed(written, said, country)
    last = LAST.search(written)
    if found.form is Form.UNNAMED and said.role is None and last is not None:  # "what was reported by Ilan Torv"
        return replace(found, names=(tuple(name_key(last[0]).split()),))
    return found


def _department(written: str) -> bool:
    """True for "the information department of the party": a body, whatever it deals in."""
    items = items_of(written)
    front = items[: next((k for k, i in enumerate(items) if i.kind == "behind"), len(items))]
    return len(front) > 1 and front[-1].kind == "body"


def _unnamed(written: str, said: Described, country: str | None) -> Profile:
    if said.role is None and said.body is not None and said.body.head.startswith("~") and _paper(written):
        return Profile(Form.DOCUMENT, (), said, country, True, written)
    office = look_up(lexicon().people, said.role) if said.role and said.speaks and not _any(written) else None
    own = said.body is not None and bool(said.body.words) and not said.body.head.startswith("~")
    deputy = said.role is not None and said.role.startswith("deputy ") and own and POSSESSED.match(written)
    if said.body is not None and (said.spokes or deputy or (office is not None and (office.body is not None or own))):
        return Profile(Form.BODY, (), said, _home(said, country), True, written)
    watched = said.role is None and said.body is not None and said.body.head[1:] in INTERNATIONAL
    if watched and not _any(written):  # "monitors of the OSCE"
        return Profile(Form.BODY, (), said, None, True, written)
    if "h" in said.flags:
        return Profile(Form.NOBODY, (), said, None, True, written)
    return Profile(Form.UNNAMED, (), said, _home(said, country), True, written)


def _person(written: str, key: str | None, country: str | None, office: str | None, public: bool) -> Profile:
    """A person by name, else by office; "a resident" is nobody in particular."""
    aliases = [a for a in BRACKETS.findall(written) if a[:1].isupper()]
    main, _, rest = BRACKETS.sub("", written).partition(",")
    name, title = _parted(main)
    if not name and rest:  # "the ministry's spokesman, Colonel Haldane"
        name, title = _parted(rest)
        rest, title = (main, title) if name else (rest, main)
    if office and name:
        office = office.replace(name, " ").strip(" ,")
    said = _best([describe(words) for words in (office, rest.strip(), title) if words])
    own = tuple((key or name_key(name)).split()) if name else ()
    if not own:
        said = _best([describe(written), said])
        held = public and bool({"v", "o"} & set(said.flags)) and not _any(written)
        if said.body is None or not (said.spokes or held):
            return _unnamed(written, said, country)
        return Profile(Form.BODY, (), said, _home(said, country), True, written)
    keys = [tuple(name_key(a).split()) for a in aliases]
    names = tuple(dict.fromkeys([own, *(own[:-1] + k if len(k) == 1 else k for k in keys if k)]))
    if not public:
        said = replace(said, sorts=said.sorts - {"s"} or frozenset("c"), body=None)
    return Profile(Form.PERSON, names, said, _home(said, country), public, written)


def _parted(words: str) -> tuple[str, str]:
    """A person's name, and the words before and behind it that say who that is."""
    items = list(items_of(words))
    cut = next((k for k, i in enumerate(items) if i.kind == "behind"), len(items))
    front = items[:cut]
    start = 0
    while start < len(front) and _titled(front, start):
        start += 1
    name = [i.written for i in front[start:]]
    if not name or not all(w[:1].isupper() or not w[:1].isalpha() or not w.isascii() or ARABIC.match(w) for w in name):
        return "", words
    at = words.rfind(name[-1])
    before = " ".join(i.written for i in front[:start])
    return " ".join(name), f"{before} {words[at + len(name[-1]) :]}".strip()


def _titled(front: Sequence[Item], k: int) -> bool:
    """True when the word belongs to a title before the name, not to the name."""
    item = front[k]
    later = front[k + 1 :]
    if item.kind == "people":
        return item.noun is not None and (not item.noun.sorts <= {"c", "a"} or item.written[:1].islower())
    if item.written[:1].islower() and item.kind != "body":
        return any(i.kind in ("people", "body") for i in later) or not any(i.written[:1].isupper() for i in later)
    if item.kind == "country" or item.kind == "body" or item.word in lexicon().common:
        return any(i.kind in ("people", "body") for i in later)
    return any(i.kind == "people" and i.noun is not None and "s" in i.noun.sorts for i in later)


def _formation(written: str) -> bool:
    """True for a name of words that no person has: "Kiev's Third Assault"."""
    words = items_of(written)
    return len(words) > 1 and all(
        i.kind == "country" or (i.kind == "word" and i.word in lexicon().common) for i in words
    )


def _paper(written: str) -> bool:
    """True for a picture or a paper that was taken for people: "the second frame from that release"."""
    items = items_of(written)
    front = items[: next((k for k, i in enumerate(items) if i.kind == "behind"), len(items))]
    return bool(front) and front[-1].kind == "word" and singular(front[-1].word) in lexicon().documents


def _any(written: str) -> bool:
    """True for "a commander", "one of the ministers": somebody among others."""
    return plain(written).split()[0] in ("a", "an", "one", "another", "some", "two", "three")


def _best(found: Sequence[Described]) -> Described:
    """The description that says most; what it lacks of a country comes from the others."""
    if not found:
        return NOTHING
    best = max(found, key=lambda d: (d.body is not None, d.role is not None, d.country is not None))
    country = best.country or next((d.country for d in found if d.country), None)
    return replace(best, country=country)


def _home(said: Described, country: str | None) -> str | None:
    """The country: as the words name it, unless only a table knows it."""
    return said.country if said.country and (said.country[0] != "~" or country is None) else country
