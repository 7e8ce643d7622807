"""A sound RSS and a sound Atom feed, into which a test puts one thing."""

from __future__ import annotations

from tests.unit.check.making import NOW

from swifeeds.check import Finding, check

_SPACES = (
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:fh="http://purl.org/syndication/history/1.0"'
    ' xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    ' xmlns:georss="http://www.georss.org/georss" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
    ' xmlns:slash="http://purl.org/rss/1.0/modules/slash/"'
    ' xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule"'
)
CHANNEL = {
    "title": "<title>Talks</title>",
    "link": "<link>https://news.example.org/</link>",
    "description": "<description>All about the talks</description>",
    "language": "<language>en</language>",
    "self": '<atom:link rel="self" href="https://news.example.org/feed.rss"/>',
}
ITEM = {
    "title": "<title>They open</title>",
    "link": "<link>https://news.example.org/1</link>",
    "description": "<description>In short</description>",
    "guid": '<guid isPermaLink="false">tag:news.example.org,2026:1</guid>',
}
FEED = {
    "id": "<id>tag:news.example.org,2026:feed</id>",
    "title": "<title>Talks</title>",
    "updated": "<updated>2026-05-04T08:00:00Z</updated>",
    "author": "<author><name>Ada</name></author>",
    "self": '<link rel="self" href="https://news.example.org/feed.atom"/>',
}
ENTRY = {
    "id": "<id>tag:news.example.org,2026:1</id>",
    "title": "<title>They open</title>",
    "updated": "<updated>2026-05-04T07:00:00Z</updated>",
    "link": '<link rel="alternate" href="https://news.example.org/1"/>',
    "summary": "<summary>In short</summary>",
}


def _lines(parts: dict[str, str], changes: dict[str, str], more: str) -> str:
    return "\n".join([*{**parts, **changes}.values(), more])


def rss_of(
    *, channel: str = "", item: str = "", root: str = 'version="2.0"',
    in_channel: dict[str, str] | None = None, in_item: dict[str, str] | None = None,
) -> str:  # fmt: skip
    """An RSS feed: parts of the channel or the item are changed, or more is put behind them."""
    return (
        f"<rss {root} {_SPACES}><channel>\n{_lines(CHANNEL, in_channel or {}, channel)}\n"
        f"<item>\n{_lines(ITEM, in_item or {}, item)}\n</item></channel></rss>"
    )


def atom_of(
    *, feed: str = "", entry: str = "", in_feed: dict[str, str] | None = None,
    in_entry: dict[str, str] | None = None,
) -> str:  # fmt: skip
    """The same of Atom."""
    spaces = _SPACES.replace(' xmlns:xhtml="http://www.w3.org/1999/xhtml"', "").partition(" ")[2]
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" {spaces}>\n'
        f"{_lines(FEED, in_feed or {}, feed)}\n"
        f"<entry>\n{_lines(ENTRY, in_entry or {}, entry)}\n</entry></feed>"
    )


def graves(document: str) -> list[Finding]:
    """Errors and warnings; that the declaration is left out is no matter here."""
    found = check(document.encode(), now=NOW).findings
    return [one for one in found if one.severity != "info"]


def lines_of(document: str, part: str) -> int:
    """The line on which a part stands."""
    return document[: document.index(part)].count("\n") + 1
