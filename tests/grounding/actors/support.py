"""What the tests of this folder share: readings made by hand, and their actors."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from sayso.grounding.actors.find import actors
from sayso.text.sentences import sentences
from sayso.types.actor import Actor
from sayso.types.attribution import Attribution, Manner, Polarity, Producer, Resolution, Voice, VoiceKind
from sayso.types.document import Document
from sayso.types.reading import EntityType, Mention, Reading
from sayso.types.span import Span

MADE = (Producer("test", "1"),)
TYPES = {
    "P": EntityType.PERSON,
    "O": EntityType.ORGANISATION,
    "L": EntityType.PLACE,
    "C": EntityType.COUNTRY,
    "M": EntityType.ARMED_FORCE,
    "N": EntityType.NATIONALITY,
}
MARK = re.compile(r"\[([POLCMN]):([^\]]+)\]")


def reading(marked: str, said: Sequence[Attribution] = ()) -> Reading:
    """A reading whose names are marked: ``[P:Marta Lund]`` a person, O body, L place, C country, M force, N people."""
    text, mentions, last = "", [], 0
    for found in MARK.finditer(marked):
        text += marked[last : found.start()]
        kind = TYPES[found.group(1)]
        span = Span(len(text), len(text) + len(found.group(2)))
        mentions.append(Mention(span, kind, kind, 1.0, MADE))
        text += found.group(2)
        last = found.end()
    text += marked[last:]
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    document = Document("d_" + digest, text, "test", "plain")
    return Reading(document, sentences(text), tuple(mentions), tuple(said), (), (), MADE[0])


def read(marked: str, said: Sequence[Attribution] = ()) -> dict[str, Actor]:
    """Actors by name; where two have one name, the first."""
    out: dict[str, Actor] = {}
    for actor in actors(reading(marked, said)):
        out.setdefault(actor.name, actor)
    return out


def words(marked: str, name: str, said: Sequence[Attribution] = ()) -> list[str]:
    """Words of the mentions of one actor, in order."""
    text = MARK.sub(r"\2", marked)
    return [m.span.of(text) for m in read(marked, said)[name].mentions]


def says(
    text: str, source: str, content: str, name: str, kind: VoiceKind = VoiceKind.PERSON, nth: int = 0
) -> Attribution:
    """An attribution whose source, occurrence ``nth`` of its words, was resolved to ``name`` by the pronoun rule."""
    at = [m.start() for m in re.finditer(rf"\b{re.escape(source)}\b", text)][nth]
    begin = text.index(content)
    voice = Voice("v_" + name, kind, name, Span(text.index(name), text.index(name) + len(name)))
    return Attribution(
        id=f"a_{at}_{begin}",
        source=(Span(at, at + len(source)),),
        cue=(),
        content=(Span(begin, begin + len(content)),),
        manner=Manner.DIRECT if content[0] in '“"' else Manner.INDIRECT,
        polarity=Polarity.AFFIRMED,
        probability=1.0,
        line=1,
        parent=None,
        voice=voice,
        resolution=None if source == name else Resolution(voice.id, "rule:pronoun"),
        chain=(),
        root=voice,
        basis_id=None,
        producers=MADE,
    )
