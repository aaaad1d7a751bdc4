from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.engine.proposing import propose
from sayso.types.news import News, NewsKind
from sayso.types.span import Span
from sayso.types.weighing import Article, Assertion, Modality, Proposition, Side, Standing
from sayso.weighing.news import news, stand_of
from tests.weighing.told import article, body, person, said, taking, unnamed

TORV = person("Ilan Torv", "spokesman of the Velmar coast guard")
RUSK = person("Marta Rusk", "mayor of Harkava", "UA")
STEPPE = body("Steppe Monitor")
TELLERS = (TORV, RUSK, STEPPE, unnamed("officials"), None)


def claim(*told: Assertion, undated: tuple[str, ...] = ()) -> Proposition:
    """The claim that these are about, each of an article of its own day unless it is ``undated``."""
    days = {d: f"2031-03-{k:02}" for k, d in enumerate(dict.fromkeys(a.document for a in told), 1)}
    rows: dict[str, Article] = {d: article(d, f"Paper {d}", None if d in undated else day) for d, day in days.items()}
    return propose(told, rows, ())


def told_of(before: Proposition, after: Proposition, *fresh: str) -> tuple[News, ...]:
    return news((stand_of(before),), after, fresh, {})


def kinds(found: tuple[News, ...]) -> list[NewsKind]:
    return [n.kind for n in found]


def test_a_claim_nobody_was_told_of_is_new_once_an_article_is() -> None:
    now = claim(said("a", TORV), said("b", RUSK, side=Side.AGAINST))
    (found,) = news((), now, {"a", "b"}, {})
    assert (found.kind, found.before) == (NewsKind.NEW, None)
    assert ([o.name for o in found.who], [o.name for o in found.against]) == ([TORV.name], [RUSK.name])
    assert found.article is not None and found.article.id == "a"
    assert news((), now, (), {}) == ()  # read anew, or parted from another claim


def test_what_is_only_left_open_is_no_claim_until_somebody_makes_it() -> None:
    first = said("a", TORV, side=Side.OPEN)
    assert news((), claim(first), {"a"}, {}) == ()
    found = told_of(claim(first), claim(first, said("b", RUSK)), "b")
    assert kinds(found) == [NewsKind.NEW]


def test_a_second_independent_origin_is_the_first_confirmation() -> None:
    one, other = said("a", TORV), said("b", RUSK)
    (found,) = told_of(claim(one), claim(one, other), "b")
    assert found.kind is NewsKind.CONFIRMED and [o.name for o in found.who] == [RUSK.name]
    assert found.before is not None
    assert (found.before.support[0], found.after.support[0]) == (1, 2)
    assert told_of(claim(one, other), claim(one, other, said("c", STEPPE)), "c") == ()


def test_an_article_that_cites_the_same_man_is_no_news() -> None:
    one = said("a", TORV)
    assert told_of(claim(one), claim(one, said("b", TORV)), "b") == ()


def test_the_first_denial_names_who_denies_and_when() -> None:
    one, no = said("a", TORV), said("b", RUSK, side=Side.AGAINST)
    (found,) = told_of(claim(one), claim(one, no), "b")
    assert found.kind is NewsKind.DENIED and [o.name for o in found.who] == [RUSK.name]
    assert found.article is not None and found.article.published == "2031-03-02"
    assert found.after.standing is Standing.CONTESTED
    assert told_of(claim(one, no), claim(one, no, said("c", STEPPE, side=Side.AGAINST)), "c") == ()


def test_a_denial_that_is_older_than_its_claim_becomes_one_when_somebody_claims_it() -> None:
    no, yes = said("a", RUSK, side=Side.AGAINST), said("b", TORV)
    (found,) = told_of(claim(no), claim(no, yes), "b")
    assert found.kind is NewsKind.CLAIMED and [o.name for o in found.who] == [TORV.name]


def test_a_withdrawal_is_told_with_who_took_it_back() -> None:
    one, back = said("a", TORV), said("b", TORV, side=Side.AGAINST, withdrawal=True)
    (found,) = told_of(claim(one), claim(one, back), "b")
    assert found.kind is NewsKind.WITHDRAWN and found.after.standing is Standing.WITHDRAWN
    assert [o.name for o in found.who] == [TORV.name]


def test_claims_that_were_found_to_be_one_are_confirmed_and_not_new() -> None:
    one, other, bridge = said("a", TORV), said("b", RUSK), said("c", STEPPE)
    before = (stand_of(claim(one)), stand_of(claim(other)))
    assert kinds(news(before, claim(one, other, bridge), {"c"}, {})) == [NewsKind.CONFIRMED]
    (regrouped,) = news(before, claim(one, other), (), {})
    assert (regrouped.kind, regrouped.article) == (NewsKind.STANDING, None)
    assert news((*before, stand_of(claim(one, other))), claim(one, other), (), {}) == ()


def test_who_takes_part_and_denies_after_others_did_changes_the_standing() -> None:
    mine = taking("Velmar coast guard")
    one, no = said("a", RUSK, by=(mine,)), said("b", TORV, side=Side.AGAINST, by=(mine,))
    (found,) = told_of(claim(one, no), claim(one, no, said("c", STEPPE, side=Side.AGAINST, by=(mine,))), "c")
    assert found.kind is NewsKind.STANDING and found.before is not None
    assert (found.before.standing, found.after.standing) == (Standing.DENIED, Standing.CONTESTED)
    assert [o.name for o in found.who] == [STEPPE.name] and found.reason


def counted(document: str, text: str, numbers: tuple[str, ...]) -> tuple[Assertion, dict[tuple[str, Span], str]]:
    span = Span(5, 5 + len(text))
    return replace(said(document, TORV), text=text, span=span, numbers=numbers), {(document, span): text}


def test_a_changed_number_is_told_with_both_wordings() -> None:
    a, first = counted("a", "A column of 12 vehicles crossed.", ("12",))
    b, same = counted("b", "Some 12 vehicles crossed.", ("12",))
    c, more = counted("c", "At least 33 vehicles crossed.", ("33",))
    words = first | same | more
    assert news((stand_of(claim(a)),), claim(a, b), {"b"}, words) == ()
    (found,) = news((stand_of(claim(a, b)),), claim(a, b, c), {"c"}, words)
    assert found.kind is NewsKind.NUMBER and found.was is not None and found.now is not None
    assert (found.was.document, found.now.text) == ("b", "At least 33 vehicles")
    assert found.now.span == Span(5, 5 + len("At least 33 vehicles"))
    assert news((stand_of(claim(a, b)),), claim(a, b, c), {"c"}, {}) == ()


def test_a_number_of_other_things_is_no_changed_number() -> None:
    a, first = counted("a", "A column of 12 vehicles crossed.", ("12",))
    b, other = counted("b", "They crossed with 400 soldiers.", ("400",))
    assert news((stand_of(claim(a)),), claim(a, b), {"b"}, first | other) == ()


def test_one_article_does_not_tell_numbers_without_end() -> None:
    a, words = counted("a", "A column of 12 vehicles crossed.", ("12",))
    rows = [a]
    for k in range(20):
        row, more = counted(f"b{k}", f"A column of {50 + k} vehicles crossed.", (str(50 + k),))
        rows.append(row)
        words |= more
    found = news((stand_of(claim(a)),), claim(*rows), {r.document for r in rows[1:]}, words)
    assert kinds(found) == [NewsKind.NUMBER] * 3


def test_a_date_that_is_known_is_told_rather_than_none() -> None:
    found = claim(said("a", TORV), said("b", TORV), undated=("a",))
    (new,) = news((), found, {"a", "b"}, {})
    assert new.article is not None and new.article.id == "b"


ASSERTIONS = st.lists(st.tuples(st.sampled_from(TELLERS), st.sampled_from(list(Side))), min_size=1, max_size=6).map(
    lambda rows: [said(f"d{k}", *([t] if t else []), side=side) for k, (t, side) in enumerate(rows)]
)


@given(ASSERTIONS)
def test_what_was_told_is_not_news_again(rows: list[Assertion]) -> None:
    found = claim(*rows)
    assert news((stand_of(found),), found, (), {}) == ()
    assert len(news((), found, {r.document for r in rows}, {})) <= 1
    assert found.modality is Modality.DEED


@given(ASSERTIONS, st.integers(0, 6))
def test_whenever_a_standing_changes_something_is_told_of_it(rows: list[Assertion], cut: int) -> None:
    before, after = claim(*rows[: max(1, cut)]), claim(*rows)
    found = told_of(before, after, *(r.document for r in rows[max(1, cut) :]))
    if before.weighed.standing is not after.weighed.standing and (
        after.weighed.support.most or after.weighed.against.most
    ):
        assert found
    assert all(n.after == stand_of(after) for n in found)
