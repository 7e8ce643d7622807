"""Blocks written as plain HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from swifeeds.extract.blocks import Block
from swifeeds.markup import escape

_WHOLE = frozenset({"html", "body", "main", "article"})
"""What they state holds for the whole text, and is said with the article."""


def to_html(blocks: Iterable[Block]) -> str:
    """The blocks as plain HTML: paragraphs, headings, lists, quotations, pictures, tables."""
    return "\n".join(_group_html(kind, list(group)) for kind, group in groupby(blocks, _shape))


def _shape(block: Block) -> str:
    if block.kind != "li":
        return block.kind
    return (
        "ol"
        if next((e.tag for e in block.element.iterancestors("ul", "ol")), "ul") == "ol"
        else "ul"
    )


def _group_html(kind: str, blocks: list[Block]) -> str:
    if kind in {"ul", "ol"}:
        return f"<{kind}>" + "".join(_paragraph("li", block) for block in blocks) + f"</{kind}>"
    if kind == "blockquote":
        return (
            "<blockquote>" + "".join(_paragraph("p", block) for block in blocks) + "</blockquote>"
        )
    return "\n".join(_element_html(kind, blocks))


def _element_html(kind: str, blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if kind == "img":
            yield f"<figure>{block.html}</figure>"
        elif kind == "table":
            yield block.html
        elif kind in {"h1", "h2"}:
            yield _paragraph("h2", block)
        else:
            yield _paragraph(kind if kind in {"h3", "h4", "h5", "h6", "pre"} else "p", block)


def _paragraph(tag: str, block: Block) -> str:
    return f"<{tag}{_spoken(block)}>{block.html}</{tag}>"


def _spoken(block: Block) -> str:
    """The language and direction that are stated for the block, or for what it stands in."""
    stated: dict[str, str] = {}
    for around in (block.element, *block.element.iterancestors()):
        if around.tag in _WHOLE:
            break
        for name in ("lang", "dir"):
            if value := around.get(name):
                stated.setdefault(name, value)
    return "".join(f' {name}="{escape(value)}"' for name, value in sorted(stated.items()))
