"""Rules of text, of values and of XML itself, and feeds that break them and nothing else."""

from __future__ import annotations

from tests.unit.check.xml_feeds import ATOM, RSS, changed, channel, entry, feed, item

PICTURE = 'url="https://news.example.org/a.png"'
GROUP = f"<media:group><media:content {PICTURE}/>{{}}</media:group>"
NETSCAPE = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "{}">\n<rss '
DTD = "http://www.rssboard.org/rss-0.91.dtd"
OLD_DTD = "http://my.netscape.com/publish/formats/rss-0.91.dtd"
MARKUP = "&lt;p&gt;It &lt;em&gt;sails&lt;/em&gt;.&lt;/p&gt;"
OLD_RSS = changed(RSS, 'version="2.0" x', 'version="0.91" x', MARKUP, "It sails.")


def html(markup: str) -> str:
    return changed(RSS, "&lt;em&gt;sails&lt;/em&gt;", markup.replace("<", "&lt;"))


def xhtml(markup: str) -> str:
    div = f'<div xmlns="http://www.w3.org/1999/xhtml">{markup}</div>'
    return entry(f'<content type="xhtml">{div}</content>')


def content(text: str, kind: str) -> str:
    return entry(f'<content type="{kind}">{text}</content>')


def media(attributes: str) -> str:
    return item(f"<media:content {PICTURE} {attributes}/>")


def of(name: str, text: str, attributes: str = "") -> str:
    return item(f"<media:{name} {attributes}>{text}</media:{name}>")


def space(prefix: str, address: str, text: str = RSS) -> str:
    root = "rss" if "<rss" in text else "feed"
    return changed(text, f"<{root} ", f'<{root} xmlns:{prefix}="{address}" ')


def meta(attributes: str) -> str:
    return channel(f"<xhtml:meta {attributes}/>")


BROKEN_TEXT = [
    ("not-blank", changed(RSS, "<title>The ferry sails again</title>", "<title> </title>")),
    ("bad-characters", changed(RSS, "The ferry", "The caf\xc3\xa9")),
    ("bad-characters", changed(RSS, "The ferry", "The caf\x93")),
    ("bad-characters", changed(RSS, "The ferry", "The caf\ufffd")),
    ("not-html", html("<b>sails")),
    ("not-html", html("sails</b>")),
    ("not-html", html("<sail>away</sail>")),
    ("not-html", xhtml("<sail>away</sail>")),
    ("not-html", html("<td>sails</td>")),
    ("security-risk", html("<script>sail()</script>")),
    ("security-risk", xhtml("<script>sail()</script>")),
    ("security-risk-attr", html("<b onclick='sail()'>sails</b>")),
    ("security-risk-attr", xhtml('<b onclick="sail()">sails</b>')),
    ("dangerous-style-attr", html("<b style='position: fixed'>sails</b>")),
    ("dangerous-style-attr", xhtml('<b style="background: url(/a.png)">sails</b>')),
    ("html-fragment", content("&lt;p&gt;It sails.&lt;/p&gt;", "text/html")),
    ("not-inline", xhtml("It &lt;b>sails&lt;/b>.")),
    ("not-base64", content("It sails.", "image/png")),
]

BROKEN_VALUES = [
    ("invalid-w3cdtf-date", channel("<dc:date>20 Nov 2026</dc:date>")),
    ("invalid-w3cdtf-date", channel("<dc:date>2026-13</dc:date>")),
    ("invalid-link", channel("<admin:generatorAgent rdf:resource='http:/a'/>")),
    (
        "invalid-uri-char",
        changed(RSS, "<link>https://news.example.org/ferry", "<link>https://a/b c"),
    ),
    ("uri-not-iri", changed(RSS, "<link>https://news.example.org/ferry", "<link>https://a/é")),
    ("unknown-host", channel("<webMaster>root@localhost (Root)</webMaster>")),
    ("invalid-language", changed(RSS, "<language>en", "<language>english")),
    ("invalid-integer", channel("<opensearch:startIndex>first</opensearch:startIndex>")),
    (
        "invalid-non-negative-integer",
        item("<slash:comments>-1</slash:comments>").replace(
            "<item>", "<lastBuildDate>20 Nov 2026 08:00 GMT</lastBuildDate><item>"
        ),
    ),
    ("invalid-positive-integer", channel("<sy:updateFrequency>0</sy:updateFrequency>")),
    ("invalid-update-period", channel("<sy:updatePeriod>often</sy:updatePeriod>")),
    ("invalid-latitude", item("<geo:lat>91</geo:lat>")),
    ("invalid-longitude", item("<geo:long>181</geo:long>")),
    ("invalid-longitude", item("<geo:long>nan</geo:long>")),
    ("invalid-coord", item("<georss:point>91 3</georss:point>")),
    ("invalid-coord-list", item("<georss:line>1 2 3</georss:line>")),
    ("invalid-coord-list", item("<georss:polygon>1 2 3 4 5 6</georss:polygon>")),
    ("invalid-meta-name", meta('name="author" content="noindex"')),
    ("invalid-meta-content", meta('name="robots" content="index, noindex"')),
    ("invalid-meta-content", meta('name="robots" content="perhaps"')),
    ("invalid-float", media('bitrate="fast"')),
    ("invalid-true-false", media('isDefault="yes"')),
    ("invalid-media-medium", media('medium="sound"')),
    ("invalid-media-expression", media('expression="part"')),
    ("invalid-positive-integer", media('width="0"')),
    ("invalid-mime-attribute", media('type="png"')),
    ("invalid-credit-role", of("credit", "A", 'role="Sailor"')),
    ("invalid-credit-role", of("credit", "A", 'role="sailor"')),
    ("invalid-media-text-type", of("title", "A", 'type="text"')),
    ("invalid-media-hash", of("hash", "12")),
    ("invalid-media-hash", of("hash", "0" * 32, 'algo="crc"')),
    ("invalid-media-rating", of("rating", "old")),
    ("invalid-media-rating", of("rating", "r (x)", 'scheme="urn:icra"')),
    ("invalid-npt-time", item(f'<media:thumbnail {PICTURE} time="soon"/>')),
    ("invalid-media-restriction", of("restriction", "some", 'relationship="allow"')),
    ("invalid-media-restriction-rel", of("restriction", "all", 'relationship="may"')),
    (
        "invalid-media-restriction-type",
        of("restriction", "all", 'relationship="allow" type="planet"'),
    ),
    ("invalid-country-code", of("restriction", "ch xx1", 'relationship="deny" type="country"')),
    ("deprecated-media-adult", of("adult", "false")),
    ("media-group-without-alternatives", item(GROUP.format(""))),
    ("missing-attribute", item("<media:thumbnail/>")),
]

BROKEN_XML = [
    ("sax-error", changed(RSS, "</item>", "")),
    ("sax-error", changed(RSS, "</rss>", "</rss><rss/>")),
    ("sax-error", changed(RSS, "The ferry", "The & ferry")),
    ("undefined-named-entity", changed(RSS, "The ferry", "The&nbsp;ferry")),
    ("invalid-doctype", changed(RSS, "<rss ", NETSCAPE.format(DTD))),
    ("deprecated-dtd", changed(OLD_RSS, "<rss ", NETSCAPE.format(OLD_DTD))),
    ("missing-namespace", changed(ATOM, ' xmlns="http://www.w3.org/2005/Atom"', "")),
    ("invalid-namespace", changed(RSS, "<rss ", '<rss xmlns="http://purl.org/rss/1.0/" ')),
    ("reserved-prefix", space("itunes", "https://o.example.org/")),
    ("media-rss-namespace", changed(RSS, "/mrss/", "/mrss")),
    ("obsolete-wiki-namespace", space("wiki", "http://www.usemod.com/cgi-bin/mb.pl?ModWiki")),
    ("avoid-namespace-prefix", space("atom", "http://www.w3.org/2005/Atom", ATOM)),
    ("unknown-namespace", space("o", "https://o.example.org/")),
    (
        "questionable-usage",
        item(
            "<media:group><media:content url='https://a.example.org/1'/>"
            "<media:content url='https://a.example.org/2'/>"
            "<atom:updated>2026-11-20T08:00:00Z</atom:updated></media:group>"
        ),
    ),
    ("misplaced-xhtml-content", item("<xhtml:p>It sails.</xhtml:p>")),
]

HINTS = [
    ("obsolete-version", OLD_RSS),
    ("contains-system-entity", changed(RSS, "<rss ", '<!DOCTYPE rss SYSTEM "a.dtd">\n<rss ')),
    ("nonstd-prefix", changed(RSS, "xmlns:media", "xmlns:pictures")),
    ("unsupported-namespace", space("podcast", "https://podcastindex.org/namespace/1.0")),
    ("missing-dc-language", changed(RSS, "<language>en</language>", "")),
    ("missing-dc-language", changed(ATOM, ' xml:lang="en"', "")),
    ("rss-1-not-checked", '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'),
]
"""What is worth knowing, and breaks nothing."""

SEVERAL_VALUES = [
    (
        "refused-document",
        changed(RSS, "<rss ", f'<!DOCTYPE rss [<!ENTITY a "{"a" * 101}">]><rss '),
        {"sax-error"},
    ),
    ("missing-namespace", channel("<podcast:guid>1</podcast:guid>"), {"sax-error"}),
    ("invalid-namespace", changed(ATOM, "2005/Atom", "2005/feeds"), {"unknown-namespace"}),
    (
        "obsolete-namespace",
        changed(ATOM, "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"),
        {"unknown-namespace"},
    ),
    ("not-a-feed", "<html/>", {"undefined-element"}),
    (
        "not-escaped",
        entry(
            '<content type="xhtml" mode="escaped">'
            '<div xmlns="http://www.w3.org/1999/xhtml">It sails.</div></content>'
        ),
        {"unexpected-attribute"},
    ),
    ("not-html", feed('<rights type="html">&lt;b&gt;</rights>'), set()),
]
