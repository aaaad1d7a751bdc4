"""Words by which a document shows that it has something at first hand: it saw it, or was told so itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from sayso.types.attribution import Attribution, VoiceKind
from sayso.types.span import Span


class Hand(StrEnum):
    """How the outlet of a document comes to what it prints."""

    SAW = "saw"  # its reporter was there, it checked a picture
    READ = "read"  # "seen by this newspaper": a document, a recording
    TOLD = "told"  # "told this newspaper", "in an interview with this agency"
    STOOD = "stood"  # its reporter was there: what is told behind these words was seen
    THEIRS = "theirs"  # another outlet whose own reporter was there: "its correspondent saw"


@dataclass(frozen=True, slots=True)
class Shown:
    """Words that show it."""

    hand: Hand
    span: Span


SHORT = 4  # letters of the first word of an outlet's name, where that alone may mean it
_REPORTER = r"(?:correspondents?|reporters?|journalists?|photographers?|camera crews?|crews?|stringers?)"
_THIS = (
    r"this (?:newspaper|paper|agency|news agency|news site|site|website|outlet|broadcaster|channel|station|magazine"
    r"|programme|publication|correspondent|reporter)"
)
_SAW = (
    r"(?:saw|seen|counted|watched|heard|witnessed|visited|filmed|photographed|found|travelled|verified|spoke"
    r"|(?:was|were) (?:there|present|on the spot|at the scene)|(?:at|on) the (?:scene|spot))"
)
_CHECKED = (
    r"(?:seen|saw|verified|geolocated|counted|reviewed|examined|analysed|analyzed|viewed|inspected|watched|heard"
    r"|witnessed|visited)"
)
_NEGATED = re.compile(r"\b(?:not|never|cannot|unable|yet to|nor|without|no)\b|n['’]t\b", re.I)
_LOOKED_BACK = 30  # characters before such words in which a negation stands


def _core(publisher: str | None) -> str | None:
    """The words of an outlet's name without "The", ``None`` where they are too few to tell it from a word."""
    bare = re.sub(r"^\s*the\s+", "", publisher or "", flags=re.I).strip()
    return bare if len(bare) > 2 else None


_NAME = "\ue000"  # stands for each character of the name of the document's own outlet (private use area)
_PAPER = rf"(?:{_THIS}|(?:the )?{_NAME}+)"
_REPORTERS_OF = rf"(?:(?:an?|the|two|three|four|our) )?(?:\w+ )?{_REPORTER} (?:of|for|from|with|at) {_PAPER}"


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words.replace(" ", r"\s+"), re.I | re.S)


# The document's own outlet, or its reporters ("our correspondent").
_OWN = _pattern(
    rf"\b(?P<ours>our (?:own )?(?:\w+ ){{0,2}}?{_REPORTER})\b"
    rf"|{_PAPER}(?P<theirs>['’]s? (?:own )?(?:\w+ ){{0,2}}?{_REPORTER}\b| (?:own )?{_REPORTER}\b)?"
)
_WHOLE = _pattern(
    rf"(?:the |an? )?(?:(?:our|{_PAPER}['’]s?|{_PAPER}) (?:own )?(?:\w+ ){{0,2}}?{_REPORTER}|{_REPORTERS_OF}"
    rf"|{_PAPER})"
    r"(?:\s+(?:in|at|on|near|there|who)\b.*)?\s*"
)
_OF = _pattern(rf"\b(?:(?:an?|the|two|three|four|our) )?(?:\w+ )?{_REPORTER} (?:of|for|from|with|at) $")
# Between such words and the name of the outlet: "seen by two reporters of".
_AND_OF = rf"(?:(?:an?|the|two|three) )?(?:{_REPORTER} (?:of|for|from|with|at) )?"
_READ = _pattern(rf"\b(?:{_CHECKED}|obtained) (?:and \w+ )?(?:independently )?by {_AND_OF}$")
_TOLD = _pattern(
    r"\b(?:told|tells|interview (?:with|for|given to|to)|speaking to|spoke (?:to|with)|(?:interviewed|contacted"
    r"|reached) by)"
    rf" {_AND_OF}$"
)
_SEEING = _pattern(rf"[^.;:“”\"]{{0,60}}?\b{_SAW}\b")
_CHECKING = _pattern(rf" (?:has |have )?(?:also |independently |itself )?{_CHECKED}\b")
_ELSEWHERE = _pattern(rf"\b(?:its|their|whose) (?:own )?(?:\w+ )?{_REPORTER}\b[^.;:“”\"]{{0,60}}?\b{_SAW}\b")
# The document speaks of itself. In quotation marks it would be somebody else: whoever asks leaves quotations out.
_FIRST_PERSON = re.compile(
    rf"\b(?:I|[Ww]e)(?:\s+(?:have|had|ourselves|myself|also))?\s+(?:saw|{_CHECKED}|compared|measured|photographed|filmed)\b"
)
# Who was there, and what the outlet itself concludes from what it looked at.
_THERE = re.compile(
    r"\b[Tt]his\s+(?:reporter|correspondent|photographer),?\s+(?:who\s+)?(?:stood|was|sat|watched|saw|waited|rode)\b"
    r"|\b[Ww]ith\s+this\s+(?:reporter|correspondent)\b"
    r"|\b(?:[Oo]ur\s+verdict|[Ii]n\s+our\s+(?:judge?ment|assessment|analysis|estimate)"
    r"|[Oo]ur\s+(?:own\s+)?(?:analysis|examination|measurements?|check)\s+(?:shows?|showed|found|finds))\b"
)
# "Our reporter stood at the gate. The buses came at noon": what is told behind such words was seen, or looked at.
_STOOD_THERE = (
    r"(?:stood|sat|walked|waited|stayed|drove|rode|went\s+(?:through|along|into|there|round|to\s+the)|looked\s+on|could\s+see"
    r"|was\s+(?:standing|sitting|there|on\s+board))"
)
_STANDING = re.compile(
    rf"\b(?:[Oo]ur\s+(?:own\s+)?(?:\w+\s+)?{_REPORTER}|[Tt]his\s+(?:reporter|correspondent|photographer|newspaper|paper|agency))"
    rf",?\s+(?:who\s+)?{_STOOD_THERE}\b|\bI\s+(?:stood|walked\s+(?:in|through|along))\b"
    r"|\b[Ww]e\s+(?:went\s+through|looked\s+at|examined|compared)\s+(?:the|all|every)\b[^.;“”\"]{0,60}?\s(?:frames?|seconds|pictures|photos?"
    r"|photographs|footage|images|recordings?|videos?|film)\b"
)
_NAMED = re.compile(rf"\b[Oo]ur\s+(?:own\s+)?(?:\w+\s+)?{_REPORTER}s?,?\s+((?:[A-Z][\w’'-]+\s?){{1,3}})")
_ANCHOR = re.compile(
    rf"\bthis\s|{_NAME}|{_REPORTER}\b|\bwe\s|\bI\s|\bour\s", re.I
)  # most texts hold nothing else of such phrases
_REACH = 60  # characters before the name of the outlet in which a phrase begins


def _masked(text: str, publisher: str | None) -> str:
    """The text, as long as before, with the outlet's name made unreadable but for its length."""
    core = _core(publisher)
    first = core.split()[0] if core else ""
    if core is None or first.lower() not in text.lower():
        return text
    whole = re.sub(rf"\b{re.escape(core)}\b", lambda found: _NAME * len(found[0]), text, flags=re.I)
    if len(first) < SHORT or not first[0].isupper():
        return whole
    short = (
        rf"\b{re.escape(first)}(?=(?:['’]s?)?\s+(?:own\s+)?{_REPORTER}\b)"  # "a Harbour reporter", of the Harbour Post
    )
    return re.sub(short, lambda found: _NAME * len(found[0]), whole)


def first_hand(text: str, publisher: str | None) -> tuple[Shown, ...]:
    """All words in ``text`` by which it shows that it has something at first hand, in reading order.

    ``publisher`` is the outlet of the document, whose name then means the document itself; ``None`` where unknown.
    What is negated ("could not be verified by this agency") is none. Takes time linear in the text. Raises nothing.
    """
    masked = _masked(text, publisher)
    if not _ANCHOR.search(masked):
        return ()
    out = [found for m in _OWN.finditer(masked) if (found := _shown(masked, m)) is not None]
    out += [Shown(Hand.SAW, Span(*m.span())) for m in _FIRST_PERSON.finditer(masked)]
    out += [Shown(Hand.SAW, Span(*m.span())) for m in _THERE.finditer(masked)]
    stood = [Span(*m.span()) for m in _STANDING.finditer(masked)]
    out += [Shown(Hand.STOOD, s) for s in stood if not any(s.overlap(other.span) for other in out)]
    out += [Shown(Hand.THEIRS, Span(*m.span())) for m in _ELSEWHERE.finditer(masked)]
    return tuple(sorted((s for s in out if not _negated(text, s.span)), key=lambda s: s.span))


def own_reporters(text: str) -> frozenset[str]:
    """Names that a text gives its own reporters ("our reporter Lina Sorvay")."""
    return frozenset(" ".join(found[1].split()) for found in _NAMED.finditer(text))


def _shown(text: str, found: re.Match[str]) -> Shown | None:
    """What the words around the outlet's own name say of where it has something from."""
    start = max(0, found.start() - _REACH)
    before, end = text[start : found.start()], found.end()
    told, read = _TOLD.search(before), _READ.search(before)
    if told is not None:
        return Shown(Hand.TOLD, Span(start + told.start(), end))
    if read is not None:
        return Shown(Hand.READ, Span(start + read.start(), end))
    of = _OF.search(before)
    there = of is not None or found["ours"] is not None or found["theirs"] is not None
    saw = (_SEEING if there else _CHECKING).match(text, end)
    begin = start + of.start() if of is not None else found.start()
    return None if saw is None else Shown(Hand.SAW, Span(begin, saw.end()))


def _negated(text: str, span: Span) -> bool:
    before = re.split(r"[.;:!?“”]", text[max(0, span.begin - _LOOKED_BACK) : span.begin])[-1]
    return bool(_NEGATED.search(before) or _NEGATED.search(span.of(text)))


_OUR_HOUSE = re.compile(r"our\s+(?:own\s+)?(?:editors?|editorial\s+(?:board|office|staff)|newsroom)", re.I)


@lru_cache(maxsize=8192)
def own(words: str, publisher: str | None) -> bool:
    """Whether these words for a source mean the document's own outlet or its reporter."""
    if words.strip().lower() in ("we", "our", "us") or _OUR_HOUSE.fullmatch(words.strip()):
        return True
    return bool(_ANCHOR.search(masked := _masked(words, publisher))) and bool(_WHOLE.fullmatch(masked))


def reports_from(text: str, by: Attribution) -> bool:
    """Whether a person speaks as outlets have their reporters speak: "Lina Sorvay reports from the roof"."""
    if by.voice.kind is not VoiceKind.PERSON or not by.cue:
        return False
    cue = by.cue[-1]
    return cue.of(text).split()[:1] in (["reports"], ["reporting"]) and " from " in text[cue.begin : cue.end + 6]


_LOOKED = re.compile(rf"\b{_SAW}\b|\b{_CHECKED}\b|\breport(?:s|ed|ing)? from\b", re.I)
_REPORTERS = re.compile(rf"\b{_REPORTER}\b", re.I)


def reporter(words: str) -> bool:
    """Whether these words name a reporter."""
    return bool(_REPORTERS.search(words))


def looked(words: str) -> bool:
    """Whether these words of saying are words of seeing for oneself, and are not negated."""
    return bool(_LOOKED.search(words)) and not _NEGATED.search(words)
