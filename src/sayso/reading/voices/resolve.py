"""The voice rules as one function: raw attributions in, resolved attributions, mentions and shares out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sayso.reading.voices.context import Context, Found
from sayso.reading.voices.finer import finer
from sayso.reading.voices.identity import attribution_id, voice_id
from sayso.reading.voices.lexicon import Lexicon, load_lexicon
from sayso.reading.voices.manner import manner_of
from sayso.reading.voices.mending import mended, widened
from sayso.reading.voices.names import agreed, names_of
from sayso.reading.voices.nesting import Links, begin, link, ordered
from sayso.reading.voices.polarity import polarity_of
from sayso.reading.voices.referents import referents
from sayso.reading.voices.runs import with_missed
from sayso.reading.voices.sources import PRONOUNS, read_source
from sayso.reading.voices.speaker import Form
from sayso.reading.voices.summary import summaries
from sayso.reading.voices.voicing import document_written, voices
from sayso.reading.voices.words import words
from sayso.text.quotes import quotations
from sayso.text.ranges import merged
from sayso.types.attribution import Attribution, Manner, Producer, Resolution, Voice, VoiceKind
from sayso.types.document import Document
from sayso.types.raw import RawAttribution
from sayso.types.reading import Mention, Sentence, VoiceSummary

VERSION = "1"
SPOKEN = "rule:layout"  # a transcript's lines and signed quotations are somebody's own words
HEADLINE = 200  # characters of the longest headline


def resolve(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    raw: Sequence[RawAttribution],
    lexicon: Lexicon | None = None,
) -> tuple[tuple[Mention, ...], tuple[Attribution, ...], tuple[VoiceSummary, ...]]:
    """Finer mentions, attributions with voice, parent, chain and root, and each root's share of the text.

    Does not depend on the order of ``mentions`` and ``raw``. ``lexicon`` is read anew when not given.
    """
    lexicon = load_lexicon() if lexicon is None else lexicon
    text = document.text
    every_word = words(text, 0, len(text))
    typed = finer(text, every_word, mentions, lexicon, VERSION)
    kept = ordered(mended(text, raw, lexicon))
    links = link(text, kept, lexicon)
    publisher = document.publisher.value.removeprefix("The ") if document.publisher else ""
    names = with_missed(text, [r.source for r in kept], names_of(text, typed, lexicon), lexicon)
    names = agreed(text, names, publisher)
    sources = [widened(text, r.source, names, lexicon) for r in kept]
    speakers = [read_source(text, source, names, lexicon) for source in sources]
    spoken = {s.name for s in speakers if s.form is Form.NAME}
    names = tuple(n for n in names if n.found or n.span in spoken)
    context = Context(
        text=text,
        words=every_word,
        body=document.body_begin or _headline_end(text),
        sentences=sentences,
        raw=kept,
        links=links,
        names=names,
        referents=referents(text, names, speakers, publisher, lexicon),
        speakers=speakers,
        publisher=publisher,
        lexicon=lexicon,
    )
    found = voices(context)
    article = Voice(voice_id(document.id, VoiceKind.ARTICLE, None), VoiceKind.ARTICLE, None, None)
    attributions = _attributions(document, kept, links, found, article, lexicon)
    return typed, attributions, summaries(text, attributions, article)


def _headline_end(text: str) -> int:
    """Offset behind a first paragraph that looks like a headline (short, no full stop), else 0."""
    first, gap, rest = text.partition("\n")
    sentence = first.rstrip(" ”’\"')").endswith((".", "!", ":", ","))
    if not gap or not rest.strip() or sentence or not 0 < len(first.strip()) <= HEADLINE:
        return 0
    return len(first) + 1


def unresolved(document: Document, attributions: Sequence[Attribution]) -> tuple[str, ...]:
    """Warnings: one line for each source that is a pronoun nobody was found for."""
    out = []
    for a in attributions:
        pronoun = a.voice.name is not None and a.voice.name.casefold() in PRONOUNS
        if pronoun and a.resolution is None and a.voice.mention is not None:
            out.append(f'line {a.line}: nobody found whom "{a.voice.name}" refers to')
    return tuple(out)


def _voice(document: Document, found: Found) -> Voice:
    name = None if found.name is None else " ".join(found.name.of(document.text).split())
    public = found.public if found.human or found.kind is VoiceKind.PERSON else found.kind is not VoiceKind.UNNAMED
    return Voice(voice_id(document.id, found.kind, name), found.kind, name, found.name, public)


def _attributions(
    document: Document,
    raw: Sequence[RawAttribution],
    links: Links,
    found: Sequence[Found],
    article: Voice,
    lexicon: Lexicon,
) -> tuple[Attribution, ...]:
    text = document.text
    quoted = merged(q.span for q in quotations(text))
    breaks = [k for k, char in enumerate(text) if char == "\n"]
    own = [_voice(document, f) for f in found]
    ids = [attribution_id(document.id, r.source, r.cue, r.content) for r in raw]
    out = []
    for k, r in enumerate(raw):
        polarity, polarity_rule = polarity_of(text, r, lexicon)
        parent, basis = links.parents[k], links.bases[k]
        rule = found[k].rule
        spoken = any(p.name == SPOKEN for p in r.producers)
        rules = ["rule:manner", f"rule:{polarity_rule}", *([rule] if rule else [])]
        rules += ["rule:parent"] * (parent is not None) + ["rule:basis"] * (basis is not None)
        root, chain = own[links.root(k)], _chain(k, links, own, article)
        paper = document_written(text, r.cue, lexicon) if basis is None else None
        if paper is not None:
            root = _voice(document, Found(VoiceKind.DOCUMENT, paper, None, public=True))
            chain = (*chain, root.id)
            rules.append("rule:document-written")
        out.append(
            Attribution(
                id=ids[k],
                source=r.source,
                cue=r.cue,
                content=r.content,
                manner=Manner.DIRECT if spoken else manner_of(text, r.content, quoted),
                polarity=polarity,
                probability=r.probability,
                line=bisect_right(breaks, begin(r)) + 1,
                parent=None if parent is None else ids[parent],
                voice=own[k],
                resolution=Resolution(own[k].id, rule) if rule and found[k].resolved else None,
                chain=chain,
                root=root,
                basis_id=None if basis is None else ids[basis],
                producers=(*r.producers, *(Producer(name, VERSION) for name in rules)),
            )
        )
    return tuple(out)


def _chain(index: int, links: Links, own: Sequence[Voice], article: Voice) -> tuple[str, ...]:
    """Voice ids from the article down to the root; a voice that relays itself stands once."""
    above: list[int] = []
    at: int | None = index
    while at is not None:
        above.append(at)
        at = links.parents[at]
    path = [article.id, *(own[k].id for k in reversed(above))]
    below = links.bases[index]
    while below is not None:
        path.append(own[below].id)
        below = links.bases[below]
    return tuple(v for k, v in enumerate(path) if k == 0 or v != path[k - 1])
