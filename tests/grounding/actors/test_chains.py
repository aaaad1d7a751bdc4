from sayso.grounding.actors.chains import Chains
from sayso.grounding.actors.spots import Form, Spot
from sayso.types.actor import ActorKind
from sayso.types.span import Span


def spot(begin: int, kind: ActorKind, form: Form = Form.NAME, gender: str = "", country: str | None = None) -> Spot:
    return Spot(Span(begin, begin + 1), form, kind, begin, begin, ("x",), gender=gender, country=country)


def test_joined_chains_hold_the_spots_of_both() -> None:
    a, b, c = spot(0, ActorKind.PERSON), spot(2, ActorKind.PERSON, gender="f"), spot(4, ActorKind.PERSON)
    chains = Chains([c, b, a])
    chains.join(a, b, "alias")
    assert chains.of[a] is chains.of[b] and chains.of[c] is not chains.of[a]
    assert chains.of[a].gender == "f" and chains.of[a].rules[b] == "alias"
    assert [len(chain.spots) for chain in chains.all()] == [2, 1]
    assert chains.of[a].before(2) is a and chains.of[a].before(0) is None


def test_gender_country_and_kind_may_not_contradict() -> None:
    she, he = spot(0, ActorKind.PERSON, gender="f"), spot(2, ActorKind.PERSON, gender="m")
    chad, mali = spot(4, ActorKind.FORCE, country="TD"), spot(6, ActorKind.FORCE, country="ML")
    group, body = spot(8, ActorKind.GROUP), spot(10, ActorKind.ORGANISATION)
    of = Chains([she, he, chad, mali, group, body]).of
    assert not of[she].agrees(of[he])
    assert not of[chad].agrees(of[mali])
    assert not of[group].agrees(of[body]) and not of[she].agrees(of[body])
    assert of[chad].agrees(of[body])


def test_a_name_gives_the_kind_and_a_finer_kind_comes_before_organisation() -> None:
    body, paper = spot(0, ActorKind.ORGANISATION), spot(2, ActorKind.OUTLET, Form.NOUN)
    chains = Chains([body, paper])
    chains.join(body, paper, "noun")
    assert chains.of[body].kind is ActorKind.OUTLET
