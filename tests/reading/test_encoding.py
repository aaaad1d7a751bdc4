import pytest

from sayso.reading.encoding import Conventions, encode
from sayso.reading.session import Model


@pytest.mark.parametrize("words", [1, 30, 900])
def test_the_cores_of_all_windows_tile_the_text(model: Model, words: int) -> None:
    tokens = model.tokenizer.tokenize(" ".join(f"word{k}" for k in range(words)))
    found = encode(model, tokens, Conventions())
    decided = [w for e in found for w in range(e.window.begin + e.core.start, e.window.begin + e.core.stop)]
    assert decided == list(range(len(tokens)))
    assert all(len(e.states.words) == len(e.states.triggers) == e.window.end - e.window.begin for e in found)


def test_a_convention_changes_what_its_head_answers_and_nothing_else(model: Model) -> None:
    tokens = model.tokenizer.tokenize("Troops shelled the harbour, the mayor said.")
    (news,), (other,) = (encode(model, tokens, Conventions(happenings=c)) for c in ("news", "kairos"))
    assert (news.states.words == other.states.words).all()
    assert (news.states.cues == other.states.cues).all()
    assert not (news.states.triggers == other.states.triggers).all()
