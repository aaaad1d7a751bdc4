"""Names in sources that the model has no mention for, or only a part of: capitalised runs."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.names import CALENDAR, Name, bare, retyped, within
from sayso.reading.voices.phrase import (
    ARTICLES,
    DEMONSTRATIVES,
    INDEFINITE,
    NUMBERS,
    OWNERS,
    PREPOSITIONS,
    RELATIVES,
    listed,
)
from sayso.reading.voices.words import Word, is_plural, words_of
from sayso.types.span import Span

PERSONAL = frozenset("i he she it they we you him them us me himself herself itself themselves who".split())
NO_NAME = PERSONAL | ARTICLES | PREPOSITIONS | RELATIVES | OWNERS | DEMONSTRATIVES | CALENDAR | {"there", "but", "and"}
REACH = 100  # code points before a source in which a name that runs into it may begin
LONGEST = 4  # words of a person's name
SHORT = 5  # letters of the longest acronym


def with_missed(
    text: str, sources: Sequence[Sequence[Span]], names: Sequence[Name], lexicon: Lexicon
) -> tuple[Name, ...]:
    """The model's names, and those in sources that it missed; a longer run takes the place of its part."""
    persons = frozenset(w for n in names if n.person for w in n.span.of(text).casefold().split())
    out = set(names)
    for source in sources:
        if not source:
            continue
        near = within(names, max(0, source[0].begin - REACH), source[-1].end)
        for name in _runs(text, words_of(text, source), near, persons, lexicon):
            out -= {n for n in near if n.span.overlap(name.span)}
            out.add(name)
    return tuple(sorted(out, key=lambda n: (n.span.begin, n.span.end, n.person, n.place)))


def _runs(
    text: str, source: Sequence[Word], names: Sequence[Name], persons: frozenset[str], lexicon: Lexicon
) -> list[Name]:
    """Capitalised runs of one source that are no names of the model's."""
    out: list[Name] = []
    if len(source) > 1 and text[source[0].begin : source[-1].end].isupper():
        # a headline in capitals tells nothing, a transcript's label names who speaks
        return [_labelled(source)] if _label(text, source, lexicon) else out
    k = 1 if source and source[0].key in INDEFINITE | NUMBERS else 0
    while k < len(source):
        end = _run_end(text, source, k, lexicon)
        run = source[k:end]
        while run and _title(run, lexicon):
            run = run[1:]
        span = Span(run[0].begin, run[-1].end) if run else None
        if span is not None and _is_name(run, span, names, lexicon):
            first = source.index(run[0])
            before = source[first - 1] if first and not run[0].comma else None
            person, place = _guess(span.of(text), before, source[end:], persons, lexicon)
            name = Name(bare(text, span, person, lexicon), person, place, found=False)
            out.append(retyped(text, name, lexicon))
        k = max(end, k + 1)
    return out


def _label(text: str, source: Sequence[Word], lexicon: Lexicon) -> bool:
    """True for a person's name at the head of a line of a transcript: "MARTA VEIL: ..."."""
    begin, end = source[0].begin, source[-1].end
    alone = not text[text.rfind("\n", max(0, begin - REACH), begin) + 1 : begin].strip(' \t"“')
    common = any(listed(w, lexicon) or w.key in lexicon.media_names or w.key in lexicon.countries for w in source)
    return alone and len(source) <= LONGEST and not common and text[end : end + 2].strip()[:1] in (":", "(")


def _labelled(source: Sequence[Word]) -> Name:
    return Name(Span(source[0].begin, source[-1].end), person=True, found=False)


def _run_end(text: str, source: Sequence[Word], start: int, lexicon: Lexicon) -> int:
    end = start
    while end < len(source) and (end == start or not source[end].comma):
        word = source[end]
        if not word.capital or not text[word.begin].isalpha() or word.key in NO_NAME:
            break
        end += 1
        if word.possessive:
            break
    return end


def _title(run: Sequence[Word], lexicon: Lexicon) -> bool:
    """True when a run begins with a title or nationality: "Colonel", "Belarusian"."""
    first = run[0]
    role = lexicon.role(first.key) is not None and not (is_plural(first.key) and len(run) > 1)
    return role or (first.key in lexicon.nationalities and len(run) == 1)


def _is_name(run: Sequence[Word], span: Span, names: Sequence[Name], lexicon: Lexicon) -> bool:
    """True for a run with a word that is no common noun, or of common nouns that only make sense together."""
    covered = [n for n in names if n.span.overlap(span)]
    own = [w for w in run if not listed(w, lexicon) and w.key not in lexicon.nationalities]
    if not own or (len(run) == 1 and covered):
        return False
    if not covered:
        return True
    if any(n.span.covers(span) for n in covered) or any(n.person or n.place for n in covered):
        return False
    extra = [w for w in run if not any(n.span.overlap(w.span) for n in covered)]
    return all(w in own or w.key in lexicon.media_names for w in extra)


def _guess(
    name: str, before: Word | None, after: Sequence[Word], persons: frozenset[str], lexicon: Lexicon
) -> tuple[bool, bool]:
    """(person, place) of a name that only its spelling and its neighbours tell about."""
    parts = name.casefold().split()
    if name.casefold() in lexicon.countries or name.casefold() in lexicon.capitals:
        return False, True
    if len(parts) == 1 and parts[0] in persons:
        return True, False  # a surname by itself ("LANG: ...")
    if lexicon.is_outlet(name) or (len(parts) == 1 and len(name) <= SHORT and name.isupper()):
        return False, False
    if before is not None and lexicon.role(before.key) is not None:
        return True, False
    if parts[0] in lexicon.genders:
        return True, False
    if after and after[0].comma and any(lexicon.role(w.key) is not None for w in after[1:6]):
        return True, False
    nouns = lexicon.media | lexicon.media_names | lexicon.documents
    common = any(lexicon.organisation(p) is not None or p in nouns for p in parts)
    return 1 < len(parts) <= 3 and not common, False
