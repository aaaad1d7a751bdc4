from __future__ import annotations

from pathlib import Path

from bench.storydemo import put_together
from bench.storygold import problems
from sayso.types.weighing import Side, Standing


def test_the_gold_of_the_story_that_ships_fits_its_articles(tmp_path: Path) -> None:
    story = put_together(tmp_path / "demo")
    assert problems(story) == ()


def test_twenty_articles_tell_the_main_claim_on_one_word(tmp_path: Path) -> None:
    story = put_together(tmp_path / "demo")
    (main,) = (claim for claim in story.claims if claim.main)
    telling = {t.document for t in main.tellings if t.side is Side.FOR}
    assert len(telling) > 20 and main.support[0] == 1
    assert {claim.standing for claim in story.claims} >= {Standing.CORROBORATED, Standing.CONTESTED, Standing.WITHDRAWN}
