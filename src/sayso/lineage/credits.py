"""Credit lines: the words in which a text names an outlet that it takes from.

Each wording is tied to how surely the name behind it must be an outlet's: nobody but an outlet stands in brackets
behind a dateline, while "according to" also introduces ministers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.lineage.outlets import DOMAIN, Name, outlet_key, outlet_name
from sayso.types.lineage import Credit, CreditKind
from sayso.types.span import Span

# A capitalised name of one to seven words, a web address, or initials.
# No possessive quantifiers: on groups they are at fault in Python 3.11 before 3.11.4. Each character fits one place
# only, so that going back costs no more than coming.
PART = r"(?:[A-Z0-9](?:[\w&’'+!-]|/(?=\w))*(?:\.(?=\w)[\w-]+)*)"
DOMAIN_NAME = r"(?:[a-z0-9-]+\.)+[a-z]{2,6}\b"
NAME = rf"(?:[Tt]he\s)?(?:{DOMAIN_NAME}|{PART}(?:[ ](?:(?:of|and|de|la|al|&|for|in)[ ])?{PART}){{0,6}})"
WHEN = (
    r"(?:\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\s(?:late|earlier)?\s?(?:last|this|that)\s\w+|"
    r"\s(?:today|yesterday|earlier|online|exclusively|here|again))?,?"
)
MEDIUM = (
    r"(?:news\s)?(?:agency|newspaper|daily|weekly|magazine|broadcaster|channel|station|website|site|outlet|portal|wire|"
    r"service|network)"
)
WRITER = rf"(?:the\s)?{MEDIUM}\s"


@dataclass(frozen=True, slots=True)
class _Wording:
    """A pattern with a group ``name``, how surely that has to be an outlet's name, and what to look for first.

    Around each place where ``cue`` stands, ``back`` characters before and ``ahead`` behind it are searched; without
    a cue, the beginnings of lines are. That keeps the search quick and linear, as a name may begin anywhere.
    """

    kind: CreditKind
    pattern: re.Pattern[str]
    least: Name
    cue: re.Pattern[str] | None
    back: int
    ahead: int


def _wording(kind: CreditKind, pattern: str, least: Name, cue: str = "", back: int = 0) -> _Wording:
    filled = pattern.replace("WRITER", f"(?:{WRITER})?").replace("NAME", f"(?P<name>{NAME})").replace("WHEN", WHEN)
    return _Wording(kind, re.compile(filled, re.M), least, re.compile(cue) if cue else None, back, 0 if back else 200)


FIRST, REPORTING, SOURCE, TAG = CreditKind.FIRST, CreditKind.REPORTING, CreditKind.SOURCE, CreditKind.TAG
WORDINGS = (
    _wording(TAG, r"^(?:[A-Z][\w .,’'/-]{1,60}?[ ])?\(NAME\)[ ]?[-–—]", Name.OPEN),  # KYIV, March 8 (AFP) - ...
    _wording(TAG, r"^[A-Z][\w .,’'-]{1,60}?[ ]/NAME/", Name.OPEN),
    _wording(TAG, r"^[ \t]*(?:\(|/|[-–—][ ]?|©[ ]?)NAME[)/]?[ \t]*$", Name.OPEN),
    _wording(TAG, r"[.!?”\"’][ ]\(NAME\)[ \t]*$", Name.MEDIUM, r"[.!?”\"’] \((?=[^)\n]{2,60}\)[ \t]*(?:\n|\Z))"),
    _wording(
        SOURCE,
        r"^[ \t]*\(?(?:[Ss]ources?|SOURCES?|[Vv]ia|[Oo]riginal(?:ly)?(?:[ ](?:article|story|text|report|published))?|"
        r"[Tt]ext|[Cc]redit|[Rr]ead the (?:original|full)(?: (?:article|story|report|text))?)"
        r"(?:[ ]?[:|-][ ]?|[ ](?:at|on|in)[ ])NAME[ \t]*[.)]?[ \t]*$",
        Name.OPEN,
    ),
    _wording(
        FIRST,
        r"\b(?:[Ff]irst|[Oo]riginally|[Ii]nitially|[Pp]reviously)[ ](?:published|reported|appeared|released|posted|ran|"
        r"printed|broadcast|carried|aired|disclosed|revealed|written about|written)WHEN[ ]"
        r"(?:by|in|on|at|with)[ ]WRITERNAME",
        Name.OPEN,
        r"\b(?:[Ff]irst|[Oo]riginally|[Ii]nitially|[Pp]reviously) (?=[a-z])",
    ),
    _wording(
        FIRST,
        r"\b(?:[Rr]epublished|[Rr]eprinted|[Ss]yndicated)(?:[ ]with permission)?[ ](?:from|by|via)[ ]WRITERNAME",
        Name.OPEN,
        r"\b(?:[Rr]epublished|[Rr]eprinted|[Ss]yndicated) ",
    ),
    _wording(
        FIRST,
        r"\bWRITERNAME[ ](?:first|was (?:the )?first to)[ ](?:report|publish|reveal|disclose)(?:e?d)?\b",
        Name.OPEN,
        r"(?<= )first (?:to )?(?:report|publish|reveal|disclose)(?:e?d)?\b",
        100,
    ),
    _wording(
        REPORTING,
        r"\b[Ww]ith (?:additional )?(?:reporting|files|material) (?:by|from)[ ]NAME",
        Name.OPEN,
        r"\b[Ww]ith (?:additional )?(?:reporting|files|material) (?:by|from) ",
    ),
    _wording(
        REPORTING,
        r"\b(?:[Aa]dditional r|[Rr])eporting (?:by|from)[ ]NAME",
        Name.MEDIUM,
        r"\b(?:[Aa]dditional r|[Rr])eporting (?:by|from) ",
    ),
    _wording(
        REPORTING,
        r"\bNAME(?:[ ](?:staff|writers?|correspondents?|journalists?)[\w ,’'-]{0,60}?)?[ ](?:also[ ])?contributed",
        Name.MEDIUM,
        r"\bcontributed (?:to this |(?:to )?reporting|from )",
        160,
    ),
    _wording(
        REPORTING,
        r"(?:^|[.!?”\"][ ]|\bas )WRITERNAME[ ](?:reports|writes|has reported|reported)(?:[ ]that\b|[:,])",
        Name.OPEN,
        r"\b(?:reports|writes|reported)(?: that\b|[:,])",
        100,
    ),
    _wording(
        REPORTING, r",[ ](?:reports|reported|writes)[ ]WRITERNAME", Name.MEDIUM, r", (?:reports|reported|writes) "
    ),
    _wording(
        REPORTING,
        r"\b[Aa]ccording to[ ](?:a report (?:by|in|from)[ ])?WRITERNAME"
        r"(?![’']?s? (?:poll|survey|average|ad|contributor)\b)",
        Name.MEDIUM,
        r"\b[Aa]ccording to ",
    ),
    _wording(
        REPORTING, r"\b(?:citing|quoting|quoted by|cited by)[ ]WRITERNAME", Name.MEDIUM, r"\b(?:cit|quot)(?:ing|ed by) "
    ),
)
# A name is an outlet's after all where a word such as "newspaper" stands beside it.
CALLED = re.compile(rf"(?:\b{MEDIUM}[ ]|,[ ](?:a|an|the)[ ][\w -]{{0,40}}?\b{MEDIUM}\b)", re.I)
# "by Ann Hall, a reporter for the Post": the person's outlet is meant.
OF_OUTLET = re.compile(rf"(?:,[ ]an?[ ][\w -]{{0,40}}?)?[ ](?:of|for|from|at|with)[ ](?P<name>{NAME})")
# What other words say that a name is a person's: a title before it, or a surname with "said" behind it.
TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|President|Minister|Secretary|Senator|General)\.?[ ]$")
# A bracket behind a dateline also holds a party, a district or an abbreviated state.
PARTY = re.compile(r"[RDI]-[A-Z]")
BRACKETS = frozenset(
    "photo file update updated correction corrected video analysis opinion part ap photo r d i".split()
)


def credits(text: str, body_begin: int = 0) -> tuple[Credit, ...]:
    """Credit lines of ``text`` behind ``body_begin`` (a code-point offset), sorted by place.

    Each outlet is given once for each kind, where it is first credited so. A name is taken on the strength of the
    words around it; no list has to know it. Takes linear time.
    """
    found: dict[tuple[str, CreditKind], Credit] = {}
    taken: list[Span] = []
    for wording in WORDINGS:
        for credit in _of_wording(text, body_begin, wording):
            key = (outlet_key(credit.outlet), credit.kind)
            if key not in found and not any(credit.span.overlap(span) for span in taken[:256]):
                found[key] = credit
                taken.append(credit.span)
    return tuple(sorted(found.values(), key=lambda c: (c.span, c.kind.value)))


def _of_wording(text: str, begin: int, wording: _Wording) -> Iterator[Credit]:
    for m in _matches(text, begin, wording):
        place = _outlet(text, m, wording)
        if place is not None:
            yield Credit(Span(min(m.start("name"), _start(m)), max(place.end, m.end())), place.of(text), wording.kind)


def _matches(text: str, begin: int, wording: _Wording) -> Iterator[re.Match[str]]:
    if wording.cue is None:
        yield from wording.pattern.finditer(text, begin)
        return
    for cue in wording.cue.finditer(text, begin):
        end = cue.end() + wording.ahead
        yield from wording.pattern.finditer(text, max(begin, cue.start() - wording.back), end)


def _start(m: re.Match[str]) -> int:
    """Where the credit begins: behind the sentence mark or white space that the pattern needs before it."""
    return m.start() + len(m[0]) - len(m[0].lstrip(' \t\n.!?”"'))


def _outlet(text: str, m: re.Match[str], wording: _Wording) -> Span | None:
    """Where the outlet's name stands, or ``None`` when what was found is none."""
    begin, end = m.span("name")
    name = text[begin:end].rstrip("’'")
    for tail in ("’s", "'s"):  # "The Post's Ann Hall"
        cut = name.find(tail + " ")
        name = name[:cut] if cut > 0 else name.removesuffix(tail)
    end = begin + len(name)
    sure = outlet_name(name)
    if sure < Name.MEDIUM and _called(text, m.start(), begin, end):
        sure = Name.KNOWN
    if sure < Name.KNOWN and _person(text, begin, end, sure):
        other = OF_OUTLET.match(text, end)
        if other and outlet_name(other["name"]) >= Name.MEDIUM:
            return Span(*other.span("name"))
        return None
    if wording.kind is CreditKind.TAG and not _tagged(name, sure):
        return None
    if wording.kind is CreditKind.REPORTING and sure is Name.OPEN and " " not in name:
        return None  # "Orlik reports that"
    return Span(begin, end) if sure >= wording.least and len(name) > 1 else None


def _tagged(name: str, sure: Name) -> bool:
    """Whether what stands in brackets can be an outlet: no state, party, or remark."""
    words = name.split()
    if sure >= Name.MEDIUM:
        return True
    return not (words[0].lower() in BRACKETS or PARTY.match(name) or len(words) > 4 or len(name) < 3)


def _called(text: str, start: int, begin: int, end: int) -> bool:
    before, behind = text[max(start, begin - 24) : begin], text[end : end + 64]
    return bool(CALLED.search(before) or CALLED.match(behind)) and not DOMAIN.match(text[begin:end])


def _person(text: str, begin: int, end: int, sure: Name) -> bool:
    """Whether the name is a person's: by its first word, a title, or a surname that speaks elsewhere."""
    words = text[begin:end].split()
    if sure is Name.NONE or TITLE.search(text, max(0, begin - 24), begin) or TITLE.match(words[0] + " "):
        return True
    if sure is not Name.OPEN:
        return False
    if len(words) == 1:
        return bool(re.search(rf"\b(?:Mr|Ms|Mrs|[A-Z][a-z]+)\.? {re.escape(words[0])}\b", text[:begin][-4000:]))
    return (
        len(words) in (2, 3)
        and words[0].lower() != "the"
        and bool(
            re.search(
                rf"(?:(?:Mr|Ms|Mrs|Dr|Gen)\.?|(?<!{re.escape(words[-2])})) {re.escape(words[-1])} (?:said|told)\b",
                text,
            )
        )
    )
