from __future__ import annotations

import pytest
from lxml import etree

from sayso.types.weighing import OriginKind
from sayso.web.pictures.shapes import LEGEND, key, line, outline


def test_each_kind_of_origin_has_a_shape_of_its_own_and_a_name() -> None:
    assert set(LEGEND) == set(OriginKind)
    assert len({outline(kind, 200, 60) for kind in OriginKind}) == len(OriginKind)


@pytest.mark.parametrize("kind", OriginKind)
def test_the_legend_shows_it_to_eyes_only(kind: OriginKind) -> None:
    assert etree.fromstring(key(kind)).get("aria-hidden") == "true"


def test_text_is_text() -> None:
    found = etree.fromstring(line("how", 1, 2, '<b>\x1b\ufffe"&'))
    assert len(found) == 0 and "<b>" in found.text
