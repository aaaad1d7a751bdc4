"""The article's own stance."""

from __future__ import annotations

import pytest

from sayso.grounding.claims.stance import NOTHING, Shown, stance_of
from sayso.grounding.claims.tellers import Contents
from sayso.text.sentences import sentences
from sayso.types.attribution import Polarity
from sayso.types.event import Stance
from tests.grounding.claims.support import place, said


def shown(text: str, trigger: str, content: str, polarity: Polarity = Polarity.AFFIRMED) -> Shown:
    told = said(text, "The rebels", "claim", content, polarity=polarity)
    found, at = sentences(text), place(text, trigger)
    index = next(k for k, s in enumerate(found) if s.span.overlap(at))
    return stance_of(text, found, index, at, told, Contents.of((told,)))


@pytest.mark.parametrize(
    ("behind", "stance", "words"),
    [
        (". There is little evidence of that.", Stance.EVIDENCE_AGAINST, "little evidence of that"),
        (". It did not.", Stance.EVIDENCE_AGAINST, "It did not"),
        (". Photographs show otherwise.", Stance.EVIDENCE_AGAINST, "show otherwise"),
        (". A film bears this out.", Stance.EVIDENCE_FOR, "bears this out"),
        (". The rebels gave no proof.", Stance.DISTANCES, "gave no proof"),
        (", but nobody has seen it.", Stance.DISTANCES, "but nobody has seen"),
        (", as was later proved.", Stance.ENDORSES, "as was later proved"),
        (". The mayor was in Marl.", Stance.NONE, ""),
    ],
)
def test_a_stance_points_to_its_words(behind: str, stance: Stance, words: str) -> None:
    text = "The rebels claim the bridge fell" + behind
    found = shown(text, "fell", "the bridge fell")
    assert found.stance is stance
    assert [s.of(text) for s in found.spans] == ([words] if words else [])


def test_words_of_a_voice_are_not_the_articles() -> None:
    text = "The rebels claim the bridge fell without any proof."
    assert shown(text, "fell", "the bridge fell without any proof") is NOTHING


def test_material_behind_a_denial_speaks_for_the_event() -> None:
    text = "The rebels claim no bridge fell. Its log shows two blasts."
    assert shown(text, "fell", "no bridge fell", Polarity.DENIED).stance is Stance.EVIDENCE_FOR
    assert shown(text, "fell", "no bridge fell") is NOTHING


def test_a_new_paragraph_is_another_matter_unless_it_points_back() -> None:
    text = "The rebels claim the bridge fell.\n\nIt did not."
    assert shown(text, "fell", "the bridge fell") is NOTHING
    text = "The rebels claim the bridge fell.\n\nThere is no proof of that."
    assert shown(text, "fell", "the bridge fell").stance is Stance.EVIDENCE_AGAINST
