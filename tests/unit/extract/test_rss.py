"""RSS in the forms that newsrooms write it."""

from __future__ import annotations

import pytest
from tests.unit.extract.feed_documents import FULL, make_document, rss

from swifeeds.extract.feed import read_feed

LINK = "<link>https://news.example.org/a</link>"


def read(*items, channel=""):
    return read_feed(make_document(rss(*items, channel=channel)), FULL)


def draft_of(item, channel=""):
    (draft,) = read(f"<title>T</title>{item}", channel=channel).drafts
    return draft


@pytest.mark.parametrize(
    ("item", "url"),
    [
        (LINK, "https://news.example.org/a"),
        ("<link>/a?utm_medium=feed#x</link>", "https://news.example.org/a"),
        ("<link/><guid>https://news.example.org/g</guid>", "https://news.example.org/g"),
        ('<atom:link href="https://news.example.org/b"/>', "https://news.example.org/b"),
        ('<link href="https://news.example.org/b" rel="alternate"/>', "https://news.example.org/b"),
        (
            "<feedburner:origLink>https://news.example.org/real</feedburner:origLink>" + LINK,
            "https://news.example.org/real",
        ),
        ('<guid isPermaLink="false">https://news.example.org/g</guid>', None),
        ("<guid>tag:news.example.org,2026:1</guid>", None),
        ("<link>javascript:alert(1)</link><guid>g</guid>", None),
    ],
)
def test_the_address_is_the_items_own_page(item, url):
    assert draft_of(item).url == url


def test_a_guid_is_kept_letter_for_letter():
    guid = "https://NEWS.example.org/a?utm_source=x#frag"
    draft = draft_of(f"<guid>{guid}</guid>")
    assert (draft.guid, draft.url) == (guid, "https://news.example.org/a")


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Talks &amp;amp; more", "Talks & more"),
        ("<![CDATA[Talks & <b>more</b>]]>", "Talks & more"),
        ("Talks &lt;b&gt;now&lt;/b&gt;", "Talks now"),
        ("<i>Talks</i> now", "Talks now"),
    ],
)
def test_a_title_is_plain_text(title, words):
    (draft,) = read(f"<title>{title}</title>{LINK}").drafts
    assert draft.title == words


def test_names_in_capitals_and_undeclared_prefixes_are_understood():
    body = (
        "<RSS><CHANNEL><Item><TITLE>T</TITLE><Link>https://news.example.org/a</Link>"
        "<dc:creator>Ann</dc:creator><pubdate>Fri, 27 Feb 2026 08:15:00 GMT</pubdate></Item>"
        "</CHANNEL></RSS>"
    )
    (draft,) = read_feed(make_document(body), FULL).drafts
    assert (draft.title, draft.authors[0].name, draft.published.day) == ("T", "Ann", 27)


@pytest.mark.parametrize("namespace", ["http://backend.userland.com/rss2", "urn:anything"])
def test_a_namespace_on_everything_changes_nothing(namespace):
    body = f'<rss xmlns="{namespace}"><channel><item><title>T</title>{LINK}</item></channel></rss>'
    (draft,) = read_feed(make_document(body), FULL).drafts
    assert (draft.title, draft.url) == ("T", "https://news.example.org/a")


def test_items_beside_the_channel_are_items():
    body = f"<rss><channel><title>N</title></channel><item><title>T</title>{LINK}</item></rss>"
    assert len(read_feed(make_document(body), FULL).drafts) == 1


@pytest.mark.parametrize(
    ("item", "names"),
    [
        ("<author>ann@news.example.org (Ann Author)</author>", ["Ann Author"]),
        ("<dc:creator>Ann</dc:creator><dc:creator>Ben</dc:creator>", ["Ann", "Ben"]),
        ("<author>x@y.example</author><dc:creator>Ann</dc:creator>", ["Ann"]),
        ("<author><name>Ann</name></author>", ["Ann"]),
        ("<atom:author><atom:name>Ann</atom:name></atom:author>", ["Ann"]),
        ("", None),
    ],
)
def test_authors_are_read_where_they_stand(item, names):
    authors = draft_of(LINK + item).authors
    assert (authors and [person.name for person in authors]) == names


def test_text_is_content_where_it_is_given_and_a_link_to_follow_where_not():
    extraction = read(
        f"<title>A</title>{LINK}<content:encoded>&lt;p&gt;All of it&lt;/p&gt;</content:encoded>",
        "<title>B</title><link>https://news.example.org/b</link><description>Short</description>",
    )
    assert [draft.content for draft in extraction.drafts] == ["<p>All of it</p>", None]
    assert [(link.url, link.draft.title) for link in extraction.links] == [
        ("https://news.example.org/b", "B")
    ]


def test_a_description_longer_than_any_lead_is_the_text():
    sentences = "This sentence stands in the article. " * 30
    draft = draft_of(f"{LINK}<description>&lt;p&gt;{sentences}&lt;/p&gt;</description>")
    assert draft.content == f"<p>{sentences}</p>"
    assert len(draft.summary) <= 500
    assert draft.summary.endswith("article.")


def test_relative_addresses_in_a_text_are_those_of_the_item():
    item = '<content:encoded>&lt;img src="i.jpg"&gt;</content:encoded>'
    draft = draft_of("<link>https://news.example.org/2026/a.html</link>" + item)
    assert draft.content == '<img src="https://news.example.org/2026/i.jpg">'


@pytest.mark.parametrize(
    ("channel", "item", "language"),
    [
        ("<language>de-ch</language>", "", "de-CH"),
        ("<language>de</language>", "<dc:language>ger</dc:language>", "de"),
        ("<language>de</language>", "<dc:language>fr_CH</dc:language>", "fr-CH"),
        ("", "", "en"),
    ],
)
def test_the_language_is_the_items_then_the_channels_then_the_sources(channel, item, language):
    assert draft_of(LINK + item, channel).language == language


@pytest.mark.parametrize(
    "licence",
    [
        '<cc:license rdf:resource="https://example.org/by"/>',
        "<dcterms:license>https://example.org/by</dcterms:license>",
        '<atom:link rel="license" href="https://example.org/by"/>',
    ],
)
def test_a_licence_is_read_where_it_stands(licence):
    assert draft_of(LINK + licence).license == "https://example.org/by"


def test_rights_of_the_channel_hold_for_its_items():
    assert draft_of(LINK, "<copyright>© News</copyright>").rights == "© News"
    own = "<dc:rights>© Ann</dc:rights>"
    assert draft_of(LINK + own, "<copyright>© News</copyright>").rights == "© Ann"
