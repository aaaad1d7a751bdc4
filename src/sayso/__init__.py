"""Sayso reads conflict news and finds what is claimed: what happened or did not, when, where, on whose word.

    import sayso

    report = sayso.read("article.txt")
    for claim in report.claims:
        print(claim.text, claim.root.name, claim.status, claim.certainty)

``__all__`` is the contract. Everything behind it loads on first use, so that ``import sayso`` is quick.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from os import PathLike
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.engine.compare import Comparison
    from sayso.engine.diff import Diff
    from sayso.engine.forgetting import Forgettable, Forgotten
    from sayso.engine.ingesting import Doing, Ingested, Progress
    from sayso.engine.ledger import Ledger
    from sayso.engine.read import Reader
    from sayso.engine.rows import Rows
    from sayso.engine.showing import ShownArticle, ShownClaim
    from sayso.engine.timeline import Timeline
    from sayso.engine.trace import Trace
    from sayso.engine.watching import watch
    from sayso.errors import InputError, LedgerError, ModelError, SaysoError, UsageError
    from sayso.export.records import from_dict, to_dict
    from sayso.reading import load_reader
    from sayso.store.upkeep import Finding
    from sayso.types.actor import Actor, ActorKind, ActorMention
    from sayso.types.attribution import (
        Attribution,
        Manner,
        Polarity,
        Producer,
        Resolution,
        Voice,
        VoiceKind,
    )
    from sayso.types.claim import Claim, ClaimKind, Grounding, Report
    from sayso.types.contrast import Aspect, Contrast, Difference
    from sayso.types.document import Basis, Document, Known, Rejection, Stage
    from sayso.types.event import (
        Argument,
        Certainty,
        Event,
        EventMention,
        EventType,
        Occurrence,
        Participant,
        Phase,
        Reality,
        Role,
        Stance,
        Status,
    )
    from sayso.types.news import More, News, NewsKind, Stand
    from sayso.types.place import Location, Place, Precision
    from sayso.types.reading import EntityType, Mention, Reading, RespunPhrase, Sentence, VoiceSummary, Wording
    from sayso.types.span import Span
    from sayso.types.time import AnchorKind, Granularity, TimeAnchor, TimeExpression, TimexType
    from sayso.types.timeline import Moment, MomentKind, Turn
    from sayso.types.weighing import (
        Article,
        Assertion,
        Bounds,
        Modality,
        Origin,
        OriginKind,
        Proposition,
        Reason,
        Side,
        Standing,
        Step,
        Teller,
        Weighed,
    )

__all__ = [
    "Actor",
    "ActorKind",
    "ActorMention",
    "AnchorKind",
    "Argument",
    "Article",
    "Aspect",
    "Assertion",
    "Attribution",
    "Basis",
    "Bounds",
    "Certainty",
    "Claim",
    "ClaimKind",
    "Comparison",
    "Contrast",
    "Diff",
    "Difference",
    "Document",
    "Doing",
    "EntityType",
    "Event",
    "EventMention",
    "EventType",
    "Finding",
    "Forgettable",
    "Forgotten",
    "Granularity",
    "Grounding",
    "Ingested",
    "InputError",
    "Known",
    "Ledger",
    "LedgerError",
    "Location",
    "Manner",
    "Mention",
    "Modality",
    "ModelError",
    "Moment",
    "MomentKind",
    "More",
    "News",
    "NewsKind",
    "Occurrence",
    "Origin",
    "OriginKind",
    "Participant",
    "Phase",
    "Place",
    "Polarity",
    "Precision",
    "Producer",
    "Progress",
    "Proposition",
    "Reader",
    "Reading",
    "Reality",
    "Reason",
    "Rejection",
    "Report",
    "Resolution",
    "RespunPhrase",
    "Role",
    "Rows",
    "SaysoError",
    "Sentence",
    "ShownArticle",
    "ShownClaim",
    "Side",
    "Span",
    "Stage",
    "Stance",
    "Stand",
    "Standing",
    "Status",
    "Step",
    "Teller",
    "TimeAnchor",
    "TimeExpression",
    "Timeline",
    "TimexType",
    "Trace",
    "Turn",
    "UsageError",
    "Voice",
    "VoiceKind",
    "VoiceSummary",
    "Weighed",
    "Wording",
    "from_dict",
    "load_reader",
    "open",
    "read",
    "read_all",
    "schema",
    "to_dict",
    "watch",
]

_HOMES = {
    "sayso.engine.compare": ("Comparison",),
    "sayso.engine.diff": ("Diff",),
    "sayso.engine.forgetting": ("Forgettable", "Forgotten"),
    "sayso.engine.ingesting": ("Doing", "Ingested", "Progress"),
    "sayso.engine.ledger": ("Ledger",),
    "sayso.engine.read": ("Reader",),
    "sayso.engine.rows": ("Rows",),
    "sayso.engine.showing": ("ShownArticle", "ShownClaim"),
    "sayso.engine.timeline": ("Timeline",),
    "sayso.engine.trace": ("Trace",),
    "sayso.engine.watching": ("watch",),
    "sayso.errors": ("InputError", "LedgerError", "ModelError", "SaysoError", "UsageError"),
    "sayso.export.records": ("from_dict", "to_dict"),
    "sayso.reading": ("load_reader",),
    "sayso.store.upkeep": ("Finding",),
    "sayso.types.actor": ("Actor", "ActorKind", "ActorMention"),
    "sayso.types.attribution": ("Attribution", "Manner", "Polarity", "Producer", "Resolution", "Voice", "VoiceKind"),
    "sayso.types.claim": ("Claim", "ClaimKind", "Grounding", "Report"),
    "sayso.types.contrast": ("Aspect", "Contrast", "Difference"),
    "sayso.types.document": ("Basis", "Document", "Known", "Rejection", "Stage"),
    "sayso.types.event": (
        "Argument",
        "Certainty",
        "Event",
        "EventMention",
        "EventType",
        "Occurrence",
        "Participant",
        "Phase",
        "Reality",
        "Role",
        "Stance",
        "Status",
    ),
    "sayso.types.news": ("More", "News", "NewsKind", "Stand"),
    "sayso.types.place": ("Location", "Place", "Precision"),
    "sayso.types.reading": (
        *("EntityType", "Mention", "Reading", "RespunPhrase", "Sentence", "VoiceSummary", "Wording"),
    ),
    "sayso.types.span": ("Span",),
    "sayso.types.time": ("AnchorKind", "Granularity", "TimeAnchor", "TimeExpression", "TimexType"),
    "sayso.types.timeline": ("Moment", "MomentKind", "Turn"),
    "sayso.types.weighing": (
        *("Article", "Assertion", "Bounds", "Modality", "Origin", "OriginKind", "Proposition", "Reason", "Side"),
        *("Standing", "Step", "Teller", "Weighed"),
    ),
}


def read(
    path: str | PathLike[str] | None = None,
    *,
    text: str | None = None,
    url: str | None = None,
    published: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    reader: Reader | None = None,
) -> Report:
    """Read one article: a file, or ``text``.

    What is told about it (``published`` as an ISO 8601 date or date-time) counts for more than what
    the file says. Nothing is fetched from ``url``. ``reader`` is a model from ``load_reader``; without
    one, the model in the package is loaded once and kept.

    Raises ``InputError`` when the article is set aside (empty, not English, broken ...),
    ``UsageError`` when there is not exactly one article, ``ModelError`` when the model cannot be loaded.
    """
    from sayso.engine.one import Told, read_one

    told = Told(title=title, publisher=publisher, published=published, url=url)
    return read_one(path, text, told, reader or _own_reader())


def read_all(
    paths: Iterable[str | PathLike[str]] | str | PathLike[str], *, reader: Reader | None = None
) -> Iterator[Report | Rejection]:
    """Read files and folders, one article after the other; ``"-"`` is standard input.

    What cannot be read comes as a ``Rejection`` with its reason. Raises ``ModelError`` when the model
    cannot be loaded.
    """
    from sayso.engine.read import read_documents
    from sayso.intake import documents

    listed = [paths] if isinstance(paths, str | PathLike) else paths
    return read_documents(documents(listed), reader or _own_reader())


def open(path: str | PathLike[str], *, create: bool = False) -> Ledger:
    """The ledger at ``path``; close it, or use it in a ``with`` statement.

    ``create`` makes one, and the folders above it, where there is none, and brings one that an older version made up to
    date. It has to be asked for: a mistyped path would else look like a ledger that lost everything.

    Raises ``LedgerError`` when there is none, or it cannot be read.
    """
    from sayso.cli.clock import now
    from sayso.engine.ledger import Ledger

    return Ledger(path, create=create, now=now)


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the JSON that ``to_dict`` and ``sayso read`` give."""
    from sayso.export import records

    return records.schema()


@cache
def _own_reader() -> Reader:
    from sayso.reading import load_reader

    return load_reader()


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return import_module("sayso.engine.version").version()
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
