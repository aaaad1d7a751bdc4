from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.tasks.chains import from_gold_spans, match, same_name, same_phrase, score_chains
from sayso.text.sentences import sentences
from sayso.types.document import Document


def row(begin: int, end: int, name: str | None = "Ann Roe", kind: str = "person", **other: Any) -> dict[str, Any]:
    """An attribution whose content is ``[begin, end)``, with its cue right before it."""
    plain = {"source": [], "cue": [[begin - 2, begin - 1]], "content": [[begin, end]], "parent": None}
    return {**plain, "polarity": "affirmed", "root": {"kind": kind, "name": name}, **other}


def scored(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> dict[str, float | int]:
    return score_chains([{"id": "a", "attributions": gold}], [{"id": "a", "attributions": found}])


def test_the_gold_itself_is_right_in_everything() -> None:
    gold = [row(10, 20), row(12, 18, parent=0, polarity="denied"), row(30, 40, polarity="withheld", name=None)]
    figures = scored(gold, gold)
    shares = ("root", "root_noun_phrase", "root_name", "parent", "polarity", "polarity_f1", "nested_found")
    assert {name: figures[name] for name in shares} == dict.fromkeys(shares, 1.0)
    assert (figures["gold"], figures["predicted"], figures["matched"], figures["nested"]) == (3, 3, 3, 1)


def test_what_is_not_found_is_wrong() -> None:
    figures = scored([row(10, 20), row(30, 40)], [row(10, 20)])
    assert (figures["root"], figures["parent"], figures["polarity"], figures["matched"]) == (0.5, 0.5, 0.5, 1)


def test_a_missing_document_is_an_error() -> None:
    with pytest.raises(ValueError, match="'a'"):
        score_chains([{"id": "a", "attributions": []}], [])


def test_kind_and_name_are_told_apart() -> None:
    figures = scored([row(10, 20)], [row(10, 20, kind="organisation")])
    assert (figures["root"], figures["root_name"]) == (0, 1)


def test_a_parent_counts_by_its_partner() -> None:
    gold = [row(10, 40), row(20, 30, parent=0)]
    turned = [row(20, 30, parent=1), row(10, 40)]
    assert scored(gold, turned)["parent"] == 1
    assert scored(gold, [row(20, 30, parent=None), row(10, 40)])["parent"] == 0.5
    spurious = [row(10, 40), row(20, 30, parent=2), row(70, 80)]
    assert scored(gold, spurious)["parent"] == 0.5


def test_equal_contents_are_told_apart_by_their_cues() -> None:
    gold = [row(10, 20, name="Ann"), row(10, 20, name="Bo", cue=[[30, 36]])]
    assert scored(gold, list(reversed(gold)))["root"] == 1


def test_macro_f1_weighs_the_polarities_alike() -> None:
    gold = [row(10 * k, 10 * k + 5) for k in range(1, 9)] + [row(100, 105, polarity="denied")]
    found = [{**g, "polarity": "affirmed"} for g in gold]
    figures = scored(gold, found)
    assert figures["polarity"] == pytest.approx(8 / 9)
    assert figures["polarity_f1"] == pytest.approx((16 / 17 + 0) / 2)


@pytest.mark.parametrize(
    ("one", "other", "person", "same"),
    [
        ("The Kremlin", "kremlin", False, True),
        ("his commander", "commander", False, True),
        ("Kyiv’s", "Kyiv", False, True),
        ("Ann Roe", "Roe", True, True),
        ("Ann Roe", "Colonel Ann Roe", True, True),
        ("Ann Roe", "Ann Roebuck", True, False),
        ("ministry", "defence ministry", False, False),
        (None, None, False, True),
        (None, "he", False, False),
        ("the", "", True, False),
    ],
)
def test_same_names(one: str | None, other: str | None, person: bool, same: bool) -> None:
    assert same_name(one, other, person=person) is same_name(other, one, person=person) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("letter", "a letter seen by Kestrel News", True),
        ("surgeon", "surgeon, who spoke", True),
        ("letter", "leaked letter", False),
        ("letter", "letters", False),
        (None, "letter", False),
    ],
)
def test_same_noun_phrases(one: str | None, other: str | None, same: bool) -> None:
    assert same_phrase(one, other) is same_phrase(other, one) is same


def test_noun_phrases_count_for_documents_and_not_for_bodies() -> None:
    for kind, right in (("document", 1), ("unnamed", 1), ("organisation", 0), ("outlet", 0)):
        figures = scored([row(10, 20, "letter", kind)], [row(10, 20, "letter seen by us", kind)])
        assert (figures["root"], figures["root_noun_phrase"]) == (0, right)


SPANS = st.tuples(st.integers(2, 30), st.integers(1, 12)).map(lambda x: row(x[0], x[0] + x[1]))


@given(st.lists(SPANS, max_size=4), st.lists(SPANS, max_size=4))
def test_the_matching_is_the_best_of_all(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
    def weight(g: dict[str, Any], p: dict[str, Any]) -> float:
        total = 0.0
        for role, part in (("content", 1.0), ("cue", 1e-3)):
            (a, b), (c, d) = g[role][0], p[role][0]
            total += part * 2 * max(0, min(b, d) - max(a, c)) / (b - a + d - c)
            if role == "content" and not total:
                return 0.0
        return total

    found_pairs = match(gold, found)
    assert len(set(found_pairs.values())) == len(found_pairs)
    value = sum(weight(gold[g], found[p]) for g, p in found_pairs.items())
    size = max(len(gold), len(found))
    best = max(
        sum(weight(gold[g], found[p]) for g, p in enumerate(order) if g < len(gold) and p < len(found))
        for order in permutations(range(size))
    )
    assert value == pytest.approx(best)


def test_given_spans_are_kept_and_resolved() -> None:
    text = "Ann Roe said it rained."
    gold = {"id": "a", "attributions": [row(13, 22, source=[[0, 7]], cue=[[8, 12]])]}
    (found,) = from_gold_spans(Document("d_a", text, "-", "jsonl"), sentences(text), (), gold)["attributions"]
    assert found == gold["attributions"][0]
