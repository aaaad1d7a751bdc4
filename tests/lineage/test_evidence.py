import pytest

from sayso.lineage.evidence import circle, pair_features, root_features, sides, text_of
from tests.copies import dated, document, family_set, linked

SET = family_set()
LINKS = linked(SET)
TEXTS = {d.id: text_of(d) for d in SET}
AROUND = circle([t for id, t in TEXTS.items() if id != "d_other"], LINKS)


@pytest.mark.parametrize(
    ("published", "minutes", "whole_day"),
    [
        ("1970-01-02", 1440.0, True),
        ("1970-01-01T01:30:00Z", 90.0, False),
        ("1970-01-01T03:30:00+02:00", 90.0, False),
        ("last week", None, False),
        (None, None, False),
    ],
)
def test_times(published: str | None, minutes: float | None, whole_day: bool) -> None:
    found = text_of(dated(SET[0], published))
    assert (found.minutes, found.whole_day) == (minutes, whole_day)


def test_credits_of_oneself_do_not_count() -> None:
    assert text_of(document("d_1", ("LISK (AP) - It rained.",), "Associated Press")).credit_keys == frozenset()
    assert text_of(document("d_1", ("LISK (AP) - It rained.",), "Orlen Herald")).credit_keys


def test_sides_hold_what_differs() -> None:
    original, respun = sides(TEXTS["d_original"], TEXTS["d_respun"], LINKS["d_original", "d_respun"])
    assert len(original.own) > 10 and len(respun.own) > 10 and original.share > 0.9
    cut, whole = sides(TEXTS["d_cut"], TEXTS["d_original"], LINKS["d_cut", "d_original"])
    assert cut.left < 10 < whole.left


def test_what_most_members_have_speaks_for_the_original() -> None:
    right = pair_features(TEXTS["d_original"], TEXTS["d_respun"], LINKS["d_original", "d_respun"], AROUND, flip=False)
    wrong = pair_features(TEXTS["d_respun"], TEXTS["d_original"], LINKS["d_original", "d_respun"], AROUND, flip=True)
    assert right["majority"] == -wrong["majority"] > 0
    assert right["before"] == 1.0 and wrong["after"] == 1.0
    cut = pair_features(TEXTS["d_original"], TEXTS["d_cut"], LINKS["d_cut", "d_original"], AROUND, flip=True)
    assert cut["credited"] == 1.0 and cut["left"] > 0


def test_the_root_is_named_and_earliest() -> None:
    found = root_features(TEXTS["d_original"], AROUND)
    assert found["root earliest"] == 1.0 and found["root named"] > 0
    assert "root credits member" in root_features(TEXTS["d_whole"], AROUND)


def test_empty_texts() -> None:
    nothing = text_of(document("d_0", ("",)))
    around = circle([nothing], {})
    assert around.holding(nothing.words).tolist() == [] and root_features(nothing, around)["root"] == 1.0
