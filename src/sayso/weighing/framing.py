"""Who tells a claim by a phrase of its own sentence that reading took for no attribution.

"..., as the ministry made known", "if one follows the General Staff", "23 dead are counted by the Observatory", "they
learned from the Committee", "the ministry, which says that ...", "..., swears the mayor".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.text.name_keys import name_key
from sayso.types.actor import Actor, ActorKind
from sayso.types.attribution import Attribution, VoiceKind
from sayso.types.span import Span
from sayso.types.weighing import Teller
from sayso.weighing.offices import fuller, of_form
from sayso.weighing.sources.cleaning import DANGLING, nobody
from sayso.weighing.sources.phrases import describe
from sayso.weighing.tellers import OUR_PEOPLE, Voices, of_actor

NEAR: Final = 6  # characters between the beginning of a phrase and the name in it ("the ")
LONG: Final = 90  # characters of a phrase that names somebody
FAR: Final = 400  # characters around an event's word that are looked at, however long its sentence was made
_SAYS = (
    r"(?:said|says?|stat(?:es?|ed)|announc(?:es?|ed)|declar(?:es?|ed)|report(?:s|ed)?|wr(?:ites?|ote|itten)|told|tells?"
    r"|add(?:s|ed)|confirm(?:s|ed)?|insist(?:s|ed)?|maintain(?:s|ed)?|claim(?:s|ed)?|admit(?:s|ted)?|conced(?:es?|ed)"
    r"|explain(?:s|ed)?|repeat(?:s|ed)|(?:went|goes|go)\s+on|continued|continues|repl(?:ies|ied)|answer(?:s|ed)"
    r"|swears?|swore|argu(?:es?|ed)|warn(?:s|ed)|not(?:es|ed)|stress(?:es|ed)|assert(?:s|ed)?|alleg(?:es?|ed)"
    r"|inform(?:s|ed)|ma[dk]es?\s+(?:it\s+)?(?:known|public)|lets?\s+it\s+be\s+known|communicat(?:es|ed)|assur(?:es|ed)"
    r"|disclos(?:es|ed)|recount(?:s|ed))"
)
_OF_IT = r"(?:(?:has|have|had|puts?|tells?|told|sees?|saw|described?|describes|call(?:s|ed))\s+(?:it|them|this))"
_POINTS = r"(?:point(?:s|ed|ing)\s+(?:it\s+)?out|remind(?:s|ed|ing)|repeat(?:s|ed|ing)|saying|stressing|insisting)"
_HAS = r"(?:(?:has|have|had|keeps?|kept|also|later|since|once|already|itself|himself|herself)\s+){0,3}"
_CHAR = r"(?:[^,;:.“”\"()]|(?<=\b[A-Z])\.)"  # "M. Blanc" goes on
_WHO = rf"(?P<who>(?!\s){_CHAR}{_CHAR}{{1,70}}?)"
_BESIDE = rf"(?P<beside>,\s{_CHAR}{{2,60}}?,)?"
_AT_END = r"(?P<who>[^,;:.“”\"()?!]{2,90})"
_MADE = (
    r"(?:counted|recorded|documented|made\s+(?:public|known)|announced|confirmed|reported|stated|declared|communicated"
    r"|disclosed|disavowed|denied|claimed|admitted|put\s+out|given\s+out|put\s+about)"
)
_VIEW = r"(?:account|count|telling|version|words|reckoning|reading)"
_REPORTER = r"(?:correspondents?|reporters?|journalists?|photographers?)"
_WAS_THERE = r"(?:stood|sat|saw|watched|counted|was|were|went|walked|looked|heard|filmed|photographed)"
_PICTURES = r"(?:images?|pictures?|photographs?|photos?|frames?|footage|videos?|recordings?)"


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words.replace(" ", r"\s+"))


# Phrases that may stand before a claim or behind it.
_AROUND = (
    _pattern(rf"\b[Aa]s {_WHO}{_BESIDE}\s+{_HAS}(?:{_OF_IT}|{_SAYS}|{_POINTS})\b"),
    _pattern(rf"\b[Aa]s (?:\w+ )?{_MADE} (?:\w+ )?by {_AT_END}"),
    _pattern(rf"\b[Ii]f (?:one|you|we) (?:believes?|follows?|trusts?|credits?|goes by|go by|listens? to) {_AT_END}"),
    _pattern(rf"\b[Ii]f {_WHO} (?:is|are) (?:right|correct|to be (?:believed|trusted|credited))\b"),
    _pattern(rf"\b[Ii]f {_WHO}['’]s? (?:word|account|version|claim|figures?|statement|numbers?)s? (?:is|are|holds?)\b"),
    _pattern(rf"\b(?:[Gg]oing by|[Tt]o go by|[Ii]n the words of|[Oo]n the word of|[Aa]ccording to|[Pp]er) {_AT_END}"),
    _pattern(rf"\b(?:[Bb]y|[Ii]n) {_WHO}['’]s? (?:own )?{_VIEW}\b"),
    _pattern(rf"\b(?:[Bb]y|[Ii]n) (?P<who>its|their|his|her) (?:own )?{_VIEW}\b"),
)
# Phrases that only stand behind it.
_BEHIND = (
    _pattern(rf"\b(?:learn|learns|learned|learnt|heard|hears?|know|knows) (?:(?:this|it|that) )?from {_AT_END}"),
    _pattern(rf"(?:,|\b(?:is|are|was|were|been|be)) (?:(?:also|first|later|since) )?{_MADE} (?:\w+ )?by {_AT_END}"),
    _pattern(
        rf"[,”\"] (?:so |it )?(?:was|is) (?:said|reported|heard|learned|learnt|communicated|delivered) from {_AT_END}"
    ),
    _pattern(rf",[”\"]? {_WHO}(?:, (?:an?|the) [^,;:.]{{3,90}},)?\s+{_HAS}{_SAYS}\b(?! (?:that|so)\b)"),
    _pattern(rf"[,”\"] (?:so )?(?:{_SAYS}|found|finds) {_AT_END}"),
)
# And one that only stands before it.
_OUTLET = r"(?P<who>(?:[Tt]he )?[^\W\d_a-z][^,;:.“”\"()]{1,40}?)"
_BEFORE = (
    _pattern(rf"(?P<who>[^,;:“”\"()]{{2,90}}), (?:which|who) {_HAS}{_SAYS}(?: that)?(?= )"),
    _pattern(rf"{_OUTLET}['’]s? (?:own )?(?:\w+ )?{_REPORTER} {_WAS_THERE}\b"),
    _pattern(rf"\b(?:[Aa]n?|[Tt]wo|[Tt]he) {_REPORTER} (?:of|for|from|with) {_OUTLET} {_WAS_THERE}\b"),
    _pattern(rf",[”\"]? {_WHO} {_HAS}{_SAYS}, and(?= )"),
)
_ACT = re.compile(rf"\b(?:{_SAYS}|proclaim|congratulat|call|acknowledg|retract|promis|hail)", re.I)
_SEEN = _pattern(
    rf"[;,–—] {_OUTLET}['’]s? (?:own )?(?:\w+ )?{_REPORTER} (?:(?:has|have|had) )?(?:seen|saw|counted|filmed)"
    r" (?:it|them|this|that|him|her)\b"
)
_MAY_HOLD = (*_AROUND, _BEHIND[1])  # the word of the event may be one of these: "had been disavowed by the ministry"
_SHOWN = _pattern(
    rf"\b(?:counted|seen|visible|discernible|made out|identified|recognis?z?ed|recogni[sz]able) (?:clearly )?(?:on|in)"
    rf" (?P<paper>(?:the |these |new )?(?:[\w-]+ ){{0,2}}?{_PICTURES}\b[^,;:.]{{0,60}})"
)
_NO_SUBJECT = re.compile(
    r"(?:and|but|or|nor|which|who|whom|whose|that|while|when|where|because|after|before|as|if|though|although|so|since"
    r"|until|than|then|also|not|to|of|in|on|at|by|from|for|with)\b",
    re.I,
)
_OF_WHOM = re.compile(
    r"(?:\s(?:of|in|from|at|within|close\s+to|near)\s(?:(?:the|an?|its|their)\s)?(?:[\w’'-]+\s)??[\w’'-]+(?=$|[\s,.;:])){1,2}?"
    r"(?=$|[,.;:]|\s(?:that|who|which|when|and|but|on|for|after|before|at|this|as|in|to|got|had|has|have|were|was|are|is|\w+ed)\b)"
)
_TIMES = re.compile(
    r"\s(?:(?:on|during|this|last|late|early|earlier|later|yesterday|today|only|once)\b"
    r"|(?:in|at)\s+(?:(?:this|the|an?)\s+)?(?:\w+\s+)?(?:morning|evening|afternoon|night|noon|lunchtime|dawn|once|statement"
    r"|note|message|post)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_PROPER = re.compile(
    r"(?:[Tt]he\s+)?(?P<name>(?!(?:The|An?|This|That|These|Those)\b)[^\W\d_a-z][\w&.-]*(?:['’](?!s?\s)[\w&.-]+)?(?:\s+(?:of\s+(?:the\s+)?)?[^\W\d_a-z][\w&.-]*){0,4})"
)
_GENITIVES = ("'s", "’s", "' ", "’ ")
_WORDS = re.compile(r"(?!(?:the|an?|its|their|his|her)\s)\b[^\W\d_](?![\w]*['’]s?\s)\w*\s", re.I)
_PRONOUN = re.compile(r"(?:he|she|it|they|his|her|its|their)\b", re.I)
# "It threw in a trophy, too: ...", "The answer came at once: ..."
_GOES_ON = re.compile(r"(?:He|She|It|They)\s[^;:.“”\"]{3,60}?\b(?:too|as\s+well|besides|also)\b[^;:.“”\"]{0,30}$")
_ANSWER = re.compile(
    r"(?:The|Its|Their|Her|His)\s+(?:answer|reply|response)\s+(?:came|was|is|followed)\b[^;:.“”\"]{0,40}$"
)
_THEY = re.compile(r"[Tt]hey\b")
_IT = re.compile(r"[Ii]ts?\b")
_ACCOUNT = re.compile(
    r"(?P<who>\b(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)|(?:[Tt]he\s+)?[^\W\d_a-z][\w-]*['’]s?)\s+(?:\w+\s+){0,2}?(?:findings?|conclusions?"
    r"|verdict|answer|reply|account|explanation|version|message|count|tally|statement|report)\b[^:]{0,30}$"
)
_PEOPLE = re.compile(
    r"(?:(?:an?|one|two|three|four|five|six|several|some|many|both|the)\s+)(?:[\w’'-]+\s+){0,3}?"
    r"(?:officials?|officers?|mediators?|diplomats?|sources?|soldiers?|residents?|people|men|women|witnesses|neighbours?"
    r"|spokes\w+|doctors?|employees?|partner|members?|experts?|analysts?)\b",
    re.I,
)
_BREAK = re.compile(r";|\b(?:but|while|whereas)\b")


def _kind(name: str) -> VoiceKind:
    """A body by its words or its letters; else an outlet or a person, of which the articles know more."""
    body = describe(name).body
    known = name.isupper() or " of " in name or (body is not None and not body.head.startswith("~"))
    return VoiceKind.ORGANISATION if known else VoiceKind.PERSON


@dataclass(frozen=True, slots=True)
class _Found:
    teller: Teller
    far: int


class Frames:
    """Phrases of one text that say who tells what stands beside them."""

    def __init__(self, voices: Voices, attributions: Sequence[Attribution], sentences: Sequence[Span]) -> None:
        self.text, self.people, self.voices, self.sentences = voices.text, voices.people, voices, sentences
        self.attributions = [
            a
            for a in attributions
            if a.voice.kind is not VoiceKind.ARTICLE and a.voice.name and not OUR_PEOPLE.match(a.voice.name)
        ]
        self.sources = sorted((s.begin, k) for k, a in enumerate(self.attributions) for s in a.source)
        self.cues = sorted((a.cue[0].begin, k) for k, a in enumerate(self.attributions) if a.source and a.cue)

    def teller(self, sentence: Span, at: int) -> Teller | None:
        """Who tells the event whose word stands at ``at``; ``None`` where no phrase of its sentence says so."""
        sentence = Span(max(sentence.begin, at - FAR), min(sentence.end, at + FAR))
        part = self._part(sentence, at)
        found = [f for f in self._all(part, at) if f is not None]
        if not found and self.text[part.begin - 1 : part.begin] == ":":
            found = list(self._of_colon(Span(sentence.begin, max(part.begin - 1, sentence.begin + 1))))
        if not found:
            found = list(self._acting(part, at))
        seen = _SEEN.search(self.text, at, sentence.end) if not found else None
        teller = self._who(Span(*seen.span("who")), loose=True) if seen is not None else None
        if teller is not None:  # "Two are said to be dead; the Gazette's reporter has seen them"
            return replace(teller, kind=VoiceKind.OUTLET, key=name_key(teller.name or "") or None)
        return min(found, key=lambda f: f.far).teller if found else None

    def _part(self, sentence: Span, at: int) -> Span:
        """The part of a sentence between semicolons and colons that holds an offset."""
        cuts = [m.end() for m in re.finditer(r"[;:](?=\s)", sentence.of(self.text))]
        begin = max((sentence.begin + c for c in cuts if sentence.begin + c <= at), default=sentence.begin)
        end = min((sentence.begin + c - 1 for c in cuts if sentence.begin + c > at), default=sentence.end)
        return Span(begin, max(end, begin + 1))

    def _all(self, part: Span, at: int) -> Iterator[_Found | None]:
        for patterns, before, behind in ((_AROUND, True, True), (_BEHIND, False, True), (_BEFORE, True, False)):
            for pattern in patterns:
                for found in pattern.finditer(self.text, part.begin, part.end):
                    inside = found.start() <= at < found.end()
                    there = pattern in _BEFORE[1:3]
                    if inside and not there and pattern not in _MAY_HOLD:
                        continue
                    if not inside and not (before if found.end() <= at else behind):
                        continue
                    between = self.text[min(found.end(), at) : max(found.start(), at)]
                    ends = pattern in _BEHIND[-2:] and part.end - found.end() < NEAR  # "A, but B, they say."
                    if _BREAK.search(between) and not ends:
                        continue
                    who = Span(*found.span("who"))
                    beside = found.groupdict().get("beside")
                    who = Span(who.begin, who.end + len(beside)) if beside else who
                    teller = self._who(who, loose=pattern is not _BEHIND[-1])
                    if teller is not None and there:
                        teller = replace(teller, kind=VoiceKind.OUTLET, key=name_key(teller.name or "") or None)
                    yield None if teller is None else _Found(teller, len(between))
        shown = _SHOWN.search(self.text, at, part.end)
        if shown is not None:
            span = Span(*shown.span("paper"))
            yield _Found(Teller("", VoiceKind.DOCUMENT, span.of(self.text), mention=span, cue=(span,)), LONG)

    def _of_colon(self, part: Span) -> Iterator[_Found]:
        """ "Nonsense, replied the Third Assault: ..." """
        for pattern in (*_AROUND, *_BEHIND[-2:]):
            for found in pattern.finditer(self.text, part.begin, part.end):
                teller = self._who(Span(*found.span("who")), loose=False)
                if teller is not None:
                    yield _Found(teller, part.end - found.end())

        going = _GOES_ON.match(self.text, part.begin, part.end)
        answer = _ANSWER.match(self.text, part.begin, part.end)
        if going is not None or answer is not None:
            teller = self._antecedent(part) if going is not None else self._other(part)
            if teller is not None:
                yield _Found(teller, LONG)
        own = _ACCOUNT.search(self.text, part.begin, part.end)
        if own is not None:
            teller = self._who(Span(*own.span("who")), loose=False)
            if teller is not None:
                yield _Found(teller, LONG)

    def _other(self, part: Span) -> Teller | None:
        """Who answers: whoever was named last in the sentence before."""
        before = max((s for s in self.sentences if s.end <= part.begin), default=None)
        found = self.people.before(part.begin, before.begin) if before is not None else None
        return of_actor(found[1], found[0], part) if found is not None else None

    def _acting(self, part: Span, at: int) -> Iterator[_Found]:
        """Who speaks in an act of saying that was read as the event itself: "she told a meeting"."""
        for a in self._between(self.cues, part.begin, part.end):
            if nobody(a.voice.name or "") or not part.covers(a.cue[0]):
                continue
            if _ACT.search(a.cue[0].of(self.text)) and a.cue[0].begin <= at < a.cue[-1].end + NEAR * 2:
                yield _Found(replace(self.voices.teller(a.voice), mention=a.source[0], cue=a.cue), 0)

    def _between(self, rows: Sequence[tuple[int, int]], begin: int, end: int) -> list[Attribution]:
        """The attributions of rows that begin at ``begin`` or behind it and before ``end``, as they were read."""
        some = {k for _, k in rows[bisect_left(rows, (begin, 0)) : bisect_left(rows, (end, 0))]}
        return [self.attributions[k] for k in sorted(some)]

    def who(self, phrase: Span) -> Teller | None:
        """Whom a phrase at the beginning of a clause names."""
        return self._who(phrase, loose=True)

    def _who(self, phrase: Span, *, loose: bool, proper: bool = True) -> Teller | None:
        """Whom a phrase names: a source that reading knows, an actor, a proper name, people without one."""
        words = phrase.of(self.text)
        begin = phrase.begin + len(words) - len(words.lstrip())
        if _NO_SUBJECT.match(self.text, begin, phrase.end):
            return None
        cut = _TIMES.search(self.text, begin, phrase.end)
        phrase = Span(begin, cut.start() if cut else phrase.end)
        if phrase.end <= phrase.begin:
            return None
        named = self._beside(phrase)
        if named is not None:
            return named
        for a in self._between(self.sources, phrase.begin - NEAR, phrase.begin + NEAR + 1):
            if not nobody(a.voice.name or ""):
                return replace(self.voices.teller(a.voice), mention=phrase, cue=(phrase,))
        actor = self._actor(phrase, loose=loose)
        written = self._written(phrase, proper=proper)
        whole = written.name if written is not None and written.kind is not VoiceKind.UNNAMED else None
        if actor is None or (whole and (whole.isupper() or (actor.key is None and fuller(whole, actor.name)))):
            return written
        office = of_form(actor.office.of(self.text)) if actor.office is not None else None
        return replace(of_actor(actor, phrase, phrase), office=office)

    def _beside(self, phrase: Span) -> Teller | None:
        """The person whose name stands behind an office: "the head of the department, M. Blanc,"."""
        comma = self.text.find(", ", phrase.begin, phrase.end)
        rows = self.people.touching(Span(comma, phrase.end)) if comma >= 0 else ()
        actor = next((a for s, _, a in rows if s.begin == comma + 2 and a.kind is ActorKind.PERSON), None)
        if actor is None or self.text[phrase.begin].isupper():
            return None
        made = of_actor(actor, phrase, phrase)
        return replace(made, office=of_form(" ".join(self.text[phrase.begin : comma].split())), public=True)

    def _actor(self, phrase: Span, *, loose: bool) -> Actor | None:
        rows = [r for r in self.people.touching(phrase) if r[0].begin >= phrase.begin - 1]
        rows = [r for r in rows if not self.text.startswith(_GENITIVES, r[0].end)]
        if _THEY.match(self.text, phrase.begin, phrase.end):  # never whoever the sentence itself is about
            rows = [r for r in rows if not self._subject(r[2], phrase.begin)]
        near = [r for r in rows if not _WORDS.search(self.text, phrase.begin, r[0].begin)]
        if not near and loose:
            near = [r for r in rows if r[2].kind is ActorKind.PERSON and r[2].name[:1].isupper()]
        near = [r for r in near if r[2].kind is not ActorKind.GROUP and (r[2].key or r[2].name[:1].isupper() or loose)]
        near = [r for r in near if r[2].name.split()[-1] not in DANGLING and not OUR_PEOPLE.match(r[2].name)]
        best = max(near, key=lambda r: (r[2].kind is ActorKind.PERSON, r[0].end - r[0].begin), default=None)
        return best[2] if best is not None else None

    def _subject(self, actor: Actor, at: int) -> bool:
        begin = max((s.begin for s in self.sentences if s.begin <= at), default=0)
        return any(begin <= m.span.begin < at for m in actor.mentions)

    def _written(self, phrase: Span, *, proper: bool) -> Teller | None:
        if _PRONOUN.match(self.text, phrase.begin, phrase.end):
            return self._antecedent(phrase)
        people = _PEOPLE.match(self.text, phrase.begin, phrase.end)
        name = None if people or not proper else _PROPER.match(self.text, phrase.begin, phrase.end)
        if name is not None and len(name["name"]) > 2:
            span = Span(*name.span("name"))
            if self.text.startswith(_GENITIVES, span.end):
                span = Span(span.begin, phrase.end)
            return Teller("", _kind(span.of(self.text)), span.of(self.text), public=False, mention=span, cue=(phrase,))
        if people is None:
            return None
        rest = _OF_WHOM.match(self.text, people.end(), phrase.end)
        span = Span(phrase.begin, rest.end() if rest else people.end())
        return Teller("", VoiceKind.UNNAMED, " ".join(span.of(self.text).split()), mention=span, cue=(phrase,))

    def _antecedent(self, pronoun: Span) -> Teller | None:
        """Who is meant by a pronoun that nobody resolved: the subject of the sentence before, else who spoke last."""
        paragraph = self.text.rfind("\n", 0, pronoun.begin) + 1
        here = max(i for i in (*(s.begin for s in self.sentences if s.begin <= pronoun.begin), 0))
        before = max((s for s in self.sentences if paragraph <= s.begin and s.end <= here), default=None)
        if before is not None and not _PRONOUN.match(self.text, before.begin):
            subject = Span(before.begin, min(before.end, before.begin + LONG))
            teller = self._who(subject, loose=False, proper=False)
            if teller is not None:
                return teller
            if _IT.match(self.text, pronoun.begin):
                bodies = (ActorKind.ORGANISATION, ActorKind.FORCE)
                rows = self.people.named_before(before.end, before.begin)
                body = next(((s, a) for s, a in rows if a.kind in bodies), None)
                if body is not None:
                    return of_actor(body[1], body[0], pronoun)
        spoken = [(s.end, a) for a in self.attributions for s in a.source if s.end <= here]
        last = max(spoken, key=lambda row: row[0], default=None)
        if last is None or self.text.count("\n\n", last[0], here) > 1 or nobody(last[1].voice.name or ""):
            return None
        return replace(self.voices.teller(last[1].voice), mention=pronoun, cue=(pronoun,))
