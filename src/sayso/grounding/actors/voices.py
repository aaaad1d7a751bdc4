"""What the reading already knows: whom a source refers to, and who speaks in a quotation."""

from __future__ import annotations

from sayso.grounding.actors.chains import Chain, Chains
from sayso.grounding.actors.spots import Form, Index, Page, Spot
from sayso.grounding.actors.tokens import singular
from sayso.types.actor import ActorKind
from sayso.types.attribution import Attribution, VoiceKind
from sayso.types.span import Span

# Rules of resolution that find the source's own identity; others find whoever stands behind it or its group.
SAME = frozenset(
    "rule:full-name rule:title-alias rule:named-below rule:fuller-wording rule:description rule:last-named "
    "rule:last-speaker rule:the-latter rule:relative rule:pronoun rule:first-person".split()
)
ACTORS = frozenset({VoiceKind.PERSON, VoiceKind.ORGANISATION, VoiceKind.OUTLET, VoiceKind.UNNAMED})
# Sources that are words without anybody, whatever the reading made of them.
HEARSAY = frozenset("report rumour rumor account claim post experience leak word speculation allegation".split())
EARLIER = 40  # attributions back in which a body's spokesman is looked for
CUT = frozenset("of in on at from who whom which that with for near to by".split())
HUMAN = frozenset("he him his himself she her hers herself".split())


def unnamed(page: Page, index: Index) -> list[Spot]:
    """Spots for voices that no name and no noun of the lists covers ("many", "the talebs")."""
    out: dict[Span, Spot] = {}
    for a in page.attributions:
        span = a.voice.mention
        if span is None or a.voice.kind not in (VoiceKind.UNNAMED, VoiceKind.ORGANISATION) or index.over(span):
            continue
        numbers = page.numbers(span)
        if not numbers or page.words[numbers[0]].key in HUMAN | {"it", "they", "we", "i", "who", "which"}:
            continue
        cut = next((n for n, k in enumerate(numbers) if n and page.words[k].key in CUT), len(numbers))
        numbers = numbers[:cut]
        last = page.words[numbers[-1]]
        if any(singular(page.words[k].key) in HEARSAY for k in numbers):
            continue
        kind = ActorKind.GROUP if a.voice.kind is VoiceKind.UNNAMED else ActorKind.ORGANISATION
        before = page.words[numbers[0] - 1].key if numbers[0] else ""
        if kind is ActorKind.GROUP and before in ("a", "an", "the", "one") and singular(last.key) == last.key:
            kind = ActorKind.PERSON
        plural = kind is ActorKind.GROUP
        out[span] = Spot(
            Span(page.words[numbers[0]].begin, max(last.end, page.words[numbers[0]].begin + 1)),
            Form.NOUN,
            kind,
            numbers[0],
            numbers[-1],
            noun=last.key,
            plural=plural,
            definite=True,
            tail=numbers[-1],
        )
    return [s for s in out.values()]


def join_voices(page: Page, chains: Chains, index: Index) -> None:
    """Join the source of an attribution, where it is a name or a description, with where it is named."""
    for a in page.attributions:
        if a.resolution is None or a.resolution.rule not in SAME or a.voice.mention is None:
            continue
        source, named = _source(page, index, a), head(page, index, a.voice.mention)
        if source is None or named is None or source.form is Form.PRONOUN or source is named:
            continue
        one, other = chains.of[named], chains.of[source]
        if one.agrees(other) and one.plural == other.plural:
            chains.join(named, source, "voice")


def head(page: Page, index: Index, span: Span) -> Spot | None:
    """The spot that a phrase is about: "X" of "X, adviser to Y", "embassy" of "Vestmark's embassy"."""
    found = index.over(span)
    free = (s for s in found if not page.words[s.last].possessive or s.span.end >= span.end - 2)
    return next(free, found[0] if found else None)


def _source(page: Page, index: Index, a: Attribution) -> Spot | None:
    return next((s for span in a.source if (s := head(page, index, span)) is not None), None)


def referent(page: Page, chains: Chains, index: Index, number: int, key: str) -> Chain | None:
    """The chain that a pronoun as the source of an attribution goes back to; a body's "he" is its spokesman."""
    a = page.attributions[number]
    if a.resolution is None or a.resolution.rule not in SAME or a.voice.mention is None:
        return None
    if key in HUMAN and a.voice.kind is not VoiceKind.PERSON:
        place = a.source[0].begin if a.source else 0
        for other in reversed(page.attributions[max(0, number - EARLIER) : number]):
            spot = _source(page, index, other)
            if other.source and other.source[0].begin < place and other.voice.id == a.voice.id and spot is not None:
                if spot.kind is ActorKind.PERSON and spot in chains.of:
                    return chains.of[spot]
    named = head(page, index, a.voice.mention)
    return chains.of.get(named) if named is not None else None


def speakers(page: Page, chains: Chains, index: Index) -> list[tuple[Span, Chain]]:
    """Quoted stretches and who speaks there, innermost attributions last."""
    out = []
    for a in page.attributions:
        spot = _source(page, index, a)
        if spot is None and a.voice.mention is not None and a.voice.kind in ACTORS:
            spot = head(page, index, a.voice.mention)
        if spot is not None and spot in chains.of:
            out += [(span, chains.of[spot]) for span in a.content]
    return sorted(out, key=lambda x: (x[0].begin, -x[0].end))
