"""Who goes on speaking in a sentence that names nobody: a quotation, a turn of an interview, "That is what X says"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sayso.text.quotes import Quotation, quotations
from sayso.types.attribution import Attribution, VoiceKind
from sayso.types.span import Span
from sayso.types.weighing import Teller
from sayso.weighing.framing import Frames
from sayso.weighing.sources.cleaning import nobody
from sayso.weighing.tellers import Voices

LONG: Final = 90  # characters of a phrase that names somebody
# A line that begins with who speaks in it.
_TURN = re.compile(r"(?P<who>[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,3}): +\S")
_ASKS = re.compile(
    r"(?:Q|Question|Presenter|Host|Anchor|Interviewer|Moderator|Reporter|Studio|Correspondent|Editor|Note|Update|Correction"
    r"|Photo|Picture|Source|Read more|See also)s?\b",
    re.I,
)
_THAT_IS = re.compile(
    r"(?:That|This|So|Such)\s+(?:at\s+least\s+)?(?:is|was)\s+(?:at\s+least\s+)?(?:what|how|the\s+(?:account|version|view|finding)\s+of"
    r"|according\s+to)\s+(?P<who>[^,;:.“”\"]{2,90})"
)
_AND_HE = re.compile(r"(?:And|But)\s+(?P<who>[^?,;:“”\"]{3,60})\?$")
_PRONOUN = re.compile(r"(?:He|She|It|They)\b")
_WENT_ON = re.compile(r"\b(?:went|goes|go)\s+on\b|\bcontinue[sd]\b")
_HE = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")


class Going:
    """What of one text is said by somebody who was named before it, or is behind it."""

    def __init__(
        self, voices: Voices, frames: Frames, attributions: Sequence[Attribution], sentences: Sequence[Span]
    ) -> None:
        self.text, self.voices, self.frames, self.sentences = voices.text, voices, frames, sentences
        self.told = [
            a
            for a in attributions
            if a.cue and a.voice.kind is not VoiceKind.ARTICLE and a.voice.name and not nobody(a.voice.name)
        ]
        self.quoted: tuple[Quotation, ...] | None = None
        self.asked: bool | None = None

    def teller(self, sentence: Span, at: int) -> Teller | None:
        """Who says what stands at ``at``; ``None`` where nothing shows it."""
        line = self._line(at)
        return self._turn(line) or self._quote(line, at) or self._behind(sentence, line)

    def _line(self, at: int) -> Span:
        begin, end = self.text.rfind("\n", 0, at) + 1, self.text.find("\n", at)
        return Span(begin, max(end if end >= 0 else len(self.text), begin + 1))

    def _turn(self, line: Span) -> Teller | None:
        found = _TURN.match(self.text, line.begin, line.end)
        if found is None or _ASKS.match(found["who"]) or not self._asked():
            return None
        return self.frames.who(Span(*found.span("who")))

    def _asked(self) -> bool:
        """Whether somebody asks in a line that begins with who speaks: then the text is an interview."""
        if self.asked is None:
            self.asked = any(_TURN.match(m[0]) for m in re.finditer(r"^.+\?[”\"]?$", self.text, re.M))
        return self.asked

    def _quote(self, line: Span, at: int) -> Teller | None:
        """A quotation that nobody is marked to say: whoever was quoted last in its paragraph, or "he" in it."""
        if self.quoted is None:
            self.quoted = tuple(q for q in quotations(self.text) if q.depth == 0)
        here = next((q for q in self.quoted if q.span.begin <= at < q.span.end), None)
        if here is None or here.span.end - here.span.begin < LONG // 3:
            return None
        beside = [a for a in self.told if line.covers(a.cue[0])]
        before = [a for a in beside if a.cue[0].begin < here.span.begin]
        if before or beside:
            return self._of((before or beside)[-1 if before else 0])
        lead = self.text[line.begin : here.span.begin]
        earlier = [a for a in self.told if a.cue[0].end <= line.begin]
        last = max(earlier, key=lambda a: a.cue[0].begin, default=None)
        if last is None or self.text.count("\n\n", last.cue[0].end, line.begin) > 1:
            return None
        return self._of(last) if not lead.strip() or _HE.search(lead) else None

    def _of(self, by: Attribution) -> Teller:
        made = self.voices.teller(by.voice)
        return replace(made, mention=by.source[0] if by.source else made.mention, cue=by.cue)

    def last(self, at: int) -> Teller | None:
        """Who spoke last before an offset, in this paragraph or the one before."""
        earlier = [a for a in self.told if a.cue[0].end <= at and a.source]
        last = max(earlier, key=lambda a: a.cue[0].begin, default=None)
        if last is None or self.text.count("\n\n", last.cue[0].end, at) > 1:
            return None
        return self._of(last)

    def _behind(self, sentence: Span, line: Span) -> Teller | None:
        """ "That is what the force has in its log"; a sentence behind "..., the ministry went on"."""
        k = next((k for k, s in enumerate(self.sentences) if s.begin == sentence.begin), None)
        if k is None:
            return None
        if k + 1 < len(self.sentences):
            found = _THAT_IS.match(self.text, self.sentences[k + 1].begin, self.sentences[k + 1].end)
            if found is not None:
                return self.frames.who(Span(*found.span("who")))
        asked = _AND_HE.match(self.text[self.sentences[k - 1].begin : self.sentences[k - 1].end].strip()) if k else None
        if asked is not None and _PRONOUN.match(self.text, sentence.begin):
            begin = self.sentences[k - 1].begin + asked.start("who")
            return self.frames.who(Span(begin, begin + len(asked["who"])))
        before = self.sentences[k - 1] if k and self.sentences[k - 1].begin >= line.begin else None
        if before is None:
            return None
        on = _WENT_ON.search(self.text, before.begin, before.end)
        said = [a for a in self.told if before.covers(a.cue[0])]
        if on is None or on.end() < before.end - 2 or any(sentence.covers(a.cue[0]) for a in self.told):
            return None
        if said:
            return self._of(said[-1])
        return self.frames.teller(before, before.begin)
