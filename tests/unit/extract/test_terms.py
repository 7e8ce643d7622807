"""A licence is for people, terms are for machines; both are linked by one relation."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.unit.extract.feed_documents import FULL, atom, rss
from tests.unit.extract.feed_documents import make_document as make_feed
from tests.unit.extract.page_documents import article, make_page

from swifeeds.extract.declared import read_declared
from swifeeds.extract.feed import read_feed
from swifeeds.extract.reading import read_draft
from swifeeds.extract.rights import read_license, read_mining, read_rsl
from swifeeds.model import MiningTerms, Origin

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
TERMS = "https://press.example.org/rsl.xml"
BARE = "<title>T</title><summary>S</summary><description>S</description>"


def links(prefix=""):
    return (
        f'<{prefix}link rel="license" type="application/rsl+xml" href="{TERMS}"/>'
        f'<{prefix}link rel="license" href="{LICENCE}"/>'
    )


DOCUMENTS = {
    "Atom entry": atom(f"<id>tag:x,2026:1</id>{BARE}{links()}"),
    "Atom feed": atom(f"<id>tag:x,2026:1</id>{BARE}", feed=links()),
    "RSS item": rss(f"<guid>1</guid>{BARE}{links('atom:')}"),
}


@pytest.mark.parametrize("where", DOCUMENTS)
def test_terms_for_machines_are_no_licence_for_people(where):
    (draft,) = read_feed(make_feed(DOCUMENTS[where]), FULL).drafts
    assert (draft.license, draft.rsl) == (LICENCE, TERMS)


def test_terms_of_a_channel_hold_for_its_items():
    document = rss(f"{BARE}<guid>1</guid>", channel=links("atom:"))
    (draft,) = read_feed(make_feed(document), FULL).drafts
    assert draft.rsl == TERMS


def test_a_page_names_both_in_its_head():
    page = make_page(article("<p>Text</p>", head=links()))
    assert read_license(page, read_declared(page)) == LICENCE
    assert read_rsl(page) == TERMS


def test_a_page_without_terms_has_none():
    page = make_page(article("<p>Text</p>", head=f'<link rel="license" href="{LICENCE}">'))
    assert read_license(page, read_declared(page)) == LICENCE
    assert read_rsl(page) is None


ORIGIN = (
    "<source><id>tag:other.example,2026:feed</id><title>Other</title>"
    "<rights>© Other</rights>"
    '<link rel="license" href="https://other.example/licence"/></source>'
)
OURS = f"<rights>© News</rights>{links()}"


def draft_of(document):
    (draft,) = read_feed(make_feed(document), FULL).drafts
    return draft


def terms_of(document):
    draft = draft_of(document)
    return draft.rights, draft.license, draft.rsl


def test_an_entry_without_terms_has_those_of_its_feed():
    assert terms_of(atom(f"<id>tag:x,2026:1</id>{BARE}", feed=OURS)) == ("© News", LICENCE, TERMS)
    document = rss(
        f"<guid>1</guid>{BARE}", channel=f"<copyright>© News</copyright>{links('atom:')}"
    )
    assert terms_of(document) == ("© News", None, TERMS)


def test_an_entry_that_was_taken_over_has_the_terms_of_where_it_came_from_alone():
    taken = atom(f"<id>tag:x,2026:1</id>{BARE}{ORIGIN}", feed=OURS)
    assert terms_of(taken) == ("© Other", "https://other.example/licence", None)
    silent = "<source><id>tag:other.example,2026:feed</id></source>"
    assert terms_of(atom(f"<id>tag:x,2026:1</id>{BARE}{silent}", feed=OURS)) == (None, None, None)


def test_an_entry_that_names_its_own_feed_as_its_source_is_no_guest():
    own = "<source><id>tag:news,2026:feed</id></source>"
    feed = f"<id>tag:news,2026:feed</id>{OURS}"
    assert terms_of(atom(f"<id>tag:x,2026:1</id>{BARE}{own}", feed=feed))[0] == "© News"


@pytest.mark.parametrize(
    ("source", "rights"),
    [
        ("https://other.example/rss", None),
        ("https://www.news.example.org/rss", "© News"),
        ("no address", "© News"),
    ],
)
def test_an_item_of_another_feed_is_not_under_the_copyright_of_this_one(source, rights):
    item = f'<guid>1</guid>{BARE}<source url="{source}">Other</source>'
    document = rss(item, channel=f"<copyright>© News</copyright>{links('atom:')}")
    assert draft_of(document).rights == rights
    stated = rss(f"{item}<dc:rights>© Other</dc:rights>", channel="<copyright>© News</copyright>")
    assert draft_of(stated).rights == "© Other"


OTHER_FEED = "https://other.example/rss"
TAKEN = {
    "Atom": (
        atom(
            f"<id>tag:x,2026:1</id>{BARE}<source><id>tag:other.example,2026:feed</id>"
            f'<title>Other</title><link rel="self" href="{OTHER_FEED}"/></source>'
        ),
        Origin(
            id="tag:other.example,2026:feed", title="Other", url=OTHER_FEED, is_feed=True
        ),
    ),
    "Atom that names a page": (
        atom(
            f"<id>tag:x,2026:1</id>{BARE}<source><id>7</id>"
            '<link href="https://other.example/"/></source>'
        ),
        Origin(url="https://other.example/"),
    ),
    "Atom that names nothing": (atom(f"<id>tag:x,2026:1</id>{BARE}<source/>"), Origin()),
    "RSS": (
        rss(f'<guid>1</guid>{BARE}<source url="{OTHER_FEED}">Other &amp;amp; Co</source>'),
        Origin(title="Other & Co", url=OTHER_FEED, is_feed=True),
    ),
    "RSS without a title": (
        rss(f'<guid>1</guid>{BARE}<source url="{OTHER_FEED}"/>'),
        Origin(url=OTHER_FEED, is_feed=True),
    ),
}  # fmt: skip


@pytest.mark.parametrize("where", TAKEN)
def test_an_item_that_was_taken_over_names_the_feed_it_came_from(where):
    document, origin = TAKEN[where]
    assert draft_of(document).origin == origin


@pytest.mark.parametrize("where", DOCUMENTS)
def test_an_item_of_the_feeds_own_comes_from_nowhere_else(where):
    assert draft_of(DOCUMENTS[where]).origin is None


def test_a_feed_that_names_itself_by_the_address_that_serves_it_took_nothing_over():
    item = f'<guid>1</guid>{BARE}<source url="https://feeds.example.net/news">News</source>'
    served = {"url": "https://feeds.example.net/n", "final_url": "https://feeds.example.net/news"}
    (draft,) = read_feed(make_feed(rss(item), **served), FULL).drafts
    assert draft.origin is None
    neighbour = rss(item.replace("/news", "/other"))
    (draft,) = read_feed(make_feed(neighbour, **served), FULL).drafts
    assert draft.origin is not None


def test_a_page_does_not_make_us_forget_where_its_item_came_from():
    hint = draft_of(TAKEN["RSS"][0])
    page = make_page(article("<p>They came back to the table on Monday evening.</p>" * 4))
    assert read_draft(page, hint).origin == hint.origin


def test_our_own_json_is_read_back_with_its_terms():
    def feed(item, **channel):
        own = {"id": "1", "title": "T", "content_text": "Text", "_swifeeds": item}
        data = {"version": "https://jsonfeed.org/version/1.1", "title": "N", "items": [own]}
        return json.dumps(data | {"_swifeeds": channel})

    stated = {"rights": "© Other", "license": LICENCE, "rsl": TERMS}
    assert terms_of(feed(stated, rights="© News")) == ("© Other", LICENCE, TERMS)
    assert terms_of(feed({}, **stated)) == ("© Other", LICENCE, TERMS)
    taken = {"source": {"name": "Other", "url": "https://other.example/"}}
    assert terms_of(feed(taken, **stated)) == (None, None, None)
    assert draft_of(feed(taken)).origin == Origin(title="Other", url="https://other.example/")
    taken["source"]["feed_url"] = OTHER_FEED
    assert draft_of(feed(taken)).origin == Origin(title="Other", url=OTHER_FEED, is_feed=True)


RESERVED = MiningTerms(reserved=True, policy="https://press.example.org/mining.json")
HEAD = (
    '<meta name="tdm-reservation" content="1">'
    '<meta name="tdm-policy" content="https://press.example.org/mining.json">'
)


def test_what_a_page_says_of_mining_goes_before_its_header_fields():
    free = MiningTerms(reserved=False)
    silent, stating = make_page(article("<p>T</p>")), make_page(article("<p>T</p>", head=HEAD))
    assert read_mining(silent, read_declared(silent)) is None
    assert read_mining(stating, read_declared(stating)) == RESERVED
    for page, expected in ((silent, free), (stating, RESERVED)):
        served = replace(page, document=replace(page.document, mining=free))
        assert read_mining(served, read_declared(served)) == expected


def test_what_is_said_with_a_feed_holds_for_its_own_items_alone():
    own = f"<id>tag:x,2026:1</id>{BARE}"
    document = make_feed(atom(own, f"<id>tag:x,2026:2</id>{BARE}{ORIGIN}"), mining=RESERVED)
    assert [one.mining for one in read_feed(document, FULL).drafts] == [RESERVED, None]


RSL = "https://rslstandard.org/rsl"
WRITTEN = (
    f'<rsl:content xmlns:rsl="{RSL}" url="https://news.example.org/1"><rsl:license>'
    '<rsl:prohibits type="usage">ai-train</rsl:prohibits></rsl:license></rsl:content>'
)


@pytest.mark.parametrize("document", [atom, rss])
def test_terms_inside_an_entry_are_kept_letter_by_letter(document):
    body = f"<id>tag:x,2026:1</id><guid>1</guid>{BARE}"
    assert draft_of(document(f"{body}{WRITTEN} ")).rsl_elements == (WRITTEN,)
    assert draft_of(document(body)).rsl_elements == ()
    commented = WRITTEN.replace("<rsl:license>", "<!-- ours --><rsl:license>")
    assert draft_of(document(f"{body}{commented}")).rsl_elements == (WRITTEN,)


@pytest.mark.parametrize(
    "changed",
    [
        WRITTEN.replace("<rsl:license>", "<rsl:license><script>x</script>"),
        WRITTEN.replace("ai-train", "ai-train" * 2000),
    ],
)
def test_terms_that_cannot_be_passed_on_whole_are_not_passed_on(changed):
    assert draft_of(rss(f"<guid>1</guid>{BARE}{changed}{WRITTEN}")).rsl_elements == ()
