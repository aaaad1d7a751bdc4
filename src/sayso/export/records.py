"""Readings as plain dicts for JSON, and back. The shape is ``schema/reading.schema.json``.

Offsets are given twice: ``begin`` and ``end`` in Unicode code points (Python, and the offsets of
``Span``), ``utf16_begin`` and ``utf16_end`` in UTF-16 code units (JavaScript, Java, C#). Reading
back uses the former and checks the covered text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from importlib.resources import files
from typing import Any, Final

from sayso.errors import InputError
from sayso.text.offsets import Utf16Index
from sayso.types.attribution import Attribution, Manner, Polarity, Producer, Resolution, Voice, VoiceKind
from sayso.types.document import Basis, Document, Known, Rejection, Stage
from sayso.types.reading import EntityType, Mention, Reading, Sentence, VoiceSummary
from sayso.types.span import Span

SCHEMA_VERSION: Final = "1.0"  # raised with every change of the schema; the first figure when a field goes or changes
# Legal in a JSON string, but a terminal obeys some, some reorder what stands around them, some end a
# line for some readers, and lone surrogates (from file names) cannot be encoded: written as \uXXXX.
ESCAPED: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

Record = dict[str, Any]
ToRecord = Callable[[Span], Record]


def schema() -> Record:
    """The JSON Schema (draft 2020-12) of everything that ``json`` and ``jsonl`` write."""
    text = files("sayso.export").joinpath("schema/reading.schema.json").read_text(encoding="utf-8")
    record: Record = json.loads(text)
    return record


def to_dict(reading: Reading) -> Record:
    """The reading as a dict of JSON types. ``from_dict`` gives back an equal reading."""
    document = reading.document
    place = _placer(document.text)
    return {
        "kind": "reading",
        "schema_version": SCHEMA_VERSION,
        "document": _document(document),
        "model": _producer(reading.model),
        "attributions": [_attribution(a, place) for a in reading.attributions],
        "voices": [
            {"voice": _voice(v.voice, place), "attributions": v.attributions, "direct": v.direct, "share": v.share}
            for v in reading.voices
        ],
        "mentions": [
            {
                "span": place(m.span),
                "type": m.type.value,
                "coarse": m.coarse.value,
                "probability": m.probability,
                "producers": [_producer(p) for p in m.producers],
            }
            for m in reading.mentions
        ],
        "sentences": [{"span": place(s.span), "paragraph": s.paragraph} for s in reading.sentences],
        "warnings": list(reading.warnings),
    }


def rejection_to_dict(rejection: Rejection) -> Record:
    """A rejection as a dict of JSON types."""
    return {
        "kind": "rejection",
        "schema_version": SCHEMA_VERSION,
        "origin": rejection.origin,
        "stage": rejection.stage.value,
        "reason": rejection.reason,
        "message": rejection.message,
    }


def from_dict(record: Record) -> Reading:
    """The reading that ``to_dict`` made a dict of.

    Raises ``InputError`` when the dict is no such record, or a span does not cover the text it says it covers.
    """
    kind = record.get("kind") if isinstance(record, dict) else None
    if kind != "reading":
        raise InputError(f"this is no reading: its kind is {kind!r}; give one item of 'readings' or one line of jsonl")
    version = str(record.get("schema_version"))
    if version.split(".")[0] != SCHEMA_VERSION.split(".")[0]:
        raise InputError(f"the reading follows schema {version}, this version knows {SCHEMA_VERSION}; read it anew")
    try:
        return _reading(record)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        what = f"{type(error).__name__}: {error}"
        raise InputError(f"the reading does not follow the schema ({what}); see 'sayso schema'") from error


def dumps(value: Record | list[Record], indent: int | None = None) -> str:
    """JSON text that any line-wise reader, encoding and terminal can take."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _placer(text: str) -> ToRecord:
    """A function that turns spans of ``text`` into records."""
    utf16 = Utf16Index.of(text)

    def place(span: Span) -> Record:
        return {
            "begin": span.begin,
            "end": span.end,
            "utf16_begin": utf16.to_utf16(span.begin),
            "utf16_end": utf16.to_utf16(span.end),
            "text": span.of(text),
        }

    return place


def _known(fact: Known | None) -> Record | None:
    return {"value": fact.value, "basis": fact.basis.value} if fact else None


def _document(document: Document) -> Record:
    return {
        "id": document.id,
        "origin": document.origin,
        "format": document.format,
        "language": document.language,
        "title": _known(document.title),
        "publisher": _known(document.publisher),
        "published": _known(document.published),
        "url": _known(document.url),
        "body_begin": document.body_begin,
        "text": document.text,
    }


def _producer(producer: Producer) -> Record:
    return {"name": producer.name, "version": producer.version}


def _voice(voice: Voice, place: ToRecord) -> Record:
    return {
        "id": voice.id,
        "kind": voice.kind.value,
        "name": voice.name,
        "public": voice.public,
        "mention": place(voice.mention) if voice.mention else None,
    }


def _attribution(a: Attribution, place: ToRecord) -> Record:
    return {
        "id": a.id,
        "source": [place(s) for s in a.source],
        "cue": [place(s) for s in a.cue],
        "content": [place(s) for s in a.content],
        "manner": a.manner.value,
        "polarity": a.polarity.value,
        "probability": a.probability,
        "line": a.line,
        "parent": a.parent,
        "voice": _voice(a.voice, place),
        "resolution": {"voice_id": a.resolution.voice_id, "rule": a.resolution.rule} if a.resolution else None,
        "chain": list(a.chain),
        "root": _voice(a.root, place),
        "basis_id": a.basis_id,
        "producers": [_producer(p) for p in a.producers],
    }


def _reading(record: Record) -> Reading:
    document = _document_of(record["document"])
    text = document.text

    def span(r: Record) -> Span:
        found = Span(r["begin"], r["end"])
        if found.of(text) != r["text"]:
            raise ValueError(f"characters {found.begin}-{found.end} are not {r['text'][:40]!r}")
        return found

    def voice(r: Record) -> Voice:
        mention = span(r["mention"]) if r["mention"] else None
        return Voice(r["id"], VoiceKind(r["kind"]), r["name"], mention, r["public"])

    return Reading(
        document=document,
        sentences=tuple(Sentence(span(r["span"]), r["paragraph"]) for r in record["sentences"]),
        mentions=tuple(_mention_of(r, span) for r in record["mentions"]),
        attributions=tuple(_attribution_of(r, span, voice) for r in record["attributions"]),
        voices=tuple(
            VoiceSummary(voice(r["voice"]), r["attributions"], r["direct"], float(r["share"])) for r in record["voices"]
        ),
        warnings=tuple(record["warnings"]),
        model=_producer_of(record["model"]),
    )


def _known_of(r: Record | None) -> Known | None:
    return Known(r["value"], Basis(r["basis"])) if r else None


def _document_of(r: Record) -> Document:
    return Document(
        id=r["id"],
        text=r["text"],
        origin=r["origin"],
        format=r["format"],
        title=_known_of(r["title"]),
        publisher=_known_of(r["publisher"]),
        published=_known_of(r["published"]),
        url=_known_of(r["url"]),
        language=r["language"],
        body_begin=r["body_begin"],
    )


def _producer_of(r: Record) -> Producer:
    return Producer(r["name"], r["version"])


def _mention_of(r: Record, span: Callable[[Record], Span]) -> Mention:
    producers = tuple(_producer_of(p) for p in r["producers"])
    return Mention(span(r["span"]), EntityType(r["type"]), EntityType(r["coarse"]), float(r["probability"]), producers)


def _attribution_of(r: Record, span: Callable[[Record], Span], voice: Callable[[Record], Voice]) -> Attribution:
    resolution = r["resolution"]
    return Attribution(
        id=r["id"],
        source=tuple(span(s) for s in r["source"]),
        cue=tuple(span(s) for s in r["cue"]),
        content=tuple(span(s) for s in r["content"]),
        manner=Manner(r["manner"]),
        polarity=Polarity(r["polarity"]),
        probability=float(r["probability"]),
        line=r["line"],
        parent=r["parent"],
        voice=voice(r["voice"]),
        resolution=Resolution(resolution["voice_id"], resolution["rule"]) if resolution else None,
        chain=tuple(r["chain"]),
        root=voice(r["root"]),
        basis_id=r["basis_id"],
        producers=tuple(_producer_of(p) for p in r["producers"]),
    )


def rejection_from_dict(record: Record) -> Rejection:
    """The rejection that ``rejection_to_dict`` made a dict of. Raises ``InputError`` for anything else."""
    try:
        return Rejection(record["origin"], Stage(record["stage"]), record["reason"], record["message"])
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"this is no rejection ({type(error).__name__}: {error}); see 'sayso schema'") from error
