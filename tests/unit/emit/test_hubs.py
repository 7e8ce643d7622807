"""A WebSub subscriber finds hub and self in the body of every format and in HTTP alike."""

from __future__ import annotations

from dataclasses import replace

import orjson
import pytest
from tests.unit.emit.newsroom import LANGUAGES, PUBLICATION, company, dossier, story_key

from swifeeds.emit import compose_feed, render_feed
from swifeeds.emit.namespaces import ATOM
from swifeeds.markup import parse_xml

HUBS = ("https://feeds.example.org/hub", "https://hub.example.net/?a=1&b=2")
A = f"{{{ATOM}}}"


def feed(hubs=HUBS):
    publication = replace(PUBLICATION, hubs=hubs)
    return compose_feed(
        story_key("de"), [dossier("de")], company(publication=publication), editions=LANGUAGES
    )


def rendered(one):
    return dict(zip(("rss", "atom", "json"), render_feed(one), strict=True))


def links(parent, rel):
    return [link.get("href") for link in parent.findall(f"{A}link") if link.get("rel") == rel]


@pytest.mark.parametrize(("suffix", "head"), [("rss", "channel"), ("atom", ".")])
def test_an_xml_feed_names_its_hubs_beside_itself(suffix, head):
    parent = parse_xml(rendered(feed())[suffix].body).find(head)
    assert links(parent, "hub") == list(HUBS)
    assert links(parent, "self") == [feed().url(suffix)]


def test_a_json_feed_names_its_hubs():
    hubs = orjson.loads(rendered(feed())["json"].body)["hubs"]
    assert hubs == [{"type": "WebSub", "url": hub} for hub in HUBS]


@pytest.mark.parametrize("suffix", ["rss", "atom", "json"])
def test_the_link_header_leads_to_self_and_hubs_first(suffix):
    values = rendered(feed())[suffix].links
    assert values[0].startswith(f'<{feed().url(suffix)}>; rel="self"')
    assert values[1:3] == tuple(f'<{hub}>; rel="hub"' for hub in HUBS)


@pytest.mark.parametrize("suffix", ["rss", "atom", "json"])
def test_an_archive_page_has_no_hub(suffix):
    publication = replace(PUBLICATION, hubs=HUBS)
    page = compose_feed(
        replace(story_key("de"), page=1), [dossier("de")], company(publication=publication)
    )
    one = rendered(page)[suffix]
    assert b"/hub" not in one.body
    assert not any('rel="hub"' in value for value in one.links)


@pytest.mark.parametrize("suffix", ["rss", "atom", "json"])
def test_without_a_hub_nothing_speaks_of_one(suffix):
    one = rendered(feed(hubs=()))[suffix]
    assert b"hub" not in one.body.replace(b"github", b"")
    assert not any('rel="hub"' in value for value in one.links)
