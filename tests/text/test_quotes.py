import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.paragraphs import paragraphs
from sayso.text.quotes import Quotation, QuoteFamily, quotations

MARKS = st.lists(
    st.sampled_from(["“", "”", '"', "‘", "’", "'", "«", "»", "``", "''", "a", "s", " ", ",", "\n\n", "6'2\"", "don’t"])
).map("".join)  # fmt: skip


def cut(text: str) -> list[str]:
    return [quotation.span.of(text) for quotation in quotations(text)]


def only(text: str) -> Quotation:
    (found,) = quotations(text)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We know,” he said, “they’re leaving.”", ["“We know,”", "“they’re leaving.”"]),
        ('"We know," he said. "It\'s over."', ['"We know,"', '"It\'s over."']),
        ("‘We know,’ he said. ‘They don’t.’", ["‘We know,’", "‘They don’t.’"]),
        ("'We know,' he said. 'They don't.'", ["'We know,'", "'They don't.'"]),
        ("«Oui», «non» and ‹so›, »ja« and „nein“, ”nej”", ["«Oui»", "«non»", "‹so›", "»ja«", "„nein“", "”nej”"]),
        ("``We know,'' she said.", ["``We know,''"]),
        ("A list of \"one\", “two” and ('three').", ['"one"', "“two”", "'three'"]),
        ("“They said ‘go away’ twice.”", ["“They said ‘go away’ twice.”", "‘go away’"]),
        ("'He said \"no,\"' she said.", ["'He said \"no,\"'", '"no,"']),
        ('He said:"No"and left—"so"—at once.', ['"No"', '"so"']),
        ('"""We go,"" he said.', ['"""We go,""']),
        # marks of the wrong kind or turned the wrong way
        ('“We know," he said, "and go.”', ['“We know,"', '"and go.”']),
        ("“this“ and “that”", ["“this“", "“that”"]),
        # a space too many
        ("“ We go ” he said.", ["“ We go ”"]),
    ],
)
def test_quotations_whatever_marks_were_typed(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The sources’ claims and the workers' rights don’t matter in O’Brien’s ‘90s.",
        "rock ‘n’ roll in the '80s, 'tis said",
        'He is 6\'2" tall, she 5’11" or so.',
        "A closing mark” without an opening one.",
        "“",
        '" ',
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    assert cut(text) == []


def test_a_plural_possessive_does_not_close_a_quotation_that_goes_on() -> None:
    assert cut("‘The sources’ claims are wrong,’ he said.") == ["‘The sources’ claims are wrong,’"]
    assert cut("‘no troops’ crossed, he said. ‘We left,’ she said.") == ["‘no troops’", "‘We left,’"]


def test_a_speech_over_several_paragraphs_opens_each_and_closes_the_last() -> None:
    text = "“We know.\n\n“They left.\n\n“It is over,” he said."
    assert [(q.span.of(text), q.closed, q.continues) for q in quotations(text)] == [
        ("“We know.", False, True),
        ("“They left.", False, True),
        ("“It is over,”", True, False),
    ]


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = "He said “we know.\n\nNobody “else” did."
    first, second = quotations(text)
    assert (first.span.of(text), first.closed, first.continues) == ("“we know.", False, False)
    assert second.span.of(text) == "“else”"


def test_a_quotation_that_is_never_closed_ends_before_the_next_one() -> None:
    text = "“We know, he said. “They left.”"
    assert cut(text) == ["“We know, he said.", "“They left.”"]
    assert [q.closed for q in quotations(text)] == [False, True]


def test_depth_and_family() -> None:
    text = "“They said ‘go’,” he said."
    assert [(q.depth, q.family) for q in quotations(text)] == [(0, QuoteFamily.DOUBLE), (1, QuoteFamily.SINGLE)]
    assert only("«oui»").family is QuoteFamily.GUILLEMETS


@given(st.one_of(MARKS, st.text()))
def test_quotations_stay_in_their_paragraph_and_nest(text: str) -> None:
    blocks = paragraphs(text)
    found = quotations(text)
    for q in found:
        assert blocks[q.paragraph].covers(q.span)
        assert q.span.of(text).strip() == q.span.of(text)
        assert not (q.closed and q.continues)
    for k, q in enumerate(found):
        for later in found[k + 1 :]:
            assert later.span.begin >= q.span.end or q.span.covers(later.span)


@pytest.mark.parametrize("unit", ['"', "“", "’", "'", "“‘«", '"a ', "s' a", "6'2\"", "a”\n\n“"])
def test_a_hostile_text_of_marks_is_read_in_one_pass(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert all(q.span.end <= len(text) for q in quotations(text))
