from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

import sayso
from sayso.errors import UsageError
from sayso.export import compare_json
from tests.cli.asked import asker


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("compared")
    asker(folder, weighed=True)
    return folder / "a.sayso"


def test_outlets_and_articles_can_stand_side_by_side(ledger: Path) -> None:
    with sayso.open(ledger) as found:
        by_name = found.compare("The Harbour Post", "evening wire")
        ids = [a.id for a in found.articles() if a.outlet in ("The Harbour Post", "Evening Wire")]
        assert len(ids) == 2
        mixed = found.compare(by_name.compared.first.articles[0].id[:9], "Evening Wire")
    assert by_name.compared.second.outlet == "Evening Wire" and by_name.both
    assert mixed.both == by_name.both and mixed.only_first == by_name.only_first
    jsonschema.Draft202012Validator(compare_json.schema()).validate(by_name.to_dict())


def test_every_claim_of_the_two_is_told_once(ledger: Path) -> None:
    with sayso.open(ledger) as found:
        compared = found.compare("The Harbour Post", "Evening Wire")
        told = [c.claim.id for c in (*compared.both, *compared.only_first, *compared.only_second)]
        others = [c.other.id for c in compared.both if c.other]
        claims = {row.id for row in found.claims()}
        texts = {a.id: found.report(a.id) for a in found.articles()}
    assert len(told) == len(set(told)) and {*told, *others} <= claims
    for contrast in compared.both:
        for words in (*contrast.first_words, *contrast.second_words):
            report = texts[words.document]
            assert report is not None and words.span.of(report.document.text) == words.text


def test_what_is_nothing_of_the_ledger_is_told_with_what_is_like_it(ledger: Path) -> None:
    with sayso.open(ledger) as found:
        with pytest.raises(UsageError, match="some are called The Harbour Post"):
            found.compare("Harbour", "Evening Wire")
        with pytest.raises(UsageError, match="sayso articles"):
            found.compare("Nobody's Paper", "Evening Wire")
        with pytest.raises(UsageError, match="begins with"):
            found.compare("d_00000000", "Evening Wire")
        with pytest.raises(UsageError, match="are the same"):
            found.compare("Evening Wire", "EVENING WIRE")
