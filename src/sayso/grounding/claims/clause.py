"""The clause of a trigger: which words of its passage word the claim, in the order read aloud."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from sayso.grounding.claims import grammar
from sayso.grounding.claims.segments import Clause, Opening, Passage
from sayso.grounding.claims.verbs import adverb, before, nominal, past_form

SHORT = 4  # words of a phrase before the subject that is kept without need


def worded(passage: Passage, trigger: Sequence[int], wanted: Collection[int]) -> list[int]:
    """Indexes of the tokens that word the claim around the token indexes of ``trigger``.

    ``wanted`` are indexes of words of its arguments. The result may lack a subject (see ``subjects``).
    """
    home = passage.home[trigger[0]]
    chosen = _compose(passage, home, frozenset(trigger), frozenset(wanted))
    kept = set(chosen)
    return [k for k in chosen if passage.tokens[k].word or {k - 1, k + 1} <= kept]


def _compose(passage: Passage, at: int, trigger: frozenset[int], wanted: frozenset[int]) -> list[int]:
    clause = passage.clauses[at]
    own = _own(passage, at, trigger, wanted)
    if clause.parent is None:
        return sorted({*_condition(passage, at, trigger, wanted), *own})
    above = clause.parent
    if clause.opening is Opening.RELATIVE:
        return _relative(passage, at, own, trigger, wanted)
    if clause.opening is Opening.PREDICATE:
        subject = None if _shares_verb(passage, at) else subject_of(passage, above, wanted)
        return subject + own if subject else _with_parent(passage, at, own, trigger, wanted)
    if clause.opening is Opening.SUBORDINATE and _binding(passage, clause):
        if not passage.clauses[above].own:  # "If they attack, we shall answer": what follows belongs to it
            return _with_following(passage, at, own, trigger, wanted)
        return _with_parent(passage, at, own, trigger, wanted)
    if clause.opening is Opening.SUBORDINATE and _fronted(passage, at):
        return sorted({*clause.marker, *own})
    if clause.opening is Opening.PARTICIPLE or (clause.opening is Opening.BREAK and not passage.carried(clause)):
        return _with_parent(passage, at, own, trigger, wanted)
    return own


def _fronted(passage: Passage, at: int) -> bool:
    """Whether what looks like a clause is a phrase and the main clause: "Before sunrise a column crossed"."""
    clause, tokens = passage.clauses[at], passage.tokens
    if tokens[clause.marker[0]].key not in grammar.PREPOSITIONS or (
        clause.parent is None or passage.clauses[clause.parent].own
    ):
        return False
    subject = subject_of(passage, at)
    for last, k in pairwise(subject):
        second = tokens[k].key in ("a", "an", "the", "its", "his", "her", "their") and nominal(tokens[last])
        dated = len(tokens[last].key) == 4 and tokens[last].key.isdigit() and tokens[k].word
        if (second and k == last + 1) or dated:
            return True
    return False


def _condition(passage: Passage, at: int, trigger: frozenset[int], wanted: frozenset[int]) -> list[int]:
    """The "if he dies," before a main clause: without it the rest would say more than the text."""
    for other in range(at - 1, 0, -1):
        child = passage.clauses[other]
        if child.opening is Opening.START:
            break
        leads = child.parent is not None and not passage.clauses[child.parent].own
        if child.opening is Opening.SUBORDINATE and leads and _binding(passage, child):
            return [*child.marker, *_own(passage, other, trigger, wanted)]
    return []


def _binding(passage: Passage, clause: Clause) -> bool:
    """Whether a clause must be said with the one it hangs on: "if", "until", "as long as"."""
    first = clause.marker[0]
    long = first > 0 and passage.tokens[first - 1].key == "long"
    return passage.tokens[first].key in grammar.BINDING or long


def _with_parent(
    passage: Passage, at: int, own: list[int], trigger: frozenset[int], wanted: frozenset[int]
) -> list[int]:
    clause = passage.clauses[at]
    assert clause.parent is not None
    above = _compose(passage, clause.parent, trigger, wanted)
    return sorted({*above, *clause.marker, *own, *_comma(passage, clause)})


def _with_following(
    passage: Passage, at: int, own: list[int], trigger: frozenset[int], wanted: frozenset[int]
) -> list[int]:
    marker = passage.clauses[at].marker
    for other in range(at + 1, len(passage.clauses)):
        if passage.clauses[other].opening is Opening.START:
            return sorted({*marker, *own, *_own(passage, other, trigger, wanted)})
    return sorted({*marker, *own})


def _comma(passage: Passage, clause: Clause) -> tuple[int, ...]:
    """The comma before a clause."""
    first = min((*clause.marker, *clause.own), default=0)
    return (first - 1,) if first and clause.comma and not passage.tokens[first - 1].word else ()


def _own(passage: Passage, at: int, trigger: frozenset[int], wanted: frozenset[int]) -> list[int]:
    """The clause's own words with the clauses inside it that cannot be left out."""
    clause = passage.clauses[at]
    kept: set[int] = set()
    for number, stretch in enumerate(clause.stretches):
        if _kept(passage, clause, number, trigger | wanted):
            kept.update(stretch)
    narrowed = any(_narrows(passage.tokens[k].key) for k in kept)
    for other, child in enumerate(passage.clauses):
        if child.parent == at and _needed(passage, child, trigger, narrowed, kept):
            kept.update(child.marker)
            kept.update(_own(passage, other, trigger, wanted))
    return sorted(kept)


def _narrows(key: str) -> bool:
    """Whether a clause of time cannot be cut off beside this word: "will open when ...", "has not moved since ..."."""
    return key in grammar.NEGATIONS or key in grammar.MODALS or key.endswith(("n't", "'ll", "'d"))


def _kept(passage: Passage, clause: Clause, number: int, wanted: frozenset[int]) -> bool:
    """Whether a stretch between commas is kept: the one with the verb, those with arguments, short ones, lists."""
    stretch = clause.stretches[number]
    words = [k for k in stretch if passage.tokens[k].word]
    if not words or wanted & set(words) or any(k in passage.carriers for k in words):
        return True
    if passage.tokens[words[0]].key in ("not", "never"):  # "hours, not days"
        return True
    if number < clause.lead:
        return len(words) <= SHORT
    if not passage.carried(clause):
        return True
    first = next((n for n, s in enumerate(clause.stretches) if any(k in passage.carriers for k in s)), 0)
    if number < first:  # between subject and verb, or the subject itself
        return number == clause.lead or len(words) <= SHORT or _list(passage, clause, number)
    return _list(passage, clause, number)


def _list(passage: Passage, clause: Clause, number: int) -> bool:
    """A member of a list "A, B and C": it or one of the next begins with "and", or holds one early."""
    keys = [passage.tokens[k].key for k in clause.stretches[number]]
    if keys[:1] in (["and"], ["or"]) and number and len(keys) > SHORT:
        before = clause.stretches[number - 1]
        if any(k in passage.carriers for k in before):  # "was played across the river, and the war of nerves"
            return False
    for stretch in clause.stretches[number:]:
        keys = [passage.tokens[k].key for k in stretch if passage.tokens[k].word]
        if "and" in keys[:4] or "or" in keys[:4]:
            return True
        if len(keys) > SHORT:
            return False
    return False


def _needed(passage: Passage, child: Clause, trigger: frozenset[int], narrowed: bool, kept: Collection[int]) -> bool:
    """Whether a clause inside another, of which ``kept`` are kept, must be worded with it."""
    if child.opening is Opening.SUBORDINATE:
        return narrowed or _binding(passage, child)
    if child.opening is Opening.RELATIVE:
        return not child.comma and child.marker[0] - 1 in kept
    if child.opening is Opening.PREDICATE:  # "seized and burned the depot": the object serves both
        first = child.marker[0]
        return first - 1 in trigger and passage.home[first - 1] == child.parent
    return False


def _shares_verb(passage: Passage, at: int) -> bool:
    """Whether the words behind "and" need the auxiliary before it: "was seized and burned"."""
    clause = passage.clauses[at]
    own = [k for k in clause.own if not adverb(passage.tokens[k].key)]
    if not own or own[0] in passage.carriers or not past_form(passage.tokens[own[0]].key) or clause.parent is None:
        return not own
    above = passage.clauses[clause.parent].own
    return any(k in passage.carriers and passage.tokens[k].key in grammar.AUXILIARIES for k in above)


def subject_of(passage: Passage, at: int, wanted: frozenset[int] = frozenset()) -> list[int]:
    """Indexes of the words before the verb of a clause, without what stands before them; may be empty."""
    clause = passage.clauses[at]
    if clause.opening is Opening.RELATIVE:
        return antecedent(passage, clause, wanted)
    if clause.opening in (Opening.PREDICATE, Opening.PARTICIPLE) and clause.parent is not None:
        return subject_of(passage, clause.parent, wanted)
    out: list[int] = []
    for number, stretch in enumerate(clause.stretches):
        if number < clause.lead:
            continue
        for k in stretch:
            if k in passage.carriers:
                contracted = "'" in passage.tokens[k].key and passage.tokens[k].key not in grammar.CARRIERS
                return [] if contracted else _bare(passage, out)
            out.append(k)
    return []


def _bare(passage: Passage, subject: list[int]) -> list[int]:
    """A subject without adverbs and marks at its ends."""
    tokens = passage.tokens
    while subject and (not tokens[subject[-1]].word or (adverb(tokens[subject[-1]].key) and len(subject) > 1)):
        subject = subject[:-1]
    while subject and (
        not tokens[subject[0]].word or (len(subject) > 1 and tokens[subject[0]].key in ("then", "also"))
    ):
        subject = subject[1:]
    if subject and tokens[subject[0]].key in grammar.PREPOSITIONS - {"about", "over", "around", "near", "more"}:
        return []
    return subject


def antecedent(passage: Passage, clause: Clause, wanted: frozenset[int]) -> list[int]:
    """The noun phrase that a relative clause stands behind."""
    tokens, first = passage.tokens, clause.marker[0]
    k = first - 1
    while k >= 0 and not tokens[k].word:
        k -= 1
    last = k
    argument = [j for j in wanted if j <= last and passage.home[j] == clause.parent and last - j < 12]
    if argument and last in argument:
        begin = last
        while begin - 1 in argument:
            begin -= 1
        if begin and tokens[begin - 1].key in grammar.DETERMINERS:
            begin -= 1
        return list(range(begin, last + 1))
    while k >= 0 and tokens[k].word and (nominal(tokens[k]) or tokens[k].key in grammar.DETERMINERS | {"of"}):
        if k in passage.carriers:
            break
        determiner = tokens[k].key in grammar.DETERMINERS
        k -= 1
        if determiner and not (k >= 0 and tokens[k].key == "of"):
            break
    while k + 1 <= last and tokens[k + 1].key == "of":
        k += 1
    return list(range(k + 1, last + 1))


def _relative(passage: Passage, at: int, own: list[int], trigger: frozenset[int], wanted: frozenset[int]) -> list[int]:
    """ "soldiers who fled" -> "soldiers fled"; "the bridge which rebels held" -> "rebels held the bridge"."""
    clause = passage.clauses[at]
    keys = [passage.tokens[k].key for k in clause.marker]
    head = next((k for k in own if not adverb(passage.tokens[k].key)), None)
    near = wanted | set(range(max(0, clause.marker[0] - 2), clause.marker[0]))  # the words that it hangs on
    if head is None or len(keys) > 1 or keys[0] == "whose" or not passage.carried(clause):
        return _with_parent(passage, at, own, trigger, near)
    if head in passage.carriers or past_form(passage.tokens[head].key):
        named = antecedent(passage, clause, wanted)
        whole = keys[0] == "which" and clause.comma and not set(named) & wanted  # it may stand for the whole clause
        return named + own if named and not whole else _with_parent(passage, at, own, trigger, near)
    if keys[0] in ("which", "that", "whom", "who"):
        last = max(own)
        verbal = last in passage.carriers or past_form(passage.tokens[last].key)
        return own + antecedent(passage, clause, wanted) if verbal else _with_parent(passage, at, own, trigger, wanted)
    return own


def complete(passage: Passage, chosen: Sequence[int]) -> bool:
    """Whether chosen words have a verb with something before it, or the passage has no verb at all."""
    verbs = [n for n, k in enumerate(chosen) if k in passage.carriers]
    if not verbs:
        return not passage.carriers
    if passage.tokens[chosen[0]].key in ("about", "of"):  # "about a raid are invented"
        return False
    first = chosen[verbs[0]]
    contracted = "'" in passage.tokens[first].key and passage.tokens[first].key not in grammar.CARRIERS
    return (
        contracted
        or any(
            nominal(passage.tokens[k]) or passage.tokens[k].key in grammar.SUBJECTS | grammar.DETERMINERS
            for k in chosen[: verbs[0]]
        )
        or before(passage.tokens, first) is None
        and passage.tokens[first].key in ("is", "are")
    )
