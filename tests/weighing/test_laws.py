"""The laws of docs/independence.md, for any set of assertions."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sayso.types.weighing import Article, Assertion, Carried, OriginKind, Side, Teller, Weighed
from sayso.weighing.dates import surely_before
from sayso.weighing.weigh import weigh
from tests.weighing.told import (
    article,
    articles,
    body,
    copied,
    document,
    outlet,
    person,
    said,
    unnamed,
)

OUTLETS = ("Harrow Post", "Meridian Wire", "Desna Radio", "Quillon", "Baltport Courier")
PEOPLE = (
    person("Ilan Torv", "spokesman of the Velmar coast guard"),
    person("Marta Rusk", "mayor of Harkava", "UA"),
    person("Oleh Bruno"),
    person("Petra Kalm", "analyst at the Steppe Monitor"),
    person("Ada Vess", "a nurse", public=False),
)
BODIES = (body("the Ukrainian defence ministry"), body("the Dravonian foreign ministry"), body("Civic Forward party"))
NOBODIES = tuple(
    unnamed(n) for n in ("officials", "Velmar officials", "a resident", "US diplomats", "sources", "reports", None)
)
OTHERS = (document("a letter of General Maltesk"), document("satellite pictures"), *map(outlet, OUTLETS))
NAMED = (*PEOPLE[:4], *BODIES)
DATES = (None, "2024-05-01", "2024-05-02", "2024-05-02T10:00:00Z", "2024-05-03")
Told = tuple[list[Assertion], dict[str, Article], list[Carried]]


@st.composite
def ledgers(draw: st.DrawFn, people: tuple[Teller, ...] = NAMED, dates: tuple[str | None, ...] = DATES) -> Told:
    """Assertions of up to eight articles: persons, bodies, people without a name, outlets, copies, loops."""
    tellers = st.sampled_from((*people, *PEOPLE[4:], *NOBODIES, *OTHERS))
    count = draw(st.integers(1, 8))
    rows, held, links = [], [], []
    for k in range(count):
        name = f"d{k}"
        text = f"d{draw(st.integers(0, count - 1))}" if draw(st.booleans()) else name
        held.append(article(name, draw(st.sampled_from((*OUTLETS, None))), draw(st.sampled_from(dates)), text))
        for n in range(draw(st.integers(1, 2))):
            chain = draw(st.lists(tellers, max_size=3))
            side = draw(st.sampled_from((Side.FOR, Side.FOR, Side.AGAINST, Side.OPEN)))
            rows.append(said(name, *chain, side=side, name=f"c{k}_{n}", witnessed=draw(st.integers(0, 4)) == 0))
        if draw(st.integers(0, 3)) == 0:
            other = draw(st.integers(0, count - 1))
            links.append(copied(f"c{k}_0", draw(st.sampled_from((f"c{other}_0", None))), f"d{other}"))
    return rows, articles(*held), links


def bounds(told: Weighed) -> tuple[int, int, int, int]:
    return told.support.least, told.support.most, told.against.least, told.against.most


def weighed(told: Told) -> Weighed:
    return weigh(*told)


@given(ledgers(), st.data())
def test_a_copy_changes_no_bound_whatever_it_did_to_the_words(told: Told, data: st.DataObject) -> None:
    rows, held, links = told
    original = data.draw(st.sampled_from(rows))
    spun = said("new", *data.draw(st.lists(st.sampled_from((*NAMED, *NOBODIES)), max_size=2)), side=original.side)
    spun = replace(spun, side=data.draw(st.sampled_from(Side)))
    published = data.draw(st.sampled_from(DATES))
    assume(not surely_before(published, held[original.document].published))  # that would be no copy of it
    more = {**held, "new": article("new", "Newsplume", published, original.document)}
    after = weigh([*rows, spun], more, [*links, copied(spun.id, original.id, original.document)])
    assert bounds(after) == bounds(weighed(told))


@given(ledgers(), st.data())
def test_a_copy_by_an_outlet_that_others_cite_never_raises_a_bound(told: Told, data: st.DataObject) -> None:
    rows, held, links = told
    original = data.draw(st.sampled_from(rows))
    more = {**held, "new": article("new", data.draw(st.sampled_from(OUTLETS)), None, original.document)}
    copy = said("new", side=original.side)
    after = weigh([*rows, copy], more, [*links, copied(copy.id, original.id, original.document)])
    assert all(new <= old for new, old in zip(bounds(after), bounds(weighed(told)), strict=True))


LOOPS = (
    # An outlet's copy of the article that has it from the outlet.
    (
        (said("d0", unnamed("officials"), name="c0"), said("d0", outlet(OUTLETS[1]), unnamed("officials"), name="c1")),
        (article("d0", OUTLETS[1]),),
        ("c1", "d0", OUTLETS[1]),
    ),
    # A person and an outlet have it from each other.
    (
        (
            said("d0", PEOPLE[1], name="c0"),
            said("d0", outlet(OUTLETS[0]), PEOPLE[0], name="c1"),
            said("d1", PEOPLE[1], outlet(OUTLETS[1]), name="c2"),
        ),
        (article("d0", OUTLETS[0]), article("d1", None)),
        ("c0", "d0", OUTLETS[1]),
    ),
    # People who talked to an outlet, whose article goes back to them.
    (
        (
            said("d0", unnamed("officials"), name="c0"),
            said("d0", outlet(OUTLETS[1]), unnamed("officials"), name="c1"),
            said("d1", name="c2"),
            said("d2", outlet(OUTLETS[1]), name="c3"),
        ),
        (article("d0", None), article("d1", OUTLETS[0], "2024-05-01"), article("d2", None, "2024-05-01")),
        ("c3", "d2", OUTLETS[1]),
    ),
    (
        (
            said("d0", outlet(OUTLETS[1]), unnamed("officials"), name="c0"),
            said("d1", outlet(OUTLETS[1]), name="c1"),
            said("d1", name="c2"),
        ),
        (article("d0", None), article("d1", OUTLETS[0])),
        ("c2", "d1", OUTLETS[1]),
    ),
)


@pytest.mark.parametrize(("rows", "held", "copy"), LOOPS)
def test_a_copy_that_closes_a_circle_never_raises_a_bound(
    rows: tuple[Assertion, ...], held: tuple[Article, ...], copy: tuple[str, str, str]
) -> None:
    original, text, by = copy
    new = said("new")
    more = articles(*held, article("new", by, None, text))
    after = weigh([*rows, new], more, [copied(new.id, original, text)])
    assert all(now <= old for now, old in zip(bounds(after), bounds(weigh(rows, articles(*held), [])), strict=True))


@given(ledgers(), st.data())
def test_an_article_that_only_cites_a_known_origin_changes_no_bound(told: Told, data: st.DataObject) -> None:
    rows, held, links = told
    before = weighed(told)
    ends = {(s.child, s.parent) for s in before.steps if s.rule == "says"}
    kinds = {o.id: o.kind for o in before.origins}
    carried = {c.child for c in links}
    known = [
        a
        for a in rows
        for child, parent in ends
        if child == a.id and kinds[parent] is OriginKind.NAMED and a.chain[-1] in NAMED and a.id not in carried
    ]
    assume(known)
    cited = data.draw(st.sampled_from(known))
    more = {**held, "new": article("new", "Newsplume")}
    after = weigh([*rows, said("new", cited.chain[-1], side=cited.side)], more, links)
    assert bounds(after) == bounds(before)


@given(ledgers(), st.booleans())
def test_a_named_eyewitness_adds_one(told: Told, alone: bool) -> None:
    rows, held, links = told
    if alone:
        rows = [a for a in rows if not any(t in NOBODIES for t in a.chain)]
        assume(rows)
    before = weigh(rows, held, links)
    seen = said("new", person("Jora Pellam", "a baker", public=False), witnessed=True)
    after = weigh([*rows, seen], {**held, "new": article("new", "Newsplume")}, links)
    assert after.support.most == before.support.most + 1
    assert before.support.least <= after.support.least <= before.support.least + 1
    known = {o.id for o in before.origins if o.kind in (OriginKind.NAMED, OriginKind.DOCUMENT, OriginKind.WITNESS)}
    here = {i for r in before.support.reasons if r.rule == "most" for i in r.origins}
    if alone and (known & here or not here):
        assert after.support.least == before.support.least + 1
    assert bounds(after)[2:] == bounds(before)[2:]


@given(ledgers(), st.randoms())
def test_the_order_of_intake_changes_nothing(told: Told, chance: random.Random) -> None:
    rows, held, links = told
    turned, mixed, shuffled = list(rows), list(held.items()), list(links)
    for row in (turned, mixed, shuffled):
        chance.shuffle(row)  # type: ignore[arg-type]
    assert weigh(turned, dict(mixed), shuffled) == weighed(told)


@given(ledgers(dates=(None,)), st.data())
def test_saying_that_two_origins_of_one_side_are_one_never_raises_a_bound(told: Told, data: st.DataObject) -> None:
    rows, held, links = told
    one, other = data.draw(st.permutations(NAMED))[:2]
    rows = [*rows, said("one", one), said("other", other)]
    before = weigh(rows, held, links)
    written = {w for o in before.origins for w in o.written}
    assume({one.name, other.name} <= written)  # not so where one of them has it from somebody else
    joined = [replace(a, chain=tuple(one if t == other else t for t in a.chain)) for a in rows]
    after = weigh(joined, held, links)
    assert after.support.least <= before.support.least
    assert after.support.most <= before.support.most


@given(ledgers())
def test_at_least_is_never_more_than_at_most(told: Told) -> None:
    result = weighed(told)
    for side in (result.support, result.against):
        assert 0 <= side.least <= side.most
        assert (side.least == 0) == (side.most == 0)
        assert bool(side.reasons) >= bool(side.most)


@given(ledgers())
def test_every_way_leads_to_an_origin_that_lists_the_assertion(told: Told) -> None:
    result = weighed(told)
    origins = {o.id: o for o in result.origins}
    after: dict[str, list[str]] = {}
    for step in result.steps:
        after.setdefault(step.child, []).append(step.parent)
    for a in told[0]:
        reached, front = set(), [a.id]
        while front:
            node = front.pop()
            if node not in reached:
                reached.add(node)
                front += after.get(node, [])
        ends = reached & set(origins)
        assert len(ends) == 1
        assert a.id in origins[ends.pop()].assertions
    assert sorted(i for o in result.origins for i in o.assertions) == sorted(a.id for a in told[0])


@settings(max_examples=5)
@given(st.integers(0, 10**6))
def test_a_thousand_respun_copies_leave_the_bounds_as_they_are(seed: int) -> None:
    chance = random.Random(seed)
    rows = [said("o", body("the Velmar navy")), said("p", unnamed("officials")), said("q")]
    before = bounds(weigh(rows, {}, []))
    copies, links, held = [], [], {}
    for k in range(1000):
        parent = chance.choice(["o", "p", "q", *(f"k{n}" for n in range(max(0, k - 5), k))])
        spun = chance.choice([person(f"Vellmar Navvy {k}"), unnamed(f"functionaries {k}"), outlet(f"Feed {k}")])
        copies.append(said(f"k{k}", spun, side=chance.choice(list(Side))))
        held[f"k{k}"] = article(f"k{k}", f"Feed {k % 50}")
        links.append(copied(f"c_k{k}", f"c_{parent}", parent))
    assert bounds(weigh([*rows, *copies], held, links)) == before
