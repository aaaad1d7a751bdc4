"""Write the trained reader as the two graphs and the settings that ``sayso.reading`` loads."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.reading.heads import attribution, events
from sayso.reading.session import FORMAT
from training import layers
from training.layers import Layer
from training.model import Reader

OPSET = 17
VERSION = "1.5"
GRAPHS = ("encoder.onnx", "arguments.onnx", "events.onnx", "pairs.onnx")


class EncoderGraph(nn.Module):
    """One window in: states of its words out, and what the heads over words make of them."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(
        self,
        ids: Tensor,
        shape: Tensor,
        quote: Tensor,
        gap: Tensor,
        first: Tensor,
        convention: Tensor,
        names: Tensor,
        happenings: Tensor,
    ) -> tuple[Tensor, ...]:
        """All (1, T) or (1, W) int64; ``convention``, ``names`` and ``happenings`` (1,)."""
        words, seen = self.reader.states(ids, shape, quote, gap, first, None)
        cues = torch.softmax(self.reader.cues(words, convention), -1)
        entities = torch.softmax(self.reader.names(words, names), -1)
        heads = self.reader.events
        hidden = heads.hidden(words, happenings)
        times = torch.softmax(heads.time_out(words), -1)
        factuality, respun = heads.factuality_out(hidden)[..., 0], torch.sigmoid(self.reader.respun(seen, None))
        return words, cues, entities, heads.trigger_out(hidden), factuality, times, respun


class EventGraph(nn.Module):
    """Word states and triggers of one window in: logits of roles, KAIROS roles and answers out."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.heads = reader.events

    def forward(
        self,
        words: Tensor,
        start: Tensor,
        begin: Tensor,
        last: Tensor,
        kind: Tensor,
        distance: Tensor,
        paragraph: Tensor,
        flag: Tensor,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """``words`` (1, W, H); ``start``, ``begin``, ``last``, ``kind`` (E,); the others (E, K)."""
        window = torch.zeros_like(begin)
        return self.heads.frames(words, window, start, begin, last, kind, distance, paragraph, flag, None)


class PairGraph(nn.Module):
    """Word states and two participants of one window in: logits of the type between them out."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.heads = reader.events

    def forward(self, words: Tensor, start: Tensor, flag: Tensor) -> Tensor:
        """``words`` (1, W, H); ``start`` (E,); ``flag`` (E, K)."""
        return self.heads.pairs(words, torch.zeros_like(start), start, flag, None)


class ArgumentGraph(nn.Module):
    """Word states and cues of one window in: argument emissions and polarity probabilities out."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(
        self,
        words: Tensor,
        start: Tensor,
        begin: Tensor,
        last: Tensor,
        distance: Tensor,
        paragraph: Tensor,
        flag: Tensor,
        convention: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """``words`` (1, W, H); ``start``, ``begin``, ``last``, ``convention`` (C,); the others (C, K)."""
        window = torch.zeros_like(begin)
        emissions, polarity = self.reader.arguments(
            words, window, start, begin, last, distance, paragraph, flag, convention, None
        )
        return emissions, torch.softmax(polarity, -1)


def plain_attention() -> None:
    """Attention spelled out, in a form whose matrix products the runtime fuses and quantizes."""

    def forward(self: Layer, x: Tensor, bias: Tensor | None) -> Tensor:
        b, t, h = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, h // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        weights = torch.softmax(torch.matmul(q * (h // self.heads) ** -0.5, k.transpose(-1, -2)), -1)
        y = torch.matmul(weights, v).transpose(1, 2).reshape(b, t, h)
        x = self.norm1(x + self.out(y))
        return self.norm2(x + self.down(F.gelu(self.up(x))))

    layers.Layer.forward = forward  # type: ignore[method-assign]


def export(reader: Reader, out: Path) -> None:
    """The graphs in float32."""
    t, w, c, k = 24, 20, 3, 12
    longs = lambda *size: torch.zeros(*size, dtype=torch.long)  # noqa: E731
    states = torch.zeros(1, w, layers.H)

    def graph(module: nn.Module, name: str, given: dict[str, tuple[Tensor, str]], found: dict[str, str]) -> None:
        axes = {n: letters for n, (_, letters) in given.items()} | found
        torch.onnx.export(
            module,
            tuple(x for x, _ in given.values()),
            str(out / name),
            input_names=list(given),
            output_names=list(found),
            # a dot stands for an axis of fixed size
            dynamic_axes={n: {at: x for at, x in enumerate(letters) if x != "."} for n, letters in axes.items()},
            opset_version=OPSET,
            dynamo=False,
        )

    words = {"words": (states, ".W.")}
    graph(
        EncoderGraph(reader),
        "encoder.onnx",
        {n: (longs(1, t), ".T") for n in ("ids", "shape", "quote", "gap")}
        | {"first": (longs(1, w), ".W")}
        | {n: (longs(1), ".") for n in ("convention", "names", "happenings")},
        {n: ".W." for n in ("words", "cues", "entities", "triggers")}
        | {"factuality": ".W", "times": ".W.", "respun": ".W"},
    )
    relation = {n: (longs(c, k), "CK") for n in ("distance", "paragraph", "flag")}
    places = {n: (longs(c), "C") for n in ("start", "begin", "last")}
    graph(
        ArgumentGraph(reader),
        "arguments.onnx",
        {**words, **places, **relation, "convention": (longs(c), "C")},
        {"emissions": "CK.", "polarity": "C."},
    )
    graph(
        EventGraph(reader),
        "events.onnx",
        {**words, **places, "kind": (longs(c), "C"), **relation},
        {"roles": "CK.", "kairos": "CK.", "answers": "C."},
    )
    flags = longs(c, k)
    flags[:, 0], flags[:, 1] = 1, 2  # a participant without words would divide by zero
    graph(
        PairGraph(reader),
        "pairs.onnx",
        {**words, "start": (longs(c), "C"), "flag": (flags, "CK")},
        {"types": "C."},
    )


def write(weights: Path, tokenizer: Path, out: Path, *, quantized: bool = True) -> None:
    """Graphs, tokenizer and ``model.json`` in ``out``; thresholds and calibration stay neutral until ``calibrate``."""
    state = torch.load(weights, map_location="cpu", weights_only=True)
    reader = Reader()
    reader.load_earlier(state["model"])
    reader.eval()
    plain_attention()
    out.mkdir(parents=True, exist_ok=True)
    export(reader, out)
    if quantized:
        for graph in GRAPHS:
            part = out / f"{graph}.part"
            quantize_dynamic(
                out / graph,
                part,
                weight_type=QuantType.QInt8,
                per_channel=True,
                op_types_to_quantize=["MatMul", "Gather"] if graph == "encoder.onnx" else ["MatMul"],
            )
            part.replace(out / graph)
    shutil.copy(tokenizer, out / "tokenizer.json")
    files = (*GRAPHS, "tokenizer.json")
    settings = {
        "format": FORMAT,
        "version": VERSION,
        "steps": int(state["step"]),
        "thresholds": dict.fromkeys(attribution.CONVENTIONS, 0.5),
        "floors": dict.fromkeys(attribution.CONVENTIONS, 0.0),
        "triggers": dict.fromkeys(events.TRIGGER_SLICES, 0.5),
        "calibration": [1.0, 0.0, 0.0, 0.0],
        "event_calibration": [1.0, 0.0],
        "respun_word": 0.5,
        "respun_text": [0.0, 0.0, 0.0],
        "transitions": [[round(v, 5) for v in row] for row in reader.transitions.tolist()],
        "files": {f: hashlib.sha256((out / f).read_bytes()).hexdigest() for f in files},
    }
    (out / "model.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    for f in sorted(out.glob("*.onnx")):
        onnx.checker.check_model(str(f))
        print(f"{f.name}: {f.stat().st_size / 1e6:.1f} MB", flush=True)
