"""A page cut down to what its source's profile names, and to what it declares.

The whole page is parsed once, by the quick parser where all rules are CSS. What the rules select
becomes a small page of labelled parts, and everything after reads that one: a page of news is a
hundred times as large as its article.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from lxml import etree
from lxml.html import HtmlElement

from swifeeds.extract.embargo_glance import around_headline
from swifeeds.extract.page import Page, page_of
from swifeeds.extract.selectors import is_xpath, select
from swifeeds.markup import (
    DECLARING,
    QuickTree,
    as_utf8,
    escape,
    is_quick,
    is_said_to_be_utf8,
    parse_html,
)
from swifeeds.model import Document, Rules, Source

PARTS = ("title", "summary", "published", "updated", "authors", "credit", "section", "image",
         "caption", "around", "content")  # fmt: skip
"""The fields whose rules cut a part out of the page."""

_MANY = frozenset({"authors", "around", "content"})
_FIRST = 3
"""Elements among which the one that says something is looked for, where a field has one value."""

_LABEL = "data-swifeeds"
_STRAY = "\ufffd"
"""What stands for bytes that are no letter."""


class _Tree(Protocol):
    @property
    def language(self) -> str | None: ...

    def declaring(self) -> tuple[str, ...]: ...

    def remove(self, rule: str) -> None: ...

    def find(self, rule: str) -> tuple[str, ...]: ...


class _FullTree:
    """The same by lxml, for rules in XPath."""

    def __init__(self, document: Document) -> None:
        self._url = document.url
        self._root = parse_html(document.body, charset=document.charset, url=self._url)

    @property
    def language(self) -> str | None:
        stated: str | None = self._root.get("lang")
        return stated

    def declaring(self) -> tuple[str, ...]:
        return self.find(DECLARING)

    def remove(self, rule: str) -> None:
        for element in select(self._root, rule, url=self._url):
            element.drop_tree()

    def find(self, rule: str) -> tuple[str, ...]:
        return tuple(
            etree.tostring(element, encoding="unicode", method="html", with_tail=False)
            for element in outermost(select(self._root, rule, url=self._url))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What is left of a page. `parts` has those fields alone whose rules found something; `around`
    is the markup around the headline."""

    page: Page
    around: bytes
    parts: Mapping[str, HtmlElement]


def cut_page(document: Document, source: Source) -> Cut:
    """Cut a page by its source's rules.

    Raises:
        ExtractError: empty, far too large, or a rule that cannot be read.
    """
    small, utf8 = _cut(document, source.rules)
    root = parse_html(small, url=document.url)
    page = page_of(document, source, root)
    return Cut(page=page, around=around_headline(utf8), parts=_parts(root))


def _cut(document: Document, rules: Rules) -> tuple[str, bytes]:
    """The small page, and the whole one in UTF-8. Whether what is called so is so is seen in what
    was cut out of it."""
    body, charset, url = document.body, document.charset, document.url
    if not all(is_quick(rule) and not is_xpath(rule) for rule in stated_rules(rules)):
        return _written(_FullTree(document), rules), as_utf8(body, charset)
    if is_said_to_be_utf8(body, charset):
        cut = _written(QuickTree(body, url=url), rules)
        if _STRAY not in cut:
            return cut, body
    utf8 = as_utf8(body, charset)
    return _written(QuickTree(utf8, url=url), rules), utf8


def _written(tree: _Tree, rules: Rules) -> str:
    declared = "".join(tree.declaring())
    found = _found(tree, rules)
    body = "".join(f'<div {_LABEL}="{name}">{html}</div>' for name, html in found if html)
    stated = f' lang="{escape(tree.language)}"' if tree.language else ""
    return f"<html{stated}><head>{declared}</head><body>{body}</body></html>"


def stated_rules(rules: Rules) -> Iterator[str]:
    """Every selector of the rules."""
    yield from filter(None, (getattr(rules, name) for name in PARTS))
    yield from rules.remove


def outermost(elements: tuple[HtmlElement, ...]) -> tuple[HtmlElement, ...]:
    """The elements that stand inside no other of them."""
    selected = set(elements)
    return tuple(one for one in elements if selected.isdisjoint(one.iterancestors()))


def _found(tree: _Tree, rules: Rules) -> Iterator[tuple[str, str]]:
    """The HTML of each part. The text comes last: what is removed from it may hold the others."""
    for name in PARTS:
        if name == "content":
            for rule in rules.remove:
                tree.remove(rule)
        if rule := getattr(rules, name):
            found = tree.find(rule)
            yield name, "".join(found if name in _MANY else found[:_FIRST])


def _parts(root: HtmlElement) -> Mapping[str, HtmlElement]:
    body = root.find("body")
    labelled = () if body is None else body.iterchildren("div")
    return {label: part for part in labelled if (label := part.get(_LABEL))}
