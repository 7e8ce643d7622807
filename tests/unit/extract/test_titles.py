from __future__ import annotations

import pytest
from tests.unit.extract.page_documents import make_page

from swifeeds.extract.blocks import flatten
from swifeeds.extract.declared import read_declared
from swifeeds.extract.titles import choose_title


def title(head, body, hint=None):
    page = make_page(f"<html><head>{head}</head><body>{body}</body></html>")
    texts = [block.text for block in flatten(page.root)]
    found = choose_title(page, read_declared(page), hint, texts=texts)
    return found and found.text


SITE = "<meta property='og:site_name' content='Harbour Post'>"


AGAIN = "Boats run again today"


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (f"Boats run - Harbour Post</title>{SITE}", "", "Boats run"),
        (f"Harbour Post | Boats - again | Harbour Post</title>{SITE}", "", "Boats - again"),
        ("Boats run | Unknown Name", "<h1>Boats run</h1>", "Boats run"),
        (f"Harbour News: {AGAIN}", f"<div>{AGAIN}</div>", AGAIN),
        (AGAIN, f"<h1>Harbour Post</h1><h2>{AGAIN}</h2>", AGAIN),
        (f"Lanterna - {AGAIN}", f"<h1>Lanterna</h1><p>{AGAIN}</p>", AGAIN),
        ("For search engines: boats, ferries", f"<h1>{AGAIN}</h1>", AGAIN),
        ("船再び動く - 港ポスト", "<h1>船再び動く</h1>", "船再び動く"),
        ("子どもの法律", "<h1><ruby>子<rt>こ</rt></ruby>どもの法律</h1>", "子どもの法律"),
        ("", "<nav><h1>Menu</h1></nav>", None),
        (f"Harbour Post</title>{SITE}", "", None),
    ],
)
def test_the_headline_is_what_readers_see_without_the_sites_name(head, body, expected):
    assert title(f"<title>{head}</title>", body) == expected


def test_a_kicker_inside_the_heading_is_not_the_headline():
    head = (
        '<script type="application/ld+json">'
        '{"@type":"NewsArticle","headline":"Boats run again"}</script>'
    )
    assert title(head, "<h1><span>Lake</span> Boats run again</h1>") == "Boats run again"


def test_the_linking_documents_title_is_the_last_resort():
    assert title("", "<p>Text</p>", hint="From the feed") == "From the feed"


def test_a_host_names_its_site_without_spaces():
    # The page stands at harbour.example.
    assert title("<title>Boats run - Har Bour</title>", "") == "Boats run"
    assert title("<title>Boats run - Har</title>", "") == "Boats run - Har"


def test_a_short_heading_before_the_sites_name_is_the_headline_whatever_follows():
    head = f"<title>Boats - Harbour Post - Nets, sails and repairs since 1911</title>{SITE}"
    assert title(head, "<h1>Boats</h1>") == "Boats"
    slogan = "<title>Lanterna - Nets, sails and repairs since 1911</title>"
    assert title(slogan, "<h1>Lanterna</h1>").startswith("Lanterna - Nets")


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (
            "Lake Enquiries -",
            "<h1></h1><h2>Buses instead of trains</h2>",
            "Buses instead of trains",
        ),
        (f"Harbour Post</title>{SITE}", "<h2>Harbour Post</h2><h2>Boats</h2>", "Boats"),
        (f"Harbour Post</title>{SITE}", "<aside><h2>More</h2></aside>", None),
    ],
)
def test_where_the_title_is_the_sites_name_alone_the_first_heading_is_the_headline(
    head, body, expected
):
    assert title(f"<title>{head}</title>", body) == expected
