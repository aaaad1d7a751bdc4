from __future__ import annotations

from dataclasses import replace

from sayso.export import timeline_words as words
from sayso.export.timeline_words import Telling
from sayso.types.timeline import NOBODY, PRIVATE, MomentKind, Turn
from sayso.types.weighing import Standing
from tests.histories import history


def test_days_hold_everything_once_and_the_undated_at_the_end() -> None:
    found = history()
    days = words.days(found)
    assert [d.day for d in days] == ["2031-03-01", "2031-03-02", "2031-03-03", "2031-03-04", None]
    tellings = [t for d in days for t in d.rows if isinstance(t, Telling)]
    assert sum(bool(t.head) + len(t.changes) for t in tellings) == len(found.moments)
    assert [t for d in days for t in d.rows if isinstance(t, Turn)] == list(found.turns)


def test_how_it_stood_comes_behind_what_made_it_so() -> None:
    second = words.days(history())[1].rows
    assert [type(row).__name__ for row in second] == ["Telling", "Turn", "Telling", "Turn"]
    found = history()
    gone = replace(found, moments=tuple(m for m in found.moments if m.kind is not MomentKind.CONFIRMED))
    assert [t for d in words.days(gone) for t in d.rows if isinstance(t, Turn)] == list(found.turns)
    assert words.days(replace(found, moments=()))[0].day == "2031-03-01"


def test_the_first_denial_and_the_first_confirmation_are_told_apart() -> None:
    found = history()
    denied = next(m for m in found.moments if m.kind is MomentKind.DENIED)
    firsts = words.firsts(found)
    assert words.label(Telling(denied, ()), firsts) == "FIRST DENIAL"
    assert words.label(Telling(denied, ()), frozenset()) == "DENIED"
    confirmed = next(m for m in found.moments if m.kind is MomentKind.CONFIRMED)
    assert [words.label(Telling(confirmed, ()), f) for f in (firsts, frozenset())] == ["confirmed", "one more origin"]


def test_who_says_so_and_in_which_words_of_denial() -> None:
    first, denied = history().moments[0], next(m for m in history().moments if m.kind is MomentKind.DENIED)
    assert words.who(first) == "Alder Wire, on the word of Pavel Rusk"
    saying = replace(denied.after, text="denied")
    assert words.who(replace(denied, saying=saying)).endswith("the council of Velmar (“denied”)")
    assert words.who(replace(first, source=None, voice=NOBODY)).endswith("nobody who is named")
    assert words.who(replace(first, source=None, voice=PRIVATE, outlet=None)).startswith(
        "outlet unknown, on the word of a"
    )


def test_copies_say_how_many_until_when_and_where() -> None:
    copied = next(m for m in history().moments if m.kind is MomentKind.COPIED)
    assert words.copied(copied) == "+ 2 copies until 3 Mar 2031: The Harbour Post and Norrin Gazette"
    same_day = replace(copied, until="2031-03-01T09:00:00Z")
    assert words.copied(same_day).startswith("+ 2 copies until 09:00 UTC")
    assert words.copied(replace(copied, count=1, until=None, outlets=())) == "+ 1 copy, date unknown"
    many = replace(copied, outlets=tuple(f"O{k}" for k in range(9)))
    assert words.copied(many).endswith("O5 and 3 more")


def test_a_turn_that_keeps_the_standing_says_still() -> None:
    found = history()
    same = words.stays(found)
    told = [words.turned(t, same) for t in found.turns]
    assert told[0] == "now single origin: 1 origin for it"
    assert told[2] == "now CONTESTED: 2 origins for it, 1 origin against it"
    assert told[3].startswith("still CONTESTED") and told[4].endswith("with all articles of unknown date")
    nobody = Turn("p", "2031-03-01", Standing.UNSOURCED, "", (0, 0), (1, 1))
    assert words.turned(nobody, frozenset()) == "now unsourced: nobody for it, 1 origin against it"


def test_what_changed_is_said_with_the_words_before() -> None:
    change = next(m for m in history().moments if m.kind is MomentKind.NUMBER)
    assert words.changed(change) == "number changed: “Two vehicles” became “A column of 33 vehicles”"
    assert words.changed(replace(change, before=None)).startswith("a number for the first time")
