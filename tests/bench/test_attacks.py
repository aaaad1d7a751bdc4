import random

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.attacks import Moved, Strength, applied, attacked, edits, respelt

TEXT = (
    "On Monday the envoy met Ranna Tikhorovskaya in Velmar, because 1,214 families had left the valley. "
    "The talks lasted 7 hours, and officials in Velmar said that 48 people were missing. "
    '"We will not leave the harbour," the envoy told Ranna Tikhorovskaya.'
)
ALL = Strength(1.0, 1.0, 1.0, 1.0)
WORDS = st.sampled_from("the of Velmar Ranna Korvich 1,214 7 48 2021 because said valley , . ; and but".split())
TEXTS = st.lists(WORDS, max_size=60).map(" ".join)


@given(TEXTS, st.integers(0, 99))
@settings(max_examples=200, deadline=None)
def test_what_was_not_changed_keeps_its_words(text: str, seed: int) -> None:
    changes = edits(text, random.Random(seed))
    new, moved = applied(text, changes), Moved(changes)
    inside = {at for begin, end, _ in changes for at in range(begin, end)}
    for at in range(len(text)):
        if at not in inside:
            assert new[moved.begin(at) : moved.end(at + 1)] == text[at]
    for begin, end, words in changes:
        assert new[moved.begin(begin) : moved.end(end)] == words


@given(TEXTS, st.integers(0, 99))
@settings(max_examples=100, deadline=None)
def test_offsets_stay_in_order_and_in_the_text(text: str, seed: int) -> None:
    changes = edits(text, random.Random(seed), ALL)
    new, moved = applied(text, changes), Moved(changes)
    for offsets in ([moved.begin(at) for at in range(len(text))], [moved.end(at) for at in range(1, len(text) + 1)]):
        assert offsets == sorted(offsets)
        assert not offsets or (0 <= offsets[0] and offsets[-1] <= len(new))


def test_names_figures_function_words_and_borders_change() -> None:
    new = applied(TEXT, edits(TEXT, random.Random(3), ALL))
    assert "1,214" not in new
    assert " 7 hours" not in new
    assert "because" not in new
    assert "Tikhorovskaya" not in new
    assert "hours, and" not in new
    assert "Monday" in new


def test_a_name_is_changed_alike_wherever_it_stands() -> None:
    for seed in range(20):
        changes = edits(TEXT, random.Random(seed), Strength(names=1, numbers=0, function=0, borders=0))
        by_name: dict[str, set[str]] = {}
        for begin, end, new in changes:
            by_name.setdefault(TEXT[begin:end], set()).add(new)
        assert set(by_name) == {"Ranna Tikhorovskaya", "Velmar"}
        assert all(len(found) == 1 for found in by_name.values())


def test_respelt_names_keep_their_capital() -> None:
    found = {respelt("Tikhanovskaya", random.Random(seed)) for seed in range(20)}
    assert len(found) > 3
    assert all(name[0] == "T" for name in found)


def test_labels_follow_their_text() -> None:
    child = TEXT.replace("valley", "vale")
    at, quote = child.index("vale"), TEXT.index("We will")
    docs = [{"id": "a", "text": TEXT}, {"id": "b", "text": child}, {"id": "c", "text": TEXT}]
    end = TEXT.index(',"') + 1
    gold = [
        {"type": "edge", "src": "a", "dst": "b", "kind": "spun", "spans": [[0, len(TEXT), 0, len(child)]]},
        {"type": "edge", "src": "a", "dst": "c", "kind": "verbatim", "spans": [[0, len(TEXT), 0, len(TEXT)]]},
        {"type": "respun", "doc": "b", "start": at, "end": at + 4, "spun": "vale", "original": "valley"},
        {"type": "quote", "doc": "b", "start": quote - 2, "end": end - 2,
         "src": "a", "src_start": quote, "src_end": end, "altered": False, "kind": "verbatim"},
    ]  # fmt: skip
    new, labels = attacked(docs, gold, strength=ALL)
    assert (new[0], new[2]) == (docs[0], docs[2])
    text = new[1]["text"]
    assert text != child
    edge, other, respun, quoted = labels
    assert edge["spans"] == [[0, len(TEXT), 0, len(text)]]
    assert other == gold[1]
    assert text[respun["start"] : respun["end"]] == respun["spun"]
    assert respun["spun"].endswith("vale")
    said = text[quoted["start"] : quoted["end"]]
    assert said.startswith("We") and said.endswith(",")
    assert quoted["altered"]
    assert attacked(docs[::-1], gold, strength=ALL)[0] == new[::-1]
