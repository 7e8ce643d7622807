"""A licence is for people, terms are for machines; both are linked by one relation."""

from __future__ import annotations

import pytest
from tests.unit.extract.feed_documents import FULL, atom, rss
from tests.unit.extract.feed_documents import make_document as make_feed
from tests.unit.extract.page_documents import article, make_page

from swifeeds.extract.declared import read_declared
from swifeeds.extract.feed import read_feed
from swifeeds.extract.rights import read_license, read_rsl

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
