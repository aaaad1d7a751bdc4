from __future__ import annotations

from typing import Any

from sayso.cli.shown import article_lines, claim_lines_of
from sayso.engine.showing import ShownArticle, ShownClaim
from sayso.export.format import View
from sayso.export.older_text import Olders
from sayso.types.attribution import Producer
from sayso.types.document import Document
from sayso.types.lineage import Kind, Older
from sayso.types.listed import Relative, Sighting, Version
from sayso.types.span import Span
from tests.reports import report
from tests.store.support import article, refused


def short(id: str) -> str:
    return id[:9]


def version(found: Document, published: str | None) -> Version:
    return Version(found.id, published, "Title", found.text)


def shown(**fields: Any) -> ShownArticle:
    early = article("The bridge stands. Nobody was hurt.", url="https://example.org/a")
    later = article("The bridge stands. " + " ".join(f"Number {k} is new." for k in range(30)))
    values: dict[str, Any] = {
        "document": later,
        "report": None,
        "rejection": None,
        "versions": (version(early, "2022-03-01"), version(later, None)),
        "sightings": (Sighting("a\x1b.txt", "2026-01-02T03:04:05Z", "Title", "Post", None, None),),
    }
    return ShownArticle(**(values | fields))


def lines(found: ShownArticle) -> list[str]:
    return list(article_lines(found, View(), short))


def test_changes_are_shown_up_to_twenty() -> None:
    told = lines(shown())
    assert sum(line.startswith(("  + new:", "  - gone:")) for line in told) == 20
    assert "  - gone: Nobody was hurt." in told
    assert "  … 11 more changed sentences; --output-format json gives all" in told
    assert len(shown().to_dict()["changes"]) == 31


def test_the_first_version_has_no_changes() -> None:
    both = shown()
    first = shown(versions=both.versions[::-1])
    assert not any("What changed" in line for line in lines(first))
    assert first.to_dict()["changed_since"] is None
    alone = lines(shown(versions=()))
    assert not any("version" in line for line in alone)


def test_sightings_and_states_are_safe_to_show() -> None:
    told = "\n".join(lines(shown(rejection=refused("a.txt"))))
    assert "a\\x1b.txt · taken in 2 Jan 2026, 03:04 UTC · Post" in told
    assert "set aside: a.txt: holds no text [empty]" in told
    assert shown(rejection=refused("a.txt")).to_dict()["set_aside"]["reason"] == "empty"


def test_the_older_wording_stands_with_the_article_and_with_its_claims() -> None:
    found = report()
    claim, text = found.claims[0], found.document.text
    rule, steps = Producer("rule:older-wording", "1.0"), (Kind.RESPUN,)
    spans = (Span(0, 9), Span(10, 19))
    older = (
        Older(claim.id, spans, claim.text, "d_00a1", spans, "Two columns stay.", steps, "c_00a9", rule),
        Older(None, (Span(0, 6),), text[:6], "d_00a1", (Span(3, 9),), "Orlen", steps, None, rule),
    )
    known = {"d_00a1": Relative("d_00a1", "2022-03-01", "Alder Wire", None, None)}
    whole = shown(document=found.document, report=found, older=older, known=known)
    told = " ".join(" ".join(lines(whole)).split())
    assert "older wording Two columns stay. · d_00a1, chars 0-9, 10-19; claim c_00a9 there" in told
    assert f"“{text[:6]}” was “Orlen” · chars 0-6; d_00a1, chars 3-9" in told
    kept = whole.to_dict()["older_wording"]
    assert [o["older_words"] for o in kept] == ["Two columns stay.", "Orlen"]
    alone = "\n".join(claim_lines_of(found, 0, View(width=200), Olders(older, known)))
    assert "Two columns stay. · d_00a1" in alone
    assert ShownClaim(found, 0, older).to_dict()["older_wording"]["source"] == "d_00a1"
    assert ShownClaim(found, 1, older).to_dict()["older_wording"] is None
