"""The network in torch. Letters: B windows, T word pieces, W words, C cues, H width, L labels."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.reading import features
from sayso.reading.heads import attribution, entities
from training.event_model import EventHeads
from training.layers import HEADS, A, Dropout, H, Layer

SEEN_BY_RESPUN = (2, 4, 6)  # layers of the encoder


class Encoder(nn.Module):
    """MiniLM-L6 (Wang et al. 2020) with three added embeddings for what its vocabulary does not show."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.word = nn.Embedding(30522, H)
        self.position = nn.Embedding(512, H)
        self.shape = nn.Embedding(len(features.SHAPES), H)
        self.quote = nn.Embedding(len(features.QUOTES), H)
        self.gap = nn.Embedding(len(features.GAPS), H)
        self.norm = nn.LayerNorm(H, eps=1e-12)
        self.drop = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(H, HEADS, 4 * H, dropout) for _ in range(6))
        for table in (self.shape, self.quote, self.gap):
            nn.init.zeros_(table.weight)  # starts as the pretrained encoder, unchanged

    def forward(
        self, ids: Tensor, shape: Tensor, quote: Tensor, gap: Tensor, bias: Tensor | None
    ) -> tuple[Tensor, Tensor]:
        """States behind the last layer (B, T, H), and side by side those ``SEEN_BY_RESPUN`` (B, T, 3 H)."""
        x = self.word(ids) + self.position.weight[: ids.shape[1]]
        x = self.drop(self.norm(x + self.shape(shape) + self.quote(quote) + self.gap(gap)))
        seen = []
        for number, layer in enumerate(self.layers, 1):
            x = layer(x, bias)
            if number in SEEN_BY_RESPUN:
                seen.append(x)
        return x, torch.cat(seen, -1)

    def load_pretrained(self, path: Path) -> None:
        """Weights of all-MiniLM-L6-v2 from its ``model.safetensors``."""
        w = load_file(str(path))
        with torch.no_grad():
            self.word.weight.copy_(w["embeddings.word_embeddings.weight"])
            self.position.weight.copy_(
                w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0]
            )
            _copy(self.norm, w, "embeddings.LayerNorm")
            for k, layer in enumerate(self.layers):
                base = f"encoder.layer.{k}."
                for kind in ("weight", "bias"):
                    parts = [w[f"{base}attention.self.{n}.{kind}"] for n in ("query", "key", "value")]
                    getattr(layer.qkv, kind).copy_(torch.cat(parts))
                _copy(layer.out, w, base + "attention.output.dense")
                _copy(layer.norm1, w, base + "attention.output.LayerNorm")
                _copy(layer.up, w, base + "intermediate.dense")
                _copy(layer.down, w, base + "output.dense")
                _copy(layer.norm2, w, base + "output.LayerNorm")


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(weights[name + ".weight"])
    module.bias.copy_(weights[name + ".bias"])


class RespunHead(nn.Module):
    """Words that a spinner put in. How a word sits among its neighbours shows in the middle layers, too."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.word_in = nn.Linear(len(SEEN_BY_RESPUN) * H, A)
        self.norm = nn.LayerNorm(A)
        self.layer = Layer(A, 6, 2 * A, dropout)
        self.out = nn.Linear(A, 1)
        self.drop = Dropout(dropout)

    def forward(self, seen: Tensor, bias: Tensor | None) -> Tensor:
        """(B, W) logits; ``seen`` (B, W, 3 H), ``bias`` (B, 1, 1, W) as for a layer."""
        return self.out(self.layer(self.drop(self.norm(self.word_in(seen))), bias))[..., 0]


class Reader(nn.Module):
    """Encoder, cue, entity and respun heads over words, and the argument head over (cue, word) pairs."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.cue_in = nn.Linear(H, A)
        self.cue_convention = nn.Embedding(len(attribution.CONVENTIONS), A)
        self.cue_out = nn.Linear(A, len(attribution.CUE_LABELS))
        self.entity_in = nn.Linear(H, A)
        self.entity_convention = nn.Embedding(len(entities.CONVENTIONS), A)
        self.entity_out = nn.Linear(A, len(entities.LABELS))
        self.respun = RespunHead(dropout)
        self.word_in = nn.Linear(H, A)
        self.begin_in = nn.Linear(H, A)
        self.end_in = nn.Linear(H, A)
        self.distance = nn.Embedding(attribution.DISTANCES, A)
        self.paragraph = nn.Embedding(attribution.PARAGRAPHS, A)
        self.flag = nn.Embedding(3, A)  # outside, in the cue, in an anchor
        self.argument_convention = nn.Embedding(len(attribution.CONVENTIONS), A)
        self.argument_norm = nn.LayerNorm(A)
        self.argument_layer = Layer(A, 6, 2 * A, dropout)
        self.argument_out = nn.Linear(A, len(attribution.ARGUMENT_LABELS))
        self.polarity_out = nn.Sequential(nn.Linear(A, A), nn.GELU(), nn.Linear(A, len(attribution.POLARITY_LABELS)))
        labels = len(attribution.ARGUMENT_LABELS)
        self.transitions = nn.Parameter(torch.zeros(labels + 2, labels))
        self.drop = Dropout(dropout)
        self.events = EventHeads(dropout)
        for table in (self.cue_convention, self.entity_convention, self.argument_convention):
            nn.init.normal_(table.weight, std=0.02)

    def load_earlier(self, state: dict[str, Tensor]) -> None:
        """Weights of an earlier run; one from before the event heads lends them its argument layer.

        Of heads that the earlier run did not have the first values stay.
        """
        if not any(name.startswith("events.") for name in state):
            lent = {"word_in": "word_in", "begin_in": "begin_in", "end_in": "end_in", "distance": "distance"}
            lent |= {"paragraph": "paragraph", "argument_norm": "norm", "argument_layer": "layer"}
            for name, value in list(state.items()):
                head, _, rest = name.partition(".")
                if head in lent:
                    state[f"events.{lent[head]}.{rest}"] = value
        own = self.state_dict()
        self.load_state_dict(own | {name: value for name, value in state.items() if name in own})

    def words(
        self, ids: Tensor, shape: Tensor, quote: Tensor, gap: Tensor, first: Tensor, bias: Tensor | None
    ) -> Tensor:
        """(B, W, H): the state of each word's first piece; ``first`` (B, W)."""
        return self.states(ids, shape, quote, gap, first, bias)[0]

    def states(
        self, ids: Tensor, shape: Tensor, quote: Tensor, gap: Tensor, first: Tensor, bias: Tensor | None
    ) -> tuple[Tensor, Tensor]:
        """``words`` as above, and what the respun head sees of them (B, W, 3 H)."""
        last, seen = self.encoder(ids, shape, quote, gap, bias)
        place = first[:, :, None]
        return torch.gather(last, 1, place.expand(-1, -1, H)), torch.gather(
            seen, 1, place.expand(-1, -1, seen.shape[2])
        )

    def cues(self, words: Tensor, convention: Tensor) -> Tensor:
        """(B, W, 5) cue logits under each window's convention (B,)."""
        return self.cue_out(self.drop(F.gelu(self.cue_in(words) + self.cue_convention(convention)[:, None])))

    def names(self, words: Tensor, convention: Tensor) -> Tensor:
        """(B, W, 7) entity logits."""
        return self.entity_out(self.drop(F.gelu(self.entity_in(words) + self.entity_convention(convention)[:, None])))

    def arguments(
        self,
        words: Tensor,
        window: Tensor,
        start: Tensor,
        begin: Tensor,
        last: Tensor,
        distance: Tensor,
        paragraph: Tensor,
        flag: Tensor,
        convention: Tensor,
        bias: Tensor | None,
    ) -> tuple[Tensor, Tensor]:
        """Emissions (C, K, 5) and polarity logits (C, 3) of cues at words begin..last of their windows.

        ``window``, ``start``, ``begin``, ``last``, ``convention`` (C,); ``distance``, ``paragraph``, ``flag`` (C, K)
        for the K words of each cue's frame, which begins at word ``start``.
        """
        frame = (start[:, None] + torch.arange(distance.shape[1])).clamp(max=words.shape[1] - 1)
        rows = self.word_in(words)[window[:, None], frame]
        cue = (
            self.begin_in(words)[window, begin]
            + self.end_in(words)[window, last]
            + self.argument_convention(convention)
        )
        x = rows + cue[:, None] + self.distance(distance) + self.paragraph(paragraph) + self.flag(flag)
        x = self.argument_layer(self.drop(self.argument_norm(x)), bias)
        row = torch.arange(begin.shape[0])
        at_cue = x[row, begin - start] + x[row, last - start]
        return self.argument_out(x), self.polarity_out(at_cue)


def crf_nll(emissions: Tensor, transitions: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
    """(C,) negative log-likelihood of label paths under a linear-chain CRF (Lafferty et al. 2001).

    ``emissions`` (C, W, L), ``labels`` (C, W), ``mask`` (C, W) true for real words, which stand first.
    ``transitions`` (L + 2, L): row L scores the first label, row L + 1 the last.
    """
    emissions = emissions.float()
    c, w, size = emissions.shape
    step, start, stop = transitions[:size], transitions[size], transitions[size + 1]
    held = mask.float()
    picked = emissions.gather(2, labels[:, :, None])[:, :, 0] * held
    moves = step[labels[:, :-1], labels[:, 1:]] * held[:, 1:]
    last = labels.gather(1, (mask.sum(1, keepdim=True) - 1))[:, 0]
    gold = picked.sum(1) + moves.sum(1) + start[labels[:, 0]] + stop[last]
    alpha = emissions[:, 0] + start
    for t in range(1, w):
        grown = torch.logsumexp(alpha[:, :, None] + step, dim=1) + emissions[:, t]
        alpha = torch.where(mask[:, t, None], grown, alpha)
    return torch.logsumexp(alpha + stop, dim=1) - gold
