import re

from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.voices.identity import attribution_id, voice_id
from sayso.types.attribution import VoiceKind
from sayso.types.span import Span

FORM = re.compile(r"[av]_[0-9a-f]{16}")


@given(st.text(), st.sampled_from(list(VoiceKind)), st.none() | st.text())
def test_ids_have_their_form_and_stay_the_same(document: str, kind: VoiceKind, name: str | None) -> None:
    found = voice_id(
        document.encode("utf-8", "ignore").decode(), kind, name and name.encode("utf-8", "ignore").decode()
    )
    assert FORM.fullmatch(found)


def test_a_voice_without_a_name_is_not_one_named_by_nothing() -> None:
    ids = {voice_id("d", kind, name) for kind in VoiceKind for name in (None, "", "-", "x")}
    assert len(ids) == 4 * len(VoiceKind)
    assert voice_id("d", VoiceKind.PERSON, "Ann  ROE") == voice_id("d", VoiceKind.PERSON, "ann roe")


def test_roles_do_not_run_together() -> None:
    a, b = (Span(0, 1),), (Span(2, 3),)
    ids = {attribution_id("d", *roles) for roles in ((a, b, ()), (a, (), b), ((), a, b), (a + b, (), ()))}
    assert len(ids) == 4
