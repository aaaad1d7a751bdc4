from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.markup import MarkupError, compile_file, compile_paths, compile_text

GOOD = """id: one
split: dev
outlet: The Harbour Post
date: 2022-03-09
===
{1s:Kestrel} {1q:says} {1c:that {2s:Lund} {2q:denied} {2c:it}}.
===
1 root=outlet:"Kestrel" parent=0 polarity=affirmed
2 root=person:"Lund" parent=1 polarity=denied
"""


def test_marks_become_offsets(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(GOOD, encoding="utf-8")
    document = compile_file(path)
    assert document["text"] == "Kestrel says that Lund denied it."
    outer, inner = document["attributions"]
    assert [document["text"][b:e] for b, e in outer["content"]] == ["that Lund denied it"]
    assert (inner["parent"], inner["polarity"], inner["root"]) == (0, "denied", {"kind": "person", "name": "Lund"})


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{1q:says}", "says", "lacks a cue"),
        ("it}}", "it}", "never closed"),
        ('"Lund" parent', '"Lind" parent', "does not stand"),
        ("parent=1", "parent=7", "unknown parent"),
        ("split: dev", "split: x", "split must be"),
        ("=denied", "=no", "unknown kind"),
    ],
)
def test_errors_name_the_file_and_what_is_wrong(tmp_path: Path, old: str, new: str, told: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    documents, errors = compile_paths([tmp_path])
    assert not documents
    assert errors[0].startswith("bad.txt:") and told in errors[0]


def test_stray_brace_is_an_error() -> None:
    with pytest.raises(MarkupError, match="stray"):
        compile_text("a { b", "x")


@given(st.text(alphabet="ab é🚨\n", min_size=1), st.text(alphabet="cd ", max_size=9))
def test_text_without_marks_comes_back_and_marks_cut_it_exactly(inner: str, around: str) -> None:
    text, spans = compile_text(f"{around}{{3c:{inner}}}{around}", "x")
    assert text == around + inner + around
    assert spans[3]["content"] == [[len(around), len(around) + len(inner)]]


def test_the_conflict_set_compiles_and_its_splits_share_no_text() -> None:
    documents, errors = compile_paths([Path(__file__).parents[2] / "bench" / "conflict" / "articles"])
    assert not errors
    assert len(documents) >= 60
    by_split = {s: {d["text"] for d in documents if d["split"] == s} for s in ("dev", "test")}
    assert len(by_split["dev"]) >= 30 and len(by_split["test"]) >= 30
    assert not by_split["dev"] & by_split["test"]
