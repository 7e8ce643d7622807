"""RSS 2.0 and the profile, rule by rule: a sound feed with one fault has that finding alone."""

from __future__ import annotations

import pytest
from tests.unit.check.feeds import graves, lines_of, rss_of

IN_CHANNEL = [
    ("<pubDate>Tue, 19 May 2009 13:45:00 GMT</pubDate>", None, None),
    ("<pubDate>2009-05-19T13:45:00Z</pubDate>", "invalid-rfc2822-date", "pubDate"),
    ("<pubDate>Sun, 31 Jun 2009 13:45:00 GMT</pubDate>", "invalid-rfc2822-date", "pubDate"),
    ("<pubDate>Mon, 19 May 2009 13:45:00 GMT</pubDate>", "incorrect-dow", "pubDate"),
    ("<pubDate>19 May 09 13:45 A</pubDate>", "problematical-rfc822-date", "pubDate"),
    ("<lastBuildDate>Tue, 19 May 2099 13:45:00 GMT</lastBuildDate>", "implausible-date",
     "lastBuildDate"),
    ("<ttl>15</ttl>", None, None),
    ("<ttl>0</ttl>", "invalid-positive-integer", "ttl"),
    ("<ttl>1.5</ttl>", "invalid-positive-integer", "ttl"),
    ("<docs>/docs</docs>", "invalid-full-link", "docs"),
    ("<managingEditor>ada@example.org (Ada)</managingEditor>", None, None),
    ("<managingEditor>Ada</managingEditor>", "invalid-contact", "managingEditor"),
    ("<webMaster>ada@example.org</webMaster>", "missing-real-name", "webMaster"),
    ("<webMaster>Ada &lt;ada@example.org></webMaster>", "email-format", "webMaster"),
    ("<copyright>a &lt;b>b&lt;/b></copyright>", "contains-html", "copyright"),
    ("<generator>x</generator><generator>y</generator>", "duplicate-element", "generator"),
    ("<blurb/>", "undefined-element", "blurb"),
    ("<skipHours><hour>0</hour><hour>23</hour></skipHours>", None, None),
    ("<skipHours><hour>24</hour></skipHours>", "use-zero-for-midnight", "hour"),
    ("<skipHours><hour>25</hour></skipHours>", "invalid-hour", "hour"),
    ("<skipHours><hour>7</hour><hour>7</hour></skipHours>", "duplicate-value", "hour"),
    ("<skipHours/>", "missing-element", "hour"),
    ("<skipDays><day>Sonntag</day></skipDays>", "invalid-day", "day"),
    ("<skipDays/>", "missing-element", "day"),
    ('<cloud domain="a" port="80" path="/" registerProcedure="" protocol="xml-rpc"/>', None, None),
    ('<cloud domain="a" port="0" path="/" registerProcedure="" protocol="xml-rpc"/>',
     "invalid-integer-attribute", "cloud"),
    ('<cloud domain="a" port="80" path="/" registerProcedure=""/>', "missing-attribute", "cloud"),
    (("<image><url>https://a.example/i.svg</url><title>Talks</title>"
     "<link>https://news.example.org/</link></image>"), "image-url-format", "url"),
    (("<image><url>https://a.example/i.png</url><title>Other</title>"
     "<link>https://news.example.org/</link></image>"), "image-title-doesnt-match", "title"),
    ("<image><url>https://a.example/i.png</url><title>Talks</title></image>", "missing-link",
     "link"),
    (("<image><url>https://a.example/i.png</url><title>Talks</title>"
     "<link>https://news.example.org/</link><width>145</width></image>"), "invalid-width", "width"),
    ('<category domain="x">a</category>', None, None),
    ('<category label="x">a</category>', "unexpected-attribute", "category"),
    ("words", "unexpected-text", "channel"),
]  # fmt: skip

IN_ITEM = [
    ('<enclosure url="https://a.example/a.mp3" length="12" type="audio/mpeg"/>', None, None),
    ('<enclosure url="https://a.example/a.mp3" length="-1" type="audio/mpeg"/>',
     "use-zero-for-unknown", "enclosure"),
    ('<enclosure url="https://a.example/a.mp3" length="x" type="audio/mpeg"/>',
     "invalid-integer-attribute", "enclosure"),
    ('<enclosure url="/a.mp3" length="1" type="audio/mpeg"/>', "invalid-url-attribute",
     "enclosure"),
    ('<enclosure url="https://a.example/a.mp3" length="1" type="mp3"/>',
     "invalid-mime-attribute", "enclosure"),
    ('<enclosure url="https://a.example/a.mp3" length="1"/>', "missing-attribute", "enclosure"),
    ('<source url="https://a.example/feed">A</source>', None, None),
    ("<source>A</source>", "missing-attribute", "source"),
    ('<source url="feed">A</source>', "invalid-full-link", "source"),
    ("<comments>here</comments>", "invalid-full-link", "comments"),
    ("<category/>", "not-blank", "category"),
    ("<author>nobody</author>", "invalid-contact", "author"),
    ("<pubDate>yesterday</pubDate>", "invalid-rfc2822-date", "pubDate"),
    ("<content:encoded>&lt;p>text&lt;/p></content:encoded>", None, None),
    ("<content:encoded>&lt;p>text&lt;/b></content:encoded>", "not-html", "content:encoded"),
    ("<content:encoded>&lt;script>&lt;/script></content:encoded>", "security-risk",
     "content:encoded"),
    ('<content:encoded>&lt;a href="x">a&lt;/a></content:encoded>', "contains-rel-ref",
     "content:encoded"),
    ("<atom:published>2026-05-04</atom:published>", "invalid-rfc3339-date", "atom:published"),
    ('<atom:link rel="odd" href="https://a.example/"/>', "unregistered-atom-link-rel",
     "atom:link"),
    ("<dc:creator>Ada</dc:creator>", None, None),
    ("<dc:date>May</dc:date>", "invalid-w3cdtf-date", "dc:date"),
    ("<dc:language>klingonish</dc:language>", "invalid-language", "dc:language"),
    ("<language>de</language>", "undefined-element", "language"),
]  # fmt: skip


def told(document: str) -> list[tuple[str, str | None]]:
    return [(one.rule, one.element) for one in graves(document)]


def test_the_sound_feed_has_no_finding():
    assert told(rss_of()) == []


@pytest.mark.parametrize(("piece", "rule", "element"), IN_CHANNEL)
def test_a_fault_in_the_channel_is_told_with_its_line(piece, rule, element):
    document = rss_of(channel=piece)
    found = graves(document)
    assert [one.rule for one in found] == ([rule] if rule else [])
    if found and rule != "unexpected-text":
        assert (found[0].element, found[0].line) == (element, lines_of(document, piece))


@pytest.mark.parametrize(("piece", "rule", "element"), IN_ITEM)
def test_a_fault_in_an_item_is_told_with_its_line(piece, rule, element):
    document = rss_of(item=piece)
    found = graves(document)
    assert [one.rule for one in found] == ([rule] if rule else [])
    if found:
        assert (found[0].element, found[0].line) == (element, lines_of(document, piece))


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("title", "missing-title"),
        ("link", "missing-link"),
        ("description", "missing-description"),
        ("self", "missing-atom-self-link"),
    ],
)
def test_what_a_channel_lacks_is_told(name, rule):
    assert [one for one, _ in told(rss_of(in_channel={name: ""}))] == [rule]


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"guid": ""}, "missing-guid"),
        ({"guid": "<guid>talks-1</guid>"}, "invalid-http-guid"),
        ({"guid": "<guid>tag:news.example.org,2026:1</guid>"}, "invalid-permalink"),
        ({"guid": '<guid isPermaLink="no">x</guid>'}, "invalid-boolean-attribute"),
        ({"guid": '<guid isPermaLink="false">17</guid>'}, "not-sufficiently-unique"),
        ({"title": "", "description": ""}, "item-must-contain-title-or-description"),
        ({"title": "<title> </title>"}, "not-blank"),
        ({"title": "<title>a &lt;i>b&lt;/i></title>"}, "contains-html"),
        ({"title": "<title>1 &amp;#60; 2</title>"}, "contains-html"),
        ({"title": "<title>if a&lt;b</title>"}, "character-data"),
        ({"link": "<link>www.example.org</link>"}, "invalid-full-link"),
        ({"link": "<link>https://a.example/a b</link>"}, "invalid-uri-char"),
        ({"link": "<link>https://a.example/é</link>"}, "uri-not-iri"),
    ],
)
def test_a_changed_part_of_an_item_is_told(changes, rule):
    assert [one for one, _ in told(rss_of(in_item=changes))] == [rule]


@pytest.mark.parametrize("title", ["AT&#x26;T", "a &#x3C; b", "Kaukasus: „Gespräche“", "北京"])
def test_titles_as_the_profile_writes_them_are_left_alone(title):
    assert told(rss_of(in_item={"title": f"<title>{title}</title>"})) == []


@pytest.mark.parametrize(
    ("piece", "rule"),
    [
        ("<pubDate>Tue, 19 May 2009 13:45:00 GMT</pubDate><dc:date>2009</dc:date>",
         "duplicate-item-semantics"),
        ("<author>a@example.org (A)</author><dc:creator>A</dc:creator>",
         "duplicate-item-semantics"),
        ("<xhtml:body><xhtml:p>x</xhtml:p></xhtml:body>", "duplicate-description-semantics"),
    ],
)  # fmt: skip
def test_what_is_said_twice_is_told(piece, rule):
    assert [one for one, _ in told(rss_of(item=piece))] == [rule]


def test_the_order_of_the_profile_is_told():
    first = rss_of(in_item={"description": ""}, item="<content:encoded>x</content:encoded>")
    assert ("need-description-before-content", "item") in told(first)
    late = rss_of().replace("</item>", "</item>\n<ttl>5</ttl>")
    assert told(late) == [("misplaced-item", "item")]


def test_a_guid_that_stands_twice_is_told_at_its_second_place():
    guid = '<guid isPermaLink="false">tag:news.example.org,2026:1</guid>'
    second = f"<item><title>b</title>\n{guid}</item>"
    document = rss_of().replace("</channel>", f"\n{second}</channel>")
    [found] = graves(document)
    assert (found.rule, found.parent) == ("duplicate-value", "item")
    assert found.line == document.count("\n") + 1


@pytest.mark.parametrize(
    ("root", "rules"),
    [
        ('version="2.0"', []),
        ('version="3.0"', ["invalid-rss-version"]),
        ("", ["missing-attribute"]),
        ('version="2.0" xmlns:a="urn:example:a" a:b="c"', ["unknown-namespace",
                                                         "use-of-extension-attr"]),
        ('version="2.0" xmlns:dc2="http://purl.org/dc/elements/1.1/"', []),
        ('version="2.0" xmlns:itunes="https://a.example/podcasts"', ["reserved-prefix"]),
    ],
)  # fmt: skip
def test_the_root_is_judged(root, rules):
    assert sorted(one for one, _ in told(rss_of(root=root))) == rules


def test_a_rule_is_told_in_twenty_places_and_then_counted():
    document = rss_of(channel="<blurb/>\n" * 30)
    found = graves(document)
    assert len(found) == 20
    assert sum(one.times for one in found) == 30
