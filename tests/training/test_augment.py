import random
from dataclasses import replace

from training.augment import guests, nested, recased, relined, requoted, respun
from training.corpora import Example, Gold, GoldEvent, Happenings, Pair

TEXT = (
    "Mayor says bridge gone\n\n“We saw it fall into the river,” Ana Holt said. "
    "The army denied that any shell had hit the bridge."
)
QUOTE = "“We saw it fall into the river,”"
A = Gold(((57, 65),), ((66, 70),), ((24, 56),))
B = Gold(((72, 80),), ((81, 87),), ((88, len(TEXT) - 1),))
EXAMPLE = Example("x", TEXT, "polnear", (A, B), None, ())


def words(example: Example) -> list[list[str]]:
    return [[example.text[b:e] for b, e in g.source + g.cue + g.content] for g in example.attributions]


def test_the_fixture_cuts_what_it_means_to() -> None:
    assert words(EXAMPLE) == [["Ana Holt", "said", QUOTE], ["The army", "denied", "that any shell had hit the bridge"]]


def test_marks_change_and_words_stay() -> None:
    for seed in range(20):
        changed = words(requoted(EXAMPLE, random.Random(seed)))
        assert [x[:2] for x in changed] == [x[:2] for x in words(EXAMPLE)]
        assert changed[0][2].strip("“”\"‘’'") == QUOTE[1:-1]


def test_lines_and_capitals_keep_every_span() -> None:
    for seed in range(20):
        rng = random.Random(seed)
        assert words(relined(EXAMPLE, rng)) == words(EXAMPLE)
        assert [[w.lower() for w in x] for x in words(recased(EXAMPLE, rng))] == [
            [w.lower() for w in x] for x in words(EXAMPLE)
        ]


def test_a_nested_sentence_brings_its_annotation() -> None:
    inner = guests([EXAMPLE], frozenset({"said", "denied"}))
    assert {s for s, _ in inner} == {f"{QUOTE} Ana Holt said", "The army denied that any shell had hit the bridge"}
    out = next(x for x in (nested(EXAMPLE, inner, random.Random(k)) for k in range(50)) if x != EXAMPLE)
    hosts, new = out.attributions[:2], out.attributions[2:]
    assert new
    for guest in new:
        begin, end = guest.content[0]
        assert any(b <= begin and end <= e for host in hosts for b, e in host.content)
    said = [[w.strip("“”‘’").lower() for w in x] for x in words(out)[2:]]
    plain = [[w.strip("“”‘’").lower() for w in x] for x in words(EXAMPLE)]
    assert all(x in plain for x in said)


def test_events_move_with_their_words() -> None:
    hit = TEXT.index("hit")
    event = GoldEvent("ASSAULT", (hit, hit + 3), (("recipient", (hit + 4, hit + 14)),), (("mode", "destroy"),))
    told = Happenings(
        "news", (event,), True, (((hit, hit + 3), -2.0),), (Pair((72, 80), (hit + 4, hit + 14), "REJECT"),)
    )
    text = replace(EXAMPLE, happenings=told, times=((0, 5),))
    for seed in range(20):
        out = requoted(relined(text, random.Random(seed)), random.Random(seed))
        assert out.happenings is not None
        assert out.times is not None
        (moved,) = out.happenings.events
        spans = [moved.trigger, moved.arguments[0][1], out.happenings.factuality[0][0], *out.times]
        spans += [out.happenings.pairs[0].actor, out.happenings.pairs[0].recipient]
        cut = [out.text[b:e] for b, e in spans]
        assert cut == ["hit", "the bridge", "hit", "Mayor", "The army", "the bridge"]


class Swaps:
    """A spinner that swaps one word."""

    def spin(self, text: str, rate: float, rng: random.Random) -> tuple[str, list[tuple[int, int, str]]]:
        at = text.find("bridge")
        return text.replace("bridge", "overpass", 1), [(at, at + 8, "bridge")] if at >= 0 else []


def test_swapped_words_are_known_where_the_text_was_clean() -> None:
    clean = replace(EXAMPLE, respun=())
    once = respun(clean, Swaps(), random.Random(1))
    assert once.respun is not None
    assert [once.text[b:e] for b, e in once.respun] == ["overpass", "overpass"]  # line by line
    later = requoted(relined(once, random.Random(3)), random.Random(4))
    assert [later.text[b:e] for b, e in later.respun or ()] == ["overpass", "overpass"]
    assert respun(EXAMPLE, Swaps(), random.Random(1)).respun is None
