"""The rules together: plain-text cases, and what must hold for any input."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.markup import compile_file
from bench.tasks.chains import from_gold_spans, same_name
from sayso.reading.voices.lexicon import Lexicon, load_lexicon
from sayso.reading.voices.resolve import resolve, unresolved
from sayso.text.sentences import sentences
from sayso.types.attribution import VoiceKind
from sayso.types.document import Basis, Document, Known
from sayso.types.raw import RawAttribution
from sayso.types.reading import EntityType, Mention
from sayso.types.span import Span

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
LEXICON = load_lexicon()
WORDS = (
    "The ministry said that he they Marta Lund , “ ” . citing sources the adviser denied it quoted by Kestrel News "
    "one of them report \n\n who told A statement by its spokesman Kyiv 's 🤷 é ( JCS ) added"
).split(" ")


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_case(path: Path, lexicon: Lexicon, mention: Callable[..., tuple[Mention, ...]]) -> None:
    gold = compile_file(path)
    header = dict(line.split(": ", 1) for line in path.read_text(encoding="utf-8").split("===")[0].splitlines())
    names = {k: header[k].split("; ") for k in ("persons", "organisations", "places") if k in header}
    text = gold["text"]
    first = text.find("\n\n")
    body = first + 2 if first > 0 and not text[:first].endswith(".") else 0
    publisher = Known(gold["outlet"], Basis.METADATA)
    document = Document("d_case", text, str(path.name), "plain", publisher=publisher, body_begin=body)
    found = from_gold_spans(document, sentences(text), mention(text, **names), gold, lexicon)
    by_spans = {str((a["source"], a["cue"], a["content"])): a for a in found["attributions"]}
    order = [str((a["source"], a["cue"], a["content"])) for a in found["attributions"]]
    for number, a in enumerate(gold["attributions"], start=1):
        p = by_spans[str((a["source"], a["cue"], a["content"]))]
        person = a["root"]["kind"] == "person"
        right = p["root"]["kind"] == a["root"]["kind"] and same_name(
            a["root"]["name"], p["root"]["name"], person=person
        )
        assert right, (number, a["root"], p["root"])
        assert p["polarity"] == a["polarity"], (number, a["polarity"], p["polarity"])
        above = None if p["parent"] is None else order[p["parent"]]
        gold_above = None if a["parent"] is None else gold["attributions"][a["parent"]]
        wanted = gold_above and str((gold_above["source"], gold_above["cue"], gold_above["content"]))
        assert above == wanted, (number, wanted, above)


@st.composite
def inputs(draw: st.DrawFn) -> tuple[Document, list[Mention], list[RawAttribution]]:
    """Any text of words the rules know, with any spans: also such as no model would give."""
    text = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=60)))
    size = len(text)

    def spans(most: int, least: int = 0) -> st.SearchStrategy[tuple[Span, ...]]:
        cuts = st.lists(st.integers(0, size), min_size=2 * least, max_size=2 * most, unique=True).map(sorted)
        return cuts.map(lambda c: tuple(Span(a, b) for a, b in zip(c[::2], c[1::2], strict=False)))

    some = st.lists(
        st.builds(RawAttribution, spans(2), spans(2), spans(3, 1), st.floats(0, 1), st.none() | st.floats(0, 1)),
        max_size=8,
    )
    kind = st.sampled_from([EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE])
    mentions = [
        Mention(span, t, t, 0.5, ())
        for (span,), t in draw(st.lists(st.tuples(spans(1, 1).filter(lambda s: len(s) == 1), kind), max_size=6))
    ]
    body = draw(st.integers(0, size))
    raw = [r for r in draw(some) if r.content]
    return Document("d_" + str(len(text)), text, "-", "plain", body_begin=body), mentions, raw


@given(inputs(), st.randoms(use_true_random=False))
def test_whatever_comes_in_is_resolved(
    given_: tuple[Document, list[Mention], list[RawAttribution]], random_: random.Random
) -> None:
    document, mentions, raw = given_
    text = document.text
    found = sentences(text)
    result = resolve(document, found, mentions, raw, LEXICON)
    typed, attributions, voices = result

    by_id = {a.id: a for a in attributions}
    assert len(by_id) == len(attributions)
    for a in attributions:
        seen: set[str] = set()
        at: str | None = a.id
        while at is not None:  # no cycle of parents
            assert at not in seen
            seen.add(at)
            at = by_id[at].parent
        seen, at = set(), a.id
        while at is not None:  # nor of bases
            assert at not in seen
            seen.add(at)
            root = by_id[at].voice
            at = by_id[at].basis_id
        if not any(p.name == "rule:document-written" for p in a.producers):  # "wrote a letter stating": on the letter
            assert a.root == root
        assert a.chain[0] == next(v.voice.id for v in voices if v.voice.kind is VoiceKind.ARTICLE)
        assert a.chain[-1] == a.root.id
        for voice in (a.voice, a.root):
            assert (voice.name is None) == (voice.mention is None)
            if voice.mention is not None:
                assert voice.mention.end <= len(text)
                assert voice.name == " ".join(voice.mention.of(text).split())
        for span in (*a.source, *a.cue, *a.content):
            assert span.end <= len(text)
    assert all(m.span.end <= len(text) for m in typed)
    assert abs(sum(v.share for v in voices) - 1) < 1e-9
    assert sum(v.attributions for v in voices) == len(attributions)
    assert {a.root.id for a in attributions} <= {v.voice.id for v in voices}
    unresolved(document, attributions)

    random_.shuffle(mentions)
    random_.shuffle(raw)
    assert resolve(document, found, mentions, raw, LEXICON) == result


def test_ids_cannot_be_joined_across_documents(
    marked: Callable[[str], tuple[str, tuple[RawAttribution, ...]]], document: Callable[..., Document]
) -> None:
    text, raw = marked("{1s:Marta Lund} {1q:said} {1c:it rained}.")
    _, one, _ = resolve(document(text), sentences(text), (), raw)
    _, again, _ = resolve(document(text), sentences(text), (), raw)
    _, other, _ = resolve(document(text + " "), sentences(text), (), raw)
    assert one == again
    assert one[0].voice.name == other[0].voice.name == "Marta Lund"
    assert one[0].voice.id != other[0].voice.id


def test_a_person_is_public_only_by_an_office_in_the_text(
    marked: Callable[[str], tuple[str, tuple[RawAttribution, ...]]],
    document: Callable[..., Document],
    mention: Callable[..., tuple[Mention, ...]],
) -> None:
    text, raw = marked(
        "{1s:Marta Lund, a teacher,} {1q:said} {1c:no}. {2s:Colonel Abel Roth} {2q:said} {2c:yes}. "
        "{3s:Vera Lindt} {3q:wept} {3c:so}. {4s:Roth} {4q:left} {4c:it}. Lindt is the mayor of Lindra."
    )
    names = mention(text, persons=["Marta Lund", "Abel Roth", "Vera Lindt", "Roth", "Lindt"])
    _, attributions, _ = resolve(document(text), sentences(text), names, raw)
    assert [(a.voice.name, a.voice.public) for a in attributions] == [
        ("Marta Lund", False),
        ("Abel Roth", True),
        ("Vera Lindt", True),
        ("Abel Roth", True),
    ]


def test_a_pronoun_for_nobody_is_kept_and_told(
    marked: Callable[[str], tuple[str, tuple[RawAttribution, ...]]], document: Callable[..., Document]
) -> None:
    text, raw = marked("Rain.\n\n{1s:She} {1q:said} {1c:it was late}.")
    made = document(text)
    _, (found,), _ = resolve(made, sentences(text), (), raw)
    assert (found.voice.kind, found.voice.name, found.resolution) == (VoiceKind.UNNAMED, "She", None)
    assert unresolved(made, (found,)) == ('line 3: nobody found whom "She" refers to',)


def test_the_share_of_a_voice_is_its_part_of_the_letters(
    marked: Callable[[str], tuple[str, tuple[RawAttribution, ...]]], document: Callable[..., Document]
) -> None:
    text, raw = marked("{1s:Ann} {1q:said} {1c:abcd}")
    _, (found,), voices = resolve(document(text), sentences(text), (), raw)
    assert {(v.voice.name, v.share) for v in voices} == {(None, 7 / 11), ("Ann", 4 / 11)}
    assert found.chain == (voices[0].voice.id, found.voice.id)


def test_each_finding_names_its_rules(
    marked: Callable[[str], tuple[str, tuple[RawAttribution, ...]]], document: Callable[..., Document]
) -> None:
    text, raw = marked("{1s:Marta Lund} {1q:denied} {1c:it}. {2s:She} {2q:said} {2c:“No.”}")
    _, attributions, _ = resolve(document(text), sentences(text), (), raw)
    rules = [[p.name for p in a.producers] for a in attributions]
    assert rules[0] == ["rule:manner", "rule:polarity:cue"]
    assert rules[1] == ["rule:manner", "rule:polarity:default", "rule:pronoun"]
    assert attributions[1].resolution is not None
    assert attributions[1].resolution.voice_id == attributions[0].voice.id
