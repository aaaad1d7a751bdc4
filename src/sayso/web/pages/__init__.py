"""The pages of the web app: each a module that ends in ``PAGE = Page(...)`` or ``PAGES = (...)``, and a line here."""

from __future__ import annotations

from typing import Final

from sayso.web import actions_login, actions_review
from sayso.web.actions import Action
from sayso.web.page import Page
from sayso.web.pages import (
    article,
    articles,
    claim,
    claims,
    diff,
    family,
    map,
    reviews,
    search,
    sources,
    status,
    tellings,
    watch,
)

PAGES: Final[tuple[Page, ...]] = (
    claims.PAGE,
    claim.PAGE,
    articles.PAGE,
    article.PAGE,
    diff.PAGE,
    family.PAGE,
    *sources.PAGES,
    map.PAGE,
    *watch.PAGES,
    reviews.PAGE,
    *status.PAGES,
    search.PAGE,
    tellings.PAGE,
)
ACTIONS: Final[tuple[Action, ...]] = (*watch.ACTIONS, *actions_review.ACTIONS, *actions_login.ACTIONS)
MENU: Final = tuple(page for page in PAGES if page.menu)
