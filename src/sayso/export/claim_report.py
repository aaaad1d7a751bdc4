"""A claim as a report that can be sent to somebody: one HTML file that needs nothing else, and prints on A4.

No script and no outside request, as in ``html.py``: both style sheets are inside, named by their hashes in a
Content-Security-Policy that allows nothing more. What came from articles is escaped text; private persons have no name
but in the words of an article.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Final

from sayso.export import review_words, timeline_words, trace_svg, trace_words
from sayso.export.markup import attribute, shown
from sayso.export.timeline_words import Telling
from sayso.export.trace_tree import Branch, Half, Root, Traced, Tree, tree
from sayso.export.unknown_of_claim import unknown
from sayso.export.visible import prose
from sayso.export.words import date, listed, number
from sayso.types.attribution import VoiceKind
from sayso.types.review import Action, Fate
from sayso.types.timeline import History, Moment, MomentKind, Turn
from sayso.types.weighing import Article, Assertion, Bounds, Side, Teller

Short = Callable[[str], str]
ORIGINS: Final = 60  # of one side that are told
BRANCHES: Final = 25  # articles of one origin
REASONS: Final = 14  # of one side
MOMENTS: Final = 150  # of the history
OUTLETS: Final = 8  # of copies that are named
WEB: Final = re.compile(r"https?://[^\s\x00-\x20\x7f]+", re.IGNORECASE)
PRODUCER: Final = re.compile(r"(\S+) sayso (\S+)")  # as the ledger notes who read an article
JUDGES: Final = (
    "Sayso does not judge what is true. It shows who says something, on whose word, and how many of those are"
    " independent of each other. One origin may be right, and many may be wrong."
)


@dataclass(frozen=True, slots=True)
class Material:
    """All that a report tells.

    ``at`` is when it is made (ISO 8601), ``version`` that of the program, ``producers`` who read its articles,
    ``articles`` how many the ledger holds, ``waiting`` how many of those are not compared with the others yet.
    """

    traced: Traced
    history: History
    at: str
    version: str
    producers: tuple[str, ...]
    articles: int
    waiting: int


def pieces(found: Material, short: Short) -> Iterator[str]:
    """The file, piece by piece."""
    told = tree(masked(found.traced))
    claim = told.proposition
    weighed = claim.weighed
    css = files("sayso.export").joinpath("claim_report.css").read_text(encoding="utf-8")
    yield _head(f"\n{css}", claim.text)
    yield '<body>\n<header>\n<p class="r-kind">Report on a claim</p>\n'
    yield f'<h1 dir="auto">{_line(claim.text or "(no words)")}</h1>\n'
    standing = trace_words.STANDINGS[weighed.standing].lower()
    since = f" Since {date(weighed.standing_since[:10])}." if weighed.standing_since else ""
    reason = _line(weighed.standing_reason or "No reason is given.")
    yield f'<p class="r-stands"><b class="r-{weighed.standing.name.lower()}">{standing}</b> {reason}{since}</p>\n'
    yield f'<p class="r-facts">{_line(trace_words.summary(claim))}</p>\n</header>\n<main>\n'
    yield from _counts(told)
    yield from _drawing(told, short)
    for half in told.halves:
        yield from _half(told, half)
    yield from _timeline(found.history)
    yield from _decisions(told, short)
    yield from _unknown(found)
    yield from _made(found)
    yield "</main>\n</body>\n</html>\n"


def masked(found: Traced) -> Traced:
    """The same without names of private persons, who stand in the words of articles alone."""

    def mask(teller: Teller) -> Teller:
        private = teller.kind is VoiceKind.PERSON and not teller.public
        return replace(teller, name=trace_words.PRIVATE, office=None) if private else teller

    tellings = tuple(replace(a, chain=tuple(map(mask, a.chain))) for a in found.proposition.assertions)
    return replace(found, proposition=replace(found.proposition, assertions=tellings))


def _line(text: str) -> str:
    """Words on one line, escaped."""
    return shown(prose(text))


def _head(style: str, title: str) -> str:
    hashes = " ".join(f"'sha256-{_digest(sheet)}'" for sheet in (style, trace_svg.STYLE))
    policy = f"default-src 'none'; style-src {hashes}; base-uri 'none'; form-action 'none'"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{attribute(prose(title))} · Sayso</title>\n<style>{trace_svg.STYLE}</style>\n<style>{style}</style>\n"
        "</head>\n"
    )


def _digest(sheet: str) -> str:
    return base64.b64encode(hashlib.sha256(sheet.encode("utf-8")).digest()).decode("ascii")


def _counts(told: Tree) -> Iterator[str]:
    weighed = told.proposition.weighed
    yield '<section class="r-counts">\n<h2>How many origins, and why</h2>\n'
    for side, bounds in ((Side.FOR, weighed.support), (Side.AGAINST, weighed.against)):
        if bounds.most or side is Side.FOR:
            yield f'<h3 class="r-{side.value}">{trace_words.SIDES[side]}: {trace_words.bounds(bounds)}</h3>\n'
            yield from _reasons(bounds)
    yield "</section>\n"


def _reasons(bounds: Bounds) -> Iterator[str]:
    rows = [_line(reason.sentence) for reason in bounds.reasons[:REASONS]]
    if len(bounds.reasons) > REASONS:
        rows.append(number(len(bounds.reasons) - REASONS, "more reason"))
    if rows:
        yield "<ul>\n" + "".join(f"<li>{row}</li>\n" for row in rows) + "</ul>\n"


def _drawing(told: Tree, short: Short) -> Iterator[str]:
    yield "<section>\n<h2>Who has it from whom</h2>\n"
    yield '<p class="r-quiet">Left the origins, right who says so on their word. Copies are counted, not drawn.</p>\n'
    for half in told.halves:
        yield f'<h3 class="r-{half.side.value}">{trace_words.SIDES[half.side]}</h3>\n<div class="r-drawing">\n'
        yield "\n".join(trace_svg.strips(replace(half, roots=half.roots[:ORIGINS]), short))
        yield "\n</div>\n"
    yield "</section>\n"


def _half(told: Tree, half: Half) -> Iterator[str]:
    yield f'<section>\n<h2 class="r-{half.side.value}">{trace_words.SIDES[half.side]}</h2>\n'
    for root in half.roots[:ORIGINS]:
        yield from _root(told, root)
    if len(half.roots) > ORIGINS:
        yield f"<p>{number(len(half.roots) - ORIGINS, 'more origin')} are not told here.</p>\n"
    if half.loose:
        yield "<h3>Of no known origin</h3>\n"
        yield from _branches(told, half.loose)
    yield "</section>\n"


def _root(told: Tree, root: Root) -> Iterator[str]:
    origin = root.origin
    facts = [trace_words.kind(origin)]
    if camp := trace_words.camp(origin):
        facts.append(f"speaks for {camp}")
    if spellings := trace_words.spellings(origin):
        facts.append(f"also written {trace_words.several(spellings)}")
    if root.both:
        facts.append("speaks on both sides")
    for step in root.rests:
        other = next((o for o in told.proposition.weighed.origins if o.id == step.parent), None)
        if other is not None:
            facts.append(f"has it from {trace_words.origin_name(other)}{trace_words.doubt(step.doubt)}")
    yield f"<h3><bdi>{_line(trace_words.origin_name(origin))}</bdi> <small>{_line('; '.join(facts))}</small></h3>\n"
    yield from _branches(told, root.branches)


def _branches(told: Tree, branches: tuple[Branch, ...]) -> Iterator[str]:
    yield "<ul class='r-said'>\n"
    for branch in branches[:BRANCHES]:
        yield f"<li>{_source(branch.article)}\n"
        yield from dict.fromkeys(row for a in (branch.head, *branch.also) for row in _passages(told, a))
        if branch.copied:
            yield f'<p class="r-quiet">Copied by {_line(_copies(told, branch))}.</p>\n'
        yield "</li>\n"
    yield "</ul>\n"
    if len(branches) > BRANCHES:
        yield f"<p>{number(len(branches) - BRANCHES, 'more article')} on this word.</p>\n"


def _passages(told: Tree, a: Assertion) -> Iterator[str]:
    """The exact words, on whose word, how the article comes to know, and whether it took them back."""
    words = told.traced.words.get((a.document, a.span), "") or a.text
    yield f'<blockquote dir="auto">{shown(words.strip())}</blockquote>\n'
    names = [teller.name or "nobody who is named" for teller in a.chain[1:]]
    if names:
        yield f'<p class="r-quiet">On the word of {_line(", who has it from ".join(names))}.</p>\n'
    else:
        yield '<p class="r-quiet">The article names nobody for it.</p>\n'
    for label, spans in (("At first hand", a.witnessed), ("Taken back", a.withdrawal)):
        quoted = [q for span in spans[:1] if (q := told.traced.words.get((a.document, span), ""))]
        yield from (f'<p class="r-quiet">{label}: <q dir="auto">{shown(q)}</q></p>\n' for q in quoted)


def _source(article: Article) -> str:
    """The outlet, the date, and the title as a link to where the article stood."""
    when = date(article.published) if article.published else "date unknown"
    title = shown(prose(article.title)) if article.title else "title unknown"
    named = f"<b><bdi>{_line(article.outlet or 'outlet unknown')}</bdi></b>, {_line(when)}: <bdi>{title}</bdi>"
    if not article.url:
        return f"{named} <span class='r-quiet'>(address unknown)</span>"
    if not WEB.fullmatch(article.url):
        return f"{named} <span class='r-quiet'>{_line(article.url)}</span>"
    return f'{named} <a href="{attribute(article.url)}" rel="noreferrer noopener">{_line(article.url)}</a>'


def _copies(told: Tree, branch: Branch) -> str:
    articles = told.traced.articles
    homes = [articles[a.document] for a in branch.copies if a.document in articles and a.document != branch.article.id]
    names = list(dict.fromkeys(article.outlet or "outlet unknown" for article in homes))
    more = len(names) - OUTLETS
    outlets = listed([*names[:OUTLETS], f"{more:,} more"] if more > 0 else names)
    return f"{number(branch.copied, 'article')}: {outlets}" if names else number(branch.copied, "article")


def _timeline(history: History) -> Iterator[str]:
    firsts, same = timeline_words.firsts(history), timeline_words.stays(history)
    left = MOMENTS
    yield "<section>\n<h2>How it changed</h2>\n"
    for day in timeline_words.days(history):
        rows = day.rows[: max(left, 0)]
        left -= len(day.rows)
        if rows:
            yield f"<h3>{_line(date(day.day)) if day.day else 'Date unknown'}</h3>\n<ul class='r-days'>\n"
            for row in rows:
                yield f"<li>{_turn(row, same) if isinstance(row, Turn) else _telling(row, firsts)}</li>\n"
            yield "</ul>\n"
    if left < 0:
        yield f"<p>{number(-left, 'later entry', 'later entries')} are not told here.</p>\n"
    yield "</section>\n"


def _turn(turn: Turn, same: frozenset[Turn]) -> str:
    return f"<b class='r-turn'>→ {_line(timeline_words.turned(turn, same))}</b>"


def _telling(telling: Telling, firsts: frozenset[Moment]) -> str:
    moment = telling.moment
    clock = timeline_words.clock(moment.published)
    name = timeline_words.label(telling, firsts)
    told = f"{_line(clock)} <b>{_line(name)}</b>: {_line(timeline_words.who(moment))}"
    if telling.head is not None:
        told += f' <q dir="auto">{shown(moment.after.text.strip())}</q>'
    for change in telling.changes:
        said = timeline_words.copied if change.kind is MomentKind.COPIED else timeline_words.changed
        told += f'<br><span class="r-quiet">{_line(said(change))}</span>'
    return told


def _decisions(told: Tree, short: Short) -> Iterator[str]:
    """What people decided and did not take back: all above is counted with it."""
    found = [row for row in told.traced.decisions if row.fate is Fate.HOLDS and row.action is not Action.UNDO]
    if found:
        yield '<section class="r-reviewed">\n<h2>Decided by people</h2>\n'
        yield '<p class="r-quiet">All that stands above is found with these decisions.</p>\n'
        named = _namer(told, short)
        yield "<ul>\n" + "".join(f"<li>{_line(review_words.line(row, named))}</li>\n" for row in found) + "</ul>\n"
        yield "</section>\n"


def _namer(told: Tree, short: Short) -> Short:
    """What a sentence calls the claim, and what its articles say, by their outlets; anything else by its id."""
    articles = told.traced.articles
    names = {told.proposition.id: "the claim"}
    for a in told.proposition.assertions:
        article = articles.get(a.document)
        names[a.id] = f"{article.outlet if article and article.outlet else 'an article'} ({short(a.id)})"
    return lambda id: names.get(id) or short(id)


def _unknown(found: Material) -> Iterator[str]:
    rows = unknown(found.traced.proposition, found.waiting)
    yield "<section>\n<h2>What could not be known</h2>\n<ul>\n"
    yield "".join(f"<li>{_line(row)}</li>\n" for row in rows)
    yield "</ul>\n</section>\n"


def _made(found: Material) -> Iterator[str]:
    models = listed([_producer(row) for row in found.producers]) or "a model that is not noted"
    yield '<footer>\n<p class="r-judges">' + JUDGES + "</p>\n"
    yield (
        f"<p>Made by Sayso {_line(found.version)} on {_line(date(found.at))} from a ledger of"
        f" {number(found.articles, 'article')}; this claim was read by {_line(models)}.</p>\n"
    )
    yield f"<p class='r-quiet'><code>{_line(found.traced.proposition.id)}</code></p>\n</footer>\n"


def _producer(told: str) -> str:
    """``1.5 sayso 0.1.0``, as the ledger has it, as words."""
    found = PRODUCER.fullmatch(told)
    return f"model {found[1]} of Sayso {found[2]}" if found else told
