"""A passage cut into clauses, without a parser: by marks, function words and the verbs that carry a clause.

Clauses of English news are opened by few words. Where it is open whether a comma or an "and" parts clauses or things,
it is taken to part things: a claim is then worded somewhat longer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from sayso.grounding.claims import grammar
from sayso.grounding.claims.grammar import AUXILIARIES, verbs
from sayso.grounding.claims.tokens import Kind, Token
from sayso.grounding.claims.verbs import TAKES_CLAUSE, adverb, finite, gerund, nominal, past_form

NO_CLAUSE_AFTER_AS = frozenset("well many much a an of part far long soon few little if though though".split())
DELAYED = frozenset("before after since until till once as lest".split())  # prepositions too: a verb must follow


class Opening(Enum):
    """How a clause begins."""

    START = auto()  # at the beginning of the passage, or with a subject of its own behind a comma or "and"
    BREAK = auto()  # behind a colon, semicolon or dash
    BRACKET = auto()
    SUBORDINATE = auto()  # "after they attacked"
    RELATIVE = auto()  # "who fled"
    PARTICIPLE = auto()  # ", taking eleven prisoners"
    PREDICATE = auto()  # "and returned": the subject stands before


@dataclass(slots=True)
class Clause:
    """Indexes of tokens: ``marker`` (the words that open it) and ``stretches`` between its commas.

    ``parent`` is the index of the clause that it hangs on; ``comma`` tells whether a comma or dash stands before it;
    ``lead`` how many of its first stretches stand before its subject ("In March, ...").
    """

    opening: Opening
    parent: int | None
    comma: bool
    marker: tuple[int, ...] = ()
    stretches: list[list[int]] = field(default_factory=list)
    lead: int = 0

    @property
    def own(self) -> list[int]:
        """All its tokens but the marker."""
        return [k for stretch in self.stretches for k in stretch]


@dataclass(frozen=True, slots=True)
class Passage:
    """Tokens, which of them carry a clause, the clauses, and the clause of each token."""

    tokens: tuple[Token, ...]
    carriers: frozenset[int]
    clauses: tuple[Clause, ...]
    home: tuple[int, ...]

    def carried(self, clause: Clause) -> bool:
        """True when a clause has its verb."""
        return _holds(self.carriers, clause)


def passage(text: str, tokens: Sequence[Token]) -> Passage:
    """Clauses of ``tokens``, in the order in which they open. Takes time linear in their number, but for long lists."""
    scan = _Scan(tuple(tokens), finite(text, tokens))
    return scan.run()


def _holds(carriers: frozenset[int], clause: Clause) -> bool:
    return any(k in carriers for stretch in clause.stretches for k in stretch)


def _asks(key: str) -> bool:
    """True for verbs behind which "who" and "which" ask: "discuss who was taken"."""
    return key in verbs().base | verbs().third | TAKES_CLAUSE or gerund(key)


class _Scan:
    """One walk over the tokens with the clause that is open."""

    def __init__(self, tokens: tuple[Token, ...], carriers: frozenset[int]) -> None:
        self.tokens, self.carriers = tokens, carriers
        self.keys = [*(t.key if t.word else "" for t in tokens), "", ""]  # of words; two more to look ahead
        self.clauses = [Clause(Opening.START, None, comma=False, stretches=[[]])]
        self.home: list[int] = []
        self.at = 0

    def run(self) -> Passage:
        comma = False
        skip = 0
        for k, token in enumerate(self.tokens):
            if skip:
                skip -= 1
                self.home.append(self.at)
                continue
            if not token.word:
                comma = self._mark(k) or comma
                continue
            skip = self._word(k, comma)
            if not skip:
                self.clauses[self.at].stretches[-1].append(k)
            else:
                skip -= 1
            self.home.append(self.at)
            comma = False
        return Passage(self.tokens, self.carriers, tuple(self.clauses), tuple(self.home))

    def _mark(self, k: int) -> bool:
        """A comma, stop or bracket; says whether the next word stands behind a comma."""
        kind = self.tokens[k].kind
        if kind is Kind.OPEN:
            self._open(Opening.BRACKET, self.at, comma=True)
        elif kind is Kind.CLOSE:
            holder = self._bracket()
            if holder is not None:
                self.at = self.clauses[holder].parent or 0
                self.clauses[self.at].stretches.append([])
        elif kind is Kind.STOP:
            self.home.append(self.at)
            if self.tokens[k].key == "…":
                return False
            self._open(Opening.BREAK, self.at, comma=True)
            return self.tokens[k].key not in ":;"
        else:
            self.clauses[self.at].stretches[-1].append(k)
        self.home.append(self.at)
        return kind is Kind.COMMA

    def _open(self, opening: Opening, parent: int | None, *, comma: bool, marker: tuple[int, ...] = ()) -> int:
        self.clauses.append(Clause(opening, parent, comma=comma, marker=marker, stretches=[[]]))
        self.at = len(self.clauses) - 1
        return len(marker)

    def _bracket(self) -> int | None:
        """The open bracket, ``None`` when none is."""
        at: int | None = self.at
        while at is not None and self.clauses[at].opening is not Opening.BRACKET:
            at = self.clauses[at].parent
        return at

    def _carried(self, clause: Clause) -> bool:
        return _holds(self.carriers, clause)

    def _word(self, k: int, comma: bool) -> int:
        """Open or go back to a clause before word ``k``; gives the number of words that are its marker."""
        if self._resumes(k, comma):
            return 0
        size = self._relative(k)
        if size:
            return self._open(Opening.RELATIVE, self.at, comma=comma, marker=tuple(range(k, k + size)))
        if self._subordinates(k):
            return self._open(Opening.SUBORDINATE, self.at, comma=comma, marker=(k,))
        key = self.tokens[k].key
        if key in grammar.COORDINATORS or (comma and key in ("so", "then")):
            size = self._coordinates(k, comma)
            if comma and not size:
                self.clauses[self.at].stretches.append([])
            return size
        if comma:
            self._behind_comma(k)
        return 0

    def _resumes(self, k: int, comma: bool) -> bool:
        """Whether the verb of a clause that still lacks one follows: "The fire, which burned, | was started"."""
        here = self.clauses[self.at]
        relative = here.opening is Opening.RELATIVE and self._carried(here)
        if not comma and not relative:
            return False
        m = self._past_adverbs(k)
        key = self._key(m)
        verb = m in self.carriers or (comma and (past_form(key) or key in verbs().third))
        if not verb or key in grammar.CONTRACTIONS:
            return False
        before = self.tokens[k - 1]
        if not comma and (before.key in grammar.SUBJECTS | TAKES_CLAUSE | grammar.COORDINATORS or before.key == "to"):
            return False
        start = here.parent if relative or here.opening is not Opening.START else self.at
        while start is not None and (self._carried(self.clauses[start]) or not any(self.clauses[start].stretches)):
            start = self.clauses[start].parent
        if start is None:
            return False
        self.at = start
        self.clauses[start].stretches.append([])
        return True

    def _key(self, k: int) -> str:
        return self.tokens[k].key if k < len(self.tokens) else ""

    def _past_adverbs(self, k: int) -> int:
        while k < len(self.tokens) and self.tokens[k].word and adverb(self.tokens[k].key):
            k += 1
        return k

    def _relative(self, k: int) -> int:
        """The number of words of a relative's marker at ``k``, 0 for none: "who", "in which", "most of whom"."""
        first, second, third = self.keys[k : k + 3]
        if k == 0 or not any(self.clauses[self.at].stretches):
            return 0
        if second == "of" and third in ("which", "whom"):
            return 3
        if third == "of" and first in grammar.DETERMINERS and self._key(k + 3) in ("which", "whom"):
            return 4  # "a copy of which"
        if second in ("which", "whom", "whose") and first in grammar.PREPOSITIONS:
            return 2
        before = self.tokens[k - 1]
        if first in grammar.RELATIVES:
            return int(not before.word or (nominal(before) and not _asks(before.key)))
        if first == "that" and before.word and nominal(before) and before.key not in TAKES_CLAUSE:
            m = self._past_adverbs(k + 1)
            return int(m in self.carriers or (m < len(self.tokens) and past_form(self.tokens[m].key)))
        return 0

    def _subordinates(self, k: int) -> bool:
        key = self.tokens[k].key
        if key not in grammar.SUBORDINATORS or k + 1 >= len(self.tokens) or not self.tokens[k + 1].word:
            return False
        if key in DELAYED and self.tokens[k + 1].key in ("that", "then"):
            return False
        if key == "as" and (self.tokens[k + 1].key in NO_CLAUSE_AFTER_AS or self.tokens[k - 1].key in ("such", "same")):
            return False
        verb = self._verb_ahead(k + 1)
        return verb is not None and (key not in DELAYED or self._subject_between(k + 1, verb))

    def _verb_ahead(self, k: int) -> int | None:
        """The first carrier from ``k`` on before a mark, relative or subordinator."""
        for j in range(k, len(self.tokens)):
            key = self.tokens[j].key
            if j in self.carriers:
                return j
            if not self.tokens[j].word or key in grammar.RELATIVES or (j > k and key in grammar.SUBORDINATORS):
                return None
            if key == "that" and j > k and nominal(self.tokens[j - 1]):  # "after a warning that they were coming"
                return None
        return None

    def _subject_between(self, k: int, verb: int) -> bool:
        return self.tokens[verb].key in grammar.CONTRACTIONS or any(
            nominal(t) or t.key in grammar.SUBJECTS or t.key in grammar.DETERMINERS for t in self.tokens[k:verb]
        )

    def _coordinates(self, k: int, comma: bool) -> int:
        here = self.clauses[self.at]
        m = self._past_adverbs(k + 1)
        if m >= len(self.tokens) or not self.tokens[m].word:
            return 0
        if not self._carried(here):
            above = here.opening is Opening.PARTICIPLE and here.parent is not None
            if not (above and m in self.carriers):
                return 0
        last = self.tokens[k - 1]
        adjectives = past_form(last.key) and k - 1 not in self.carriers and self.tokens[k - 2].key not in AUXILIARIES
        if adjectives and m not in self.carriers:  # "an unprovoked and premeditated attack"
            return 0
        if m in self.carriers or past_form(self.tokens[m].key):
            return self._open(Opening.PREDICATE, self.at, comma=comma, marker=(k,))
        if self.tokens[m].key in verbs().base:  # "would neither confirm nor deny"
            return 0
        verb = self._verb_ahead(m)
        joins = any(t.key in grammar.COORDINATORS for t in self.tokens[m : verb or m])
        if verb is not None and self._subject_between(m, verb) and (not joins or comma):
            return self._open(Opening.START, self._outer(), comma=comma, marker=(k,))
        return 0

    def _outer(self) -> int:
        """The clause that a new main clause stands beside."""
        at = self.at
        while (above := self.clauses[at].parent) is not None and self.clauses[at].opening is not Opening.SUBORDINATE:
            at = above
        return at

    def _behind_comma(self, k: int) -> None:
        """A participle, a clause with a subject of its own, or one more phrase of the same clause."""
        here = self.clauses[self.at]
        m = self._past_adverbs(k)
        if m < len(self.tokens) and (gerund(self.tokens[m].key) or past_form(self.tokens[m].key)):
            if self._carried(here) and (m + 1 >= len(self.tokens) or not gerund(self.tokens[m].key) or self._free(m)):
                self._open(Opening.PARTICIPLE, self.at, comma=True)
                return
        verb = self._verb_ahead(k)
        if verb is None or not self._subject_between(k, verb):
            here.stretches.append([])
        elif self._carried(here) or here.opening in (Opening.PARTICIPLE, Opening.SUBORDINATE, Opening.RELATIVE):
            self._open(Opening.START, None, comma=True)
        else:
            here.lead = len(here.stretches)
            here.stretches.append([])

    def _free(self, k: int) -> bool:
        """True for a gerund with words of its own, so that it is no member of a list ("looting, burning and ...")."""
        return k + 1 < len(self.tokens) and self.tokens[k + 1].word and self.tokens[k + 1].key not in ("and", "or")
