"""Claims that only point at what was said before: "denied it", "the claim is false", "retracted the report"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.types.claim import ClaimKind
from sayso.types.weighing import Assertion, Side

_FAR = 600  # characters between a claim and what points at it, at most
_SAYING = (
    r"(?:claims?|reports?|allegations?|accusations?|accounts?|stor(?:y|ies)|statements?|versions?|suggestions?"
    r"|charges?"
    r"|rumou?rs?|assertions?|incidents?|news|figures?|footage|tweets?|posts?)"
)
_POINTING = re.compile(
    rf"\W*(?:it|this|that|them|these|both|all of (?:it|this)"
    r"|(?:the|this|that|these|those|such|any such|its|his|her|their|both|all"
    rf"|[\w’' -]{{1,30}}?['’]s?) (?:\w+ )?{_SAYING})"
    r"(?:\W+(?:as|is|are|was|were|to be)\b.*)?\W*",
    re.I | re.S,
)
_NOTHING = re.compile(
    r"\W*(?:nothing of the (?:kind|sort)(?: (?:ha[ds] )?(?:happened|occurred|took place|taken place))?"
    r"|no such (?:thing|event|incident)\b.*"
    r"|(?:it|that|this) (?:did not happen|never happened|did not take place|never took place)"
    r"|(?:it|they|he|she|we) (?:did|has|have|had|was|were)(?:n['’]t| not)(?: so)?(?=\W*$)"
    r"|it (?:was|is)(?:n['’]t| not) (?:us|them|him|her|me)(?=\W*$)"
    r"|(?:it|that|this|they|these)(?:['’]s| is| was| are| were) (?:\w+ ){0,2}(?:false|fake|untrue|lies?"
    r"|an? (?:\w+ )?lie|invented"
    r"|fabricated|nonsense|not true|an invention|a fabrication))\b.*",
    re.I | re.S,
)


# "They did", "they had before dawn": what somebody else denied.
_DID = re.compile(
    r"\W*(?:it|they|he|she|we) (?:did|had|has|have)(?: so)?"
    r"(?:,? (?:before|ahead of|after|on|in|at|during) (?:\w+ ){0,2}\w+)?\W*",
    re.I,
)
_OWNED = re.compile(rf"\W*(?:the )?(?P<whose>[\w’' -]{{1,30}}?)['’]s? (?:\w+ )?{_SAYING}\b", re.I)


def points(said: str) -> bool:
    """Whether words of a content say nothing but that something said before is meant."""
    return bool(_POINTING.fullmatch(said)) or nothing(said)


def nothing(said: str) -> bool:
    """Whether words deny what was said before and say nothing else ("nothing of the kind happened")."""
    return bool(_NOTHING.fullmatch(said))


def affirmed(pointer: Assertion, before: Sequence[Assertion], said: str) -> Assertion | None:
    """What ``pointer`` says is so after all ("they did"): the nearest event before it that another root denies."""
    if pointer.side is not Side.FOR or not _DID.fullmatch(said):
        return None
    for found in reversed(before):
        if pointer.span.begin - found.span.end > _FAR:
            return None
        if found.type is not None and found.kind is not ClaimKind.OPINION and found.side is Side.AGAINST:
            return found if found.chain[-1].voice_id != pointer.chain[-1].voice_id else None
    return None


def pointed_at(pointer: Assertion, before: Sequence[Assertion], *, own: bool, said: str = "") -> Assertion | None:
    """What ``pointer``, whose content is ``said``, is about: the nearest claim of an event before it.

    ``own`` asks for one of the same root (a withdrawal is of one's own words), else for one of another root, which
    somebody holds to be so; where ``said`` names whose claim is meant ("the ministry's account"), for one of that
    voice. ``None`` where there is none near enough.
    """
    whose = _OWNED.match(said)
    root = pointer.chain[-1]
    for found in reversed(before):
        if not own and pointer.span.begin - found.span.end > _FAR:
            return None
        if found.type is None or found.kind is ClaimKind.OPINION or found.withdrawal:
            continue
        if whose is not None and not own:
            if _of(found, whose["whose"]):
                return found
            continue
        voices = [teller.voice_id for teller in found.chain]
        same = root.voice_id in voices or (root.key is not None and root.key in [t.key for t in found.chain])
        if found.side is Side.FOR and same == own:
            return found
    return None


def _of(found: Assertion, whose: str) -> bool:
    """Whether a claim is that of the one whom these words name."""
    name = (found.chain[-1].name or "").casefold().split()
    return bool(name) and all(word in name for word in whose.casefold().split())


def about(pointer: Assertion, found: Assertion) -> Assertion:
    """``pointer`` as an assertion about the event of ``found``: on its own word, in its own words.

    Who denies a denial is for what was denied.
    """
    denied = found.side is Side.AGAINST and pointer.side is Side.AGAINST and not pointer.withdrawal
    return replace(
        pointer,
        side=Side.FOR if denied else pointer.side,
        kind=found.kind,
        type=found.type,
        mode=found.mode,
        modality=found.modality,
        taking=found.taking,
        setting=found.setting,
        trigger=found.trigger,
        words=found.words,
        numbers=found.numbers,
        meaning=found.meaning,
    )
