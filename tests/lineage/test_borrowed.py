from sayso.lineage.borrowed import Ground, borrowed
from sayso.lineage.clusters import ties
from sayso.lineage.evidence import text_of
from sayso.types.document import Document
from tests.copies import ORIGINAL, OTHER, RESPUN, document, linked

ORIGIN = document("d_origin", ORIGINAL, "Lisk Lantern", "2022-03-04T08:00:00Z")
COPY = document("d_copy", RESPUN, "Trend Gazette", "2022-03-04T12:00:00Z")
OWN = ("The weather office warned of floods along both banks and asked the villages to move their boats inland before "
       "Sunday, when the snow in the hills is to melt all at once.")  # fmt: skip
USER = document(
    "d_user", (OWN, OWN.replace("floods", "storms"), ORIGINAL[3], ORIGINAL[4]), "Daily Mix", "2022-03-06T08:00:00Z"
)


def ground(groups: tuple[tuple[Document, ...], ...]) -> Ground:
    given = [d for group in groups for d in group]
    return Ground(
        members=tuple(tuple(sorted(d.id for d in group)) for group in groups),
        firsts=tuple(group[0].id for group in groups),
        family={d.id: k for k, group in enumerate(groups) for d in group},
        parents={d.id: None if d is group[0] else group[0].id for group in groups for d in group},
        tied=ties(linked(given)),
        texts={d.id: text_of(d) for d in given},
    )


def test_the_later_one_borrows_from_the_first_of_a_family() -> None:
    found = ground(((ORIGIN, COPY), (USER,)))
    ((source, chance),) = borrowed("d_user", found)
    assert source == "d_origin" and chance > 0.7
    assert borrowed("d_origin", found) == [] and borrowed("d_copy", found) == []


def test_a_copy_of_the_borrower_borrows_nothing_itself() -> None:
    again = document("d_vagain", (OWN, OWN.replace("floods", "storms"), ORIGINAL[3], ORIGINAL[4]), "Tessen Post")
    found = ground(((ORIGIN, COPY), (USER, again)))
    assert [source for source, _ in borrowed("d_user", found)] == ["d_origin"]
    assert borrowed("d_vagain", found) == []


def test_two_users_of_one_passage_are_not_each_others_source() -> None:
    second = document("d_second", (*OTHER[:2], ORIGINAL[3], ORIGINAL[4]), "Vessar Post", "2022-03-05T08:00:00Z")
    found = ground(((ORIGIN, COPY), (USER,), (second,)))
    assert [source for source, _ in borrowed("d_user", found)] == ["d_origin"]
