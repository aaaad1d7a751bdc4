"""Refusals to comment: a closed set of phrases that often come without any content."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.types.span import Span

_REQUEST = (
    r"(?:an? |several |repeated |multiple |our |emailed? )*(?:requests?|inquir(?:y|ies)|enquir(?:y|ies)|questions?)"
)
_NOT = r"(?:did|does|do|has|have|had|would|could) ?(?:not|n[’']t) (?:immediately |yet |publicly |so far )*"
_REFUSAL = re.compile(
    r"\b(?:"
    r"(?P<a>(?:has |have |had )?(?:immediately |repeatedly )?(?:declined|refused)) "
    r"(?P<b>to (?:comment|be interviewed)|comment)"
    rf"|(?P<c>{_NOT}(?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|return(?:ed)?)) "
    rf"(?P<d>(?:to )?{_REQUEST}(?: for comment)?)"
    rf"|(?P<e>{_NOT.rstrip('*')}*?)(?P<f>comment(?:ed)?)"
    r"|(?P<g>(?:could not|couldn[’']t) (?:immediately )?be reached) (?P<h>for comment)"
    r"|(?P<i>(?:was|were) not (?:immediately )?available) (?P<j>for comment)"
    r")\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)
def refusals(text: str) -> tuple[tuple[Span, Span], ...]:
    """Cue and content of phrases such as "declined | to comment" and "did not respond to | a request for comment"."""
    out = []
    for m in _REFUSAL.finditer(text):
        cue, content = (Span(*m.span(name)) for name, words in m.groupdict().items() if words is not None)
        end = cue.begin + len(cue.of(text).rstrip())
        out.append((Span(cue.begin, end), content))
    return tuple(out)
