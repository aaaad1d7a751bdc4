"""The definition of independence: its laws for any set of assertions, and the cases that docs/independence.md names."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sayso.types.weighing import Article, Assertion, Carried, OriginKind, Side, Standing, Teller, Weighed
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
    taking,
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
    more = {**held, "new": article("new", "Newsplume", data.draw(st.sampled_from(DATES)), original.document)}
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


def test_many_outlets_rest_on_one_spokesman_under_many_names() -> None:
    rows = [
        said("desna", person("Vitaliy Kyrylov (Kirilov), spokesman of the regional territorial defence", None, "UA")),
        said("rada", body("Ukraine's parliament"), person("Vitaliy Kirilov", "spokesman for the territorial defence")),
        said("wire", body("the Ukrainian parliament")),
        said("copy", person("Kirill Vitalov")),
        said("hromadske", person("a spokesman of the regional territorial defence")),
        said("polish", person("Witalij Kyryłow")),
        said("lantern", outlet("the Desna broadcaster")),
        said("late"),
        said("first", unnamed("Ukrainian officials")),
        said("second", unnamed("officials in Kyiv")),
        said("belta", person("Alexander Lukashenko", "president", "BY"), side=Side.AGAINST),
        said("pentagon", unnamed("a senior US defence official"), side=Side.OPEN),
    ]
    rows[0] = replace(rows[0], taking=(taking("Belarusian troops", "BY"),))
    held = articles(article("desna", "Desna", "2022-03-01T08:52:00Z"), article("lantern", "Lantern", "2022-03-01"))
    told = weigh(rows, held, [copied("c_copy", "c_wire", "wire")])
    assert bounds(told) == (1, 4, 1, 1)
    assert told.standing is Standing.DENIED
    assert "Lukashenko" in told.standing_reason
    spokesman = next(o for o in told.origins if "Witalij Kyryłow" in o.written)
    assert len(spokesman.assertions) == 7
    sentences = " ".join(r.sentence for r in told.support.reasons)
    assert "These 7 articles count once" in sentences
    assert "without saying from whom" in sentences


def test_three_papers_with_officials_have_one_origin_at_least_and_three_at_most() -> None:
    told = weigh([said(d, unnamed("officials")) for d in "abc"], {}, [])
    assert bounds(told)[:2] == (1, 3)
    assert told.standing is Standing.SINGLE


def test_two_named_bodies_of_two_countries_corroborate_since_the_second_came() -> None:
    rows = [said("a", body("the Velmar coast guard")), said("b", body("the Dravonian navy")), said("c")]
    held = articles(article("a", "A", "2024-05-01"), article("b", "B", "2024-05-03"), article("c", "C", "2024-05-02"))
    told = weigh(rows, held, [])
    assert bounds(told)[:2] == (2, 3)
    assert (told.standing, told.standing_since) == (Standing.CORROBORATED, "2024-05-03")


def test_a_man_of_a_body_and_the_body_are_one_camp() -> None:
    rows = [
        said("a", body("the Velmar coast guard")),
        said("b", person("Colonel Rusk, who commands the Velmar coast guard")),
    ]
    told = weigh(rows, {}, [])
    assert bounds(told)[:2] == (1, 2)
    assert {o.camp for o in told.origins} == {"state:~velmar"}
    assert any("Velmar" in r.sentence for r in told.support.reasons if r.rule == "camp")


def test_a_loop_of_outlets_is_one_circle() -> None:
    rows = [said("a", outlet("Beta News")), said("b", outlet("Gamma Times")), said("c", outlet("Alpha Post"))]
    held = articles(article("a", "Alpha Post"), article("b", "Beta News"), article("c", "Gamma Times"))
    told = weigh(rows, held, [])
    assert bounds(told)[:2] == (1, 1)
    assert [o.kind for o in told.origins] == [OriginKind.CIRCLE]
    assert any(r.rule == "circle" and "Beta News" in r.sentence for r in told.support.reasons)


def test_an_article_dated_before_what_it_cites_finds_a_channel_only() -> None:
    rows = [said("a", outlet("Beta")), said("b", body("the Velmar navy"))]
    held = articles(article("a", "Alpha", "2024-05-01"), article("b", "Beta", "2024-05-04"))
    told = weigh(rows, held, [])
    assert bounds(told)[:2] == (1, 2)
    assert {o.kind for o in told.origins} == {OriginKind.CHANNEL, OriginKind.NAMED}
    assert any(r.rule == "dates" for r in told.support.reasons)


def test_namesakes_in_different_offices_stay_apart() -> None:
    rows = [
        said("a", person("Ivan Petrenko", "mayor of Harkava", "UA")),
        said("b", person("Ivan Petrenko", "captain of the Velmar coast guard")),
    ]
    assert bounds(weigh(rows, {}, []))[:2] == (2, 2)


def test_private_persons_of_one_name_are_one_or_two() -> None:
    rows = [said(d, person("Marta Kovel", "a baker", public=False)) for d in "ab"]
    assert bounds(weigh(rows, {}, []))[:2] == (1, 2)


def test_a_letter_counts_once_however_many_post_it() -> None:
    rows = [said("a", person("Neda Orlosk"), document("a letter by officers")), said("b", document("the letter"))]
    rows.append(said("c", person("Tomas Brill"), document("an open letter posted by Tomas Brill")))
    told = weigh(rows, {}, [])
    assert bounds(told)[:2] == (1, 1)
    assert [o.kind for o in told.origins] == [OriginKind.DOCUMENT]


def test_a_source_that_takes_back_its_word_no_longer_counts() -> None:
    rows = [said("a", body("the Velmar navy")), said("b", outlet("A")), said("r")]
    rows.append(said("w", body("Velmar's navy"), side=Side.AGAINST, withdrawal=True))
    held = articles(article("a", "A", "2024-05-01"), article("w", "W", "2024-05-06"))
    told = weigh(rows, held, [])
    assert bounds(told) == (1, 1, 1, 1)
    assert (told.standing, told.standing_since) == (Standing.WITHDRAWN, "2024-05-06")
    assert any(r.rule == "withdrawn" and "2024-05-06" in r.sentence for r in told.support.reasons)


def test_who_says_it_first_and_denies_it_later_took_it_back() -> None:
    rows = [said("a", person("Ilan Torv")), said("b", person("Torv"), side=Side.AGAINST)]
    held = articles(article("a", "A", "2024-05-01"), article("b", "B", "2024-05-03"))
    told = weigh(rows, held, [])
    assert bounds(told) == (0, 0, 1, 1)
    assert told.standing is Standing.WITHDRAWN


def test_who_is_on_both_sides_of_one_day_counts_on_both() -> None:
    rows = [said("a", person("Ilan Torv")), said("b", person("Torv"), side=Side.AGAINST)]
    held = articles(article("a", "A", "2024-05-01"), article("b", "B", "2024-05-01"))
    told = weigh(rows, held, [])
    assert bounds(told) == (1, 1, 1, 1)
    assert any(r.rule == "both sides" for r in told.support.reasons)


def test_an_outsider_contests_and_a_participant_denies() -> None:
    row = replace(said("a", unnamed("residents")), taking=(taking("Dravonian jets"),))
    own = said("b", body("Dravonia's defence ministry"), side=Side.AGAINST)
    other = said("c", body("the Velmar navy"), side=Side.AGAINST)
    assert weigh([row, own], {}, []).standing is Standing.DENIED
    assert weigh([row, own, other], {}, []).standing is Standing.CONTESTED


def test_a_copy_of_a_text_that_was_not_read_keeps_to_that_text() -> None:
    rows = [said(d, unnamed("officials")) for d in "ab"]
    told = weigh(rows, {}, [copied("c_a", None, "lost"), copied("c_b", None, "lost")])
    assert bounds(told)[:2] == (1, 1)


def test_nothing_at_all() -> None:
    told = weigh([], {}, [])
    assert bounds(told) == (0, 0, 0, 0)
    assert told.standing is Standing.UNSOURCED


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


@pytest.mark.slow
def test_ten_thousand_articles_come_to_an_end() -> None:
    rows, held = [], {}
    for k in range(10_000):
        teller = (outlet(f"Paper {k % 700}"), person(f"Ilan{k % 9} Torv{k % 50}"), unnamed("officials"))[k % 3]
        rows.append(said(f"d{k}", teller))
        held[f"d{k}"] = article(f"d{k}", f"Paper {k % 701}", f"2024-05-{k % 28 + 1:02}")
    told = weigh(rows, held, [copied(f"c_d{k}", f"c_d{k - 1}", f"d{k - 1}") for k in range(5_000, 9_000)])
    assert told.support.most > told.support.least > 0
