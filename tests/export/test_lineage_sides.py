from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.engine.lineage import compare
from sayso.export.lineage_sides import Run, Side, sides
from sayso.types.lineage import Alignment, ChangeKind, Comparison
from sayso.types.span import Span
from tests.copies import ORIGINAL, RESPUN
from tests.export.test_lineage_diff import FOUND, NEW, OLD
from tests.readings import CHARACTERS, document


def told(runs: tuple[Run, ...], text: str) -> list[tuple[str, str | None]]:
    return [(run.span.of(text), run.change.value if run.change else None) for run in runs]


def test_what_was_changed_stands_on_both_sides_with_its_kind() -> None:
    alone, both, gone = sides(FOUND)
    assert alone == Side((), (Run(Span(0, NEW.index("\n")), ChangeKind.ADDED),))
    first, second = told(both.first, OLD), told(both.second, NEW)
    assert first[:4] == [("Two ", None), ("brigades", "substituted"), (" ", None), ("did not cross", "negation")]
    assert ("2", "number") in first and ("3", "number") in second and ("wide", "added") in second
    assert told(gone.first, OLD) == [("Nobody was hurt in the town.", "omitted")] and gone.second == ()


def test_a_respun_text_stands_sentence_by_sentence() -> None:
    old, new = document("\n\n".join(ORIGINAL)), document("\n\n".join(RESPUN))
    rows = sides(compare(old, new))
    firsts = ["".join(run.span.of(old.text) for run in row.first).strip() for row in rows]
    seconds = ["".join(run.span.of(new.text) for run in row.second).strip() for row in rows]
    assert ORIGINAL[0] in firsts and seconds[firsts.index(ORIGINAL[0])] == RESPUN[0]
    assert [s[0].isupper() or s[0] == "“" for s in seconds if s].count(False) == 0


def test_what_only_the_first_has_stands_before_what_follows_it_there() -> None:
    shared = "The road to the harbour is closed and nobody knows for how long it will be."
    old, new = document(f"It rained.\n\n{shared}"), document(shared)
    at = Span(len("It rained.\n\n"), len(old.text))
    found = Comparison(old, new, Alignment((), 0, 0, 0, 0), (), ())
    passage = type(FOUND.alignment.passages[0])(at, Span(0, len(shared)))
    rows = sides(replace(found, alignment=Alignment((passage,), 0.9, 1.0, 1.0, 1.0)))
    assert [bool(row.second) for row in rows] == [False, True]


@settings(deadline=None)
@given(st.text(CHARACTERS, max_size=300), st.data())
def test_no_character_of_a_passage_is_lost_or_told_twice(words: str, data: st.DataObject) -> None:
    base = "\n\n".join(ORIGINAL[:3]) + "\n\n" + words
    cut = data.draw(st.integers(0, len(base)))
    old, new = document(base), document(base[:cut] + " seventeen swans " + base[cut:])
    rows = sides(compare(old, new))
    for side, text in (("first", old.text), ("second", new.text)):
        spans = sorted(run.span for row in rows for run in getattr(row, side))
        assert all(a.end <= b.begin for a, b in zip(spans, spans[1:], strict=False))
        held = {k for span in spans for k in range(span.begin, span.end)}
        assert all(char.isspace() for k, char in enumerate(text) if k not in held)
