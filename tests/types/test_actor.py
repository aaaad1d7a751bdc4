import dataclasses

import pytest

from sayso.types.actor import Actor, ActorKind, ActorMention
from sayso.types.span import Span


def test_an_actor_cannot_be_altered_behind_anybodys_back() -> None:
    actor = Actor(
        "a_1", ActorKind.STATE, "Ruritania", (ActorMention(Span(0, 9), "name"),), "ruritania", None, None, True
    )
    with pytest.raises(dataclasses.FrozenInstanceError):
        actor.public = False  # type: ignore[misc]
