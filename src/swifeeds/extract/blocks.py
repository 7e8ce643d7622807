"""A page as the sequence of its text blocks, whatever elements it is built of.

Old CMS put paragraphs into cells, divisions, fonts or between line breaks; read as blocks they
all look the same, and the lines around an article can be told by their words. A block ends where
a browser would begin a new line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from lxml import html as lxml_html
from lxml.html import HtmlElement

from swifeeds.markup import escape, plain_text

_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small",
    "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_KEPT = {"a": ("href", "hreflang"), "abbr": ("title",), "b": (), "bdi": ("dir", "lang"),
         "bdo": ("dir",), "cite": (), "code": (), "del": (), "em": (), "i": (), "ins": (),
         "mark": (), "q": (), "rp": (), "rt": (), "ruby": (), "strong": (), "sub": (),
         "sup": ()}  # fmt: skip
_SKIPPED = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "head", "select", "option", "button",
    "input", "textarea", "iframe", "object", "embed", "audio", "video", "canvas", "map", "dialog",
})  # fmt: skip
_NAMED = {"h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "figcaption", "dt", "dd"}
_CAPTION = re.compile(
    r"caption|legende|bildunter|didascalia|credit|photo|gallery|slideshow|lightbox", re.IGNORECASE
)
_OUTER_BREAKS = re.compile(r"^(?:<br>\s*)+|(?:\s*<br>)+$")
_SMALL_PICTURE = 120
_SHORT_CELL = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block. `html` is its inline markup, `kind` the element that shapes it.

    `links` are (address as written, label); `element` is where the block stands in the tree.
    """

    text: str
    html: str
    kind: str
    links: tuple[tuple[str, str], ...]
    element: HtmlElement

    @property
    def link_share(self) -> float:
        """The share of the text that is links (0 to 1)."""
        return sum(len(label) for _, label in self.links) / len(self.text) if self.text else 0.0


def flatten(root: HtmlElement, *, by_line: bool = False) -> tuple[Block, ...]:
    """The blocks below `root`, in page order; empty ones are left out.

    Args:
        root: where to begin.
        by_line: a single line break ends a block too; without it only two in a row do.
    """
    walk = _Walk(by_line=by_line)
    walk.enter_block(root)
    return tuple(walk.blocks)


class _Walk:
    """The block that is being filled, and the inline elements that are open in it."""

    def __init__(self, *, by_line: bool) -> None:
        self._by_line = by_line
        self.blocks: list[Block] = []
        self._pieces: list[str] = []
        self._text: list[str] = []
        self._open: list[HtmlElement] = []
        self._around: list[HtmlElement] = []
        self._links: list[tuple[str, list[str]]] = []

    def enter(self, element: HtmlElement) -> None:
        if not isinstance(element.tag, str) or element.tag in _SKIPPED or _is_hidden(element):
            return
        if element.tag == "br":
            self._break()
        elif element.tag in _INLINE:
            self._enter_inline(element)
        elif element.tag == "img":
            self._add_picture(element)
        elif element.tag == "table" and is_data(element):
            self._add_whole(element, "table")
        else:
            self.enter_block(element)

    def _break(self) -> None:
        if self._by_line or "".join(self._pieces).rstrip().endswith("<br>"):
            self.flush()
        else:
            self._pieces.append("<br>")
            self._text.append(" ")

    def enter_block(self, element: HtmlElement) -> None:
        self.flush()
        self._around.append(element)
        self._contents(element)
        self.flush()
        self._around.pop()

    def _enter_inline(self, element: HtmlElement) -> None:
        self._open.append(element)
        self._pieces.append(_start(element))
        if element.tag == "a":
            self._links.append((element.get("href") or "", []))
        self._contents(element)
        self._open.pop()
        self._pieces.append(_end(element))

    def _contents(self, element: HtmlElement) -> None:
        self._say(element.text, preformatted=element.tag == "pre")
        for child in element:
            self.enter(child)
            self._say(child.tail, preformatted=element.tag == "pre")

    def _say(self, text: str | None, *, preformatted: bool = False) -> None:
        parts = re.split(r"\n\s*\n", text or "") if preformatted else [text or ""]
        for index, part in enumerate(parts):
            if index:
                self.flush()
            self._pieces.append(escape(part))
            # The reading aids of ruby are not part of what the line says.
            if not any(around.tag in {"rt", "rp"} for around in self._open):
                self._text.append(part)
                if self._links and any(around.tag == "a" for around in self._open):
                    self._links[-1][1].append(part)

    def flush(self) -> None:
        """End the block; inline elements that are open go on in the next one."""
        text = plain_text(escape("".join(self._text)))
        if text:
            closing = "".join(_end(element) for element in reversed(self._open))
            self.blocks.append(
                Block(
                    text=text,
                    html=_OUTER_BREAKS.sub("", "".join(self._pieces).strip()) + closing,
                    kind=self._kind(),
                    links=tuple(
                        (href, label)
                        for href, said in self._links
                        if (label := plain_text(escape("".join(said)))) and href
                    ),
                    element=self._around[-1],
                )
            )
        self._pieces = [_start(element) for element in self._open]
        self._text = []
        self._links = [(e.get("href") or "", []) for e in self._open if e.tag == "a"]

    def _kind(self) -> str:
        """The nearest element that shapes a block: `li` of `<li><div>`, `p` where nothing does."""
        for element in reversed(self._around):
            if element.tag in _NAMED:
                return "caption" if element.tag == "figcaption" else str(element.tag)
            if _CAPTION.search(element.get("class") or ""):
                return "caption"
        return "p"

    def _add_picture(self, element: HtmlElement) -> None:
        width = re.match(r"\d+", element.get("width") or "")
        framed = any(around.tag in {"figure", "picture"} for around in self._around)
        if framed or (width and int(width[0]) >= _SMALL_PICTURE):
            self._add_whole(element, "img")

    def _add_whole(self, element: HtmlElement, kind: str) -> None:
        self.flush()
        html = lxml_html.tostring(element, encoding="unicode", with_tail=False)
        text = plain_text(html) or ""
        self.blocks.append(Block(text=text, html=html, kind=kind, links=(), element=element))


def _is_hidden(element: HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or element.get("hidden") is not None


def _start(element: HtmlElement) -> str:
    if element.tag in {"span", "font"}:
        return (
            _tag("span", element, ("lang", "dir"))
            if element.get("lang") or element.get("dir")
            else ""
        )
    return _tag(str(element.tag), element, _KEPT[element.tag]) if element.tag in _KEPT else ""


def _tag(name: str, element: HtmlElement, attributes: Iterable[str]) -> str:
    stated = "".join(
        f' {key}="{escape(value)}"' for key in attributes if (value := element.get(key))
    )
    return f"<{name}{stated}>"


def _end(element: HtmlElement) -> str:
    if element.tag in {"span", "font"}:
        return "</span>" if element.get("lang") or element.get("dir") else ""
    return f"</{element.tag}>" if element.tag in _KEPT else ""


def is_data(table: HtmlElement) -> bool:
    """True for a table of figures, False for one that only lays out the page.

    Rows of equal length with short cells, three at least or with headings.
    """
    rows = [row.xpath("./td | ./th") for row in table.xpath("./tr | ./tbody/tr | ./thead/tr")]
    if len(rows) < 2 or len(rows[0]) < 2 or table.xpath(".//table | .//p | .//ul | .//h1 | .//h2"):  # noqa: PLR2004
        return False
    regular = all(len(row) == len(rows[0]) for row in rows)
    short = all(len(cell.text_content()) <= _SHORT_CELL for row in rows for cell in row)
    headed = bool(table.xpath(".//th")) or len(rows) > 2  # noqa: PLR2004
    linked = len(table.xpath(".//a[@href]")) > len(rows)
    return regular and short and headed and not linked


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
