"""Sources without a name of their own, read by the class of their head noun."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.reading.voices.heading import speaker_name
from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.names import Name, kind_of
from sayso.reading.voices.phrase import (
    DEMONSTRATIVES,
    INDEFINITE,
    NUMBERS,
    OWNERS,
    RELATIVES,
    Phrase,
    description,
    take_apart,
)
from sayso.reading.voices.speaker import AGENTS, PUBLIC, Form, Speaker, gender_in
from sayso.reading.voices.words import Word, singular
from sayso.types.attribution import VoiceKind
from sayso.types.span import Span

Rule = Callable[[str, Phrase, Sequence[Name], Lexicon], "Speaker | None"]
REPORTED = frozenset("report article story dispatch piece column editorial scoop".split())
AUTHORED = frozenset({"issued", "released", "made", "written", "published", "posted", "put", "given", "sent", "signed"})
BEHIND = frozenset({"for", "of", "from", "at"})
GENERIC = frozenset({"man", "woman", "person", "guest", "caller", "speaker", "interviewee"})
SENT = frozenset({"observer", "monitor", "inspector", "investigator", "prosecutor", "delegate"})  # by a body, to see
ORDINALS = frozenset({"second", "third", "fourth", "other"})
DAILY = frozenset("morning evening daily weekly local regional provincial national tabloid opposition state".split())
BLAND = frozenset("chief deputy senior former official press first main then retired current new acting newly".split())


def described(text: str, phrase: Phrase, names: Sequence[Name], lexicon: Lexicon) -> Speaker:
    """A source without a name of its own: by the class of its head noun."""
    if len(phrase.parts) > 1 and (phrase.noun in GENERIC or {w.key for w in phrase.modifiers} & ORDINALS):
        second = take_apart(phrase.parts[1], lexicon)
        if second.determiner in ("a", "an") and lexicon.role(second.noun) is not None:
            phrase = second  # "the second guest, a retired colonel"
    for rule in DESCRIPTIONS:
        found = rule(text, phrase, names, lexicon)
        if found is not None:
            return found
    key = phrase.core[phrase.head].key
    if key in lexicon.crowds or phrase.determiner in DEMONSTRATIVES | {"his", "her"}:
        return _plain(phrase, VoiceKind.UNNAMED, human=True)
    person = phrase.noun.endswith(AGENTS) or _indefinite(phrase) or phrase.plural or not key.isalpha()
    if person or not (phrase.definite or phrase.owner):
        return _plain(phrase, VoiceKind.UNNAMED, human=True)
    return _plain(phrase, VoiceKind.ORGANISATION)


def _plain(phrase: Phrase, kind: VoiceKind, *, human: bool = False) -> Speaker:
    return Speaker(
        form=Form.DESCRIPTION,
        kind=kind,
        name=description(phrase),
        phrase=phrase,
        noun=phrase.noun,
        gender="" if human else "n",
        human=human,
        plural=phrase.plural,
        definite=phrase.definite,
        public=not human,
    )


def _indefinite(phrase: Phrase) -> bool:
    return phrase.determiner in INDEFINITE | NUMBERS or (phrase.plural and not phrase.definite and not phrase.owner)


def _spokesman(text: str, phrase: Phrase, names: Sequence[Name], lexicon: Lexicon) -> Speaker | None:
    flags = lexicon.role(phrase.noun)
    if flags is None or not ("s" in flags or _for_body(phrase, flags) or _sent(phrase, names)):
        return None
    gender = gender_in(flags)
    speaker = replace(_plain(phrase, VoiceKind.UNNAMED, human=True), gender=gender, public=True)
    if phrase.determiner in OWNERS:
        return replace(speaker, behind=phrase.core[:1], rule="spokesperson")
    narrow = tuple(w for w in phrase.modifiers if w.key not in BLAND)
    body = bool(narrow) and lexicon.organisation(narrow[-1].key) is not None  # "Russia's foreign ministry spokesman"
    own = bool(phrase.owner) and lexicon.organisation(phrase.owner[-1].key) is not None
    behind = (*phrase.owner, *narrow) if body and not own else phrase.owner or _complement(phrase) or narrow
    return replace(speaker, behind=behind, rule="spokesperson") if behind else replace(speaker, rule="spokesperson")


def _for_body(phrase: Phrase, flags: str) -> bool:
    """ "Its director", "its editors" speak for the body; "its adviser" for himself."""
    if phrase.determiner not in ("its", "their"):
        return False
    return "o" in flags or phrase.noun in ("delegate", "editor", "director", "manager", "lawyer", "press officer")


def _sent(phrase: Phrase, names: Sequence[Name]) -> bool:
    """ "Observers of the Lake Mission": several people who speak for the named body that sent them."""
    body = _complement(phrase, frozenset({"of", "from"}))
    if not body or not phrase.plural or phrase.determiner in INDEFINITE | NUMBERS or phrase.noun not in SENT:
        return False
    last = body[-1].end
    return any(body[0].begin <= n.span.begin and n.span.end <= last and not (n.person or n.place) for n in names)


def _complement(phrase: Phrase, prepositions: frozenset[str] = BEHIND) -> tuple[Word, ...]:
    """Words after "for", "of", "issued by" ... right behind the head noun, up to the next clause."""
    after = phrase.after
    if after and after[0].key in AUTHORED:
        by = next((k for k, w in enumerate(after) if w.key == "by"), len(after))
        after = after[by:] if "by" in prepositions else ()
    if len(after) < 2 or after[0].key not in prepositions:
        return ()
    end = next((k for k, w in enumerate(after) if k and w.key in RELATIVES), len(after))
    return tuple(after[1:end])


def _statement(text: str, phrase: Phrase, names: Sequence[Name], lexicon: Lexicon) -> Speaker | None:
    """A saying rests on whoever made it: "a statement by the ministry", "Beijing's version", "his post"."""
    if phrase.noun not in lexicon.channels:
        return None
    if phrase.determiner in OWNERS:
        return replace(_plain(phrase, VoiceKind.DOCUMENT), behind=phrase.core[:1], rule="statement-of")
    behind = phrase.owner or _complement(phrase, frozenset({"by", "from", "of"}))
    if behind:
        return replace(_plain(phrase, VoiceKind.DOCUMENT), behind=behind, rule="statement-of")
    if phrase.plural and not phrase.definite and phrase.noun in lexicon.hearsay | {"story", "account"}:
        return _plain(phrase, VoiceKind.UNNAMED)
    return _plain(phrase, VoiceKind.DOCUMENT)


def _report(text: str, phrase: Phrase, names: Sequence[Name], lexicon: Lexicon) -> Speaker | None:
    """ "A report by Israel Hayom" speaks for the outlet."""
    if phrase.noun not in REPORTED:
        return None
    author = phrase.owner or _complement(phrase, frozenset({"by", "in", "from"}))
    if author and not (phrase.after and phrase.after[0].key in AUTHORED - {"published", "posted"}):
        inner = take_apart(author, lexicon)
        name = speaker_name(inner, names, lexicon)
        if name is None:
            medium = _medium(text, inner, names, lexicon)
            return replace(medium, rule="report-by") if medium and medium.definite else None
        around = [w.key for w in inner.core if not name.span.begin <= w.begin < name.span.end]
        if kind_of(text, name, around, lexicon) is VoiceKind.OUTLET:
            return Speaker(Form.NAME, VoiceKind.OUTLET, name.span, inner, gender="n", public=True, rule="report-by")
    return None


def _document(text: str, phrase: Phrase, names: Sequence[Name], lexicon: Lexicon) -> Speaker | None:
    key = phrase.core[phrase.head].key
    hearsay = key in lexicon.hearsay and not phrase.definite and not phrase.owner
    if hearsay:
        return _plain(phrase, VoiceKind.UNNAMED)
    if phrase.noun == "paper" and {w.key for w in phrase.modifiers} & DAILY:
        return None
    if phrase.noun in lexicon.documents and lexicon.organisation(phrase.noun) is None:
        return _plain(phrase, VoiceKind.DOCUMENT)
    return None


def _office(text: str, phrase: Phrase, names: Sequence[Name], lexicon: Lexicon) -> Speaker | None:
    """Persons without a name: an office with one holder speaks as an institution, others stay unnamed."""
    flags = lexicon.role(phrase.noun)
    if flags is None or (phrase.plural and singular(phrase.noun) in lexicon.organisations):
        return None
    gender = gender_in(flags)
    public = bool(set(flags) & PUBLIC)
    speaker = replace(_plain(phrase, VoiceKind.UNNAMED, human=True), gender=gender, public=public)
    if phrase.noun == "counterpart" and phrase.determiner in ("its", "their"):
        return replace(_plain(phrase, VoiceKind.ORGANISATION), name=_behind_determiner(phrase))
    office = "o" in flags and not phrase.plural and phrase.determiner not in INDEFINITE | {"his", "her", "their"}
    return replace(speaker, kind=VoiceKind.ORGANISATION) if office else speaker


def _behind_determiner(phrase: Phrase) -> Span:
    """The core without its first word."""
    return Span(phrase.core[1].begin, phrase.core[-1].end)


def _medium(text: str, phrase: Phrase, names: Sequence[Name], lexicon: Lexicon) -> Speaker | None:
    if phrase.noun not in lexicon.media:
        return None
    if phrase.noun in ("website", "site", "page", "account") and phrase.determiner in ("its", "their"):
        return replace(_plain(phrase, VoiceKind.OUTLET), behind=phrase.core[:1], rule="statement-of")
    if phrase.noun in ("agency", "service") and phrase.modifiers and phrase.modifiers[-1].key not in ("news", "press"):
        return None
    return _plain(phrase, VoiceKind.UNNAMED if _indefinite(phrase) else VoiceKind.OUTLET)


def _body(text: str, phrase: Phrase, names: Sequence[Name], lexicon: Lexicon) -> Speaker | None:
    flags = lexicon.organisation(phrase.core[phrase.head].key)
    if flags is None:
        flags = lexicon.organisation(phrase.noun)
    if flags is None:
        people = phrase.core[phrase.head].key in lexicon.nationalities and phrase.definite
        return _plain(phrase, VoiceKind.ORGANISATION) if people else None
    people = "p" in flags and not phrase.definite and not phrase.owner  # "rebels said", yet "the rebels said"
    side = phrase.noun in ("side", "party") and phrase.determiner in ("both", "each", "neither")
    vague = _indefinite(phrase) or people or side or _in_quotes(text, phrase)
    return _plain(phrase, VoiceKind.UNNAMED if vague else VoiceKind.ORGANISATION)


def _in_quotes(text: str, phrase: Phrase) -> bool:
    """True for a body that the text itself names in quotation marks only: “military authorities”."""
    begin, end = phrase.words[0].begin, phrase.words[-1].end
    return begin > 0 and text[begin - 1] in '“"‘«' and text[end : end + 1] in ("”", '"', "’", "»")


DESCRIPTIONS: tuple[Rule, ...] = (_spokesman, _report, _statement, _document, _medium, _office, _body)
