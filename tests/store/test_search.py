from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.store import search
from sayso.store.connection import Writer
from sayso.store.search import find_hit_count, find_hits, unmarked
from tests.store.asked import asked_ledger
from tests.store.support import article, take


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    with asked_ledger(tmp_path_factory.mktemp("asked")) as made:
        texts = [f"{'shells ' * k}fell on the town of Number{k} in the night." for k in range(1, 6)]
        take(made, *(article(text) for text in texts), origin="shells.txt")
        yield made


def test_the_best_stand_first(ledger: Writer) -> None:
    found = find_hits(ledger.read, "shells", limit=3)
    assert (found.ranked, found.found) == (True, 7) and len(found.hits) == 3
    assert "Number5" in found.hits[0].snippet


def test_of_very_many_those_taken_in_last_stand_first(ledger: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "RANKED", 3)
    found = find_hits(ledger.read, "shells town", limit=2)
    assert not found.ranked and ["Number5" in hit.snippet for hit in found.hits] == [True, False]


def test_short_beginnings_of_words_have_an_index_of_their_own(ledger: Writer) -> None:
    made = "SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5%prefix = ''1 2''%' ORDER BY name"
    assert [name for (name,) in ledger.read.execute(made)] == ["claims_index", "documents_index"]
    assert [find_hits(ledger.read, words).found for words in ("s* f*", "sh* fe*")] == [7, 5]


def test_a_passage_shows_the_words(ledger: Writer) -> None:
    (hit, *_) = find_hits(ledger.read, '"hospital in kiev"').hits
    assert [hit.snippet[m.begin : m.end] for m in hit.marks] == ["hospital in Kiev"]
    assert (hit.kind, hit.document, hit.outlet) == ("article", hit.id, "Evening Wire")


def test_claims_are_searched_by_their_words_alone(ledger: Writer) -> None:
    found = find_hits(ledger.read, "hosp*", "claim")
    assert {hit.id for hit in found.hits} == {"c_00ab000000000003", "c_0002000000000003"}
    assert find_hits(ledger.read, "Venn", "claim").hits == ()  # a voice, and no word of a claim


def test_a_search_needs_a_word(ledger: Writer) -> None:
    with pytest.raises(UsageError, match="no word"):
        find_hits(ledger.read, ' "-" ')


@given(words=st.text())
def test_whatever_is_typed_gives_hits_or_is_told(ledger: Writer, words: str) -> None:
    for kind in ("article", "claim"):
        try:
            find_hits(ledger.read, words, kind, 2)
        except UsageError as error:
            assert "no word" in str(error)


@given(st.lists(st.tuples(st.text("abc \x02\x03", max_size=4), st.text("xyz", min_size=1, max_size=3)), max_size=5))
def test_marks_cover_what_was_marked(parts: list[tuple[str, str]]) -> None:
    plain = [(before.replace("\x02", "").replace("\x03", ""), word) for before, word in parts]
    text, marks = unmarked("".join(f"{before}\x02{word}\x03" for before, word in plain))
    assert text == "".join(before + word for before, word in plain)
    assert [text[m.begin : m.end] for m in marks] == [word for _, word in plain]
    odd, spans = unmarked("".join(before + word for before, word in parts))
    assert all(0 <= m.begin < m.end <= len(odd) for m in spans)


def test_pages_of_hits_give_each_once(ledger: Writer) -> None:
    whole = find_hits(ledger.read, "shells", limit=None)
    pages = [find_hits(ledger.read, "shells", limit=2, skip=skip).hits for skip in range(0, whole.found + 1, 2)]
    assert [hit for page in pages for hit in page] == list(whole.hits)
    assert find_hit_count(ledger.read, "shells") == whole.found == len(whole.hits)
