"""Documents that are small to send and dear to read, for each language that documents are in.

None is larger than what the collector takes of one document (20 MiB unpacked).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from swifeeds.markup import size
from swifeeds.markup.attributes import MAX_ALTOGETHER, MAX_IN_XML
from swifeeds.markup.size import FEED, LIST, MAX_JSON, WIRE, Size

MIB = 1024 * 1024
LAUGHS = '<!ENTITY l0 "lol">' + "".join(
    f'<!ENTITY l{n} "' + f"&l{n - 1};" * 10 + '">' for n in range(1, 10)
)

WIDE = "\N{GRINNING FACE}"
"""One such letter makes Python keep a whole text in four bytes a letter."""

MANY = " ".join(f"a{n}=''" for n in range(7_000))
"""Attributes of one tag that nobody refuses; the next tag has them again."""

FULL = MAX_ALTOGETHER // 7_001

ATTRIBUTES = " ".join(f"a{n}='1'" for n in range(200_000))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How a document of one kind is built: its head, one item around a text, and its foot."""

    head: str
    item: str
    foot: str

    def of(self, *texts: str, doctype: str = "") -> bytes:
        """A whole document with these texts in its items."""
        items = "".join(self.item.replace("@", text) for text in texts)
        return f"{doctype}{self.head}{items}{self.foot}".encode()

    def filled(self, text: str, size: int) -> str:
        """The text so many times that an item which says it everywhere has this many letters."""
        return text * (size // len(text) // self.item.count("@"))

    def repeated(self, item: str) -> bytes:
        """As many of these as a document of a little less than the cap holds, a million at most."""
        times = min(1_000_000, 19 * MIB // len(item))
        return f"{self.head}{item * times}{self.foot}".encode()


def _declared(shape: Shape, entities: str, use: str) -> bytes:
    return shape.of(use, doctype=f"<!DOCTYPE r [{entities}]>")


def _xml(size: Size) -> Mapping[str, Callable[[Shape], bytes]]:
    """The bombs of XML, some of them just as large as is read."""
    return {
        "billion laughs": lambda shape: _declared(shape, LAUGHS, "&l9;"),
        "quadratic blow-up": lambda shape: _declared(
            shape, '<!ENTITY a "' + "a" * 100_000 + '">', "&a;" * 100_000
        ),
        "external entity": lambda shape: _declared(
            shape, '<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;"
        ),
        "parameter entity": lambda shape: _declared(
            shape, '<!ENTITY % a SYSTEM "http://127.0.0.1:9/a"> %a;', "a"
        ),
        "200,000 levels": lambda shape: shape.of("<a>" * 200_000),
        "200,000 attributes": lambda shape: shape.of(f"<a {ATTRIBUTES}/>"),
        "attributes as many as fit": lambda shape: shape.of(f"<a {MANY}/>" * (MAX_IN_XML // 7_001)),
        "attributes as many as fit, with spaces": lambda shape: shape.of(
            f"<a {MANY.replace('=', '= ')}/>" * (MAX_IN_XML // 7_001)
        ),
        "elements as many as fit": lambda shape: shape.of("<a/>a" * (size.tags - 1_000)),
        "items as many as fit": lambda shape: shape.of(
            *["a"] * ((size.tags - 1_000) // shape.item.count("<"))
        ),
        "a wide text": lambda shape: shape.of(
            shape.filled("word ", size.characters // 2 - 100_000) + WIDE
        ),
        "a text widened by a reference": lambda shape: shape.of(
            shape.filled("word ", size.characters - 100_000) + "&#128512;"
        ),
        "UTF-16": lambda shape: (
            shape.of(shape.filled("word ", size.characters // 2 - 100_000) + WIDE)
            .decode()
            .encode("utf-16")
        ),
        "200,000 attributes on the root": lambda shape: shape.of("a").replace(
            b">", f" {ATTRIBUTES}>".encode(), 1
        ),
        "a million items": lambda shape: shape.repeated(shape.item.replace("@", "a")),
        "a million empty elements": lambda shape: shape.repeated("<a/>"),
        "a million references": lambda shape: shape.of("&amp;" * 1_000_000),
        "a huge text": lambda shape: shape.of(shape.filled("word ", 15 * MIB)),
        "a large text": lambda shape: shape.of(shape.filled("word ", size.characters - 100_000)),
        "a million spaces": lambda shape: shape.of(f"a{' ' * 1_000_000}b"),
        "a million digits": lambda shape: shape.of("1" * 1_000_000),
        "digits and dashes": lambda shape: shape.of("12-" * 100_000, "1:" * 100_000),
        "a huge picture in its address": lambda shape: shape.of(
            f"&lt;img src='data:image/png;base64,{shape.filled('A', 11 * MIB)}'&gt;"
        ),
        "openings without end": lambda shape: shape.of("&lt;a " * 500_000),
    }


XML, XML_OF_WIRES, XML_OF_LISTS = _xml(FEED), _xml(WIRE), _xml(LIST)

PAGE = Shape(
    head="<html><head><title>News of the day</title></head><body><article><h1>News</h1>",
    item="<p>@</p>",
    foot="</article></body></html>",
)
HTML: Mapping[str, Callable[[Shape], bytes]] = {
    "a million tags": lambda shape: shape.repeated("<b>"),
    "300,000 paragraphs": lambda shape: shape.of(*["a"] * 190_000),
    "200,000 levels": lambda shape: shape.of("<div>" * 200_000),
    "200,000 attributes": lambda shape: shape.of(f"<a {ATTRIBUTES}>"),
    "attributes as many as fit": lambda shape: shape.of(f"<a {MANY}>a</a>" * FULL),
    "bare attributes as many as fit": lambda shape: shape.of(
        f"<a {MANY.replace(chr(61) + chr(39) * 2, '')}>a</a>" * FULL
    ),
    "elements as many as fit": lambda shape: shape.of("<b>a" * (size.PAGE.tags - 100)),
    "paragraphs as many as fit": lambda shape: shape.of(*["a"] * (size.PAGE.tags // 2 - 100)),
    "a wide text": lambda shape: shape.of("word " * (size.PAGE.memory // 21) + WIDE),
    "wide paragraphs": lambda shape: shape.of(*["word " * 40 + WIDE] * (size.PAGE.memory // 840)),
    "100,000 tables": lambda shape: shape.of("<table><tr><td>" * 100_000),
    "a huge text": lambda shape: shape.of("word " * 1_100_000),
    "a large text": lambda shape: shape.of("word " * (size.PAGE.characters // 5 - 1_000)),
    "a million spaces": lambda shape: shape.of(f"a{' ' * 1_000_000}b"),
    "a title of a million spaces": lambda shape: shape.of("a").replace(
        b"News of", b"N" + b" " * 1_000_000
    ),
    "a date of a million digits": lambda shape: shape.of(f"<time>{'1' * 300_000}</time>"),
    "dates without end": lambda shape: shape.of("12 May " * 400_000),
    "digits and dashes": lambda shape: shape.of("12-" * 100_000, "1:" * 100_000),
    "pictures in their addresses": lambda shape: shape.of(
        *['<img src="data:image/png;base64,' + "A" * MIB + '">'] * 5
    ),
    "50,000 pictures": lambda shape: shape.of(
        *[f'<img src="/p{n}.jpg" srcset="/p{n}.jpg 1x, /q{n}.jpg 2x">' for n in range(50_000)]
    ),
    "50,000 links": lambda shape: shape.of(
        *[f'<a href="/news/{n}">The news number {n}</a>' for n in range(50_000)]
    ),
    "a deep declaration": lambda shape: shape.of(
        f'<script type="application/ld+json">{"[" * 100_000}</script>'
    ),
    "a wide declaration": lambda shape: shape.of(
        '<script type="application/ld+json">[' + ",".join(["{}"] * 1_000_000) + "]</script>"
    ),
    "a document type with entities": lambda shape: _declared(shape, LAUGHS, "&l9;"),
}

JSON: Mapping[str, Callable[[Shape], bytes]] = {
    "100,000 levels of lists": lambda shape: shape.of("[" * 100_000),
    "100,000 levels of objects": lambda shape: shape.of('{"a":' * 100_000),
    "a million small objects": lambda shape: shape.of(",".join(["{}"] * 1_000_000)),
    "a million entries": lambda shape: shape.repeated('{"id":1},'),
    "objects as many as fit": lambda shape: shape.of(",".join(["{}"] * 74_000)),
    "members as many as fit": lambda shape: shape.of(
        "{" + ",".join(f'"{n}":1' for n in range(149_000)) + "}"
    ),
    "numbers without end": lambda shape: shape.of(
        "[" + ",".join(map(str, range(1_000, 300_000))) + "]"
    ),
    "short texts without end": lambda shape: shape.of("[" + '"ab",' * 299_000 + '"ab"]'),
    "a wide text": lambda shape: shape.of(
        '{"id": "1", "title": "a", "content_html": "'
        + "word " * (FEED.characters // 10 - 1_000)
        + WIDE
        + '"}'
    ),
    "a text widened by an escape": lambda shape: shape.of(
        '{"id": "1", "title": "a", "content_html": "'
        + "word " * (MAX_JSON // 5 - 1_000)
        + '\\ud83d\\ude00"}'
    ),
    "a huge text": lambda shape: shape.of('{"id": 1, "content": "' + "word " * (3 * MIB) + '"}'),
    "a number of a million digits": lambda shape: shape.of('{"id": ' + "1" * 1_000_000 + "}"),
    "a date of a million digits": lambda shape: shape.of(
        '{"id": "1", "title": "a", "date_published": "' + "1" * 1_000_000 + '"}'
    ),
    "escapes without end": lambda shape: shape.of(
        '{"id": "1", "title": "' + "\\u0041" * 400_000 + '"}'
    ),
}

TEXT: Mapping[str, Callable[[Shape], bytes]] = {
    "a line without end": lambda shape: shape.of("word " * (3 * MIB)),
    "a large text": lambda shape: shape.of("word " * (WIRE.characters // 5 - 1_000)),
    "a wide text": lambda shape: shape.of("word " * (WIRE.characters // 5 - 1_000) + WIDE),
    "a million lines": lambda shape: shape.of("a\n" * 1_000_000),
    "a million digits": lambda shape: shape.of("1" * 1_000_000),
    "a million spaces": lambda shape: shape.of(f"a{' ' * 1_000_000}b"),
    "dashes and digits": lambda shape: shape.of("12-" * 100_000 + "1:" * 100_000),
    "a million headings": lambda shape: shape.repeated(shape.item.replace("@", "a")),
}

PAGES: Mapping[str, Callable[[Shape], bytes]] = {
    **HTML,
    "a text as long as is learned from": lambda shape: shape.of(
        "word " * (size.PAGE.characters // 7)
    ),
    "a wide text as long as is learned from": lambda shape: shape.of(
        "word " * (size.PAGE.memory // 28) + WIDE
    ),
    "paragraphs as many as are learned from": lambda shape: shape.of(
        *["a"] * (size.PAGE.tags * 3 // 8 - 100)
    ),
    "paragraphs that are learned from": lambda shape: shape.of(
        *["Of the lake and the harbour. " * 5] * 5_000
    ),
}
"""Pages of which several are read together."""
