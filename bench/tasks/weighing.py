"""Claims across articles: our own stories, both splits, with counters of outlets and of texts; events across ECB+.

The same functions as ``bench.storybench`` and ``bench.coreference``, which print more.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench import coreference
from bench.storybench import run
from bench.storyfigures import figures
from bench.storygold import folders
from bench.storyscore import Scored

# Our names for the figures of the story bench.
STORY = {
    "bcubed_f1": "bcubed f1",
    "root_f1": "root f1",
    "bounds_exact": "bounds exact",
    "least_exact": "least exact",
    "standing": "standing right",
    "false_corroboration": "false corroboration",
    "outlets_exact": "outlets exact",
    "outlets_false_corroboration": "outlets false corroboration",
    "texts_exact": "texts exact",
    "texts_false_corroboration": "texts false corroboration",
}
EVENTS = ("gold_conll", "gold_stem_conll", "read_conll", "read_stem_conll")


def weighings(corpora: Path, scorers: Path, out: Path) -> dict[str, float | None]:
    """Figures by split of the stories, and of ECB+ dev. Ledgers are made anew; readings of ECB+ are kept in ``out``."""
    found: dict[str, float | None] = {}
    for split in ("dev", "test"):
        with tempfile.TemporaryDirectory() as keep:
            whole = sum((scored for _, scored in run(folders(split), Path(keep))), Scored((), ()))
        told = figures(whole)
        found |= {f"{split}_{name}": told[key] for name, key in STORY.items()}
    kept = out / "coreference"
    kept.mkdir(parents=True, exist_ok=True)
    events = coreference.measured(corpora, scorers, kept)
    return found | {f"ecbplus_{name}": events[name] for name in EVENTS}
