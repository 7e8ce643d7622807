"""The lead: the sentence or two under the headline that say what the article is about.

Declared descriptions are leads only where they speak of this article: template slogans, copies of
the headline and furniture are not, and a beginning of the text that a machine cut off is
completed from the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from swifeeds.extract.blocks import Block
from swifeeds.extract.declared import Declared, Said
from swifeeds.extract.folding import fold
from swifeeds.extract.page import Page
from swifeeds.extract.phrases import recognise
from swifeeds.extract.weight import weight
from swifeeds.markup import text_of

_CLASS = re.compile(
    r"(?:^|[\s_-])(?:lead|lede|intro|introduction|standfirst|vorspann|chapeau|chapo|abstract|ingress|deck|dek|sommario"
    r"|entradilla|bajada|subtitle|sub-?title|subheadline|summary|teaser-?text|anreisser|linea-?fina|description)(?:$|[\s_-])",
    re.IGNORECASE,
)
_MAY_BE_LEAD = ("p", "div", "h2", "h3", "span")
_SHORTEST, _LONGEST = 20, 700
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|[^\W_])\s*$")
_PARAGRAPH = 500
_ELSEWHERE = {"aside", "nav", "footer", "form"}


def choose_lead(
    page: Page, declared: Declared, body: Sequence[Block], *, title: str
) -> Said | None:
    """The lead, with the place it was read from; None when the page has none."""
    first = body[0].text if body else None
    for said in (*declared.summaries, *_shown(page)):
        if _is_lead(said.text, title, page):
            return Said(text=_whole(said.text, first), origin=said.origin)
    return None


def _shown(page: Page) -> Iterator[Said]:
    """Elements that are named like a lead, in the article's own part of the page."""
    for element in page.root.iter(*_MAY_BE_LEAD):
        classes = element.get("class")
        if not classes or not _is_lead_class(classes):
            continue
        if not any(around.tag in _ELSEWHERE for around in element.iterancestors()):
            text = text_of(element)
            if text and len(text) <= _LONGEST:
                yield Said(text=text, origin="lead")


@lru_cache(maxsize=4096)
def _is_lead_class(classes: str) -> bool:
    """A page has a thousand elements and a hundred classes, and those of a site are the same."""
    return _CLASS.search(classes) is not None


def _is_lead(text: str, title: str, page: Page) -> bool:
    folded = fold(text)
    return (
        weight(text) >= _SHORTEST
        and len(text) <= 3 * _LONGEST
        and folded not in {fold(title), fold(page.source.title)}
        and not fold(title).startswith(folded)
        and recognise(text) is None
    )


def _whole(text: str, first: str | None) -> str:
    """A description that is the cut-off beginning of the first paragraph becomes the paragraph."""
    if first and _CUT_OFF.search(text) and len(first) <= _PARAGRAPH:
        start = fold(re.sub(r"(?:…|\.\.\.|\[…\])\s*$", "", text)).rstrip()
        if fold(first).startswith(start):
            return first
    return text
