import pytest

from sayso.reading.session import Model, load
from sayso.reading.tokens import Tokenizer


@pytest.fixture(scope="session")
def model() -> Model:
    return load()


@pytest.fixture(scope="session")
def tokenizer(model: Model) -> Tokenizer:
    return model.tokenizer
