import json
from pathlib import Path

import pytest

from training.tellings import load


def test_what_ships_is_whole_and_its_stretches_stand_in_their_sentences() -> None:
    told = load()
    assert len(told) > 5_000
    assert all(t.told and t.text[t.begin : t.end] == t.told and "[[" not in t.text for t in told)


def test_a_stretch_is_found_and_its_brackets_are_gone(tmp_path: Path) -> None:
    claim = {"text": "t", "tellings": ["He said [[the dam has burst]]."], "denials": ["[[The dam stands]], she said."]}
    (tmp_path / "x.jsonl").write_text(json.dumps({"scene": "dam", "claims": [claim]}) + "\n")
    one, other = load(tmp_path)
    assert (one.told, one.scene, one.claim) == ("the dam has burst", "x/dam", 0)
    assert (other.told, other.text, other.claim) == ("The dam stands", "The dam stands, she said.", 0)


@pytest.mark.parametrize("telling", ["no stretch", "[[one]] and [[two]]", "[[open"])
def test_what_is_malformed_is_named_with_its_line(tmp_path: Path, telling: str) -> None:
    (tmp_path / "x.jsonl").write_text(json.dumps({"scene": "s", "claims": [{"text": "t", "tellings": [telling]}]}))
    with pytest.raises(ValueError, match=r"x\.jsonl:1: "):
        load(tmp_path)
