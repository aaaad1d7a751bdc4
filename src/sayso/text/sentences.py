"""Sentences of English news text, by rules, with exact spans.

A mark that may end a sentence (Palmer & Hearst 1997) is judged by the word before it (abbreviation,
initial, number) and by what follows. Where both readings are open, the sentence goes on only if the
next word is not one that typically opens a sentence.
"""

from __future__ import annotations

import re
from itertools import pairwise

from sayso.text.paragraphs import paragraphs
from sayso.types.reading import Sentence
from sayso.types.span import Span

# Possessive quantifiers keep this linear on a million full stops.
END = re.compile(r"[.!?…]++[”’\"')\]}»›*_]*+")
# Before a name or a number, written with a capital: never the end of a sentence.
TITLES = frozenset(
    """
    mr mrs ms messrs mmes dr prof rev fr hon st ste mt ft gen lt ltg ltgen maj col cpt capt cmdr cdr adm brig sgt
    cpl pvt spc pfc wo gov sen rep reps sens amb pres supt det insp asst assoc atty dep dir mgr no nos fig figs art
    sec para vol lt.-gen maj.-gen lt.gen maj.gen brig.-gen lt.-col
    """.split()
)
NEVER_LAST = frozenset("vs v viz cf eg ie e.g i.e p pp nos figs approx ca".split())
# May stand before a name or number, or end a sentence; the next word decides. The first need a capital.
MAY_END_NAME = frozenset(
    """
    inc corp co ltd llc plc bros cos jr sr esq ave blvd rd dept univ assn est jan feb mar apr jun jul aug sep sept
    oct nov dec mon tue tues wed thu thur thurs fri sat sun ariz ark calif colo conn del fla ga ill ind kan ky la
    mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo
    """.split()
)
MAY_END = frozenset("etc al ph.d m.d w.va r.i op min km kg lb lbs hr hrs".split())
# Words that open a sentence far more often than they follow an abbreviation within one.
OPENERS = frozenset(
    """
    a an the this that these those he she it they we i you his her its their our my there here in on at for from with
    by as to of after before since during under over among according but and or so yet nor if when while although
    though because unless until once what who why how where which some many most several both all no not one
    two three another other such each every however meanwhile instead still also then now later earlier nevertheless
    moreover despite asked speaking only even never
    """.split()
)
SAYING = (
    r"(?:said|says|say|asked|asks|added|adds|told|tells|wrote|writes|replied|cried|shouted|wondered|demanded|"
    r"exclaimed|responded|quipped|continued|insisted|tweeted|posted|yelled|joked|read|reads)"
)
# `"Are they ready?" General Adler asked` is one sentence: the name and a word of saying follow the quotation.
SAID_BY = re.compile(rf"\s*(?:[A-Z][\w’'.-]*\s+){{1,5}}{SAYING}\b")
WORD_BEFORE = re.compile(r"[^\s“”\"(\[{«»‘—–/]+$")
WORD_AFTER = re.compile(r"[\s“”\"'‘(\[{«»—–*_-]*([^\W\d_]+(?:[’'][^\W\d_]+)?)?(\.?)")
ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]$")
LOOK_BACK, LOOK_AHEAD = 24, 120


def sentences(text: str, within: tuple[Span, ...] | None = None) -> tuple[Sentence, ...]:
    """Sentences of ``text`` in order; they never cross a paragraph and hold all that is not white space.

    ``within`` are the paragraphs, found anew when not given. Spans are in code points, without outer
    white space. Takes linear time.
    """
    out: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs(text) if within is None else within):
        cuts = [paragraph.begin, *_ends(text, paragraph), paragraph.end]
        for begin, end in pairwise(cuts):
            piece = text[begin:end]
            begin += len(piece) - len(piece.lstrip())
            if piece.strip():
                out.append(Sentence(Span(begin, begin + len(piece.strip())), number))
    return tuple(out)


def _ends(text: str, paragraph: Span) -> list[int]:
    """Offsets inside ``paragraph`` behind which a new sentence begins."""
    return [
        m.end()
        for m in END.finditer(text, paragraph.begin, paragraph.end)
        if m.end() < paragraph.end and _is_end(text, paragraph, m)
    ]


def _is_end(text: str, paragraph: Span, mark: re.Match[str]) -> bool:
    after = text[mark.end() : min(paragraph.end, mark.end() + LOOK_AHEAD)]
    word = WORD_AFTER.match(after)
    following = (word[1] or "") if word else ""
    opener = following[:1].isupper() and following.lower() in OPENERS
    if not after[0].isspace():
        return _run_together(text, mark, after, opener)
    if following[:1].islower():
        return False
    closers = mark[0].lstrip(".!?…")
    if mark[0][0] in "!?" and closers.strip(")]}*_"):
        return not SAID_BY.match(after)
    if closers or mark[0] != ".":
        return not _only_number(text, paragraph, mark)
    before = WORD_BEFORE.search(text, max(paragraph.begin, mark.start() - LOOK_BACK), mark.start())
    if before is None:
        return True
    initial_next = len(following) == 1 and following != "I" and bool(word and word[2])
    return _word_ends(before[0], before.start() == paragraph.begin, opener and not initial_next, after)


def _word_ends(word: str, first: bool, opener: bool, after: str) -> bool:
    """Whether a sentence may end behind ``word`` and its full stop."""
    low, name = word.lower(), word[0].isupper()
    if low == "no":  # "No. 5" against "They said no."
        return not after.lstrip()[:1].isdigit()
    if low in NEVER_LAST or (name and low in TITLES):
        return False
    if first and (low.isdigit() or len(low) == 1):  # "1. The council", "a. The ministry": the number of an item
        return False
    if low in MAY_END or (name and (low in MAY_END_NAME or len(low) == 1)) or ACRONYM.match(low):
        return opener and after.lstrip()[0] not in "-–—"  # "NEWPORT, Va. - In a hall"
    return True


def _only_number(text: str, paragraph: Span, mark: re.Match[str]) -> bool:
    """True for "1.)" and "(a.)" at the head of a paragraph."""
    return (
        mark.start() - paragraph.begin <= 3
        and text[paragraph.begin : mark.start()].strip("(").isalnum()
        and (mark[0] in (".)", ".]"))
    )


def _run_together(text: str, mark: re.Match[str], after: str, opener: bool) -> bool:
    """True for a lost space, as in "the war.The ministry" and "left.“We know"."""
    lower_before = mark.start() > 0 and text[mark.start() - 1].islower()
    if after[0] in "“«":
        return lower_before or mark[0][0] in "!?"
    return opener and after[0].isupper() and lower_before and mark[0] in (".", "?", "!", ".”", "?”", "!”", '."')
