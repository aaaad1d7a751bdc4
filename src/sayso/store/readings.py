"""What was read from documents: the whole report, and the rows that lists and searches look at."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeAlias

from sayso.errors import LedgerError
from sayso.store.connection import Reader, Value, Writer
from sayso.store.keys import index_words
from sayso.store.taken import find_document
from sayso.text.codec import decode, encode
from sayso.types.actor import Actor
from sayso.types.attribution import Polarity, Voice, VoiceKind
from sayso.types.claim import Claim, Grounding, Report
from sayso.types.document import Document
from sayso.types.event import Event, Participant
from sayso.types.reading import Reading
from sayso.types.span import Span

TableRow: TypeAlias = dict[str, Value]
LEVEL = 6  # of zlib: 9 gains two per cent and takes twice as long


def save_report(ledger: Writer, report: Report, producer: str) -> None:
    """Keep a report, in place of an older one of its document, and take the document off the queue: all or nothing."""
    run = ledger.connection.execute
    document = report.document.id
    with ledger.transaction():
        run("DELETE FROM readings WHERE document = ?", (document,))
        run("DELETE FROM rejections WHERE document = ?", (document,))
        run(
            "INSERT INTO readings (document, producer, report) VALUES (?, ?, ?)",
            (document, producer, packed(report)),
        )
        for voice in voice_rows(report):
            _insert(ledger, "voices", voice)
        for claim, participants in claim_rows(report):
            number = _insert(ledger, "claims", claim)
            for participant in participants:
                _insert(ledger, "participants", {"claim": number, **participant})
        run("DELETE FROM queue WHERE document = ?", (document,))


def find_producers(ledger: Reader, documents: Iterable[str]) -> tuple[str, ...]:
    """Who read these documents: versions of the model and of the program."""
    rows = ledger.execute(
        "SELECT DISTINCT r.producer FROM json_each(?) w JOIN readings r ON r.document = w.value ORDER BY 1",
        (json.dumps(sorted(documents)),),
    )
    return tuple(producer for (producer,) in rows)


def _insert(ledger: Writer, table: str, row: TableRow) -> int:
    columns = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join(f":{name}" for name in row)
    number = ledger.connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", row).lastrowid
    return number or 0


def voice_rows(report: Report) -> Iterator[TableRow]:
    """What the table ``voices`` holds of a report."""
    keys = _keys(report)
    published = report.document.published
    for voice, count in _voices(report):
        yield {
            "document": report.document.id,
            "id": voice.id,
            "kind": voice.kind.value,
            "name": voice.name,
            "key": keys.get(voice.id),
            "attributions": count,
            "published": published.value if published else None,
        }


def claim_rows(report: Report) -> Iterator[tuple[TableRow, tuple[TableRow, ...]]]:
    """What ``claims`` holds of a report, each with its rows of ``participants``, but for the number of the claim."""
    keys = _keys(report)
    for place, claim in enumerate(report.claims):
        yield _claim_row(report, claim, place, keys)


def _claim_row(report: Report, claim: Claim, place: int, keys: dict[str, str]) -> tuple[TableRow, tuple[TableRow, ...]]:
    event = next((e for e in report.events if e.id == claim.event_id), None) if claim.event_id else None
    row: TableRow = {
        "id": claim.id,
        "document": report.document.id,
        "place": place,
        "text": claim.text,
        "kind": claim.kind.value,
        "type": event.type.value if event else None,
        "mode": event.mode if event else None,
        "occurrence": claim.status.occurrence.value if claim.status else None,
        "phase": claim.status.phase.value if claim.status else None,
        "reality": claim.status.reality.value if claim.status else None,
        "polarity": _polarity(report, claim).value,
        "certainty": claim.certainty.value,
        "stance": claim.stance.value,
        "probability": claim.probability,
        "begin": claim.span.begin,
        "end": claim.span.end,
        "voice": claim.root.name or "",
        "voice_kind": claim.root.kind.value,
        "voice_key": keys.get(claim.root.id),
        "voice_public": int(claim.root.public),
        "keys": index_words(_participant_keys(report, event)),
        "voice_keys": index_words([keys[claim.root.id]] if claim.root.id in keys else []),
        "chain": _chain(report, claim),
        **_setting(event),
    }
    return row, tuple(_participant_rows(report, event)) if event else ()


def _participant_rows(report: Report, event: Event) -> Iterator[TableRow]:
    actors = {a.id: a for a in report.grounding.actors}
    for role, found in (("actor", event.actors), ("recipient", event.recipients)):
        for place, participant in enumerate(found):
            actor = actors.get(participant.actor_id or "")
            key, country = _across(actor)
            row: TableRow = {"role": role, "place": place, "name": _shown(participant, actor)}
            yield row | {"key": key, "country": country}


def _participant_keys(report: Report, event: Event | None) -> list[str]:
    rows = _participant_rows(report, event) if event else ()
    return list(dict.fromkeys(str(row["key"]) for row in rows if row["key"]))


def _polarity(report: Report, claim: Claim) -> Polarity:
    told = [a.polarity for a in report.attributions if a.id == claim.attribution_id]
    return told[-1] if told else Polarity.AFFIRMED


def _shown(participant: Participant, actor: Actor | None) -> str:
    return actor.name if actor is not None else participant.name


def _across(actor: Actor | None) -> tuple[str | None, str | None]:
    """Key and country: what may be compared across documents. Private persons have no key."""
    if actor is None:
        return None, None
    return (actor.key if actor.public else None), actor.country


def _setting(event: Event | None) -> dict[str, str | float | None]:
    names = ("since", "until", "edtf", "site", "country", "latitude", "longitude", "site_precision")
    out: dict[str, str | float | None] = dict.fromkeys(names)
    if event is not None and event.time is not None and event.time.known:
        out["since"], out["until"] = _iso(event.time.begin), _iso(event.time.end)
        out["edtf"] = event.time.edtf
    if event is not None and event.place is not None:
        out["site"] = event.place.name
        found = event.place.location
        if found is not None:
            out |= {"site": found.name, "country": found.country, "latitude": found.latitude}
            out |= {"longitude": found.longitude, "site_precision": found.precision.value}
    return out


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment is not None else None


def _voices(report: Report) -> Iterator[tuple[Voice, int]]:
    for voice in _everyone(report).values():
        yield voice, sum(a.voice.id == voice.id for a in report.attributions)


def _everyone(report: Report) -> dict[str, Voice]:
    """Every voice by its id: the roots, and those who only hand on what others say."""
    told = [voice for a in report.attributions for voice in (a.voice, a.root)]
    roots = [summary.voice for summary in report.voices] + [claim.root for claim in report.claims]
    return {voice.id: voice for voice in (*told, *roots)}


def _keys(report: Report) -> dict[str, str]:
    """Key by voice id, of voices whose name is a mention of a public actor, or an outlet's own."""
    held = [(m.span, a) for a in report.grounding.actors if a.key and a.public for m in a.mentions]
    out = {}
    for voice in _everyone(report).values():
        if voice.mention is None or not voice.public or voice.kind is VoiceKind.UNNAMED:
            continue
        actor = next((a for span, a in held if span.overlap(voice.mention) and _named(voice.mention, span)), None)
        if actor is not None and actor.key is not None:
            out[voice.id] = actor.key
    return out


def _named(name: Span, mention: Span) -> bool:
    """Whether two spans are one name and not a name within another: most of the longer is shared."""
    shared = name.overlap(mention)
    return bool(2 * shared > max(name.end - name.begin, mention.end - mention.begin))


def _chain(report: Report, claim: Claim) -> str:
    voices = _everyone(report)
    names = []
    for key in reversed(claim.chain):
        voice = voices.get(key)
        if voice is not None:
            names.append("this article" if voice.kind is VoiceKind.ARTICLE else voice.name or "nobody named")
    return " > ".join(names)


def packed(report: Report) -> bytes:
    """The report as compressed JSON with spans as pairs of offsets, without its document."""
    bare = {
        "reading": encode(replace(report.reading, document=_empty(report.document)), _pair),
        "grounding": encode(report.grounding, _pair),
        "meanings": report.meanings,
    }
    return zlib.compress(json.dumps(bare, ensure_ascii=False, separators=(",", ":")).encode("utf-8"), LEVEL)


def _empty(document: Document) -> Document:
    return Document(document.id, "", "", document.format)


def _pair(span: Span) -> Any:
    return [span.begin, span.end]


def _span(pair: Any) -> Span:
    return Span(pair[0], pair[1])


def find_report(ledger: Reader, document: str) -> Report | None:
    """All that was read from a document. Raises ``LedgerError`` when what is kept cannot be understood."""
    row = ledger.execute("SELECT report FROM readings WHERE document = ?", (document,)).fetchone()
    found = find_document(ledger, document)
    if row is None or found is None:
        return None
    try:
        raw = json.loads(zlib.decompress(row["report"]))
        reading = decode(Reading, raw["reading"], _span)
        meanings = tuple(map(str, raw.get("meanings", ())))
        return Report(replace(reading, document=found), decode(Grounding, raw["grounding"], _span), meanings)
    except (ValueError, KeyError, TypeError, zlib.error) as error:
        message = f"document {document}: its reading cannot be understood ({error}); run 'sayso check --repair'"
        raise LedgerError(message) from error


def find_reports(ledger: Reader, documents: Iterable[str] | None = None) -> Iterator[Report]:
    """All reports, or those of the documents given, in the order of document ids, one at a time.

    They are of one state of the ledger, that of the first one asked for, however much is written meanwhile. Raises
    ``LedgerError`` as ``find_report`` does.
    """
    chosen = None if documents is None else set(documents)
    # While this query is under way, SQLite keeps the connection in the state in which it began.
    for (document,) in ledger.execute("SELECT document FROM readings ORDER BY document"):
        if chosen is None or document in chosen:
            report = find_report(ledger, document)
            assert report is not None, document
            yield report
