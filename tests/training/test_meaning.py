from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
meaning = pytest.importorskip("training.meaning")


def test_what_ships_gives_what_was_trained() -> None:
    from sayso.reading.meaning import Head

    torch.manual_seed(3)
    made = meaning.Head()
    states = torch.randn(1, 7, 384)
    with torch.no_grad():
        told = made(states, torch.ones(1, 7, dtype=torch.bool))
    shipped = Head(**{name: value.astype(np.float32) for name, value in made.arrays().items()})
    found = shipped.passage(shipped.words(states[0].numpy()))
    assert np.allclose(found / np.linalg.norm(found), told[0].numpy(), atol=0.01)


def test_passages_keep_their_words() -> None:
    parts = [np.full((n, 384), n, dtype=np.float16) for n in (2, 5, 3)]
    states, there = meaning.Passages.of(parts).batch([2, 0])
    assert states[:, 0, 0].tolist() == [3, 2]
    assert there.sum(1).tolist() == [3, 2]


def test_a_head_is_written_with_its_hash(tmp_path: Path) -> None:
    import json

    (tmp_path / "model.json").write_text('{"files": {}}')
    meaning.write(meaning.Head(), tmp_path)
    assert list(json.loads((tmp_path / "model.json").read_text())["files"]) == ["meaning.npz"]
