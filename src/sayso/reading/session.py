"""The trained model on disk and in memory: checked by hash, run by ONNX Runtime on the CPU."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from sayso.errors import ModelError
from sayso.reading.heads import attribution, entities, events
from sayso.reading.tokens import Ints, Tokenizer
from sayso.reading.windows import Inputs

Floats = NDArray[np.float32]
PACKAGED = Path(__file__).parent / "data"
FORMAT = 4  # of model.json; another number means weights for another version of this code


@dataclass(frozen=True)
class Settings:
    """What goes with the weights: version, thresholds by convention, CRF transitions, calibration.

    ``thresholds`` are for a cue's first word, ``floors`` for an attribution's calibrated probability:
    what falls below is more often wrong than it is worth. ``triggers`` are for a trigger's first word,
    ``event_calibration`` (slope, constant) turns its log-odds into a probability. ``respun_word`` is the probability
    from which on a word is taken for a spinner's, ``respun_text`` weighs what ``wording.evidence`` counts in a text.
    """

    version: str
    thresholds: dict[str, float]
    floors: dict[str, float]
    transitions: Floats
    calibration: tuple[float, ...]
    triggers: dict[str, float]
    event_calibration: tuple[float, float] = (1.0, 0.0)
    respun_word: float = 0.5
    respun_text: tuple[float, ...] = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class States:
    """One window after the encoder: word states (W, 384) and what the heads over words make of them.

    ``cues`` (W, 5) and ``entities`` (W, 7) are probabilities, ``triggers`` (W, L) logits, ``factuality`` (W,) numbers
    meant to lie in [-3, 3], ``times`` (W, 3) probabilities, ``respun`` (W,) those of a word put in by a spinner.
    """

    words: Floats
    cues: Floats
    entities: Floats
    triggers: Floats
    factuality: Floats
    times: Floats
    respun: Floats


@dataclass(frozen=True)
class Model:
    """Four graphs and a tokenizer. One window at a time: so an answer never depends on its neighbours in a batch."""

    folder: Path
    settings: Settings

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """The word-piece tokenizer of the weights."""
        return Tokenizer(self.folder / "tokenizer.json")

    @cached_property
    def _encoder(self) -> Any:
        return _session(self.folder / "encoder.onnx")

    @cached_property
    def _arguments(self) -> Any:
        return _session(self.folder / "arguments.onnx")

    @cached_property
    def _events(self) -> Any:
        return _session(self.folder / "events.onnx")

    @cached_property
    def _pairs(self) -> Any:
        return _session(self.folder / "pairs.onnx")

    def encode(self, window: Inputs, convention: str, names: str = "uner", happenings: str = "news") -> States:
        """What the encoder and the heads over words say of one window, under a convention for each kind of head."""
        found = self._encoder.run(
            None,
            {
                "ids": window.ids[None],
                "shape": window.shape[None],
                "quote": window.quote[None],
                "gap": window.gap[None],
                "first": window.first[None],
                "convention": _one(attribution.CONVENTIONS.index(convention)),
                "names": _one(entities.CONVENTIONS.index(names)),
                "happenings": _one(events.CONVENTIONS.index(happenings)),
            },
        )
        return States(*(x[0] for x in found))

    def frames(
        self, words: Floats, triggers: list[events.TriggerSpan], paragraph: Ints, convention: str
    ) -> tuple[list[tuple[int, int]], Floats, Floats, Floats]:
        """Each trigger's frame of K words, logits of roles (E, K, 15), KAIROS roles (E, K, 57), answers (E, Q)."""
        frames = [attribution.frame(t.begin, t.end, len(words), events.REACH) for t in triggers]
        codes = [
            attribution.relation(t.begin, t.end, False, paragraph, f) for t, f in zip(triggers, frames, strict=True)
        ]
        roles, kairos, answers = self._events.run(
            None,
            {
                "words": words[None],
                "start": np.array([s for s, _ in frames], dtype=np.int64),
                "begin": np.array([t.begin for t in triggers], dtype=np.int64),
                "last": np.array([t.end - 1 for t in triggers], dtype=np.int64),
                "kind": np.array([events.type_index(t.type, convention) for t in triggers], dtype=np.int64),
                "distance": np.stack([c[0] for c in codes]),
                "paragraph": np.stack([c[1] for c in codes]),
                "flag": np.stack([c[2] for c in codes]),
            },
        )
        return frames, roles, kairos, answers

    def pair(self, words: Floats, actor: tuple[int, int], recipient: tuple[int, int]) -> Floats:
        """(18,) logits of the type of what the actor's words do to the recipient's, word ranges of the window."""
        low, high = min(actor[0], recipient[0]), max(actor[1], recipient[1])
        frame = attribution.frame(low, high, len(words), events.REACH)
        flag = events.pair_flags(actor, recipient, frame)
        (logits,) = self._pairs.run(None, {"words": words[None], "start": _one(frame[0]), "flag": flag[None]})
        return np.asarray(logits[0], dtype=np.float32)

    def arguments(
        self, words: Floats, cues: list[attribution.CueSpan], paragraph: Ints, convention: str
    ) -> tuple[list[tuple[int, int]], Floats, Floats]:
        """Each cue's frame of K words, argument emissions (C, K, 5) and polarity probabilities (C, 3)."""
        frames = [attribution.frame(c.begin, c.end, len(words)) for c in cues]
        codes = [
            attribution.relation(c.begin, c.end, c.anchor, paragraph, f) for c, f in zip(cues, frames, strict=True)
        ]
        emissions, polarity = self._arguments.run(
            None,
            {
                "words": words[None],
                "start": np.array([s for s, _ in frames], dtype=np.int64),
                "begin": np.array([c.begin for c in cues], dtype=np.int64),
                "last": np.array([c.end - 1 for c in cues], dtype=np.int64),
                "distance": np.stack([c[0] for c in codes]),
                "paragraph": np.stack([c[1] for c in codes]),
                "flag": np.stack([c[2] for c in codes]),
                "convention": np.full(len(cues), attribution.CONVENTIONS.index(convention), dtype=np.int64),
            },
        )
        return frames, emissions, polarity


def _one(value: int) -> Ints:
    return np.array([value], dtype=np.int64)


def _session(path: Path) -> Any:
    options = onnxruntime.SessionOptions()
    # one thread a run: windows run side by side in threads of our own, which scales better than splitting one
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def load(folder: Path | None = None) -> Model:
    """The packaged model, or the one in ``folder``. Raises ``ModelError`` when files are missing or altered."""
    folder = folder or PACKAGED
    path = folder / "model.json"
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        expected = dict(raw["files"])
        transitions = np.asarray(raw["transitions"], dtype=np.float32)
        limits = dict(raw["thresholds"]), dict(raw["floors"])
        calibration, triggers = tuple(raw["calibration"]), dict(raw["triggers"])
        slope, constant = map(float, raw["event_calibration"])
        respun = float(raw["respun_word"]), tuple(map(float, raw["respun_text"]))
        settings = Settings(
            str(raw["version"]), *limits, transitions, calibration, triggers, (slope, constant), *respun
        )
        known = raw["format"]
    except FileNotFoundError:
        raise ModelError(f"no model in {folder}: model.json is missing; reinstall sayso or run 'make train'") from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path} cannot be read ({error}); reinstall sayso or run 'make train'") from None
    if known != FORMAT:
        raise ModelError(
            f"{path} is of format {known}, this version of sayso reads {FORMAT}; install the matching version"
        )
    for name, digest in expected.items():
        _check(folder / name, str(digest))
    return Model(folder, settings)


def _check(path: Path, digest: str) -> None:
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ModelError(f"{path} cannot be read ({reason}); reinstall sayso or run 'make train'") from None
    if found != digest:
        raise ModelError(
            f"{path} is damaged (its SHA-256 is not the recorded one); reinstall sayso or run 'make train'"
        )
