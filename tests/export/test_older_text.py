from __future__ import annotations

from sayso.export.flow import Piece
from sayso.export.format import View
from sayso.export.older_text import NONE, Olders, claim_pieces, older_lines, record, unexplained
from sayso.types.attribution import Producer, Voice, VoiceKind
from sayso.types.lineage import Kind, Older
from sayso.types.listed import Relative
from sayso.types.reading import RespunPhrase
from sayso.types.span import Span

RULE = Producer("rule:older-wording", "1.0")


def older(of: str | None, words: str, older_words: str, begin: int = 0, **fields: object) -> Older:
    here, there = Span(begin, begin + len(words)), Span(begin + 100, begin + 100 + len(older_words))
    values = {"read": None, "producer": RULE} | fields
    return Older(of, (here,), words, "d_00a1", (there,), older_words, (Kind.RESPUN,), **values)  # type: ignore[arg-type]


NAME = older("x_1", "Chief of the Basic Workers", "Chief of the General Staff", 10)
PART = older("v_1", "Workers", "Staff", 29)
PHRASE = older(None, "segments", "columns", 60)
CLAIM = older("c_1", "Two segments came.", "Two columns came.", 56, read="c_9")
KNOWN = {"d_00a1": Relative("d_00a1", "2022-03-01", "Alder Wire", None, None)}
OLDERS = Olders((CLAIM, NAME, PART, PHRASE), KNOWN)


def said(pieces: list[Piece]) -> str:
    return " ".join(piece.text for piece in pieces)


def told(olders: Olders, guessed: tuple[RespunPhrase, ...] = ()) -> str:
    return " ".join("\n".join(older_lines(olders, frozenset({"c_1"}), guessed, View(width=200))).split())


def test_a_claim_has_its_older_wording_with_document_and_characters() -> None:
    assert OLDERS.of_claim("c_1") is CLAIM and OLDERS.of_claim("c_2") is None
    assert said(claim_pieces(CLAIM, OLDERS)) == "Two columns came. · d_00a1, chars 156-173; claim c_9 there"


def test_another_voice_of_the_older_claim_is_named() -> None:
    marrow = Voice("v_9", VoiceKind.PERSON, "Ilse Marrow", Span(0, 4))
    named = older("c_1", "a", "b", voice=marrow, read="c_9")
    assert said(claim_pieces(named, OLDERS)).endswith("claim c_9 there, on the word of Ilse Marrow")
    own = older("c_1", "a", "b", voice=Voice("v_0", VoiceKind.ARTICLE, None, None), read="c_9")
    assert said(claim_pieces(own, OLDERS)).endswith("there, on its own word")


def test_names_and_phrases_stand_with_what_they_were_and_from_where() -> None:
    text = told(OLDERS)
    assert "this text is respun from d_00a1 (Alder Wire, 1 Mar 2022)" in text
    assert "“Chief of the Basic Workers” was “Chief of the General Staff” · chars 10-36; d_00a1, chars 110-136" in text
    assert "“Workers” was" not in text  # part of the longer name
    assert "“segments” was “columns”" in text


def test_what_looks_respun_by_itself_is_told_with_what_it_was() -> None:
    guesses = (RespunPhrase(Span(60, 68), 0.914, (), ()), RespunPhrase(Span(200, 204), 0.8, (), ()))
    assert "looks respun, 0.91" in told(OLDERS, guesses)
    assert unexplained(guesses, OLDERS) == [guesses[1]]
    assert unexplained(guesses, NONE) == list(guesses)


def test_nothing_older_nothing_told() -> None:
    assert told(NONE) == ""
    assert told(Olders((CLAIM,), KNOWN)) == ""  # it stands at the claim


def test_hostile_words_are_made_visible() -> None:
    bad = older(None, "a\x1b[31m", "b\u202e")
    text = told(Olders((bad,), {"d_00a1": Relative("d_00a1", None, "\x1bWire", None, None)}))
    assert "\x1b" not in text and "\u202e" not in text


def test_long_lists_say_how_many_more_there_are() -> None:
    many = tuple(older(None, f"new{k}", f"old{k}", 10 * k) for k in range(90))
    assert "… 10 more phrases; --output-format json gives all" in told(Olders(many, KNOWN))


def test_a_record_has_both_texts_and_the_rule() -> None:
    found = record(CLAIM)
    assert found["spans"] == [[56, 74]] and found["older_spans"] == [[156, 173]]
    assert (found["source"], found["steps"], found["read"]) == ("d_00a1", ["respun"], "c_9")
    assert found["producer"] == {"name": "rule:older-wording", "version": "1.0"}
