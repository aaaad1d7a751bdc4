from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.grounding.actors.find import actors
from sayso.types.actor import ActorKind
from sayso.types.reading import EntityType, Mention, Reading
from sayso.types.span import Span
from tests import readings
from tests.grounding.actors.support import MADE, read, reading


def test_private_persons_and_groups_have_no_key_and_public_ones_do() -> None:
    found = read("President [P:Abel Kay] met [P:Marta Lund] and the rebels.")
    assert found["Abel Kay"].public
    assert found["Abel Kay"].key
    assert (found["Marta Lund"].public, found["Marta Lund"].key) == (False, None)
    assert (found["rebels"].kind, found["rebels"].key) == (ActorKind.GROUP, None)


def test_one_name_in_two_documents_has_one_key_and_two_ids() -> None:
    one = read("President [P:Alexander Lukashenko] left.")["Alexander Lukashenko"]
    other = read("President [P:Aliaksandr Lukashenka] came.")["Aliaksandr Lukashenka"]
    assert one.key == other.key and one.id != other.id


def test_the_fullest_name_is_given_letter_by_letter_and_mentions_are_in_order() -> None:
    actor = read("[P:LUND] QUITS\n\n[P:Lund] left. [P:Marta Lund] was the mayor. She came.")["Marta Lund"]
    assert [m.span.begin for m in actor.mentions] == sorted(m.span.begin for m in actor.mentions)
    assert len(actor.mentions) == 5


def test_the_country_of_a_person_comes_from_the_office() -> None:
    actor = read("Belarusian Defence Minister [P:Viktor Roth] left.")["Viktor Roth"]
    assert (actor.country, actor.public) == ("BY", True)


def test_actors_are_in_the_order_of_their_first_mentions_and_always_the_same() -> None:
    example = readings.plain()
    found = actors(example)
    begins = [a.mentions[0].span.begin for a in found]
    assert begins == sorted(begins) and found == actors(example)
    names = {a.name for a in found}
    assert {"Ilse Marrow", "Meridian Daily"} <= names
    assert len({a.id for a in found}) == len(found)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "The the a his army dictator Belarus Belarusian forces Lund Marta said , . “ ” 's he it they We president "
            "of rebels \n\n ministry ( ) GS General Staff — is adviser to 🤷 Лукашенко é \x00 ".split(" ")
        ),
        max_size=40,
    ),
    st.lists(st.tuples(st.integers(0, 200), st.integers(1, 30), st.sampled_from(list(EntityType))), max_size=6),
)
def test_any_text_gives_actors_that_stand_in_it(parts: list[str], marks: list[tuple[int, int, EntityType]]) -> None:
    plain = reading(" ".join(parts))
    text = plain.document.text
    spans = [(Span(b, min(b + n, len(text))), t) for b, n, t in marks if b < len(text)]
    mentions = tuple(Mention(s, t, t, 1.0, MADE) for s, t in spans)
    found = actors(type(plain)(plain.document, plain.sentences, mentions, (), (), (), plain.model))
    seen = [m.span for a in found for m in a.mentions]
    assert all(0 <= s.begin < s.end <= len(text) for s in seen)
    assert len(seen) == len(set(seen))
    assert all(a.mentions and a.name for a in found)


@settings(max_examples=100, deadline=None)
@given(readings.odd_readings())
def test_no_reading_is_too_odd(odd: Reading) -> None:
    assert actors(odd) == actors(odd)


def test_a_huge_line_is_read() -> None:
    actors(reading("The army said it. " * 3000))
    actors(reading("x" * 200_000))
