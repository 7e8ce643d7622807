"""The authors of a page that is read by a profile: the rule's, else those that are declared."""

from __future__ import annotations

from lxml.html import HtmlElement

from swifeeds.extract.bylines import declared_people, people_named
from swifeeds.extract.declared import Declared
from swifeeds.extract.page import Page
from swifeeds.extract.ruling import stated_value
from swifeeds.markup import text_of
from swifeeds.model import Person


def read_profiled_people(
    page: Page, declared: Declared, part: HtmlElement | None
) -> tuple[tuple[Person, ...] | None, str]:
    """The authors, and where they were read; None when the page names nobody."""
    texts = (
        []
        if part is None
        else [text for one in part if (text := stated_value(one) or text_of(one))]
    )
    if ruled := people_named(texts, page, declared):
        return ruled, "rule"
    return declared_people(page, declared), "declared"
