from __future__ import annotations

from dataclasses import replace
from typing import Any

from sayso.cli import rows
from sayso.export.flow import Piece
from sayso.export.row_records import record
from sayso.types.attribution import Polarity, VoiceKind
from sayso.types.claim import ClaimKind
from sayso.types.event import Certainty, Stance
from sayso.types.listed import Hit, ListedClaim, ListedProposition
from sayso.types.span import Span
from sayso.types.speakers import Source
from sayso.types.weighing import Modality, Standing
from tests.reports import DENIED


def short(id: str) -> str:
    return id[:6]


CLAIM = ListedClaim(
    *("c_0123456789", "d_0123456789", "Shells\nhit a\u202e hospital.", ClaimKind.EVENT, "ASSAULT", None, DENIED),
    *(Polarity.AFFIRMED, (), ("a hospital",), None, VoiceKind.UNNAMED, "nobody named > this article"),
    *(Certainty.HIGH, Stance.NONE, 0.9, "2022-03-07T18:00:00", None, None, "Kyiv", "UA", None, None, None),
)


def words(cell: Any) -> str:
    return cell if isinstance(cell, str) else " ".join(piece.text for piece in cell)


def test_a_claim_is_safe_and_says_what_is_unknown() -> None:
    shown = {name: words(cell(CLAIM)) for name, cell in rows.claims(short).columns.items()}
    assert (shown["id"], shown["status"], shown["when"]) == ("c_0123", "DENIED", "2022-03-07")
    assert shown["claim"] == (
        "Shells hit a\\u202e hospital. (Kyiv, Ukraine) — nobody named > this article"
        " · outlet unknown · date unknown · confidence 0.90"
    )
    undated = replace(CLAIM, since=None, edtf=None)
    assert rows.claims(short).columns["when"](undated) == "not known"


def test_no_value_of_a_record_is_lost() -> None:
    found = record(rows.claims(short).kind, CLAIM)
    assert (found["kind"], found["claim_kind"], found["status"], found["reality"]) == (
        *("claim", "event", "DENIED"),
        "denied",
    )


def test_who_is_not_joined_is_counted() -> None:
    who = rows.sources(short).columns["who"]
    many = Source(VoiceKind.UNNAMED, None, None, 12, 15, 3, None, None)
    assert who(many) == "12 unnamed, in 3 articles"
    assert who(replace(many, kind=VoiceKind.PERSON, voices=1, articles=1)) == "1 other person, in 1 article"
    assert who(replace(many, kind=VoiceKind.PERSON, document="d_0")) == "a person of this article"
    assert who(replace(many, document="d_0")) == "nobody named"


def test_words_searched_for_stand_out() -> None:
    hit = Hit("article", "d_0", "d_0", None, None, "T", "two shells\x1b, fell", (Span(4, 10),))
    cell = rows.hits(short).columns["found"](hit)
    assert isinstance(cell, list) and Piece("shells\\x1b,", "cue") in cell and Piece("two") in cell


ACROSS = ListedProposition(
    *("p_0123456789", "Shells\nhit a\u202e hospital.", "ASSAULT", None, Modality.PLAN, 14, 3, 15, 1, 3, 1, 1),
    *(Standing.CONTESTED, "Somebody denies it.", None, ("a", "b", "c", "d", "e"), ("the \x1b[31mministry",)),
    *("2022-03-01T08:00:00Z", None, None, None, None, None),
)


def test_a_claim_across_articles_says_how_it_stands_and_on_how_many_origins() -> None:
    shown = {name: words(cell(ACROSS)) for name, cell in rows.propositions(short).columns.items()}
    assert (shown["id"], shown["standing"], shown["origins"], shown["articles"]) == (
        "p_0123",
        "CONTESTED",
        "1 to 3",
        "14",
    )
    assert shown["claim"] == (
        "Shells hit a\\u202e hospital. [planned] — for: a, b, c and 2 more — against: the \\x1b[31mministry"
        " (1 against) · 3 texts · first seen 1 Mar 2022"
    )
    undated = replace(ACROSS, first_seen=None, who_is_for=(), against_most=0, modality=Modality.DEED)
    assert "· first seen on no known date" in words(rows.propositions(short).columns["claim"](undated)).replace(
        "3 texts ", ""
    )
    found = record(rows.propositions(short).kind, ACROSS)
    assert (found["kind"], found["least"], found["who_is_against"]) == ("proposition", 1, ["the \x1b[31mministry"])
