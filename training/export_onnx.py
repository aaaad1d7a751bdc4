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

from sayso.reading.heads import attribution
from sayso.reading.session import FORMAT
from training.model import Reader

OPSET = 17
VERSION = "1.1"


class EncoderGraph(nn.Module):
    """One window in: states of its words and probabilities of cue and entity labels out."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(
        self, ids: Tensor, shape: Tensor, quote: Tensor, gap: Tensor, first: Tensor, convention: Tensor, names: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """All (1, T) or (1, W) int64; ``convention`` and ``names`` (1,)."""
        words = self.reader.words(ids, shape, quote, gap, first, None)
        cues = torch.softmax(self.reader.cues(words, convention), -1)
        return words, cues, torch.softmax(self.reader.names(words, names), -1)


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
    from training import model

    def forward(self: model.Layer, x: Tensor, bias: Tensor | None) -> Tensor:
        b, t, h = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, h // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        weights = torch.softmax(torch.matmul(q * (h // self.heads) ** -0.5, k.transpose(-1, -2)), -1)
        y = torch.matmul(weights, v).transpose(1, 2).reshape(b, t, h)
        x = self.norm1(x + self.out(y))
        return self.norm2(x + self.down(F.gelu(self.up(x))))

    model.Layer.forward = forward  # type: ignore[method-assign]


def export(reader: Reader, out: Path) -> None:
    """``encoder.onnx`` and ``arguments.onnx`` in float32."""
    t, w, c, k = 24, 20, 3, 12
    longs = lambda *size: torch.zeros(*size, dtype=torch.long)  # noqa: E731
    axes = {"ids": {1: "T"}, "shape": {1: "T"}, "quote": {1: "T"}, "gap": {1: "T"}, "first": {1: "W"}}
    torch.onnx.export(
        EncoderGraph(reader),
        (*(longs(1, t) for _ in range(4)), longs(1, w), longs(1), longs(1)),
        str(out / "encoder.onnx"),
        input_names=["ids", "shape", "quote", "gap", "first", "convention", "names"],
        output_names=["words", "cues", "entities"],
        dynamic_axes={**axes, "words": {1: "W"}, "cues": {1: "W"}, "entities": {1: "W"}},
        opset_version=OPSET,
        dynamo=False,
    )
    rows = {n: {0: "C", 1: "K"} for n in ("distance", "paragraph", "flag", "emissions")}
    ones = {n: {0: "C"} for n in ("start", "begin", "last", "convention", "polarity")}
    torch.onnx.export(
        ArgumentGraph(reader),
        (torch.zeros(1, w, 384), *(longs(c) for _ in range(3)), *(longs(c, k) for _ in range(3)), longs(c)),
        str(out / "arguments.onnx"),
        input_names=["words", "start", "begin", "last", "distance", "paragraph", "flag", "convention"],
        output_names=["emissions", "polarity"],
        dynamic_axes={"words": {1: "W"}, **rows, **ones},
        opset_version=OPSET,
        dynamo=False,
    )


def write(weights: Path, tokenizer: Path, out: Path, *, quantized: bool = True) -> None:
    """Graphs, tokenizer and ``model.json`` in ``out``; thresholds and calibration stay neutral until ``calibrate``."""
    state = torch.load(weights, map_location="cpu", weights_only=True)
    reader = Reader()
    reader.load_state_dict(state["model"])
    reader.eval()
    plain_attention()
    out.mkdir(parents=True, exist_ok=True)
    export(reader, out)
    if quantized:
        for graph in ("encoder.onnx", "arguments.onnx"):
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
    files = ("encoder.onnx", "arguments.onnx", "tokenizer.json")
    settings = {
        "format": FORMAT,
        "version": VERSION,
        "steps": int(state["step"]),
        "thresholds": dict.fromkeys(attribution.CONVENTIONS, 0.5),
        "floors": dict.fromkeys(attribution.CONVENTIONS, 0.0),
        "calibration": [1.0, 0.0, 0.0, 0.0],
        "transitions": [[round(v, 5) for v in row] for row in reader.transitions.tolist()],
        "files": {f: hashlib.sha256((out / f).read_bytes()).hexdigest() for f in files},
    }
    (out / "model.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    for f in sorted(out.glob("*.onnx")):
        onnx.checker.check_model(str(f))
        print(f"{f.name}: {f.stat().st_size / 1e6:.1f} MB", flush=True)
