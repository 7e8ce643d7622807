"""What HTML elements mean for blocks: which run in the line, which are skipped, which are kept."""

from __future__ import annotations

from collections.abc import Iterable

from lxml.html import HtmlElement

from swifeeds.markup import escape

INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small",
    "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_KEPT = {"a": ("href", "hreflang"), "abbr": ("title",), "b": (), "bdi": ("dir", "lang"),
         "bdo": ("dir",), "cite": (), "code": (), "del": (), "em": (), "i": (), "ins": (),
         "mark": (), "q": (), "rp": (), "rt": (), "ruby": (), "strong": (), "sub": (),
         "sup": ()}  # fmt: skip
_STYLING = frozenset({"span", "font"})
SKIPPED = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "head", "select", "option", "button",
    "input", "textarea", "iframe", "object", "embed", "audio", "video", "canvas", "map", "dialog",
})  # fmt: skip
_SHORT_CELL = 120


def is_hidden(element: HtmlElement) -> bool:
    """True for what a browser does not show."""
    style = element.get("style")
    if style is not None and "display:none" in style.replace(" ", "").lower():
        return True
    return element.get("hidden") is not None


def start_tag(element: HtmlElement) -> str:
    """The start tag that an inline element keeps, `""` for one that only styles."""
    tag = str(element.tag)
    if tag in _STYLING:
        speaks = element.get("lang") or element.get("dir")
        return _tag("span", element, ("lang", "dir")) if speaks else ""
    kept = _KEPT.get(tag)
    return "" if kept is None else _tag(tag, element, kept)


def _tag(name: str, element: HtmlElement, attributes: Iterable[str]) -> str:
    stated = [f' {key}="{escape(value)}"' for key in attributes if (value := element.get(key))]
    return f"<{name}{''.join(stated)}>"


def end_tag(element: HtmlElement) -> str:
    """The end tag that belongs to `start_tag`."""
    tag = str(element.tag)
    if tag in _STYLING:
        return "</span>" if element.get("lang") or element.get("dir") else ""
    return f"</{tag}>" if tag in _KEPT else ""


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
