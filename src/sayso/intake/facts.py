"""Title, publisher and date as the text itself gives them, in its first lines. Nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.intake.dates import FULL_DATE, TIME_OF_DAY, written_date

HEAD = 6_000  # characters that are looked at
LINES = 8  # a headline, bylines and a first paragraph stand within so many lines
HEADLINE_CHARACTERS, HEADLINE_WORDS = 160, 28
FURNITURE_CHARACTERS = 120
# A headline that no blank line sets off is followed by a paragraph so much longer; lines of a text
# wrapped at a column are about equally long.
LONGER = 1.5
CLOSERS = "”’\"')]»*_ "
PUBLISHED = re.compile(r"(?:first |originally )?(?:published|posted|issued|publication date|date)(?: on| at)?:? ", re.I)
UPDATED = re.compile(r"(?:last )?(?:updated|modified|revised)(?: on| at)?:? ", re.I)
BYLINE = re.compile(r"(?:written |reported )?by ", re.I)
# What may stand in a byline in lower case; "By noon troops had left" is none.
CREDITS = frozenset(
    """
    and of for in the at with by from de da di al el bin ibn van von our own a an staff writer writers reporter
    reporters correspondent correspondents foreign desk editor editors bureau news political defence defense security
    special chief diplomatic senior contributor contributors
    """.split()
)
PARTS = re.compile(r"\s*[|•·–—/;,]\s*|\s+-+\s+|\s+for (?=[A-Z])|^(?:written |reported )?by\s+", re.I)
OUTLET = re.compile(
    r"(?:the )?(?:[\w’'&.-]+ ){0,4}?(?:news|post|times|agency|press|herald|tribune|journal|gazette|telegraph|observer|"
    r"chronicle|courier|mail|mirror|guardian|standard|bulletin|dispatch|examiner|monitor|review|echo|sentinel|daily|"
    r"weekly|broadcasting|radio|tv|television|newswire|wire|media|magazine|today|online|service)(?: [\w’'&.-]+){0,3}",
    re.I,
)
STAFF = re.compile(r"\b(?:reporter|correspondent|staff|writer|editor|desk|bureau|columnist|contributor)s?\b", re.I)
# "MINSK, March 3, 2022 (Kestrel News) - ", "PORT ALDER, Norrin (Kestrel News), 3 March 2022 — "
DATELINE = re.compile(
    r"(?=[^a-z]{3})[^\W\d_][^\W\d_.’'-]*(?:[ .’'-]+[^\W\d_]+){0,3}(?:, [^\W\d_][^\d,()]{1,30}?)??"
    r"(?: ?\((?P<outlet>[A-Z][^()\d]{1,40})\))?,? "
    rf"(?i:{FULL_DATE.pattern})"
    r"(?: ?\((?P<outlet2>[A-Z][^()\d]{1,40})\))? ?(?:[–—]|-{1,2}) ?(?=\S)"
)


@dataclass(frozen=True, slots=True)
class TextFacts:
    """What the first lines of a text tell. ``body_begin`` is the offset of the text proper, behind the headline."""

    title: str | None
    publisher: str | None
    published: str | None
    body_begin: int


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    begin: int
    set_off: bool  # a blank line, or nothing, stands before it


def text_facts(text: str, title: str | None = None) -> TextFacts:
    """Read title, publisher and publication date in the first lines of ``text``.

    ``title`` is the title if it is known already. A publisher or a date is given only where a full date
    stands: in a dateline, a byline, or a line such as "Published: 8 March 2022".
    """
    lines = list(_lines(text))
    headline = _headline(lines, title)
    head = lines[1:] if headline else lines
    furniture = [line for line in _leading_furniture(head)]
    body = head[len(furniture) :]
    publisher, published = _imprint(furniture)
    dateline = DATELINE.match(body[0].words[:250]) if body else None
    if dateline and (day := written_date(dateline)):
        published = published or day
        publisher = publisher or dateline["outlet"] or dateline["outlet2"]
    begin = 0 if not headline else body[0].begin if body else head[0].begin
    return TextFacts(headline, publisher, published, begin)


def same_words(one: str, other: str) -> bool:
    """True when both hold the same letters and figures in the same order, whatever stands between them."""
    bare = [re.sub(r"[\W_]+", "", words).casefold() for words in (one, other)]
    return bare[0] == bare[1] != ""


def _lines(text: str) -> Iterator[_Line]:
    begin, found, blank = 0, 0, True
    for line in text[:HEAD].splitlines(keepends=True):
        words = line.strip()
        if words and found < LINES:
            yield _Line(words, begin + len(line) - len(line.lstrip()), blank)
            found += 1
        blank = not words
        begin += len(line)


def _headline(lines: list[_Line], title: str | None) -> str | None:
    """The first line, without Markdown's marks, if it is a headline and something follows it."""
    if len(lines) < 2:
        return None
    words = re.sub(r"^#{1,6} +", "", lines[0].words)
    if title and same_words(words, title):
        return words
    following = next((line for line in lines[1:] if not _is_furniture(line.words)), None)
    if following is None or _is_furniture(words) or DATELINE.match(words):
        return None
    short = len(words) <= HEADLINE_CHARACTERS and 2 <= len(words.split()) <= HEADLINE_WORDS
    bare = words.rstrip(CLOSERS)
    dated = any(day.end() == len(bare) for day in FULL_DATE.finditer(bare))  # "Minsk, March 8, 2022"
    open_end = dated or bare.endswith((".", ",", ";", ":", "…"))
    if not short or open_end or following.words[0].islower():
        return None
    apart = following.set_off or any(line.set_off for line in lines[1:] if line.begin < following.begin)
    return words if apart or len(following.words) > LONGER * len(words) else None


def _leading_furniture(lines: list[_Line]) -> Iterator[_Line]:
    for line in lines:
        if not _is_furniture(line.words):
            return
        yield line


def _is_furniture(words: str) -> bool:
    """True for a byline, a date, "Published: ...": lines about the document that are not part of what it tells."""
    if len(words) > FURNITURE_CHARACTERS:
        return False
    byline = BYLINE.match(words)
    if byline and not words.rstrip(CLOSERS).endswith((".", ",", ":", ";")):
        return all(not w[0].islower() or w.rstrip(",").lower() in CREDITS for w in words[byline.end() :].split())
    label = PUBLISHED.match(words) or UPDATED.match(words)
    if label:
        return FULL_DATE.match(words, label.end()) is not None
    day = FULL_DATE.search(words)
    if day is None or not TIME_OF_DAY.fullmatch(words, day.end()):
        return False
    rest = words[: day.start()].rstrip(" ,|•·–—-/")
    return not rest or _outlet(rest) is not None


def _imprint(furniture: list[_Line]) -> tuple[str | None, str | None]:
    """Publisher and date in the lines about the document; a publisher only beside a full date."""
    publisher = published = None
    for line in furniture:
        if UPDATED.match(line.words):
            continue
        day = FULL_DATE.search(line.words)
        published = published or (written_date(day) if day else None)
        rest = line.words[: day.start()] if day else line.words
        publisher = publisher or (None if PUBLISHED.match(line.words) else _outlet(rest))
    return (publisher, published) if published else (None, None)


def _outlet(words: str) -> str | None:
    """The part of a byline that names a news outlet by what such outlets are called."""
    for part in PARTS.split(words):
        if part and OUTLET.fullmatch(part) and part[0].isupper() and not STAFF.search(part):
            return part
    return None
