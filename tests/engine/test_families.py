from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sayso.engine import families
from sayso.engine.families import compared, pair_of, settle
from sayso.engine.lineage import link_new
from sayso.errors import LedgerError
from sayso.store.families import find_families
from sayso.store.forget import save_forgotten
from sayso.store.lineage import find_unsettled
from tests.engine.kin import ARTICLES, NOW, every_family, ids, ledger_in


def copies(count: int) -> list[dict[str, Any]]:
    """The example's original, and copies that differ in a few words each."""
    out = [ARTICLES[0]]
    for k in range(count):
        text = ARTICLES[0]["text"].replace("windows broke", f"{k + 2} windows broke").replace("1,400", f"1,4{k:02}")
        out.append({"text": text, "publisher": f"Copy {k}", "published": f"2031-03-04T{k // 60:02}:{k % 60:02}:00Z"})
    return out


@pytest.mark.parametrize("together", [64, 2])
def test_a_crowd_is_one_family_whatever_the_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, together: int
) -> None:
    monkeypatch.setattr(families, "CROWD", 6)
    monkeypatch.setattr(families, "TOGETHER", together)
    for name in ("once", "parts"):
        (tmp_path / name).mkdir()
    made = copies(12)
    with (
        ledger_in(tmp_path / "once", made) as once,
        ledger_in(tmp_path / "parts", made[1:9], made[9:10], made[:1], made[10:]) as parts,
    ):
        (row,) = find_families(once.read)
        assert (row.articles, row.first) == (13, ids(once.read)["Alder Wire"])
        found = every_family(once.read)
        assert len({family.first for family in found.values() if family}) == 1
        assert found == every_family(parts.read)
        derived = {d.child for d in found[row.first].derivations}  # type: ignore[union-attr]
        assert derived == set(found) - {row.first}


def test_what_is_forgotten_leaves_the_others_in_their_family(tmp_path: Path) -> None:
    for name in ("less", "forgotten"):
        (tmp_path / name).mkdir()
    with ledger_in(tmp_path / "forgotten", ARTICLES) as ledger:
        save_forgotten(ledger, [ids(ledger.read)["The Harbour Post"]], "document", NOW)
        settle(ledger)
        with ledger_in(tmp_path / "less", [a for a in ARTICLES if a["publisher"] != "The Harbour Post"]) as less:
            assert every_family(ledger.read) == every_family(less.read)


def test_an_outlet_that_is_only_credited_becomes_the_root(tmp_path: Path) -> None:
    with ledger_in(tmp_path, ARTICLES[1:3]) as ledger:
        (family,) = {f.first: f for f in every_family(ledger.read).values() if f}.values()
        assert family.root == "Alder Wire"
        list(link_new(ledger))
    (tmp_path / "later").mkdir()
    with ledger_in(tmp_path / "later", ARTICLES[1:3], ARTICLES[:1]) as ledger:
        family = every_family(ledger.read)[ids(ledger.read)["Norrin Gazette"]]  # type: ignore[assignment]
        assert (family.root, family.first) == (None, ids(ledger.read)["Alder Wire"])


def test_a_stop_between_families_is_made_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ledger_in(tmp_path, ARTICLES, link=False) as ledger:
        with monkeypatch.context() as patch:
            patch.setattr(families, "save_families", _killed)
            with pytest.raises(LedgerError):
                list(link_new(ledger))
        assert find_unsettled(ledger.read, 1) and list(find_families(ledger.read)) == []
        settle(ledger)
        assert [row.articles for row in find_families(ledger.read)] == [6]


def _killed(*_: Any) -> None:
    raise LedgerError("killed")


def test_pairs_are_compared_as_links_have_them(tmp_path: Path) -> None:
    with ledger_in(tmp_path, ARTICLES[:2], link=False) as ledger:
        one, other = ids(ledger.read).values()
        (link,) = compared(ledger.read, [pair_of(one, other)])
        assert link.pair == pair_of(other, one) and link.joins and link.alignment.passages
