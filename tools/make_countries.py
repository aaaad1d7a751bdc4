"""Builds the table of countries that the reading room takes country names, capitals and nationalities from.

Names of countries come from CLDR (English territory names, Unicode License v3) through Babel; capitals,
nationalities and further names from ``tools/nationalities.tsv``. Fails when a code of that file is
unknown to CLDR, so that a slip of the pen cannot pass.

The grounding room has the same table under a name of its own, as rooms do not reach into each other.

usage: python tools/make_countries.py | tee src/sayso/reading/voices/data/countries.tsv \\
           > src/sayso/grounding/actors/data/states.tsv     (needs babel)
"""

from __future__ import annotations

import sys
from pathlib import Path

import babel

HERE = Path(__file__).parent
COLUMNS = 4  # code, capitals, nationalities, further names


def rows() -> list[tuple[str, str, str, str]]:
    """Code, names, capitals, nationalities of every country, sorted by code; values parted by '|'."""
    territories = babel.Locale("en").territories
    out = []
    for line in (HERE / "nationalities.tsv").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        code, capitals, people, further = (line.split("\t") + [""] * COLUMNS)[:COLUMNS]
        if code not in territories:
            raise SystemExit(f"make_countries.py: nationalities.tsv: CLDR has no territory {code!r}; mend the code")
        names = [territories[code], territories[code].replace(" & ", " and "), *filter(None, further.split("|"))]
        out.append((code, "|".join(dict.fromkeys(names)), capitals, people))
    return sorted(out)


def main() -> int:
    """Print the table to standard output."""
    print("# Made by tools/make_countries.py from CLDR (Unicode License v3) and tools/nationalities.tsv; do not edit.")
    print("# code, names of the country, capitals, nationalities; several values are parted by '|'")
    for row in rows():
        print("\t".join(row))
    return 0


if __name__ == "__main__":
    sys.exit(main())
