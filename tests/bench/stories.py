"""A small story of our own, and propositions made by hand, for the tests of the story bench."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.storygold import Story, load
from sayso.types.attribution import VoiceKind
from sayso.types.claim import ClaimKind
from sayso.types.event import Certainty, Stance
from sayso.types.span import Span
from sayso.types.weighing import (
    Assertion,
    Bounds,
    Modality,
    Origin,
    OriginKind,
    Proposition,
    Setting,
    Side,
    Standing,
    Teller,
    Weighed,
)

FIRST, SECOND, THIRD = (f"https://{name}.example/a" for name in ("lisk-lantern", "norrin-echo", "vale-courier"))
ROWS: tuple[dict[str, Any], ...] = (
    {
        "title": "Ferry",
        "text": "The ferry sank off Lisk, harbour master Anna Dorn said. Officials said the crew had fled.",
        "publisher": "Lisk Lantern",
        "published": "2031-03-01T08:00:00Z",
        "url": FIRST,
    },
    {
        "title": "Ferry lost",
        "text": "According to A. Dorn, the ferry went down near Lisk. The owner denied that the ferry had sunk.",
        "publisher": "Norrin Echo",
        "url": SECOND,
    },
    {
        "title": "Ferry, again",
        "text": "The ferry lies on the ground off Lisk. Police said the crew had fled in a boat.",
        "publisher": "Vale Courier",
        "published": "2031-03-02T08:00:00Z",
        "url": THIRD,
    },
)
GOLD: dict[str, Any] = {
    "story": "ferry",
    "kind": "one harbour master, and an owner who denies it",
    "roots": {
        "dorn": {"names": ["Anna Dorn", "A. Dorn"], "kind": "named", "camp": None},
        "owner": {"names": ["the owner"], "kind": "named", "camp": "Ferry Line"},
        "vale": {"names": ["Vale Courier"], "kind": "unsourced", "camp": None},
        "officials": {"names": ["officials"], "kind": "unnamed", "camp": "Lisk"},
        "police": {"names": ["police"], "kind": "unnamed", "camp": "Lisk"},
    },
    "claims": [
        {
            "id": "c1",
            "text": "The ferry sank.",
            "main": True,
            "assertions": [
                {"article": FIRST, "quote": "The ferry sank off Lisk", "side": "for", "roots": ["dorn"]},
                {"article": SECOND, "quote": "the ferry went down near Lisk", "side": "for", "roots": ["dorn"]},
                {"article": SECOND, "quote": "that the ferry had sunk", "side": "against", "roots": ["owner"]},
                {"article": THIRD, "quote": "The ferry lies on the ground", "side": "for", "roots": ["vale"]},
            ],
            "support": [1, 2],
            "against": [1, 1],
            "standing": "denied",
        },
        {
            "id": "c2",
            "text": "The crew fled.",
            "main": False,
            "assertions": [
                {"article": FIRST, "quote": "the crew had fled", "side": "for", "roots": ["officials"]},
                {"article": THIRD, "quote": "the crew had fled in a boat", "side": "for", "roots": ["police"]},
            ],
            "support": [1, 2],
            "against": [0, 0],
            "standing": "single origin",
        },
    ],
}


def written(folder: Path, gold: object = None, rows: Sequence[object] = ROWS) -> Path:
    """The story in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "gold.json").write_text(json.dumps(GOLD if gold is None else gold), encoding="utf-8")
    (folder / "articles.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


def ferry(folder: Path) -> Story:
    """The story as it is."""
    return load(written(folder / "ferry"))


def said(
    story: Story, number: int, words: str, side: Side = Side.FOR, root: str | None = None, id: str | None = None
) -> Assertion:
    """The assertion that ``words`` of an article make."""
    document = story.documents[number]
    begin = document.text.index(words)
    tellers = [Teller("v_a", VoiceKind.ARTICLE, None)] + ([Teller("v_r", VoiceKind.PERSON, root)] if root else [])
    return Assertion(
        id=id or f"c_{number}_{begin}",
        document=document.id,
        place=begin,
        kind=ClaimKind.EVENT,
        text=words,
        span=Span(begin, begin + len(words)),
        type=None,
        mode=None,
        status=None,
        side=side,
        modality=Modality.DEED,
        certainty=Certainty.HIGH,
        stance=Stance.NONE,
        probability=0.9,
        chain=tuple(tellers),
    )


def origin(name: str, told: Sequence[Assertion], kind: OriginKind = OriginKind.NAMED, written: str = "") -> Origin:
    """An origin on which these assertions rest."""
    names = (written,) if written else (name,)
    return Origin("o_" + name, kind, name, names, None, True, tuple(a.id for a in told))


def weighed(
    origins: Sequence[Origin], support: tuple[int, int], against: tuple[int, int] = (0, 0), standing: str = "denied"
) -> Weighed:
    """Counts as given."""
    return Weighed(tuple(origins), (), Bounds(*support), Bounds(*against), Standing(standing), "", None)


def proposition(id: str, told: Sequence[Assertion], counts: Weighed) -> Proposition:
    """A claim across articles that these assertions tell."""
    return Proposition(
        id=id,
        text=told[0].text,
        type=None,
        mode=None,
        modality=Modality.DEED,
        setting=Setting(),
        assertions=tuple(told),
        articles=(),
        texts=1,
        weighed=counts,
        first_seen=None,
        last_seen=None,
    )


def right(story: Story) -> tuple[Proposition, ...]:
    """Everything as the gold has it."""
    sank = said(story, 0, "The ferry sank off Lisk", root="Anna Dorn")
    down = said(story, 1, "the ferry went down near Lisk", root="A. Dorn")
    denied = said(story, 1, "the ferry had sunk", Side.AGAINST, root="owner")
    lies = said(story, 2, "The ferry lies on the ground off Lisk")
    fled = said(story, 0, "the crew had fled", root="Officials")
    boat = said(story, 2, "the crew had fled in a boat", root="Police")
    sinking = [
        origin("Anna Dorn", (sank, down)),
        origin("owner", (denied,)),
        origin("Vale Courier", (lies,), OriginKind.UNSOURCED),
    ]
    fleeing = [origin(a.chain[-1].name or "", (a,), OriginKind.UNNAMED) for a in (fled, boat)]
    return (
        proposition("p_sank", (sank, down, denied, lies), weighed(sinking, (1, 2), (1, 1))),
        proposition("p_fled", (fled, boat), weighed(fleeing, (1, 2), standing="single origin")),
    )
