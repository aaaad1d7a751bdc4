from __future__ import annotations

import pytest

from bench.storygold import Root
from bench.storyroots import paired
from sayso.types.weighing import Origin, OriginKind


def pair(names: tuple[str, ...], kind: str, written: str, found: str, where: str = "d_1") -> bool:
    root = Root("r", names, OriginKind(kind), None)
    origin = Origin("o", OriginKind(found), written, (written,), None, True, ("c_1",))
    return paired([root], {"r": {"d_1", "d_2"}}, [origin], {"o": {where}}) == {"r": "o"}


@pytest.mark.parametrize(
    ("names", "kind", "written", "found", "same"),
    [
        (("Vitaliy Kyrylov",), "named", "Witalij Kyryłow", "named", True),
        (("Vitaliy Kyrylov",), "named", "Kirilov", "named", True),
        (("the regional territorial defence",), "named", "Regional Territorial Defence", "named", True),
        (("an American official",), "unnamed", "American official's", "unnamed", True),
        (("Vitaliy Kyrylov",), "named", "Anna Dorn", "named", False),
        (("Vitaliy Kyrylov",), "named", "Vitaliy Kyrylov", "unnamed", False),
        (("Kolvast Telegraph",), "witness", "The Kolvast Telegraph", "channel", True),
        (("Steppe Crisis Monitor",), "named", "a report of the Steppe Crisis Monitor", "document", True),
        (("officials",), "unnamed", "sources", "unnamed", True),
        (("Vale Courier",), "unsourced", "a text", "unsourced", True),
        (("Vale Courier",), "unsourced", "a text", "unnamed", False),
    ],
)
def test_roots_are_known_by_name_or_place(
    names: tuple[str, ...], kind: str, written: str, found: str, same: bool
) -> None:
    assert pair(names, kind, written, found) is same


def test_unnamed_ones_of_another_text_are_others() -> None:
    assert pair(("officials",), "unnamed", "officials", "unnamed", where="d_9") is False
    assert pair(("Anna Dorn",), "named", "Anna Dorn", "named", where="d_9") is True


def test_each_root_is_found_once() -> None:
    root = Root("r", ("Anna Dorn",), OriginKind.NAMED, None)
    origins = [Origin(f"o{k}", OriginKind.NAMED, "Dorn", ("Dorn",), None, True, ()) for k in range(2)]
    assert paired([root], {"r": {"d_1"}}, origins, {"o0": set(), "o1": {"d_1"}}) == {"r": "o1"}
