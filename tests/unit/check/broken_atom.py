"""Each rule of Atom, and feeds that break it and nothing else."""

from __future__ import annotations

from tests.unit.check.xml_feeds import ATOM, changed, entry, feed

ID = "<id>tag:news.example.org,2026:{}</id>"
SUMMARY = "<summary>It sails.</summary>"
LINK = '<link href="https://news.example.org/ferry"/>'
TITLE = "<title>The ferry sails again</title>"
SELF = "https://news.example.org/feed.atom"
OTHER = "https://news.example.org/other.atom"
PICTURE = '<content type="image/png">aaaa</content>'


def another(name: str, second: int = 1) -> str:
    """One more entry."""
    return (
        f"<entry><title>{name}</title>{ID.format(name)}"
        f"<updated>2026-11-20T08:00:{second:02}Z</updated>{SUMMARY}{LINK}</entry>"
    )


def more(*entries: str) -> str:
    return changed(ATOM, "</feed>", f"{''.join(entries)}</feed>")


def content(text: str, attributes: str = "") -> str:
    return entry(f"<content {attributes}>{text}</content>")


def page(rel: str, address: str = OTHER) -> str:
    return f'<link rel="{rel}" href="{address}"/>'


def source(*pieces: str) -> str:
    return entry(f"<source>{''.join(pieces)}</source>")


SOURCE = (ID.format("s"), "<title>Another</title>", "<updated>2026-11-20T08:00:00Z</updated>")

BROKEN_ATOM = [
    ("missing-self", changed(ATOM, 'rel="self"', 'rel="hub"')),
    ("misplaced-metadata", more("<rights>All</rights>")),
    ("duplicate-updated", more(another("b", second=0))),
    ("duplicate-atom-link", entry(LINK)),
    ("duplicate-atom-link", feed('<link href="/a"/><link rel="alternate" href="/b"/>')),
    ("missing-href", entry('<link rel="related"/>')),
    ("atom-link-not-empty", entry('<link rel="related" href="/a">More</link>')),
    ("unregistered-atom-link-rel", entry('<link rel="friend" href="/a"/>')),
    ("self-not-atom", changed(ATOM, "application/atom+xml", "text/html")),
    ("relative-self", changed(ATOM, SELF, "feed.atom")),
    ("missing-textual-content", changed(ATOM, SUMMARY, "")),
    (
        "missing-content-or-alternate",
        changed(ATOM, LINK, '<link rel="related" href="https://news.example.org/ferry"/>'),
    ),
    ("missing-summary", changed(content("", 'src="/a.png" type="image/png"'), SUMMARY, "")),
    ("missing-summary", changed(entry(PICTURE), SUMMARY, "")),
    ("missing-xhtml-div", content("It sails.", 'type="xhtml"')),
    ("missing-type-attr", content("", 'src="/a.html"')),
    *(("missing-source-element", source(*(s for s in SOURCE if s != left))) for left in SOURCE),
    ("invalid-text-type", changed(ATOM, "<title>The", '<title type="text/plain">The')),
    ("feed-history-rel-in-entry", entry(page("next-archive"))),
    ("feed-rel-in-complete-feed", feed("<fh:complete/>", page("prev-archive"))),
    ("current-not-self-in-complete-feed", feed("<fh:complete/>", page("current"))),
    ("link-past-end", feed(page("first", SELF), page("previous"))),
    ("link-past-end", feed(page("last", SELF), page("next"))),
    ("missing-current-in-archive", feed("<fh:archive/>", page("prev-archive"))),
    ("archive-incomplete", feed("<fh:archive/>", page("current"))),
    (
        "no-thr-when",
        entry('<link rel="replies" thr:when="2026-11-20T08:00:00Z" href="/replies"/>'),
    ),
    ("missing-element", changed(ATOM, TITLE, "")),
    ("missing-element", changed(ATOM, ID.format("ferry"), "")),
    ("missing-element", changed(ATOM, "<author><name>The harbour</name></author>", "")),
    ("missing-element", feed("<contributor><uri>https://a.example.org/</uri></contributor>")),
    ("missing-attribute", feed('<category label="Ships"/>')),
    ("not-blank", feed('<category term=""/>')),
    ("not-blank", feed("<generator/>")),
    ("not-blank", changed(ATOM, TITLE, "<title/>")),
    ("attr-not-blank", entry('<link rel="" href="https://news.example.org/b"/>')),
    ("attr-not-blank", entry('<link rel="related" title="" href="/a"/>')),
    ("contains-html", feed('<category term="a" label="&lt;b&gt;A&lt;/b&gt;"/>')),
    ("contains-html", changed(ATOM, "The harbour", "The &amp;amp; harbour")),
    ("contains-undeclared-html", changed(ATOM, "It sails.", "It &lt;b&gt;sails&lt;/b&gt;.")),
    ("contains-email", changed(ATOM, "The harbour", "The harbour &lt;a@example.org&gt;")),
    ("invalid-addr-spec", feed("<contributor><name>A</name><email>A</email></contributor>")),
    ("invalid-full-link", changed(ATOM, ID.format("ferry"), "<id>ferry</id>")),
    ("invalid-full-link", feed('<category term="a" scheme="ships"/>')),
    ("invalid-rfc3339-date", changed(ATOM, "2026-11-20T08:00:00Z", "2026-11-20")),
    ("invalid-rfc3339-date", changed(ATOM, "2026-11-20T08:00:00Z", "2026-02-30T08:00:00Z")),
    ("invalid-rfc3339-date", changed(ATOM, "2026-11-20T08:00:00Z", "2026-11-20T08:00:00")),
    ("implausible-date", changed(ATOM, "2026-11-20T08:00:00Z", "2027-11-20T08:00:00Z")),
    ("unexpected-whitespace", changed(ATOM, "<id>tag", "<id> tag")),
    ("unexpected-whitespace", changed(ATOM, "08:00:00Z</upd", "08:00:00Z </upd")),
    ("unexpected-text", changed(ATOM, "<entry>", "<entry>News:")),
    ("unexpected-text", content("Here", 'src="/a.html" type="text/html"')),
    ("undefined-element", entry("<subtitle>News</subtitle>")),
    ("undefined-element", content("It <b xmlns='http://www.w3.org/1999/xhtml'>sails</b>.")),
    ("undeterminable-vocabulary", entry('<b xmlns="">1</b>')),
    ("duplicate-element", entry("<rights>A</rights><rights>B</rights>")),
    ("unexpected-attribute", entry('<link rel="related" href="/a" media="print"/>')),
    ("non-canonical-uri", changed(ATOM, ID.format("ferry"), "<id>HTTPS://news.example.org/</id>")),
    ("invalid-uri-attribute", feed('<generator uri="ht tp:">A</generator>').replace("ht tp:", ":")),
    ("invalid-iri", entry('<link rel="related" href="1:2"/>')),
    ("invalid-tag", changed(ATOM, ID.format("ferry"), "<id>tag:example.org,26:a</id>")),
    ("invalid-urn", changed(ATOM, ID.format("ferry"), "<id>urn:a</id>")),
    ("invalid-uuid", changed(ATOM, ID.format("ferry"), "<id>urn:uuid:60a7</id>")),
    ("scheme-not-iana-registered", changed(ATOM, ID.format("ferry"), "<id>house:17</id>")),
    (
        "same-document-reference",
        changed(
            ATOM, "<entry>", '<entry xml:base="https://o.example.org/a">', LINK, '<link href="#x"/>'
        ),
    ),
    ("invalid-iri", entry('<link rel="related" href="http:///feed.atom"/>')),
    ("invalid-language", entry('<link rel="related" href="/a" hreflang="qqq"/>')),
    ("invalid-language", changed(ATOM, 'xml:lang="en"', 'xml:lang="english"')),
    ("invalid-mime-type", entry('<link rel="related" href="/a" type="html"/>')),
    ("invalid-non-negative-integer", entry('<link rel="enclosure" href="/a" length="-1"/>')),
    ("invalid-yes-no", entry("<app:control><app:draft>true</app:draft></app:control>")),
]
"""A rule and a feed that breaks it."""

SEVERAL_ATOM = [
    ("duplicate-entries", more(another("ferry", second=0)), {"duplicate-updated"}),
    ("duplicate-ids", more(*(another("ferry", second) for second in range(1, 10))), set()),
]
