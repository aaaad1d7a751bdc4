"""The gazetteer: about 260,000 places under 490,000 names, read from one file and looked up by bisection.

The file is an .npz of plain arrays, made by ``tools/make_gazetteer.py``; ``gazetteer.json`` beside it records its
SHA-256. Names are folded keys (``names.fold``) in the order of their bytes; each has postings, pairs of a place and of
how the name belongs to it.
"""

from __future__ import annotations

import hashlib
import io
import json
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.errors import ModelError
from sayso.grounding.places.names import skeleton
from sayso.types.place import Location, Precision

DATA = Path(__file__).parent / "data"
FORMAT = 1
MEND = "reinstall sayso or run tools/make_gazetteer.py"
# Two spellings with one skeleton must also look alike: share of letters in common runs (Ratcliff and Obershelp 1988).
# At .72 "Artyomovsk" still meets "Artemivsk"; at .60 "Kisima" met "Kismayo".
ALIKE = 0.72
PAGE = 32  # names; the first ones of all pages fit into memory, and bisecting these asks no Python function


class How(IntEnum):
    """How a name belongs to a place."""

    MAIN = 0  # its usual name, or one chosen by hand
    OTHER = 1  # a further or a foreign name, an older spelling
    PEOPLE = 2  # an adjective, the people
    SHORT = 3  # an abbreviation
    TRIMMED = 4  # the name of a region without its word for region


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that bears a name: its number in the gazetteer, and how the name belongs to it."""

    place: int
    how: How


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """The arrays of the file. A place is a number from 0; all arrays of places have the shape (places,).

    ``population`` holds log10(inhabitants + 1), for places by hand a weight on the same scale. ``region`` and
    ``district`` number the divisions over the whole world; -1 is none. ``held`` is the number of a tuple of countries.
    """

    keys: bytes
    key_ends: memoryview
    guide: tuple[bytes, ...]  # the first name of each page of names
    first_posting: memoryview
    posting_place: memoryview
    posting_how: memoryview
    rough_hash: NDArray[np.uint32]
    rough_key: NDArray[np.int32]
    display: tuple[str, ...]
    other_ids: tuple[str, ...]
    geonames_id: NDArray[np.int64]
    latitude: NDArray[np.float32]
    longitude: NDArray[np.float32]
    population: NDArray[np.float32]
    kind: NDArray[np.uint8]
    precision: NDArray[np.uint8]
    held: NDArray[np.uint16]
    region: NDArray[np.int32]
    district: NDArray[np.int32]
    kinds: tuple[str, ...]
    precisions: tuple[Precision, ...]
    countries: tuple[tuple[str, ...], ...]

    def kind_number(self, *names: str) -> NDArray[np.uint8]:
        """The numbers of some kinds of place."""
        return np.array([self.kinds.index(name) for name in names], np.uint8)

    def key(self, number: int) -> bytes:
        """The name with this number, folded."""
        return self.keys[self.key_ends[number - 1] + 1 if number else 0 : self.key_ends[number]]

    def exact(self, key: str) -> tuple[Hit, ...]:
        """The places that bear a folded name; empty when there is none."""
        wanted = key.encode()
        page = bisect_right(self.guide, wanted) - 1
        if not wanted or page < 0:
            return ()
        first, last = page * PAGE, min((page + 1) * PAGE, len(self.key_ends))
        number = bisect_left(range(first, last), wanted, key=self.key) + first
        return self._hits(number) if number < last and self.key(number) == wanted else ()

    def rough(self, key: str) -> tuple[Hit, ...]:
        """The places with a name that is spelt much like ``key`` and has the same skeleton."""
        rough = skeleton(key)
        if not rough:
            return ()
        number = int.from_bytes(hashlib.blake2b(rough.encode(), digest_size=4).digest(), "big")
        begin, end = np.searchsorted(self.rough_hash, np.array([number, number + 1], np.int64))
        found: dict[int, Hit] = {}
        for at in self.rough_key[begin:end].tolist():
            other = self.key(at).decode()
            if skeleton(other) == rough and SequenceMatcher(None, key, other, autojunk=False).ratio() >= ALIKE:
                found.update((hit.place, hit) for hit in self._hits(at) if hit.how in (How.MAIN, How.OTHER))
        return tuple(found[place] for place in sorted(found))

    def _hits(self, number: int) -> tuple[Hit, ...]:
        begin, end = self.first_posting[number], self.first_posting[number + 1]
        return tuple(Hit(self.posting_place[k], How(self.posting_how[k])) for k in range(begin, end))

    def location(self, place: int) -> Location:
        """The public record of a place."""
        number = int(self.geonames_id[place])
        return Location(
            f"geonames:{number}" if number > 0 else self.other_ids[-number],
            self.display[place],
            round(float(self.latitude[place]), 2),
            round(float(self.longitude[place]), 2),
            self.countries[int(self.held[place])],
            self.precisions[int(self.precision[place])],
        )


@cache
def gazetteer(folder: Path = DATA) -> Gazetteer:
    """The gazetteer, read on first use. Raises ``ModelError`` when it is missing, damaged or of another format."""
    try:
        record = json.loads((folder / "gazetteer.json").read_text(encoding="utf-8"))
        data = (folder / "gazetteer.npz").read_bytes()
        wanted, known = str(record["sha256"]), record["format"]
    except OSError as error:
        raise ModelError(f"no gazetteer in {folder} ({error.strerror or error}); {MEND}") from None
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{folder / 'gazetteer.json'} cannot be read ({error}); {MEND}") from None
    if known != FORMAT:
        raise ModelError(f"{folder / 'gazetteer.npz'} is of format {known}, this version reads {FORMAT}; {MEND}")
    if hashlib.sha256(data).hexdigest() != wanted:
        raise ModelError(f"{folder / 'gazetteer.npz'} is damaged (its SHA-256 is not the recorded one); {MEND}")
    with np.load(io.BytesIO(data), allow_pickle=False) as file:
        return _unpack({name: file[name] for name in file.files})


def _unpack(a: dict[str, Any]) -> Gazetteer:
    meta = json.loads(a["meta"].tobytes())
    numbers = np.cumsum(a["geonames_id"], dtype=np.int64)
    without = np.flatnonzero(numbers == 0)
    numbers[without] = -np.arange(len(without))
    ends = np.append(np.flatnonzero(a["keys"] == ord("\n")), len(a["keys"]))
    region, district = a["region"].astype(np.int32), a["district"].astype(np.int32)
    region[np.isin(region, meta["no_region"])] = -1
    district[np.isin(district, meta["no_district"])] = -1
    keys = a["keys"].tobytes()
    firsts = np.append(0, ends[PAGE - 1 : len(ends) - 1 : PAGE] + 1).tolist()
    lasts = ends[::PAGE].tolist()
    return Gazetteer(
        keys=keys,
        key_ends=ends.astype(np.int32).data,
        guide=tuple(keys[begin:end] for begin, end in zip(firsts, lasts, strict=True)),
        first_posting=np.append(0, np.cumsum(a["postings_per_key"])).astype(np.int32).data,
        posting_place=a["posting_place"].data,
        posting_how=a["posting_how"].data,
        rough_hash=np.cumsum(a["rough_hash"], dtype=np.int64),
        rough_key=a["rough_key"],
        display=tuple(a["display"].tobytes().decode().split("\n")),
        other_ids=tuple(a["other_ids"].tobytes().decode().split("\n")),
        geonames_id=numbers,
        latitude=a["latitude"].astype(np.float32) / 100,
        longitude=a["longitude"].astype(np.float32) / 100,
        population=a["population"].astype(np.float32) / 25,
        kind=a["kind"],
        precision=a["precision"],
        held=a["held"],
        region=region,
        district=district,
        kinds=tuple(meta["kinds"]),
        precisions=tuple(Precision(p) for p in meta["precisions"]),
        countries=tuple(tuple(codes) for codes in meta["held_codes"]),
    )
