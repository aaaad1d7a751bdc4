"""Speed of the reading pass on whole articles, beside the machine's own arithmetic and a stock pipeline, in one run."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from bench.tasks.conflict import articles
from sayso.engine.read import read_documents
from sayso.reading import encoding, spans
from sayso.reading.read import Reader
from sayso.reading.windows import cut
from sayso.types.document import Document

WORDS = 600  # of an article, as in the goal
ARTICLES = 48
REPEATS = 3
# Multiply-adds for one word piece in the encoder's matrix products: six layers of 4 H^2 (attention) + 8 H^2 (MLP).
MACS_PER_PIECE = 6 * 12 * 384 * 384


def corpus() -> list[Document]:
    """Articles as near to ``WORDS`` words as joining the conflict set's dev articles gives."""
    texts = [d["text"] for d in articles("dev")]
    out, k = [], 0
    while len(out) < ARTICLES:
        parts, size = [texts[k % len(texts)]], len(texts[k % len(texts)].split())
        k += 1
        while abs(size + len(texts[k % len(texts)].split()) - WORDS) < abs(size - WORDS):
            parts.append(texts[k % len(texts)])
            size += len(texts[k % len(texts)].split())
            k += 1
        out.append(Document(f"d_{len(out):016x}", "\n\n".join(parts), "speed", "plain"))
    return out


def _median(run: Callable[[], Any]) -> float:
    times = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        run()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def speed(reader: Reader) -> dict[str, float | str | None]:
    """Rates (articles, word pieces a second) and the share of the measured matrix-multiply peak, all threads in use."""
    documents = corpus()
    model = reader.model
    list(read_documents(documents[:2], reader))
    whole = _median(lambda: list(read_documents(documents, reader)))
    reading = _median(lambda: reader.read_batch(documents))
    raw = _median(lambda: [spans.read_text(model, d.text, "news") for d in documents[:12]]) / 12
    one = _median(lambda: [list(read_documents([d], reader)) for d in documents[:12]]) / 12
    pieces = windowed = 0
    for d in documents:
        tokens = model.tokenizer.tokenize(d.text)
        pieces += len(tokens.pieces)
        windowed += sum(
            int(tokens.first[w.end] - tokens.first[w.begin]) + 2 for w in cut(tokens, encoding.WINDOW, encoding.OVERLAP)
        )
    tokenizing = _median(lambda: [model.tokenizer.tokenize(d.text) for d in documents])
    peak = integer_peak()
    used = windowed * MACS_PER_PIECE * 2 / whole
    return {
        "cores": os.cpu_count() or 0,
        "threads": reader.threads,
        "articles": len(documents),
        "words_per_article": sum(len(d.text.split()) for d in documents) / len(documents),
        "articles_per_s": len(documents) / whole,
        "articles_per_s_without_grounding": len(documents) / reading,
        "pieces_per_s": pieces / whole,
        "windowed_pieces_per_s": windowed / whole,
        "one_article_s": one,
        "model_only_one_thread_s": raw,
        "tokenizing_pieces_per_s": pieces / tokenizing,
        "int8_matmul_peak_gops": peak / 1e9,
        "share_of_int8_peak": used / peak,
        "float32_matmul_peak_gflops": float_peak() / 1e9,
        "spacy_articles_per_s": spacy_rate([d.text for d in documents]),
    }


def integer_peak() -> float:
    """int8 operations a second of the runtime itself: one large quantized product on each core."""
    from concurrent.futures import ThreadPoolExecutor

    import onnxruntime
    from onnx import TensorProto, helper, numpy_helper, save

    rows, width, out = 512, 1536, 1536
    weights = np.random.default_rng(0).integers(-127, 127, (width, out), dtype=np.int8)
    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", ["x", "w"], ["y"])],
        "peak",
        [helper.make_tensor_value_info("x", TensorProto.UINT8, [rows, width])],
        [helper.make_tensor_value_info("y", TensorProto.INT32, [rows, out])],
        [numpy_helper.from_array(weights, "w")],
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "peak.onnx"
        save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), str(path))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        x = np.random.default_rng(1).integers(0, 255, (rows, width), dtype=np.uint8)
        cores, rounds = os.cpu_count() or 1, 40
        with ThreadPoolExecutor(cores) as pool:

            def work(_: int) -> None:
                for _ in range(rounds):
                    session.run(None, {"x": x})

            elapsed = _median(lambda: list(pool.map(work, range(cores))))
    return 2.0 * rows * width * out * rounds * cores / elapsed


def float_peak() -> float:
    """float32 operations a second of NumPy's matrix product with all its threads."""
    x = np.random.default_rng(0).standard_normal((2048, 2048), dtype=np.float32)
    return 2.0 * 2048**3 / _median(lambda: x @ x)


def spacy_rate(texts: list[str]) -> float | None:
    """Articles a second of a stock spaCy pipeline (tok2vec, tagger, parser, NER of the small English size) on
    all cores; weights are random, as only the time counts. None when spaCy is not installed."""
    try:
        import spacy
    except ImportError:
        return None
    nlp = spacy.blank("en")
    config = {
        "model": {
            "@architectures": "spacy.Tok2Vec.v2",
            "embed": {
                "@architectures": "spacy.MultiHashEmbed.v2",
                "width": 96,
                "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
                "rows": [5000, 1000, 2500, 2500, 50, 50],
                "include_static_vectors": False,
            },
            "encode": {
                "@architectures": "spacy.MaxoutWindowEncoder.v2",
                "width": 96,
                "depth": 4,
                "window_size": 1,
                "maxout_pieces": 3,
            },
        }
    }
    nlp.add_pipe("tok2vec", config=config)
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}
    tagger = nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    parser = nlp.add_pipe(
        "parser",
        config={
            "model": {
                "@architectures": "spacy.TransitionBasedParser.v2",
                "state_type": "parser",
                "extra_state_tokens": False,
                "hidden_width": 64,
                "maxout_pieces": 2,
                "use_upper": True,
                "tok2vec": listener,
            }
        },
    )
    ner = nlp.add_pipe(
        "ner",
        config={
            "model": {
                "@architectures": "spacy.TransitionBasedParser.v2",
                "state_type": "ner",
                "extra_state_tokens": False,
                "hidden_width": 64,
                "maxout_pieces": 2,
                "use_upper": True,
                "tok2vec": listener,
            }
        },
    )
    for tag in ("NN", "NNS", "VB", "VBD", "DT", "IN", "JJ", "NNP"):
        tagger.add_label(tag)
    for label in ("nsubj", "dobj", "det", "prep", "pobj", "ROOT", "ccomp"):
        parser.add_label(label)
    for label in ("PERSON", "ORG", "GPE"):
        ner.add_label(label)
    nlp.initialize()
    list(nlp.pipe(texts[:2]))
    processes = os.cpu_count() or 1
    return len(texts) / _median(lambda: list(nlp.pipe(texts, n_process=processes, batch_size=8)))
