"""The names of tellers without what reading left on them: a genitive, a relative clause, words that point at nobody."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.weighing.sources.lexicon import lexicon, plain, singular

NAME = r"(?:[^\W\d_a-z][^\W\d_]*\.?[\s-]+){1,3}[^\W\d_a-z][^\W\d_]+"
GENITIVE = re.compile(r"(?<=\w)['’]s?$")
LEADING = re.compile(r"^(?:whose|its|his|her|their|our)\s+(?=\S)", re.I)
BY_NAME = re.compile(rf"\bby\s+({NAME})$")
QUOTED_BY = re.compile(
    r"^(?P<who>.+?),?\s+(?:quoted|cited|interviewed)\s+(?:by|in)\s+(?:the\s+)?"
    r"(?:(?:news\s+|press\s+)?(?:agency|newspaper|paper|broadcaster|channel|website|magazine|portal|station)\s+)?"
    r"(?P<outlet>[^\W\d_a-z].*)$"
)
# In what a body or a person publishes, it is they who speak.
PUBLISHED = re.compile(
    r"^(?P<who>.+?)['’]s?\s+(?:\w+\s+)?(?:bulletin|statement|communiqu[eé]|announcement|update|post|feed|page|account|channel"
    r"|website|press release)s?\b"
)
# Words that point at somebody whom nothing here tells; a name of these alone is nobody's.
POINTING = frozenset(
    """
    our own its their his her my this that these those it they he she we i who which the a an one of them whom whose
    some others other both each all here there what him us me himself herself itself themselves same and or by in to
    """.split()
)
DANGLING = frozenset("of at in by from to for with on".split())
# What is fired, flown or driven tells nothing, whoever reads it so.
THINGS = frozenset(
    """
    missile rocket drone shell bomb mine tank jet plane aircraft helicopter ship boat vehicle column gun mortar
    artillery shelling strike airstrike explosion blast bullet projectile warhead fragment debris
    """.split()
)


@lru_cache(maxsize=16384)
def cleaned(name: str) -> str:
    """The name by itself: "American official's" is an American official, "what was told by Ilan Torv" Ilan Torv."""
    words = " ".join(name.split())
    by = BY_NAME.search(words)
    if by is not None:
        return by[1]
    quoted = QUOTED_BY.match(words)
    words = quoted["who"] if quoted is not None else words
    published = PUBLISHED.match(words)
    words = published["who"] if published is not None and published["who"].casefold() not in POINTING else words
    return LEADING.sub("", GENITIVE.sub("", words))


def named_by(name: str) -> str | None:
    """The person by whom something was told, in a phrase that holds more ("what was reported by Ilan Torv")."""
    by = BY_NAME.search(" ".join(name.split()))
    return by[1] if by is not None and by.start() > 0 else None


def quoted_by(name: str) -> str | None:
    """The outlet that a teller is said to have talked to ("an official quoted by the agency Quillon Wire")."""
    found = QUOTED_BY.match(" ".join(name.split()))
    return found["outlet"] if found is not None else None


@lru_cache(maxsize=16384)
def nobody(name: str) -> bool:
    """True for words that name nobody: pronouns, fragments, and things that cannot speak."""
    words = plain(name).replace(",", " ").split()
    if not words or POINTING.issuperset(words):
        return True
    if words[0] in DANGLING:
        return True
    last = words[-1]
    return (
        singular(last) in THINGS
        and not name[:1].isupper()
        or (singular(last) in THINGS and last == name.split()[-1] and words[0] in lexicon().countries)
    )
