"""Blocks written as plain HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from swifeeds.extract.blocks import Block


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
        return f"<{kind}>" + "".join(f"<li>{block.html}</li>" for block in blocks) + f"</{kind}>"
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
    return f"<{tag}>{block.html}</{tag}>"
