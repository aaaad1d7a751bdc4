import pytest

from sayso.errors import UsageError
from sayso.export.single import only_report
from tests.readings import REJECTION
from tests.reports import report


def test_what_was_set_aside_does_not_count() -> None:
    assert only_report([REJECTION, report(), REJECTION], "brat") == report()
    assert only_report([REJECTION], "brat") is None


def test_a_second_document_is_refused() -> None:
    with pytest.raises(UsageError, match="brat holds one document a file"):
        only_report([report(), report()], "brat")
