"""Corpora as training documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from training import corpora


def write(folder: Path, name: str, *rows: dict[str, Any]) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(json.dumps(r) + "\n" for r in rows))
    return folder


def row(text: str, *events: tuple[str, str], **roles: str) -> dict[str, Any]:
    def span(words: str) -> list[int]:
        return [text.index(words), text.index(words) + len(words)]

    arguments = [{"role": r, "span": span(w)} for r, w in roles.items()]
    return {
        "id": "1",
        "text": text,
        "events": [{"type": t, "trigger": span(w), "args": arguments} for t, w in events],
    }


def test_what_follows_the_last_mark_of_wikievents_is_left_out(tmp_path: Path) -> None:
    told = "Gunmen attacked a bank. Shops in the street and the market behind it were open all the same that day. "
    more = "Another bomb exploded unmarked."
    whole = row(told + more, ("Conflict.Attack.Unspecified", "attacked"), Attacker="Gunmen")
    empty = row("A text that nobody marked.")
    (found,) = corpora.wikievents(write(tmp_path, "wikievents/train.jsonl", whole, empty), "train")
    assert found.text == told.rstrip()
    assert found.happenings is not None and found.happenings.triggers
    (event,) = found.happenings.events
    assert (event.type, event.arguments) == ("Conflict.Attack", (("Attacker", (0, 6)),))


def test_triggers_that_span_a_text_are_lost_ones(tmp_path: Path) -> None:
    text = "A bomb went off and " + "very " * 20 + "many fled."
    folder = write(tmp_path, "wikievents/train.jsonl", row(text, ("Life.Die", text)))
    assert corpora.wikievents(folder, "train") == []


def test_rams_gives_the_types_that_kairos_has_and_no_word_is_known_to_be_no_trigger(tmp_path: Path) -> None:
    kind = "justice.judicialconsequences.execute"
    death = row("Two men were executed at dawn.", (kind, "executed"), victim="Two men")
    loan = row("The bank lent a million.", ("transaction.transfermoney.borrowlend", "lent"))
    (found,) = corpora.rams(write(tmp_path, "rams/dev.jsonl", death, loan))
    assert found.happenings is not None and not found.happenings.triggers
    (event,) = found.happenings.events
    assert (event.type, event.arguments) == ("Life.Die", (("Victim", (0, 7)),))
    ours = corpora.as_ours(found).happenings
    assert ours is not None
    assert [(ours.convention, e.type, e.arguments) for e in ours.events] == [("news", "ASSAULT", ())]


def test_a_pair_sentence_tells_of_its_pair_alone(tmp_path: Path) -> None:
    line = "{Zenda|1A} {thanked|1T} {Kelva|1R}, which was bombed. => 1 SUPPORT happened past asserted\n"
    (tmp_path / "a.txt").write_text(line)
    (found,) = corpora.pair_sentences(tmp_path)
    told = found.happenings
    assert told is not None
    assert (told.events, told.triggers, told.weak) == ((), False, "SUPPORT")
    assert [(found.text[slice(*p.actor)], found.text[slice(*p.recipient)]) for p in told.pairs] == [("Zenda", "Kelva")]


def test_a_missing_corpus_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="is missing; give the folder of corpora"):
        corpora.rams(tmp_path)
