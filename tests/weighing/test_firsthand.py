import pytest

from sayso.weighing.firsthand import Hand, first_hand, looked, own, own_reporters, reporter

POST = "The Harbour Post"


def shown(text, publisher=POST):
    return [(s.hand, s.span.of(text)) for s in first_hand(text, publisher)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A reporter of this newspaper saw 12 tanks.", (Hand.SAW, "A reporter of this newspaper saw")),
        ("Our correspondent in Garda counted 12 tanks.", (Hand.SAW, "Our correspondent in Garda counted")),
        ("The Harbour Post has verified the clip.", (Hand.SAW, "The Harbour Post has verified")),
        ("A letter seen by the Harbour Post says so.", (Hand.READ, "seen by the Harbour Post")),
        ("A letter seen by two reporters of this agency says so.", (Hand.READ, "seen by two reporters of this agency")),
        ("The mayor told The Harbour Post that it burned.", (Hand.TOLD, "told The Harbour Post")),
        ("he said in an interview with this agency.", (Hand.TOLD, "interview with this agency")),
        ("Kestrel News said its correspondent heard shots.", (Hand.THEIRS, "its correspondent heard")),
        ("The gate was shut, a Harbour reporter saw.", (Hand.SAW, "Harbour reporter saw")),
        ("Our reporter stood at the gate.", (Hand.STOOD, "Our reporter stood")),
        ("At noon, as this reporter could see, it burned.", (Hand.STOOD, "this reporter could see")),
        ("We went through the clip and all its frames.", (Hand.STOOD, "We went through the clip and all its frames")),
    ],
)
def test_words_of_first_hand(text, expected):
    assert shown(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The clip could not be verified by this agency.",
        "The Harbour Post has not seen the letter.",
        "The mayor told Kestrel News that it burned.",
        "The minister told reporters that it burned.",
        "A letter seen by Kestrel News says so.",
        "Nothing of this is known.",
    ],
)
def test_what_is_negated_or_anothers_is_not_ours(text):
    assert shown(text) == []


def test_without_a_publisher_its_name_is_a_name_like_any_other():
    assert shown("The mayor told The Harbour Post that it burned.", None) == []


def test_who_is_ones_own():
    for words in ("this newspaper", "we", "The Harbour Post", "Our correspondent", "A reporter of this newspaper"):
        assert own(words, POST), words
    for words in ("Kestrel News", "A reporter of Kestrel News", "letter seen by The Harbour Post", "residents"):
        assert not own(words, POST), words
    assert reporter("Our correspondent in Garda") and not reporter("The Harbour Post")
    assert looked("counted") and not looked("could not verify") and not looked("said")


def test_the_document_may_say_i_or_we_and_name_its_reporters():
    assert shown("Then we saw two aircraft.", None) == [(Hand.SAW, "we saw")]
    assert shown("We have not seen the letter, and we said so.", None) == []
    assert own_reporters("From the roof, our reporter Lina Sorvay saw it. Sorvay stayed.") == {"Lina Sorvay"}
    assert own_reporters("A reporter, Lina Sorvay, saw it.") == frozenset()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("This reporter, who stood six metres away, knows him.", "This reporter, who stood"),
        ("The van crossed the bridge with this reporter in it.", "with this reporter"),
        ("In our judgement the letter is false.", "In our judgement"),
        ("Our analysis shows two calls.", "Our analysis shows"),
    ],
)
def test_who_was_there_and_what_an_outlet_concludes_itself(text, words):
    assert shown(text) == [(Hand.SAW, words)]
