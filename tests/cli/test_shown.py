from __future__ import annotations

from typing import Any

from sayso.cli.shown import Article, article_lines, article_record
from sayso.export.format import View
from sayso.types.document import Document
from sayso.types.listed import Sighting, Version
from tests.store.support import article, refused


def short(id: str) -> str:
    return id[:9]


def version(found: Document, published: str | None) -> Version:
    return Version(found.id, published, "Title", found.text)


def shown(**fields: Any) -> Article:
    early = article("The bridge stands. Nobody was hurt.", url="https://example.org/a")
    later = article("The bridge stands. " + " ".join(f"Number {k} is new." for k in range(30)))
    values: dict[str, Any] = {
        "report": None,
        "rejection": None,
        "versions": (version(early, "2022-03-01"), version(later, None)),
        "sightings": (Sighting("a\x1b.txt", "2026-01-02T03:04:05Z", "Title", "Post", None, None),),
    }
    return Article(document=later, **(values | fields))


def lines(found: Article) -> list[str]:
    return list(article_lines(found, View(), short))


def test_changes_are_shown_up_to_twenty() -> None:
    told = lines(shown())
    assert sum(line.startswith(("  + new:", "  - gone:")) for line in told) == 20
    assert "  - gone: Nobody was hurt." in told
    assert "  … 11 more changed sentences; --output-format json gives all" in told
    assert len(article_record(shown())["changes"]) == 31


def test_the_first_version_has_no_changes() -> None:
    both = shown()
    first = shown(versions=both.versions[::-1])
    assert not any("What changed" in line for line in lines(first))
    assert article_record(first)["changed_since"] is None
    alone = lines(shown(versions=()))
    assert not any("version" in line for line in alone)


def test_sightings_and_states_are_safe_to_show() -> None:
    told = "\n".join(lines(shown(rejection=refused("a.txt"))))
    assert "a\\x1b.txt · taken in 2 Jan 2026, 03:04 UTC · Post" in told
    assert "set aside: a.txt: holds no text [empty]" in told
    assert article_record(shown(rejection=refused("a.txt")))["set_aside"]["reason"] == "empty"
