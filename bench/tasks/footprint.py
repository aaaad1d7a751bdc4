"""Size of weights and installation, start-up times. Each time is the best of five fresh processes."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from importlib import metadata
from pathlib import Path

from sayso.reading.session import PACKAGED

RUNS = 5


def footprint() -> dict[str, float | None]:
    """Sizes in MB (10^6 bytes) and times in seconds."""
    weights = sum(f.stat().st_size for f in PACKAGED.iterdir() if f.is_file())
    article = "MINSK — “We have not crossed,” said Anna Example, a spokeswoman for the ministry. " * 8
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(article, encoding="utf-8")
        cold = _best([sys.executable, "-m", "sayso", "read", "-q", str(path)])
    nothing = _best([sys.executable, "-c", "pass"])
    return {
        "weights_mb": weights / 1e6,
        "install_mb": installed() / 1e6,
        "import_s": max(_best([sys.executable, "-c", "import sayso"]) - nothing, 0.0),
        "cold_read_s": cold,
    }


def installed() -> int:
    """Bytes of sayso and of every distribution it needs at run time, as installed here."""
    wanted, sizes = ["sayso"], {}
    while wanted:
        name = wanted.pop()
        if name in sizes:
            continue
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            sizes[name] = 0  # a requirement for another platform
            continue
        files = [Path(str(f.locate())) for f in found.files or ()]
        sizes[name] = sum(f.stat().st_size for f in files if f.is_file())
        wanted += [_name(r) for r in found.requires or () if "extra ==" not in r]
    own = Path(sys.modules["sayso"].__file__ or "").parent
    if sizes["sayso"] < 1_000_000:  # an editable installation lists no files
        sizes["sayso"] = sum(f.stat().st_size for f in own.rglob("*") if f.is_file() and "__pycache__" not in f.parts)
    return sum(sizes.values())


def _name(requirement: str) -> str:
    return "".join(c if c.isalnum() or c in "-_." else " " for c in requirement).split()[0]


def _best(command: list[str]) -> float:
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - started)
    return min(times)
