"""What the source does with the content: affirm, deny, or not say. From the words of the cue and right beside it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.voices.lexicon import Lexicon
from sayso.reading.voices.words import Word, words, words_of
from sayso.types.attribution import Polarity
from sayso.types.raw import RawAttribution
from sayso.types.span import Span

NEGATIONS = frozenset({"not", "never", "cannot", "neither", "nor", "without", "hardly", "nothing", "no"})
NOBODY = frozenset({"neither", "no", "none", "nobody", "no-one"})
LINKING = frozenset(  # words that may stand between a negation and the cue
    "did does do would could can will has have had is was were are be been being yet ever so far publicly directly "
    "immediately independently officially explicitly really also still even want wants wanted wish able to it".split()
)
# "did not only say", "never tired of saying", "made no secret of": a negation that affirms
NO_NEGATION = frozenset("only tired tires tire mince minced secret bones merely just hide".split())
PASSIVE = frozenset({"be", "been", "is", "was", "were", "are", "being"})
GIVING = frozenset({"gave", "gives", "give", "offered", "offers"})
WINDOW = 40  # code points before and behind the cue that are looked at
LIKELY = 0.5  # of the model's score; used only where no word of the lists decides


def polarity_of(text: str, raw: RawAttribution, lexicon: Lexicon) -> tuple[Polarity, str]:
    """Polarity, and the rule that gave it (``polarity:cue``, ``polarity:model`` or ``polarity:default``)."""
    cue = words_of(text, raw.cue)
    if cue:
        found = _by_cue(text, raw, cue, lexicon)
        if found is not None:
            return found, "polarity:cue"
    if raw.polarity_score is not None and raw.polarity_score > LIKELY:
        negated = any(_negation(w.key) for w in cue) or (bool(raw.cue) and bool(_beside(text, raw)))
        return (Polarity.WITHHELD if negated else Polarity.DENIED), "polarity:model"
    return Polarity.AFFIRMED, "polarity:default"


def _by_cue(text: str, raw: RawAttribution, cue: Sequence[Word], lexicon: Lexicon) -> Polarity | None:
    keys = _beside(text, raw) + [w.key for w in cue]
    after = words(text, cue[-1].end, min(len(text), cue[-1].end + WINDOW))
    behind = [w.key for w in after]
    subject = [w.key for w in words_of(text, raw.source)][:1]
    negated = any(_negation(k) for k in keys) or bool(NOBODY & set(subject))
    if negated and set(keys) & NO_NEGATION:
        return None
    outside = [w.key for w in after if not any(c.begin <= w.begin < c.end for c in raw.content)]
    pairs = {f"{a}_{b}" for a, b in zip(keys, [*keys[1:], *outside[:1]], strict=False)}
    if lexicon.cue("silent", pairs):
        return Polarity.WITHHELD
    if lexicon.cue("decline", keys):
        return _declined(keys, behind, lexicon)
    if lexicon.cue("deny", keys) or {"ruled_out", "rule_out", "rules_out", "ruling_out"} & pairs:
        if not negated:
            return Polarity.DENIED
        return None if any(k.startswith("doubt") for k in keys) else Polarity.WITHHELD
    if negated:
        return Polarity.DENIED if lexicon.cue("assent", keys) else Polarity.WITHHELD
    return _by_content(text, raw, keys, lexicon)


def _declined(keys: Sequence[str], behind: Sequence[str], lexicon: Lexicon) -> Polarity:
    """ "refused to say" is silence; "refused the account as chatter" and "refuses to believe" are denials."""
    if keys[-1].startswith("refus") and behind[:1] != ["to"] and lexicon.cue("claim", behind[:4]):
        return Polarity.DENIED
    rest = [*keys, *behind[:2]]
    at = next(k for k, key in enumerate(rest) if lexicon.cue("decline", [key]))
    refused = rest[at].startswith("refus") and rest[at + 1 : at + 2] == ["to"]
    return Polarity.DENIED if refused and lexicon.cue("assent", rest[at + 2 : at + 3]) else Polarity.WITHHELD


def _by_content(text: str, raw: RawAttribution, keys: Sequence[str], lexicon: Lexicon) -> Polarity | None:
    frame = lexicon.cue("frame", keys)
    if not raw.content or not (frame or set(keys) & PASSIVE or keys[-1] in GIVING):
        return None
    content = [w.key for w in words(text, raw.content[0].begin, raw.content[0].end)]
    if frame and (lexicon.cue("claim", content[:3]) or lexicon.cue("untruth", content)):
        return Polarity.DENIED
    if content and content[0] in ("no", "neither", "none", "nothing"):
        # "gives | no figure", "Neither number | could be checked"
        checked = any(k.startswith(("verif", "check", "confirm", "corrobor")) for k in keys)
        if keys[-1] in GIVING or (checked and set(keys) & PASSIVE):
            return Polarity.WITHHELD
    return None


def _negation(key: str) -> bool:
    return key in NEGATIONS or key.endswith("n't")


def _beside(text: str, raw: RawAttribution) -> list[str]:
    """Auxiliaries and negation that stand right before the cue but were left out of it ("did not" before "say")."""
    begin = raw.cue[0].begin
    taken = [s for s in (*raw.source, *raw.content) if s.overlap(Span(max(0, begin - WINDOW), begin + 1))]
    out: list[str] = []
    edge = begin
    for word in reversed(words(text, max(0, begin - WINDOW), begin)):
        between = text[word.end : edge].strip()
        if between or any(s.begin < word.end and word.begin < s.end for s in taken):
            break
        if word.key not in LINKING and not _negation(word.key):
            break
        out.append(word.key)
        edge = word.begin
    out.reverse()
    return out if any(_negation(k) for k in out) else []
