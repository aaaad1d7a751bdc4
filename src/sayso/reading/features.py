"""What an uncased encoder cannot see: case and shape, quotation marks, line breaks.

Each word gets three small codes that the model adds to its input embeddings. They are part
of the trained model: a change here needs new weights.
"""

from __future__ import annotations

import re

SHAPES = (
    "pad", "lower", "title", "upper", "initial", "mixed", "digits", "alphanumeric",
    "period", "comma", "quote", "apostrophe", "colon", "dash", "bracket", "ending", "symbol", "uncased",
)  # fmt: skip
QUOTES = ("pad", "outside", "inside", "opening", "closing")
GAPS = ("pad", "none", "space", "line", "paragraph", "start")

_SHAPE = {name: code for code, name in enumerate(SHAPES)}
_PUNCTUATION = {
    **dict.fromkeys(".…", "period"), **dict.fromkeys(",;", "comma"), **dict.fromkeys("\"“”„«»", "quote"),
    **dict.fromkeys("'‘’`´", "apostrophe"), ":": "colon", **dict.fromkeys("-–—―−", "dash"),
    **dict.fromkeys("()[]{}<>", "bracket"), **dict.fromkeys("?!", "ending"),
}  # fmt: skip

# A quotation closes at its own kind of mark, or with the paragraph when the mark is missing:
# printers repeat the opening mark at each paragraph of a long quotation and close only the last.
_QUOTATION = re.compile(
    r"“[^“”\n]*(?:”|(?=\n)|\Z)|„[^„“”\n]*(?:[“”]|(?=\n)|\Z)|\"[^\"\n]*(?:\"|(?=\n)|\Z)|«[^»\n]*(?:»|(?=\n)|\Z)"
)
_CLOSING = frozenset('”"»“')
# single marks count only as a pair around several words, so that apostrophes do not open anything
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=\w)[^‘’'\n]*(?:[’'](?=\w)[^‘’'\n]*)*[’'](?!\w)")


def shape(word: str) -> int:
    """Code in ``SHAPES`` of one word or punctuation mark."""
    if len(word) == 1 and word in _PUNCTUATION:
        return _SHAPE[_PUNCTUATION[word]]
    if word.isdigit():
        return _SHAPE["digits"]
    if not word.isalnum():
        return _SHAPE["symbol"]
    if any(c.isdigit() for c in word):
        return _SHAPE["alphanumeric"]
    if word.islower():
        return _SHAPE["lower"]
    if word.isupper():
        return _SHAPE["initial" if len(word) == 1 else "upper"]
    if word.istitle():
        return _SHAPE["title"]
    return _SHAPE["mixed" if word.upper() != word.lower() else "uncased"]


def quotation_marks(text: str) -> bytearray:
    """One code in ``QUOTES`` for each code point of ``text``; time linear in its length."""
    codes = bytearray(b"\x01") * len(text)
    inside, opening, closing = QUOTES.index("inside"), QUOTES.index("opening"), QUOTES.index("closing")
    for pattern in (_SINGLE, _QUOTATION):
        for m in pattern.finditer(text):
            begin, end = m.span()
            if end - begin < 2:
                continue
            codes[begin:end] = bytes([inside]) * (end - begin)
            codes[begin] = opening
            if pattern is _SINGLE or text[end - 1] in _CLOSING:
                codes[end - 1] = closing
    return codes


def gap(between: str) -> int:
    """Code in ``GAPS`` of the characters between two words."""
    if not between:
        return GAPS.index("none")
    lines = between.count("\n") or between.count("\r")
    if lines > 1:
        return GAPS.index("paragraph")
    return GAPS.index("line" if lines else "space")
