from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markupsafe import Markup

from sayso.export.visible import UNSAFE
from sayso.types.span import Span
from sayso.web.render import environment, link, passage, static_bytes, static_path


@given(st.text())
def test_no_text_becomes_markup_or_reorders_the_page(text: str) -> None:
    made = environment().from_string('<p title="{{ it }}">{{ it }}</p>').render(it=text)
    found = html.fragment_fromstring(made)
    assert found.tag == "p" and set(found.attrib) == {"title"} and len(found) == 0
    assert not UNSAFE.search(made)


@given(st.text(alphabet=st.characters(exclude_characters="\r\0", exclude_categories=["Cs"])))
def test_the_text_of_an_article_keeps_its_characters(text: str) -> None:
    made = environment().from_string("<p>{{ it | text }}</p>").render(it=text)
    assert html.fragment_fromstring(made).text_content() == text or not text.isprintable()
    assert "<script" not in made.lower()


def test_markup_of_our_own_stays() -> None:
    assert environment().from_string("{{ it }}").render(it=Markup("<b>x</b>")) == "<b>x</b>"


@given(st.dictionaries(st.sampled_from(["about", "by", "place"]), st.text()))
def test_links_have_only_characters_that_an_address_may_have(query: dict[str, str]) -> None:
    query = {name: value.encode("utf-8", "replace").decode() for name, value in query.items()}
    assert re.fullmatch(r"/claims(\?[\w.~%+&=*-]+)?", link("/claims", query), re.ASCII)


def test_links_leave_out_what_is_empty_and_change_what_is_given() -> None:
    assert link("/claims", {"about": "a b", "by": "", "skip": "50"}, skip=None) == "/claims?about=a+b"


def test_a_file_has_another_address_when_it_changes() -> None:
    assert re.fullmatch(r"/static/[0-9a-f]{10}/sayso\.css", static_path("sayso.css"))
    assert static_path("sayso.css") != static_path("list.js").replace("list.js", "sayso.css")


@pytest.mark.parametrize("name", ["nothing.css", "../app.py", "", "."])
def test_only_files_of_the_folder_are_given(name: str) -> None:
    with pytest.raises(KeyError):
        static_bytes(name)


def test_a_passage_has_an_address() -> None:
    assert passage("d_1/<", Span(3, 9)) == "/articles/d_1%2F%3C?at=3-9#at"
