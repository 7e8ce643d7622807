"""Sound feeds in RSS and Atom, changed by a test in one place, and what the checker says."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from swifeeds.check import Finding, check
from swifeeds.check.finding import Severity

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)

RSS = """\
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>News of the lake</title>
<link>https://news.example.org/</link>
<description>What happens at the lake</description>
<language>en</language>
<atom:link rel="self" href="https://news.example.org/feed.rss" type="application/rss+xml"/>
<item>
<title>The ferry sails again</title>
<link>https://news.example.org/ferry</link>
<description>&lt;p&gt;It &lt;em&gt;sails&lt;/em&gt;.&lt;/p&gt;</description>
<guid isPermaLink="false">tag:news.example.org,2026:ferry</guid>
<pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate>
</item>
</channel>
</rss>
"""

ATOM = """\
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>News of the lake</title>
<id>tag:news.example.org,2026:lake</id>
<updated>2026-11-20T08:00:00Z</updated>
<link rel="self" href="https://news.example.org/feed.atom" type="application/atom+xml"/>
<author><name>The harbour</name></author>
<entry>
<title>The ferry sails again</title>
<id>tag:news.example.org,2026:ferry</id>
<updated>2026-11-20T08:00:00Z</updated>
<link href="https://news.example.org/ferry"/>
<summary>It sails.</summary>
</entry>
</feed>
"""

_PREFIXES = {
    "admin": "http://webns.net/mvcb/",
    "app": "http://www.w3.org/2007/app",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "creativeCommons": "http://backend.userland.com/creativeCommonsRssModule",
    "fh": "http://purl.org/syndication/history/1.0",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "georss": "http://www.georss.org/georss",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "opensearch": "http://a9.com/-/spec/opensearch/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "thr": "http://purl.org/syndication/thread/1.0",
    "wfw": "http://wellformedweb.org/CommentAPI/",
    "xhtml": "http://www.w3.org/1999/xhtml",
}


def changed(feed: str, *changes: str) -> str:
    """A feed with the first of each old text replaced by the new that follows it."""
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        assert old in feed, old
        feed = feed.replace(old, new, 1)
    return feed


def _declared(feed: str, piece: str, root: str) -> str:
    """Every prefix that a piece uses, declared at the root."""
    wanted = {name for name in _PREFIXES if f"<{name}:" in piece or f" {name}:" in piece}
    spaces = "".join(f' xmlns:{name}="{_PREFIXES[name]}"' for name in sorted(wanted))
    return feed.replace(f"<{root} ", f"<{root}{spaces} ", 1) if spaces else feed


def channel(*pieces: str) -> str:
    """The RSS feed with more in its channel."""
    piece = "\n".join(pieces)
    return _declared(changed(RSS, "<item>", f"{piece}\n<item>"), piece, "rss")


def item(*pieces: str) -> str:
    """The RSS feed with more in its item."""
    piece = "\n".join(pieces)
    return _declared(changed(RSS, "</item>", f"{piece}\n</item>"), piece, "rss")


def feed(*pieces: str) -> str:
    """The Atom feed with more in its head."""
    piece = "\n".join(pieces)
    return _declared(changed(ATOM, "<entry>", f"{piece}\n<entry>"), piece, "feed")


def entry(*pieces: str) -> str:
    """The Atom feed with more in its entry."""
    piece = "\n".join(pieces)
    return _declared(changed(ATOM, "</entry>", f"{piece}\n</entry>"), piece, "feed")


def findings(text: str | bytes, **about: Any) -> tuple[Finding, ...]:
    """What is found in a document."""
    body = text.encode() if isinstance(text, str) else text
    return check(body, now=NOW, **about).findings


def rules(text: str | bytes, **about: Any) -> set[str]:
    """The errors and warnings among them, by their codes."""
    told = findings(text, **about)
    return {one.rule for one in told if one.severity is not Severity.INFO}


def hints(text: str | bytes, **about: Any) -> set[str]:
    """What is worth knowing, by its codes."""
    return {one.rule for one in findings(text, **about) if one.severity is Severity.INFO}
