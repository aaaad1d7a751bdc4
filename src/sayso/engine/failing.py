"""What is told of a fault of comparing or weighing: it stops nothing else, and is listed until it is gone."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb
from typing import Final

from sayso.types.document import Rejection, Stage

REPORT: Final = "please report this"


def unclaimed(origin: str, error: Exception) -> Rejection:
    """What a document claims could not be worked out."""
    message = f"{origin}: what it claims could not be worked out ({_what(error)}); {REPORT} with the document"
    return Rejection(origin, Stage.WEIGHING, "claims-failed", message)


def uncompared(origin: str, error: Exception) -> Rejection:
    """The claims of a document could not be compared with those of others."""
    message = f"{origin}: some of its claims were not compared with others ({_what(error)}); {REPORT} with the document"
    return Rejection(origin, Stage.WEIGHING, "matching-failed", message)


def unsorted(claim: str, articles: int, error: Exception) -> Rejection:
    """It could not be found which of these assertions are about one thing; each stands alone."""
    message = f"{claim}: told by {articles} articles that stay apart, as they could not be sorted ({_what(error)})"
    return Rejection(claim, Stage.WEIGHING, "clustering-failed", f"{message}; {REPORT}")


def unweighed(claim: str, articles: int, error: Exception) -> Rejection:
    """A claim across articles could not be weighed."""
    told = "1 article" if articles == 1 else f"{articles:,} articles"
    message = f"{claim}: told by {told}, could not be weighed ({_what(error)}); 'sayso claims --each' has it"
    return Rejection(claim, Stage.WEIGHING, "weighing-failed", f"{message}; {REPORT}")


def _what(error: Exception) -> str:
    """The kind of error and its place. Its words are left out: they may be those of an article."""
    frames = extract_tb(error.__traceback__)
    where = f" in {Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{where}"
