"""Blocks written as plain HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from lxml.html import HtmlElement

from swifeeds.extract.blocks import Block
from swifeeds.extract.nearest import Nearest
from swifeeds.markup import escape

_AS_THEY_ARE = frozenset({"h3", "h4", "h5", "h6", "pre"})
_WHOLE = frozenset({"html", "body", "main", "article"})
"""What they state holds for the whole text, and is said with the article."""


def to_html(blocks: Iterable[Block]) -> str:
    """The blocks as plain HTML: paragraphs, headings, lists, quotations, pictures, tables."""
    writing = _Writing()
    return "\n".join(
        writing.group_html(kind, list(group)) for kind, group in groupby(blocks, _shape)
    )


def _shape(block: Block) -> str:
    if block.kind != "li":
        return block.kind
    return next((str(e.tag) for e in block.element.iterancestors("ul", "ol")), "ul")


class _Writing:
    """Writes blocks; knows the language and direction of what they stand in."""

    def __init__(self) -> None:
        self._stated = [_stated(name) for name in ("dir", "lang")]

    def group_html(self, kind: str, blocks: list[Block]) -> str:
        if kind in {"ul", "ol"}:
            return f"<{kind}>{self._paragraphs('li', blocks)}</{kind}>"
        if kind == "blockquote":
            return f"<blockquote>{self._paragraphs('p', blocks)}</blockquote>"
        return "\n".join(self._element_html(kind, blocks))

    def _element_html(self, kind: str, blocks: list[Block]) -> Iterator[str]:
        for block in blocks:
            if kind == "img":
                yield f"<figure>{block.html}</figure>"
            elif kind == "table":
                yield block.html
            elif kind in {"h1", "h2"}:
                yield self._paragraph("h2", block)
            else:
                yield self._paragraph(kind if kind in _AS_THEY_ARE else "p", block)

    def _paragraphs(self, tag: str, blocks: list[Block]) -> str:
        return "".join(self._paragraph(tag, block) for block in blocks)

    def _paragraph(self, tag: str, block: Block) -> str:
        return f"<{tag}{self._spoken(block)}>{block.html}</{tag}>"

    def _spoken(self, block: Block) -> str:
        """The language and direction that are stated for the block, or for what it stands in."""
        return "".join([stated.around(block.element) for stated in self._stated])


def _stated(name: str) -> Nearest[str]:
    """An attribute as it is written anew, "" where it is not stated."""

    def asked(element: HtmlElement) -> str | None:
        if element.tag in _WHOLE:
            return ""
        value = element.get(name)
        return f' {name}="{escape(value)}"' if value else None

    return Nearest(asked, otherwise="")
