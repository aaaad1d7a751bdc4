from pathlib import Path

import pytest

from bench.scorers import BenchError
from bench.tasks.coref import actor_gold, chains, conflict, probe, read_probe
from sayso.types.attribution import VoiceKind
from tests.grounding.actors.support import reading, says

TEXT = "Abel Kay met Ivan Roth. He said no. The rebels left and they fled."
MARKED = "[P:Abel Kay] met [P:Ivan Roth]. He said no. The rebels left and they fled."


def span(words: str, text: str = TEXT) -> list[int]:
    return [text.index(words), text.index(words) + len(words)]


def row(root: str = "Ivan Roth") -> dict:
    source = {"source": [span("He")], "cue": [span("said")], "content": [span("no")]}
    attribution = {**source, "parent": None, "polarity": "affirmed", "root": {"kind": "person", "name": root}}
    fled = {
        "actor": [{"span": span("they"), "name": "rebels"}],
        "recipient": [{"span": span("Ivan Roth"), "name": "Ivan Roth"}],
    }
    left = {"actor": [{"span": span("The rebels"), "name": "rebels"}], "recipient": []}
    return {"id": "a", "text": TEXT, "attributions": [attribution], "events": [fled, left]}


def test_a_mention_stands_once_with_the_id_of_its_actor() -> None:
    found = chains(reading(MARKED))["entities"]
    by_words = {TEXT[slice(*e["span"])]: e["cluster"] for e in found}
    assert by_words["rebels"] == by_words["they"] != by_words["Abel Kay"]
    assert len({tuple(e["span"]) for e in found}) == len(found)
    assert all(e["cluster"] == e["chain"] for e in found)


def test_pronoun_sources_and_participants_are_counted() -> None:
    said = [says(TEXT, "He", "no", "Ivan Roth")]
    right = conflict(lambda _: reading(MARKED, said), [row()])
    assert (right["pronoun_sources"], right["pronoun_root"], right["pronoun_actor"]) == (1, 1.0, 1.0)
    assert (right["participants_precision"], right["participants_recall"], right["participant_named"]) == (
        1.0,
        1.0,
        1.0,
    )
    wrong = conflict(lambda _: reading(MARKED, said), [row("Abel Kay")])
    assert (wrong["pronoun_root"], wrong["pronoun_actor"]) == (0.0, 0.0)


def test_a_spokesman_counts_as_the_body_he_spoke_for() -> None:
    text = "A spokesman for the Harbour Union said no. He said more."
    marked = text.replace("Harbour Union", "[O:Harbour Union]")
    said = [
        says(text, "A spokesman for the Harbour Union", "no", "Harbour Union", VoiceKind.ORGANISATION),
        says(text, "He", "more", "Harbour Union", VoiceKind.ORGANISATION),
    ]
    root = {"kind": "organisation", "name": "Harbour Union"}
    gold = [
        {
            "source": [span("A spokesman for the Harbour Union", text)],
            "cue": [],
            "content": [span("no", text)],
            "root": root,
        },
        {"source": [span("He", text)], "cue": [], "content": [span("more", text)], "root": root},
    ]
    document = {"id": "a", "text": text, "attributions": gold, "events": []}
    assert conflict(lambda _: reading(marked, said), [document])["pronoun_actor"] == 1.0


def test_gold_keeps_persons_bodies_and_countries() -> None:
    text = "Chad sent envoys to a lake near the country."
    entities = [
        {"span": span("Chad", text), "type": "PLACE", "cluster": "1"},
        {"span": span("envoys", text), "type": "PERSON", "cluster": "2"},
        {"span": span("a lake", text), "type": "PLACE", "cluster": "3"},
        {"span": span("the country", text), "type": "PLACE", "cluster": "1"},
    ]
    kept = actor_gold({"id": "a", "text": text, "entities": entities})["entities"]
    assert [e["cluster"] for e in kept] == ["1", "2", "1"]


def test_the_probe_is_halved_and_its_figures_tell_good_keys_from_bad() -> None:
    dev, test = read_probe("dev"), read_probe("test")
    assert len(dev) + len(test) == 202
    assert not {s for names in dev for s in names} & {s for names in test for s in names}
    whole, all_one = probe("dev", lambda name: name), probe("dev", lambda name: "x")
    assert whole["probe_recall"] == 0.0 and whole["probe_collisions"] == 0
    assert all_one["probe_recall"] == 1.0 and (all_one["probe_precision"] or 0) < 0.02


def test_a_broken_line_of_the_probe_is_named(tmp_path: Path) -> None:
    path = tmp_path / "probe.tsv"
    path.write_text("# names\nA|B\tru\tdev\nC|D\tdev\n", encoding="utf-8")
    with pytest.raises(BenchError, match=r"probe\.tsv:3"):
        read_probe("dev", path)
