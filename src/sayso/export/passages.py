"""The text of an article with its marks: who speaks and what is said, what happened, to whom, when and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sayso.export import status
from sayso.export.claims import Entry
from sayso.export.markup import attribute, shown
from sayso.export.segments import OF_ATTRIBUTIONS, OF_NOTES, Role, Segment
from sayso.types.document import Document

TINTS: Final = 3  # depths of nested content that have a tint of their own
TONES: Final = ("no", "doubt", "plain")  # where claims of several voices differ, the first of these is shown
CLASSES: Final = {
    Role.SOURCE: "s",
    Role.CUE: "q",
    Role.ACTOR: "who",
    Role.RECIPIENT: "whom",
    Role.WHEN: "when",
    Role.WHERE: "where",
    Role.EVIDENCE: "sure",
    Role.ALTERED: "altered",
    Role.SWAPPED: "swapped",
    Role.ASKED: "asked",
}
NOTHING: Final[Mapping[int, str]] = {}


def passages(
    cut: Sequence[Segment],
    entries: Sequence[Entry],
    document: Document,
    key: str,
    notes: Mapping[int, str] = NOTHING,
    *,
    own_ids: bool = False,
) -> str:
    """The text as HTML: exactly its characters, each with the numbers and roles of all that marks it.

    The numbers in front of a passage are links to the lists and hold no text of their own. ``key`` begins each id;
    ``notes`` are what is said of words on which there is a note, by its number. What a link leads to has the id "at".
    With ``own_ids`` the place of a claim has the claim's own id, so that other pages can lead there.
    """
    if not document.text:
        return ""
    told = {entry.number: entry for entry in entries}
    out: list[str] = []
    seen: set[tuple[int, Role]] = set()
    for segment in cut:
        new = [one for one in segment.roles if one not in seen and one[1] in (*OF_NOTES, Role.ASKED)]
        seen.update(new)
        out.append(_spots(new, key))
        out.append(_chips(segment, told, key, own_ids))
        out.append(_marked(segment, document.text, told, segment.span.end <= document.body_begin, notes))
    return "".join(out)


def _spots(new: Sequence[tuple[int, Role]], key: str) -> str:
    """Empty anchors in front of what a note or a link is about."""
    spots = ["at" if role is Role.ASKED else f"{key}w{n}" for n, role in new]
    return "".join(f'<a class="spot" id="{spot}"></a>' for spot in spots)


def _chips(segment: Segment, told: dict[int, Entry], key: str, own_ids: bool) -> str:
    out = []
    for n in segment.claims:
        claim, polarity = told[n].claim, told[n].polarity
        tag, tone = attribute(status.tag(claim, polarity).lower()), status.tone(claim, polarity)
        said = str(n) if tone == "plain" else f"{n} {tag}"
        id = attribute(claim.id) if own_ids else f"{key}c{n}"
        out.append(
            f'<a class="h h{n} {tone}" id="{id}" href="#{key}k{n}" data-n="{said}" aria-label="claim {n}, {tag}"></a>'
        )
    out += [
        f'<a class="n n{n}" id="{key}t{n}" href="#{key}i{n}" data-n="{n}" aria-label="attribution {n}"></a>'
        for n in segment.begins
    ]
    return "".join(out)


def _marked(segment: Segment, text: str, told: dict[int, Entry], headline: bool, notes: Mapping[int, str]) -> str:
    inner = shown(segment.span.of(text))
    if not segment.roles:
        return f'<span class="headline">{inner}</span>' if headline else inner
    by_role: dict[Role, list[int]] = {}
    for n, role in segment.roles:
        by_role.setdefault(role, []).append(n)
    tint = min(len(by_role.get(Role.CONTENT, ())), TINTS)
    tones = {status.tone(told[n].claim, told[n].polarity) for n in by_role.get(Role.EVENT, ())}
    names = [
        *(["headline"] if headline else []),
        *(name for role, name in CLASSES.items() if role in by_role),
        *([f"event {next(tone for tone in TONES if tone in tones)}"] if tones else []),
        *([f"c{tint}"] if tint else []),
        *sorted({f"{_letter(role)}{n}" for n, role in segment.roles if role is not Role.ASKED}),
    ]
    roles = [(role, by_role[role]) for role in Role if role in by_role]
    data = "".join(f' data-{role}="{" ".join(map(str, found))}"' for role, found in roles)
    said = [notes[n] for n, role in segment.roles if role in OF_NOTES and n in notes]
    data += f' data-was="{attribute(said[0])}"' if said else ""
    return f'<span class="{" ".join(names)}"{data}>{inner}</span>'


def _letter(role: Role) -> str:
    """What stands before a number in the classes of a list: its attributions, notes or claims."""
    return "a" if role in OF_ATTRIBUTIONS else "w" if role in OF_NOTES else "m"
