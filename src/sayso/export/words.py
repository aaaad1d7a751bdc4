"""Facts in plain words, the same in every output for people."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from typing import Final

from sayso.types.attribution import Attribution, Manner, Polarity, Producer, Voice, VoiceKind
from sayso.types.document import Basis, Document, Known, Rejection
from sayso.types.reading import Reading
from sayso.types.span import Span

MANNERS: Final = {
    Manner.DIRECT: "direct quotation",
    Manner.MIXED: "partly quoted",
    Manner.INDIRECT: "reported speech",
}
COUNTED: Final = {Manner.DIRECT: "quoted", Manner.MIXED: "partly quoted", Manner.INDIRECT: "reported"}
POLARITIES: Final = {
    Polarity.AFFIRMED: "",
    Polarity.DENIED: "the source denies this",
    Polarity.WITHHELD: "the source does not say",
}
BASES: Final = {
    Basis.METADATA: "from the page's data",
    Basis.TEXT: "from the text",
    Basis.CALLER: "as given",
}
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NAMED: Final = (VoiceKind.PERSON, VoiceKind.ORGANISATION, VoiceKind.DOCUMENT, VoiceKind.OUTLET)


def voice_name(voice: Voice | None) -> str:
    """The voice's name as the text gives it, or the words that stand for it. Not escaped."""
    if voice is None:
        return "a voice that is not described"
    if voice.kind is VoiceKind.ARTICLE:
        return "this article"
    return voice.name or "nobody named"


def voice_kind(voice: Voice | None) -> str:
    """What the voice is, in a word or two; empty where the name already says it."""
    if voice is None or voice.kind is VoiceKind.ARTICLE or voice.name is None:
        return ""
    if voice.kind is VoiceKind.PERSON and not voice.public:
        return "person, no public role given"
    return str(voice.kind)


def number(count: int, one: str, many: str = "") -> str:
    """``1 voice``, ``3 voices``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(items: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def quoted(said: str) -> str:
    """Words of the text on one line and in quotation marks. Not escaped."""
    return f"“{' '.join(said.split())}”"


def percent(share: float) -> str:
    """A share in [0, 1] as whole per cent; what is neither 0 nor 1 is never rounded to 0% or 100%."""
    if 0 < share < 0.005:
        return "<1%"
    if 0.995 <= share < 1:
        return ">99%"
    return f"{share:.0%}"


def confidence(probability: float) -> str:
    """Two digits, cut and not rounded, so that nothing looks surer than it is."""
    return f"{math.floor(probability * 100 + 1e-9) / 100:.2f}"


def date(value: str) -> str:
    """An ISO 8601 date or date-time as ``8 Mar 2022`` or ``8 Mar 2022, 14:05 UTC+02:00``; anything else as it is."""
    try:
        if len(value) <= len("2022-03-08"):
            day = dt.date.fromisoformat(value)
            return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
        moment = dt.datetime.fromisoformat(value)
    except ValueError:
        return value
    zone = f" {moment.tzname()}" if moment.tzinfo else ""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}, {moment:%H:%M}{zone}"


def known(fact: Known | None, unknown: str) -> str:
    """The fact's value and how it is known, or ``unknown``. Not escaped."""
    return f"{fact.value} ({BASES[fact.basis]})" if fact else unknown


def published(document: Document) -> str:
    """The date of the document and how it is known, or that it is not. Not escaped."""
    fact = document.published
    return f"{date(fact.value)} ({BASES[fact.basis]})" if fact else "date unknown"


def counts(reading: Reading) -> str:
    """One line: how many attributions, of which manner, how many denied, withheld or relayed."""
    attributions = reading.attributions
    if not attributions:
        return "no attributions"
    by_manner = [(sum(a.manner is m for a in attributions), w) for m, w in COUNTED.items()]
    nested = sum(a.parent is not None for a in attributions)
    denied = sum(a.polarity is Polarity.DENIED for a in attributions)
    withheld = sum(a.polarity is Polarity.WITHHELD for a in attributions)
    roots = len({a.root.id for a in attributions if a.root.kind is not VoiceKind.ARTICLE})
    parts = [f"{n} {w}" for n, w in (*by_manner, (denied, "denied"), (withheld, "withheld"), (nested, "relayed")) if n]
    return f"{number(len(attributions), 'attribution')} on the word of {number(roots, 'voice')}: {', '.join(parts)}"


def shares(reading: Reading) -> str:
    """One line: how much of the text rests on named voices, on unnamed ones, and on nobody."""
    named = sum(v.share for v in reading.voices if v.voice.kind in NAMED)
    unnamed = sum(v.share for v in reading.voices if v.voice.kind is VoiceKind.UNNAMED)
    own = sum(v.share for v in reading.voices if v.voice.kind is VoiceKind.ARTICLE)
    return (
        f"On named voices {percent(named)}, on unnamed ones {percent(unnamed)}, "
        f"on nobody (the article's own voice) {percent(own)}"
    )


def pieces(spans: tuple[Span, ...], text: str) -> str:
    """The words that the spans cover, gaps shown as an ellipsis. Not escaped."""
    return " … ".join(span.of(text) for span in spans)


def extent(attribution: Attribution) -> Span | None:
    """From the first to the last character of everything marked, ``None`` where nothing is."""
    spans = attribution.source + attribution.cue + attribution.content
    return Span(min(s.begin for s in spans), max(s.end for s in spans)) if spans else None


def producers(found_by: tuple[Producer, ...]) -> str:
    """Each model head or rule with its version."""
    return ", ".join(f"{p.name} {p.version}" for p in found_by) or "not recorded"


def saying(attribution: Attribution, text: str) -> list[tuple[str, str]]:
    """Who says it, as (words, role): source and cue in the order of the text, so that they read as written.

    The role is ``source``, ``cue`` or ``voice``: the last one, in brackets, gives the resolved voice where
    the source as written does not hold its name (``she [Ann Lee] added``). Not escaped.
    """
    spans = sorted([(s, "source") for s in attribution.source] + [(s, "cue") for s in attribution.cue])
    parts = [(" ".join(span.of(text).split()), role) for span, role in spans]
    parts = [(said, role) for said, role in parts if said]
    who = _who(attribution, text)
    if who:
        after = max((k for k, (_, role) in enumerate(parts) if role == "source"), default=len(parts) - 1)
        parts.insert(after + 1, (f"[{who}]", "voice"))
    return parts or [("(no source or cue marked)", "voice")]


def _who(attribution: Attribution, text: str) -> str:
    if not attribution.source and attribution.voice.name is None:
        return "nobody named"
    name = voice_name(attribution.voice)
    return "" if any(name.casefold() in span.of(text).casefold() for span in attribution.source) else name


def facts(attribution: Attribution, parent: int | None) -> list[str]:
    """Manner, confidence and place, and the number of the attribution that relays this one."""
    place = extent(attribution)
    where = f", chars {place.begin}-{place.end}" if place else ""
    return [
        MANNERS[attribution.manner],
        *([f"relayed by {parent}"] if parent else []),
        f"confidence {confidence(attribution.probability)}",
        f"line {attribution.line}{where}",
    ]


def explanation(attribution: Attribution, basis: int | None) -> list[str]:
    """Which model or rule found it, how the source was resolved, and the exact places. Not escaped."""
    lines = [f"found by: {producers(attribution.producers)}"]
    if attribution.resolution:
        lines.append(f"source resolved to {voice_name(attribution.voice)} by: {attribution.resolution.rule}")
    if basis:
        lines.append(f"whom it cites: see {basis}")
    roles = (("source", attribution.source), ("cue", attribution.cue), ("content", attribution.content))
    places = (f"{role} {', '.join(f'{s.begin}-{s.end}' for s in spans) or 'none'}" for role, spans in roles)
    return [*lines, "characters: " + "; ".join(places)]


def summary_name(voice: Voice) -> str:
    """The voice's name in a summary, where the article itself stands for what nobody else is made to say."""
    return "this article's own voice" if voice.kind is VoiceKind.ARTICLE else voice_name(voice)


def voice_facts(attributions: int, direct: int) -> str:
    """How often a voice is the root, and how often in quotation marks; empty for never."""
    if not attributions:
        return ""
    return number(attributions, "attribution") + (f", {direct} quoted" if direct else "")


def rejection(outcome: Rejection) -> str:
    """What was set aside, why, and how to mend it. Not escaped."""
    message = outcome.message
    return message if message.startswith(outcome.origin) else f"{outcome.origin}: {message}"
