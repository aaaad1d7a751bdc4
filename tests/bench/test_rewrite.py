from hypothesis import given
from hypothesis import strategies as st

from bench.rewrite import apply, mover, rewritten


def test_gold_moves_with_its_words() -> None:
    document = {
        "id": "x",
        "text": "He said so.",
        "attributions": [{"source": [[0, 2]], "cue": [[3, 7]], "content": [[8, 10]]}],
    }
    out = rewritten(document, [(0, 2, "The man"), (3, 7, "uttered")])
    (a,) = out["attributions"]
    assert [out["text"][b:e] for r in ("source", "cue", "content") for b, e in a[r]] == ["The man", "uttered", "so"]


@given(st.text(alphabet="abcdef ", min_size=1, max_size=60), st.data())
def test_spans_between_edits_keep_their_words(text: str, data: st.DataObject) -> None:
    marks = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    edits = [
        (b, e, data.draw(st.text(alphabet="xyz", max_size=4))) for b, e in zip(marks[::2], marks[1::2], strict=False)
    ]
    new, move = apply(text, edits), mover(edits)
    begin = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(begin + 1, len(text)))
    if not any(b < end and begin < e for b, e, _ in edits):
        assert new[move(begin, False) : move(end, True)] == text[begin:end]
