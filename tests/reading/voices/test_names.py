from collections.abc import Callable

import pytest

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.names import Name, agreed, bare, kind_of, retyped, within
from sayso.types.attribution import VoiceKind
from sayso.types.span import Span


@pytest.mark.parametrize(
    ("text", "person", "name"),
    [
        ("Dr. Huda Rimi's", True, "Huda Rimi"),
        ("Divisional Commissioner Anil Wakhloo", True, "Anil Wakhloo"),
        ("Colonel Rusk", True, "Rusk"),
        ("Poland Wiesław Kukuła", True, "Wiesław Kukuła"),
        ("Stephen King Jr", True, "Stephen King Jr"),
        ("The New York Times", False, "New York Times"),
        ("Telegram channel Steppe Watch", False, "Steppe Watch"),
        ("the so-called Observatory of Rural Life", False, "Observatory of Rural Life"),
        ("General Staff", False, "General Staff"),
    ],
)
def test_bare_names(lexicon: Lexicon, text: str, person: bool, name: str) -> None:
    assert bare(text, Span(0, len(text)), person, lexicon).of(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Minsk said no", "Minsk"),
        ("the Examiner said", "Examiner"),
        ("the weekly Pearl said", "Pearl"),
        ("the rights group Tãab Yĩnga said", "Tãab Yĩnga"),
        ("Lucha Mpya, a youth movement, said", "Lucha Mpya"),
        ("Israel Hayom said", "Israel Hayom"),
    ],
)
def test_what_the_model_takes_for_a_person(lexicon: Lexicon, text: str, name: str) -> None:
    begin = text.index(name)
    assert not retyped(text, Name(Span(begin, begin + len(name)), True), lexicon).person


def test_persons_stay_persons(lexicon: Lexicon) -> None:
    for text, name in (("Marta Lund said", "Marta Lund"), ("Ada, an adviser, said", "Ada")):
        begin = text.index(name)
        assert retyped(text, Name(Span(begin, begin + len(name)), True), lexicon).person


def test_common_nouns_are_no_names(named: Callable[..., tuple[Name, ...]]) -> None:
    text = "Officials in March. The Ministry. MAYOR. State Secretary. Marta."
    found = named(text, persons=["Officials", "MAYOR", "Marta"], organisations=["Ministry", "March", "State Secretary"])
    assert [n.span.of(text) for n in found] == ["Marta"]


def test_mentions_that_belong_together_are_joined(named: Callable[..., tuple[Name, ...]]) -> None:
    text = "Israel Hayom and Open Sands wrote."
    found = named(text, persons=["Hayom"], places=["Israel"], organisations=["Open Sands"])
    assert [(n.span.of(text), n.person) for n in found] == [("Israel Hayom", False), ("Open Sands", False)]


def test_half_a_word_is_widened(named: Callable[..., tuple[Name, ...]]) -> None:
    text = "Fighters of al-Shabaab said"
    assert [n.span.of(text) for n in named(text, organisations=["Shabaab"])] == ["al-Shabaab"]


def test_one_name_has_one_type() -> None:
    text = "Semyon Pegas, Pegas, Plumbline"
    names = (Name(Span(0, 12), True), Name(Span(14, 19), False), Name(Span(21, 30), True))
    assert [n.person for n in agreed(text, names, "Plumbline Fact Desk")] == [True, True, False]


def test_kinds(lexicon: Lexicon) -> None:
    text = "Sky Register"
    name = Name(Span(0, 12), False)
    assert kind_of(text, name, ["newspaper"], lexicon) is VoiceKind.OUTLET
    assert kind_of(text, name, ["group"], lexicon) is VoiceKind.ORGANISATION
    assert kind_of(text, Name(Span(0, 12), True), [], lexicon) is VoiceKind.PERSON


def test_names_within_a_stretch() -> None:
    names = [Name(Span(k, k + 1), False) for k in (0, 5, 9, 20)]
    assert [n.span.begin for n in within(names, 5, 20)] == [5, 9]
