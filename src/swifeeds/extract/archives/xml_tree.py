"""Elements of an archive by their local names, whatever prefixes an exporter bound or forgot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from swifeeds.extract.archives.encoding import charset_of
from swifeeds.extract.archives.entry import Reading
from swifeeds.extract.text_constructs import XML_LANG, inner_html, raw_text
from swifeeds.markup import WIRE, parse_xml
from swifeeds.markup.size import Size, shortened
from swifeeds.markup.xml import Element

_NAME = re.compile(r"[^\W\d][\w.-]*")


def parse(body: bytes, reading: Reading, *, size: Size = WIRE) -> Element:
    """The root of a portion.

    Raises:
        ExtractError: it is not well-formed (unless the reading recovers), or unsafe.
    """
    root = parse_xml(
        body, charset=charset_of(body), recover=reading.recover, url=reading.name, size=size
    )
    # Recovering, lxml leaves a prefix that nobody declared in the name.
    for element in root.iter("{*}*") if reading.recover else ():
        if ":" in (local := str(element.tag).rpartition("}")[2]):
            name = local.rpartition(":")[2]
            element.tag = name if _NAME.fullmatch(name) else "unnamed"
    return root


def local_name(element: Element) -> str:
    """The name without namespace, in its own letter case."""
    return str(element.tag).rpartition("}")[2]


def children(element: Element) -> dict[str, list[Element]]:
    """What an element holds, by local name: where many fields of it are read, this is quicker."""
    found: dict[str, list[Element]] = {}
    for child in element.iterchildren("{*}*"):
        found.setdefault(str(child.tag).rpartition("}")[2], []).append(child)
    return found


def every(element: Element | None, path: str) -> list[Element]:
    """All elements on a path of local names (`a/b`); `//b` at any depth."""
    if element is None:
        return []
    if path.startswith("//"):
        return list(element.iter(f"{{*}}{path[2:]}"))
    return element.findall("/".join(f"{{*}}{name}" for name in path.split("/")))


def first(element: Element | None, *paths: str) -> Element | None:
    """The first element on the first path that leads to one."""
    for path in paths:
        for found in every(element, path):
            return found
    return None


def words(element: Element | None, *paths: str) -> str | None:
    """The text of the first element on these paths that has some, white space collapsed."""
    found = map(raw_text, _named(element, paths))
    text = next(filter(None, found), None)
    return " ".join(shortened(text).split()) or None if text else None


def markup_of(element: Element | None) -> str | None:
    """What an element holds as HTML: its children, else its text as it stands."""
    return inner_html(element) or None if element is not None else None


def language_at(element: Element | None) -> str | None:
    """The `xml:lang` that holds there: its own, or that of what is around it."""
    while element is not None:
        if stated := (element.get(XML_LANG) or "").strip():
            return stated
        element = element.getparent()
    return None


def _named(element: Element | None, paths: tuple[str, ...]) -> Iterator[Element]:
    if element is not None and not paths:
        yield element
    for path in paths:
        yield from every(element, path)
