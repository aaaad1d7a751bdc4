"""A family made by hand for tests of what shows families."""

from __future__ import annotations

from sayso.types.lineage import Alignment, Alteration, Derivation, Family, Kind, Passage, QuotedAgain
from sayso.types.listed import Relative
from sayso.types.span import Span

SHARED = Alignment((Passage(Span(0, 40), Span(3, 41)),), 0.9, 0.8, 0.75, 1.0)


def derivation(child: str, parent: str, kind: Kind = Kind.CUT, *altered: Alteration | None) -> Derivation:
    """``child`` made from ``parent``, with one quotation for each of ``altered``."""
    quotes = tuple(QuotedAgain(Span(9 * k, 9 * k + 8), Span(9 * k + 1, 9 * k + 9), a) for k, a in enumerate(altered))
    return Derivation(parent, child, kind, 0.978, 0.913, SHARED, quotes, ("published earlier", "holds more"))


def relative(id: str, published: str | None, outlet: str | None, title: str | None = "A title") -> Relative:
    return Relative(id, published, outlet, title, None)


KNOWN = {
    r.id: r
    for r in (
        relative("d_00a1", "2022-03-01", "Alder Wire", "Battalions stay"),
        relative("d_00a2", "2022-03-02T10:00:00Z", "The Harbour Post", "Battalions stay put"),
        relative("d_00a3", None, "Norrin Gazette", None),
        relative("d_00a4", "2022-03-05", "<b>\x1b[31m & “Co”", 'Tit\u202ele "x" \\ y'),
        relative("d_00b1", "2022-02-01", "Coast Radio", "Another matter"),
    )
}
FAMILY = Family(
    "d_00a1",
    ("d_00a1", "d_00a2", "d_00a3", "d_00a4"),
    (
        derivation("d_00a2", "d_00a1", Kind.CUT, None, None),
        derivation("d_00a4", "d_00a2", Kind.RESPUN, Alteration.NUMBER, None, Alteration.NEGATION),
        derivation("d_00a3", "d_00b1", Kind.PARTIAL),
    ),
)
ABSENT = Family("d_00a1", ("d_00a1", "d_00a2", "d_00a3"), (derivation("d_00a2", "d_00a1"),), "Suspilne")


def short(id: str) -> str:
    """Ids of tests are short enough."""
    return id
