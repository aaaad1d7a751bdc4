"""PDF files: their text layer, its lines joined to paragraphs. Pictures of text are not read."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

from sayso.intake.build import Facts, document, metadata
from sayso.intake.facts import same_words
from sayso.intake.formats import Format, Input, IntakeSettings, Refusal
from sayso.intake.streams import read_all
from sayso.types.document import Document, Rejection

if TYPE_CHECKING:
    from pypdf import PdfReader

MAGIC = b"%PDF-"
MAGIC_WITHIN = 1024  # bytes (ISO 32000-1, annex H.3.4.1, what readers accept)
# A page of text is drawn in 100 to 5,000 steps, of which some 10,000 operands are parsed. pypdf takes time that grows
# with the square of a page's steps: a page made to be slow took 2 s with these limits, a file of such pages a minute.
MAX_PAGES, MAX_STEPS, MAX_PAGE_STEPS, MAX_OPERANDS = 500, 1_000_000, 30_000, 300_000
EDGE = 3  # lines at the top and at the bottom of a page among which headers and footers stand
FEWEST_PAGES = 3  # fewer do not show what is repeated
# A line so much shorter than the full ones ends a paragraph, or is a heading. Lines set ragged differ by less.
SHORT = 0.75
FULL = 0.9  # the quantile of the lengths that counts as a full line
HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad]$")
PUNCTUATION = re.compile(r"[^\w-]")
CLOSED = re.compile(r"[.!?…:][\"'”’»)\]]*$")
BULLET = re.compile(r"[•◦▪‣·*–—-]\s|\(?\d{1,2}[.)]\s")
UNWRITTEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # keeps its warnings off standard error


def documents(source: Input, settings: IntakeSettings) -> Iterator[Document | Rejection]:
    """One document: the text of all pages. Raises ``Refusal``.

    Words broken at line ends are mended, and lines that stand at the top or bottom of most pages are left out.
    The file's date of creation is not taken for that of publication, and its title only where the text shows it.
    """
    data = read_all(source, settings)
    if not data.strip():
        raise Refusal("empty", "holds no text")
    pages, title = _pages(data, settings)
    text = "\n\n".join(paragraphs(without_repeated(pages)))
    if not any(char.isalpha() for char in text):
        raise Refusal("no-text-layer", "shows pictures of its pages and holds no text; recognise its text (OCR) first")
    head = [block for block in text[:2000].split("\n\n") if block]
    known = metadata(title) if title and any(same_words(title, block) for block in head) else None
    yield document(text, source.origin, FORMAT.name, Facts(title=known))


def _pages(data: bytes, settings: IntakeSettings) -> tuple[list[list[str]], str | None]:
    """The lines of each page, and the title that the file gives itself. Raises ``Refusal``."""
    if MAGIC not in data[:MAGIC_WITHIN]:
        raise Refusal("malformed-pdf", "does not begin as a PDF file does; save it again")
    from pypdf import PdfReader, apply_configuration, get_configuration
    from pypdf.errors import LimitReachedError

    limits = replace(
        get_configuration(),
        stream_parsing_work_maximum_count=MAX_OPERANDS,
        zlib_maximum_output_length=settings.max_bytes,
    )
    try:
        with apply_configuration(limits):
            reader = PdfReader(BytesIO(data), strict=False)
            if reader.is_encrypted:
                raise Refusal("encrypted", "is encrypted; save it without a password")
            if len(reader.pages) > MAX_PAGES:
                found = f"has {len(reader.pages):,} pages, more than the limit of {MAX_PAGES}"
                raise Refusal("too-many-pages", f"{found}; split it into articles")
            pages = list(_page_lines(reader, settings))
            title = reader.metadata.title if reader.metadata else None
    except Refusal:
        raise
    except LimitReachedError as error:
        raise _too_slow() from error
    except Exception as error:  # a damaged file makes the library stumble anywhere
        message = f"is damaged ({type(error).__name__}); save it again, or save its text"
        raise Refusal("malformed-pdf", message) from error
    return pages, title if isinstance(title, str) else None


def _page_lines(reader: PdfReader, settings: IntakeSettings) -> Iterator[list[str]]:
    steps, size = _Steps(), 0
    for page in reader.pages:
        steps.page = 0
        words = page.extract_text(visitor_operand_before=steps.count)
        steps.check()
        size += len(words)
        if size > settings.max_bytes:
            raise Refusal("too-big", "holds more text than the limit for one document; split it into articles")
        yield [line for line in map(_line, words.splitlines()) if line]


class _Steps:
    """Counts drawing steps. pypdf goes on after an error within a form, so that ``check`` has to ask again."""

    def __init__(self) -> None:
        self.page = self.all = 0

    def count(self, *_: Any) -> None:
        """One step more. Raises ``Refusal``."""
        self.page += 1
        self.all += 1
        self.check()

    def check(self) -> None:
        """Raise ``Refusal`` (``too-many-elements``) if there were too many steps."""
        if self.page > MAX_PAGE_STEPS or self.all > MAX_STEPS:
            raise _too_slow()


def _too_slow() -> Refusal:
    return Refusal("too-many-elements", "draws more than can be searched in reasonable time; save its text")


def _line(words: str) -> str:
    return " ".join(UNWRITTEN.sub("", words).split())


def without_repeated(pages: list[list[str]]) -> list[str]:
    """The lines of all ``pages`` without headers and footers: what stands at the edges of most pages.

    Figures are not compared, so that the numbers of pages go as well.
    """
    counts: Counter[str] = Counter()
    for lines in pages:
        counts.update({_bare(line) for line in lines[:EDGE] + lines[-EDGE:]})
    repeated = {bare for bare, count in counts.items() if count > len(pages) / 2}
    if len(pages) < FEWEST_PAGES:
        repeated = set()
    kept: list[str] = []
    for lines in pages:
        begin, end = 0, len(lines)
        while begin < min(EDGE, end) and _bare(lines[begin]) in repeated:
            begin += 1
        while end > max(begin, len(lines) - EDGE) and _bare(lines[end - 1]) in repeated:
            end -= 1
        kept.extend(lines[begin:end])
    return kept


def _bare(line: str) -> str:
    return re.sub(r"\d+", "#", line).casefold()


def paragraphs(lines: list[str]) -> list[str]:
    """``lines`` joined to paragraphs, words that were broken at the end of a line mended."""
    if not lines:
        return []
    full = sorted(map(len, lines))[int(FULL * (len(lines) - 1))]
    whole = frozenset(word.casefold() for line in lines for word in re.findall(r"\w+-\w+", line))
    found: list[str] = []
    parts: list[str] = []
    for line in lines:
        if parts and (_ends(parts[-1], full) or BULLET.match(line)):
            found.append(_joined(parts, whole))
            parts = []
        parts.append(line)
    found.append(_joined(parts, whole))
    return found


def _ends(line: str, full: int) -> bool:
    """True if nothing of the same paragraph follows ``line``."""
    if HYPHEN.search(line) or line.endswith(","):
        return False
    return len(line) < SHORT * full or (len(line) < FULL * full and CLOSED.search(line) is not None)


def _joined(parts: list[str], whole: frozenset[str]) -> str:
    text = [parts[0]]
    for line in parts[1:]:
        last = text[-1]
        if HYPHEN.search(last) and line[:1].islower():
            compound = (last.split()[-1] + PUNCTUATION.split(line)[0]).casefold()
            text[-1] = last if compound in whole else last[:-1]  # "well-known" if it stands so elsewhere
            text.append(line)
        else:
            text.extend((" ", line))
    return "".join(text)


def _recognises(head: bytes) -> bool:
    return head.startswith(MAGIC)


FORMAT = Format("pdf", (".pdf",), documents, _recognises)
