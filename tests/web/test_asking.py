from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.web.asking import own_path


@given(st.text())
def test_a_path_to_go_on_to_never_leaves_the_app(given_: str) -> None:
    found = own_path(given_)
    assert found is None or urlsplit(urljoin("http://127.0.0.1:8117/review", found)).netloc == "127.0.0.1:8117"


@pytest.mark.parametrize("path", ["/", "/claims/p_12ab345", "/reviews?by=Ilse+Marrow&skip=50"])
def test_paths_of_the_app_are_its_own(path: str) -> None:
    assert own_path(path) == path


@pytest.mark.parametrize("path", ["", "claims", "//x.example", "/\\x.example", "http://x.example/", "/a\nb", "/\t/x"])
def test_anything_else_is_not(path: str) -> None:
    assert own_path(path) is None
