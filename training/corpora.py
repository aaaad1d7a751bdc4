"""Corpora as training documents, in code points of their own text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench import eventlines
from bench.eventmarks import compile_folder
from bench.tasks.eventtype import held_out
from sayso.reading.heads import kairos
from training import ontologies

Range = tuple[int, int]
Ranges = tuple[Range, ...]
# GUM credits a whole essay to its author; such spans teach nothing about attribution.
LONGEST_ANCHORED = 900
LONGEST_TRIGGER = 60  # characters
UNMARKED = 80  # characters behind the last trigger of a WikiEvents text that still count as marked


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution. ``polarity`` None where the corpus does not tell; ``negative`` covers denied and withheld."""

    source: Ranges
    cue: Ranges
    content: Ranges
    polarity: str | None = None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One mention of an event. ``answers`` are (question, answer) pairs of ``heads.events.QUESTIONS``.

    ``whole`` is false where only the trigger was marked, so that missing arguments say nothing.
    """

    type: str
    trigger: Range
    arguments: tuple[tuple[str, Range], ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Pair:
    """Type of what one participant does to another; ``CONCEDE_OR_RETREAT`` where a corpus does not part the two."""

    actor: Range
    recipient: Range
    type: str


@dataclass(frozen=True, slots=True)
class Happenings:
    """What a text tells under a convention. ``triggers`` is false where words outside ``events`` may be triggers, too.

    ``factuality`` gives numbers in [-3, 3]. ``weak`` is a type that some word of the text is the trigger of.
    """

    convention: str
    events: tuple[GoldEvent, ...] = ()
    triggers: bool = True
    factuality: tuple[tuple[Range, float], ...] = ()
    pairs: tuple[Pair, ...] = ()
    weak: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A text with what is known of it. ``unsure`` ranges give no evidence that a word is *not* a cue.

    ``respun`` are the words a spinner put in; ``None`` where nobody knows.
    """

    id: str
    text: str
    convention: str | None
    attributions: tuple[Gold, ...]
    entity_convention: str | None
    entities: tuple[tuple[Range, str], ...]
    unsure: Ranges = ()
    happenings: Happenings | None = None
    times: Ranges | None = None
    respun: Ranges | None = None


def lines_of(path: Path) -> list[dict[str, Any]]:
    """Records of a JSONL file; ends the programme with one line when it is missing."""
    if not path.is_file():
        raise SystemExit(f"training: {path} is missing; give the folder of corpora with CORPORA=...")
    with path.open(encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def _ranges(spans: list[list[int]]) -> Ranges:
    return tuple((b, e) for b, e in spans)


def polnear(folder: Path, split: str) -> list[Example]:
    """PolNeAR (Newell et al. 2018): outermost attributions of campaign news."""
    out = []
    for d in lines_of(folder / "polnear" / f"{split}.jsonl"):
        golds = [Gold(_ranges(a["source"]), _ranges(a["cue"]), _ranges(a["content"])) for a in d["attributions"]]
        unsure = tuple((b, e) for _, spans in d.get("flags", ()) for b, e in spans)
        out.append(
            Example(
                d["id"],
                d["text"],
                "polnear",
                tuple(g for g in golds if g.cue and g.content),
                None,
                (),
                unsure,
                respun=(),
            )
        )
    return out


def shippable(document: dict[str, Any]) -> bool:
    """Whether weights trained on this text may be given away: no non-commercial and no unknown licence."""
    licence = str(document.get("licence", ""))
    return "NC" not in licence and "not listed" not in licence


NAME_TYPES = {"PERSON": "PERSON", "ORG": "ORG", "PLACE": "PLACE", "GPE": "PLACE", "LOC": "PLACE"}


def _names(d: dict[str, Any]) -> tuple[tuple[Range, str], ...]:
    """Outermost names of the three types."""
    spans = [
        ((e["span"][0], e["span"][1]), NAME_TYPES[e["type"]])
        for e in d["entities"]
        if e.get("name") and e["type"] in NAME_TYPES
    ]
    kept: list[tuple[Range, str]] = []
    for (b, e), kind in sorted(spans, key=lambda s: (s[0][0], -s[0][1])):
        if not kept or b >= kept[-1][0][1]:
            kept.append(((b, e), kind))
    return tuple(kept)


def entities(folder: Path, corpus: str, convention: str, split: str) -> list[Example]:
    """A corpus of names in the common format."""
    return [
        Example(d["id"], d["text"], None, (), convention, _names(d))
        for d in lines_of(folder / corpus / f"{split}.jsonl")
        if shippable(d)
    ]


def gum(folder: Path, split: str) -> list[Example]:
    """GUM (Zeldes 2017): nested and negative attributions, and names, of the same texts."""
    names = {d["id"]: _names(d) for d in lines_of(folder / "gum_entities" / f"{split}.jsonl")}
    dates = {d["id"]: d for d in lines_of(folder / "gum_dates" / f"{split}.jsonl")}
    out = []
    for d in lines_of(folder / "gum_attribution" / f"{split}.jsonl"):
        if split == "train" and not shippable(d):
            continue
        golds = []
        for a in d["attributions"]:
            anchored = not a["cue"]
            content = _ranges(a["content"])
            if anchored and (not a["source"] or sum(e - b for b, e in content) > LONGEST_ANCHORED):
                continue
            polarity = "negative" if a["polarity"] == "negative" else "affirmed"
            golds.append(Gold(_ranges(a["source"]), _ranges(a["cue"]), content, polarity))
        times = _times(d["text"], dates[d["id"]]) if d["id"] in dates else None
        known = ("gum", tuple(golds), "gum", names.get(d["id"], ()))
        out.append(Example(d["id"], d["text"], *known, times=times, respun=()))
    return out


def _times(text: str, dated: dict[str, Any]) -> Ranges | None:
    """Dates and clock times of ``gum_dates``, whose text differs only in white space; ``None`` where it does not."""
    places = [k for k, c in enumerate(text) if not c.isspace()]
    ranks, seen = [], 0
    for c in dated["text"]:
        ranks.append(seen)
        seen += not c.isspace()
    if seen != len(places):
        return None
    spans = [t["span"] for t in dated["timex"]]
    return tuple((places[ranks[b]], places[ranks[e - 1]] + 1) for b, e in spans)


def conflict(folder: Path, events: Path) -> list[Example]:
    """The project's own articles in the markup of ``bench/conflict/README.md``, with the events of ``EVENTS.md``."""
    documents, errors = compile_folder(folder, events)
    if errors:
        raise SystemExit("training: " + "; ".join(errors[:5]))
    out = []
    for d in documents:
        golds = [
            Gold(_ranges(a["source"]), _ranges(a["cue"]), _ranges(a["content"]), a["polarity"])
            for a in d["attributions"]
        ]
        told = Happenings("news", tuple(_own_events(d)), pairs=tuple(_own_pairs(d)))
        respun = None if "spun" in d["id"] else ()  # those were written in the words of a spinner
        out.append(Example(d["id"], d["text"], "news", tuple(golds), None, (), happenings=told, respun=respun))
    return out


def _own_events(d: dict[str, Any]) -> Iterator[GoldEvent]:
    triggers = {e["number"]: tuple(e["trigger"]) for e in d["events"]}
    for e in d["events"]:
        found = [
            (role, (a["span"][0], a["span"][1]))
            for role in ("actor", "recipient", "place", "time", "instrument")
            for a in e[role]
            if a["span"]
        ]
        found += [("evidence", (b, x)) for b, x in e["certainty_words"]]
        if e["about"] is not None:
            found.append(("about", triggers[e["about"]]))
        mode = ("mode", e["mode"] or "none")
        status = e["status"]
        answers = (
            mode,
            ("occurrence", status["polarity"]),
            ("phase", status["time"]),
            ("reality", status["reality"]),
            ("certainty", e["certainty"]),
            ("stance", e["stance"]),
        )
        yield GoldEvent(e["type"], tuple(e["trigger"]), tuple(found), answers)
        for b, x in e["mentions"]:
            yield GoldEvent(e["type"], (b, x), (), (mode,), whole=False)


def _own_pairs(d: dict[str, Any]) -> Iterator[Pair]:
    for e in d["events"]:
        actor = next((a["span"] for a in e["actor"] if a["span"]), None)
        recipient = next((a["span"] for a in e["recipient"] if a["span"]), None)
        if actor and recipient:
            yield Pair(tuple(actor), tuple(recipient), e["type"])


def sentences(folder: Path, convention: str = "news") -> list[Example]:
    """The project's own single sentences with their events, in the form of ``bench/eventlines.py``."""
    out = []
    for file in sorted(folder.glob("*.txt")):
        found, errors = eventlines.read(file)
        if errors:
            raise SystemExit("training: " + "; ".join(errors[:5]))
        for number, (text, told) in enumerate(found):
            events = tuple(GoldEvent(e.type, e.trigger, e.arguments, e.answers) for e in told)
            pairs = tuple(_line_pairs(told)) if convention == "news" else ()
            happenings = Happenings(convention, events, pairs=pairs)
            out.append(Example(f"{file.stem}:{number}", text, None, (), None, (), happenings=happenings))
    return out


def pair_sentences(folder: Path) -> list[Example]:
    """Sentences of our own in which one pair is marked, and of the other events none: in the manner of PLV."""
    out = []
    for x in sentences(folder):
        told = x.happenings
        assert told is not None
        weak = told.events[0].type if told.events else None
        out.append(replace(x, happenings=Happenings("news", triggers=False, pairs=told.pairs, weak=weak)))
    return out


def _line_pairs(told: tuple[eventlines.LineEvent, ...]) -> Iterator[Pair]:
    for e in told:
        spans = dict(reversed(e.arguments))
        if "actor" in spans and "recipient" in spans:
            yield Pair(spans["actor"], spans["recipient"], e.type)


def wikievents(folder: Path, split: str) -> list[Example]:
    """WikiEvents (Li, Ji and Han 2021): triggers and arguments under the KAIROS ontology at two levels.

    Many long texts of the train split are marked up to some point only, and some not at all: what stands ``UNMARKED``
    characters behind the last trigger is left out, and so are texts without one.
    """
    out = []
    for d in lines_of(folder / "wikievents" / f"{split}.jsonl"):
        events = tuple(
            GoldEvent(
                ".".join(e["type"].split(".")[:2]),
                tuple(e["trigger"]),
                tuple((a["role"], tuple(a["span"])) for a in e["args"]),
            )
            for e in d["events"]
            if e["trigger"][1] - e["trigger"][0] <= LONGEST_TRIGGER  # longer ones were lost on their way and span texts
        )
        if not events:
            continue
        end = d["text"].find(". ", max(e.trigger[1] for e in events) + UNMARKED)
        text = d["text"] if end < 0 else d["text"][: end + 1]
        kept = tuple(replace(e, arguments=tuple(a for a in e.arguments if a[1][1] <= len(text))) for e in events)
        out.append(Example(d["id"], text, None, (), None, (), happenings=Happenings("kairos", kept)))
    return out


def rams(folder: Path) -> list[Example]:
    """RAMS (Ebner et al. 2020), dev split: one event a text, under types of which some have an equal in KAIROS."""
    out = []
    for d in lines_of(folder / "rams" / "dev.jsonl"):
        events = tuple(
            GoldEvent(kind, tuple(e["trigger"]), tuple((_role(a["role"]), tuple(a["span"])) for a in e["args"]))
            for e in d["events"]
            if (kind := ontologies.of_rams(e["type"]))
        )
        if events:
            told = Happenings("kairos", events, triggers=False)
            out.append(Example(d["id"], d["text"], None, (), None, (), happenings=told))
    return out


def _role(name: str) -> str:
    return next((r for r in kairos.ROLES if r.lower() == name), name)


def as_ours(example: Example) -> Example:
    """A text under KAIROS as one under our types, with the triggers whose type has an equal there, and no others."""
    told = example.happenings
    assert told is not None
    events = tuple(
        GoldEvent(kind, e.trigger, whole=False) for e in told.events if (kind := ontologies.OURS.get(e.type))
    )
    return replace(example, happenings=Happenings("news", events, triggers=False))


def factuality(folder: Path, corpus: str, convention: str, split: str) -> list[Example]:
    """UDS-IH2 (Rudinger et al. 2018) or MEANTIME (Minard et al. 2016) with factuality in [-3, 3]."""
    out = []
    for d in lines_of(folder / corpus / f"{split}.jsonl"):
        facts = tuple(((e["start"], e["end"]), float(e["factuality"])) for e in d["events"])
        told = Happenings(convention, triggers=False, factuality=facts)
        out.append(Example(d["id"], d["text"], None, (), None, (), happenings=told))
    return out


def plv(folder: Path) -> list[Example]:
    """PLV (Hu et al. 2024) without the rows held out for measuring: type of a given pair."""
    out = []
    for d in lines_of(folder / "plv" / "train.jsonl"):
        if held_out(d["id"]):
            continue
        event = d["events"][0]
        spans = {a["role"]: tuple(a["span"]) for a in event["args"]}
        pairs = (Pair(spans["actor"], spans["recipient"], event["type"]),) if len(spans) == 2 else ()
        told = Happenings("news", triggers=False, pairs=pairs, weak=event["type"])
        out.append(Example(d["id"], d["text"], None, (), None, (), happenings=told))
    return out


def as_news(example: Example, common_cues: frozenset[str]) -> Example:
    """A PolNeAR article under Sayso's own convention.

    Words inside contents are unsure, as nested attributions are not annotated there, and so are
    cues too rare to be plain words of saying ("opponent", "would vote for").
    """
    kept, unsure = [], list(example.unsure)
    for a in example.attributions:
        if " ".join(example.text[b:e].lower() for b, e in a.cue) in common_cues:
            kept.append(a)
        else:
            unsure.extend(a.cue)
        unsure.extend(a.content)
    return replace(example, convention="news", attributions=tuple(kept), unsure=tuple(unsure))
