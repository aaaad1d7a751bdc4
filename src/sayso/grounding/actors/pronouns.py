"""Pronouns joined to the most salient actor that agrees with them.

Salience follows Lappin and Leass (1994): how many sentences back, subject or not, named or not, how often before; the
reading's own answer comes first where a pronoun is a source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sayso.grounding.actors.chains import BODIES, Chain, Chains
from sayso.grounding.actors.spots import Form, Index, Page, Spot
from sayso.grounding.actors.voices import referent, speakers
from sayso.types.actor import ActorKind
from sayso.types.attribution import VoiceKind
from sayso.types.span import Span

PERSONS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}
MANY = frozenset("they them their theirs themselves".split())
THING = frozenset("it its itself".split())
SPEAKER = frozenset("i me my mine myself".split())
SPEAKERS = frozenset("we us our ours ourselves".split())
OBJECT = frozenset("him them it".split())  # never the subject of their own clause
ALL = frozenset(PERSONS) | MANY | THING | SPEAKER | SPEAKERS
BACK = {"person": 5, "many": 2, "thing": 1}  # sentences back that are searched
# Weights in halves of a sentence's recency, set on the project's training articles and GUM's training news.
RECENT = (1.0, 0.62, 0.36, 0.22, 0.14, 0.08)
SUBJECT, NAMED, OFTEN, OBLIQUE, QUOTED, SOURCE = 0.35, 0.1, 0.04, 0.25, 0.3, 0.15
LEAST = {"person": 0.1, "many": 0.5, "thing": 1.1}
EMPTY = frozenset("seems seemed appears appeared takes took rained turned turns emerged follows followed looks".split())
BE = frozenset("is was 's will has would remains became becomes could may might".split())
# "It is clear that", "it was reported that": nobody
CLEAR = frozenset(
    "clear unclear likely unlikely possible impossible reported rumoured rumored said alleged believed known "
    "estimated thought not true easy hard difficult important necessary time too the a an been be also now "
    "understood hoped feared claimed expected about only because how what why like".split()
)
PREPOSITIONS = frozenset("of in on at by for from to with into against between among about near under over".split())


def join_pronouns(page: Page, chains: Chains, index: Index) -> None:
    """Add the pronouns of the text to the chains, in reading order."""
    sources = {s.begin: k for k, a in enumerate(page.attributions) for s in a.source[:1]}
    voices = speakers(page, chains, index)
    begins = [span.begin for span, _ in voices]
    salience = _Salience(page, chains)
    for number, word in enumerate(page.words):
        if word.key not in ALL or word.possessive or (word.key == "us" and word.capital):
            continue
        spot = Spot(
            word.span, Form.PRONOUN, _kind(word.key), number, number, gender=PERSONS.get(word.key, ""), tail=number
        )
        chain: Chain | None = None
        here = _speaking(voices, begins, word.begin)
        source = sources.get(word.begin)
        if source is not None:
            if page.attributions[source].voice.kind is VoiceKind.DOCUMENT and word.key in THING | MANY:
                continue
            chain = referent(page, chains, index, source, word.key)
            chain = chain if chain is not None and _allowed(chain, word.key, spot.gender) else None
        if chain is None and word.key in SPEAKER | SPEAKERS:
            chain = here if here is not None and page.inside_quotation(word.begin) else None
            if chain is not None and word.key in SPEAKERS and chain.human and not chain.public:
                chain = None
        elif chain is None:
            chain = salience.find(spot, word.key, here)
        if chain is not None:
            chains.add(spot, chain, "pronoun")
            salience.note(spot, chain)


def _kind(key: str) -> ActorKind:
    if key in PERSONS or key in SPEAKER:
        return ActorKind.PERSON
    return ActorKind.GROUP if key in MANY | SPEAKERS else ActorKind.ORGANISATION


def _allowed(chain: Chain, key: str, gender: str) -> bool:
    if key in PERSONS:
        return chain.human and (not chain.gender or chain.gender == gender)
    return not chain.human if key in THING else True


def _speaking(voices: Sequence[tuple[Span, Chain]], begins: Sequence[int], place: int) -> Chain | None:
    """Who speaks at a place: the innermost content around it."""
    for k in range(bisect_right(begins, place) - 1, max(-1, bisect_right(begins, place) - 40), -1):
        if voices[k][0].end > place:
            return voices[k][1]
    return None


class _Salience:
    """The spots so far, sentence by sentence, and how much each asks to be taken up."""

    def __init__(self, page: Page, chains: Chains) -> None:
        self._page = page
        self._chains = chains
        self._by_sentence: dict[int, list[Spot]] = {}
        for spot in chains.of:
            self._by_sentence.setdefault(page.words[spot.first].sentence, []).append(spot)
        for spots in self._by_sentence.values():
            spots.sort(key=lambda s: s.span.begin)
        self._sources = {s.begin for a in page.attributions for s in a.source}
        self._seen: dict[int, int] = {}

    def note(self, spot: Spot, chain: Chain) -> None:
        """A pronoun has joined a chain and may be taken up itself."""
        spots = self._by_sentence.setdefault(self._page.words[spot.first].sentence, [])
        spots.append(spot)
        spots.sort(key=lambda s: s.span.begin)

    def find(self, spot: Spot, key: str, speaking: Chain | None) -> Chain | None:
        """The most salient chain that a pronoun may mean; ``None`` when none is salient enough."""
        sort = "person" if key in PERSONS else "many" if key in MANY else "thing"
        if key == "it" and self._empty(spot.first):
            return None
        here = self._page.words[spot.first].sentence
        quoted = self._page.inside_quotation(spot.span.begin)
        scores: dict[int, tuple[float, Chain]] = {}
        for back in range(BACK[sort] + 1):
            spots = [s for s in self._by_sentence.get(here - back, ()) if s.span.begin < spot.span.begin]
            for k, other in enumerate(spots):
                chain = self._chains.of[other]
                if not _agrees(chain, key, spot.gender, other) or (chain is speaking and quoted and sort == "person"):
                    continue
                subject = self._subject(spots, k)
                if back == 0 and subject and key in OBJECT and self._page.joined(other.last, spot.first):
                    continue
                score = self._score(other, chain, back, subject, quoted)
                if sort == "many" and not chain.plural:
                    score -= 0.3 if chain.kind is not ActorKind.STATE else 0.4
                if chain.number not in scores or score > scores[chain.number][0]:
                    scores[chain.number] = (score, chain)
        best = max(scores.values(), key=lambda x: (x[0], x[1].number), default=None)
        return best[1] if best is not None and best[0] >= LEAST[sort] else None

    def _score(self, other: Spot, chain: Chain, back: int, subject: bool, quoted: bool) -> float:
        score = RECENT[back] + SUBJECT * subject * RECENT[back] + NAMED * chain.named
        score += OFTEN * sum(s.span.begin < other.span.end for s in chain.spots[:5])
        score += SOURCE * (other.span.begin in self._sources)
        before = self._page.words[other.first - 1].key if other.first else ""
        before = self._page.words[other.first - 2].key if before in ("the", "a", "an") and other.first > 1 else before
        score -= OBLIQUE * RECENT[back] * (before in PREPOSITIONS)
        return score - QUOTED * (self._page.inside_quotation(other.span.begin) != quoted)

    def _subject(self, spots: Sequence[Spot], k: int) -> bool:
        """True for the first actor of its sentence, or of its clause behind a comma."""
        return k == 0 or (self._page.words[spots[k].first].apart and spots[k].form is not Form.NOUN)

    def _empty(self, number: int) -> bool:
        words = self._page.words
        behind = [w.key for w in words[number + 1 : number + 3]]
        if not behind or behind[0] in EMPTY:
            return bool(behind)
        return behind[0] in BE and len(behind) > 1 and behind[1] in CLEAR


def _agrees(chain: Chain, key: str, gender: str, spot: Spot) -> bool:
    if key in PERSONS:
        return chain.human and (not chain.gender or chain.gender == gender)
    if key in MANY:
        return not chain.human
    return chain.kind in BODIES and not (spot.form is Form.NOUN and spot.plural)
