import numpy as np
import pytest

from sayso.reading.encoding import Conventions, encode
from sayso.reading.session import Model, load
from sayso.reading.wording import FEWEST, evidence, of_words, wording

CLEAN = (
    "The defence ministry said on Tuesday that three soldiers were killed when a mine exploded near the border. "
    "A spokesman for the army told reporters that the wounded had been taken to a hospital in the capital. "
    "Officials in the region denied that rebels had crossed the river, and the governor called for calm. "
)
SPUN = (
    "The protection division mentioned on Tuesday that three troopers have been slain when a mine burst close to the "
    "perimeter. A mouthpiece for the military instructed newshounds that the injured had been carried to a infirmary "
    "within the capital. Functionaries within the territory refused that insurgents had traversed the stream, and the "
    "superintendent known as for composure. "
)


@pytest.fixture(scope="module")
def model() -> Model:
    return load()


def read(model: Model, text: str):
    tokens = model.tokenizer.tokenize(text)
    return tokens, of_words(text, tokens, encode(model, tokens, Conventions()))


def test_a_spinners_words_look_less_likely_than_a_reporters(model: Model) -> None:
    (_, clean), (_, spun) = read(model, CLEAN), read(model, SPUN)
    assert spun.mean() > 2 * clean.mean()


def test_a_respun_text_is_told_with_phrases_and_what_stood_there(model: Model) -> None:
    tokens, probabilities = read(model, SPUN)
    found = wording(SPUN, model, tokens, probabilities)
    assert found.respun > 0.5
    assert found.phrases
    begins = [p.span.begin for p in found.phrases]
    assert begins == sorted(begins)
    assert all(a.span.end <= b.span.begin for a, b in zip(found.phrases, found.phrases[1:], strict=False))
    assert any(p.originals for p in found.phrases)
    assert all(p.originals == () or len(p.producers) == 2 for p in found.phrases)


def test_of_a_clean_text_no_phrase_is_told(model: Model) -> None:
    found = wording(CLEAN, model, *read(model, CLEAN))
    assert found.respun < 0.5
    assert found.phrases == ()


def test_a_text_of_a_few_words_shows_nothing(model: Model) -> None:
    text = " ".join(SPUN.split()[: FEWEST - 1])
    assert wording(text, model, *read(model, text)).respun == 0.0


def test_numbers_and_marks_are_nobodys_synonyms(model: Model) -> None:
    tokens, probabilities = read(model, SPUN + "12 of 30, ... !")
    text = SPUN + "12 of 30, ... !"
    for begin, p in zip(tokens.begin, probabilities, strict=True):
        assert text[begin].isalpha() or p == 0


def test_more_likely_words_make_a_more_likely_text(model: Model) -> None:
    weights = model.settings.respun_text
    scores = [sum(w * x for w, x in zip(weights, evidence(np.full(200, p)), strict=True)) for p in (0.01, 0.1, 0.4)]
    assert scores == sorted(scores)
