"""What is said to have become of an event, in plain words that cannot be taken for "it happened" when it did not.

The words for a status are of two lengths: a tag for the eye, in capitals unless the thing is told as fact, and a
phrase that says all of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from sayso.export.words import number
from sayso.types.attribution import Polarity
from sayso.types.claim import Claim, ClaimKind
from sayso.types.event import Occurrence, Phase, Reality, Status

WIDEST: Final = 15  # characters of the longest tag
DID, NOT = Occurrence.HAPPENED, Occurrence.DID_NOT

EVENT_TAGS: Final = {
    (DID, Phase.PAST): "happened",
    (DID, Phase.ONGOING): "under way",
    (DID, Phase.PLANNED): "PLANNED",
    (DID, Phase.BACKGROUND): "background",
    (NOT, Phase.PAST): "DID NOT HAPPEN",
    (NOT, Phase.ONGOING): "NOT HAPPENING",
    (NOT, Phase.PLANNED): "WILL NOT HAPPEN",
    (NOT, Phase.BACKGROUND): "DID NOT HAPPEN",
}
CONDITION_TAGS: Final = {
    (DID, Phase.PAST): "condition",
    (DID, Phase.ONGOING): "condition",
    (DID, Phase.PLANNED): "EXPECTED",
    (DID, Phase.BACKGROUND): "background",
    (NOT, Phase.PAST): "NOT SO",
    (NOT, Phase.ONGOING): "NOT SO",
    (NOT, Phase.PLANNED): "NOT EXPECTED",
    (NOT, Phase.BACKGROUND): "NOT SO",
}
WITHHELD: Final = "DOES NOT SAY"
# Where no status is known. A condition without one was not taken for an event: its own words are all there is.
UNSETTLED: Final = {
    ClaimKind.EVENT: "STATUS UNKNOWN",
    ClaimKind.CONDITION: "condition",
    ClaimKind.OPINION: "opinion",
}
REALITY_TAGS: Final = {Reality.DENIED: "DENIED", Reality.CONDITIONAL: "CONDITIONAL", Reality.REPORTED: "REPORTED"}
# (finite, infinitive), to be put behind "that it" and "reported".
EVENT_VERBS: Final = {
    (DID, Phase.PAST): ("happened", "to have happened"),
    (DID, Phase.ONGOING): ("is under way", "to be under way"),
    (DID, Phase.PLANNED): ("is planned", "to be planned"),
    (DID, Phase.BACKGROUND): ("happened earlier", "to have happened earlier"),
    (NOT, Phase.PAST): ("did not happen", "not to have happened"),
    (NOT, Phase.ONGOING): ("is not happening", "not to be happening"),
    (NOT, Phase.PLANNED): ("will not happen", "not to be planned"),
    (NOT, Phase.BACKGROUND): ("did not happen earlier", "not to have happened earlier"),
}
CONDITION_VERBS: Final = {
    (DID, Phase.PAST): ("is so", "to be so"),
    (DID, Phase.ONGOING): ("is so", "to be so"),
    (DID, Phase.PLANNED): ("is expected", "to be expected"),
    (DID, Phase.BACKGROUND): ("was so earlier", "to have been so earlier"),
    (NOT, Phase.PAST): ("is not so", "not to be so"),
    (NOT, Phase.ONGOING): ("is not so", "not to be so"),
    (NOT, Phase.PLANNED): ("is not expected", "not to be expected"),
    (NOT, Phase.BACKGROUND): ("was not so earlier", "not to have been so earlier"),
}
# The order in which a summary counts them, and what it calls one and many.
COUNTED: Final = {
    "happened": ("happened", "happened"),
    "under way": ("under way", "under way"),
    "background": ("background", "background"),
    "DID NOT HAPPEN": ("did not happen", "did not happen"),
    "NOT HAPPENING": ("not happening", "not happening"),
    "WILL NOT HAPPEN": ("will not happen", "will not happen"),
    "DENIED": ("denied", "denied"),
    "DOES NOT SAY": ("withheld", "withheld"),
    "PLANNED": ("planned", "planned"),
    "CONDITIONAL": ("conditional", "conditional"),
    "REPORTED": ("only reported", "only reported"),
    "condition": ("condition", "conditions"),
    "EXPECTED": ("condition expected", "conditions expected"),
    "NOT SO": ("condition not so", "conditions not so"),
    "NOT EXPECTED": ("condition not expected", "conditions not expected"),
    "opinion": ("opinion", "opinions"),
    "STATUS UNKNOWN": ("of unknown status", "of unknown status"),
}


def tag(claim: Claim, polarity: Polarity) -> str:
    """One or two words for the status, in capitals unless the claim tells of something as fact or has no status.

    ``polarity`` is that of the attribution that tells it. What a voice denies, does not say, or gives as possible only
    is called that whatever else it is; then comes what did not happen, then what is planned, then what is told with
    doubt or as hearsay. ``phrase`` says all of it.
    """
    return tag_of(claim.kind, claim.status, polarity)


def tag_of(kind: ClaimKind, status: Status | None, polarity: Polarity) -> str:
    """``tag`` of a claim of which no more is known than this."""
    if polarity is Polarity.DENIED:
        return REALITY_TAGS[Reality.DENIED]
    if polarity is Polarity.WITHHELD and (status is None or _asserted(status)):
        return WITHHELD
    if status is None:
        return UNSETTLED[kind]
    if status.reality in (Reality.DENIED, Reality.CONDITIONAL):
        return REALITY_TAGS[status.reality]
    tags = CONDITION_TAGS if kind is ClaimKind.CONDITION else EVENT_TAGS
    hearsay = status.reality is Reality.REPORTED and status.occurrence is DID and status.phase is not Phase.PLANNED
    return REALITY_TAGS[Reality.REPORTED] if hearsay else tags[status.occurrence, status.phase]


def is_fact(claim: Claim, polarity: Polarity) -> bool:
    """Whether the voice tells of something as having happened, being under way or being so."""
    return polarity is Polarity.AFFIRMED and claim.status is not None and _asserted(claim.status)


def _asserted(status: Status) -> bool:
    told = status.occurrence is DID and status.phase is not Phase.PLANNED
    return told and status.reality is Reality.ASSERTED


def tone(claim: Claim, polarity: Polarity) -> str:
    """``no`` for what did not happen or is denied, ``doubt`` for what is not told as fact, else ``plain``."""
    status = claim.status
    negative = status is not None and (status.occurrence is NOT or status.reality is Reality.DENIED)
    if negative or polarity is Polarity.DENIED:
        return "no"
    unsettled = polarity is Polarity.AFFIRMED and status is None and claim.kind is not ClaimKind.EVENT
    return "plain" if unsettled or is_fact(claim, polarity) else "doubt"


def phrase(claim: Claim) -> str:
    """The whole status in a phrase; empty where there is none."""
    status = claim.status
    if status is None:
        return ""
    verbs = CONDITION_VERBS if claim.kind is ClaimKind.CONDITION else EVENT_VERBS
    finite, infinitive = verbs[status.occurrence, status.phase]
    return {
        Reality.ASSERTED: f"told as fact: it {finite}",
        Reality.REPORTED: f"reported with doubt or as hearsay {infinitive}",
        Reality.CONDITIONAL: f"not told as fact, but as possible, demanded or threatened that it {finite}",
        Reality.DENIED: f"this voice denies that it {finite}",
    }[status.reality]


def beyond_tag(claim: Claim, polarity: Polarity) -> str:
    """What the tag leaves out and a reader should know without asking; empty where that is nothing."""
    if claim.status is None or polarity is Polarity.DENIED:
        return ""
    if polarity is Polarity.WITHHELD:
        return "" if _asserted(claim.status) else "the source does not say"
    return "" if _tag_says_all(claim.status) else phrase(claim)


def _tag_says_all(status: Status) -> bool:
    if status.reality is Reality.ASSERTED:
        return status.phase is not Phase.BACKGROUND or status.occurrence is DID
    usual = status.phase is Phase.PAST or (status.phase is Phase.PLANNED and status.reality is Reality.CONDITIONAL)
    return usual and status.occurrence is DID


def counted(claims: Iterable[tuple[Claim, Polarity]]) -> str:
    """How many claims have which status: ``6 happened, 3 did not happen, 2 opinions``."""
    counts = Counter(tag(claim, polarity) for claim, polarity in claims)
    return ", ".join(number(counts[name], *words) for name, words in COUNTED.items() if counts[name])
