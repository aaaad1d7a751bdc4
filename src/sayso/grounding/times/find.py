"""Finds time expressions by patterns, with the extents that TimeML's guidelines give them (TIMEX3, version 1.2.1):
without the preposition before, with what modifies the date itself ("early this week", "more than four decades ago")."""

from __future__ import annotations

import re

from sayso.grounding.times.words import NUMBERED, NUMBERS, ORDINALS
from sayso.types.span import Span

W = r"\s+"
_MONTHS = "January February March April May June July August September October November December"
_SHORT = r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"


def _either(words: str) -> str:
    return "|".join((*words.split(), *words.upper().split()))


def _cased(words: object) -> str:
    listed = sorted(words, key=lambda w: (-len(w), w))  # type: ignore[call-overload]
    return "|".join([*listed, *(w.capitalize() for w in listed)])


MONTH = rf"(?:(?:{_either(_MONTHS)})\b|(?:{_SHORT})\b\.?)"
DAY = r"(?:[0-3]?\d)(?:st|nd|rd|th)?"
YEAR = r"(?:1\d\d\d|20\d\d)(?![\d%]|[.,]\d|-\d{4})"
WEEKDAY = rf"(?:{_either(_DAYS)})\b"
SHORT_DAY = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
_SMALL = _cased(w for w in NUMBERS if w != "zero")
_NUMBER = (
    rf"(?:\d+(?:[.,]\d+)*(?:{W}1/2|½)?|(?:[Aa]{W}|[Oo]ne{W})?(?:[Hh]undred|[Tt]housand)|(?:{_SMALL})(?:-"
    rf"(?:{_SMALL}))?(?:{W}and{W}a{W}half)?)"
)
_VAGUE = rf"(?:[Aa]{W})?(?:[Cc]ouple(?:{W}of)?|[Ff]ew|[Nn]umber{W}of)|[Ss]everal|[Mm]any|[Dd]ozens{W}of"
_COUNT = rf"(?:{_VAGUE}|{_NUMBER}|[Aa]n?(?:{W}(?:full|whole))?|[Hh]alf{W}an?)"
_ORDINAL = (
    rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{_cased(ORDINALS)}|(?:[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty)-(?:{_cased(ORDINALS)}))"
)
_UNITS = r"(?:seconds|minutes|hours|days|nights|weekends|weeks|fortnights|months|quarters|years|decades|centuries)"
_UNIT = r"(?:second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|century)"
_ANY_UNIT = rf"(?:{_UNITS}|{_UNIT}|hrs?|mins?)\b"
_QUALITY = (
    rf"(?:[Mm]ore{W}than|[Ll]ess{W}than|[Aa]t{W}least|[Aa]lmost|[Nn]early|[Jj]ust{W}under|[Jj]ust{W}over"
    rf"|[Oo]ver|[Cc]lose{W}to|[Uu]nder|[Aa]s{W}much{W}as)"
)
_PARTS = r"(?:morning|afternoon|evening|night)\b"
_PART = rf"(?:{W}(?:{_PARTS}))?"
_EARLY = r"(?:(?:[Ee]arly|[Ll]ate|[Mm]id|[Ee]arlier|[Ll]ater)(?:-|\s+))?"
_MOD = (
    rf"(?:(?:[Ee]arly|[Ll]ate|[Mm]id|(?:[Tt]he{W})?(?:[Bb]eginning|[Ee]nd|[Ss]tart|[Mm]iddle"
    rf"|[Ee]arly{W}part|[Ll]atter{W}part){W}of)(?:-|\s+))?"
)
_THIS = (
    rf"(?:[Tt]his(?:{W}(?:past|coming|same))?|(?:[Tt]he{W})?(?:[Ll]ast|[Nn]ext|[Pp]ast|[Pp]revious"
    rf"|[Ff]ollowing|[Cc]oming|[Cc]urrent|[Ss]ame|[Pp]receding|[Uu]pcoming)|[Tt]hat(?:{W}(?:same|very))?)"
)
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\b"
_ZONE = (
    r"(?:GMT|UTC|Z|[ECMP][SD]?T|CES?T|EES?T|BST|MSK|IST|JST|local\s+time|[A-Z][a-z]+\s+(?:standard\s+"
    r"|daylight\s+|summer\s+)?time)\b"
)
_AMPM = r"(?:[ap]\.\s?m\.?|[ap]m\b|[AP]\.M\.|[AP]M\b)"
_CLOCK = (
    rf"(?:\d{{1,2}}(?::\s?[0-5]\d){{0,2}}\s?{_AMPM}|(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?(?=\s*{_ZONE}"
    r"|\s*hours)|(?:[01]?\d|2[0-3]):\s?[0-5]\d(?::[0-5]\d)?(?![\d:]|-\d)"
    rf"|[0-2]\d[0-5]\d(?=Z\b|\s+(?:hours\b|hrs\b|{_ZONE}))|\d{{1,2}}\.[0-5]\d\s?{_AMPM})"
)
_ON_DAY = (
    rf"(?:,?{W}(?:on{W})?(?:(?:[Ll]ast{W})?{WEEKDAY}{_PART}|today|yesterday|tomorrow|(?:on{W})"
    rf"(?:{DAY}{W}{MONTH}|{MONTH}{W}{DAY})(?:,?{W}{YEAR})?))?"
)
_HOURS = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
_HOLIDAY = (
    rf"(?:Thanksgiving(?:{W}Day)?|Christmas(?:{W}(?:Day|Eve))?|New{W}Year(?:['’]s)?(?:{W}(?:Day|Eve))"
    rf"|Easter(?:{W}(?:Sunday|Monday|week))?|Good{W}Friday"
    rf"|Election{W}Day|Memorial{W}Day|Labor{W}Day|Independence{W}Day|Veterans{W}Day|Victory{W}Day|Halloween"
    rf"|Fourth{W}of{W}July)"
)
_BEHIND = (
    rf"(?:{W}(?:ago|later|earlier|from{W}now|hence|back(?=[\s,.;])|before|after|into|in(?=,)|prior{W}to|afterwards?))"
)
_EVENT_TAIL = rf"(?={W}(?:of|in|into)\b)"

ALTERNATIVES = (
    # clock times first: they may go on with a day
    rf"{_CLOCK}(?:{W}?\(?(?:{_ZONE}|hours\b))?(?:{W}in{W}the{W}(?:morning|afternoon|evening)|{W}at{W}night)?{_ON_DAY}",
    (
        r"(?:(?<=\bat\s)|(?<=\bby\s)|(?<=before\s)|(?<=until\s)|(?<=since\s)|(?<=from\s))[0-2]\d[0-5]\d"
        rf"(?={W}on{W}(?:{WEEKDAY}|{DAY}{W}{MONTH}|{MONTH}{W}{DAY}))"
    ),
    (
        rf"(?:[Hh]alf|(?:[Aa]{W})?[Qq]uarter|[Tt]en|[Ff]ive|[Tt]wenty){W}(?:past|to){W}{_HOURS}\b"
        rf"(?:{W}in{W}the{W}{_PARTS})?"
    ),
    (
        rf"\b{_HOURS}{W}o['’]clock(?:{W}in{W}the{W}{_PARTS})?{_ON_DAY}|\d{{1,2}}{W}in{W}the{W}(?:morning"
        r"|afternoon|evening)\b"
    ),
    rf"(?:high{W})?(?:[Nn]oon|[Mm]idnight|[Mm]idday)\b{_ON_DAY}",
    # ranges of days, full dates
    rf"{DAY}\s?[-–—]\s?{DAY}{W}{MONTH}(?:,?{W}{YEAR})?",
    rf"{MONTH}{W}{DAY}\s?[-–—]\s?{DAY}\b(?:,?{W}{YEAR})?",
    rf"(?:(?:{WEEKDAY}|{SHORT_DAY}),?{W})?(?:the{W})?\b{DAY}(?:{W}of)?[\s-]+{MONTH}(?:,?[\s-]+{YEAR})?",
    (
        rf"(?:(?:{WEEKDAY}|{SHORT_DAY}),?{W})?{MONTH}{W}{DAY}(?![\d%]|:\d|,\d{{3}}|\s*(?:percent|people))\b"
        rf"(?:,?{W}{YEAR})?"
    ),
    r"\b(?:19|20)\d\d-[01]\d-[0-3]\d\b|\b[0-3]?\d\s?/\s?[0-3]?\d\s?/\s?(?:19|20)?\d\d\b(?!/)",
    rf"the{W}(?:week|weekend){W}of{W}(?:{MONTH}{W}{DAY}|{DAY}{W}{MONTH})",
    (
        rf"(?:[Tt]he{W})?(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast){W}(?:half|week|weekend|day"
        rf"|{WEEKDAY}){W}(?:of|in){W}{MONTH}(?:,?{W}{YEAR})?"
    ),
    rf"{_MOD}{MONTH}(?:{W}of|,)?{W}{YEAR}",
    rf"{_EARLY}{_THIS}{W}{MONTH}(?:{W}{DAY}\b)?",
    rf"{_MOD}{MONTH}(?:{W}(?:this|last|next){W}year\b)?",
    # days counted from the document's
    (
        rf"(?:{_EARLY}(?:{_THIS}{W})?|[Tt]he{W}day{W}before{W}[Ll]ast{W}){WEEKDAY}{_PART}(?:{W}(?:of{W})?"
        rf"(?:this|last|next){W}week\b)?"
    ),
    (
        rf"(?:{_EARLY})(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)\b{_PART}|[Tt]he{W}day{W}"
        rf"(?:before{W}yesterday|after{W}tomorrow)"
    ),
    rf"(?:[Ll]ast|[Tt]hat){W}(?:night|evening)\b|{_EARLY}[Tt]his{W}{_PARTS}|\b[Oo]vernight\b",
    rf"(?:in{W})?the{W}(?:early|small|wee){W}hours(?:{W}of{W}(?:{WEEKDAY}{_PART}|the{W}morning))?",
    # units
    (
        rf"(?:[Tt]he{W})?(?:{_ORDINAL}){W}(?:full{W})?(?:day|night|week|month|year|anniversary){_EVENT_TAIL}"
        rf"|\b[Dd]ay{W}(?:\d{{1,4}}|{_SMALL})\b{_EVENT_TAIL}"
    ),
    (
        rf"{_EARLY}{_THIS}{W}(?:week|weekend|month|quarter|year|decade|century|season|day|night|morning"
        rf"|afternoon|evening)\b(?![’']s?{W}old)"
    ),
    (
        rf"(?:(?:[Tt]he|[Tt]his|[Tt]hese|[Tt]hose){W})?(?:[Pp]ast|[Ll]ast|[Nn]ext|[Cc]oming|[Pp]revious"
        rf"|[Rr]ecent|[Ff]ollowing|[Pp]receding){W}(?:(?:{_COUNT}){W})?{_ANY_UNIT}"
    ),
    (
        rf"(?:{_QUALITY}{W})?\b{_COUNT}(?:{W}|-)(?:(?:more|full|straight|long|consecutive){W})?{_ANY_UNIT}"
        rf"(?!-old|{W}old\b|{W}of{W}age)(?:-long\b)?(?:{W}and{W}a{W}half)?{_BEHIND}?"
    ),
    rf"(?:[Tt]he{W})(?:day|night|morning|week|month|year){W}(?:before|after|following|prior{W}to)\b",
    rf"\b[Oo]n{W}the{W}eve{W}of\b|[Tt]he{W}eve{W}of\b",
    (
        rf"(?<=[Ff]or\s)(?:many{W})?{_UNITS}\b|\b(?:[Ss]econds|[Mm]inutes|[Hh]ours|[Dd]ays|[Ww]eeks|[Mm]onths"
        rf"|[Yy]ears|[Dd]ecades)(?:-long\b|-old\b|{W}(?:later|earlier|ago|before|after|into)\b)"
    ),
    r"\b(?:hour|day|week|month|year|decade)s?-long\b",
    (
        rf"(?:[Tt]he{W})?weekend\b|(?:[Tt]he{W})?(?:end|beginning|start|middle){W}of{W}the{W}(?:year|month|week"
        r"|decade|century)\b|\byear[- ]end\b"
    ),
    # years and longer
    (
        rf"{_MOD}(?:the{W})?(?:\b1[5-9]\d0|\b20[0-9]0)['’]?s\b|{_MOD}(?:the{W})?['’][2-9]0s\b|\b(?:the{W})"
        r"(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b"
    ),
    rf"{_MOD}(?:[Tt]he{W})?(?:{_ORDINAL}|\d\d?th)[\s-]+[Cc]entury\b",
    (
        rf"{_EARLY}{_THIS}{W}{_SEASON}|{_MOD}(?:[Tt]he{W})?{_SEASON}(?:{W}of|,)?{W}{YEAR}(?:-\d\d\b)?|(?<=in\s)"
        rf"the{W}{_SEASON}"
    ),
    (
        rf"(?:[Tt]he{W})?(?:first|second|third|fourth){W}(?:quarter|half)\b(?:{W}(?:of{W})?{YEAR})?|\bQ[1-4]\b"
        rf"(?:{W}(?:of{W})?{YEAR})?"
    ),
    rf"\b(?:[Ff]iscal|[Ff]inancial)(?:{W}year)?{W}{YEAR}",
    rf"(?:(?:[Ll]ast|[Tt]his|[Nn]ext){W})?{_HOLIDAY}\b(?:,?{W}{YEAR})?",
    # repeated and indefinite
    (
        rf"\b(?:[Ee]very|[Ee]ach)(?:{W}(?:other|few|{_NUMBER}))?{W}(?:{_ANY_UNIT}|{WEEKDAY}|{_PARTS})|\b"
        r"(?:[Dd]aily|[Ww]eekly|[Mm]onthly|[Yy]early|[Aa]nnually|[Nn]ightly|[Hh]ourly)\b"
    ),
    rf"\b(?:{_DAYS.replace(' ', 's|')}s)\b",
    (
        rf"\bnow\b(?! that\b)|\b[Cc]urrently\b|\b[Ll]ately\b|\b(?:[Tt]he{W})?(?:near{W}|foreseeable{W})?future\b"
        rf"|\b[Nn]owadays\b|\bat{W}present\b"
    ),
    rf"(?:{_MOD}|post-|pre-)\b(?:[12]\d{{3}}[-–](?:\d{{4}}|\d\d)(?![\d-])|{YEAR})",
)
PATTERN = re.compile(r"(?<![\w$€£#.-])(?:" + "|".join(f"(?:{a})" for a in ALTERNATIVES) + r")(?!\w)")
# Words with a capital that are months and days only in the company of a number or preposition.
_DOUBTFUL = re.compile(r"May|March|Mar\.?|Sun\.?|Sat\.?|Wed\.?|Dec\.?|Sep\.?|MAY|MARCH|Jan|Jun|Apr|Mon|Fri|Tue|Thu")
_DATE_PREPOSITION = re.compile(
    (
        r"\b(?:in|of|since|until|till|by|from|to|between|and|for|late|early|mid|during|through|before|after"
        r"|last|next|this|until|on|or|,|\()[\s-]*$"
    ),
    re.I,
)
_BARE_YEAR = re.compile(r"(?:post-|pre-)?\d{4}")
_NOT_YEAR_AFTER = re.compile(
    (
        r"\s*(?:%|percent|per cent|people|men|women|troops|soldiers|dollars|euros|miles|km|kilometers"
        r"|kilometres|meters|metres|feet|points|tons|tonnes|pounds|votes|yards|acres|times|others|more|of "
        r"(?:them|the)|members|workers|jobs|homes|refugees|square|-?(?:foot|mile|meter|metre|pound|seat|page"
        r"|strong|kilometer|kilometre)|\d|/\d)"
    ),
)
_NOT_YEAR_BEFORE = re.compile(
    r"(?:[$€£]|\b(?:about|some|than|nearly|number|over|at"
    r"|least|most|US|Rs)\.?)\s*$"
)
_MORE_DAYS = re.compile(
    r"\s+(?:and|or|to|until|through)\s+(\d{1,2})(?:st|nd|rd|th)?\b(?!\s*[A-Za-z%]|[.:,]\d|/)|\s+(?:and|or)"
    r"\s+(\d{1,2})(?:st|nd|rd|th)?(?=\s+(?:in|at|of|to|for|by)\b)"
)
_DAYS_BEFORE = re.compile(
    r"\b(?:between|from|on|and)\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+(?:and|or|to|until|through)\s+$"
)
_ENDS_IN_DAY = re.compile(rf".*\b{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?", re.S)
_BEGINS_WITH_DAY = re.compile(rf"\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{MONTH}")
_AGE_OR_NOUN = re.compile(r"\s*-?(?:old\b|old-)")


def find(text: str) -> tuple[Span, ...]:
    """The time expressions of ``text`` in order; none overlap. Takes linear time.

    Made for English news. A number, a month or a weekday that may be something else ("May said", "1990 men") is left
    out unless the words around it speak for a time.
    """
    out: list[Span] = []
    for match in PATTERN.finditer(text):
        begin, end = match.span()
        words = match[0]
        begin += len(words) - len(words.lstrip())
        if "\n\n" in words.strip():
            continue
        if _speaks(text, begin, end):
            out += _row(text, Span(begin, end))
    return tuple(out)


def _row(text: str, span: Span) -> list[Span]:
    """A date with the bare days beside it: "April 24 and 25", "between 3 and 9 May"."""
    words = span.of(text)
    if _ENDS_IN_DAY.fullmatch(words) and (more := _MORE_DAYS.match(text, span.end)):
        group = 1 if more[1] else 2
        return [span, Span(more.start(group), more.end(group))]
    if _BEGINS_WITH_DAY.match(words):
        window = max(0, span.begin - 32)
        before = _DAYS_BEFORE.search(text[window : span.begin])
        if before:
            return [Span(window + before.start(1), window + before.end(1)), span]
    return [span]


def _speaks(text: str, begin: int, end: int) -> bool:
    """Whether doubtful words are a time where they stand."""
    words = text[begin:end]
    before, after = text[max(0, begin - 16) : begin], text[end : end + 24]
    if _BARE_YEAR.fullmatch(words) and (words[0] == "0" or before.endswith("at ")):
        return True
    if _BARE_YEAR.fullmatch(words):
        if _NOT_YEAR_AFTER.match(after) or _NOT_YEAR_BEFORE.search(before) or NUMBERED.search(before):
            return False
        return words[-4:] >= "1900" or bool(_DATE_PREPOSITION.search(before)) or after[:1] in ")–-"
    if words.split()[-1] in ("Jan", "Dec", "Mar", "Jun", "Mon"):
        return bool(re.match(r"\s+\d", after))
    if words.lower() == "noon" and text[max(0, begin - 5) : begin] == "High ":
        return False
    if _DOUBTFUL.fullmatch(words):
        return bool(_DATE_PREPOSITION.search(before)) and not re.match(
            r"['’]s\b|\s+(?:said|told|will|is|was|has)\b", after
        )
    return not (_AGE_OR_NOUN.match(after) or words.lower() in ("a second", "a weekend", "second quarter"))
