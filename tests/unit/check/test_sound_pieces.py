"""What may stand in a feed is left alone; and of what is told, the subject is the right one."""

from __future__ import annotations

import pytest
from tests.unit.check.xml_feeds import (
    RSS,
    changed,
    channel,
    entry,
    feed,
    findings,
    item,
    rules,
)

DIV = 'xmlns="http://www.w3.org/1999/xhtml"'
IN_CHANNELS = [
    "<pubDate>Tue, 19 May 2009 13:45:00 GMT</pubDate>",
    "<pubDate>19 May 2009 13:45 -0330</pubDate>",
    "<managingEditor>ada@example.org (Ada)</managingEditor>",
    "<webMaster>mailto:ada+news@example.org (Ada)</webMaster>",
    "<skipHours><hour>0</hour><hour>23</hour></skipHours>",
    "<skipDays><day>Sunday</day></skipDays>",
    '<cloud domain="a" port="80" path="/" registerProcedure="" protocol="xml-rpc"/>',
    "<copyright>Weiß &amp; Söhne, 1 &#x3C; 2, AT&#x26;T</copyright>",
    "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>",
    "<media:rating>nonadult</media:rating>",
    "<fh:complete/>",
    "<xhtml:meta name='robots' content='noindex,nofollow'/>",
]
IN_FEEDS = [
    "<rights type='html'>a &lt;b>b&lt;/b></rights>",
    "<generator uri='https://a.example/' version='1'>x</generator>",
    "<category term='talks' scheme='https://a.example/' label='Talks'/>",
    "<contributor><name>B</name><email>b@example.org</email><uri>/b</uri></contributor>",
    "<link href='/de' rel='alternate' hreflang='de' type='text/html'/>",
    "<link href='/x' rel='https://a.example/odd'/>",
    "<link href='/x' rel='prev'/>",
    "<link href='/x' rel='http://www.iana.org/assignments/relation/related'/>",
    "<fh:archive/><link rel='prev-archive' href='/1'/><link rel='current' href='/now'/>",
]
IN_ENTRIES = [
    "<published>2026-05-03T07:00:00.25+02:00</published>",
    "<content type='html'>&lt;p>a&lt;/p></content>",
    f"<content type='xhtml'><div {DIV}><p>a</p></div></content>",
    "<content type='image/png'>iVBORw0K</content>",
    "<content src='https://a.example/a.mp3' type='audio/mpeg'/>",
    (
        "<content type='text/html'>&lt;!DOCTYPE html>&lt;html>&lt;head>&lt;title>a&lt;/title>"
        "&lt;/head>&lt;body>a&lt;/body>&lt;/html></content>"
    ),
    "<link rel='replies' href='/r' thr:count='7' thr:updated='2026-05-03T07:00:00Z'/>",
    "<thr:in-reply-to ref='tag:a.example,2026:1' href='/1' type='text/html'/>",
]
IN_ITEMS = [
    '<enclosure url="https://a.example/a.mp3" length="12" type="audio/mpeg"/>',
    '<source url="https://a.example/feed">A</source>',
    "<content:encoded>&lt;p>text&lt;p>more&lt;ul>&lt;li>x&lt;/ul></content:encoded>",
    "<dc:creator>Ada</dc:creator><dc:subject>a</dc:subject><dc:subject>b</dc:subject>",
    '<media:thumbnail url="https://a.example/t.jpg" time="12:05:35.5"/>',
    '<media:title type="html">a &lt;b>b&lt;/b></media:title>',
    '<media:credit role="photographer">A</media:credit>',
    "<media:hash>d41d8cd98f00b204e9800998ecf8427e</media:hash>",
    '<media:restriction relationship="allow" type="country">ch de</media:restriction>',
    (
        "<media:group><media:content url='https://a.example/1'/>"
        "<media:content url='https://a.example/2'/><media:community/></media:group>"
    ),
    "<georss:point>46.9 7.4</georss:point><georss:featureName>Bern</georss:featureName>",
    '<own:a xmlns:own="urn:example:own:1"><own:b/> text</own:a>',
]


@pytest.mark.parametrize("piece", IN_CHANNELS)
def test_what_may_stand_in_a_channel_is_left_alone(piece):
    assert rules(channel(piece)) == set()


@pytest.mark.parametrize("piece", IN_FEEDS)
def test_what_may_stand_in_a_feed_is_left_alone(piece):
    assert rules(feed(piece)) == set()


@pytest.mark.parametrize("piece", IN_ENTRIES)
def test_what_may_stand_in_an_entry_is_left_alone(piece):
    assert rules(entry(piece)) == set()


@pytest.mark.parametrize("piece", IN_ITEMS)
def test_what_may_stand_in_an_item_is_left_alone(piece):
    assert rules(item(piece)) <= {"unknown-namespace"}


@pytest.mark.parametrize("title", ["AT&#x26;T", "a &#x3C; b", "Kaukasus: „Gespräche“", "北京"])
def test_titles_as_the_profile_writes_them_are_left_alone(title):
    assert rules(changed(RSS, "News of the lake", title)) == set()


@pytest.mark.parametrize(
    ("document", "rule", "subject"),
    [
        (item("<atom:published>May</atom:published>"), "invalid-rfc3339-date",
         ("item", "atom:published", None)),
        (channel("<atom:author><atom:email>b@c.example</atom:email></atom:author>"),
         "missing-element", ("atom:author", "name", None)),
        (entry("<published>May</published>"), "invalid-rfc3339-date",
         ("entry", "published", None)),
        (entry("<content><b>a</b></content>"), "undefined-element", ("content", "b", None)),
        (feed("<category term='a' label='&lt;b>x&lt;/b>'/>"), "contains-html",
         ("feed", "category", "label")),
        (feed("<link rel='related' href='/x' length='big'/>"), "invalid-non-negative-integer",
         ("feed", "link", "length")),
        (item('<media:content url="i.jpg"/>'), "invalid-full-link",
         ("item", "media:content", "url")),
        (entry(f"<content type='xhtml'><div {DIV}><p><script/></p></div></content>"),
         "security-risk", ("entry", "content", None)),
        (changed(RSS, "<guid", "<was", "</guid", "</was"), "missing-guid", ("item", "guid", None)),
    ],
)  # fmt: skip
def test_a_finding_names_the_element_its_parent_and_the_attribute(document, rule, subject):
    [found] = [one for one in findings(document) if one.rule == rule]
    assert (found.parent, found.element, found.attribute) == subject


def test_a_sentence_speaks_of_the_attribute_that_is_meant():
    [found] = findings(feed("<category term='a' label='&lt;b>x&lt;/b>'/>"))
    assert found.message.startswith("label of category ")
