"""A source as written, taken apart: determiner, owner, head noun, what follows the head.

There is no parser here. English noun phrases that name speakers are short and regular,
so their head is found from closed classes (determiners, prepositions, relative pronouns)
and the word lists.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.words import Word, is_plural, singular
from sayso.types.span import Span

ARTICLES = frozenset({"a", "an", "the"})
DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
OWNERS = frozenset({"his", "her", "its", "their", "our", "my", "your", "whose"})
INDEFINITE = frozenset("a an another some any no one several many few each every".split())
NUMBERS = frozenset("both neither two three four five six seven eight nine ten eleven twelve dozens hundreds".split())
SAME = frozenset({"same", "said", "latter", "former", "very", "so-called", "self-styled", "self-proclaimed"})
PREPOSITIONS = frozenset(
    "of for to by in at from with on near about behind under over between among amongst against inside outside within "
    "without after before during since until via per across along around above below beside beyond into like opposite "
    "through throughout towards toward upon as including regarding".split()
)
RELATIVES = frozenset({"who", "whom", "whose", "which", "that", "where", "when", "whether", "if", "because", "while"})
POSTPOSED = frozenset("close familiar loyal able aware here there present responsible privy".split())
PARTICIPLES = frozenset(
    "seen known sent written shot taken made held given led found heard drawn kept run told built left put caught "
    "said bought shown spoken thought meant read brought hit".split()
)
PARTICIPLE_ENDINGS = ("ed", "ing", "own", "orn", "tten", "oken", "olen")
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night".split())
LINKS = frozenset({"and", "or", "nor", "&"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: ``core`` are the words up to the first comma, ``head`` the index of the head noun in it."""

    words: tuple[Word, ...]
    core: tuple[Word, ...]
    determiner: str
    owner: tuple[Word, ...]
    head: int
    noun: str
    modifiers: tuple[Word, ...]
    after: tuple[Word, ...]
    plural: bool

    @property
    def definite(self) -> bool:
        """True for "the adviser", "his adviser", "that letter"; bare nouns and "an adviser" are not."""
        return self.determiner == "the" or self.determiner in DEMONSTRATIVES or self.determiner in OWNERS

    @property
    def bare(self) -> bool:
        """True when nothing narrows the head noun down: "the ministry", "adviser"."""
        return not self.owner and not self.modifiers and not self.after

    @property
    def parts(self) -> tuple[tuple[Word, ...], ...]:
        """The phrase cut at its commas; the first part is ``core``."""
        out: list[list[Word]] = []
        for word in self.words:
            if word.comma or not out:
                out.append([])
            out[-1].append(word)
        return tuple(map(tuple, out))


def take_apart(words: Sequence[Word], lexicon: Lexicon, inside: frozenset[int] = frozenset()) -> Phrase:
    """The parts of a noun phrase given as words (at least one).

    ``inside`` holds the offsets of words that go on with a name begun before them
    ("of" in "Ministry of Defence"): the phrase is not cut there.
    """
    core = _first_part(words, inside)
    start = 0
    determiner = ""
    if len(core) > 1 and core[0].key in ARTICLES | DEMONSTRATIVES | OWNERS | INDEFINITE | NUMBERS:
        determiner, start = core[0].key, 1
    if determiner == "all" and core[1].key in ARTICLES:
        start = 2
    cut = _cut(core, start, lexicon, inside)
    owner_end = max((k + 1 for k in range(start, cut - 1) if core[k].possessive), default=start)
    head = cut - 1
    while head > start and core[head].key[0].isdigit() and listed(core[head - 1], lexicon):
        head -= 1  # "Resolution 2981"
        cut = head + 1
    noun, length = head_noun(core[:cut], lexicon)
    first = max(owner_end, head - length + 1)
    modifiers = tuple(w for w in core[owner_end:first] if w.key not in SAME)
    return Phrase(
        words=tuple(words),
        core=core,
        determiner=determiner,
        owner=core[start:owner_end],
        head=head,
        noun=noun,
        modifiers=modifiers,
        after=core[cut:],
        plural=is_plural(core[head].key) or determiner in NUMBERS or any(w.key in LINKS for w in core[:cut]),
    )


def head_noun(words: Sequence[Word], lexicon: Lexicon) -> tuple[str, int]:
    """Head noun of words that end in it, in the singular, and its length in words ("prime minister": 2)."""
    last = words[-1].key
    for length in (3, 2):
        if len(words) >= length:
            stem = [w.key for w in words[-length:-1]]
            for form in (last, singular(last)):
                joined = " ".join([*stem, form])
                if _listed(joined, lexicon):
                    return joined, length
    if "-" in last:
        tail = last.rsplit("-", 1)[1]
        if not _listed(singular(last), lexicon) and _listed(singular(tail), lexicon):
            return singular(tail), 1
    return singular(last), 1


def _listed(noun: str, lexicon: Lexicon) -> bool:
    return (
        noun in lexicon.roles
        or noun in lexicon.organisations
        or noun in lexicon.documents
        or noun in lexicon.channels
        or noun in lexicon.media
        or noun in lexicon.crowds
        or noun in lexicon.hearsay
    )


def listed(word: Word, lexicon: Lexicon) -> bool:
    """True when a word is a noun of the lists, in the singular or the plural."""
    return _listed(word.key, lexicon) or _listed(singular(word.key), lexicon)


def _first_part(words: Sequence[Word], inside: frozenset[int]) -> tuple[Word, ...]:
    for k, word in enumerate(words):
        if k and word.comma and word.begin not in inside:
            return tuple(words[:k])
    return tuple(words)


def _cut(core: Sequence[Word], start: int, lexicon: Lexicon, inside: frozenset[int]) -> int:
    """Index behind the head noun: the first preposition, relative pronoun or participle after a noun."""
    for k in range(start + 1, len(core)):
        key = core[k].key
        if core[k].begin in inside or (core[k].capital and key not in PREPOSITIONS | RELATIVES):
            continue
        if key in PREPOSITIONS or key in RELATIVES or key in POSTPOSED:
            return k
        participle = key in PARTICIPLES or (len(key) > 4 and key.endswith(PARTICIPLE_ENDINGS))
        noun = listed(core[k], lexicon) and k == len(core) - 1  # "a police briefing", yet "officials briefing us"
        if participle and not noun and not core[k - 1].possessive:
            if listed(core[k - 1], lexicon) or core[k - 1].capital:
                return k
    return len(core)


def description(phrase: Phrase) -> Span:
    """The phrase as a name: without article, apposition and the clause that explains anonymity."""
    words = list(phrase.core)
    if len(words) > 1 and words[0].key in ARTICLES:
        words = words[1:]
    for k, word in enumerate(words):
        if k and word.key in ("who", "which", "that", "speaking", "on") and _anonymity(words[k:]):
            words = words[:k]
            break
    if len(words) > 1 and words[-1].key == "there":
        words.pop()
    for k in range(len(words) - 1, 1, -1):
        if words[k].key == "on" and all(w.key in DAYS for w in words[k + 1 :]):
            first = k - (words[k - 1].key in ("late", "early"))  # "decree published on the portal late on Monday"
            if not words[first - 1].key.endswith(("ed", "en")):  # yet "images taken on Saturday"
                words = words[:first]
            break
    return Span(words[0].begin, words[-1].end)


def _anonymity(words: Sequence[Word]) -> bool:
    keys = {w.key for w in words}
    return bool(keys & {"anonymity", "condition", "named", "name", "names", "identified", "anonymously", "unnamed"})
