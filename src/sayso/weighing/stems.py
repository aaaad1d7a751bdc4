"""Words as they can be compared: stems of words of content, with what only tells who said so left out.

Stems are those of the English Snowball stemmer (Porter2, Porter 2001), whose code is generated from the published
algorithm. Strong verbs of news on conflict are brought to their base first ("sent", "shot"), which no stemmer does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from threading import Lock

from snowballstemmer.english_stemmer import EnglishStemmer

from sayso.types.span import Span

_WORD = re.compile(r"\b\d+(?:st|nd|rd|th)\b|(?<!\d)[^\W\d_]+(?:['’.-](?=[^\W_])[^\W_]+)*")
_FUNCTION = frozenset(
    """a about above after again against ago all almost along already also although always am amid among an and another
    any anybody anyone anything are aren't around as at away back be because been before behind being below beside
    besides between beyond both but by can can't cannot could couldn't despite did didn't do does doesn't doing done
    don't down during each either else enough even ever every everybody everyone everything far few for from further
    had hadn't has hasn't have haven't having he he'd he'll he's her here hers herself him himself his how however i
    i'd i'll i'm i've if in inside instead into is isn't it it's its itself just last least less let like many may
    maybe me might mine more most much must my myself near nearly neither never next no nobody none nor not nothing now
    of off often on once one only onto or other others ought our ours ourselves out outside over own per perhaps quite
    rather same shall she she'd she's should shouldn't since so some somebody someone something soon still such than
    that that's the their theirs them themselves then there there's these they they'd they'll they're they've this
    those though through throughout thus till to together too toward towards under until unto up upon us very via was
    wasn't we we'd we'll we're we've were weren't what whatever when where whether which while who whom whose why will
    with within without won't would wouldn't yes yet you you'd you'll you're you've your yours mr mrs ms dr""".split()
)
# Words of saying, doubting and denying: they tell what a voice does with a claim, which the side of an assertion says.
_SAYING = frozenset(
    """say says said saying tell tells told telling claim claims claimed claiming report reports reported reporting
    reportedly allege alleges alleged alleging allegedly allegation allegations according deny denies denied denying
    denial confirm confirms confirmed confirming confirmation unconfirmed verify verified unverified corroborated
    evidence proof indication indications sign signs comment commented declined false fake lie lies untrue rumour
    rumours rumor rumors rumoured rumored apparently supposedly purportedly seemingly statement unclear story stories
    happen happens happened independently looking seen""".split()
)
_SMALL_NUMBERS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen
    hundreds thousands millions billions dozens scores tens couple""".split()
)
_STRONG = """be was were been|begin began begun|blow blew blown|break broke broken|bring brought|build built|buy bought
 |catch caught|come came|deal dealt|draw drew drawn|drive drove driven|fall fell fallen|feed fed|fight fought|find found
 |flee fled|fly flew flown|freeze froze frozen|free freed freeing
 |get got gotten|give gave given|go went gone|hang hung
 |hear heard|hide hid hidden|hold held|keep kept|kneel knelt|lay laid|lead led|leave left|lend lent|light lit|lose lost
 |make made|mean meant|meet met|pay paid|ride rode ridden|rise rose risen|run ran|see saw seen|seek sought|sell sold
 |send sent|shake shook shaken|shoot shot|shrink shrank shrunk|sink sank sunk|slay slew slain|speak spoke spoken
 |spend spent|stand stood|steal stole stolen|stick stuck|strike struck stricken|swear swore sworn|sweep swept
 |take took taken|teach taught|tear tore torn|throw threw thrown|wear wore worn|win won|withdraw withdrew withdrawn
 |withhold withheld|overrun overran|overthrow overthrew overthrown|undergo underwent undergone|write wrote written
 |withstand withstood|forbid forbade forbidden|die died dying|lie lay lain lying"""
_CLITIC = re.compile(r"(?:n't|'(?:s|re|ve|ll|d|m))$|'$")
_BASE = {form: row.split()[0] for row in _STRONG.split("|") for form in row.split()[1:]}
_STEMMER, _LOCK = EnglishStemmer(), Lock()  # a stemmer holds the word that it works on


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of one word in any case: the same for its inflected forms ("entered", "enters")."""
    plain = word.casefold().replace("’", "'").removesuffix("'s")
    with _LOCK:
        found: str = _STEMMER.stemWord(_BASE.get(plain, plain))
    return found


@lru_cache(maxsize=65_536)
def _content_stem(word: str) -> str:
    """The stem of a word of content; empty for function words, words of saying and numbers."""
    plain = word.casefold().replace("’", "'")
    bare = _CLITIC.sub("", plain)
    if plain in _FUNCTION or bare in _FUNCTION or bare in _SAYING or _SMALL_NUMBERS.issuperset(bare.split("-")):
        return ""
    return stem(bare)


def content_stems(text: str, pieces: Sequence[Span], left_out: Sequence[Span] = ()) -> tuple[str, ...]:
    """Stems of the words of content in ``pieces`` of ``text``, each once, in reading order.

    Words that begin inside a span of ``left_out`` (times, sources) are no words of content. Takes time linear in the
    text of the pieces. Raises nothing.
    """
    return tuple(dict.fromkeys(_stems(text, pieces, left_out)))


def _stems(text: str, pieces: Iterable[Span], left_out: Sequence[Span]) -> Iterator[str]:
    for piece in pieces:
        gaps = [s for s in left_out if s.begin < piece.end and piece.begin < s.end]
        for found in _WORD.finditer(text, piece.begin, piece.end):
            at = found.start()
            if gaps and any(s.begin <= at < s.end for s in gaps):
                continue
            made = _content_stem(found[0])
            if made:
                yield made


_PARTICLES = frozenset(
    "about across apart around aside away back by down forward in off on out over through to up".split()
)


def head_stem(words: str) -> str:
    """The stem of the head of a trigger: of "went over" the verb, of "heavy shelling" the last word.

    Empty where there are none but function words.
    """
    found = [m[0].casefold() for m in _WORD.finditer(words)]
    kept = [w for w in found if w not in _PARTICLES and w not in _FUNCTION]
    return stem(kept[-1]) if kept else ""
