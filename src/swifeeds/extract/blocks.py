"""A page as the sequence of its text blocks, whatever elements it is built of.

Old CMS put paragraphs into cells, divisions, fonts or between line breaks; read as blocks they
all look the same, and the lines around an article can be told by their words. A block ends where
a browser would begin a new line.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from lxml import html as lxml_html
from lxml.html import HtmlElement

from swifeeds.extract.elements import INLINE, SKIPPED, end_tag, is_data, is_hidden, start_tag
from swifeeds.markup import escape, plain_text

_NAMED = {"h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "figcaption", "dt", "dd"}
_CAPTION = re.compile(
    r"caption|legende|bildunter|didascalia|credit|photo|gallery|slideshow|lightbox", re.IGNORECASE
)
_AIDS = frozenset({"rt", "rp"})
_BREAK = "<br>"
_SMALL_PICTURE = 120


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
        self._kinds: list[str] = ["p"]
        self._links: list[tuple[str, list[str]]] = []
        self._aids = self._anchors = 0

    def enter(self, element: HtmlElement) -> None:
        tag = element.tag
        if not isinstance(tag, str) or is_hidden(element):
            return
        if tag in INLINE:
            self._enter_inline(element, tag)
        elif tag == "br":
            self._break()
        elif tag == "img":
            self._add_picture(element)
        elif tag == "table" and is_data(element):
            self._add_whole(element, "table")
        elif tag not in SKIPPED or _is_only_picture(element):
            self.enter_block(element)

    def _break(self) -> None:
        if self._by_line or "".join(self._pieces).rstrip().endswith("<br>"):
            self.flush()
        else:
            self._pieces.append("<br>")
            self._text.append(" ")

    def enter_block(self, element: HtmlElement) -> None:
        if self._pieces:
            self.flush()
        if not len(element) and not self._open and element.tag != "pre":
            self._add_text(element)
            return
        self._around.append(element)
        self._kinds.append(_kind(element) or self._kinds[-1])
        self._contents(element)
        self.flush()
        self._kinds.pop()
        self._around.pop()

    def _add_text(self, element: HtmlElement) -> None:
        """A block of nothing but text, as most are."""
        if (said := element.text) and (text := _line(said)):
            kind = _kind(element) or self._kinds[-1]
            html = escape(said).strip()
            self.blocks.append(Block(text=text, html=html, kind=kind, links=(), element=element))

    def _enter_inline(self, element: HtmlElement, tag: str) -> None:
        self._open.append(element)
        self._pieces.append(start_tag(element))
        if tag == "a":
            self._links.append((element.get("href") or "", []))
        within = self._aids, self._anchors
        self._aids += tag in _AIDS
        self._anchors += tag == "a"
        self._contents(element)
        self._aids, self._anchors = within
        self._open.pop()
        self._pieces.append(end_tag(element))

    def _contents(self, element: HtmlElement) -> None:
        say = self._say_as_written if element.tag == "pre" else self._say
        if text := element.text:
            say(text)
        for child in element:
            self.enter(child)
            if tail := child.tail:
                say(tail)

    def _say_as_written(self, text: str) -> None:
        """An empty line begins a block."""
        if not self._pieces and text.isspace():
            return
        for index, part in enumerate(re.split(r"\n\s*\n", text)):
            if index:
                self.flush()
            self._add(part)

    def _say(self, text: str) -> None:
        # No block begins with a space.
        if self._pieces or not text.isspace():
            self._add(text)

    def _add(self, text: str) -> None:
        self._pieces.append(text if text.isspace() else escape(text))
        # The reading aids of ruby are not part of what the line says.
        if not self._aids:
            self._text.append(text)
            if self._links and self._anchors:
                self._links[-1][1].append(text)

    def flush(self) -> None:
        """End the block; inline elements that are open go on in the next one."""
        if not self._pieces:
            return
        if text := _line("".join(self._text)):
            closing = "".join(end_tag(element) for element in reversed(self._open))
            html = _without_outer_breaks("".join(self._pieces)) + closing
            links: tuple[tuple[str, str], ...] = ()
            if self._links:
                said = ((href, _line("".join(label))) for href, label in self._links)
                links = tuple((href, label) for href, label in said if href and label)
            kind, where = self._kinds[-1], self._around[-1]
            self.blocks.append(Block(text=text, html=html, kind=kind, links=links, element=where))
        self._pieces, self._text, self._links = [], [], []
        for element in self._open:
            self._pieces.append(start_tag(element))
            if element.tag == "a":
                self._links.append((element.get("href") or "", []))

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


def _kind(element: HtmlElement) -> str | None:
    """How an element shapes the blocks in it, unless one between does: `li` of `<li><div>`."""
    tag = str(element.tag)
    if tag in _NAMED:
        return "caption" if tag == "figcaption" else tag
    named = element.get("class")
    return "caption" if named and _is_caption(named) else None


@lru_cache(maxsize=4096)
def _is_caption(classes: str) -> bool:
    return _CAPTION.search(classes) is not None


def _is_only_picture(element: HtmlElement) -> bool:
    """What a figure shows where scripts do not run, and nothing else shows it."""
    figure = next(element.iterancestors("figure"), None) if element.tag == "noscript" else None
    return figure is not None and all(element in i.iterancestors() for i in figure.iter("img"))


def _line(text: str) -> str | None:
    """The plain text; only what has entities or signs of markup needs the long way."""
    if "&" in text or "<" in text:
        return plain_text(escape(text))
    return " ".join(unicodedata.normalize("NFC", text).split()) or None


def _without_outer_breaks(html: str) -> str:
    """From both ends inwards: a pattern would look for an end behind every space."""
    html = html.strip()
    if not html.startswith(_BREAK) and not html.endswith(_BREAK):
        return html
    start, end = 0, len(html)
    while start < end and (html[start].isspace() or html.startswith(_BREAK, start)):
        start += 1 if html[start].isspace() else len(_BREAK)
    while start < end and (html[end - 1].isspace() or html.endswith(_BREAK, start, end)):
        end -= 1 if html[end - 1].isspace() else len(_BREAK)
    return html[start:end]
