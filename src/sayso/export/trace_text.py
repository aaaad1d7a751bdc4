"""What stands behind a claim, as lines that can be read aloud."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from sayso.export import review_words
from sayso.export import trace_words as words
from sayso.export.flow import Piece, clipped, flow
from sayso.export.format import View
from sayso.export.trace_tree import Branch, Half, Root, Tree, doubts
from sayso.export.visible import prose
from sayso.export.words import date, listed, number
from sayso.types.review import Action, Fate
from sayso.types.weighing import Article, Assertion, Reason, Side, Standing

Short = Callable[[str], str]
LONGEST: Final = 240  # cells of what an article says
MOST: Final = 25  # articles of one origin that are told one by one
DECISIONS: Final = 8  # of people that are told, the latest
REASONS: Final = 14  # of one side that are told
OUTLETS: Final = 6  # outlets of copies that are named
ALARMING: Final = (Standing.CONTESTED, Standing.DENIED, Standing.WITHDRAWN)
DAY: Final = len("2022-03-08")


def lines(tree: Tree, view: View, short: Short) -> Iterator[str]:
    """The claim and how it stands; for each side the bounds with their reasons, then each origin with its articles."""
    found = tree.proposition

    def told(text: str, style: str = "", indent: str = "") -> list[str]:
        return flow([Piece(text, style)], view.width, indent, indent + "  ", view.colour)

    yield from told(prose(found.text), "title")
    standing = words.STANDINGS[found.weighed.standing]
    alarm = "alarm" if found.weighed.standing in ALARMING else "source"
    pieces = [Piece(f"{standing}:", alarm), Piece(prose(found.weighed.standing_reason) or "no reason is given")]
    yield from flow(pieces, view.width, "", "  ", view.colour)
    yield from told(f"{short(found.id)} · {words.summary(found)}", "dim")
    if found.related:
        others = words.several([short(id) for id in found.related])
        yield from told(f"the same event, but planned, demanded or done: {others}", "dim")
    yield from _decided(tree, view, short)
    for half in tree.halves:
        yield ""
        yield from _half(tree, half, view, short)


def _decided(tree: Tree, view: View, short: Short) -> Iterator[str]:
    """What people decided and did not take back: the counts below are found with it."""
    found = [row for row in tree.traced.decisions if row.fate is Fate.HOLDS and row.action is not Action.UNDO]
    if not found:
        return
    yield ""
    yield from flow([Piece("Decided by people", "title")], view.width, "", "  ", view.colour)
    for row in found[-DECISIONS:]:
        yield from flow([Piece(review_words.line(row, short), "voice")], view.width, "  - ", "    ", view.colour)
    if len(found) > DECISIONS:
        told = f"+ {number(len(found) - DECISIONS, 'earlier decision')}; sayso review {short(tree.proposition.id)}"
        yield from flow([Piece(told, "dim")], view.width, "  ", "    ", view.colour)


def _half(tree: Tree, half: Half, view: View, short: Short) -> Iterator[str]:
    heading = words.SIDES[half.side]
    if half.bounds is not None:
        heading += f": {words.bounds(half.bounds)}"
    yield from flow([Piece(heading, "title")], view.width, "", "  ", view.colour)
    reasons = half.bounds.reasons if half.bounds else ()
    for reason in reasons[:REASONS]:
        yield from _reason(reason, view)
    if len(reasons) > REASONS:
        told = f"+ {number(len(reasons) - REASONS, 'more reason')}; --output-format json gives all"
        yield from flow([Piece(told, "dim")], view.width, "  ", "    ", view.colour)
    here = {root.origin.id for root in half.roots}
    for doubt in doubts(tree.proposition):
        if {doubt.one.id, doubt.other.id} <= here:
            told = f"one and the same? sayso review {short(tree.proposition.id)} --same {doubt.one.id} {doubt.other.id}"
            yield from flow([Piece(told, "dim")], view.width, "    ", "      ", view.colour)
    for number_, root in enumerate(half.roots, 1):
        yield ""
        yield from _root(tree, root, number_, view, short)
    if half.loose:
        yield ""
        yield from flow([Piece("of no known origin", "source")], view.width, "  ", "    ", view.colour)
        yield from _branches(tree, half.loose, view, short)


def _reason(reason: Reason, view: View) -> Iterator[str]:
    yield from flow([Piece(prose(reason.sentence))], view.width, "  - ", "    ", view.colour)


def _root(tree: Tree, root: Root, place: int, view: View, short: Short) -> Iterator[str]:
    origin = root.origin
    pieces = [Piece(prose(words.origin_name(origin)), "source"), Piece(f"({words.kind(origin)})")]
    if camp := words.camp(origin):
        pieces.append(Piece(f"· speaks for {prose(camp)}", "dim"))
    yield from flow(pieces, view.width, f"{place:>3}. ", "     ", view.colour)
    told = []
    if spellings := words.spellings(origin):
        told.append(f"also written {prose(words.several(spellings))}")
    if root.both:
        told.append("speaks on both sides")
    for step in root.rests:
        other = next((o for o in tree.proposition.weighed.origins if o.id == step.parent), None)
        name = prose(words.origin_name(other)) if other else short(step.parent)
        told.append(f"has it from {name}{words.doubt(step.doubt)}")
    for line in told:
        yield from flow([Piece(line, "dim")], view.width, "     ", "       ", view.colour)
    yield from _branches(tree, root.branches, view, short)


def _branches(tree: Tree, branches: tuple[Branch, ...], view: View, short: Short) -> Iterator[str]:
    for branch in branches[:MOST]:
        yield from _branch(tree, branch, view, short)
    left = branches[MOST:]
    if left:
        copies = sum(branch.copied for branch in left)
        told = f"+ {number(len(left), 'more article')}" + (f" with {words.copies(copies)}" if copies else "")
        yield from flow(
            [Piece(f"{told}; --output-format json gives all", "dim")], view.width, "     ", "  ", view.colour
        )


def _branch(tree: Tree, branch: Branch, view: View, short: Short) -> Iterator[str]:
    below = " " * 9

    def told(text: str, style: str = "") -> list[str]:
        return flow([Piece(text, style)], view.width, below, below + "  ", view.colour)

    yield from flow(
        [Piece(facts(branch.article, branch.head, short), "voice")], view.width, "     - ", below, view.colour
    )
    yield from _passages(tree, (branch.head, *branch.also), view, below)
    mine = {a.id for a in (branch.head, *branch.also)}
    for row in tree.traced.decisions:
        if row.fate is Fate.HOLDS and row.action in (Action.SIDE, Action.ROOT) and mine & {*row.about}:
            yield from told(review_words.line(row, short), "voice")
    for step in branch.cites:
        yield from told(f"leads on to {_name(tree, step.parent, short)}{words.doubt(step.doubt)}", "dim")
    for joined in tree.traced.joined:
        if joined.id in mine and joined.other not in mine:
            told_as = f"joined with {_name(tree, joined.other, short)}: {prose(words.because(joined))}"
            yield from told(told_as, "dim")
    if branch.copied:
        yield from told(f"+ {words.copies(branch.copied)}{_outlets(tree, branch)}", "dim")


def _name(tree: Tree, id: str, short: Short) -> str:
    """An assertion by its article; only by its id where it is not of this claim."""
    other = next((a for a in tree.proposition.assertions if a.id == id), None)
    article = tree.traced.articles.get(other.document) if other else None
    return facts(article, other, short) if article and other else short(id)


def _passages(tree: Tree, found: Sequence[Assertion], view: View, below: str) -> Iterator[str]:
    """What one article says at several places: the words, on whose word, and how it comes to know; nothing twice."""
    seen: set[str] = set()
    for a in found:
        said = clipped(prose(tree.traced.words.get((a.document, a.span), "") or a.text), LONGEST)
        rows = [[Piece(f"“{said}”"), Piece(f"[{a.span.begin}:{a.span.end}]", "dim")]]
        rows += [[Piece(chain(tree, a))]] if len(a.chain) > 1 else []
        for label, style, spans in (("first hand:", "", a.witnessed), ("TAKEN BACK:", "alarm", a.withdrawal)):
            for span in spans[:1]:
                quoted = clipped(prose(tree.traced.words.get((a.document, span), "")), LONGEST)
                rows.append([Piece(f"{label} “{quoted}” [{span.begin}:{span.end}]", style)])
        for row in rows:
            line = " ".join(piece.text for piece in row)
            if line not in seen:
                seen.add(line)
                yield from flow(row, view.width, below, below + "  ", view.colour)


def facts(article: Article, assertion: Assertion, short: Short) -> str:
    """``The Harbour Post · 1 Mar 2022 · c_12ab345``."""
    when = date(article.published) if article.published else "date unknown"
    return " · ".join((prose(article.outlet or "outlet unknown"), when, short(assertion.id)))


def chain(tree: Tree, assertion: Assertion) -> str:
    """From the article to the root, with the words of saying and where the names stand."""
    out = []
    for teller in assertion.chain[1:]:
        name = prose(teller.name or "nobody named")
        if teller.office and prose(teller.office).casefold() not in name.casefold():
            name += f", {prose(teller.office)}"
        place = f" [{teller.mention.begin}:{teller.mention.end}]" if teller.mention else ""
        cues = [prose(tree.traced.words.get((assertion.document, span), "")) for span in teller.cue]
        said = f" “{' … '.join(filter(None, cues))}”" if any(cues) else ""
        out.append(f"{name}{place}{said}")
    return "on the word of " + ", who has it from ".join(out)


def _outlets(tree: Tree, branch: Branch) -> str:
    """The outlets of copies, in the order of their dates."""
    articles = tree.traced.articles
    names = dict.fromkeys(
        prose(articles[a.document].outlet or "outlet unknown")
        for a in branch.copies
        if a.document in articles and a.document != branch.article.id
    )
    shown = list(names)[:OUTLETS]
    more = len(names) - len(shown)
    changed = sum(a.side is not branch.head.side and a.side is not Side.OPEN for a in branch.copies)
    told = f": {listed([*shown, f'{more} more'] if more else shown)}" if shown else ""
    return told + (f"; {changed} of them turned round" if changed else "")
