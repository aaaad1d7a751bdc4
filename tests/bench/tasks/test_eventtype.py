from __future__ import annotations

from bench.tasks.eventtype import eventtype, held_out
from sayso.types.span import Span

ROW = {
    "id": "one",
    "text": "Orvik freed the Brenn crew.",
    "events": [
        {
            "type": "CONCEDE_OR_RETREAT",
            "trigger": None,
            "args": [{"role": "recipient", "span": [12, 26]}, {"role": "actor", "span": [0, 5]}],
        }
    ],
}


def test_the_predictor_sees_the_participants_and_its_answer_is_merged() -> None:
    seen = []

    def predict(text: str, actors: tuple[Span, ...], recipients: tuple[Span, ...]) -> str:
        seen.append((actors[0].of(text), recipients[0].of(text)))
        return "RETREAT"

    assert eventtype(ROW, predict)["events"] == [{"type": "CONCEDE_OR_RETREAT", "trigger": None, "args": []}]
    assert seen == [("Orvik", "the Brenn crew")]
    assert eventtype(ROW, lambda *_: "ASSAULT")["events"][0]["type"] == "ASSAULT"


def test_about_one_row_in_five_is_held_out_and_always_the_same() -> None:
    chosen = [held_out(f"row-{k}") for k in range(2000)]
    assert chosen == [held_out(f"row-{k}") for k in range(2000)]
    assert 340 < sum(chosen) < 460
