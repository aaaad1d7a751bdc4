"""``brat``: standoff annotations (Stenetorp et al. 2012) of one document; offsets count in its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, TextIO

from sayso.export import edtf, status
from sayso.export.claims import Entry, entries
from sayso.export.format import Format, Outcome, View
from sayso.export.single import only_report
from sayso.export.words import voice_name
from sayso.types.attribution import Attribution
from sayso.types.event import Event, Participant
from sayso.types.place import Place
from sayso.types.span import Span

# What any reader might take for the end of a line or field; each becomes one space, so that lengths stay.
BREAKS: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
LINES: Final = re.compile("[^\r\n]+")


def write(outcomes: Iterable[Outcome], out: TextIO, view: View) -> None:
    """Write the ``.ann`` file of the one document; nothing where all inputs were set aside.

    Raises ``UsageError`` when there is more than one document: a ``.ann`` file belongs to one text.
    """
    del view
    report = only_report(outcomes, "brat")
    if report is None:
        return
    sheet = Sheet(report.document.text)
    for attribution in report.attributions:
        _attribution(sheet, attribution)
    events = {event.id: _event(sheet, event) for event in report.events}
    for entry in entries(report):
        _claim(sheet, entry, events)
    out.writelines(line + "\n" for line in sheet.lines)


@dataclass(slots=True)
class Sheet:
    """The lines of one file and the next number of each kind of line."""

    text: str
    lines: list[str] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)
    _bound: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, kind: str, rest: str) -> str:
        """Write a line of ``kind`` (T, E, R, A, N, #) and return its id."""
        self._numbers[kind] = self._numbers.get(kind, 0) + 1
        name = f"{kind}{self._numbers[kind]}"
        self.lines.append(f"{name}\t{rest}")
        return name

    def mark(self, label: str, spans: Sequence[Span], once: bool = False) -> str | None:
        """A text-bound annotation; ``None`` where the spans hold nothing but ends of lines.

        A span over several lines becomes one fragment a line, as brat has it. With ``once`` the same words with the
        same label are marked one time.
        """
        parts = [
            (span.begin + m.start(), span.begin + m.end()) for span in spans for m in LINES.finditer(span.of(self.text))
        ]
        if not parts:
            return None
        where = ";".join(f"{begin} {end}" for begin, end in parts)
        if once and (label, where) in self._bound:
            return self._bound[label, where]
        words = " ".join(flat(self.text[begin:end]) for begin, end in parts)
        self._bound[label, where] = name = self.add("T", f"{label} {where}\t{words}")
        return name

    def tell(self, about: str, facts: dict[str, str]) -> None:
        """Attributes of an annotation: a name and one word each."""
        for name, value in facts.items():
            self.add("A", f"{name} {about} {value.replace(' ', '-')}")

    def note(self, about: str, words: str) -> None:
        """A note that is shown with an annotation."""
        self.add("#", f"AnnotatorNotes {about}\t{flat(words)}")


def flat(words: str) -> str:
    """``words`` on one line, as long as before."""
    return BREAKS.sub(" ", words)


def _attribution(sheet: Sheet, said: Attribution) -> None:
    source = sheet.mark("Source", said.source)
    content = sheet.mark("Content", said.content)
    cue = sheet.mark("Cue", said.cue)
    parts = [f"{role}:{name}" for role, name in (("Source", source), ("Content", content)) if name]
    if cue:
        about: str | None = sheet.add("E", " ".join([f"Cue:{cue}", *parts]))
    else:  # an event needs words that name it: without a cue, a relation says the same
        if source and content:
            sheet.add("R", f"Says Arg1:{source} Arg2:{content}")
        about = content or source
    if about:
        sheet.tell(about, {"Manner": said.manner.value, "Polarity": said.polarity.value})
        sheet.note(about, f"on whose word: {voice_name(said.root)}; probability {said.probability:.2f}")


def _event(sheet: Sheet, event: Event) -> str | None:
    trigger = sheet.mark(event.type.value, (event.trigger,))
    if trigger is None:
        return None
    parts = [f"{event.type.value}:{trigger}"]
    parts += _parties(sheet, "Actor", event.actors) + _parties(sheet, "Recipient", event.recipients)
    parts += _numbered("Instrument", [sheet.mark("Instrument", (span,), once=True) for span in event.instruments])
    parts += _numbered("Place", [_place(sheet, event.place)] if event.place else [])
    if event.time is not None:
        when = sheet.mark("Time", (event.time.span,), once=True)
        parts += _numbered("Time", [when])
        interval = edtf.interval(event.time)
        if when and interval:
            sheet.note(when, f"EDTF {interval}")
    name = sheet.add("E", " ".join(parts))
    axes = event.status
    sheet.tell(name, {"Occurrence": axes.occurrence.value, "Phase": axes.phase.value, "Reality": axes.reality.value})
    sheet.tell(name, {"Certainty": event.certainty.value, **({"Mode": event.mode} if event.mode else {})})
    return name


def _parties(sheet: Sheet, role: str, found: tuple[Participant, ...]) -> list[str]:
    return _numbered(role, [sheet.mark("Party", (p.span,), once=True) for p in found if p.span is not None])


def _numbered(role: str, names: list[str | None]) -> list[str]:
    """``Actor:T1 Actor2:T4``, as brat numbers arguments of one role."""
    known = [name for name in names if name]
    return [f"{role}{k if k > 1 else ''}:{name}" for k, name in enumerate(known, 1)]


def _place(sheet: Sheet, place: Place) -> str | None:
    name = sheet.mark("Place", (place.span,), once=True)
    spot = place.location
    if name and spot is not None:
        source, _, key = spot.id.partition(":")
        if source == "geonames" and key.isdecimal():
            sheet.add("N", f"Reference {name} GeoNames:{key}\t{flat(spot.name)}")
        sheet.note(name, f"{spot.name}, {spot.latitude:g} {spot.longitude:g} ({spot.precision.value})")
    return name


def _claim(sheet: Sheet, entry: Entry, events: dict[str, str | None]) -> None:
    claim = entry.claim
    name = sheet.mark("Claim", (claim.span,))
    if name is None:
        return
    sheet.tell(name, {"Status": status.tag(claim, entry.polarity).lower(), "Certainty": claim.certainty.value})
    told = events.get(claim.event_id) if claim.event_id is not None else None
    if told:
        sheet.add("R", f"TellsOf Arg1:{name} Arg2:{told}")
    sheet.note(name, f"{claim.text} (on whose word: {voice_name(claim.root)}; probability {claim.probability:.2f})")


FORMAT = Format("brat", (".ann",), write)
