from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.engine.lineage import link_new
from sayso.engine.propositions import weigh_new
from sayso.store.connection import Writer
from sayso.store.forget import save_forgotten
from sayso.store.readings import save_report
from sayso.store.sources import (
    Heard,
    Spelling,
    find_heard,
    find_named_sources,
    find_namesakes,
    find_repeaters,
    find_said,
    find_source,
    find_source_count,
    find_sources,
    find_spellings,
    find_unjoined_sources,
)
from sayso.text.name_keys import name_key
from sayso.types.attribution import VoiceKind
from sayso.types.speakers import SourceWanted
from tests.store.asked import again, asked_ledger, keep, known
from tests.store.support import NOW, new_ledger

PERSON = VoiceKind.PERSON
KEY = "AlS mrv"  # Ilse Marrow's
PRIVATE = "Ada Venn"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    with asked_ledger(tmp_path_factory.mktemp("sources")) as made:
        list(link_new(made))
        list(weigh_new(made))
        yield made


def test_only_who_is_known_across_articles_is_joined(ledger: Writer) -> None:
    rows = list(find_sources(ledger.read))
    assert [(row.kind, row.name, row.voices, row.articles) for row in rows if row.name] == [
        (VoiceKind.PERSON, "Ilse Marrow", 2, 2)
    ]
    assert (rows[0].attributions, rows[0].first, rows[0].last) == (2, "2022-03-08", "2022-03-10")
    others = {row.kind: (row.voices, row.articles) for row in rows if row.name is None}
    assert others == dict.fromkeys(("person", "organisation", "outlet", "unnamed"), (2, 2))


def test_apart_each_article_has_its_own_and_private_persons_no_name(ledger: Writer) -> None:
    rows = [row for row in find_sources(ledger.read, apart=True) if row.document]
    assert all((row.voices, row.articles) == (1, 1) for row in rows)
    assert [row.name for row in rows if row.kind is VoiceKind.UNNAMED] == ["opposition sources"] * 2
    assert [row.name for row in rows if row.kind is VoiceKind.PERSON] == [None, None]
    assert {row.kind for row in find_sources(ledger.read, VoiceKind.UNNAMED, apart=True)} == {VoiceKind.UNNAMED}


def test_the_usual_spelling_names_a_source(tmp_path: Path) -> None:
    with asked_ledger(tmp_path) as ledger:
        ledger.connection.execute(
            "UPDATE voices SET name = 'I. Marrow' WHERE key IS NOT NULL AND document = ?", (known().document.id,)
        )
        assert next(find_sources(ledger.read)).name == "Ilse Marrow"  # as frequent, and longer


def test_no_way_leads_to_a_private_person(ledger: Writer) -> None:
    assert [row.name for row in find_named_sources(ledger.read, SourceWanted(name=PRIVATE))] == []
    key = name_key(PRIVATE) or ""
    assert key and not list(find_named_sources(ledger.read, SourceWanted(name=PRIVATE, name_keys=(key,))))
    for kind in VoiceKind:
        for tried in (key, PRIVATE, "", "%", "v_Ada Venn"):
            assert find_source(ledger.read, kind, tried) is None
            assert find_spellings(ledger.read, kind, tried) == ()
    named = [
        tuple(row)
        for table in ("speakers", "spellings", "heard")
        for row in ledger.read.execute(f"SELECT * FROM {table}")
    ]
    assert named and PRIVATE not in str(named) and key not in str(named)


def test_a_source_has_its_names_days_claims_and_outlets(ledger: Writer) -> None:
    found = find_source(ledger.read, PERSON, KEY)
    assert found is not None and (found.name, found.key, found.articles) == ("Ilse Marrow", KEY, 2)
    assert find_spellings(ledger.read, PERSON, KEY) == (Spelling("Ilse Marrow", 2),)
    assert find_heard(ledger.read, PERSON, KEY) == (Heard("2022-03-08", 1), Heard("2022-03-10", 1))
    (said,), count = find_said(ledger.read, PERSON, KEY)
    assert count == 1 and said.text == "We will call up every man under 58."
    assert (said.supports, said.denies, said.leaves_open, said.said_in) == (2, 0, 0, 2)
    assert (said.said_first, said.said_last) == ("2022-03-08", "2022-03-10")
    outlets, many = find_repeaters(ledger.read, PERSON, KEY, 10)
    assert many == 2 and [(o.outlet, o.articles, o.derived) for o in outlets] == [
        ("Evening Wire", 1, 1),
        ("The Harbour Post", 1, 0),
    ]


def test_a_part_of_a_name_another_spelling_and_pages(tmp_path: Path) -> None:
    with asked_ledger(tmp_path) as ledger:
        ledger.connection.execute(
            "INSERT INTO voices SELECT document, 'v_x', 'outlet', 'Wire_%', 'vAr', 5, published FROM voices"
            " WHERE id = 'v_article'"
        )
        names = [row.name for row in find_named_sources(ledger.read, SourceWanted())]
        assert names == ["Wire_%", "Ilse Marrow"]
        pages = [
            row.name for skip in (0, 1) for row in find_named_sources(ledger.read, SourceWanted(limit=1, skip=skip))
        ]
        assert pages == names and find_source_count(ledger.read, SourceWanted(), 1) == 1
        for wanted, found in {
            SourceWanted(name="marr"): ["Ilse Marrow"],
            SourceWanted(name="_%"): ["Wire_%"],
            SourceWanted(name="nobody"): [],
            SourceWanted(name="Ilze Marrou", name_keys=(KEY,)): ["Ilse Marrow"],
            SourceWanted(kind=VoiceKind.OUTLET): ["Wire_%"],
        }.items():
            assert [row.name for row in find_named_sources(ledger.read, wanted)] == found
            assert find_source_count(ledger.read, wanted, 9) == len(found)
        ledger.connection.execute("UPDATE voices SET key = ? WHERE id = 'v_x'", (KEY,))
        assert [row.name for row in find_namesakes(ledger.read, PERSON, KEY)] == ["Wire_%"]


def counted(ledger: Writer) -> None:
    """That the tables kept by triggers hold what the voices say."""
    rows = ledger.read.execute("SELECT * FROM voices WHERE kind <> 'article'").fetchall()
    groups = {(row["kind"], row["key"] or "") for row in rows}
    wanted = {
        group: (
            sum((r["kind"], r["key"] or "") == group for r in rows),
            sum(r["attributions"] for r in rows if (r["kind"], r["key"] or "") == group),
            len({r["document"] for r in rows if (r["kind"], r["key"] or "") == group}),
        )
        for group in groups
    }
    found = {tuple(row)[:2]: tuple(row)[2:] for row in ledger.read.execute("SELECT * FROM speakers")}
    assert found == wanted
    names = Counter((row["kind"], row["key"], row["name"]) for row in rows if row["key"] and row["name"])
    assert {tuple(r)[:3]: r["voices"] for r in ledger.read.execute("SELECT * FROM spellings")} == names
    days: Counter[tuple[str, str, str]] = Counter()
    for row in rows:
        if row["published"] and row["attributions"]:
            days[row["kind"], row["key"] or "", row["published"][:10]] += row["attributions"]
    assert {tuple(r)[:3]: r["attributions"] for r in ledger.read.execute("SELECT * FROM heard")} == days


@settings(max_examples=25, deadline=None)
@given(
    steps=st.lists(st.tuples(st.sampled_from(("key", "name", "date", "again", "less")), st.integers(0, 3)), max_size=8)
)
def test_counts_follow_whatever_happens_to_voices(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    reports = [known()] + [again(known(), k, published=f"2022-03-1{k}") for k in range(1, 4)]
    with new_ledger(tmp_path_factory.mktemp("counted")) as ledger:
        keep(ledger, *reports)
        run = ledger.connection.execute
        for step, k in steps:
            document = reports[k].document.id
            if step == "key":
                run("UPDATE voices SET key = 'abc' WHERE document = ? AND id > 'v_M'", (document,))
            elif step == "name":
                run("UPDATE voices SET name = 'Another' WHERE document = ? AND key IS NOT NULL", (document,))
            elif step == "date":
                run("UPDATE documents SET published = ? WHERE id = ?", (f"2021-0{k + 1}-01T10:00:00Z", document))
            elif step == "again":
                there = run("SELECT 1 FROM documents WHERE id = ?", (document,)).fetchone()
                if there:
                    save_report(ledger, reports[k], "1.3")
            else:
                save_forgotten(ledger, [document], "document", NOW)
            counted(ledger)


def test_what_is_forgotten_leaves_no_name(tmp_path: Path) -> None:
    with asked_ledger(tmp_path) as ledger:
        every = [id for (id,) in ledger.read.execute("SELECT id FROM documents")]
        save_forgotten(ledger, every, "document", NOW)
        assert list(find_sources(ledger.read)) == list(find_unjoined_sources(ledger.read)) == []
        counted(ledger)
