"""How the rows of each list look: which columns a person sees, which values a program gets."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from sayso.cli.listing import Cell, Listing
from sayso.export import row_records, status, trace_words
from sayso.export.flow import Piece, clipped
from sayso.export.lineage_words import ALTERATIONS
from sayso.export.place_words import country
from sayso.export.visible import prose, visible
from sayso.export.words import confidence, date, number
from sayso.types.attribution import VoiceKind
from sayso.types.listed import Hit, ListedArticle, ListedClaim, ListedFamily, ListedProposition, ListedQuote
from sayso.types.speakers import Source
from sayso.types.weighing import Standing

LONGEST: Final = 320  # cells of a claim, as in the text of a report
DAY: Final = len("2022-03-08")
Short = Callable[[str], str]
# Voices that no name joins across articles, one and many.
APART: Final = {
    VoiceKind.UNNAMED: ("unnamed", "unnamed"),
    VoiceKind.PERSON: ("other person", "other persons"),
    VoiceKind.ORGANISATION: ("other organisation", "other organisations"),
    VoiceKind.OUTLET: ("other outlet", "other outlets"),
    VoiceKind.DOCUMENT: ("other document", "other documents"),
}


def articles(short: Short) -> Listing[ListedArticle]:
    """Articles; ``short`` gives the short form of an id."""
    columns: dict[str, Callable[[ListedArticle], Cell]] = {
        "id": lambda row: short(row.id),
        "published": lambda row: (row.published or "not known")[:DAY],
        "outlet": lambda row: row.outlet or "not known",
        "claims": lambda row: str(row.claims) if row.state == "read" else row.state.value,
        "title": lambda row: row.title or "title unknown",
    }
    return Listing(kind=row_records.ARTICLES, columns=columns, wide="title", figures=("claims",))


def claims(short: Short) -> Listing[ListedClaim]:
    """Claims across articles; each with its root, its chain and its article behind it."""
    columns: dict[str, Callable[[ListedClaim], Cell]] = {
        "id": lambda row: short(row.id),
        "status": _tag,
        "when": _when,
        "claim": lambda row: _claim(row, short),
    }
    return Listing(kind=row_records.CLAIMS, columns=columns, wide="claim")


def propositions(short: Short) -> Listing[ListedProposition]:
    """Claims across articles: how each stands, how many origins there are for it, who is for it and who against."""
    columns: dict[str, Callable[[ListedProposition], Cell]] = {
        "id": lambda row: short(row.id),
        "standing": _standing,
        "origins": lambda row: trace_words.between(row.least, row.most),
        "articles": lambda row: str(row.articles),
        "claim": _proposition,
    }
    return Listing(kind=row_records.PROPOSITIONS, columns=columns, wide="claim", figures=("articles",))


def sources(short: Short) -> Listing[Source]:
    """Who speaks."""
    columns: dict[str, Callable[[Source], Cell]] = {
        "who": _who,
        "kind": lambda row: row.kind.value,
        "attributions": lambda row: str(row.attributions),
        "articles": lambda row: str(row.articles) if row.document is None else f"in {short(row.document)}",
        "first": lambda row: (row.first or "not known")[:DAY],
        "last": lambda row: (row.last or "not known")[:DAY],
    }
    return Listing(kind=row_records.SOURCES, columns=columns, wide="who", figures=("attributions", "articles"))


def hits(short: Short) -> Listing[Hit]:
    """What a search found."""
    columns: dict[str, Callable[[Hit], Cell]] = {
        "id": lambda row: short(row.id),
        "published": lambda row: (row.published or "not known")[:DAY],
        "found": _found,
    }
    return Listing(kind=row_records.HITS, columns=columns, wide="found")


def families(short: Short) -> Listing[ListedFamily]:
    """Articles that come from one original."""
    columns: dict[str, Callable[[ListedFamily], Cell]] = {
        "first": lambda row: short(row.first),
        "published": lambda row: (row.published or "not known")[:DAY],
        "articles": lambda row: str(row.articles),
        "outlets": lambda row: str(row.outlets),
        "original": lambda row: f"{row.root} (credited, not here)" if row.root else row.outlet or "outlet unknown",
        "title": lambda row: row.title or "title unknown",
    }
    return Listing(kind=row_records.FAMILIES, columns=columns, wide="title", figures=("articles", "outlets"))


def quotes(short: Short) -> Listing[ListedQuote]:
    """Quotations beside their wording in the parent."""
    columns: dict[str, Callable[[ListedQuote], Cell]] = {
        "id": lambda row: short(row.document),
        "published": lambda row: (row.published or "not known")[:DAY],
        "quotation": lambda row: _quotation(row, short),
    }
    return Listing(kind=row_records.QUOTES, columns=columns, wide="quotation")


def _quotation(row: ListedQuote, short: Short) -> list[Piece]:
    found = [Piece(prose(row.words), "title")]
    parent = f"{short(row.parent)}, {prose(row.parent_outlet or 'outlet unknown')}"
    if row.alteration is None:
        return [*found, Piece(f"— word for word as in {parent}", "dim")]
    told = f"— ALTERED, {ALTERATIONS[row.alteration]}; in {parent}:"
    return [*found, Piece(told, "alarm"), Piece(prose(row.parent_words))]


def _standing(row: ListedProposition) -> list[Piece]:
    alarm = row.standing in (Standing.CONTESTED, Standing.DENIED, Standing.WITHDRAWN)
    return [Piece(trace_words.STANDINGS[row.standing], "alarm" if alarm else "")]


def _proposition(row: ListedProposition) -> list[Piece]:
    """The claim with what it is where it is no deed, who is for it and against it, how many texts, and since when."""
    found = [Piece(clipped(prose(row.text), LONGEST) or "(no words)", "title")]
    kind = trace_words.MODALITIES[row.modality]
    if kind:
        found.append(Piece(f"[{kind}]"))
    for label, names in (("for:", row.who_is_for), ("against:", row.who_is_against)):
        if names:
            found += [Piece(f"— {label}", "dim"), Piece(prose(trace_words.several(names)), "source")]
    if row.against_most:
        found.append(Piece(f"({trace_words.between(row.against_least, row.against_most)} against)"))
    facts = [
        number(row.texts, "text"),
        f"first seen {date(row.first_seen[:DAY]) if row.first_seen else 'on no known date'}",
    ]
    found.append(Piece(f"· {' · '.join(facts)}", "dim"))
    by = prose(trace_words.several(row.reviewed_by))
    return [*found, Piece(f"· reviewed by {by}", "voice")] if by else found


def _tag(row: ListedClaim) -> str:
    return status.tag_of(row.kind, row.status, row.polarity)


def _when(row: ListedClaim) -> str:
    """The interval as EDTF; clock times, which that knows none of, as the day on which it begins."""
    return row.edtf or (row.since or row.until or "")[:DAY] or "not known"


def _claim(row: ListedClaim, short: Short) -> list[Piece]:
    found = [Piece(clipped(prose(row.text), LONGEST) or "(no words)", "title")]
    if row.older and row.older_document:
        found.append(Piece(f"— older wording, {short(row.older_document)}:", "dim"))
        found.append(Piece(clipped(prose(row.older), LONGEST), "source"))
    spot = ", ".join(filter(None, (row.site, country(row.country) if row.country else None)))
    if spot:
        found.append(Piece(f"({prose(spot)})"))
    found.append(Piece(prose(f"— {row.chain or 'this article'}")))
    facts = [prose(row.outlet or "outlet unknown"), date(row.published) if row.published else "date unknown"]
    facts += [f"confidence {confidence(row.probability)}"]
    return [*found, Piece(f"· {prose(' · '.join(facts))}", "dim")]


def _who(row: Source) -> Cell:
    if row.document is None and row.name is None:
        return f"{number(row.voices, *APART.get(row.kind, ('voice', 'voices')))}, in {number(row.articles, 'article')}"
    if row.name is None:
        return "a person of this article" if row.kind is VoiceKind.PERSON else "nobody named"
    return row.name


def _found(row: Hit) -> list[Piece]:
    """Title and passage; words searched for stand out on a terminal."""
    head = [Piece(prose(row.title or "title unknown"), "title"), Piece("—", "dim")]
    words = []
    for word in re.finditer(r"\S+", row.snippet):
        marked = any(mark.begin < word.end() and word.start() < mark.end for mark in row.marks)
        words.append(Piece(visible(word[0]), "cue" if marked else ""))
    return head + words
