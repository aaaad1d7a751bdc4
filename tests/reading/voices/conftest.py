from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

import pytest

from bench.markup import compile_text
from sayso.reading.voices.lexicon import Lexicon, load_lexicon
from sayso.reading.voices.names import Name, names_of
from sayso.types.document import Document
from sayso.types.raw import RawAttribution
from sayso.types.reading import EntityType, Mention
from sayso.types.span import Span

Marked = tuple[str, tuple[RawAttribution, ...]]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="session")
def marked() -> Callable[[str], Marked]:
    """Text and raw attributions from the markup of the conflict set, in the order of their numbers."""

    def read(text: str) -> Marked:
        plain, found = compile_text(text, "test")
        raw = []
        for _, roles in sorted(found.items()):
            source, cue, content = (tuple(Span(*r) for r in roles[role]) for role in ("source", "cue", "content"))
            raw.append(RawAttribution(source, cue, content, 0.9))
        return plain, tuple(raw)

    return read


@pytest.fixture(scope="session")
def mention() -> Callable[..., tuple[Mention, ...]]:
    """Mentions at every place of the names given, as the model would find them."""

    def find(
        text: str, persons: Sequence[str] = (), organisations: Sequence[str] = (), places: Sequence[str] = ()
    ) -> tuple[Mention, ...]:
        types = ((EntityType.PERSON, persons), (EntityType.ORGANISATION, organisations), (EntityType.PLACE, places))
        out: list[Mention] = []
        for kind, names in types:
            for name in sorted(names, key=len, reverse=True):
                begin = text.find(name)
                while begin >= 0:
                    span = Span(begin, begin + len(name))
                    if not any(span.overlap(m.span) for m in out):
                        out.append(Mention(span, kind, kind, 0.9, ()))
                    begin = text.find(name, span.end)
        return tuple(sorted(out, key=lambda m: m.span))

    return find


@pytest.fixture(scope="session")
def named(lexicon: Lexicon, mention: Callable[..., tuple[Mention, ...]]) -> Callable[..., tuple[Name, ...]]:
    """Names at every place of those given."""
    return lambda text, **names: names_of(text, mention(text, **names), lexicon)


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    def make(text: str, body_begin: int = 0, **facts: object) -> Document:
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return Document("d_" + digest, text, "-", "plain", body_begin=body_begin, **facts)  # type: ignore[arg-type]

    return make
