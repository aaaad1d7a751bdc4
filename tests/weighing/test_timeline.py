from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.types.event import Certainty
from sayso.types.timeline import CHANGES, ITSELF, NOBODY, PRIVATE, History, Moment, MomentKind
from sayso.types.weighing import Assertion, Carried, Side
from sayso.weighing.dates import earliest
from sayso.weighing.timeline import DENIAL, teller, timeline
from tests.histories import (
    ARTICLES,
    CARRIED,
    COPY1,
    COPY2,
    LATER,
    LOST,
    POST,
    ROWS,
    RUSK,
    WIRE,
    history,
    known,
    proposed,
    story,
    tells,
)
from tests.weighing.told import article, copied, outlet, person, unnamed


def of(found: History, kind: MomentKind) -> list[Moment]:
    return [m for m in found.moments if m.kind is kind]


def test_each_telling_is_what_it_is_at_its_date() -> None:
    tellings = [(m.outlet, m.kind) for m in history().moments if m.kind not in CHANGES]
    assert tellings == [
        ("Alder Wire", MomentKind.FIRST),
        ("Coast Radio", MomentKind.CONFIRMED),
        ("Velmar Today", MomentKind.DENIED),
        ("Sella Bulletin", MomentKind.WITHDRAWN),
        ("Old Mill Blog", MomentKind.UNDATED),
    ]
    (denied,) = of(history(), MomentKind.DENIED)
    assert denied.note == DENIAL and denied.side is Side.AGAINST and denied.source == "the council of Velmar"


def test_copies_of_one_text_are_one_moment() -> None:
    (copies,) = of(history(), MomentKind.COPIED)
    assert (copies.assertion, copies.count, copies.until) == (WIRE.id, 2, "2031-03-03")
    assert copies.outlets == ("The Harbour Post", "Norrin Gazette")


def test_numbers_change_with_the_words_before_and_after() -> None:
    (change,) = of(history(), MomentKind.NUMBER)
    assert change.before is not None and change.article == "post"
    assert (change.before.text, change.after.text) == ("Two vehicles", "A column of 33 vehicles")
    assert (change.before.document, change.after.document) == ("wire", "post")
    assert change.after.text == POST.text[change.after.span.begin : change.after.span.end]


def test_a_copy_that_has_it_otherwise_is_told() -> None:
    (harder,) = of(history(), MomentKind.HARDENED)
    assert harder.assertion == COPY1.id and harder.before is not None and "may have" in harder.before.text
    assert harder.note == "not sure before, sure here"
    (worded,) = of(history(), MomentKind.WORDED)
    assert worded.assertion == COPY2.id and worded.before is not None
    assert (worded.before.text, worded.after.text) == ("Two vehicles", "Two tanks")


def test_a_first_number_has_nothing_before_it() -> None:
    first = tells("wire", "A column crossed the Sella", RUSK)
    rows = (first, POST)
    found = timeline(proposed(rows, [a for a in ARTICLES if a.id in ("wire", "post")]), (), known(rows))
    (change,) = of(found, MomentKind.NUMBER)
    assert change.before is None and change.after.text == "A column of 33 vehicles"


def test_the_same_number_again_is_no_change() -> None:
    again = tells("later", "33 vehicles were at the Sella", RUSK, numbers=("33",))
    rows = (POST, again)
    found = timeline(proposed(rows, [a for a in ARTICLES if a.id in ("later", "post")]), (), known(rows))
    assert of(found, MomentKind.NUMBER) == [] and of(found, MomentKind.WORDED) == []


def test_what_is_told_as_fact_behind_somebodys_word_hardened() -> None:
    plain = replace(COPY1, chain=COPY1.chain[:1], certainty=Certainty.LOW, text="Two cars may have crossed the Sella")
    rows = (WIRE, plain)
    claim = proposed(rows, ARTICLES[:2], CARRIED[:1])
    (harder,) = of(timeline(claim, CARRIED[:1], known(rows)), MomentKind.HARDENED)
    assert harder.voice == ITSELF and "somebody's word" in harder.note


def test_less_sure_than_the_outlet_that_it_cites() -> None:
    cites = tells("later", "A column perhaps crossed the Sella", outlet("Coast Radio"), certainty=Certainty.LOW)
    rows = (POST, cites)
    claim = proposed(rows, [a for a in ARTICLES if a.id in ("post", "later")])
    (softer,) = of(timeline(claim, (), known(rows)), MomentKind.SOFTENED)
    assert softer.article == "later" and softer.before is not None and softer.before.document == "post"


def test_what_leaves_it_open_does_not_soften() -> None:
    rows = (replace(WIRE, side=Side.OPEN, certainty=Certainty.HIGH), replace(COPY1, side=Side.OPEN))
    rows = (rows[0], replace(rows[1], certainty=Certainty.LOW))
    found = timeline(proposed(rows, ARTICLES[:2], CARRIED[:1]), CARRIED[:1], known(rows))
    assert of(found, MomentKind.SOFTENED) == []


def test_what_is_undated_comes_last_and_is_compared_with_nothing() -> None:
    found = history().moments
    assert found[-1].assertion == LOST.id and found[-1].published is None and found[-1].before is None
    alone = timeline(proposed([LOST], [ARTICLES[-1]]), (), {})
    assert [m.kind for m in alone.moments] == [MomentKind.UNDATED]
    nonsense = replace(ARTICLES[0], published="spring")
    assert timeline(proposed([WIRE], [nonsense]), (), {}).moments[0].kind is MomentKind.UNDATED


def test_a_denial_can_be_older_than_the_claim() -> None:
    early = [replace(a, published="2031-02-28") if a.id == "denial" else a for a in ARTICLES]
    found = timeline(proposed(ROWS, early, CARRIED), CARRIED, known(ROWS))
    kinds = [m.kind for m in found.moments if m.kind not in CHANGES]
    assert kinds[:2] == [MomentKind.DENIED, MomentKind.FIRST]


def test_a_copy_that_was_turned_round_speaks_for_itself() -> None:
    turned = replace(COPY1, side=Side.AGAINST)
    rows = (WIRE, turned)
    found = timeline(proposed(rows, ARTICLES[:2], CARRIED[:1]), CARRIED[:1], known(rows))
    assert of(found, MomentKind.COPIED) == [] and [m.assertion for m in of(found, MomentKind.DENIED)] == [turned.id]


def test_private_persons_have_no_name() -> None:
    private = person("Ada Venn", public=False)
    assert teller(tells("wire", "It was so", private)) == (None, PRIVATE)
    assert teller(tells("wire", "It was so", person("Ada Venn")), public=False) == (None, PRIVATE)
    assert teller(tells("wire", "It was so")) == (None, ITSELF)
    assert teller(tells("wire", "It was so", unnamed(None))) == (None, NOBODY)
    rows = (tells("wire", "It was so", private),)
    found = timeline(proposed(rows, ARTICLES[:1]), (), known(rows))
    assert all("Venn" not in f"{m.source}{m.voice}" for m in found.moments)


@given(st.randoms(use_true_random=False))
def test_the_order_of_intake_changes_nothing(chance: random.Random) -> None:
    rows, articles, carried = list(ROWS), list(ARTICLES), list(CARRIED)
    for given_ in (rows, articles, carried):
        chance.shuffle(given_)
    claim = replace(story(), assertions=tuple(rows), articles=tuple(articles))
    again = timeline(claim, carried, known(ROWS))
    assert again.moments == history().moments and again.turns == history().turns


@given(st.lists(st.integers(0, 40), min_size=1, max_size=30), st.data())
def test_everybody_is_told_once_in_the_order_of_dates(days: list[int], data: st.DataObject) -> None:
    rows: list[Assertion] = []
    articles, carried = [], list[Carried]()
    for k, day in enumerate(days):
        name = f"a{k}"
        parent = data.draw(st.integers(-1, k - 1)) if k else -1
        text = f"a{parent}" if parent >= 0 else name
        when = f"2031-03-{day:02}" if 0 < day < 29 else None
        articles.append(article(name, f"Outlet {k}", when, text))
        sides = (Side.FOR, Side.AGAINST, Side.OPEN)
        rows.append(tells(name, f"It was so {k}", person(f"Ann Lee{k}"), side=sides[day % 3]))
        if parent >= 0:
            carried.append(copied(rows[k].id, rows[parent].id, text))
    found = timeline(proposed(rows, articles, carried), carried, known(rows))
    tellings = [m for m in found.moments if m.kind not in CHANGES]
    copies = sum(m.count for m in found.moments if m.kind is MomentKind.COPIED)
    assert len(tellings) + copies == len(rows)
    assert len({m.assertion for m in tellings}) == len(tellings)
    dates = [m.published for m in found.moments]
    assert [d for d in dates if d is None] == dates[len([d for d in dates if d]) :]
    assert sorted(map(earliest, [d for d in dates if d])) == [earliest(d) for d in dates if d]
    assert all((m.kind is MomentKind.UNDATED) == (m.published is None) for m in tellings)


def test_many_copies_are_one_line() -> None:
    copies = [replace(COPY2, id=f"c_x{k}", document=f"x{k}") for k in range(300)]
    articles = [*ARTICLES[:1], *(article(f"x{k}", f"Mirror {k}", "2031-03-05", "wire") for k in range(300))]
    carried = [copied(c.id, WIRE.id, "wire") for c in copies]
    rows = [WIRE, *copies]
    found = timeline(proposed(rows, articles, carried), carried, {})
    assert [m.kind for m in found.moments] == [MomentKind.FIRST, MomentKind.COPIED]
    assert found.moments[1].count == 300 and len(found.turns) == 1


def test_a_withdrawal_names_who_takes_it_back() -> None:
    (back,) = of(history(), MomentKind.WITHDRAWN)
    assert back.assertion == LATER.id and back.source == "Pavel Rusk"
