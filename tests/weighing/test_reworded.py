from __future__ import annotations

from dataclasses import replace

from sayso.types.attribution import VoiceKind
from sayso.types.lineage import Kind
from sayso.types.weighing import Teller
from sayso.weighing.reworded import reworded
from tests.weighing.test_carried import ARTICLE, NEW, OLD, TEXTS, at, claim, derivation, whole

SPUN = claim("c1", NEW, "Two segments penetrated Orlen on Monday", "penetr")
THERE = claim("d1", OLD, "Two columns entered Orlen on Monday", "enter")
MAYOR = Teller(
    "v2", VoiceKind.PERSON, "The mayor", key="mr", country="PL", office="mayor", mention=at(OLD, "The mayor")
)
CHAIRMAN = Teller("w2", VoiceKind.ORGANISATION, "The chairman", mention=at(NEW, "The chairman"))
BRASK = Teller("w1", VoiceKind.PERSON, "Colonel Brask", key="brsk", mention=at(NEW, "Colonel Brask"))


def test_a_respun_name_is_that_of_whoever_stood_there() -> None:
    child, parent = replace(SPUN, chain=(ARTICLE, CHAIRMAN)), replace(THERE, chain=(ARTICLE, MAYOR))
    (found,) = reworded((child,), {"d": (parent,)}, [derivation("d", "c", whole(OLD, NEW))], TEXTS)
    teller = found.chain[-1]
    assert (teller.name, teller.key, teller.country, teller.kind) == ("The mayor", "mr", "PL", VoiceKind.PERSON)
    assert (teller.voice_id, teller.mention) == ("w2", CHAIRMAN.mention)
    assert replace(found, chain=()) == replace(child, chain=())


def test_where_nobody_speaks_there_the_words_name_it_without_a_key() -> None:
    child = replace(SPUN, chain=(ARTICLE, replace(CHAIRMAN, key="xx")))
    (found,) = reworded((child,), {}, [derivation("d", "c", whole(OLD, NEW))], TEXTS)
    assert (found.chain[-1].name, found.chain[-1].key) == ("The mayor", None)


def test_names_that_were_kept_and_texts_of_their_own_stay_as_they_are() -> None:
    child = replace(SPUN, chain=(ARTICLE, BRASK))
    assert reworded((child,), {"d": (THERE,)}, [derivation("d", "c", whole(OLD, NEW))], TEXTS) == (child,)
    spun = replace(SPUN, chain=(ARTICLE, CHAIRMAN))
    assert reworded((spun,), {"d": (THERE,)}, [], TEXTS) == (spun,)
    free = derivation("d", "c", whole(OLD, NEW), Kind.REWRITE)
    assert reworded((spun,), {"d": (THERE,)}, [free], TEXTS) == (spun,)
