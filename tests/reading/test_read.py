from sayso.reading import load_reader
from sayso.types.document import Document

TEXTS = (
    "“No,” said Marta Lund, the minister. She added that nobody had asked.",
    "Reports say the bridge is gone. " * 120,
    "The army denied it.",
)


def documents() -> list[Document]:
    return [Document(f"d_{k:016x}", text, f"{k}.txt", "plain") for k, text in enumerate(TEXTS)]


def test_a_reading_is_the_same_whatever_its_neighbours_and_threads() -> None:
    alone = [load_reader(threads=1).read(d) for d in documents()]
    together = load_reader(threads=2).read_batch(documents()[::-1])
    assert together[::-1] == alone
    assert load_reader(threads=2).read(documents()[1]) == alone[1]


def test_readings_come_one_by_one_in_order() -> None:
    for threads in (1, 2):
        reader = load_reader(threads=threads)
        flow = reader.read_each(documents())
        assert next(flow).document == documents()[0]
        assert [r.document for r in flow] == documents()[1:]


def test_a_reading_holds_its_document_and_model() -> None:
    (reading, *_) = load_reader(threads=1).read_batch(documents())
    assert reading.document == documents()[0]
    assert reading.model.name == "model:reader" and reading.model.version
    assert [s.span.of(TEXTS[0]) for s in reading.sentences] == [
        "“No,” said Marta Lund, the minister.",
        "She added that nobody had asked.",
    ]
    assert reading.attributions


def test_a_transcript_is_direct_speech_of_whoever_the_labels_name() -> None:
    text = "The mayor spoke to Radio Lund.\n\nHOST: Did it cross?\n\nMARTA VEIL: No. It turned back at noon.\n"
    (reading,) = load_reader(threads=1).read_batch([Document("d_00000000000000aa", text, "t.txt", "plain")])
    found = [(a.voice.name, a.voice.kind.value, a.manner.value) for a in reading.attributions]
    assert ("HOST", "unnamed", "direct") in found
    assert ("MARTA VEIL", "person", "direct") in found
