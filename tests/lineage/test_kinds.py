from dataclasses import replace

import pytest

from sayso.lineage.kinds import kind, same_address, same_outlet
from sayso.types.document import Basis, Document, Known
from sayso.types.lineage import Alignment, Alteration, Kind, Passage, QuotedAgain
from sayso.types.span import Span

TEXT = "The ferry stayed in port for a second day as fighting went on along the southern bank of the river. " * 6
FIRST = Document("d_1", TEXT, "a", "txt", publisher=Known("Lisk Lantern", Basis.METADATA))
SECOND = Document("d_2", TEXT, "b", "txt", publisher=Known("Orlen Herald", Basis.METADATA))
WHOLE = (Passage(Span(0, len(TEXT) - 1), Span(0, len(TEXT) - 1)),)
END = (Passage(Span(300, len(TEXT) - 1), Span(0, 300)),)
BEGIN = (Passage(Span(0, 300), Span(0, len(TEXT) - 1)),)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (Alignment(WHOLE, 1.0, 1.0, 1.0, 1.0), Kind.VERBATIM),
        (Alignment(BEGIN, 0.5, 1.0, 1.0, 1.0), Kind.CUT),
        (Alignment(END, 0.5, 1.0, 1.0, 1.0), Kind.LIGHT_EDIT),
        (Alignment(WHOLE, 1.0, 1.0, 0.95, 1.0), Kind.LIGHT_EDIT),
        (Alignment(WHOLE, 1.0, 1.0, 1.0, 0.4), Kind.REORDERED),
        (Alignment(WHOLE, 1.0, 1.0, 0.7, 1.0), Kind.REWRITE),
        (Alignment(WHOLE, 1.0, 1.0, 0.4, 1.0), Kind.REWRITE),
        (Alignment((Passage(Span(0, 99), Span(0, 99)),), 0.2, 0.2, 1.0, 1.0), Kind.PARTIAL),
    ],
)
def test_kind_by_what_is_shared(found: Alignment, expected: Kind) -> None:
    assert kind(found, FIRST, SECOND, ()) is expected


def test_a_spinner_swaps_words_and_a_person_rewrites() -> None:
    spun = TEXT.replace("stayed", "remained").replace("fighting", "combat").replace("bank", "shore")
    told = "Ferries were still at their quays on the second morning of battle for the south bank of the river. " * 6
    for text, expected in ((spun, Kind.RESPUN), (told, Kind.REWRITE)):
        found = Alignment((Passage(Span(0, len(TEXT) - 1), Span(0, len(text) - 1)),), 1.0, 1.0, 0.7, 1.0)
        assert kind(found, FIRST, replace(SECOND, text=text), ()) is expected


def test_an_altered_quotation_makes_it_an_edit() -> None:
    quote = QuotedAgain(Span(0, 20), Span(0, 20), Alteration.NEGATION)
    found = Alignment(WHOLE, 1.0, 1.0, 1.0, 1.0)
    assert kind(found, FIRST, SECOND, (quote,)) is Kind.LIGHT_EDIT
    assert kind(found, FIRST, SECOND, (replace(quote, alteration=None),)) is Kind.VERBATIM


def test_nothing_but_quotations() -> None:
    quote = QuotedAgain(Span(0, 99), Span(0, 99), None)
    found = Alignment((Passage(Span(0, 99), Span(0, 99)),), 0.2, 0.2, 1.0, 1.0)
    assert kind(found, FIRST, SECOND, (quote,)) is Kind.QUOTATION
    assert kind(Alignment((), 0.0, 0.0, 0.0, 0.0), FIRST, SECOND, (quote,)) is Kind.QUOTATION


def test_a_later_text_of_the_same_outlet_or_address_is_a_version() -> None:
    found = Alignment(WHOLE, 1.0, 0.95, 0.97, 1.0)
    again = replace(SECOND, publisher=Known("The Lisk Lantern", Basis.METADATA))
    assert same_outlet(FIRST, again) and not same_outlet(FIRST, SECOND)
    assert kind(found, FIRST, again, ()) is Kind.VERSION
    assert kind(replace(found, wording=0.6), FIRST, again, ()) is not Kind.VERSION
    here = replace(FIRST, url=Known("https://www.lisk.example/a?x=1", Basis.METADATA))
    there = replace(SECOND, url=Known("http://lisk.example/a/", Basis.METADATA))
    assert same_address(here, there)
    assert kind(replace(found, wording=0.6), here, there, ()) is Kind.VERSION
