"""Which name, if any, a source phrase is headed by."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.names import Name
from sayso.reading.voices.phrase import ARTICLES, LINKS, PREPOSITIONS, RELATIVES, Phrase, listed
from sayso.reading.voices.words import Word

STATES = frozenset("state republic kingdom emirate sultanate commonwealth federation statelet enclave".split())


def speaker_name(phrase: Phrase, names: Sequence[Name], lexicon: Lexicon) -> Name | None:
    """The name that heads a source phrase or stands beside its head, ``None`` when nobody is named."""
    inside = [n for n in names if phrase.words[0].begin <= n.span.begin and n.span.end <= phrase.words[-1].end]
    core_end = phrase.core[-1].end
    written = phrase.noun in lexicon.documents or phrase.noun in lexicon.channels
    for name in inside:
        if written and name.span.begin > phrase.core[phrase.head].begin:
            return None  # "a poll by the institute Vox Neris"
        if name.span.end <= core_end and (_heads(phrase.core, name, lexicon) or _state(phrase, name)):
            return name
    if written:
        return None
    for part in phrase.parts[1:]:
        if part[0].key in RELATIVES and not {"name", "names", "sign"} & {w.key for w in part}:
            return None  # "who gave only his first name, Nasir" names the speaker
        for name in inside:
            if part[0].begin <= name.span.begin and name.span.end <= part[-1].end and _alone(part, name, lexicon):
                return name
    return None


def _state(phrase: Phrase, name: Name) -> bool:
    """ "The neighbouring state of Dorrea": the name of what the noun only classes."""
    after = phrase.after
    return phrase.noun in STATES and len(after) > 1 and after[0].key == "of" and after[1].begin == name.span.begin


def _place_in(part: Sequence[Word], name: Name) -> tuple[int, int]:
    hit = [k for k, w in enumerate(part) if w.begin < name.span.end and name.span.begin < w.end]
    return (hit[0], hit[-1] + 1) if hit else (0, 0)


def _heads(core: Sequence[Word], name: Name, lexicon: Lexicon) -> bool:
    """True when the name is the head of the phrase and neither owner, modifier nor complement."""
    first, end = _place_in(core, name)
    if end == 0:
        return False
    if end < len(core):
        if core[end - 1].possessive or not _ends_name(core, end, name, lexicon):
            return False
    return not _governed(core, first, name.person, lexicon)


def _ends_name(core: Sequence[Word], end: int, name: Name, lexicon: Lexicon) -> bool:
    """True when ``core[end]``, the word behind a name, does not make the name its modifier."""
    after = core[end]
    if after.key in PREPOSITIONS or after.key in RELATIVES or after.key.isdigit():
        return True
    if after.key.endswith(("ed", "ing")) and not listed(after, lexicon):
        return True
    if name.person:
        return False
    medium = after.key in lexicon.media - {"paper"} and end + 1 == len(core)
    return after.key in LINKS or (medium and core[0].key not in ("a", "an"))


def _governed(core: Sequence[Word], first: int, person: bool, lexicon: Lexicon) -> bool:
    """True when a preposition before ``core[first]`` takes that word ("spokesman for President X")."""
    beside = core[first - 1] if first else None
    plain = beside is not None and not beside.capital and beside.key not in lexicon.nationalities
    if plain and beside is not None and lexicon.role(beside.key) is None and lexicon.organisation(beside.key) is None:
        person = False  # "a healer of the clinic Mercy"
    for k in range(first - 1, -1, -1):
        word = core[k]
        if word.key in PREPOSITIONS or word.key in RELATIVES:
            return k > 0
        if not person:
            continue
        if word.possessive or lexicon.organisation(word.key) is not None:
            return False
        known = lexicon.role(word.key) is not None or word.key in ARTICLES or word.key in lexicon.nationalities
        if word.capital and not word.key.isdigit() and not known:
            return False
    return False


def _alone(part: Sequence[Word], name: Name, lexicon: Lexicon) -> bool:
    """True when an apposition is no more than the name with its titles."""
    first, end = _place_in(part, name)
    if end == 0 or (end < len(part) and not (part[end].key in PREPOSITIONS or part[end].key in RELATIVES)):
        return False
    if part[end - 1].possessive and end < len(part):
        return False
    return not any(w.key in PREPOSITIONS or w.key in RELATIVES for w in part[:first])
