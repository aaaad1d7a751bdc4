"""A model that reads each window once, for trying many thresholds on the same texts."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.reading.session import Model, States
from sayso.reading.windows import Inputs

Key = tuple[bytes, bytes, bytes, bytes, str, str, str]


@dataclass(frozen=True)
class Remembering(Model):
    """A model whose copies (``dataclasses.replace``) share what the encoder has said of each window."""

    seen: dict[Key, States] = field(default_factory=dict)

    def encode(self, window: Inputs, convention: str, names: str = "uner", happenings: str = "news") -> States:
        """As ``Model.encode``."""
        ids, shape, quote, gap = (x.tobytes() for x in (window.ids, window.shape, window.quote, window.gap))
        key = (ids, shape, quote, gap, convention, names, happenings)
        if key not in self.seen:
            self.seen[key] = super().encode(window, convention, names, happenings)
        return self.seen[key]


def remembering(model: Model) -> Remembering:
    """The same model with a memory."""
    return Remembering(model.folder, model.settings)
