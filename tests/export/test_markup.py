from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.markup import attribute, shown
from tests.readings import CHARACTERS


class Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []
        self.values: list[str | None] = []

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.values += [value for _, value in attrs]


def parsed(html: str) -> Texts:
    parser = Texts()
    parser.feed(html)
    parser.close()
    return parser


@given(st.text(CHARACTERS))
def test_a_parser_gets_the_same_characters_and_no_element_of_theirs(text: str) -> None:
    found = parsed(shown(text))
    assert found.text == text.replace("\0", "\ufffd")
    assert set(found.tags) <= {"bdi"}


@given(st.text(CHARACTERS))
def test_an_attribute_stays_one(text: str) -> None:
    found = parsed(f'<i title="{attribute(text)}">')
    assert found.tags == ["i"] and len(found.values) == 1


def test_markup_is_text() -> None:
    assert shown("</style><script>&amp;") == "&lt;/style&gt;&lt;script&gt;&amp;amp;"


def test_an_override_is_isolated_and_named() -> None:
    assert shown("a\u202eb") == 'a<bdi class="ctl" data-c="U+202E">\u202e</bdi>b'


def test_a_carriage_return_survives_parsing() -> None:
    assert shown("a\r\nb") == "a&#13;\nb"
