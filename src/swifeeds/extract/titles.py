"""The headline: which of the things that a page calls its title, and without the site's name.

Pages repeat the headline in several places with the site's name glued to it, shortened for a
search engine, or reworded for a social network. What a reader sees as the headline is the
heading, so a heading that the declared titles confirm wins over them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from copy import deepcopy

from lxml.html import HtmlElement

from swifeeds.extract.declared import Declared, Said
from swifeeds.extract.metatags import microdata
from swifeeds.extract.page import Page
from swifeeds.markup import plain_text, text_of

_SEPARATOR = re.compile(
    r"\s+[-–—|·•»«:/‹›~]{1,3}\s+|\s*[|｜]\s*|\s*(?:::|»|—|＿|_-_)\s*|(?<=\S)_(?=\S+$)"
)
_LONGEST = 400
_LONGEST_NAME = 40
_CONFIRMED = 0.5
_HEADLINE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:headline|hl|titel|title|titre|titolo|titulo|heading|header1|entry-title)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ASIDE = "ancestor::nav or ancestor::aside or ancestor::footer or ancestor::form"


def choose_title(
    page: Page, declared: Declared, hint: str | None, *, texts: Sequence[str]
) -> Said | None:
    """The headline, with the place it was read from; None when the page has none.

    Args:
        page: the page.
        declared: what it declares.
        hint: the linking document's title.
        texts: what the page's blocks say; a line that a title begins or ends with is the headline.
    """
    names = _names(page, declared)
    head = [
        Said(text=stripped, origin=said.origin)
        for said in (*declared.titles, *_document_title(page))
        if (stripped := without_site(said.text, names))
    ]
    heading = _heading(page, [said.text for said in head], names)
    if heading is not None:
        return _without_kicker(heading, declared)
    found = _lone_heading(page, head, names) or _shown(head, texts, names)
    if found is not None:
        return found
    offered = (*head, *((Said(text=hint, origin="feed"),) if hint else ()))
    usable = (said for said in offered if _fold(said.text) not in names)
    return next(usable, None)


def _document_title(page: Page) -> tuple[Said, ...]:
    title = next((plain_text(element.text or "") for element in page.root.iter("title")), None)
    return (Said(text=title, origin="title"),) if title else ()


def _heading(page: Page, head: Sequence[str], names: frozenset[str]) -> Said | None:
    """The heading that the head's titles confirm most; of equals the first."""
    texts = [
        text
        for element in _headings(page.root)
        if (text := _base_text(element)) and len(text) < _LONGEST and _fold(text) not in names
    ]
    best = max(texts, key=lambda text: _agreement(text, head), default=None)
    if best is None or _agreement(best, head) < _CONFIRMED:
        return None
    return Said(text=best, origin="heading")


def _lone_heading(page: Page, head: Sequence[Said], names: frozenset[str]) -> Said | None:
    """The page's only `<h1>`, unless it is the smaller part of a title: that is the site's name."""
    texts = [
        text for element in page.root.xpath(f"//h1[not({_ASIDE})]") if (text := _base_text(element))
    ]
    if len(texts) != 1 or len(texts[0]) >= _LONGEST:
        return None
    line = _fold(texts[0])
    titles = [_fold(said.text) for said in head]
    is_name = any(
        (title.startswith(line) or title.endswith(line)) and len(line) * 2 < len(title)
        for title in titles
    )
    return None if is_name or line in names else Said(text=texts[0], origin="heading")


def _shown(head: Sequence[Said], texts: Sequence[str], names: frozenset[str]) -> Said | None:
    """The longest line of the page that a title begins or ends with: the rest names the site."""
    for said in head:
        title = _fold(said.text)
        printed = [
            text
            for text in texts
            if (line := _fold(text)) and line not in names and len(line) * 2 > len(title)
            and (title.startswith(line) or title.endswith(line))
        ]  # fmt: skip
        if printed:
            return Said(text=max(printed, key=len), origin=said.origin)
    return None


def _joined(parts: Sequence[tuple[str, str]]) -> str:
    return "".join(part + separator for part, separator in parts[:-1]) + parts[-1][0]


def _without_kicker(heading: Said, declared: Declared) -> Said:
    """A heading that ends in the declared headline has only a kicker before it."""
    for said in declared.titles:
        if said.origin != "meta" and heading.text.endswith(said.text):
            return said
    return heading


def _base_text(element: HtmlElement) -> str | None:
    """The text without the reading aids that ruby sets beside it."""
    copy = deepcopy(element)
    for aid in copy.xpath(".//rt | .//rp"):
        aid.drop_tree()
    return text_of(copy)


def _headings(root: HtmlElement) -> Iterable[HtmlElement]:
    visible = f"[not({_ASIDE})]"
    yield from microdata(root, "headline")
    yield from root.xpath(f"//h1{visible}")
    yield from root.xpath(f"//h2{visible}")
    yield from (
        element
        for element in root.xpath(
            f"//*[self::div or self::p or self::span or self::td or self::h3][@class]{visible}"
        )
        if _HEADLINE_CLASS.search(element.get("class") or "") and len(element) < 4  # noqa: PLR2004
    )


def _agreement(text: str, head: Sequence[str]) -> float:
    """How much of the heading's words the best of the declared titles shares (Dice, 0 to 1)."""
    return max((_likeness(text, title) for title in head), default=0.0)


def _likeness(text: str, title: str) -> float:
    one, other = _fold(text), _fold(title)
    # Without spaces between words, pairs of letters are what two texts can share.
    if " " not in one.strip():
        return _dice(_pairs(one), _pairs(other))
    return _dice(frozenset(one.split()), frozenset(other.split()))


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[index : index + 2] for index in range(len(text) - 1))


def without_site(title: str, names: frozenset[str]) -> str | None:
    """The title without leading or trailing parts that name the site.

    Args:
        title: as declared.
        names: the site's names, folded.
    """
    parts = _cut(title)
    while len(parts) > 1 and _is_name(parts[-1][0], names):
        parts.pop()
    while len(parts) > 1 and _is_name(parts[0][0], names):
        parts.pop(0)
    return _joined(parts) or None


def _cut(title: str) -> list[tuple[str, str]]:
    """(part, separator after it) for each part of a title."""
    cuts = list(_SEPARATOR.finditer(title))
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(title)]
    separators = [*(cut[0] for cut in cuts), ""]
    return [
        (title[start:end], separator)
        for start, end, separator in zip(starts, ends, separators, strict=True)
    ]


def _is_name(part: str, names: frozenset[str]) -> bool:
    folded = _fold(part)
    return not folded or any(
        folded == name or (len(name) > 3 and len(folded) < 2 * len(name) and name in folded)  # noqa: PLR2004
        for name in names
    )


def _names(page: Page, declared: Declared) -> frozenset[str]:
    """What the site is called: declared names, the source's title, the parts of the host."""
    host = page.url.partition("://")[2].partition("/")[0].partition(":")[0]
    labels = [label for label in host.removeprefix("www.").split(".") if len(label) > 2]  # noqa: PLR2004
    named = [*declared.site_names, page.source.title, host.removeprefix("www."), *labels]
    return frozenset(
        folded for name in named if len(name) <= _LONGEST_NAME and (folded := _fold(name))
    )


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in plain if letter.isalnum() or letter == " ").strip()
