import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sayso
from sayso.engine.read import read_documents
from sayso.errors import ModelError
from sayso.types.claim import Grounding, Report
from sayso.types.document import Document, Rejection, Stage
from sayso.types.reading import Reading
from tests.readings import ENGLISH, FakeReader, document
from tests.reports import grounded

SET_ASIDE = Rejection("b.txt", Stage.INTAKE, "empty", "b.txt: holds no text")


class Recorder(FakeReader):
    """Remembers the batches; fails on texts that say so."""

    def __init__(self) -> None:
        super().__init__()
        self.batches: list[list[str]] = []

    def read_batch(self, documents: Sequence[Document]) -> list[Reading]:
        self.batches.append([d.origin for d in documents])
        for d in documents:
            if "MODEL" in d.text:
                raise ModelError("the weights are damaged; install sayso again")
            if "FAULT" in d.text:
                raise ValueError("no such\nthing")
        return super().read_batch(documents)


def origins(outcomes: Iterator[Report | Rejection]) -> list[str]:
    return [o.document.origin if isinstance(o, Report) else f"{o.origin} {o.reason}" for o in outcomes]


def test_outcomes_come_in_the_order_of_the_inputs() -> None:
    items = [document(ENGLISH, "a.txt"), SET_ASIDE, document(ENGLISH, "c.txt")]
    assert origins(read_documents(items, FakeReader(), ground=grounded)) == ["a.txt", "b.txt empty", "c.txt"]


def test_one_fault_sets_one_document_aside() -> None:
    reader = Recorder()
    items = [document(ENGLISH, "a.txt"), document("FAULT " + ENGLISH, "f.txt"), document(ENGLISH, "c.txt")]
    outcomes = list(read_documents(items, reader, ground=grounded))
    assert origins(iter(outcomes)) == ["a.txt", "f.txt reading-failed", "c.txt"]
    fault = outcomes[1]
    assert isinstance(fault, Rejection) and fault.stage is Stage.READING
    assert fault.message.startswith("f.txt: ") and "ValueError: no such thing" in fault.message


def test_a_reading_comes_with_what_it_means() -> None:
    (outcome,) = read_documents([document(ENGLISH, "a.txt")], FakeReader(), ground=grounded)
    assert isinstance(outcome, Report)
    assert outcome.grounding == grounded(outcome.reading)
    assert outcome.document.origin == "a.txt"


def test_a_fault_in_grounding_sets_one_document_aside() -> None:
    def ground(reading: Reading) -> Grounding:
        if reading.document.origin == "f.txt":
            raise ValueError("no such\nday")
        return grounded(reading)

    items = [document(ENGLISH, name) for name in ("a.txt", "f.txt", "c.txt")]
    outcomes = list(read_documents(items, FakeReader(), ground=ground))
    assert origins(iter(outcomes)) == ["a.txt", "f.txt grounding-failed", "c.txt"]
    fault = outcomes[1]
    assert isinstance(fault, Rejection) and fault.stage is Stage.READING
    assert fault.message.startswith("f.txt: ") and "ValueError: no such day" in fault.message


def test_a_damaged_gazetteer_stops_the_reading() -> None:
    def ground(reading: Reading) -> Grounding:
        raise ModelError("the gazetteer is damaged; install sayso again")

    with pytest.raises(ModelError, match="gazetteer"):
        list(read_documents([document(ENGLISH)], FakeReader(), ground=ground))


def test_a_broken_model_stops_the_reading() -> None:
    with pytest.raises(ModelError, match="install sayso again"):
        list(read_documents([document(ENGLISH), document("MODEL " + ENGLISH)], Recorder(), ground=grounded))


def test_a_reader_that_loses_a_document_is_not_trusted() -> None:
    class Forgetful(FakeReader):
        def read_batch(self, documents: Sequence[Document]) -> list[Reading]:
            return super().read_batch(documents)[1:]

    with pytest.raises(ModelError, match="1 readings for 2"):
        list(read_documents([document(ENGLISH), document(ENGLISH)], Forgetful(), ground=grounded))


def test_a_reader_that_makes_up_a_document_is_not_trusted() -> None:
    class Inventive(FakeReader):
        def read_batch(self, documents: Sequence[Document]) -> list[Reading]:
            return super().read_batch([*documents, *documents])

    with pytest.raises(ModelError, match="2 readings for 1"):
        list(read_documents([document(ENGLISH)], Inventive(), ground=grounded))


class Flow(Recorder):
    """Hands on each reading as it is asked for, and remembers when it was asked and when it was let go."""

    def __init__(self) -> None:
        super().__init__()
        self.log: list[str] = []

    def read_each(self, documents: Sequence[Document]) -> Iterator[Reading]:
        try:
            for d in documents:
                self.log.append(f"read {d.origin}")
                yield from self.read_batch([d])
        finally:
            self.log.append("over")


def test_a_reading_is_grounded_before_the_batch_is_read() -> None:
    reader = Flow()

    def ground(reading: Reading) -> Grounding:
        reader.log.append(f"ground {reading.document.origin}")
        return grounded(reading)

    items = [document(ENGLISH, "a"), SET_ASIDE, document(ENGLISH, "c")]
    assert origins(read_documents(items, reader, ground=ground)) == ["a", "b.txt empty", "c"]
    assert reader.log == ["read a", "ground a", "read c", "ground c", "over"]


def test_a_fault_in_a_flow_sets_one_document_aside() -> None:
    texts = {"a": ENGLISH, "f": "FAULT " + ENGLISH, "c": ENGLISH, "g": "FAULT " + ENGLISH}
    items = [document(text, name) for name, text in texts.items()]
    expected = ["a", "f reading-failed", "c", "g reading-failed"]
    assert origins(read_documents(items, Flow(), ground=grounded)) == expected


def test_a_flow_ends_with_whoever_stops_early() -> None:
    reader = Flow()
    outcomes = read_documents([document(ENGLISH, name) for name in "abc"], reader, ground=grounded)
    assert origins(iter([next(outcomes)])) == ["a"]
    outcomes.close()  # type: ignore[attr-defined]
    assert reader.log == ["read a", "over"]


@pytest.mark.parametrize("stop", [KeyboardInterrupt, ModelError])
def test_a_flow_ends_when_the_work_is_broken_off(stop: type[BaseException]) -> None:
    reader = Flow()

    def ground(reading: Reading) -> Grounding:
        raise stop

    with pytest.raises(stop):
        list(read_documents([document(ENGLISH, name) for name in "abc"], reader, ground=ground))
    assert reader.log == ["read a", "over"]


def test_documents_are_taken_as_they_are_needed() -> None:
    taken = []

    def source() -> Iterator[Document | Rejection]:
        yield SET_ASIDE
        for name in "abcdef":
            taken.append(name)
            yield document("x" * 10, name)

    outcomes = read_documents(source(), FakeReader(), ground=grounded, batch_characters=20)
    assert next(outcomes) == SET_ASIDE
    assert taken == []
    assert origins(iter([next(outcomes)])) == ["a"]
    assert taken == ["a", "b", "c"]  # the third showed that the batch was full


ASKS_FOR_THE_TIME = re.compile(r"\.(?:now|today|utcnow|localtime|gmtime|ctime)\(|\btime\.time\(")


def test_no_module_asks_what_day_it_is() -> None:
    assert ASKS_FOR_THE_TIME.search("datetime.now()") and not ASKS_FOR_THE_TIME.search("moment.time()")
    root = Path(sayso.__file__).parent
    asking = [f for f in root.rglob("*.py") if ASKS_FOR_THE_TIME.search(f.read_text(encoding="utf-8"))]
    # The moment of intake is kept beside a document; nothing that is read from it sees it.
    assert [f.relative_to(root).as_posix() for f in asking] == ["cli/clock.py"]


@given(st.lists(st.none() | st.integers(min_value=1, max_value=40)), st.integers(1, 50), st.integers(1, 5))
def test_nothing_is_lost_and_batches_keep_their_bounds(sizes: list[int | None], most: int, items: int) -> None:
    given_items = [
        Rejection(str(k), Stage.INTAKE, "empty", "") if size is None else document("x" * size, str(k))
        for k, size in enumerate(sizes)
    ]
    reader = Recorder()
    outcomes = origins(read_documents(given_items, reader, ground=grounded, batch_characters=most, batch_items=items))
    assert [name.split()[0] for name in outcomes] == [str(k) for k in range(len(sizes))]
    for batch in reader.batches:
        assert len(batch) <= items
        assert len(batch) == 1 or sum(sizes[int(name)] or 0 for name in batch) <= most
