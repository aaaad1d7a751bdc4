"""How much of the text rests on whose word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sayso.types.attribution import Attribution, Manner, Voice
from sayso.types.reading import VoiceSummary


def summaries(text: str, attributions: Sequence[Attribution], article: Voice) -> tuple[VoiceSummary, ...]:
    """Shares of the text's non-space characters by root voice, the article's own first, then the largest.

    A character counts for the root of the innermost attribution whose content holds it, for the
    article where there is none. The shares add up to 1.
    """
    owner = _owners(text, attributions, article)
    voices: dict[str, Voice] = {article.id: article}
    for a in attributions:
        voices.setdefault(a.root.id, a.root)
    counts = dict.fromkeys(voices, 0)
    times = Counter(a.root.id for a in attributions)
    direct = Counter(a.root.id for a in attributions if a.manner is Manner.DIRECT)
    for name, char in zip(owner, text, strict=True):
        if not char.isspace():
            counts[name] += 1
    total = sum(counts.values())
    if not total:
        counts[article.id] = total = 1
    out = [
        VoiceSummary(
            voice=voice,
            attributions=times[name],
            direct=direct[name],
            share=counts[name] / total,
        )
        for name, voice in voices.items()
    ]
    return tuple(sorted(out, key=lambda s: (s.voice.id != article.id, -s.share)))


def _owners(text: str, attributions: Sequence[Attribution], article: Voice) -> list[str]:
    """Voice id of each character: wider contents are painted first, those inside them over them."""
    owner = [article.id] * len(text)
    for a in sorted(attributions, key=lambda a: -sum(s.end - s.begin for s in a.content)):
        for span in a.content:
            owner[span.begin : span.end] = [a.root.id] * (span.end - span.begin)
    return owner
