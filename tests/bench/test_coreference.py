from __future__ import annotations

from pathlib import Path

import pytest

from bench.coreference import (
    Scene,
    by_stem,
    candidates,
    chained,
    gold_triggers,
    likenesses,
    matched,
    read_triggers,
    reports,
    scene,
)
from sayso.types.claim import Report

TEXTS = (
    "Dravonian jets bombed the grain depot at Kolvast on Wednesday .\nFour workers were killed .",
    "Planes struck a depot in Kolvast .\nThe wheat burned .",
    "The Northern Command has asked for winter boots .",
)
TRIGGERS = (("bombed", "killed"), ("struck", "burned"), ("asked",))
CHAINS = {"bombed": "c1", "struck": "c1", "killed": "c2", "burned": "c3", "asked": "c4"}


def row(k: int) -> dict[str, object]:
    text = TEXTS[k]
    events = []
    for word in TRIGGERS[k]:
        begin = text.index(word)
        events.append({"type": "X", "trigger": [begin, begin + len(word)], "chain": CHAINS[word], "gold": True})
    return {"id": f"r{k}", "text": text, "gold_sents": [[0, len(text)]], "events": events}


ROWS = [row(k) for k in range(len(TEXTS))]


@pytest.fixture(scope="module")
def read() -> dict[str, Report]:
    return reports(ROWS)


@pytest.fixture(scope="module")
def found(read: dict[str, Report]) -> Scene:
    return scene(ROWS, read, gold_triggers)


def test_each_gold_mention_is_an_assertion_with_the_words_around_it(found: Scene) -> None:
    assert [a.trigger for a in found.assertions] == ["bomb", "kill", "strike", "burn", "ask"]
    bombed = found.assertions[0]
    assert "kolvast" in bombed.words and "worker" not in bombed.words


def test_mentions_of_our_reader_lie_in_scored_sentences(read: dict[str, Report]) -> None:
    narrow = ROWS[0] | {"gold_sents": [[0, 60]]}
    assert all(t.begin < 60 for t in read_triggers(narrow, read["r0"]))
    assert read_triggers(ROWS[0] | {"gold_sents": []}, read["r0"]) == []


def test_an_article_is_most_like_itself(found: Scene) -> None:
    alike = likenesses(ROWS, found.frequency)
    assert alike.shape == (3, 3)
    assert abs(alike[0, 0] - 1.0) < 1e-9 and alike[0, 1] > alike[0, 2]


def test_pairs_of_one_article_are_compared_and_matched_once(found: Scene) -> None:
    pairs = candidates(found)
    assert (0, 1) in pairs and len(set(pairs)) == len(pairs)
    assert all(i < j for i, j in pairs)
    assert len(matched(found)) == len(pairs)


def test_chains_are_written_for_every_mention(found: Scene) -> None:
    parts = by_stem(found)
    rows = chained(ROWS, found, parts)
    assert [len(r["events"]) for r in rows] == [2, 2, 1]
    assert all(r["text"] == text for r, text in zip(rows, TEXTS, strict=True))


def test_reports_are_read_once_where_they_are_kept(read: dict[str, Report], tmp_path: Path) -> None:
    kept = tmp_path / "in" / "reports.pkl"
    first = reports(ROWS[:1], kept)
    assert kept.is_file()
    assert reports([], kept).keys() == first.keys()
