from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.engine.older import older_wordings
from sayso.store.connection import Writer
from sayso.store.readings import save_report
from sayso.store.taken import find_document
from sayso.types.actor import Actor, ActorKind, ActorMention
from sayso.types.attribution import Voice, VoiceKind
from sayso.types.claim import Claim, Report
from sayso.types.document import Document
from sayso.types.lineage import Kind, Older
from sayso.types.reading import VoiceSummary
from sayso.types.span import Span
from tests.engine.kin import ARTICLES, ids, ledger_in
from tests.reports import report

SPUN = "The blaze had been extinguished by six o'clock"
PLAIN = "the fire had been put out by six o'clock"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    with ledger_in(tmp_path_factory.mktemp("older"), ARTICLES) as ledger:
        first = document(ledger, "Alder Wire")
        marrow = voice(first, "Ilse Marrow", VoiceKind.PERSON)
        save_report(ledger, read(first, [claim("c_00a1", first, PLAIN, marrow)], "Ilse Marrow", marrow), "1.2")
        yield ledger


def document(ledger: Writer, outlet: str) -> Document:
    found = find_document(ledger.read, ids(ledger.read)[outlet])
    assert found is not None
    return found


def at(found: Document, words: str) -> Span:
    begin = found.text.lower().index(words.lower())
    return Span(begin, begin + len(words))


def voice(found: Document, name: str, kind: VoiceKind) -> Voice:
    return Voice(f"v_{found.id[2:6]}_{name}", kind, name, at(found, name))


def claim(id: str, found: Document, words: str, root: Voice) -> Claim:
    span = at(found, words)
    told = f"{words[0].upper()}{words[1:]}."
    base = report().claims[0]
    return replace(base, id=id, text=told, pieces=(span,), span=span, event_id=None, root=root, chain=("v0", root.id))


def read(found: Document, claims: list[Claim], name: str, *voices: Voice) -> Report:
    """A reading of these claims, voices, and one actor."""
    base = report()
    actor = Actor(
        f"x_{found.id[2:6]}", ActorKind.GROUP, name, (ActorMention(at(found, name), "name"),), None, None, None, True
    )
    reading = replace(
        base.reading,
        document=found,
        sentences=(),
        mentions=(),
        attributions=(),
        voices=tuple(VoiceSummary(v, 1, 0, 0.1) for v in voices),
    )
    return Report(
        reading, replace(base.grounding, times=(), places=(), events=(), actors=(actor,), claims=tuple(claims))
    )


def older(ledger: Writer, outlet: str, words: str, name: str, said_by: str | None = None) -> tuple[Older, ...]:
    found = document(ledger, outlet)
    root = voice(found, said_by or name, VoiceKind.ORGANISATION)
    return older_wordings(ledger.read, read(found, [claim("c_00b1", found, words, root)], name, root))


def test_claims_actors_and_phrases_of_a_respun_copy_come_in_the_older_wording(ledger: Writer) -> None:
    found = older(ledger, "Velmar Today", SPUN, "port authority")
    first = document(ledger, "Alder Wire")
    told = found[0]
    assert (told.of, told.older_words) == ("c_00b1", "The fire had been put out by six o'clock.")
    assert [span.of(first.text) for span in told.older] == [PLAIN]
    assert (told.source, told.steps, told.read) == (first.id, (Kind.RESPUN,), "c_00a1")
    names = [(o.words, o.older_words) for o in found if o.of is not None and not o.of.startswith("c_")]
    assert names == [("port authority", "harbour authority")] * 2  # the actor and the voice
    phrases = {o.words: o.older_words for o in found if o.of is None}
    assert phrases["cereal storehouse"] == "grain depot"
    assert phrases["A detonation ripped via"] == "An explosion tore through"
    assert all(o.producer.name == "rule:older-wording" for o in found)


def test_another_voice_there_is_told(ledger: Writer) -> None:
    assert (there := older(ledger, "Velmar Today", SPUN, "journalists")[0].voice) is not None
    assert there.name == "Ilse Marrow"
    assert older(ledger, "Velmar Today", SPUN, "journalists", "Ilse Marrow")[0].voice is None


def test_in_a_rewrite_words_do_not_stand_one_for_one(ledger: Writer) -> None:
    found = older(ledger, "The Meridian Daily", "nobody here should claim otherwise", "Doctors at the Saint Brannoc")
    assert not [o for o in found if o.of is None or o.words.startswith("Doctors")]
    assert [o.older_words for o in found] == ["Nobody here should claim to know."]


def test_a_copy_word_for_word_an_original_and_a_stranger_have_no_older_wording(ledger: Writer) -> None:
    for outlet in ("The Harbour Post", "Alder Wire"):
        assert older(ledger, outlet, PLAIN, "harbour authority") == ()
    assert older(ledger, "Coast Radio", document(ledger, "Coast Radio").text.split(".")[0], "Tanner Street") == ()


def test_what_is_the_copys_own_has_no_older_wording(ledger: Writer, tmp_path: Path) -> None:
    added = dict(ARTICLES[3])
    added["text"] += "\n\nFarmers in the far hills brought in the barley under the eyes of nineteen observers."
    with ledger_in(tmp_path, [ARTICLES[0], added]) as other:
        found = older(other, "Velmar Today", "Farmers in the far hills brought in the barley", "nineteen observers")
        assert [o for o in found if o.of is not None] == []
