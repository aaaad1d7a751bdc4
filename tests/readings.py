"""Readings made by hand for tests: a plain one, and strategies for odd ones."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from sayso.types.attribution import Attribution, Manner, Polarity, Producer, Resolution, Voice, VoiceKind
from sayso.types.document import Basis, Document, Known, Rejection, Stage
from sayso.types.reading import EntityType, Mention, Reading, Sentence, VoiceSummary
from sayso.types.span import Span

TEXT = (
    "Battalions refuse to cross, letter says\n\n"
    "A report by the Meridian Daily claims that two battalions refused to cross the Sella, citing opposition sources.\n"
    "“They have no answer,” said Ilse Marrow, adviser to the exiled leader. “Nobody has 🤷,” she added.\n"
    "The ministry denied that an order had been given. Hale declined to comment on the letter.\n"
    "It was reported that hospitals have been set up. Nothing else is known."
)
ENGLISH = (
    "Marrow, the adviser of the exiled leader, told reporters on Friday that the soldiers of two battalions had "
    "refused to cross the river, and that nobody in the ministry was willing to say how many of them there were."
)
HEAD = Producer("model:attribution", "1.2")
PRONOUN = Producer("rule:pronoun", "3")


def document(text: str = TEXT, origin: str = "harbour.txt", **facts: Any) -> Document:
    """A document as intake would give it."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return replace(Document("d_" + digest, text, origin, "plain"), **facts)


def spot(words: str, text: str = TEXT) -> Span:
    """The place of ``words``, which must stand in ``text`` once; of the part in ``[...]`` if there is one."""
    bare = words.replace("[", "").replace("]", "")
    assert text.count(bare) == 1, words
    begin = text.index(bare) + max(words.find("["), 0)
    size = len(words[words.index("[") + 1 : words.index("]")]) if "[" in words else len(bare)
    return Span(begin, begin + size)


def voice(kind: VoiceKind, name: str | None = None, public: bool = True) -> Voice:
    """A voice of the plain reading."""
    place = Span(TEXT.index(name), TEXT.index(name) + len(name)) if name else None
    return Voice(f"v_{kind.value}_{name}", kind, name, place, public)


ARTICLE = voice(VoiceKind.ARTICLE)
DAILY = voice(VoiceKind.OUTLET, "Meridian Daily")
SOURCES = voice(VoiceKind.UNNAMED, "opposition sources")
MARROW = voice(VoiceKind.PERSON, "Ilse Marrow")
MINISTRY = voice(VoiceKind.ORGANISATION, "ministry")
HALE = voice(VoiceKind.PERSON, "Hale", public=False)
NOBODY = voice(VoiceKind.UNNAMED)


def plain() -> Reading:
    """Seven attributions: a chain, a resolved pronoun, a denial, a refusal, one that names nobody."""
    battalions = "that two battalions refused to cross the Sella"
    attributions = (
        _said("a1", "A report by the Meridian Daily", "claims", battalions, DAILY, 3, root=SOURCES, basis_id="a2"),
        _said("a2", "opposition sources", "citing", battalions, SOURCES, 3, parent="a1", via=(DAILY,)),
        _said("a3", "Ilse Marrow, adviser to the exiled leader", "[said] Ilse", "“They have no answer,”", MARROW, 4),
        _said("a4", "[she] added", "she [added]", "“Nobody has 🤷,”", MARROW, 4, rule="pronoun", probability=0.889),
        _said("a5", "The ministry", "denied", "that an order had been given", MINISTRY, 5, polarity=Polarity.DENIED),
        _said("a6", "Hale", "declined to comment on", "the letter", HALE, 5, polarity=Polarity.WITHHELD),
        _said("a7", None, "was reported", "that hospitals have been set up", NOBODY, 6, probability=0.41),
    )
    shares = (
        (ARTICLE, 0, 0, 0.5),
        (SOURCES, 2, 0, 0.2),
        (MARROW, 2, 2, 0.15),
        (MINISTRY, 1, 0, 0.05),
        (NOBODY, 1, 0, 0.1),
    )
    return Reading(
        document=document(
            title=Known("Battalions refuse to cross, letter says", Basis.TEXT),
            publisher=Known("The Harbour Post", Basis.METADATA),
            published=Known("2023-10-14", Basis.CALLER),
        ),
        sentences=(Sentence(spot("Nothing else is known."), 4),),
        mentions=(Mention(spot("Sella"), EntityType.PLACE, EntityType.PLACE, 0.9, (HEAD,)),),
        attributions=attributions,
        voices=tuple(VoiceSummary(*row) for row in shares),
        warnings=("the byline could not be read",),
        model=Producer("model:small", "1.2"),
    )


def _said(
    key: str,
    source: str | None,
    cue: str,
    content: str,
    who: Voice,
    line: int,
    *,
    root: Voice | None = None,
    via: tuple[Voice, ...] = (),
    rule: str | None = None,
    **fields: Any,
) -> Attribution:
    chain = (ARTICLE, *via, who, *([root] if root else []))
    values: dict[str, Any] = {
        "manner": Manner.DIRECT if content.startswith("“") else Manner.INDIRECT,
        "polarity": Polarity.AFFIRMED,
        "probability": 0.97,
        "parent": None,
        "basis_id": None,
    }
    return Attribution(
        id=key,
        source=(spot(source),) if source else (),
        cue=(spot(cue),),
        content=(spot(content),),
        line=line,
        voice=who,
        resolution=Resolution(who.id, rule) if rule else None,
        chain=tuple(v.id for v in chain),
        root=root or who,
        producers=(HEAD, PRONOUN) if rule else (HEAD,),
        **(values | fields),
    )


REJECTION = Rejection("broken.txt", Stage.INTAKE, "empty", "the file is empty; give one with text")


# Characters that tend to break things, beside any others.
NASTY = st.sampled_from("\0\t\n\r\x0c\x1b\x9b\u2028\u202e\u2067\u200f\ufeff\ufffe<>&\"'\\–“🤷\u0301שا中]")
CHARACTERS = st.one_of(NASTY, st.characters(exclude_categories=["Cs"]))
NAMES = (
    "Ann",
    "</style><script>",
    "\x1b[31m",
    "\u202eexe",
    "a & b",
    "'\"",
    " ",
    "שלום",
    "x" * 90,
    "\0",
    "a\nb",
    "🤷\u0301",
)


def odd_readings() -> st.SearchStrategy[Reading]:
    """Readings that keep the types' contract and nothing else: any text, rings of parents, unknown ids.

    Hypothesis draws the text; the rest follows from a number, which is much quicker than drawing each field.
    """
    return st.builds(odd_reading, st.text(CHARACTERS, min_size=1, max_size=30), st.integers(0, 2**32))


def odd_reading(text: str, seed: int) -> Reading:
    """One odd reading of ``text``."""
    rng = random.Random(seed)
    voices = [odd_voice(rng, text) for _ in range(3)]
    return Reading(
        document=document(
            text,
            rng.choice(NAMES),
            **{fact: _odd_fact(rng) for fact in ("title", "publisher", "published", "url")},
            body_begin=rng.randint(0, len(text)),
        ),
        sentences=tuple(Sentence(s, rng.randint(0, 9)) for s in odd_spans(rng, text)),
        mentions=tuple(
            Mention(s, rng.choice([*EntityType]), rng.choice([*EntityType]), rng.random(), odd_producers(rng))
            for s in odd_spans(rng, text)
        ),
        attributions=tuple(_odd_attribution(rng, text, voices) for _ in range(rng.randint(0, 4))),
        voices=tuple(
            VoiceSummary(v, rng.randint(0, 9), rng.randint(0, 9), rng.random()) for v in voices[: rng.randint(0, 3)]
        ),
        warnings=tuple(rng.sample(NAMES, rng.randint(0, 2))),
        model=Producer("model:small", "1.2"),
    )


def odd_spans(rng: random.Random, text: str) -> tuple[Span, ...]:
    """None, one or two spans of ``text``, sorted and apart."""
    edges = sorted(rng.sample(range(len(text) + 1), min(rng.choice((0, 2, 2, 4)), len(text) + 1)))
    return tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False))


def _odd_fact(rng: random.Random) -> Known | None:
    return rng.choice([None, Known(rng.choice(NAMES), rng.choice([*Basis]))])


def odd_producers(rng: random.Random) -> tuple[Producer, ...]:
    """None, one or two producers."""
    return tuple(Producer(rng.choice(NAMES), rng.choice(NAMES)) for _ in range(rng.randint(0, 2)))


def odd_voice(rng: random.Random, text: str) -> Voice:
    """A voice with any id and name."""
    mention = next(iter(odd_spans(rng, text)), None)
    name = rng.choice([None, *NAMES])
    return Voice(rng.choice(["", *NAMES]), rng.choice([*VoiceKind]), name, mention, rng.random() < 0.5)


def _odd_attribution(rng: random.Random, text: str, voices: Sequence[Voice]) -> Attribution:
    ids = ("a", "b", "c", "d", "?")
    return Attribution(
        id=rng.choice(ids),
        source=odd_spans(rng, text),
        cue=odd_spans(rng, text),
        content=odd_spans(rng, text),
        manner=rng.choice([*Manner]),
        polarity=rng.choice([*Polarity]),
        probability=rng.choice([0.0, 1.0, rng.random()]),
        line=rng.randint(1, 99),
        parent=rng.choice([None, *ids]),
        voice=rng.choice(voices),
        resolution=rng.choice([None, Resolution(rng.choice(NAMES), rng.choice(NAMES))]),
        chain=tuple(rng.choice([*NAMES, *(v.id for v in voices)]) for _ in range(rng.randint(0, 3))),
        root=rng.choice(voices),
        basis_id=rng.choice([None, *ids]),
        producers=odd_producers(rng),
    )


class FakeReader:
    """Stands for the model: says of every document that its first word says its last one."""

    def __init__(self) -> None:
        self.documents: list[Document] = []

    def read_batch(self, documents: Sequence[Document]) -> list[Reading]:
        self.documents += documents
        return [self.read(document) for document in documents]

    def read(self, document: Document) -> Reading:
        text = document.text
        first = Span(text.index(text.split()[0]), text.index(text.split()[0]) + len(text.split()[0]))
        last = Span(text.rindex(text.split()[-1]), text.rindex(text.split()[-1]) + len(text.split()[-1]))
        article = Voice("v0", VoiceKind.ARTICLE, None, None)
        speaker = Voice("v1", VoiceKind.PERSON, first.of(text), first)
        attribution = Attribution(
            id="a1",
            source=(first,),
            cue=(),
            content=(last,),
            manner=Manner.INDIRECT,
            polarity=Polarity.AFFIRMED,
            probability=0.75,
            line=1,
            parent=None,
            voice=speaker,
            resolution=None,
            chain=("v0", "v1"),
            root=speaker,
            basis_id=None,
            producers=(HEAD,),
        )
        shares = (VoiceSummary(article, 0, 0, 0.9), VoiceSummary(speaker, 1, 0, 0.1))
        return Reading(document, (), (), (attribution,), shares, (), HEAD)
