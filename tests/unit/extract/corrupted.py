"""A feed of fifty items, and the ways in which feeds are broken in the wild."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Corruption: TypeAlias = Callable[[bytes], bytes]
ITEMS = 50


def sound_feed() -> bytes:
    """RSS with letters of two bytes, escaped markup in each description and a module."""
    items = "".join(
        f"<item><title>Überschwemmung {n} im Tal</title><link>https://news.example.org/{n}</link>"
        f'<guid isPermaLink="false">tag:news.example.org,2026:{n}</guid>'
        f"<pubDate>Mon, 05 Jan 2026 {n % 24:02}:00:00 GMT</pubDate>"
        f"<dc:creator>Desk {n}</dc:creator>"
        f"<description>&lt;p&gt;The lake rose by {n} centimetres over night.&lt;/p&gt;"
        "</description></item>\n"
        for n in range(ITEMS)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        "<title>News</title><link>https://news.example.org/</link>"
        f"<description>All the news</description>\n{items}</channel></rss>\n"
    ).encode()


def _in_item(written: bytes, after: bytes = b"centimetres over") -> Corruption:
    """Something put into the text of the sixteenth item."""

    def corrupt(feed: bytes) -> bytes:
        place = feed.index(b"rose by 16 ")
        return feed[:place] + feed[place:].replace(after, after + written, 1)

    return corrupt


def _undeclared(feed: bytes) -> bytes:
    return feed.replace(b' xmlns:dc="http://purl.org/dc/elements/1.1/"', b"")


def _latin(feed: bytes) -> bytes:
    place = feed.index("Überschwemmung 16".encode())
    return feed[:place] + feed[place:].replace("Ü".encode(), b"\xdc", 1)


def _cut(feed: bytes) -> bytes:
    """At 60 % of its items, inside the thirty-first."""
    return feed[: feed.index(b"Tal</title><link>https://news.example.org/30")]


CORRUPTIONS: dict[str, Corruption] = {
    "a bare ampersand": _in_item(b" A & B"),
    "an undeclared &nbsp;": _in_item(b"&nbsp;"),
    "a leading newline": lambda feed: b"\n" + feed,
    "a control character": _in_item(b"\x0b"),
    "a latin-1 byte in UTF-8": _latin,
    "latin-1 declared as UTF-8": lambda feed: feed.decode().encode("latin-1"),
    "UTF-8 declared as iso-8859-1": lambda feed: feed.replace(b"utf-8", b"iso-8859-1", 1),
    "cut at 60 %": _cut,
    "an unescaped <br>": _in_item(b"<br>"),
    "a stray </p>": _in_item(b"</p>"),
    "an undeclared prefix": _undeclared,
    "a PHP warning before the declaration": lambda feed: (
        b"<br />\n<b>Warning</b>:  Undefined variable $x in <b>/var/www/feed.php</b> on line "
        b"<b>12</b><br />\n" + feed
    ),
    "a PHP notice without a declaration": lambda feed: (
        b"Notice: Undefined index: lang in /var/www/feed.php on line 3\n"
        + feed[feed.index(b"<rss") :]
    ),
    "text behind the root": lambda feed: feed + b"<!-- 0.2 s --><script>track()</script>\n",
}
