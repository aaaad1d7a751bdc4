"""Documents that tell: one letter, picture or recording is one origin, however many post it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.types.attribution import VoiceKind
from sayso.types.weighing import Teller
from sayso.weighing.sources.cleaning import POINTING
from sayso.weighing.sources.lexicon import lexicon, plain, singular
from sayso.weighing.sources.phrases import items_of, stem

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
ABOUT = re.compile(r"\s(?:that|which|who|whose|showing|shows?|saying|says|of what|in which)\s", re.I)
# Whoever posts a letter did not write it; whoever releases a picture mostly made it.
POSTED = re.compile(
    r",|\s(?:(?:re)?published|(?:re)?posted|released|shared|leaked|circulated|circulating|obtained|seen|made public"
    r"|carried|read out|put online|given|handed|sent|passed|dated|signed)\s",
    re.I,
)
OFFICIAL = frozenset({"statement", "report"})
MADE = frozenset({"picture", "video", "map", "report"})
MOST = 60  # documents of one kind that a name is compared with
# Words that say how a document came to be known or looks, not which one it is.
LOOSE = frozenset(
    """
    new recent latest leaked open viral published posted released seen obtained commercial verified geolocated
    unverified short grainy handwritten signed several some two three many same dated taken telegram facebook twitter
    showing shows show purported alleged text day week month morning night yesterday today monday tuesday wednesday
    thursday friday saturday sunday company firm us american technologies
    """.split()
)


def document_sort(name: str) -> tuple[str, frozenset[str]]:
    """What a document is ("letter", "picture"), and the words of names that tell it from others."""
    lex = lexicon()
    name = ABOUT.split(name)[0]
    kind = _kind(name) or _kind(name := POSTED.split(name)[0] if POSTED.search(name) else name)
    if kind not in MADE:
        name = POSTED.split(name)[0]
    names = {
        i.word if i.kind == "country" else stem(i.word)
        for i in items_of(name)
        if i.written[:1].isupper() and i.kind in ("word", "country") and i.word not in LOOSE
    }
    return kind or plain(name).split(" ")[-1], frozenset(names) - {stem(w) for w in lex.documents}


def _kind(name: str) -> str:
    lex = lexicon()
    single = plain(" ".join(WORD.findall(name))).split()
    for width in (3, 2, 1):
        for k in range(len(single) - width + 1):
            row = " ".join(single[k : k + width])
            kind = lex.documents.get(row) or lex.documents.get(singular(row))
            if kind is not None:
                return kind
    return ""


def anonymous(teller: Teller) -> bool:
    """True for a statement or a report of which these words alone do not say whose it is ("its communiqué")."""
    if teller.kind is not VoiceKind.DOCUMENT or not teller.name:
        return False
    words = [w for w in plain(teller.name).split() if w not in POINTING]
    return len(words) == 1 and lexicon().documents.get(words[0]) in OFFICIAL


def join_documents(names: Iterable[str]) -> tuple[dict[str, str], dict[str, list[str]]]:
    """For each name the one that stands for the document: same kind, and names that do not part them.

    A shorter description that fits two documents stays one of its own; the second answer says which those are.
    """
    by_kind: dict[str, list[tuple[frozenset[str], str]]] = {}
    out: dict[str, str] = {}
    may: dict[str, list[str]] = {}
    for name in sorted(set(names), key=lambda n: (-len(document_sort(n)[1]), sorted(document_sort(n)[1]), n)):
        kind, told = document_sort(name)
        rows = by_kind.setdefault(kind, [])
        fits = [k for k, (words, _) in enumerate(rows[:MOST]) if told <= words or told & words]
        same = [k for k in fits if rows[k][0] == told]
        fits = same if len(same) == 1 else fits
        if len(fits) == 1:
            words, host = rows[fits[0]]
            rows[fits[0]] = (words | told, host)
            out[name] = host
        else:
            may[name] = [rows[k][1] for k in fits]
            rows.append((told, name))
            out[name] = name
    return out, may
