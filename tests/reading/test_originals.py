from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.originals import MOST, load_thesaurus, proposals


def offered(text: str, garbled: str) -> list[str]:
    words, wanted = text.split(), garbled.split()
    begin = next(k for k in range(len(words)) if words[k : k + len(wanted)] == wanted)
    return [p.words for p in proposals(words, begin, begin + len(wanted))]


def test_a_term_is_found_behind_synonyms_of_any_sense() -> None:
    assert offered("the Chief of the Basic Workers said", "Basic Workers")[0] == "General Staff"
    assert "press conference" in offered("at a press convention on Tuesday", "convention")


def test_a_single_word_comes_back_in_its_own_form() -> None:
    found = offered("the troops grabbed the airfield", "grabbed")
    assert "seized" in found
    assert all(not word.endswith("ing") for word in found)


def test_capitals_are_those_of_the_words_replaced() -> None:
    assert offered("Sturdy signals came", "Sturdy")[0][0].isupper()
    assert offered("the Overseas Ministry declined", "Overseas")[0] == "Foreign Ministry"


def test_nothing_is_proposed_for_words_of_no_table() -> None:
    assert proposals(["Kelva", "xyzzy", "of"], 1, 2) == ()


@given(st.lists(st.sampled_from(sorted(load_thesaurus().forms)[::40]), min_size=1, max_size=9), st.data())
def test_proposals_hold_the_words_in_question_and_differ_from_them(words: list[str], data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(begin + 1, len(words)))
    found = proposals(words, begin, end)
    assert len(found) <= MOST
    for p in found:
        assert p.begin <= begin < end <= p.end <= len(words)
        assert p.words.lower() != " ".join(words[p.begin : p.end]).lower()
