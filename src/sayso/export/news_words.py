"""News of claims: one line each in plain words, and the same for a program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sayso.export.flow import clipped
from sayso.export.trace_words import DAY, MODALITIES, STANDINGS, between, origin_name, several
from sayso.export.visible import prose
from sayso.export.words import date, listed, number, quoted
from sayso.text.codec import Record
from sayso.types.news import More, News, NewsKind, Stand
from sayso.types.timeline import Words
from sayso.types.weighing import OriginKind

Short = Callable[[str], str]
LONGEST: Final = 200  # cells of a claim
WORDS: Final = 60  # cells of words with a number
HEADS: Final = {
    NewsKind.NEW: "new claim",
    NewsKind.CONFIRMED: "first independent confirmation",
    NewsKind.DENIED: "first denial",
    NewsKind.CLAIMED: "denied before, now claimed",
    NewsKind.WITHDRAWN: "taken back",
    NewsKind.NUMBER: "another number",
    NewsKind.STANDING: "standing changed",
}
KINDS: Final = {
    NewsKind.NEW: ("new claim", "new claims"),
    NewsKind.CONFIRMED: ("first confirmation", "first confirmations"),
    NewsKind.DENIED: ("first denial", "first denials"),
    NewsKind.CLAIMED: ("claim only denied before", "claims only denied before"),
    NewsKind.WITHDRAWN: ("withdrawal", "withdrawals"),
    NewsKind.NUMBER: ("changed number", "changed numbers"),
    NewsKind.STANDING: ("change of standing", "changes of standing"),
}


def line(found: News, short: Short) -> str:
    """One line: date, id, what happened, the claim; then who, and how the claim stood before and stands now.

    ``1 Mar 2022 p_74fa0e8 first denial: “Troops entered.” By B (The Post). Before single origin, now DENIED: 1 for it,
    1 against.`` Safe for a terminal.
    """
    when = found.article.published if found.article else None
    day = date(when[:DAY]) if when else "date unknown" if found.article else "no new article"
    kind = f" [{MODALITIES[found.modality]}]" if MODALITIES[found.modality] else ""
    told = f"{HEADS[found.kind]}: {quoted(clipped(prose(found.text), LONGEST))}{kind} {_who(found)} {_stands(found)}"
    return prose(f"{day} {short(found.after.claim)} {told}")


def sentences(found: News) -> str:
    """Who makes the news, and how the claim stood before and stands now, without the claim itself."""
    return prose(f"{_who(found)} {_stands(found)}")


def more(found: More) -> str:
    """``and 312 more new claims, 4 more first denials``."""
    told = [number(count, *(f"more {name}" for name in KINDS[kind])) for kind, count in found.counts]
    return f"and {listed(told)}"


def _who(found: News) -> str:
    """A sentence on who makes the news, and in which words."""
    outlet = found.article.outlet if found.article else None
    named = [o for o in found.who if o.kind is not OriginKind.UNSOURCED]
    names = list(dict.fromkeys(map(origin_name, named or found.who)))
    where = f" ({outlet})" if outlet and outlet not in names else ""
    how = "On the word of" if found.kind is NewsKind.NEW else "By"
    said = f"{how} {several(names)}{where}"
    if not names:
        said = f"In {outlet}" if outlet else ""
    elif not named:
        said = f"By {several(names)}, naming nobody"
    if found.kind is NewsKind.NUMBER and found.was and found.now:
        said = f"Before {_words(found.was)}, now {_words(found.now)}{said and f', {said[:1].lower()}{said[1:]}'}"
    against = several(list(dict.fromkeys(map(origin_name, found.against))))
    return ". ".join(filter(None, (said, against and f"Against it {against}"))) + ("." if said or against else "")


def _words(found: Words) -> str:
    return quoted(clipped(prose(found.text), WORDS))


def _stands(found: News) -> str:
    """A sentence on how the claim stood and stands, with the counts where they say more than that."""
    now = STANDINGS[found.after.standing]
    told = f"{now}{_counts(found.after)}"
    if found.before is None:
        told = f"{told[:1].upper()}{told[1:]}"
    elif found.kind is NewsKind.CLAIMED:  # what stood before was that it is not so
        told = f"Now {told}"
    elif found.before.standing is found.after.standing:
        told = f"Still {told}"
    else:
        told = f"Before {STANDINGS[found.before.standing]}, now {told}"
    return f"{told}. {found.reason}".rstrip() if found.kind is NewsKind.STANDING else f"{told}."


def _counts(found: Stand) -> str:
    """``: 1 to 3 origins``, ``: 2 for it, 1 against``; nothing where one origin is all there is."""
    if found.against[1]:
        return f": {between(*found.support)} for it, {between(*found.against)} against"
    return f": {between(*found.support)} independent origins" if found.support[1] > 1 else ""


def record(found: News | More) -> Record:
    """News as JSON types; private persons are not named. Spans are code points of the text of the document beside."""
    if isinstance(found, More):
        return {"kind": "more", "counts": {kind.value: count for kind, count in found.counts}}
    before, article = found.before, found.article
    return {
        "kind": "news",
        "news": found.kind.value,
        "claim": found.after.claim,
        "claim_before": before.claim if before else None,
        "text": found.text,
        "modality": found.modality.value,
        "standing": found.after.standing.value,
        "standing_before": before.standing.value if before else None,
        "reason": found.reason,
        "support": list(found.after.support),
        "support_before": list(before.support) if before else None,
        "against": list(found.after.against),
        "against_before": list(before.against) if before else None,
        "who": [origin_name(o) for o in found.who],
        "who_is_against": [origin_name(o) for o in found.against],
        "article": article.id if article else None,
        "published": article.published if article else None,
        "outlet": article.outlet if article else None,
        "url": article.url if article else None,
        "was": _spanned(found.was),
        "now": _spanned(found.now),
    }


def _spanned(found: Words | None) -> Record | None:
    if found is None:
        return None
    return {"document": found.document, "span": [found.span.begin, found.span.end], "text": found.text}
