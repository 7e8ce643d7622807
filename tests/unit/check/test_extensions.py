"""Media RSS, Dublin Core and the smaller extensions, rule by rule, in RSS and in Atom alike."""

from __future__ import annotations

import pytest
from tests.unit.check.feeds import atom_of, graves, rss_of

CONTENT = '<media:content url="https://a.example/i.jpg" type="image/jpeg" {}/>'
IN_ITEMS = [
    (CONTENT.format('medium="image" width="800" height="600"'), None, None),
    (CONTENT.format('medium="picture"'), "invalid-media-medium", "medium"),
    (CONTENT.format('width="wide"'), "invalid-positive-integer", "width"),
    (CONTENT.format('fileSize="0"'), "invalid-positive-integer", "fileSize"),
    (CONTENT.format('duration="long"'), "invalid-float", "duration"),
    (CONTENT.format('isDefault="yes"'), "invalid-true-false", "isDefault"),
    (CONTENT.format('expression="half"'), "invalid-media-expression", "expression"),
    (CONTENT.format('lang="klingonish"'), "invalid-language", "lang"),
    (CONTENT.format('colour="red"'), "unexpected-attribute", "colour"),
    ('<media:content url="https://a.example/i.jpg" type="jpeg"/>', "invalid-mime-attribute",
     "type"),
    ('<media:content url="i.jpg"/>', "invalid-full-link", "url"),
    ('<media:thumbnail url="https://a.example/t.jpg" time="12:05:35.5"/>', None, None),
    ('<media:thumbnail url="https://a.example/t.jpg" time="soon"/>', "invalid-npt-time", "time"),
    ("<media:thumbnail/>", "missing-attribute", "url"),
    ("<media:title>a &lt;b>b&lt;/b></media:title>", "contains-undeclared-html", None),
    ('<media:title type="html">a &lt;b>b&lt;/b></media:title>', None, None),
    ('<media:title type="html">a &lt;b>b</media:title>', "not-html", None),
    ('<media:title type="xhtml">a</media:title>', "invalid-media-text-type", None),
    ("<media:description>a</media:description><media:description>b</media:description>",
     "duplicate-element", None),
    ('<media:credit role="photographer">A</media:credit>', None, None),
    ('<media:credit role="wizard">A</media:credit>', "invalid-credit-role", None),
    ('<media:credit role="wizard" scheme="urn:own">A</media:credit>', "invalid-urn", "scheme"),
    ("<media:hash>d41d8cd98f00b204e9800998ecf8427e</media:hash>", None, None),
    ('<media:hash algo="sha-1">d41d8cd98f00b204e9800998ecf8427e</media:hash>',
     "invalid-media-hash", None),
    ('<media:rating scheme="urn:mpaa">pg-13</media:rating>', None, None),
    ('<media:rating scheme="urn:mpaa">all</media:rating>', "invalid-media-rating", None),
    ('<media:restriction relationship="allow" type="country">ch de</media:restriction>', None,
     None),
    ('<media:restriction relationship="allow" type="country">xx</media:restriction>',
     "invalid-country-code", None),
    ('<media:restriction type="country">ch</media:restriction>', "missing-attribute",
     "relationship"),
    ("<media:group><media:content url='https://a.example/1'/></media:group>",
     "media-group-without-alternatives", None),
    (("<media:group><media:content url='https://a.example/1'/>"
     "<media:content url='https://a.example/2'/><media:community/></media:group>"), None, None),
    ("<media:adult>true</media:adult>", "deprecated-media-adult", None),
    ("<media:blurb/>", "undefined-element", None),
    ("<dc:language>de-CH</dc:language>", None, None),
    ("<dc:title>a</dc:title><dc:title>b</dc:title>", "duplicate-element", None),
    ("<dc:subject>a</dc:subject><dc:subject>b</dc:subject>", None, None),
    ("<dc:rights>a &lt;b>b&lt;/b></dc:rights>", "contains-html", None),
    ("<dc:blurb/>", "undefined-element", None),
    ("<dcterms:modified>2026-05</dcterms:modified>", None, None),
    ("<dcterms:modified>4 May 2026</dcterms:modified>", "invalid-w3cdtf-date", None),
    ("<dcterms:isPartOf>https://a.example/</dcterms:isPartOf>", None, None),
    ("<georss:point>46.9 7.4</georss:point>", None, None),
    ("<georss:point>north</georss:point>", "invalid-coord", None),
    ("<creativeCommons:license>https://a.example/by</creativeCommons:license>", None, None),
    ("<creativeCommons:license>by</creativeCommons:license>", "invalid-full-link", None),
]  # fmt: skip
IN_CHANNELS = [
    ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", None),
    ("<sy:updatePeriod>often</sy:updatePeriod>", "invalid-update-period"),
    ("<sy:updateFrequency>-1</sy:updateFrequency>", "invalid-positive-integer"),
    ("<sy:UpdatePeriod>hourly</sy:UpdatePeriod>", "undefined-element"),
    ("<media:content url='https://a.example/1'/>", "undefined-element"),
    ("<media:rating>nonadult</media:rating>", None),
    ("<fh:complete/>", None),
    ("<fh:complete>yes</fh:complete>", "unexpected-text"),
    ("<xhtml:meta name='robots' content='noindex,nofollow'/>", None),
    ("<xhtml:meta name='author' content='noindex'/>", "invalid-meta-name"),
    ("<xhtml:meta name='robots' content='index,noindex'/>", "invalid-meta-content"),
    ("<xhtml:meta name='robots'/>", "missing-attribute"),
]


@pytest.mark.parametrize(("piece", "rule", "attribute"), IN_ITEMS)
def test_a_fault_in_an_item_and_in_an_entry_is_told_alone(piece, rule, attribute):
    expected = [(rule, attribute)] if rule else []
    for document in (rss_of(item=piece), atom_of(entry=piece)):
        assert [(one.rule, one.attribute) for one in graves(document)] == expected


@pytest.mark.parametrize(("piece", "rule"), IN_CHANNELS)
def test_a_fault_in_a_channel_is_told_alone(piece, rule):
    assert [one.rule for one in graves(rss_of(channel=piece))] == ([rule] if rule else [])


def test_comments_that_are_counted_want_a_date_of_the_channel():
    counted = rss_of(item="<slash:comments>7</slash:comments>")
    assert [one.rule for one in graves(counted)] == ["slash-date"]
    dated = counted.replace(
        "<item>", "<lastBuildDate>Mon, 04 May 2026 08:00:00 GMT</lastBuildDate><item>"
    )
    assert graves(dated) == []


@pytest.mark.parametrize(
    ("declared", "rules"),
    [
        ('xmlns:swi="https://swifeeds.example/ns/1"', []),
        ('xmlns:rsl="https://rslstandard.org/rsl"', []),
        ('xmlns:own="https://a.example/ns"', ["unknown-namespace"]),
        ('xmlns:own="a b"', ["invalid-uri-char"]),
        ('xmlns:m="http://search.yahoo.com/mrss"', ["media-rss-namespace"]),
        ('xmlns:wiki="http://www.usemod.com/cgi-bin/mb.pl?ModWiki"', ["obsolete-wiki-namespace"]),
    ],
)
def test_namespaces_are_known_or_told(declared, rules):
    document = rss_of(root=f'version="2.0" {declared}')
    assert [one.rule for one in graves(document)] == rules


def test_an_unknown_vocabulary_is_not_looked_into():
    piece = '<own:a xmlns:own="https://a.example/ns" own:b="c"><own:d>x</own:d> y</own:a>'
    assert [one.rule for one in graves(rss_of(item=piece))] == ["unknown-namespace"]
