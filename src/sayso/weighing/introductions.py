"""How a text introduces those whom it quotes: the office beside a name, wherever that is, and other names.

Reading gives a voice the words of its own source. Most articles say who somebody is once, often in another sentence:
"Goran Vesk, who speaks for the delegation", "Ada Koro of the rescue service", "the head of the town, Fadil Orm".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sayso.types.actor import ActorKind
from sayso.types.span import Span
from sayso.weighing.offices import of_form
from sayso.weighing.people import People
from sayso.weighing.sources.lexicon import lexicon, look_up, plain
from sayso.weighing.sources.phrases import describe, items_of

_PROPER: Final = r"[^\W\d_a-z][\w'’-]*"
_NAME: Final = re.compile(rf"(?:{_PROPER}\.?\s+){{0,3}}(?:(?:al|el|at|as|ar|ad|an|de|von|van)[-\s])?{_PROPER}")
_STOP: Final = (
    r"(?=[,.;:)–—“”\"\n]|\s-\s|$"
    r"|\s(?:said|says|say|told|tells|wrote|writes|added|adds|has|had|was|is|who|which|that)\b)"
)
_BODY: Final = rf"(?P<body>[^,.;:()“”\"\n]{{3,70}}?){_STOP}"
_SPEAKS: Final = re.compile(
    r",?\s+(?:who|the\s+only\s+(?:\w+\s+){1,2}?(?:authori[sz]ed|allowed|entitled|empowered)\s+to)\s+"
    rf"(?:speaks?|spoke|talks?)\s+(?:for|on\s+behalf\s+of|in\s+the\s+name\s+of)\s+{_BODY}"
)
_LEADS: Final = re.compile(
    r",\s+(?:who|call\s+sign\s+[^,.;]{1,30},)\s+(?P<does>leads|heads|commands|chairs|runs|led|headed|commanded)\s+"
    + _BODY
)
_DOES: Final = {"le": "leader of", "he": "head of", "co": "commander of", "ch": "chair of", "ru": "head of"}
_BESIDE: Final = re.compile(
    rf",\s+(?!(?:who|which|that|as|and|but|or|when|where|while|after|before|in|on|at|from|to|with|by|so|not)\b)"
    rf"(?P<office>[^,.;:()“”\"\n]{{3,90}}?){_STOP}"
)
_OF: Final = re.compile(r"\s+of\s+(?P<body>(?:the\s+)?(?:[\w'’-]+\s+){0,4}?[\w'’-]+)")
_CALLED: Final = re.compile(
    rf",?\s+\(?(?:call\s*sign|nom\s+de\s+guerre|(?:better\s+)?known\s+(?:to\s+\w+\s+)?as|alias|also\s+called)\s+"
    rf"[“\"']?(?P<alias>{_PROPER}(?:\s+{_PROPER}){{0,2}})"
)
_BEFORE: Final = re.compile(
    r"\b(?:the|an?|its|their|his|her|our)\s+(?P<office>(?:(?!(?:have|has|had|is|are|was|were)\b)[\w'’-]+\s+){0,8}[\w'’-]+),\s+$",
    re.I,
)
_TITLES: Final = re.compile(r"(?:[\w'’-]+\s+){1,6}$")
_DETERMINERS: Final = frozenset("the a an its their his her our this that".split())
# A given name is not the first word of a sentence: that may be any word.
_WHOLE: Final = rf"(?<=[^\W_] |[,(“\"] )(?<!\. )(?:{_PROPER} (?:al-|at-|as-)?|{_PROPER} [A-Z]\. )LAST(?![\w-])"
_TWICE: Final = re.compile(r"\b([\w-]+['’]s?) \1\b")
_MORE: Final = 6  # words of a body behind "of"
_AROUND: Final = 120  # characters before a name in which his office stands


class Introductions:
    """Where one text says who somebody is."""

    def __init__(self, text: str, people: People) -> None:
        self.text, self.people = text, people

    def office(self, name: str) -> str | None:
        """The words that give whoever has this name an office in this text; ``None`` where there are none."""
        found = [office for at in self._places(name) for office in self._beside(at)]
        return max(found, key=lambda o: describe(o).body is not None, default=None)

    def whole(self, name: str) -> str | None:
        """The whole name of whom this text calls by the last one alone, where only one bears that here."""
        last = name.split()[-1]
        people = {a.name for a in self.people.by_id.values() if a.kind is ActorKind.PERSON}
        people |= {found[0] for found in re.finditer(_WHOLE.replace("LAST", re.escape(last)), self.text)}
        found = {p for p in people if len(p.split()) > 1 and p.split()[-1] == last and person_like(p)}
        return found.pop() if len(found) == 1 else None

    def alias(self, name: str) -> str | None:
        """What else he is called: a name of war, a call sign."""
        for at in self._places(name):
            found = _CALLED.match(self.text, at.end)
            if found is not None:
                return found["alias"]
        return None

    def _places(self, name: str) -> Iterator[Span]:
        for found in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", self.text):
            yield Span(*found.span())

    def _beside(self, at: Span) -> Iterator[str]:
        """All offices beside one place of a name, those that say it best first."""
        for pattern, role in ((_SPEAKS, "spokesman of"), (_LEADS, None)):
            found = pattern.match(self.text, at.end)
            if found is not None:
                yield f"{role or _DOES[found['does'][:2]]} {self._full(Span(*found.span('body')))}"
        beside = _BESIDE.match(self.text, at.end)
        if beside is not None and held(office := of_form(self._full(Span(*beside.span("office"))))):
            yield office
        begin = max(0, at.begin - _AROUND, self.text.rfind("\n", 0, at.begin) + 1)
        before = _BEFORE.search(self.text, begin, at.begin)
        span = Span(*before.span("office")) if before is not None else self._title(begin, at.begin)
        if span is not None and held(office := of_form(self._full(span))):
            yield office
        of = _OF.match(self.text, at.end)
        body = self._body(Span(*of.span("body"))) if of is not None else None
        if body is not None:
            yield f"official of {self._full(body)}"

    def _title(self, begin: int, end: int) -> Span | None:
        """The words right before a name that end in a role: "foreign minister", "the ministry's spokeswoman"."""
        found = _TITLES.search(self.text, begin, end)
        words = list(re.finditer(r"\S+", found[0])) if found is not None else []
        if found is None or not words or look_up(lexicon().people, plain(words[-1][0])) is None:
            return None
        first = len(words) - 1
        while first > 0 and _of_title(words[first - 1][0]):
            first -= 1
        return Span(found.start() + words[first].start(), found.start() + words[-1].end())

    def _body(self, span: Span) -> Span | None:
        """The first words of a stretch that are a body: no more of the sentence than its noun."""
        for word in list(re.finditer(r"\S+", self.text[span.begin : self.text.find("\n", span.end)]))[:_MORE]:
            end = span.begin + word.start() + len(word[0].rstrip(",.;:"))
            items = items_of(self.text[span.begin : end])
            if items and items[-1].kind == "body":
                return Span(span.begin, end)
            if word[0][-1] in ",.;:":
                return None
        return None

    def _full(self, span: Span) -> str:
        return _TWICE.sub(r"\1", " ".join(self.people.expanded(self.text, span).split()))


def held(office: str) -> bool:
    """Whether words are an office of public life: of a body, or held by one person; no calling of private people."""
    said = describe(office)
    items = items_of(office)
    place = next((k for k, i in enumerate(items) if i.kind == "people" and i.word == said.role), None)
    if place is None or said.former or (place + 1 < len(items) and items[place + 1].kind != "behind"):
        return False
    private = said.sorts <= {"c", "a"} and not said.held
    return not private and (said.held or said.spokes or said.body is not None)


def person_like(name: str) -> bool:
    """Whether a name is made as people's are: two words at least, none of them of a body, a country or an office."""
    items = items_of(name)
    proper = _NAME.fullmatch(name) is not None and not name.isupper()
    return proper and len(items) > 1 and all(i.kind == "word" and i.word not in lexicon().common for i in items)


def _of_title(word: str) -> bool:
    """Whether a word before a role belongs to it: a body, a country, another role, or a name in the possessive."""
    low = plain(word)
    if low in _DETERMINERS or not word[-1].isalnum():
        return False
    return word[:1].isupper() or word.endswith(("'s", "’s")) or any(i.kind != "word" for i in items_of(word))
