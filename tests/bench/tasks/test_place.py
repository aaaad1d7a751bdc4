from bench.tasks.place import place, read_probe


def test_given_spans_are_answered_one_by_one_and_what_is_unknown_has_no_place() -> None:
    text = "Shelling hit Kharkiv and the village of Qwzxtown on Friday."
    spans = [[text.index(n), text.index(n) + len(n)] for n in ("Kharkiv", "Qwzxtown")]
    row = {"id": "a", "text": text, "toponyms": [{"span": s, "name": text[slice(*s)]} for s in spans]}
    found = place(row)["toponyms"]
    assert [t["span"] for t in found] == spans
    assert found[0]["country"] == "UA" and abs(found[0]["lat"] - 50.0) < 0.5
    assert found[1].get("country") is None and found[1].get("lat") is None


def test_names_are_found_where_no_spans_are_given() -> None:
    text = "Shelling hit Kharkiv on Friday."
    found = place({"id": "a", "text": text, "toponyms": []}, given=False)["toponyms"]
    assert [text[slice(*t["span"])] for t in found] == ["Kharkiv"]


def test_the_probe_has_both_splits_and_invented_names() -> None:
    dev, test = read_probe("dev"), read_probe("test")
    assert len(dev) + len(test) == 320
    assert {spelling for spellings, *_ in dev for spelling in spellings}.isdisjoint(
        spelling for spellings, *_ in test for spelling in spellings
    )
