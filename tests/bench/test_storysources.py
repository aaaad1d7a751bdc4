"""Tellings with the sources that the gold gives them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bench.storygold import Story
from bench.storysources import sourced
from sayso.types.attribution import VoiceKind
from sayso.types.weighing import OriginKind, Side, Teller
from sayso.weighing.weigh import weigh
from tests.bench.stories import ferry, said
from tests.weighing.told import taking


def test_with_the_sources_of_the_gold_its_bounds_come_out(tmp_path: Path) -> None:
    story = ferry(tmp_path)
    for claim in story.claims:
        rows, articles = sourced(story, claim, {}, ())
        told = weigh(rows, articles, ())
        assert ((told.support.least, told.support.most), (told.against.least, told.against.most)) == (
            claim.support,
            claim.against,
        )


def test_sides_and_roots_are_those_of_the_gold_and_participants_those_that_were_read(tmp_path: Path) -> None:
    story = ferry(tmp_path)
    claim = story.claims[0]
    read = replace(said(story, 1, "that the ferry had sunk"), side=Side.FOR, taking=(taking("Ferry Line"),))
    rows, articles = sourced(story, claim, {claim.tellings[2]: read}, ())
    assert [row.side for row in rows] == [t.side for t in claim.tellings]
    assert rows[2].taking == (taking("Ferry Line"),) and rows[2].chain[-1].name == "the owner"
    assert rows[0].chain == rows[1].chain and not rows[3].chain
    assert articles[rows[0].document].published == "2031-03-01T08:00:00+00:00"
    assert articles[rows[1].document].published is None


def test_what_articles_say_of_a_source_is_known_of_it(tmp_path: Path) -> None:
    story = ferry(tmp_path)
    tellers = (Teller("v", VoiceKind.PERSON, "Anna Dorn", None, "UA", "harbour master of Lisk"),)
    rows, _ = sourced(story, story.claims[0], {}, tellers)
    told = rows[0].chain[-1]
    assert (told.kind, told.country, told.office) == (VoiceKind.PERSON, "UA", "harbour master of Lisk")


def test_a_witness_and_a_circle_are_told_by_outlets(tmp_path: Path) -> None:
    story = ferry(tmp_path)
    for kind in (OriginKind.WITNESS, OriginKind.CIRCLE):
        roots = {**story.roots, "vale": replace(story.roots["vale"], kind=kind)}
        changed = Story(story.name, story.folder, story.kind, story.documents, roots, story.claims)
        rows, articles = sourced(changed, story.claims[0], {}, ())
        (found,) = (o for o in weigh(rows, articles, ()).origins if rows[3].id in o.assertions)
        assert found.name == "Vale Courier"
        assert found.kind is {OriginKind.WITNESS: kind, OriginKind.CIRCLE: OriginKind.CHANNEL}[kind]
