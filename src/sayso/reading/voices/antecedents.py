"""Whom a description, a part or a pronoun goes back to, within one document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from sayso.reading.voices.bystanders import bystanders
from sayso.reading.voices.context import Context, Found, Said, as_found
from sayso.reading.voices.phrase import ARTICLES, OWNERS, PREPOSITIONS, RELATIVES
from sayso.reading.voices.referents import Referent
from sayso.reading.voices.sources import WHOLE, read_source
from sayso.reading.voices.speaker import Form, Speaker
from sayso.reading.voices.words import Word, words
from sayso.types.attribution import VoiceKind
from sayso.types.span import Span

# Sentences back in which a pronoun looks for its speaker: news paragraphs have two or three.
NEAR = 6
REACH = 2000  # characters back in which somebody only described is looked for: more than sentences have
NEARBY = 90  # characters around a name in which the words of a description for it may stand
# A description that any speaker of the right number may be taken up by.
ANYBODY = frozenset("man woman source person official figure interviewee informant insider speaker voice".split())
ANY_DOCUMENT = frozenset("document paper text file".split())
SECRET = frozenset("leaked secret unpublished confidential internal new latest own whole entire".split())
OTHERS = frozenset("other another second third fourth fifth different further".split())
BODIES = frozenset({VoiceKind.ORGANISATION, VoiceKind.OUTLET, VoiceKind.DOCUMENT})


def as_referent(referent: Referent, rule: str) -> Found:
    """A named referent as a voice."""
    return Found(
        kind=referent.kind,
        name=referent.name,
        rule=rule,
        gender=referent.gender,
        human=referent.kind is VoiceKind.PERSON,
        public=referent.public,
    )


def again(said: Said, rule: str) -> Found:
    """The voice of an earlier attribution."""
    return replace(said.found, rule=rule)


def called(context: Context, speaker: Speaker, place: int) -> Found | None:
    """A name that the text calls by the same noun: "the adviser" after "Marta Lund, adviser to ..."."""
    own = _content_words(context, speaker)
    if own & OTHERS:
        return None
    fits = [r for r in context.called(speaker.noun) if _called(context, r, speaker, own)]
    fits = [r for r in fits if speaker.noun in r.nouns] or fits
    before = [(p.begin, r) for r in fits for p in r.places if context.body <= p.begin < place]
    if before:
        return as_referent(max(before, key=lambda x: x[0])[1], "rule:title-alias")
    after = [(p.begin, r) for r in fits for p in r.places if p.begin > place]
    if place >= context.body:  # "The Commissioner confirms ... Commissioner Besnik Hasani stated"
        after = [(p, r) for p, r in after if _sure(speaker) and speaker.noun in r.nouns and r.public]
    if after:
        return as_referent(min(after, key=lambda x: x[0])[1], "rule:named-below")
    return None


def _sure(speaker: Speaker) -> bool:
    """True when a title stands for one person or body: with "the", or bare as in headlines."""
    return speaker.definite or (speaker.phrase is not None and not speaker.phrase.determiner)


def _called(context: Context, referent: Referent, speaker: Speaker, own: set[str]) -> bool:
    if speaker.human != (referent.kind is VoiceKind.PERSON) or speaker.plural:
        return False
    if speaker.gender in ("m", "f") and referent.gender in ("m", "f") and speaker.gender != referent.gender:
        return False
    if speaker.human and own and not _beside(context, referent, speaker, own):
        return False
    if not own or speaker.human:
        return any(context.lexicon.same_noun(speaker.noun, noun) for noun in referent.nouns)
    keys = {w.key for w in words(context.text, referent.name.begin, referent.name.end)}
    return speaker.noun in referent.nouns and own <= keys | referent.nouns


def _beside(context: Context, referent: Referent, speaker: Speaker, own: set[str]) -> bool:
    """True when the words that narrow a description down stand near the name as well, elsewhere than in it."""
    text = context.text
    around = [(max(0, p.begin - NEARBY), min(len(text), p.end + NEARBY)) for p in referent.places]
    first, last = (speaker.phrase.words[0].begin, speaker.phrase.words[-1].end) if speaker.phrase else (0, 0)
    near = (w for begin, end in around for w in words(text, begin, end))
    return own <= {w.key for w in near if not first <= w.begin < last}


def _content_words(context: Context, speaker: Speaker) -> set[str]:
    """Words that narrow the head noun down: owner, modifiers and complement."""
    phrase = speaker.phrase
    return {w.key for w in (*phrase.owner, *phrase.modifiers)} - SECRET if phrase else set()


def worded(context: Context, speaker: Speaker, place: int) -> Found | None:
    """A fuller wording for a body that has not spoken yet ("Lithuania's defence ministry ... the ministry")."""
    if speaker.kind is not VoiceKind.ORGANISATION or not speaker.phrase or not speaker.phrase.bare:
        return None
    found = context.words
    places = context.occurrences(speaker.noun)
    if place < context.body:
        places = [k for k in places if found[k].begin >= context.body]
    else:
        places = [k for k in reversed(places) if context.body <= found[k].begin < place]
    for k in places:
        start = _phrase_start(found, k)
        if start is not None and start < k and not context.inside_content(found[k].begin):
            name = Span(found[start].begin, found[k].end)
            return replace(as_found(speaker, "rule:fuller-wording"), name=name)
    return None


def _phrase_start(found: Sequence[Word], head: int) -> int | None:
    """First word behind the determiner of the noun at ``head``, or its owner; ``None`` when there is neither."""
    for k in range(head - 1, max(-1, head - 5), -1):
        if found[k + 1].comma or found[k].key in PREPOSITIONS | RELATIVES:
            return None
        if found[k].key in ARTICLES:
            return k + 1
        if found[k].possessive:
            return k
    return None


def described(context: Context, speaker: Speaker, place: int, said: Iterator[Said]) -> Found | None:
    """An earlier speaker with the same head noun and no fewer words ("the source" after "a source in the police")."""
    own = _content_words(context, speaker)
    if own & OTHERS:
        return None
    for other in said:
        if other.speaker.form is not Form.DESCRIPTION or other.speaker.plural != speaker.plural:
            continue
        same = other.speaker.noun.rsplit(" ", 1)[-1] == speaker.noun.rsplit(" ", 1)[-1]
        if not same and not own and (not speaker.plural or speaker.kind is VoiceKind.DOCUMENT):
            same = context.lexicon.same_noun(speaker.noun, other.speaker.noun)
        if same and own <= _content_words(context, other.speaker) | _name_words(context, other.found):
            return again(other, "rule:description")
    return None


def _name_words(context: Context, found: Found) -> set[str]:
    return {w.key for w in words(context.text, found.name.begin, found.name.end)} if found.name else set()


def anybody(context: Context, speaker: Speaker, place: int) -> Found | None:
    """ "The man", "the sources": the last unnamed speakers of that number, whatever they were called."""
    if speaker.phrase is None or not (speaker.phrase.bare or speaker.noun in ANY_DOCUMENT):
        return None
    medium = speaker.kind is VoiceKind.OUTLET
    body = speaker.kind is VoiceKind.ORGANISATION and "t" in (context.lexicon.organisation(speaker.noun) or "")
    if speaker.noun not in ANYBODY | ANY_DOCUMENT and "-of-" not in speaker.noun and not medium and not body:
        return None
    if body:
        near = (r for _, r in context.named(context.body, place) if r.kind is VoiceKind.ORGANISATION and not r.place)
        last = next(near, None)
        return as_referent(last, "rule:last-named") if last else None
    for other in context.before(place):
        if context.sentence(place) - context.sentence(other.place) > NEAR:
            return None
        found = other.found
        if speaker.noun in ANY_DOCUMENT or medium:
            fits = found.kind is VoiceKind.DOCUMENT and not medium
            fits = fits or (found.kind is VoiceKind.OUTLET and (medium or speaker.noun == "paper"))
        else:
            unnamed = found.kind is VoiceKind.UNNAMED or "-of-" in speaker.noun
            unnamed = unnamed or speaker.noun == "official"
            fits = unnamed and found.human and found.plural == speaker.plural and _agree(speaker.gender, found.gender)
        if fits:
            return again(other, "rule:last-speaker")
    return _quoted_man(context, speaker, place)


def _quoted_man(context: Context, speaker: Speaker, place: int) -> Found | None:
    """ "The man" of a call that somebody describes: the person whom the sentence before tells of."""
    here = context.sentence(place)
    if speaker.noun not in ("man", "woman") or speaker.plural or not here:
        return None
    end = context.sentences[here - 1].span.end
    near = [
        f for f in _described(context, here - 1, end) if f.human and not f.plural and _agree(speaker.gender, f.gender)
    ]
    return replace(near[-1], rule="rule:last-speaker") if near else None


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other or "1" in (one, other)


def part(context: Context, speaker: Speaker, place: int) -> Found | None:
    """ "One of them", "the other", "one of the officials": the group named before."""
    keys = [w.key for w in speaker.phrase.core] if speaker.phrase else []
    if keys[-1:] == ["latter"]:
        last = next(context.before(place), None)
        nearest = next(((p, r) for p, r in context.named(0, place) if not r.place), None)
        if nearest is not None and (last is None or nearest[0] > last.place):
            return as_referent(nearest[1], "rule:the-latter")
        return again(last, "rule:the-latter") if last else None
    if keys[:1] != ["the"] and not WHOLE & set(keys) and not speaker.noun:
        return None  # "Others said": nobody goes before
    for other in context.before(place):
        if not speaker.noun and context.sentence(place) - context.sentence(other.place) > NEAR:
            break
        same = not speaker.noun or context.lexicon.same_noun(speaker.noun, other.speaker.noun)
        if other.found.plural and same:
            return replace(again(other, "rule:part-of"), plural=speaker.plural)
    return None


def relative(context: Context, place: int) -> Found | None:
    """ "who", "most of whom": the noun phrase right before."""
    begin = max(0, place - 80)
    line = context.text.rfind("\n", 0, place)
    found = words(context.text, max(begin, line + 1), place)
    if not found:
        return None
    referent = context.referent_at(found[-1].span)
    if referent is not None:
        return as_referent(referent, "rule:relative")
    start = len(found) - 1
    for k in range(len(found) - 1, max(-1, len(found) - 6), -1):
        if k < len(found) - 1 and found[k + 1].comma:
            break
        start = k
        if found[k].key in ("a", "an", "the", "his", "her", "their") or found[k].key.isdigit():
            start = k + found[k].key.isdigit()
            break
    span = Span(found[min(start, len(found) - 1)].begin, found[-1].end)
    speaker = read_source(context.text, (span,), context.names, context.lexicon)
    if speaker.form is not Form.DESCRIPTION:
        return None
    return Found(speaker.kind, speaker.name, "rule:relative", speaker.gender, speaker.human, speaker.plural)


def person(context: Context, index: int, gender: str, place: int) -> Found | None:
    """ "he", "she": the speaker of the sentence around or before, else the person it is about.

    Sentences are searched from the pronoun backwards. In each one a speaker comes before a person who is
    only mentioned, and the first person of a sentence before the others (Hobbs 1978: subjects first).
    """
    barred = _barred(context, index)
    holder = context.links.parents[index]
    if holder is not None and holder in context.said and barred is None:
        found = context.said[holder].found
        if found.human and not found.plural and _agree(gender, found.gender):
            return again(context.said[holder], "rule:pronoun")

    def fits(found: Found) -> bool:
        return found.human and not found.plural and _agree(gender, found.gender) and found.name != barred

    last = _back(context, place, fits)
    if last is None:
        return _last_described(context, place, fits)
    if last.gender or not gender:
        return last
    # "X told his wife ..., she said" when nothing says what X is
    kin = _described(context, context.sentence(place), place, owned=True)
    return next((f for f in kin if fits(f) and f.gender), last)


def _described(context: Context, first: int, place: int, *, owned: bool = False) -> Iterator[Found]:
    """Persons and groups that are only described from sentence ``first`` to ``place``, the last first.

    ``owned``: only "his wife" and the like.
    """
    if not context.sentences:
        return
    begin = max(context.sentences[first].span.begin, context.body, place - REACH)
    for at, speaker in bystanders(context, begin, place):
        if owned and not (speaker.phrase and speaker.phrase.determiner in OWNERS):
            continue
        known = called(context, speaker, at) if speaker.definite else None
        yield known or as_found(speaker, "rule:pronoun")


def _last_described(context: Context, place: int, fits: Callable[[Found], bool]) -> Found | None:
    """The first description that fits of the nearest sentence that has one."""
    here = context.sentence(place)
    for back in range(NEAR):
        if back > here:
            return None
        end = place if not back else context.sentences[here - back].span.end
        fit = [f for f in _described(context, here - back, end) if fits(f)]
        if fit:
            return replace(fit[-1], rule="rule:pronoun")
    return None


def _barred(context: Context, index: int) -> Span | None:
    """The speaker of a quotation around a pronoun is "I" there, not "he"."""
    holder = context.links.parents[index]
    if holder is None or holder not in context.said or not context.raw[index].source:
        return None
    place = context.raw[index].source[0].begin
    opened = max(context.text.rfind(c, 0, place) for c in '“"«‘')
    inside = any(s.begin <= opened < place <= s.end for s in context.raw[holder].content)
    return context.said[holder].found.name if inside else None


def _back(context: Context, place: int, fits: Callable[[Found], bool]) -> Found | None:
    here = context.sentence(place)
    window = context.sentences[max(0, here - NEAR + 1)].span.begin if context.sentences else 0
    speakers = [s for s in takewhile(lambda s: s.place >= window, context.before(place)) if fits(s.found)]
    named = context.named(max(window, context.body), place)
    mentions = [(p, r) for p, r in named if not r.place and fits(as_referent(r, ""))]
    for back in range(NEAR):
        inside = [s for s in speakers if context.sentence(s.place) == here - back]
        outer = [s for s in inside if context.links.parents[s.index] is None]
        if outer or inside:
            return again((outer or inside)[0], "rule:pronoun")
        told = [(p, r) for p, r in mentions if context.sentence(p) == here - back and not context.inside_content(p)]
        if told:
            return as_referent(told[-1][1], "rule:pronoun")
    return as_referent(mentions[0][1], "rule:pronoun") if mentions else None


def body(context: Context, place: int) -> Found | None:
    """ "it", "its": the organisation, outlet or document that spoke last, else the one named last."""
    return _back(context, place, lambda found: found.kind in BODIES and not found.human or found.gender == "n")


def group(context: Context, place: int) -> Found | None:
    """ "they", "their": the group or body that spoke last."""
    here = context.sentence(place)
    window = context.sentences[max(0, here - 1)].span.begin if context.sentences else 0
    if not any(s.found.plural and s.place >= window for s in context.before(place)):
        told = next((f for f in _described(context, max(0, here - 1), place) if f.plural), None)
        if told is not None:
            return replace(told, rule="rule:pronoun")
    many = _back(context, place, lambda found: found.plural)
    if many is not None:
        return many
    return _back(context, place, lambda found: found.kind is VoiceKind.ORGANISATION and not found.human)


def publisher(context: Context) -> Found:
    """ "We" outside any quotation: the outlet itself, with its name where the text gives it."""
    name = context.publisher.removeprefix("The ")
    at = context.text.find(name) if name else -1
    span = Span(at, at + len(name)) if at >= 0 else None
    return Found(VoiceKind.OUTLET, span, "rule:publisher", plural=True, public=True)


def spoken_for(context: Context, speaker: Speaker, place: int) -> Found | None:
    """ "A spokesman said": for the organisation that spoke or was named last."""
    found = _back(context, place, lambda found: found.kind is VoiceKind.ORGANISATION and not found.human)
    return found and replace(found, rule="rule:spokesperson", human=True, gender=speaker.gender)
