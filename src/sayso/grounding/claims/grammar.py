"""Closed classes of English words, and the verbs of the word list in their forms."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DETERMINERS = _set(
    "a an the this that these those his her its their our my your whose every each no any some all both either neither "
    "another such what which many several few most much more other"
)
SUBJECTS = _set(
    "i he she it they we you there who nobody everyone everybody someone somebody nothing everything one none"
)
PREPOSITIONS = _set(
    "of for to by in at from with on near about behind under over between among amongst against inside outside within "
    "without after before during since until till via per across along around above below beside beyond into like "
    "opposite through throughout towards toward upon as including regarding despite amid amidst than onto off out up "
    "down past because following except worth aboard alongside concerning"
)
BE = _set("am is are was were be been being isn't aren't wasn't weren't")
HAVE = _set("has have had having hasn't haven't hadn't")
DO = _set("do does did don't doesn't didn't")
MODALS = _set(
    "will would can could may might must shall should cannot won't wouldn't can't couldn't mustn't shouldn't "
    "needn't ought"
)
# They carry a sentence: with one of them, a clause is complete.
CARRIERS = _set("am is are was were isn't aren't wasn't weren't has have had hasn't haven't hadn't") | DO | MODALS
GET = _set("get gets got getting gotten")
AUXILIARIES = BE | HAVE | MODALS | DO | GET
CONTRACTED = ("'ve", "'re", "'ll", "'m", "'d")
CONTRACTIONS = _set("he's she's it's that's there's who's what's here's")
COORDINATORS = _set("and but or nor yet & plus")
# They open a clause whenever a subject and a verb follow.
SUBORDINATORS = _set(
    "because although though while whilst whereas when whenever if unless whether once lest as before "
    "after since until till wherever"
)
# Without such a clause the rest would say something else.
BINDING = _set("because if unless whether until till lest once than whenever")
RELATIVES = _set("who whom whose which where")
NEGATIONS = _set(
    "not no never nobody none nothing neither nor without cannot hardly barely scarcely few little yet only"
)
ADVERBS = _set(
    "also then later now still even just again already soon once twice almost nearly never not ever always often yet "
    "only too so very further together instead thus hence therefore meanwhile however today yesterday "
    "tomorrow first finally alone back away far long since well quite rather perhaps maybe both all"
)
# Words that open a sentence and tie it to the one before; a claim is read alone.
CONNECTIVES = _set(
    "however meanwhile nevertheless nonetheless moreover furthermore additionally also still then therefore thus hence "
    "besides instead consequently accordingly but and or yet so nor for that whereas though although while whilst "
    "indeed otherwise likewise again plus because as-well"
)
OPENING_PHRASES = tuple(
    tuple(p.split())
    for p in (
        "in addition|as well|as a result|for example|for instance|in fact|of course|in turn|at the same time|even so|"
        "on the other hand|by contrast|in contrast|after all|in particular|what is more|needless to say|well|yes|sure|"
        "in the meantime|that said|despite this|even though|not only that"
    ).split("|")
)
# A line read aloud never ends in one of these.
DANGLING = (
    DETERMINERS
    - _set(
        "this that these those all both either neither another such few most much more many several other "
        "some none any no each"
    )
    | _set(
        "no every each of for to by at from with into onto upon between among amongst during via per than and but or "
        "nor yet if because although though while whilst whereas when unless whether who whom whose which as until "
        "till lest am is are was were be been being has have had will would can could may might must shall should "
        "its their amid despite including like & a an the even only also not very so too"
    )
) - _set("so too not also only")
PERSONAL = _set("he she it they")


class Verbs(NamedTuple):
    """Forms of the listed verbs. ``third`` and ``base`` are never nouns, ``nouns`` are forms that may be."""

    base: frozenset[str]
    third: frozenset[str]
    nouns: frozenset[str]
    pasts: frozenset[str]  # the past only ("took"): no participle, no noun
    participles: frozenset[str]  # irregular ones that are also the past ("held") or no past ("taken")
    gerunds: frozenset[str]


@cache
def verbs() -> Verbs:
    """The verbs of ``data/verbs.txt`` in their forms."""
    base, third, nouns, pasts, participles, gerunds = (set[str]() for _ in range(6))
    lines = files(__package__).joinpath("data/verbs.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line or line.startswith("#"):
            continue
        name, *forms = line.split()
        noun = forms[:1] == ["n"]
        forms = forms[noun:]
        gerunds |= _gerunds(name)
        if noun:
            nouns |= {name, _third(name)}
        else:
            base.add(name)
            third.add(_third(name))
        if forms:
            past, participle = forms
            if past not in (participle, name):
                pasts.add(past)
            else:
                participles.add(past)
            if participle != name:
                participles.add(participle)
    return Verbs(*map(frozenset, (base, third, nouns, pasts, participles - pasts, gerunds)))


def _third(base: str) -> str:
    if base.endswith("y") and base[-2:-1] not in "aeou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "ch", "sh", "o")) else "s")


def _gerunds(base: str) -> set[str]:
    stem = base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    return {stem + "ing", stem + stem[-1] + "ing", base[:-2] + "ying" if base.endswith("ie") else stem + "ing"}
