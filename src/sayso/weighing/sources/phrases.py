"""What words say of somebody: role, body, country, and who that may be ("a spokesman of the Velmar coast guard")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.weighing.sources.lexicon import LONGEST, SORTS, Lexicon, Noun, lexicon, look_up, plain, singular

TOKEN = re.compile(r"[^\W_]+(?:[.'’/-][^\W_]+)*|,")
POSSESSIVE = re.compile(r"['’]s?$")
BEHIND = frozenset("of for at in from to with by on who which that commanding commands heads leads runs , and".split())
RUNNING = {"commands": "commander", "commanding": "commander", "heads": "head", "leads": "head", "runs": "head"}
DROPPED = frozenset("the a an its his her their our own one two three several some many unnamed anonymous".split())
# Words that one text leaves out and another one gives, of one and the same body.
VAGUE = frozenset(
    """
    regional region local national central state official public main press communications information spokesman high
    ranking high-ranking separate independent senior top self-styled so-called called new the oblast province area city
    town village district installed imposed appointed occupant occupants occupier occupiers occupation
    tweet post statement account channel website telegram twitter facebook page
    """.split()
)
FORMER = frozenset("until former ex retired one-time erstwhile ex-president ex-minister deposed ousted".split())
LOCAL = frozenset("governor mayor prefect region regional district city town village province provincial".split())
SAME = {
    **dict.fromkeys(("military", "armed forces", "troops", "forces", "force", "defence forces"), "army"),
    **dict.fromkeys(("territorial defence forces", "territorial defence force"), "territorial defence"),
    **dict.fromkeys(("department",), "ministry"),
    **dict.fromkeys(("coastguard",), "coast guard"),
    **dict.fromkeys(("authority", "regime", "cabinet"), "government"),
    **dict.fromkeys(("rada", "duma", "national assembly", "assembly"), "parliament"),
    **dict.fromkeys(("rescue service", "fire service", "fire brigade", "fire department"), "emergency service"),
    **dict.fromkeys(("presidential office", "presidential administration", "presidential bureau"), "presidency"),
    **dict.fromkeys(("deputation", "negotiating team"), "delegation"),
    **dict.fromkeys(("consulate",), "embassy"),
    **dict.fromkeys(("prosecutor office", "prosecutor's office"), "prosecution"),
    **dict.fromkeys(("monitoring group", "conflict monitor"), "monitor"),
    **dict.fromkeys(("co-operative",), "cooperative"),
    "northern": "north",
    "southern": "south",
    "eastern": "east",
    "western": "west",
}
VICE = frozenset(("deputy", "vice", "assistant"))
PRIVATE = frozenset("ca")
LED = frozenset("f")
PUT = frozenset("installed imposed appointed".split())
POSTED = frozenset("posted accredited stationed based serving".split())
QUALIFIED = {
    **dict.fromkeys("military security diplomatic intelligence defence government".split(), "s"),
    **dict.fromkeys("police presidential official".split(), "s"),
    **dict.fromkeys("medical hospital health".split(), "ca"),
    **dict.fromkeys(("opposition",), "o"),
    **dict.fromkeys("rebel separatist insurgent".split(), "f"),
    **dict.fromkeys("industry shipping insurance company market trade business".split(), "b"),
}
# Bodies of many states: no one state's word.
INTERNATIONAL = frozenset("un nato osce eu iaea icrc unicef unhcr ocha icc opcw".split()) | {"united nations"}
# As other languages shorten them.
TRANSLATED = dict.fromkeys(("obse", "osze", "obwe"), "osce") | {
    "otan": "nato",
    "onu": "un",
    "aiea": "iaea",
    "oiea": "iaea",
}
WATCHING = frozenset("monitor monitoring observer observation observers verification fact-finding".split())
# One mission goes by many names; where it is, tells it from no other one of its union.
WATCHERS = WATCHING | {"mission", "monitor", "monitors", "special", "representatives"}
DIRECTIONS = frozenset("north south east west northern southern eastern western".split())
FIRST = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
ORDINALS = dict(zip("1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th".split(), FIRST, strict=True))
STYLED = re.compile(r"[\"“‘']republics?\b|\b(?:self-proclaimed|self-styled|breakaway)\b", re.I)
# "The Russian-installed head of Crimea": of the state that put him there, whatever the place is.
INSTALLED = re.compile(r"-(installed|imposed|appointed)\b", re.I)
LOCALS = frozenset({"local", "town"})  # branches of bodies that are of a place
# Endings of English words that no country's name or nationality has ("Presidential Chancellery").
NO_STATE = re.compile(r"(?:ial|ional|ated?|ing|ive|ment|tion|ous|ship)$")
SHORT = 3  # letters of a country's name up to which it must stand in capitals ("US", never "us")


@dataclass(frozen=True, slots=True)
class Body:
    """A ministry, an army, a party: its ``head`` noun, or a mark and the first word of a name without one.

    ``words`` are those that tell it from others of its head; ``sorts`` the people that it may be of.
    """

    head: str
    words: frozenset[str]
    branch: str | None
    sorts: frozenset[str]

    @property
    def state(self) -> bool:
        """True for what can only be an organ of a state."""
        return self.sorts == {"s"}


@dataclass(frozen=True, slots=True)
class Described:
    """What words say of somebody. ``country`` is an ISO code, or "~" and the stem of a name that no table has."""

    role: str | None
    flags: str
    sorts: frozenset[str]
    body: Body | None
    country: str | None
    former: bool = False
    seat: bool = False  # the country is no more than the place that the body is in

    @property
    def speaks(self) -> bool:
        """True when whoever has this role speaks for the whole body."""
        return "v" in self.flags and not self.former

    @property
    def spokes(self) -> bool:
        """True for who only speaks for others: a spokesman, a press office."""
        return "p" in self.flags

    @property
    def held(self) -> bool:
        """True for an office that one person holds."""
        return bool({"v", "o"} & set(self.flags)) and not self.former


@dataclass(frozen=True, slots=True)
class Item:
    """A stretch of a phrase: a country, a noun for people or a body, a word that parts, or any other word."""

    kind: str
    word: str
    written: str
    noun: Noun | None = None


@lru_cache(maxsize=16384)
def describe(words: str) -> Described:
    """What a description or a body's name says; never of a person's name itself."""
    words = INSTALLED.sub(r" \1", words[:300])
    items = items_of(words)
    run = next((RUNNING[i.word] for i in items if i.kind == "behind" and i.word in RUNNING), None)
    while items and items[0].kind == "behind":
        items = items[1:]
    cut = next((k for k, i in enumerate(items) if i.kind == "behind"), len(items))
    before, behind = items[:cut], [i for i in items[cut:] if i.kind != "behind"]
    former = any(i.word in FORMER for i in items) or " up to " in words
    followed = {id(i) for i, behind_it in zip(before, before[1:], strict=False) if behind_it.kind == "body"}
    watching = {i for i in followed if any(id(w) == i and w.word in WATCHING for w in before)}
    people = [i for i in before if i.kind == "people" and id(i) not in watching and not _within(i, before)]
    ranked = [i for i in people if "r" not in (i.noun.flags if i.noun else "")]
    role = (ranked or people)[-1] if people else None
    if run is not None and (role is None or not ranked):
        role = Item("people", run, run, look_up(lexicon().people, run))
    vice = role is not None and any(i.word in VICE for i in before if i is not role)
    rest = [i for i in before if i is not role and not (vice and i.word in VICE)]
    body = _body_of(role, rest, behind) if role else _body([*before], behind)
    posted = next((k for k, i in enumerate(items) if i.word in POSTED), len(items))  # of another state than there
    country = _country(before, [i for i in items[cut:posted] if i.kind != "behind"], body, role)
    seated = cut < len(items) and items[cut].word in ("in", "at") and country is not None and country[0] == "~"
    seated = seated and country not in {stem(i.word) for i in before}
    sorts = _sorts(role, body, items)
    body, country, sorts = _of_a_state(role, (body, country, sorts), items, STYLED.search(words) is not None)
    if former:
        body, sorts = None, SORTS
    flags = role.noun.flags if role and role.noun else ""
    flags = flags.replace("v", "o") if vice else flags
    called = None if role is None else f"deputy {role.word}" if vice else role.word
    return Described(called, flags, sorts, _without(body, country), country, former, seated)


_Found = tuple[Body | None, str | None, frozenset[str]]  # body, country, sorts


def _of_a_state(role: Item | None, found: _Found, items: Sequence[Item], styled: bool) -> _Found:
    """What a country beside a role adds: who heads or speaks for a country is of its state.

    ``styled`` are organs of a state that others call none: these may be an armed group's.
    """
    body, country, sorts = found
    flags = role.noun.flags if role is not None and role.noun is not None else ""
    if country is not None and body is None and ("p" in flags or ("v" in flags and sorts == SORTS)):
        return Body("government", frozenset(), "executive", frozenset("s")), country, frozenset("s")
    if styled and sorts == {"s"}:
        return (replace(body, sorts=frozenset("sf")) if body is not None else None), None, frozenset("sf")
    if country is not None and "v" in flags and sorts == SORTS and any(i.word in PUT for i in items):
        local = Body("administration", body.words if body is not None else frozenset(), "local", frozenset("s"))
        return local, country, local.sorts
    return found


def _within(item: Item, before: Sequence[Item]) -> bool:
    """True for people in the name of a body: of an observer mission, of a mothers' committee."""
    named = before[-1].kind == "body" and before[-1].written[:1].isupper() and item.written[:1].isupper()
    return named and item.noun is not None and "s" not in item.noun.sorts


@lru_cache(maxsize=16384)
def items_of(words: str) -> tuple[Item, ...]:
    """A phrase cut into what the lists know, and other words."""
    lex = lexicon()
    tokens = [POSSESSIVE.sub("", t) or t for t in TOKEN.findall(words)]
    lows = [ORDINALS.get(plain(t), plain(t)) for t in tokens]
    out: list[Item] = []
    k = 0
    while k < len(tokens):
        for width in range(min(LONGEST, len(tokens) - k), 0, -1):
            found = _item(lex, " ".join(lows[k : k + width]), " ".join(tokens[k : k + width]))
            if found is not None:
                out += found
                break
        else:
            width = 1
            if lows[k] not in DROPPED:
                out.append(Item("word", lows[k], tokens[k]))
        k += width
    return tuple(out)


def nation(words: str) -> bool:
    """True for "Russians": who stands before them in a chain says something of them."""
    items = items_of(words)
    return len(items) == 1 and items[0].kind == "country" and items[0].written.endswith("ans")


def _item(lex: Lexicon, low: str, written: str) -> list[Item] | None:
    if low in BEHIND:
        return [Item("behind", low, written)]
    code = lex.countries.get(low) or (lex.countries.get(low[:-1]) if low.endswith("s") else None)
    if code is not None and (len(low) > SHORT or written.isupper() or "." in written):
        return [Item("country", code, written)]
    if low in lex.known and (lex.known[low][0] == "-" or written[:1].isupper()):
        code, what = lex.known[low]
        inner = [Item(i.kind, i.word, i.word, i.noun) for i in items_of(what)]
        return inner if code == "-" else [Item("country", code, written), *inner]
    people, body = look_up(lex.people, low), look_up(lex.bodies, low)
    if people is not None and (body is None or not written[:1].isupper()):
        return [Item("people", low if low in lex.people else singular(low), written, people)]
    if body is not None:
        return [Item("body", low if low in lex.bodies else singular(low), written, body)]
    if low in TRANSLATED and written.isupper():
        return [Item("word", TRANSLATED[low], written)]
    return None


def _body_of(role: Item, before: Sequence[Item], behind: Sequence[Item]) -> Body | None:
    """The body of somebody with a role: named before it, behind it, or by the role itself."""
    if role.noun is None or (role.noun.sorts <= PRIVATE and "v" not in role.noun.flags):
        return None
    named = role.noun.body
    if "p" in role.noun.flags and _group(before, behind):
        return _body(behind, ())  # "military spokesman of the Sons of the Ridge"
    for part in (_public(before), _public(behind)):
        nouns = [i for i in part if i.kind == "body" and not (named and i.noun and i.noun.body in LOCALS)]
        holders = [i for i in part if i.kind == "people" and i.noun and i.noun.body]
        if nouns:
            return _body(part, behind if part is before else ())
        led = [i for i in part if i.kind == "people" and i.noun and i.noun.sorts <= LED]
        if led and not holders and "v" in role.noun.flags:  # "the leader of the separatists in Donetsk"
            kept = frozenset(i.word for i in part if i.kind == "word" and i.word not in VAGUE)
            return Body(led[-1].word, kept, "armed", frozenset("f"))
        if holders:
            others = [i for i in part if i is not holders[-1]]
            return _body_of(holders[-1], others, behind if part is before else ())
    if named is not None:
        return _made(named, [*before, *behind])
    front = [i for i in before if i.kind == "word" and i.written[:1].isupper()]
    if front and not behind and "p" in role.noun.flags and len(front) == len(before):
        return _body(before, ())  # "the Civic Forward press office"
    proper = [i for i in behind if i.kind == "word" and i.written[:1].isupper()]
    if proper and "r" not in role.noun.flags and role.noun.sorts - {"s"}:
        return _body(behind, ())
    return None


def _public(part: Sequence[Item]) -> Sequence[Item]:
    """Words up to private people: who speaks for "the family of the president" is not of his office."""
    private = (k for k, i in enumerate(part) if i.kind == "people" and i.noun and i.noun.sorts <= {"c"})
    return part[: next(private, len(part))]


def _group(before: Sequence[Item], behind: Sequence[Item]) -> bool:
    """True for a name of several words that has no noun for a body, behind a word that only says what the role is."""
    adjective = bool(before) and all(i.word in QUALIFIED and i.written.islower() for i in before)
    proper = [i for i in behind if i.written[:1].isupper()]
    return adjective and len(proper) > 1 and not any(i.kind in ("body", "country") for i in behind)


def _body(part: Sequence[Item], behind: Sequence[Item]) -> Body | None:
    """The body that words name, with or without a noun for bodies."""
    nouns = [i for i in part if i.kind == "body"]
    if nouns:
        return _made(nouns[-1].word, [*part, *behind])
    words = [i.word for i in (*part, *behind) if i.kind in ("word", "body", "people")]
    if any(w in INTERNATIONAL for w in words):
        return _made("", [*part, *behind])
    if words:
        return Body("~" + words[0], frozenset(words), None, SORTS)
    if any(i.kind == "country" for i in (*part, *behind)):
        return Body("government", frozenset(), "executive", frozenset("s"))
    return None


def _made(head: str, parts: Sequence[Item]) -> Body:
    union = next((i.word for i in parts if i.word in INTERNATIONAL), None)
    if union is not None:
        own = frozenset(i.word for i in parts if i.kind in ("word", "body") and i.word not in VAGUE | DIRECTIONS)
        own = frozenset("monitor" if w in WATCHERS else w for w in own)
        return Body("~" + union, own, None, frozenset("ea"))
    if head == "mission" and any(i.word in WATCHING for i in parts):
        head = "monitor"
    noun = look_up(lexicon().bodies, head)
    local = noun is not None and noun.body in LOCALS
    words = [SAME.get(i.word, i.word) for i in parts if i.kind in ("word", "body") and i.word != head]
    if head == "administration" and any(i.word in LOCAL or i.written[:1].isupper() for i in parts if i.kind == "word"):
        local = True
    base = "administration" if local else SAME.get(head, head)
    base = SAME.get(base.removesuffix("s"), base) if base not in lexicon().bodies else base
    kept = frozenset(w for w in words if w and w not in VAGUE and w not in FORMER and w != base)
    if base in COMMANDS and kept <= {"army"} and (kept or base.endswith(" command")):
        base, kept = "army", frozenset()
    branch = noun.body if noun and (noun.body in LOCALS or not local) else "local" if local else None
    sorts = noun.sorts if noun else SORTS
    if base == "ministry":
        kept = frozenset(MINISTRIES.get(w, w) for w in kept)
    if branch == "ministry":
        branch = next((b for w, b in BRANCHES.items() if w in kept), "ministry")
    if sorts != {"s"} and any(i.kind == "country" for i in parts) and kept & {"security", "emergency", "intelligence"}:
        sorts = frozenset("s")
    return Body(base, kept, branch, sorts)


# The command of an army is the army that speaks.
COMMANDS = frozenset(("command", "headquarters", "general command", "high command"))
# What ministries of one matter are called besides.
MINISTRIES = {"army": "defence", "war": "defence", "external": "foreign", "exterior": "foreign"}
BRANCHES = {"defence": "military", "interior": "police", "foreign": "foreign", "health": "medical"}


def _country(before: Sequence[Item], behind: Sequence[Item], body: Body | None, role: Item | None) -> str | None:
    """A country that the words name; of a state's organ also one of a name that no table has."""
    if body is not None and body.head[1:] in INTERNATIONAL:
        return None
    for part in (before, behind):
        code = next((i.word for i in part if i.kind == "country"), None)
        if code is not None:
            return code
    state = body.state if body else bool(role and role.noun and role.noun.sorts == {"s"})
    if not state or (body is not None and body.branch in LOCALS):
        return None
    if any(i.word in LOCAL for i in (*before, *behind)):
        return None
    last = max((k for k, i in enumerate(before) if i.kind in ("people", "body")), default=len(before))
    return next((stem(i.word) for i in (*before[:last], *behind) if i.kind == "word" and _foreign(i)), None)


def _foreign(item: Item) -> bool:
    """True for a capitalised word that is no usual part of a body's name."""
    if not item.written[:1].isupper() or item.written.isupper() or item.word in lexicon().common:
        return False
    return NO_STATE.search(item.word) is None


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """ "~" and what "Velmar", "Velmari" and "Velmarian", or "Halvary" and "Halvarian", have in common."""
    low = plain(word)
    short = re.sub(r"(?:ians?|eans?|ans?|ese|ish|ic|ia|is?|ya?|a|e|o|s)$", "", low)
    return "~" + (short if len(short) > SHORT else low)


def _without(body: Body | None, country: str | None) -> Body | None:
    """The body without words that only name its country."""
    if body is None or country is None:
        return body
    kept = frozenset(w for w in body.words if stem(w) != country)
    return replace(body, words=kept) if kept or not body.head.startswith("~") else body


def _sorts(role: Item | None, body: Body | None, items: Sequence[Item]) -> frozenset[str]:
    """Who this may be: by the role, or by the body and by words beside a role that says little."""
    if role is None or role.noun is None:
        return body.sorts if body else SORTS
    own = role.noun.sorts
    said = next((QUALIFIED[i.word] for i in items if i.word in QUALIFIED and i is not role), None)
    if own not in (SORTS, frozenset("s")):
        return own & frozenset(said or "") or own
    if said is not None and (own == SORTS or said != "s" or body is None or "s" not in body.sorts):
        return frozenset(said)
    if body is not None and body.sorts != SORTS:
        return body.sorts
    return own
