from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import sayso
from sayso.engine.timeline import between, joined
from sayso.errors import UsageError
from sayso.export import timeline_json
from sayso.types.timeline import MomentKind
from tests.cli.asked import asker
from tests.histories import history


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("timed")
    asker(folder, weighed=True)
    return folder / "a.sayso"


def test_every_claim_has_a_history_whose_last_turn_is_how_it_stands(ledger: Path) -> None:
    validator = jsonschema.Draft202012Validator(timeline_json.schema())
    with sayso.open(ledger) as found:
        rows = list(found.claims())
        assert rows
        for row in rows:
            timeline = found.timeline(row.id)
            assert [claim.id for claim in timeline.claims] == [row.id]
            assert timeline.moments and timeline.turns[-1].standing is row.standing
            assert timeline.turns[-1].support == (row.least, row.most)
            validator.validate(timeline.to_dict())


def test_the_words_are_those_of_the_articles(ledger: Path) -> None:
    with sayso.open(ledger) as found:
        for moment in found.timeline(about="brigade").moments:
            report = found.report(moment.after.document)
            assert report is not None
            assert moment.after.span.of(report.document.text) == moment.after.text


def test_a_topic_is_all_claims_about_it(ledger: Path) -> None:
    with sayso.open(ledger) as found:
        rows = list(found.claims(about="brigade"))
        topic = found.timeline(about="brigade")
        assert [claim.id for claim in topic.claims] == [row.id for row in rows]
        assert len(found.timeline(about="brigade", limit=1).claims) == 1
        assert found.timeline(about="nothing whatever").moments == ()


def test_a_request_that_says_nothing_or_too_much_is_refused(ledger: Path) -> None:
    with sayso.open(ledger) as found:
        for given_ in ({}, {"id": "p_1234", "about": "brigade"}):
            with pytest.raises(UsageError, match="--about"):
                found.timeline(**given_)
        with pytest.raises(UsageError, match="is no date"):
            found.timeline(about="brigade", since="soon")


def test_a_stretch_of_time_says_what_it_leaves_out() -> None:
    found = between(history(), "2031-03-02", "2031-03-03")
    dates = {m.published for m in found.moments}
    assert dates == {"2031-03-02T07:00:00Z", "2031-03-02T12:00:00Z", None}
    assert (found.earlier, found.later) == (2, 2)
    assert [t.published for t in found.turns] == ["2031-03-02T07:00:00Z", "2031-03-02T12:00:00Z", None]
    assert between(history(), None, None) == history()
    assert [m.kind for m in between(history(), "2032-01-01", None).moments] == [MomentKind.UNDATED]


@given(st.randoms(use_true_random=False))
def test_several_histories_are_one_in_the_order_of_dates(chance: random.Random) -> None:
    one = history()
    other = replace(
        one,
        claims=(replace(one.claims[0], id="p_other"),),
        moments=tuple(replace(m, claim="p_other") for m in one.moments),
    )
    parts = [one, other]
    chance.shuffle(parts)
    both = joined(parts)
    dates = [m.published or "~" for m in both.moments]
    assert len(both.moments) == 2 * len(one.moments) and [c.id for c in both.claims] == [p.claims[0].id for p in parts]
    assert dates == sorted(dates, key=lambda d: (d == "~", d.replace("2031-03-03", "2031-03-03T")))
