"""What sources do not say: refusals to comment, often without any content, and negated verbs of thought."""

from __future__ import annotations

import re
from bisect import bisect_right
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

# "don't think he came", "not sure whether", "did not know why they": verbs of thought need a clause behind them.
_UNTHOUGHT = re.compile(
    r"\b(?:(?:do|does|did|could|would|ca|wo|can)(?:n['’]t| ?not)|cannot|never|not|is(?:n['’]t| not))\s+"
    r"(?:(?:even|really|quite|yet|exactly|necessarily|entirely)\s+)?"
    r"(?:(?:think|thinking|believe|believing|suppose|suggest|suggesting|saying|claiming|sure|certain|convinced)\b"
    r"(?=\s+(?!(?:of|about|so|in|as|how to|what to)\b)[\w‘“'\"])"
    r"|(?:know|knowing|sure|certain|remember|understand|see|realize|clear|tell|say|recall)\b"
    r"(?=\s+(?:if|whether|how|why|what|where|when|who|that|which)\b(?! to\b|[.?!])))",
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


def unthought(text: str) -> tuple[Span, ...]:
    """The verbs in phrases such as "do not think he came" and "was not sure whether", without their negation."""
    return tuple(Span(m.end() - len(m.group().split()[-1]), m.end()) for m in _UNTHOUGHT.finditer(text))


def refusal_at(text: str, span: Span) -> tuple[Span, Span] | None:
    """The refusal whose cue overlaps ``span``, the first of them; ``None`` when there is none."""
    found = refusals(text)  # in order, and none overlaps another
    k = bisect_right(found, span.begin, key=lambda pair: pair[0].end)
    return found[k] if k < len(found) and found[k][0].overlap(span) else None
