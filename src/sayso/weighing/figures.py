"""Numbers of claims with what they count ("a column of 33 vehicles"), and how sure a claim sounds, to be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sayso.types.event import Certainty, Reality
from sayso.types.span import Span
from sayso.types.timeline import Words
from sayso.types.weighing import Assertion
from sayso.weighing.quantities import quantities

Known = Mapping[tuple[str, Span], str]  # words of documents, by document and span

RANKS: Final = {Certainty.LOW: 0, Certainty.MIDDLE: 2, Certainty.HIGH: 4}
SURE: Final = {Certainty.LOW: "not sure", Certainty.MIDDLE: "fairly sure", Certainty.HIGH: "sure"}
# Words before a number that belong to it.
_BEFORE = re.compile(
    r"(?:\b(?:an?|the)\s+(?:[a-z-]+\s+)?[a-z]+\s+of\s+|\b(?:about|around|at\s+least|at\s+most|up\s+to|more\s+than"
    r"|fewer\s+than|less\s+than|nearly|almost|over|some|only|under|roughly|approximately)\s+){1,2}$",
    re.I,
)
_WORD = re.compile(r"(\s+|-(?=[A-Za-z]))([A-Za-z][\w'’-]*)")
_OF = re.compile(r"\s+of(?=\s+[a-z])(?:\s+(?:the|its|their|his|her|our)\b)?")  # "hundreds of", "two of the"
# With these, what is counted has ended.
_STOPS: Final = frozenset(
    "a an the of in on at to from by with for and or but nor as than is are was were be been being has have had do did"
    " will would can could may might must who whom whose which that this these those its their his her our my it they"
    " he she we i you not no near into over across after before when while during against under per also still yet"
    " there here where so if then more most other others between along behind around through since until toward"
    " towards left went came took got said told each".split()
)
_MANY: Final = frozenset("people men women children personnel police troops cattle crew aircraft wounded dead".split())
# What is counted is no other thing with one of these.
_ANYBODY: Final = frozenset("people men person human individual".split())
_NO_PLURAL = re.compile(r"(?:ss|us|is)$|^(?:his|hers|yes)$")
_LONGEST = 4  # words from a number to what it counts


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a claim: its value (as of ``Quantity``), what it counts ("" where unknown), and its words."""

    value: str
    thing: str
    words: Words


def figures(assertion: Assertion, known: Known) -> tuple[Figure, ...]:
    """The numbers of an assertion, in reading order.

    ``known`` are words of documents; where those of the assertion are not among them there are none. Raises nothing.
    """
    if not assertion.numbers:
        return ()
    text = known.get((assertion.document, assertion.span), "")
    return tuple(_figures(assertion, text))


def _figures(assertion: Assertion, text: str) -> Iterator[Figure]:
    if not text:
        return
    for found in quantities(text, Span(0, len(text))):
        if found.value not in assertion.numbers:
            continue
        end, thing = _thing(text, found.span.end)
        before = _BEFORE.search(text[: found.span.begin])
        begin = before.start() if before else found.span.begin
        place = Span(assertion.span.begin + begin, assertion.span.begin + end)
        yield Figure(found.value, thing, Words(assertion.document, place, text[begin:end]))


def _thing(text: str, at: int) -> tuple[int, str]:
    """Where the words end that say what is counted, and its stem."""
    of = _OF.match(text, at)
    end, thing, place = at, "", of.end() if of else at
    for _ in range(_LONGEST):
        word = _WORD.match(text, place)
        if word is None or word[2].casefold() in _STOPS:
            break
        place = word.end()
        low = word[2].casefold()
        if low in _MANY or word[1] == "-" or (low.endswith("s") and not _NO_PLURAL.search(low)):
            end, thing = place, low if low in _MANY else low.removesuffix("s")
    return end, thing


def alike(one: Figure, other: Figure) -> bool:
    """Whether two numbers count the same, as far as is known."""
    vague = ("", *_ANYBODY)
    return one.thing in vague or other.thing in vague or one.thing == other.thing


def compared(figure: Figure, others: Iterable[Figure]) -> Figure | None:
    """The one of ``others`` that a number may have changed from or to: of the same things, else the only one."""
    rest = list(others)
    same = [other for other in rest if figure.thing and other.thing == figure.thing]
    vague = [other for other in rest if alike(figure, other)]
    found = same or vague or (rest if len(rest) == 1 else [])
    return next((other for other in found if other.value == figure.value), found[-1] if found else None)


def firmness(assertion: Assertion) -> int:
    """How sure an assertion sounds, in [0, 4]: by its certainty, and less where it is told as hearsay."""
    rank = RANKS[assertion.certainty]
    return max(rank - 1, 0) if _hearsay(assertion) else rank


def sureness(assertion: Assertion) -> str:
    """The same in plain words: ``sure``, ``fairly sure, as hearsay``."""
    return SURE[assertion.certainty] + (", as hearsay" if _hearsay(assertion) else "")


def _hearsay(assertion: Assertion) -> bool:
    return assertion.status is not None and assertion.status.reality is Reality.REPORTED
