"""Documents that tell: one letter, picture or recording is one origin, however many post it."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.weighing.sources.lexicon import lexicon, plain, singular
from sayso.weighing.sources.phrases import items_of, stem

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
    words = [plain(i.written) for i in items_of(name)]
    single = [w for word in words for w in word.split()]
    kind = ""
    for width in (3, 2, 1):
        rows = (" ".join(single[k : k + width]) for k in range(len(single) - width + 1))
        kind = next((lex.documents[f] for row in rows for f in (row, singular(row)) if f in lex.documents), "")
        if kind:
            break
    names = {
        stem(i.word if i.kind == "word" else i.written)
        for i in items_of(name)
        if i.written[:1].isupper() and i.word not in LOOSE and i.kind != "behind"
    }
    return kind or " ".join(single[-1:]), frozenset(n for n in names if n[1:] not in LOOSE)


def join_documents(names: Iterable[str]) -> dict[str, str]:
    """For each name the one that stands for the document: same kind, and names that do not part them.

    Where a shorter description fits two documents, it stays one of its own.
    """
    by_kind: dict[str, list[tuple[frozenset[str], str]]] = {}
    out: dict[str, str] = {}
    for name in sorted(set(names), key=lambda n: (-len(document_sort(n)[1]), n)):
        kind, told = document_sort(name)
        rows = by_kind.setdefault(kind, [])
        fits = [k for k, (words, _) in enumerate(rows) if words == told or told < words or (told & words)]
        if len(fits) == 1:
            words, host = rows[fits[0]]
            rows[fits[0]] = (words | told, host)
            out[name] = host
        else:
            rows.append((told, name))
            out[name] = name
    return out
