"""From assertions back to what they rest on."""

from __future__ import annotations

from sayso.types.weighing import Article, Assertion, Carried, OriginKind, Side
from sayso.weighing.ledger import Ledger
from sayso.weighing.walk import walk
from sayso.weighing.weigh import weigh
from tests.weighing.told import article, articles, body, copied, document, outlet, person, said, unnamed


def ends(rows: list[Assertion], held: dict[str, Article] | None = None, links: tuple[Carried, ...] = ()) -> list[str]:
    ledger = Ledger(rows, held or {}, links)
    found = walk(ledger).ends
    return [f"{found['a', '', k].kind.value}" for k in range(len(rows))]


def identities(rows: list[Assertion], held: dict[str, Article] | None = None) -> list[str]:
    found = walk(Ledger(rows, held or {}, ())).ends
    return [found["a", "", k].identity for k in range(len(rows))]


def test_each_rule_of_the_definition() -> None:
    held = articles(article("f", "Harrow Post"))
    rows = [
        *(said("a", person("Ilan Torv")), said("b", document("a letter")), said("c", outlet("Baltport Courier"))),
        *(said("d", unnamed("officials")), said("e"), said("f", witnessed=True)),
    ]
    assert ends(rows, held) == ["named", "document", "channel", "unnamed", "unsourced", "witness"]


def test_whom_a_source_has_it_from_stands_for_it_everywhere() -> None:
    rows = [said("a", body("the Velmar parliament")), said("b", body("Velmar's parliament"), person("Ilan Torv"))]
    assert len(set(identities(rows))) == 1
    assert "person" in identities(rows)[0]


def test_it_holds_for_one_side_only() -> None:
    rows = [said("a", body("the Velmar parliament"), side=Side.AGAINST), said("b", body("Velmar's parliament"))]
    rows[1] = said("b", body("Velmar's parliament"), person("Ilan Torv"))
    assert len(set(identities(rows))) == 2


def test_an_outlets_article_leads_to_the_best_known_origin() -> None:
    held = articles(article("a", "Post"), article("b", "Desna Radio"), article("c", "Desna Radio"))
    rows = [said("a", outlet("Desna Radio")), said("b"), said("c", person("Ilan Torv"))]
    assert ends(rows, held) == ["named", "unsourced", "named"]


def test_people_who_cite_each_other_are_one_of_them() -> None:
    torv, rusk = person("Ilan Torv"), person("Marta Rusk")
    rows = [said("a", torv, rusk), said("b", rusk, torv)]
    assert ends(rows) == ["named", "named"]
    assert len(set(identities(rows))) == 1


def test_an_outlet_that_cites_itself_is_no_circle() -> None:
    assert ends([said("a", outlet("Post"))], articles(article("a", "Post"))) == [OriginKind.UNSOURCED.value]


def test_a_copy_of_what_it_cites_does_not_hide_whom_that_has_it_from() -> None:
    desna = outlet("Desna Radio")
    rows = [said("a", desna), said("b", desna, person("Ilan Torv")), said("c")]
    held = articles(article("c", "Desna Radio"))
    assert ends(rows, held, (copied("c_c", "c_a", "a"),)) == ["named", "named", "named"]


def test_a_country_that_is_named_as_if_it_spoke_is_whoever_speaks_for_it() -> None:
    rows = [
        said("a", body("Karvenia")),
        said("b", person("Irina Sotva", "spokeswoman of the Ministry of Defence of Karvenia")),
    ]
    assert len(set(identities(rows))) == 1
    two = [*rows, said("c", body("Karvenian interior ministry"))]
    assert len(set(identities(two))) == 3
    assert ends(rows[:1]) == ["named"]


def test_who_only_posts_a_letter_has_no_word_of_his_own() -> None:
    rows = [
        said("a", document("letter published on Tuesday by the activist Neda Orlosk")),
        said("b", person("Neda Orlosk", "activist")),
    ]
    assert ends(rows) == ["document", "document"]
    assert len(set(identities(rows))) == 1
    rows[0] = said("a", document("letter about the activist Neda Orlosk"))
    assert len(set(identities(rows))) == 2


def test_an_army_speaks_through_whoever_speaks_for_it_on_that_side() -> None:
    rows = [said("a", body("Oskeria's army")), said("b", person("Dast Yerrin", "Colonel"))]
    assert len(set(identities(rows))) == 1
    rows.append(said("c", person("Ilan Torv", "General")))
    assert len(set(identities(rows))) == 3  # it may be either
    minister = [said("a", body("Russia's army")), said("b", body("the Russian defence ministry"))]
    assert len(set(identities(minister))) == 1
    other = [said("a", body("Russia's army")), said("b", body("the Russian foreign ministry"))]
    assert len(set(identities(other))) == 2


def test_a_nation_behind_somebody_is_who_he_speaks_of() -> None:
    rows = [said("a", person("Halyna", public=False), body("Russians", "RU")), said("b", person("Ada Rusk", "mayor"))]
    assert [i.split("|")[0] for i in identities(rows)] == ["private", "person"]


def test_a_capital_is_not_a_body_of_which_nobody_knows_the_state() -> None:
    rows = [said("a", body("Washington", "US")), said("b", body("3rd Assault Brigade"))]
    assert len(set(identities(rows))) == 2
    rows = [said("a", body("Washington", "US")), said("b", body("the Pentagon"))]
    assert len(set(identities(rows))) == 1


def test_an_outlet_that_takes_back_what_it_saw_is_the_same_witness() -> None:
    held = articles(
        article("a", "A", "2024-05-01"),
        article("b", "A", "2024-05-02"),
        article("c", "A", "2024-05-01"),
        article("d", "B"),
    )
    rows = [said("a", witnessed=True), said("b", side=Side.AGAINST), said("c"), said("d", side=Side.AGAINST)]
    told = weigh(rows, held, [])
    kinds = {a: o.kind for o in told.origins for a in o.assertions}
    assert kinds == {
        "c_a": OriginKind.WITNESS,
        "c_b": OriginKind.WITNESS,
        "c_c": OriginKind.UNSOURCED,
        "c_d": OriginKind.UNSOURCED,
    }
    assert (told.against.least, told.against.most) == (1, 2)


def test_an_outlet_that_takes_back_what_it_saw_may_tell_what_that_was() -> None:
    held = articles(article("a", "A", "2024-05-01"), article("b", "A", "2024-05-02"))
    rows = [said("a", witnessed=True), said("b", side=Side.AGAINST), said("b", outlet("A"), name="again")]
    told = weigh(rows, held, [])
    assert (told.support.least, told.support.most) == (0, 0)
    assert (told.against.least, told.against.most) == (1, 1)
