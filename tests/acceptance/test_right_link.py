"""Nine readers open the right article, by the rule that each of them follows.

The rules were measured on the readers themselves: which of several links an entry's address is
taken from. feedparser is asked for real; those that Python or Debian bring are run as subscribers
in `tests/readers`. Each rule is held against every entry of every feed of the sample newsroom.
"""

from __future__ import annotations

import feedparser
import orjson
import pytest

from swifeeds.markup import parse_xml

A = "{http://www.w3.org/2005/Atom}"
MISLED = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry>
<link rel="alternate" hreflang="ar" href="ar"/><link rel="alternate" hreflang="en" href="en"/>
<link rel="alternate" hreflang="fr" href="fr"/></entry></feed>"""


def alternates(element):
    """Atom links a reader could open: `alternate`, or no relation at all (RFC 4287 4.2.7.2)."""
    links = element.findall(f"{A}link")
    return [link.get("href") for link in links if link.get("rel", "alternate") == "alternate"]


def first(entry):
    return alternates(entry)[0]


def last(entry):
    return alternates(entry)[-1]


def plain(item):
    return item.findtext("link")


def atom_first(item):
    return next(iter(alternates(item)), plain(item))


def atom_last(item):
    return next(reversed(alternates(item)), plain(item))


RULES = {
    "feedparser": (last, atom_last),
    "reader": (last, atom_last),
    "fastfeedparser": (first, atom_first),
    "SimplePie and FreshRSS": (first, atom_first),
    "newsboat": (last, plain),
    "sfeed": (first, plain),
    "rsstail": (first, plain),
    "rss-parser": (first, plain),
    "@rowanmanning/feed-parser": (first, plain),
}
"""Reader -> (its rule for an Atom entry, its rule for an RSS item)."""


@pytest.fixture(scope="session")
def addresses(published):
    """Article id -> the address that JSON Feed gives; it has one place for it alone."""
    items = [
        item
        for path in published.shelf.items
        if path.endswith(".json") and "/feed" in path and path != "/feeds.json"
        for item in orjson.loads(published.body(path))["items"]
    ]
    found = {item["id"]: item["url"] for item in items}
    assert len(found) > 40
    return found


def feeds(published, suffix):
    found = [path for path in published.shelf.items if path.endswith(f".{suffix}")]
    assert len(found) > 60
    return found


def test_the_rules_tell_readers_apart_where_a_feed_misleads_them():
    entry = parse_xml(MISLED).find(f"{A}entry")
    assert {rule[0](entry) for rule in RULES.values()} == {"ar", "fr"}


@pytest.mark.parametrize("reader", RULES)
def test_it_opens_the_right_article_in_every_feed(published, addresses, reader):
    pick_atom, pick_rss = RULES[reader]
    for path in feeds(published, "atom"):
        for entry in parse_xml(published.body(path)).findall(f"{A}entry"):
            assert pick_atom(entry) == addresses[entry.findtext(f"{A}id")], path
    for path in feeds(published, "rss"):
        for item in parse_xml(published.body(path)).findall("channel/item"):
            assert pick_rss(item) == addresses[item.findtext("guid")], path


@pytest.mark.parametrize("suffix", ["rss", "atom"])
def test_feedparser_itself_opens_the_right_article_and_the_right_site(published, addresses, suffix):
    for path in feeds(published, suffix):
        parsed = feedparser.parse(published.body(path))
        assert {entry.id: entry.link for entry in parsed.entries} == {
            entry.id: addresses[entry.id] for entry in parsed.entries
        }
        twin = orjson.loads(published.body(path.removesuffix(suffix) + "json"))
        assert parsed.feed.link == twin["home_page_url"]


def test_no_channel_has_an_alternate_and_every_atom_feed_has_one(published):
    """Either would make some reader take another feed for the site."""
    for path in feeds(published, "rss"):
        assert alternates(parse_xml(published.body(path)).find("channel")) == []
    for path in feeds(published, "atom"):
        assert len(alternates(parse_xml(published.body(path)))) == 1
