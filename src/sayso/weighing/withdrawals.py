"""Words by which a source takes back what it said before: "retracted", "withdrew its statement"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.types.span import Span


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Words of a withdrawal. ``passive`` where what is withdrawn stands before them ("the report was retracted").

    ``itself`` is true where a document withdraws what it said itself ("an earlier version of this article").
    """

    span: Span
    passive: bool = False
    itself: bool = False


_SAID = (
    r"(?:statements?|claims?|reports?|stor(?:y|ies)|posts?|tweets?|messages?|allegations?|accusations?|remarks?"
    r"|comments?"
    r"|accounts?|announcements?|articles?|videos?|assertions?|assessments?|testimony|confession|words"
    r"|report(?:ing)?|version)"
)
_WHOSE = r"(?:its|his|her|their|the|a|an|that|this|our|my|earlier|previous|initial|first|original|own|[A-Z]\w+['’]s)"
_WRONG = r"(?:wrong|false|mistaken|untrue|incorrect|inaccurate|an? (?:error|mistake)|in error|fabricated|invented)"
_FINITE = re.compile(
    (
        r"\b(?P<active>(?:withdrew|has withdrawn|have withdrawn|had withdrawn|withdraws|took back|takes back"
        r"|taken back) "
        rf"(?:{_WHOSE} ){{1,3}}(?:\w+ )?{_SAID}"
        rf"|(?:retracted|retracts|recanted|recants|disavowed|rescinded)\b"
        rf"|(?:backtracked|walked back|rowed back|went back) on (?:{_WHOSE} ){{1,3}}(?:\w+ )?{_SAID}"
        r"|(?:was|were|had been) (?:forced|obliged|made) to (?:retract"
        rf"|withdraw (?:{_WHOSE} ){{1,3}}(?:\w+ )?{_SAID})"
        rf"|(?:corrected|corrects) (?:{_WHOSE} ){{1,3}}{_SAID}"
        r"|issued a (?:correction|retraction)"
        rf"|apologi[sz]ed for (?:{_WHOSE} )*(?:\w+ )?(?:error|mistake|false \w+|wrong \w+|incorrect \w+"
        rf"|inaccurate \w+|{_SAID})"
        r"|(?:admitted|acknowledged|conceded)(?: that)? (?:it|he|she|they|(?:its|his|her|their"
        rf"|the) (?:\w+ )?{_SAID})"
        rf" (?:was|were|had been) {_WRONG}(?! (?:to|that|for|of)\b)"
        rf"|said(?: that)? (?:(?:it|he|she|they) had been {_WRONG}|(?:its|his|her|their) (?:\w+ )?{_SAID} (?:was"
        rf"|were|had been) {_WRONG})"
        r"(?! (?:to|that|for|of)\b)"
        rf"|deleted (?:its|his|her|their|the|a) (?:\w+ )?{_SAID}\b(?=[^.;]{{0,80}}\b(?:{_WRONG}|apologi|correct"
        r"|retract))"
        r"|no longer (?:stands?|stood) by)"
        rf"|\b(?P<passive>(?:was|were|has been|have been|had been) (?:later |since |then |subsequently )?"
        rf"(?:retracted|recanted|taken back))"
        rf"|\b(?P<itself>(?:an )?(?:earlier|previous|initial) version of this (?:article|story|report|text|page)"
        r"(?: \w+)? (?:wrongly |incorrectly |mistakenly |erroneously )(?:said|stated|reported|claimed|suggested"
        r"|gave)"
        rf"|this (?:newspaper|paper|agency|site|outlet) (?:wrongly|incorrectly|mistakenly) (?:said|stated|reported))"
    ).replace(" ", r"\s+"),
    re.I,
)
# One of these is in every such phrase: most texts hold none of them.
_PARTS = (
    *("withdr", " took back", " takes back", " taken back", "retract", "recant", "disavow", "rescind", "tracked on"),
    *(
        "ked back",
        "rowed back",
        "went back on",
        "correct",
        "apolog",
        "deleted",
        "longer st",
        " version of this",
        " wrong",
    ),
    *("mistak", "in error", "an error", " false", "untrue", "inaccura", "fabricat", "invented"),
)
_UNDONE = re.compile(
    r"\b(?:not|never|nor|neither|if|unless|whether|should|must|refus\w*|declin\w*|demand\w*|urg\w*|asked"
    r"|called\s+on|without|until)\b"
    r"|n['’]t\b",
    re.I,
)
_LOOKED_BACK = 40  # characters of the sentence before such words in which they are undone


def withdrawals(text: str) -> tuple[Withdrawal, ...]:
    """All withdrawals that ``text`` tells of, in reading order.

    What is refused, demanded or conditional is none, nor is the withdrawal of troops. Takes time linear in the text.
    Raises nothing.
    """
    low = " ".join(text.lower().split())
    if not any(part in low for part in _PARTS):
        return ()
    out = []
    for found in _FINITE.finditer(text):
        before = re.split(r"[.;:!?“”]", text[max(0, found.start() - _LOOKED_BACK) : found.start()])[-1]
        if not _UNDONE.search(before):
            span = Span(found.start(), found.end())
            out.append(Withdrawal(span, found["passive"] is not None, found["itself"] is not None))
    return tuple(out)
