"""Words that say how sure a voice is: adverbs and phrases of hearsay, doubt, evidence and knowledge."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.types.span import Span

_BE = r"(?:is|are|was|were|be|been|being)"
_EVIDENCE = r"(?:evidence|proof|sign|signs|trace|traces|indication|indications|confirmation)"
# Each alternative is a phrase of a closed kind; the longest match at a place is taken.
HEDGE = re.compile(
    r"\b(?:"
    + "|".join(
        (
            r"reportedly|allegedly|purportedly|supposedly|apparently|seemingly|evidently|presumably|ostensibly|probably",
            r"possibly|perhaps|maybe|rumou?red|unconfirmed|unverified|undoubtedly|certainly|undeniably",
            r"it (?:seems|seemed|appears|appeared|is (?:believed|thought|understood|said|claimed|reported|alleged))",
            r"(?:seems?|seemed|appears?|appeared) (?:to|as if|like)",
            rf"{_BE} (?:widely )?(?:said|believed|thought|understood|reported|alleged|rumou?red|claimed|presumed"
            r"|suspected|estimated)",
            r"has been (?:suggested|claimed|alleged|rumou?red)",
            rf"(?:little|no|scant|hardly any|some|ample|clear|strong|growing|solid) {_EVIDENCE}"
            r"(?: (?:of|for) (?:that|this|it))?",
            r"(?:could|can|cannot|can ?not) (?:not )?be (?:independently )?(?:verified|confirmed|established"
            r"|ascertained|determined|corroborated)",
            r"(?:refuse[sd]?|declined?s?|unable) to (?:confirm|say|verify)",
            r"(?:would|did|does|has|have) not (?:say|confirm(?:ed)?)",
            r"rumou?rs?(?: has it)?|hearsay|there were reports|unclear|remains to be seen",
            r"(?:we|I|they)(?: all)? know|no doubt|beyond (?:any )?doubt|without (?:any )?doubt|it is clear",
            r"alleg(?:ed|es?|ing)|claim(?:ed|s|ing)?|suggest(?:ed|s)|purports?|insinuat(?:ed|es)",
            r"believes?|believed|thinks?|thought|contend(?:s|ed)|estimates?|estimated|reckons?|assert(?:s|ed)|profess(?:es|ed)",
            r"hint(?:s|ed)|indicat(?:es|ed|ing)|insist(?:s|ed)|suspect(?:s|ed)?|feared|guess(?:es|ed)?|swore|swears",
            r"judging by|points? to|pointed to|un?likely to|more likely",
            r"may|might",
        )
    )
    + r")\b",
    re.IGNORECASE,
)


def hedges(text: str, places: Sequence[Span]) -> tuple[Span, ...]:
    """Spans of such words inside ``places``, in order, each inside one of them."""
    out = []
    for place in places:
        for found in HEDGE.finditer(text, place.begin, place.end):
            if found[0] != "May":
                out.append(Span(found.start(), found.end()))
    return tuple(sorted(set(out)))
