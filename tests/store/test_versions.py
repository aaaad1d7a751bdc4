from __future__ import annotations

from pathlib import Path

from sayso.store.connection import Writer
from sayso.store.taken import save_failure
from sayso.store.versions import find_claim_place, find_set_aside, find_sightings, find_versions
from tests.store.asked import asked_ledger, known
from tests.store.support import NOW, article, new_ledger, refused, take

URL = "https://example.org/a"


def fill(ledger: Writer) -> list[str]:
    found = [article("One. Two.", url=URL, published="2022-03-02"), article("One.", url=URL, published="2022-03-01")]
    found += [article("One. Two. Three.", url=URL), article("Other.", url="https://example.org/b")]
    take(ledger, *found)
    take(ledger, found[0], origin="again.txt")
    return [document.id for document in found]


def test_versions_of_an_address_come_by_date_and_undated_ones_last(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        ids = fill(ledger)
        assert [v.id for v in find_versions(ledger.read, URL)] == [ids[1], ids[0], ids[2]]
        assert find_versions(ledger.read, None) == ()


def test_sightings_say_where_and_when(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        first = fill(ledger)[0]
        assert [(s.taken, s.url, s.published) for s in find_sightings(ledger.read, first)] == [
            (NOW, URL, "2022-03-02")
        ] * 2


def test_why_an_article_was_not_read_is_kept(tmp_path: Path) -> None:
    with new_ledger(tmp_path) as ledger:
        first, second, *_ = fill(ledger)
        save_failure(ledger, first, refused("a.txt"), NOW)
        assert find_set_aside(ledger.read, first) == refused("a.txt")
        assert find_set_aside(ledger.read, second) is None


def test_a_claim_has_its_place(tmp_path: Path) -> None:
    with asked_ledger(tmp_path) as ledger:
        assert find_claim_place(ledger.read, "c_00ab000000000003") == (known().document.id, 3)
        assert find_claim_place(ledger.read, "c_none") is None
