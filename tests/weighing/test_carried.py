from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.types.attribution import VoiceKind
from sayso.types.claim import ClaimKind
from sayso.types.event import Certainty, EventType, Stance
from sayso.types.lineage import Alignment, Derivation, Kind, Passage, QuotedAgain
from sayso.types.span import Span
from sayso.types.weighing import Assertion, Modality, Side, Teller
from sayso.weighing.carried import carried

OLD = (
    "Two columns entered Orlen on Monday, Colonel Brask said. "
    "The mayor denied that shells had landed near the mill and said that nobody was hurt. "
    "Buses over the Tessen bridge take three hours longer."
)
NEW = (
    "Two segments penetrated Orlen on Monday, Colonel Brask expressed. "
    "The chairman precluded that projectiles had descended near the plant and said that no one was injured. "
    "Transports over the Tessen bridge take three hours longer."
)
ARTICLE = Teller("v0", VoiceKind.ARTICLE, None)


def at(text: str, words: str) -> Span:
    begin = text.index(words)
    return Span(begin, begin + len(words))


def claim(id: str, text: str, words: str, trigger: str, type: EventType | None = EventType.ASSAULT) -> Assertion:
    """An assertion of the document that the letters of ``id`` name."""
    return Assertion(
        id=id,
        document=id.rstrip("0123456789"),
        place=int(id.lstrip("abcdefghijklmnopqrstuvwxyz_") or 0),
        kind=ClaimKind.EVENT,
        text=words,
        span=at(text, words),
        type=type,
        mode=None,
        status=None,
        side=Side.FOR,
        modality=Modality.DEED,
        certainty=Certainty.HIGH,
        stance=Stance.NONE,
        probability=0.9,
        chain=(ARTICLE,),
        trigger=trigger,
        words=tuple(re.findall(r"\w+", words.lower())),
    )


def derivation(
    parent: str, child: str, passages: Sequence[Passage], kind: Kind = Kind.RESPUN, quotes: Sequence[QuotedAgain] = ()
) -> Derivation:
    return Derivation(parent, child, kind, 0.9, 0.9, Alignment(tuple(passages), 1.0, 1.0, 0.7, 1.0), tuple(quotes), ())


def whole(first: str, second: str) -> list[Passage]:
    return [Passage(Span(0, len(first)), Span(0, len(second)))]


ENTERED = claim("d1", OLD, "Two columns entered Orlen on Monday", "enter")
DENIED = claim("d2", OLD, "The mayor denied that shells had landed near the mill", "deni")
LANDED = claim("d3", OLD, "shells had landed near the mill", "land")
HURT = claim("d4", OLD, "nobody was hurt", "hurt")
PARENT = (ENTERED, DENIED, LANDED, HURT)
TEXTS = {"d": OLD, "c": NEW}


def test_respun_claims_find_the_claims_that_their_words_made() -> None:
    child = (
        claim("c1", NEW, "Two segments penetrated Orlen on Monday", "penetrat", None),
        claim("c2", NEW, "The chairman precluded that projectiles had descended near the plant", "preclud", None),
        claim("c3", NEW, "projectiles had descended near the plant", "descend", None),
        claim("c4", NEW, "no one was injured", "injur", None),
    )
    found = carried(child, {"d": PARENT}, [derivation("d", "c", whole(OLD, NEW))], TEXTS)
    assert [(c.child, c.parent) for c in found] == [("c1", "d1"), ("c2", "d2"), ("c3", "d3"), ("c4", "d4")]
    assert [c.span.of(OLD) for c in found[:1]] == ["Two columns entered Orlen on Monday"]
    assert {c.source for c in found} == {"d"}


def test_where_nothing_was_read_the_words_are_told_without_a_claim() -> None:
    child = (claim("c3", NEW, "Transports over the Tessen bridge take three hours longer", "take"),)
    (found,) = carried(child, {"d": PARENT}, [derivation("d", "c", whole(OLD, NEW))], TEXTS)
    assert found.parent is None
    assert found.span.of(OLD) == "Buses over the Tessen bridge take three hours longer"


def test_what_the_child_adds_is_not_carried() -> None:
    added = "Transports over the Tessen bridge take three hours longer, while far in the north snow closed two passes."
    text = NEW[: NEW.index("Transports")] + added
    child = (claim("e1", text, "far in the north snow closed two passes", "clos"),)
    found = carried(child, {"d": PARENT}, [derivation("d", "e", whole(OLD, text))], {"d": OLD, "e": text})
    assert found == ()


def test_a_sentence_put_in_the_place_of_another_is_not_carried() -> None:
    text = OLD.replace(
        "Buses over the Tessen bridge take three hours longer", "A church in Lisk has burnt down to the walls"
    )
    child = (claim("e1", text, "A church in Lisk has burnt down to the walls", "burnt"),)
    edges = [derivation("d", "e", whole(OLD, text))]
    assert carried(child, {"d": PARENT}, edges, {"d": OLD, "e": text}) == ()


def test_mostly_own_words_are_not_carried_and_mostly_old_ones_are() -> None:
    text = "Two columns entered Orlen on Monday."
    child = claim("e1", text, "Two columns entered Orlen on Monday", "enter")
    half = [Passage(Span(0, 19), Span(0, 19))]  # "Two columns entered"
    more = [Passage(Span(0, 28), Span(0, 28))]  # ... "Orlen on"
    texts = {"d": OLD, "e": text}
    assert carried((child,), {"d": PARENT}, [derivation("d", "e", half)], texts) == ()
    assert len(carried((child,), {"d": PARENT}, [derivation("d", "e", more)], texts)) == 1


def test_a_quotation_alone_carries_too() -> None:
    text = "A man in the market had heard the rumour: “shells had landed near the mill”, he told a friend."
    child = (claim("e1", text, "shells had landed near the mill", "land"),)
    quote = QuotedAgain(LANDED.span, at(text, "“shells had landed near the mill”"), None)
    found = carried(child, {"d": PARENT}, [derivation("d", "e", (), Kind.QUOTATION, [quote])], {"d": OLD, "e": text})
    assert [(c.parent, c.span) for c in found] == [("d3", LANDED.span)]


def test_a_parent_of_the_family_comes_before_one_with_passages() -> None:
    other = tuple(replace(a, id=f"x{a.place}", document="x") for a in PARENT)
    child = (claim("c1", NEW, "Two segments penetrated Orlen on Monday", "penetrat", None),)
    edges = [derivation("x", "c", whole(OLD, NEW), Kind.PARTIAL), derivation("d", "c", whole(OLD, NEW))]
    texts = TEXTS | {"x": OLD}
    assert [c.parent for c in carried(child, {"d": PARENT, "x": other}, edges, texts)] == ["d1"]
    # where the family's parent was not read, the other one's assertion is better than none
    assert [c.parent for c in carried(child, {"d": (), "x": other}, edges, texts)] == ["x1"]
    assert [c.source for c in carried(child, {}, edges, texts)] == ["d"]


def test_of_two_voices_for_one_event_the_same_one_is_chosen() -> None:
    brask = Teller("v1", VoiceKind.PERSON, "Colonel Brask", mention=at(OLD, "Colonel Brask"))
    mayor = Teller("v2", VoiceKind.PERSON, "The mayor", mention=at(OLD, "The mayor"))
    parents = tuple(replace(ENTERED, id=f"d{k}", chain=(ARTICLE, v)) for k, v in ((7, mayor), (1, brask)))
    mine = Teller("w1", VoiceKind.PERSON, "Colonel Brask", mention=at(NEW, "Colonel Brask"))
    child = replace(claim("c1", NEW, "Two segments penetrated Orlen on Monday", "penetrat"), chain=(ARTICLE, mine))
    found = carried((child,), {"d": parents}, [derivation("d", "c", whole(OLD, NEW))], TEXTS)
    assert [c.parent for c in found] == ["d1"]


def test_a_parent_without_a_text_and_no_derivation_carry_nothing() -> None:
    child = (claim("c1", NEW, "Two segments penetrated Orlen on Monday", "penetrat", None),)
    assert carried(child, {"d": PARENT}, [], TEXTS) == ()
    assert carried(child, {"d": PARENT}, [derivation("d", "c", whole(OLD, NEW))], {"c": NEW}) == ()


LETTERS = "old new red men ran off at sea far by ship cut ran two ways".split()
sentences = st.lists(st.sampled_from(LETTERS), min_size=3, max_size=9).map(lambda w: " ".join(w).capitalize() + ".")
articles = st.lists(sentences, min_size=1, max_size=6).map(" ".join)


@st.composite
def read(draw: st.DrawFn, id: str, text: str) -> tuple[Assertion, ...]:
    """Assertions of a document: runs of its words, each with one of them as its event; no two are the same."""
    words = [Span(*m.span()) for m in re.finditer(r"\w+", text)]
    rows = {}
    for _ in range(draw(st.integers(0, 6))):
        a = draw(st.integers(0, len(words) - 1))
        b = draw(st.integers(a, min(len(words) - 1, a + 6)))
        trigger = draw(st.integers(a, b))
        span = Span(words[a].begin, words[b].end)
        rows[span, words[trigger].of(text)] = None
    made = []
    for k, (span, trigger) in enumerate(rows):
        base = claim(f"{id}{k}", text, text[span.begin : span.end], trigger)
        made.append(replace(base, span=span))
    return tuple(made)


@settings(max_examples=60)
@given(st.data())
def test_an_identical_copy_carries_every_assertion_over_to_itself(data: st.DataObject) -> None:
    text = data.draw(articles)
    original = data.draw(read("a", text))
    copy = tuple(replace(a, id=f"b{a.place}", document="b") for a in original)
    edge = derivation("a", "b", whole(text, text), Kind.VERBATIM)
    found = carried(copy, {"a": original}, [edge], {"a": text, "b": text})
    assert [(c.child, c.parent, c.span) for c in found] == [
        (b.id, a.id, a.span) for a, b in zip(original, copy, strict=True)
    ]


@settings(max_examples=60)
@given(st.data())
def test_spans_lie_in_the_parent_and_order_changes_nothing(data: st.DataObject) -> None:
    texts = {id: data.draw(articles) for id in "abc"}
    rows = {id: data.draw(read(id, text)) for id, text in texts.items()}
    edges = []
    for parent in "ab":
        first, second = texts[parent], texts["c"]
        a, b = sorted((data.draw(st.integers(0, len(first))), data.draw(st.integers(0, len(first)))))
        c, d = sorted((data.draw(st.integers(0, len(second))), data.draw(st.integers(0, len(second)))))
        passages = [Passage(Span(a, b), Span(c, d))] if a < b and c < d else []
        edges.append(derivation(parent, "c", passages, data.draw(st.sampled_from(list(Kind)))))
    found = carried(rows["c"], rows, edges, texts)
    assert all(c.span.end <= len(texts[c.source]) and c.source in "ab" for c in found)
    assert all(c.parent is None or c.parent in {a.id for a in rows[c.source]} for c in found)
    assert len({c.child for c in found}) == len(found)
    turned = {id: tuple(reversed(row)) for id, row in reversed(list(rows.items()))}
    again = carried(tuple(reversed(rows["c"])), turned, edges[::-1], texts)
    assert sorted(again, key=lambda c: c.child) == sorted(found, key=lambda c: c.child)
