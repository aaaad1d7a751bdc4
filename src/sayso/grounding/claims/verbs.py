"""Which words of a passage carry a clause: finite verbs, told without a parser by form and neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sayso.grounding.claims import grammar
from sayso.grounding.claims.grammar import verbs
from sayso.grounding.claims.tokens import Token

# "-ed" words that are no verbs.
NO_PAST = frozenset(
    "hundred indeed red bed need speed exceed shed sacred naked wicked kindred seed weed feed united greed breed armed "
    "unarmed so-called self-styled ahmed mohammed muhammad hatred infrared sled".split()
)
# Their object is a clause, often without "that": a second verb after them is that clause's.
TAKES_CLAUSE = frozenset(
    "said says say told tell tells thought think thinks believed believe believes knew know knows found find finds "
    "heard hear hears felt feel feels meant mean means showed show shows claimed claims claim added adds hoped hope "
    "hopes admitted admits insisted insists denied denies reported reports confirmed confirms announced announces "
    "warned warns suggested suggests seemed seems wrote writes learnt learned understood reckoned reckons feared "
    "estimated stressed argued argues explained noted recalled remembered conceded acknowledged maintained".split()
)
# A past form behind them is a participle: "with the port cut off, ...".
ABSOLUTE = frozenset("with without amid despite".split())
NO_NOUN = frozenset("a an the that every to his her its their our my your whose".split())
NO_GERUND = frozenset("during morning evening nothing something anything everything king ring thing spring".split())
# Unions that the rules below ask for at every word: made once.
_NO_SUBJECT = grammar.DETERMINERS - grammar.SUBJECTS
_HELPED = grammar.MODALS | grammar.DO
_OBJECTS = grammar.DETERMINERS | grammar.SUBJECTS
_PARTING = grammar.COORDINATORS | (grammar.SUBORDINATORS - grammar.PREPOSITIONS) | grammar.RELATIVES | {"that"}
_CLOSED = (
    grammar.PREPOSITIONS
    | grammar.COORDINATORS
    | grammar.AUXILIARIES
    | grammar.SUBORDINATORS
    | grammar.RELATIVES
    | NO_NOUN
)
_KEYS = 8192  # words that are remembered with what their form says: more than the news has in use at one time


@lru_cache(maxsize=_KEYS)
def past_form(key: str) -> bool:
    """True for a form that may be a past or a participle: "fired", "held", "taken"."""
    if key in verbs().participles:
        return True
    return len(key) > 3 and key.endswith("ed") and key not in NO_PAST and "-" not in key and not key.endswith("eed")


@lru_cache(maxsize=_KEYS)
def gerund(key: str) -> bool:
    """True for "-ing" forms of verbs."""
    return key in verbs().gerunds or (len(key) > 5 and key.endswith("ing") and key not in NO_GERUND and "-" not in key)


@lru_cache(maxsize=_KEYS)
def carrier(key: str) -> bool:
    """True for auxiliaries and contractions that carry a clause: "has", "won't", "they're"."""
    return key in grammar.CARRIERS or key in grammar.CONTRACTIONS or key.endswith(grammar.CONTRACTED)


@lru_cache(maxsize=_KEYS)
def adverb(key: str) -> bool:
    """True for adverbs of the list and words in "-ly"."""
    return key in grammar.ADVERBS or (key.endswith("ly") and len(key) > 4 and key not in ("family", "assembly", "july"))


def nominal(token: Token) -> bool:
    """True for what may be a noun, name, number or adjective: a word of no closed class and no adverb."""
    return token.word and _open(token.key)


@lru_cache(maxsize=_KEYS)
def _open(key: str) -> bool:
    return key not in _CLOSED and not adverb(key)


def finite(text: str, tokens: Sequence[Token]) -> frozenset[int]:
    """Indexes of tokens that carry a clause; of a verb group ("has been seen") the first word."""
    sure = {k for k in range(len(tokens)) if tokens[k].word and _sure(text, tokens, k)}
    begins = {tokens[k].begin for k in sure}
    maybe = {k for k in range(len(tokens)) if k not in sure and tokens[k].word and _maybe(tokens, k, begins)}
    return frozenset(sure | {k for k in maybe if not _reduced(tokens, k, sure, maybe)})


def before(tokens: Sequence[Token], k: int) -> Token | None:
    """The word before ``k``, adverbs passed over; ``None`` at a mark and at the beginning."""
    k -= 1
    while k >= 0 and tokens[k].word and adverb(tokens[k].key):
        k -= 1
    return tokens[k] if k >= 0 and tokens[k].word else None


def after(tokens: Sequence[Token], k: int) -> Token | None:
    """The next word, ``None`` at a mark and at the end."""
    return tokens[k + 1] if k + 1 < len(tokens) and tokens[k + 1].word else None


def _sure(text: str, tokens: Sequence[Token], k: int) -> bool:
    key, last = tokens[k].key, before(tokens, k)
    if last is not None and last.key == "may" and text[last.begin] == "M":
        last = before(tokens, k - 1)  # the month
    if carrier(key):
        return _carries(text, tokens, k, last)
    if key in verbs().pasts:
        return last is None or not (last.key in _NO_SUBJECT or last.key in grammar.HAVE)
    return last is not None and _present(tokens, k, last)


def _carries(text: str, tokens: Sequence[Token], k: int, last: Token | None) -> bool:
    """Whether an auxiliary stands first in its group; "May" with a capital is a month unless a verb follows."""
    key = tokens[k].key
    if last is not None and key in ("have", "do") and (last.key in _HELPED or last.key == "to"):
        return False
    if last is not None and last.key in grammar.CARRIERS and key not in grammar.CONTRACTIONS:
        return False
    following = after(tokens, k)
    month = key == "may" and text[tokens[k].begin] == "M"
    return not month or (last is not None and nominal(last) and following is not None and nominal(following))


def _present(tokens: Sequence[Token], k: int, last: Token) -> bool:
    """Whether a form is a present behind its subject and, where it may be a noun, before an object or "to"."""
    key = tokens[k].key
    subject = last.key in grammar.SUBJECTS
    if key in verbs().third:
        return subject or nominal(last) or last.key in ("this", "that", "these", "those", "all", "both")
    if key in verbs().base:
        return subject or (nominal(last) and last.key.endswith("s") and not last.key.endswith("'s"))
    if key not in verbs().nouns or subject:
        return key in verbs().nouns
    following = after(tokens, k)
    opens = following is not None and (following.key in _OBJECTS or following.key in ("him", "them", "us", "to"))
    return nominal(last) and opens and not last.key.endswith(("'s", "s'"))


def _maybe(tokens: Sequence[Token], k: int, verbs_at: set[int]) -> bool:
    """A past form that is no participle of a group ("was held") and stands before no noun ("the held town")."""
    if not past_form(tokens[k].key):
        return False
    last = before(tokens, k)
    if last is None:
        return k > 0 and tokens[k - 1].word  # only adverbs before it
    if _first(tokens, k).key in ABSOLUTE or last.begin in verbs_at:  # "alleges unprovoked attacks"
        return False
    if last.key in grammar.AUXILIARIES or carrier(last.key) or last.key in ("to", "and", "or", "but"):
        return False
    return last.key in grammar.SUBJECTS or last.key in ("that", "this", "which", "these", "those") or nominal(last)


def _first(tokens: Sequence[Token], k: int) -> Token:
    """The first word behind the mark before ``k``."""
    while k and tokens[k - 1].word:
        k -= 1
    return tokens[k]


def _reduced(tokens: Sequence[Token], k: int, sure: set[int], maybe: set[int]) -> bool:
    """A participle behind its noun: "a letter seen by us", "troops called up in May have left"."""
    following = after(tokens, k)
    last = before(tokens, k)
    if last is not None and last.key in grammar.SUBJECTS:
        return False
    if following is not None and following.key == "by":
        return True
    if tokens[k].key in TAKES_CLAUSE:
        return False
    for j in range(k + 1, len(tokens)):
        key = tokens[j].key
        if not tokens[j].word or key in _PARTING:
            return False
        if j in sure:
            return key not in grammar.CONTRACTIONS and tokens[j - 1].key not in grammar.SUBJECTS
        if j in maybe and tokens[j - 1].key not in grammar.SUBJECTS:
            return True
    return False
