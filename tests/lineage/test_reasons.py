from sayso.lineage.evidence import text_of
from sayso.lineage.reasons import reasons
from sayso.lineage.weigh import weigh
from tests.copies import family_set, linked

SET = tuple(d for d in family_set() if d.id != "d_other")
WEIGHED = weigh([text_of(d) for d in SET], linked(SET))


def test_the_strongest_reason_comes_first() -> None:
    by = {"before": 1.0, "credited": 5.0}
    assert reasons("d_original", "d_cut", WEIGHED, by) == ("credited by the copy", "published earlier")
    assert reasons("d_original", "d_respun", WEIGHED, by) == ("published earlier",)


def test_there_is_always_one() -> None:
    assert reasons("d_original", "d_respun", WEIGHED, {}) == ("the same wording",)
