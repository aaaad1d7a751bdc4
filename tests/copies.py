"""A family of our own writing: an original, what became of it, and a report that has nothing of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.lineage.align import align
from sayso.types.document import Basis, Document, Known
from sayso.types.lineage import Alignment

ORIGINAL = (
    "The ferry between Lisk and Orlen stayed in port for a second day on Friday as fighting went on along the southern "
    "bank of the river, the harbour master said.",
    "Marta Dovic, who has run the harbour since 2014, told reporters that four shells had landed near the landing "
    "stage on Thursday night and that nobody was hurt.",
    "“We will not sail before both sides have given us a promise in writing, and we have not got one,” she said.",
    "Colonel Ivan Brask, a spokesman for the Northern Command, denied that his troops had fired on the port and said "
    "that the shells came from the 12th Brigade across the river.",
    "The brigade did not answer questions. Its commander said last week that the port was being used to land weapons, "
    "which the mayor of Lisk, Petra Halm, called an excuse.",
    "About 300 people use the ferry every day. Buses over the Tessen bridge take three hours longer, and the bridge "
    "itself has been closed twice since the beginning of the month.",
)
RESPUN = (
    "The ferry between Lisk and Orlen remained in harbor for a second day on Friday as combat proceeded along the "
    "southern bank of the waterway, the harbour ace said.",
    "Marta Dovic, who has run the harbour since 2014, told correspondents that four projectiles had landed close to "
    "the landing phase on Thursday night and that no one was injured.",
    "“We will not cruise before the two sides have given us a guarantee in composing, and we have not one,” she said.",
    "Colonel Ivan Brask, a representative for the Northern Command, precluded that his soldiers had terminated on the "
    "harbor and said that the projectiles came from the 12th Brigade over the waterway.",
    "The unit did not answer inquiries. Its administrator said last week that the harbor was being utilized to land "
    "arms, which the chairman of Lisk, Petra Halm, called a pardon.",
    "About 300 individuals utilize the ferry each day. Transports over the Tessen bridge take three hours longer, and "
    "the bridge itself has been shut twice since the start of the month.",
)
OTHER = (
    "Farmers in the Vessar valley began to bring in the barley under the eyes of observers on Saturday, three weeks "
    "after the truce that their elders signed in a school at Korim.",
    "The observers' chief, Josef Aldi, said that his nineteen men had counted eleven breaches, most of them shots in "
    "the air at weddings, and one burnt tractor.",
    "Sheikh Omar Tull of the eastern villages promised to pay for the machine, and a committee of both sides is to "
    "meet each Tuesday at the mill.",
    "“The barley does not ask whose field it stands in,” he said, and invited the other side's elders to the feast.",
)


def document(id: str, paragraphs: Sequence[str], outlet: str | None = None, published: str | None = None) -> Document:
    """A document of these paragraphs under the id ``id``."""
    return Document(
        id=id,
        text="\n\n".join(paragraphs),
        origin=id,
        format="txt",
        publisher=Known(outlet, Basis.METADATA) if outlet else None,
        published=Known(published, Basis.METADATA) if published else None,
    )


def linked(documents: Sequence[Document]) -> dict[tuple[str, str], Alignment]:
    """The links of all pairs that share anything."""
    found = {(a.id, b.id): align(a.text, b.text) for a in documents for b in documents if a.id < b.id}
    return {pair: alignment for pair, alignment in found.items() if alignment.passages}


def family_set() -> tuple[Document, ...]:
    """An original, copies whole and cut, a respun one, one with an altered quotation, and an independent report."""
    altered = [p.replace("We will not sail", "We will sail") for p in ORIGINAL]
    return (
        document("d_original", ORIGINAL, "Lisk Lantern", "2022-03-04T08:00:00Z"),
        document("d_whole", (*ORIGINAL, "Source: Lisk Lantern"), "Orlen Herald", "2022-03-04T10:00:00Z"),
        document(
            "d_cut", ("ORLEN (Lisk Lantern) - " + ORIGINAL[0], *ORIGINAL[1:3]), "Tessen Post", "2022-03-04T09:00:00Z"
        ),
        document("d_respun", RESPUN, "Trend Gazette", "2022-03-05T09:00:00Z"),
        document("d_altered", altered, "Halm Tribune", "2022-03-04T20:00:00Z"),
        document("d_other", OTHER, "Vessar Times", "2022-03-04T07:00:00Z"),
    )


def dated(found: Document, published: str | None) -> Document:
    """The same document with another date."""
    return replace(found, published=Known(published, Basis.METADATA) if published else None)
