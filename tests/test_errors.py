import inspect

import pytest

from sayso import errors

CLASSES = [value for _, value in inspect.getmembers(errors, inspect.isclass)]


@pytest.mark.parametrize("error", CLASSES)
def test_one_clause_catches_everything_that_is_raised_on_purpose(error: type[Exception]) -> None:
    assert issubclass(error, errors.SaysoError)


def test_the_file_opens_with_the_tree_of_all() -> None:
    tree = (errors.__doc__ or "").split("\n\n")[1]
    assert [line for line in tree.splitlines() if "Error" in line]
    assert {error.__name__ for error in CLASSES} == {
        word for line in tree.splitlines() for word in line.split() if word.endswith("Error")
    }
