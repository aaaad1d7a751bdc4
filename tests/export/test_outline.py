from dataclasses import replace

from hypothesis import given

from sayso.export.outline import chain, directory, outline
from sayso.types.attribution import VoiceKind
from sayso.types.reading import Reading
from tests.readings import DAILY, MARROW, odd_readings, plain


def test_what_is_relayed_stands_behind_what_relays_it() -> None:
    reading = plain()
    a1, a2, *others = reading.attributions
    items = outline(replace(reading, attributions=(a1, *others, a2)))
    assert [(item.number, item.depth, item.attribution.id) for item in items[:3]] == [
        (1, 0, "a1"),
        (2, 1, "a2"),
        (3, 0, "a3"),
    ]
    assert [(item.parent, item.basis) for item in items[:3]] == [(None, 2), (1, None), (None, None)]


def test_a_chain_runs_from_the_root_to_the_article() -> None:
    first = outline(plain())[0]
    assert [v.name for v in first.chain if v] == ["opposition sources", "Meridian Daily", None]


def test_an_article_that_no_summary_describes_is_still_the_article() -> None:
    reading = plain()
    items = outline(replace(reading, voices=()))
    assert items[2].chain[-1] is not None and items[2].chain[-1].kind is VoiceKind.ARTICLE


def test_a_voice_that_is_not_described_is_not_invented() -> None:
    reading = plain()
    odd = replace(reading.attributions[0], chain=("v_article_None", "v_missing", MARROW.id))
    item = outline(replace(reading, attributions=(odd,)))[0]
    assert item.chain[1] is None


def test_a_chain_of_nothing_is_empty() -> None:
    assert chain((), directory(plain())) == ()


def test_voices_of_sources_are_known_by_id() -> None:
    assert directory(plain())[DAILY.id] == DAILY


@given(odd_readings())
def test_every_attribution_comes_once_whatever_its_parent(reading: Reading) -> None:
    items = outline(reading)
    assert [item.number for item in items] == list(range(1, len(items) + 1))
    assert sorted(map(repr, (i.attribution for i in items))) == sorted(map(repr, reading.attributions))


def test_a_thousand_levels_are_no_trouble() -> None:
    reading = plain()
    one = reading.attributions[0]
    deep = tuple(replace(one, id=f"n{k}", parent=f"n{k - 1}" if k else None) for k in range(1500))
    assert outline(replace(reading, attributions=deep))[-1].depth == 1499
