"""What the page of an article shows of its reading: the text in parts, its marks, and notes on its wording."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from markupsafe import Markup

from sayso.engine.showing import ShownArticle
from sayso.errors import UsageError
from sayso.export.claims import Entry, entries
from sayso.export.format import View
from sayso.export.lineage_words import ALTERATIONS
from sayso.export.lists import saying_list, unknown_list
from sayso.export.markup import shown
from sayso.export.older_text import Olders, told_once, unexplained
from sayso.export.outline import Item, outline
from sayso.export.page import LANGUAGE
from sayso.export.passages import passages
from sayso.export.segments import Mark, Role, Segment, of_attribution, of_claim, segments
from sayso.export.words import confidence
from sayso.types.attribution import Attribution, Voice, VoiceKind
from sayso.types.claim import Report
from sayso.types.listed import ListedQuote
from sayso.types.span import Span

# Characters of a part: of the articles of the corpora 999 of 1,000 are shorter; a browser draws it within a second.
LONGEST: Final = 40_000
AT: Final = re.compile(r"\d{1,9}-\d{1,9}(,\d{1,9}-\d{1,9}){0,19}", re.ASCII)
SOMEBODY: Final = "somebody named in the text"
MOST_NOTES: Final = 200
KEY: Final = ""  # begins each id; there is one article on the page
VIEW: Final = View()
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Note:
    """Something about the wording: what stood in the place of ``spans``, in ``source``, or perhaps stood there.

    ``what`` says in a word or two what it is; ``at`` are the characters of the source, as a link has them.
    """

    number: int
    role: Role
    spans: tuple[Span, ...]
    words: str
    was: str
    what: str
    source: str | None = None
    at: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text, ``number`` of ``count``, from 1."""

    number: int
    count: int
    span: Span
    length: int

    @property
    def whole(self) -> bool:
        """Whether it is all of the text."""
        return self.count == 1

    def holds(self, place: int) -> bool:
        """Whether a character stands in it."""
        return self.span.begin <= place < self.span.end


@dataclass(frozen=True, slots=True)
class Marked:
    """A part of an article, marked, and the lists beside it, as HTML where they are text."""

    text: Markup
    entries: tuple[Entry, ...]
    says: Markup
    unknown: Markup


def asked_spans(given: str | None, text: str) -> tuple[Span, ...]:
    """The passages of ``120-180`` or ``120-180,200-210``, in code points. Raises ``UsageError`` for any other words."""
    if given is None:
        return ()
    if not AT.fullmatch(given):
        raise UsageError(
            f"at {given[:40]!r} is no passage; write 120-180, in characters from the beginning, or several"
        )
    found = [tuple(map(int, pair.split("-"))) for pair in given.split(",")]
    if any(not 0 <= begin < end <= len(text) for begin, end in found):
        raise UsageError(f"at {given[:40]!r} is no passage of this text, which has {len(text):,} characters")
    return tuple(Span(begin, end) for begin, end in sorted(found))


def part_of(text: str, number: int | None, asked: Sequence[Span] = ()) -> Part:
    """The part with this number, else the one that holds the first passage asked for, else the first one.

    Raises ``UsageError`` for a number that there is none of.
    """
    spans = tuple(_parts(text))
    if number is None:
        number = next((k for k, s in enumerate(spans, 1) if asked and s.begin <= asked[0].begin < s.end), 1)
    if not 1 <= number <= len(spans):
        raise UsageError(f"part {number} is not there; this text has {len(spans):,}")
    return Part(number, len(spans), spans[number - 1], len(text))


def _parts(text: str) -> Iterator[Span]:
    """Parts of at most ``LONGEST`` characters that end with a line, else a word, where they can."""
    begin = 0
    while len(text) - begin > LONGEST:
        least, most = begin + LONGEST // 2, begin + LONGEST
        end = 1 + max(text.rfind("\n", least, most), -1)
        end = end or 1 + text.rfind(" ", least, most) or most
        yield Span(begin, end)
        begin = end
    yield Span(begin, len(text))


def plain(text: str, part: Part, asked: Sequence[Span], language: str) -> Markup:
    """A part of a text that was not read: nothing in it is marked but what a link leads to."""
    cut = segments(_asked(asked), len(text), (part.span.begin, part.span.end))
    return _body(passages_of(cut, text, part), language)


def passages_of(cut: Sequence[Segment], text: str, part: Part) -> str:
    """Segments of a part without any list beside it."""
    out = []
    for segment in (s for s in cut if part.holds(s.span.begin)):
        inner = shown(segment.span.of(text))
        out.append(f'<a class="spot" id="at"></a><span class="asked">{inner}</span>' if segment.roles else inner)
    return "".join(out)


def marked(report: Report, part: Part, notes: Sequence[Note], asked: Sequence[Span]) -> Marked:
    """A part of an article that was read. Private persons are named in its text and its words alone."""
    told = discreet(report)
    document = told.document
    listed, items = entries(told), outline(told.reading)
    marks = [*map(of_claim, listed), *map(of_attribution, items), *map(_of_note, notes), *_asked(asked)]
    cut = segments(marks, len(document.text), (document.body_begin, part.span.begin, part.span.end))
    here = [s for s in cut if part.holds(s.span.begin)]
    said = {note.number: f"{note.what}: “{note.was}”" for note in notes if note.was}
    beside = tuple(entry for entry in listed if part.holds(entry.claim.span.begin))
    says = "\n".join(saying_list(_within(items, part), document.text, KEY, VIEW))
    unknown = "\n".join(unknown_list(told, beside, KEY))
    text = _body(passages(here, listed, document, KEY, said, own_ids=True), document.language)
    return Marked(text, beside, Markup(says), Markup(unknown))


def _within(items: Sequence[Item], part: Part) -> list[Item]:
    if part.whole:
        return list(items)
    begins = {item.number: of_attribution(item).begin or 0 for item in items}
    return [item for item in items if part.holds(begins[item.number])]


def _body(inner: str, language: str) -> Markup:
    lang = f' lang="{language}"' if LANGUAGE.fullmatch(language) and language != "und" else ""
    return Markup(f'<div class="body" dir="auto"{lang}>{inner}</div>')


def _of_note(note: Note) -> Mark:
    return Mark(note.number, ((note.role, note.spans),), None)


def _asked(spans: Sequence[Span]) -> list[Mark]:
    return [Mark(1, ((Role.ASKED, tuple(spans)),), None)] if spans else []


def notes_on(article: ShownArticle, altered: Sequence[ListedQuote]) -> tuple[Note, ...]:
    """Altered quotations, then words that were others in the text it was made from, then what looks respun."""
    if article.report is None:
        return ()
    found = [*_quotations(altered), *_replaced(article), *_guessed(article.report, article)]
    return tuple(replace(note, number=k) for k, note in enumerate(found[:MOST_NOTES], 1))


def _quotations(altered: Sequence[ListedQuote]) -> Iterator[Note]:
    seen: set[Span] = set()
    for q in altered:
        if q.alteration is not None and q.span not in seen:
            seen.add(q.span)
            at = f"{q.parent_span.begin}-{q.parent_span.end}"
            yield Note(0, Role.ALTERED, (q.span,), q.words, q.parent_words, ALTERATIONS[q.alteration], q.parent, at)


def _replaced(article: ShownArticle) -> Iterator[Note]:
    assert article.report is not None
    claims = frozenset(claim.id for claim in article.report.claims)
    named, phrases = told_once(Olders(article.older), claims)
    for what, rows in (("was", named), ("was", phrases)):
        for old in rows:
            at = ",".join(f"{s.begin}-{s.end}" for s in old.older)
            yield Note(0, Role.SWAPPED, old.spans, old.words, old.older_words, what, old.source, at)


def _guessed(report: Report, article: ShownArticle) -> Iterator[Note]:
    for phrase in unexplained(report.reading.wording.phrases, Olders(article.older)):
        was = "” or “".join(phrase.originals)
        what = f"looks respun ({confidence(phrase.probability)}){', perhaps' if was else ''}"
        yield Note(0, Role.SWAPPED, (phrase.span,), phrase.span.of(report.document.text), was, what)


def discreet(report: Report) -> Report:
    """The report with no private person's name outside of the words of the text."""

    def voice(given: Voice) -> Voice:
        private = given.kind is VoiceKind.PERSON and not given.public and given.name is not None
        return replace(given, name=SOMEBODY) if private else given

    def attribution(given: Attribution) -> Attribution:
        return _with(given, voice=voice(given.voice), root=voice(given.root))

    reading, grounding = report.reading, report.grounding
    return replace(
        report,
        reading=replace(
            reading,
            attributions=tuple(map(attribution, reading.attributions)),
            voices=tuple(_with(summary, voice=voice(summary.voice)) for summary in reading.voices),
        ),
        grounding=replace(grounding, claims=tuple(_with(claim, root=voice(claim.root)) for claim in grounding.claims)),
    )


def _with(given: T, **changed: object) -> T:
    """A record with some fields changed; the same one where they are what they were."""
    same = all(getattr(given, name) is value for name, value in changed.items())
    return given if same else replace(given, **changed)  # type: ignore[type-var]
