from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.export import FORMATS, choose


@pytest.mark.parametrize(
    ("name", "path", "chosen"),
    [
        (None, None, "text"),
        ("json", None, "json"),
        (None, "a.HTML", "html"),
        (None, "a.ndjson", "jsonl"),
        (None, "a.unknown", "text"),
        ("json", "a.html", "json"),
    ],
)
def test_a_format_is_chosen_by_name_then_by_the_end_of_the_path(name, path, chosen: str) -> None:
    assert choose(FORMATS, name, Path(path) if path else None).name == chosen


def test_an_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(UsageError, match="'xml'; known are text, json, jsonl, html"):
        choose(FORMATS, "xml", None)


def test_no_two_formats_share_a_suffix() -> None:
    suffixes = [suffix for form in FORMATS for suffix in form.suffixes]
    assert len(suffixes) == len(set(suffixes))
