"""Words of a span: its head, its words without the leading article, and stems that tie "attacked" to "the attack"."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.types.span import Span

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
ARTICLE = re.compile(r"(?:the|a|an)\s+", re.I)
# The head of a noun phrase is its last word before the first of these (Collins 1999, much simplified).
BREAK = re.compile(
    r"\s(?:of|in|on|at|for|from|to|with|by|near|who|whom|whose|which|that|and|or|known|called|named|led|outside|inside"
    r"|against|behind|across|along|under|over)(?=\s)|[,;:(–—]"
)
LONGEST = 400  # characters of a span that are looked at: no name is longer
# Endings that part a verb from its noun and its other forms, longest first; what is left needs LEAST letters.
ENDINGS = (
    *("isations", "izations", "isation", "ization", "ations", "itions", "ation", "ition", "ments", "ment", "sions"),
    *("sion", "tions", "tion", "ances", "ance", "ings", "ing", "ions", "ion", "als", "al", "ers", "er", "ors", "or"),
    *("ies", "ied", "es", "ed", "en", "s", "e", "y", "d", "t"),
)
LEAST = 3
VOWELS = "aeiou"
# Forms that no ending explains, as far as news of conflicts has them.
IRREGULAR = {
    form: stem
    for stem, forms in {
        "shoot": "shot shots shooting shoots",
        "strike": "struck stricken strikes striking",
        "hit": "hits hitting",
        "fight": "fought fights fighting",
        "flee": "fled flees fleeing flight",
        "fly": "flew flown flies flights flying",
        "die": "died dead death deaths dies dying",
        "take": "took taken takes taking",
        "hold": "held holds holding",
        "seize": "seizure seizures",
        "withdraw": "withdrew withdrawn withdrawal",
        "leave": "left leaves leaving",
        "lose": "lost losses loss",
        "burn": "burnt",
        "lay": "laid",
        "send": "sent",
        "give": "gave given",
        "meet": "met meeting meetings",
        "speak": "spoke spoken talks",
        "steal": "stole stolen theft",
        "blow": "blew blown",
        "throw": "threw thrown",
        "destroy": "destruction",
        "invade": "invasion",
        "explode": "explosion explosions",
        "defect": "defector defectors",
        "refuse": "refusal refusals",
        "arrive": "arrival",
        "demand": "demands",
        "agree": "agreement accord",
        "accuse": "accusation accusations",
        "allege": "allegation allegations",
        "pull": "pullout pullback",
        "detain": "detention detentions",
        "fire": "gunfire fired",
        "shut": "shutting",
        "sink": "sank sunk",
        "go": "went gone",
        "come": "came",
        "find": "found",
        "break": "broke broken",
        "begin": "began begun",
        "pay": "paid",
        "sell": "sold sale",
        "buy": "bought",
        "swap": "swapped swapping",
        "kill": "killing killings",
        "bomb": "bombardment",
        "deploy": "deployment",
    }.items()
    for form in (stem, *forms.split())
}


def head(text: str, span: Span) -> Span | None:
    """The head word of a noun phrase; ``None`` where the span holds no word."""
    words = text[span.begin : min(span.end, span.begin + LONGEST)]
    article = ARTICLE.match(words)
    start = article.end() if article else 0
    cut = BREAK.search(words, start + 1)
    found = [*WORD.finditer(words, start, cut.start() if cut else len(words))] or [*WORD.finditer(words)][:1]
    return Span(span.begin + found[-1].start(), span.begin + found[-1].end()) if found else None


def bare(text: str, span: Span) -> Span:
    """The span without a leading article and outer white space; itself if nothing else is left."""
    words = span.of(text)
    begin = span.begin + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    article = ARTICLE.match(text, begin, end) if begin < end else None
    begin = article.end() if article else begin
    return Span(begin, end) if begin < end else span


def _cut(low: str) -> str:
    """A word without its ending."""
    for ending in ENDINGS:
        rest = low[: len(low) - len(ending)]
        if low.endswith(ending) and len(rest) >= LEAST and not (ending == "y" and rest[-1] in VOWELS):
            low = rest
            break
    if len(low) > LEAST and low[-1] == low[-2] and low[-1] not in "sl":  # "shelled" keeps its l, "stopped" loses a p
        return low[:-1]
    return low


# What is left of the words that have irregular forms, and of those forms.
ROOTS = {_cut(base): base for base in set(IRREGULAR.values())}


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """What the forms of one word share: "attack" for "attacked", "attacks"; "kill" for "killings"."""
    low = word.casefold()
    if low in IRREGULAR:
        return IRREGULAR[low]
    low = _cut(low)
    return ROOTS.get(low, low)


def stems(text: str, span: Span) -> frozenset[str]:
    """Stems of the words of a span."""
    words = text[span.begin : min(span.end, span.begin + LONGEST)]
    return frozenset(stem(m[0]) for m in WORD.finditer(words))
