"""A model that reads each window once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.reading.session import Model, load
from sayso.reading.spans import read_text
from training.remember import remembering

TEXT = "The army said that rebels shelled Kelva on Monday."


def test_it_answers_as_the_model_does_and_asks_once(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = load()
    asked = []
    encode = Model.encode
    monkeypatch.setattr(Model, "encode", lambda self, w, *c: asked.append(c) or encode(self, w, *c))
    model = remembering(plain)
    assert read_text(model, TEXT, "news") == read_text(plain, TEXT, "news")
    assert len(asked) == 2
    copy = replace(model, settings=replace(model.settings, thresholds=dict.fromkeys(model.settings.thresholds, 0.9)))
    read_text(copy, TEXT, "news")
    assert len(asked) == 2
