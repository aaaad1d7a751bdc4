"""Parts that the encoder and the heads share. Letters: B rows, T places, H width of the encoder, A of the heads."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

H = 384
HEADS = 12
A = 192  # width of the layers behind the encoder


class Dropout(nn.Module):
    """Dropout with one mask for all places of a row (Gal and Ghahramani 2016): far fewer random numbers."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        """x (B, T, H)."""
        if not self.training or self.rate == 0:
            return x
        keep = torch.rand(x.shape[0], 1, x.shape[2]) >= self.rate
        return x * (keep / (1 - self.rate)).to(x.dtype)


class Layer(nn.Module):
    """One post-norm transformer layer as in BERT (Devlin et al. 2019)."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """x (B, T, H); bias (B, 1, 1, T), 0 where a key may be seen and very negative elsewhere."""
        b, t, h = x.shape
        # attention in float32: torch's CPU kernel for bfloat16 is the slower one, backwards above all
        q, k, v = self.qkv(x).float().view(b, t, 3, self.heads, h // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        x = self.norm1(x + self.drop(self.out(y.transpose(1, 2).reshape(b, t, h))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))
