from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.engine.arrived import find_news, stood
from sayso.store.arrived import find_newest
from sayso.store.propositions import find_proposition
from sayso.store.told import save_watched
from sayso.types.news import NewsKind
from sayso.types.weighing import Side, Standing
from tests.engine.test_watching import Story
from tests.store.support import NOW, new_ledger
from tests.tellings import COUNCIL, RUSK


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Story]:
    with new_ledger(tmp_path) as ledger:
        save_watched(ledger, NOW)
        yield Story(ledger, monkeypatch)


def mark(story: Story) -> int:
    """Where one looked now."""
    newest = find_newest(story.ledger.read)
    return newest.n if newest else 0


def claim(story: Story) -> str:
    """The one claim of the story."""
    (found,) = story.ledger.read.execute("SELECT id FROM propositions").fetchall()
    return str(found[0])


def test_it_tells_what_watch_tells_step_by_step_and_together(story: Story) -> None:
    story.come("a", RUSK)
    story.tell()
    begin = mark(story)
    for key, who, fields in (("b", RUSK, {}), ("c", COUNCIL, {"side": Side.AGAINST}), ("d", RUSK, {})):
        before = mark(story)
        story.come(key, who, **fields)
        told = [item.kind.value for item in find_news(story.ledger.read, claim(story), before)]
        assert told == story.tell(), key
    together = find_news(story.ledger.read, claim(story), begin)
    assert NewsKind.DENIED in {item.kind for item in together}
    assert {item.before.standing for item in together if item.before} == {Standing.SINGLE}


def test_of_a_new_claim_and_of_none_there_is_nothing_to_tell(story: Story) -> None:
    story.come("a", RUSK)
    assert find_news(story.ledger.read, claim(story), 0) == ()
    assert find_news(story.ledger.read, claim(story), mark(story)) == ()
    assert find_news(story.ledger.read, "p_none", 0) == ()


def test_without_new_articles_it_stands_as_it_does(story: Story) -> None:
    story.come("a", RUSK)
    story.come("b", COUNCIL, side=Side.AGAINST)
    found = find_proposition(story.ledger.read, claim(story))
    assert found is not None
    stand = stood(story.ledger.read, found, frozenset())
    assert stand is not None and stand.standing is found.weighed.standing
    assert stand.against == (found.weighed.against.least, found.weighed.against.most)
    assert stood(story.ledger.read, found, frozenset(a.id for a in found.articles)) is None
