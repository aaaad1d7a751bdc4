import json
import shutil
from pathlib import Path

import pytest

from sayso.errors import ModelError
from sayso.reading.session import PACKAGED, load


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for file in filter(Path.is_file, PACKAGED.iterdir()):
        shutil.copy(file, tmp_path)
    return tmp_path


def test_packaged_model_loads_and_names_its_version() -> None:
    assert load().settings.version


def test_missing_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"model.json is missing; reinstall sayso"):
        load(tmp_path / "nowhere")


@pytest.mark.parametrize("name", ["encoder.onnx", "arguments.onnx", "events.onnx", "pairs.onnx", "tokenizer.json"])
def test_missing_file_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(ModelError, match=name):
        load(copy)


def test_altered_weights_are_refused(copy: Path) -> None:
    weights = copy / "arguments.onnx"
    weights.write_bytes(weights.read_bytes()[:-1] + b"\0")
    with pytest.raises(ModelError, match="damaged"):
        load(copy)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": 1}'])
def test_unreadable_settings_are_one_line(copy: Path, content: str) -> None:
    (copy / "model.json").write_text(content)
    with pytest.raises(ModelError) as told:
        load(copy)
    assert "\n" not in str(told.value)


def test_weights_for_another_version_are_refused(copy: Path) -> None:
    path = copy / "model.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"format": 99}))
    with pytest.raises(ModelError, match="format 99"):
        load(copy)
