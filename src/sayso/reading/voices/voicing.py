"""From sources to voices: one visible tuple of rules, tried in order for each attribution."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace

from sayso.reading.voices import antecedents
from sayso.reading.voices.context import Context, Found, Said, as_found
from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.nesting import role
from sayso.reading.voices.phrase import OWNERS
from sayso.reading.voices.sources import read_source
from sayso.reading.voices.speaker import Form, Speaker
from sayso.reading.voices.words import words_of
from sayso.types.attribution import VoiceKind
from sayso.types.span import Span

Rule = Callable[[Context, int, Speaker], "Found | None"]
DEPTH = 3  # "the statement of its spokesman": how often whoever stands behind is asked for
PASSIVE = frozenset("is was are were be been being has have had it".split())
UNSAID = frozenset("reportedly allegedly purportedly supposedly apparently alleged rumour rumours reports".split())


def voices(context: Context) -> tuple[Found, ...]:
    """Every attribution's own voice. The headline is read last: it names what the body explains."""
    order = sorted(range(len(context.raw)), key=lambda k: (context.place(k) < context.body, context.place(k), k))
    for index in order:
        for k in reversed(_holders(context, index)):  # "He" inside a quotation needs to know who is quoted
            speaker = context.speakers[k]
            context.add(Said(k, context.place(k), speaker, voice(context, k, speaker)))
    return tuple(context.said[k].found for k in range(len(context.raw)))


def _holders(context: Context, index: int) -> list[int]:
    """The attribution and those around it whose voices are still to be found, innermost first."""
    out = []
    at: int | None = index
    while at is not None and at not in context.said:
        out.append(at)
        at = context.links.parents[at]
    return out


def voice(context: Context, index: int, speaker: Speaker) -> Found:
    """The voice of one source by the first rule that knows it; else as its own words name it."""
    for rule in RULES:
        found = rule(context, index, speaker)
        if found is not None:
            return found
    return as_found(speaker)


def without_source(context: Context, index: int, speaker: Speaker) -> Found | None:
    """ "X denied it, saying ...": a cue without source goes on with the speaker of its sentence, if it is active."""
    if speaker.form is not Form.NOBODY:
        return None
    raw = context.raw[index]
    keys = [w.key for w in words_of(context.text, raw.cue)]
    nobody = Found(VoiceKind.UNNAMED, None, None)
    if not keys or set(keys) & (PASSIVE | UNSAID) and not keys[0].endswith("ing"):
        return nobody
    if "as" in keys or "to" in keys:
        return nobody
    here = context.sentence(context.place(index))
    for other in context.before(context.place(index)):
        if context.sentence(other.place) != here:
            break
        if role(context.text, context.raw[other.index], context.lexicon):
            continue  # "X, quoted by Y, said ..., adding": X goes on, not Y
        if other.speaker.form is not Form.NOBODY and context.links.parents[other.index] == context.links.parents[index]:
            return antecedents.again(other, "rule:same-subject")
    return nobody


def by_name(context: Context, index: int, speaker: Speaker) -> Found | None:
    """A named source gets the fullest name that the document gives it."""
    if speaker.form is not Form.NAME or speaker.name is None:
        return None
    referent = context.referent_at(speaker.name)
    if referent is None:
        return as_found(speaker)
    found = antecedents.as_referent(referent, "rule:full-name")
    public = speaker.public or referent.public
    own = speaker.name.of(context.text)
    wider = speaker.name.end - speaker.name.begin > referent.name.end - referent.name.begin
    if own.casefold() == referent.name.of(context.text).casefold() or wider:
        return replace(as_found(speaker), kind=found.kind, gender=speaker.gender or referent.gender, public=public)
    return replace(found, gender=referent.gender or speaker.gender, public=public)


def by_pronoun(context: Context, index: int, speaker: Speaker) -> Found | None:
    """ "he", "she", "it", "they", "we", "who"."""
    if speaker.form is not Form.PRONOUN:
        return None
    place = context.place(index)
    if speaker.gender == "1":
        holder = context.links.parents[index]
        if holder is not None and holder in context.said:
            return antecedents.again(context.said[holder], "rule:first-person")
        return antecedents.publisher(context) if speaker.plural else None
    if speaker.gender == "w":
        return antecedents.relative(context, place)
    if speaker.gender == "n":
        return antecedents.body(context, place)
    if speaker.plural:
        return antecedents.group(context, place)
    return antecedents.person(context, index, speaker.gender, place)


def by_part(context: Context, index: int, speaker: Speaker) -> Found | None:
    """ "one of them"; the apposition behind it comes first ("one of them, an elderly man")."""
    if speaker.form is not Form.PART or speaker.phrase is None:
        return None
    parts = speaker.phrase.parts
    if len(parts) > 1 and parts[1][0].key in ("a", "an"):
        span = Span(parts[1][0].begin, parts[1][-1].end)
        return as_found(read_source(context.text, (span,), context.names, context.lexicon))
    if any(w.key == "whom" for w in speaker.phrase.core):
        return antecedents.relative(context, context.place(index))
    return antecedents.part(context, speaker, context.place(index))


def by_whoever_stands_behind(context: Context, index: int, speaker: Speaker) -> Found | None:
    """A spokesman speaks for the body, a statement for its author."""
    if speaker.form is Form.DESCRIPTION and speaker.rule == "spokesperson" and not speaker.behind:
        known = by_description(context, index, speaker)
        return known or antecedents.spoken_for(context, speaker, context.place(index))
    if speaker.form is not Form.DESCRIPTION or not speaker.behind:
        return None
    found = _behind(context, index, speaker, DEPTH)
    if found is None:
        return None
    if speaker.human:
        if found.kind is VoiceKind.PERSON:
            return None
        return replace(found, rule=f"rule:{speaker.rule}", human=True, gender=speaker.gender, public=True)
    return replace(found, rule=f"rule:{speaker.rule}")


def _behind(context: Context, index: int, speaker: Speaker, depth: int) -> Found | None:
    first, last = speaker.behind[0], speaker.behind[-1]
    if len(speaker.behind) == 1 and first.key in OWNERS:
        if first.key in ("his", "her"):
            return antecedents.person(context, index, "m" if first.key == "his" else "f", first.begin)
        resolve = antecedents.body if first.key == "its" else antecedents.group
        return resolve(context, first.begin)
    inner = read_source(context.text, (Span(first.begin, last.end),), context.names, context.lexicon)
    if inner.behind and depth:
        return _behind(context, index, inner, depth - 1)
    if inner.form is Form.DESCRIPTION:
        known = by_description(context, index, inner)
        if known is not None:
            return known
        if inner.human and context.lexicon.role(inner.noun) is not None:
            return None  # "a rebel spokesman"
        if speaker.human and inner.kind is VoiceKind.UNNAMED:
            return replace(as_found(inner), kind=VoiceKind.ORGANISATION, name=inner.name)
    if inner.form is Form.NAME:
        return by_name(context, index, inner)
    if inner.form is Form.PRONOUN:
        return by_pronoun(context, index, inner)
    return as_found(inner)


def by_headline_quotation(context: Context, index: int, speaker: Speaker) -> Found | None:
    """A quotation of the headline that the body repeats has the body's speaker."""
    place = context.place(index)
    if place >= context.body or speaker.form is not Form.DESCRIPTION:
        return None
    own = [w.key for w in words_of(context.text, context.raw[index].content)]
    if len(own) < 3 or not any(c in context.text[: context.body] for c in "“”‘’'\"«"):
        return None
    for other in context.behind(place):
        theirs = [w.key for w in words_of(context.text, context.raw[other.index].content)]
        if any(theirs[k : k + len(own)] == own for k in range(len(theirs) - len(own) + 1)):
            return antecedents.again(other, "rule:headline-quotation")
    return None


def by_description(context: Context, index: int, speaker: Speaker) -> Found | None:
    """ "The adviser", "the ministry", "the sources", "the letter"; in a headline also without article."""
    if speaker.form is not Form.DESCRIPTION or speaker.phrase is None:
        return None
    place = speaker.phrase.words[0].begin
    headline = place < context.body
    bare = (not speaker.plural or headline) and not speaker.phrase.determiner and not speaker.phrase.owner
    if not speaker.definite and not bare:
        return None
    if speaker.phrase.determiner in OWNERS:
        return None
    said = context.behind(place) if headline else context.before(place)
    if not speaker.phrase.after or headline:
        found = antecedents.called(context, speaker, place) or antecedents.described(context, speaker, place, said)
        found = found or antecedents.worded(context, speaker, place)
        if found is not None:
            return found
    return None if headline else antecedents.anybody(context, speaker, place)


def document_written(text: str, cue: tuple[Span, ...], lexicon: Lexicon) -> Span | None:
    """The document in words such as "wrote a letter stating": on it, not on its author's voice, the content rests."""
    found = words_of(text, cue)
    for before, noun in itertools.pairwise(found[1:]):
        if before.key in {"a", "an"} and noun.key in lexicon.documents and noun.key not in lexicon.channels:
            return noun.span
    return None


RULES: tuple[Rule, ...] = (
    without_source,
    by_name,
    by_pronoun,
    by_part,
    by_whoever_stands_behind,
    by_description,
    by_headline_quotation,
)
