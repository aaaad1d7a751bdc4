"""The event heads in torch. Letters: B windows, W words, E triggers or pairs, K words of a frame, H and A widths."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.reading.heads import attribution, events
from training.layers import A, Dropout, H, Layer


class EventHeads(nn.Module):
    """Triggers, time expressions and factuality over words; arguments and answers over (trigger, word) pairs."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.trigger_in = nn.Linear(H, A)
        self.convention = nn.Embedding(len(events.CONVENTIONS), A)
        self.trigger_out = nn.Linear(A, events.TRIGGERS)
        self.factuality_out = nn.Sequential(nn.Linear(A, A), nn.GELU(), nn.Linear(A, 1))
        self.time_out = nn.Linear(H, len(events.TIME_LABELS))
        self.word_in = nn.Linear(H, A)
        self.begin_in = nn.Linear(H, A)
        self.end_in = nn.Linear(H, A)
        self.kind = nn.Embedding(events.UNTYPED + 1, A)
        self.distance = nn.Embedding(attribution.DISTANCES, A)
        self.paragraph = nn.Embedding(attribution.PARAGRAPHS, A)
        self.flag = nn.Embedding(2, A)
        self.norm = nn.LayerNorm(A)
        self.layer = Layer(A, 6, 2 * A, dropout)
        self.role_out = nn.Linear(A, len(events.ROLE_LABELS))
        self.kairos_role_out = nn.Linear(A, len(events.KAIROS_ROLE_LABELS))
        self.answer_out = nn.Sequential(nn.Linear(A, A), nn.GELU(), nn.Linear(A, events.ANSWERS))
        self.pair_in = nn.Linear(H, A)
        self.pair_flag = nn.Embedding(3, A)
        self.pair_weight = nn.Linear(A, 1)
        self.pair_out = nn.Sequential(nn.Linear(3 * A, A), nn.GELU(), nn.Linear(A, len(events.TYPES["news"])))
        self.drop = Dropout(dropout)
        nn.init.normal_(self.convention.weight, std=0.02)

    def hidden(self, words: Tensor, convention: Tensor) -> Tensor:
        """(B, W, A) what triggers and factuality are read from; ``convention`` (B,)."""
        return self.drop(F.gelu(self.trigger_in(words) + self.convention(convention)[:, None]))

    def triggers(self, words: Tensor, convention: Tensor) -> Tensor:
        """(B, W, L) logits, the labels of all conventions side by side."""
        return self.trigger_out(self.hidden(words, convention))

    def factuality(self, words: Tensor, convention: Tensor) -> Tensor:
        """(B, W) numbers meant to lie in [-3, 3]."""
        return self.factuality_out(self.hidden(words, convention))[..., 0]

    def frames(
        self,
        words: Tensor,
        window: Tensor,
        start: Tensor,
        begin: Tensor,
        last: Tensor,
        kind: Tensor,
        distance: Tensor,
        paragraph: Tensor,
        flag: Tensor,
        bias: Tensor | None,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Logits of roles (E, K, 15), of KAIROS roles (E, K, 57) and of answers (E, Q) for triggers begin..last.

        ``window``, ``start``, ``begin``, ``last``, ``kind`` (E,); ``distance``, ``paragraph``, ``flag`` (E, K) for the
        words of each frame, which begins at word ``start``.
        """
        rows = _rows(self.word_in(words), window, start, distance.shape[1])
        event = self.begin_in(words)[window, begin] + self.end_in(words)[window, last] + self.kind(kind)
        x = rows + event[:, None] + self.distance(distance) + self.paragraph(paragraph) + self.flag(flag)
        x = self.layer(self.drop(self.norm(x)), bias)
        row = torch.arange(begin.shape[0])
        at_trigger = x[row, begin - start] + x[row, last - start]
        return self.role_out(x), self.kairos_role_out(x), self.answer_out(at_trigger)

    def pairs(self, words: Tensor, window: Tensor, start: Tensor, flag: Tensor, bias: Tensor | None) -> Tensor:
        """(E, 18) logits of the type of what the words flagged 1 do to those flagged 2; ``flag`` (E, K)."""
        x = _rows(self.pair_in(words), window, start, flag.shape[1]) + self.pair_flag(flag)
        x = self.layer(self.drop(self.norm(x)), bias)
        weight = self.pair_weight(x)[..., 0].float()
        if bias is not None:
            weight = weight + bias[:, 0, 0]
        pooled = (torch.softmax(weight, 1)[..., None] * x).sum(1)
        ends = [(held := (flag == k).to(x.dtype)[..., None]).mul(x).sum(1) / held.sum(1) for k in (1, 2)]
        return self.pair_out(self.drop(torch.cat([pooled, *ends], -1)[:, None])[:, 0])


def _rows(states: Tensor, window: Tensor, start: Tensor, size: int) -> Tensor:
    frame = (start[:, None] + torch.arange(size)).clamp(max=states.shape[1] - 1)
    return states[window[:, None], frame]
