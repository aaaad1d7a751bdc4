"""Floors: figures that must not fall. Pinned with a hash of the data they were measured on."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from bench.table import LINES, Figures

FLOORS = Path(__file__).parent / "floors.json"
SLACK = 0.005  # rounding of different processors' arithmetic, measured between int8 kernels with and without VNNI
GATED = (
    *("polnear.", "respun.", "gum.", "conflict.", "entities.", "time.", "place."),
    *("events.", "wikievents.", "eventtype.", "factuality.", "coref.", "lineage."),
)


def fingerprint(corpora: Path, own: Path) -> str:
    """SHA-256 over the files that the gated figures are measured on."""
    files = [
        corpora / c / "dev.jsonl"
        for c in (
            *("polnear", "gum_attribution", "uner_ewt", "crossner_politics", "re3d", "wikigold", "gum_entities"),
            *("aquaint_timeml", "gum_dates", "eventstoryline_time", "lgl", "geovirus"),
            *("wikievents", "uds_ih2", "meantime_factuality"),
        )
    ]
    files.append(corpora / "plv" / "train.jsonl")
    files += [Path(__file__).parent / name for name in ("time_probe.jsonl", "place_probe.tsv", "actor_probe.tsv")]
    digest = hashlib.sha256()
    for file in (*files, *sorted(own.rglob("*.txt"))):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def broken(figures: Figures, pinned: dict[str, object], found: str) -> list[str]:
    """One line for each floor that the figures break, or for data that the floors were not made with."""
    if pinned.get("data") != found:
        return ["the data differ from those the floors were measured on; look at the figures, then 'make gate-update'"]
    lower = {line.key for line in LINES if line.lower}
    out = []
    floors = pinned["floors"]
    assert isinstance(floors, dict)
    for key, floor in floors.items():
        value = figures.get(key)
        if value is None:
            out.append(f"{key}: no figure, floor {floor:.4f}")
        elif (value > floor + SLACK) if key in lower else (value < floor - SLACK):
            out.append(f"{key}: {value:.4f}, floor {floor:.4f}")
    return out


def updated(figures: Figures, pinned: dict[str, object], found: str) -> tuple[dict[str, object], list[str]]:
    """New floors, and a line for each that would fall: a floor is lowered only in the open."""
    lower = {line.key for line in LINES if line.lower}
    floors = {k: round(v, 4) for k, v in figures.items() if v is not None and k.startswith(GATED)}
    old = pinned.get("floors", {})
    assert isinstance(old, dict)
    fallen = [
        f"{k}: {old[k]:.4f} -> {v:.4f}"
        for k, v in floors.items()
        if k in old and ((v > old[k]) if k in lower else (v < old[k]))
    ]
    return {"data": found, "floors": floors}, fallen


def load() -> dict[str, object]:
    """The pinned floors; empty when there are none yet."""
    if not FLOORS.is_file():
        return {}
    pinned: dict[str, object] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return pinned
