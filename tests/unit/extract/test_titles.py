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


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("<title>Boats run - Harbour Post</title>" + SITE, "", "Boats run"),
        ("<title>Harbour Post | Boats - again | News of harbour.example</title>" + SITE, "", "Boats - again"),
        ("<title>Boats run | Unknown Name</title>", "<h1>Boats run</h1>", "Boats run"),
        ("<title>Harbour News: Boats run again today</title>", "<div>Boats run again today</div>", "Boats run again today"),
        ("<title>Boats run again today</title>", "<h1>Harbour Post</h1><h2>Boats run again today</h2>", "Boats run again today"),
        ("<title>Lanterna - Boats run again</title>", "<h1>Lanterna</h1><p>Boats run again</p>", "Boats run again"),
        ("<title>SEO words first: boats, ferries</title>", "<h1>Why the boats run again</h1>", "Why the boats run again"),
        ("<title>船再び動く - 港ポスト</title>", "<h1>船再び動く</h1>", "船再び動く"),
        ("<title>子どもの法律ができる</title>", "<h1><ruby>子<rt>こ</rt></ruby>どもの法律ができる</h1>", "子どもの法律ができる"),
        ("", "<nav><h1>Menu</h1></nav>", None),
        ("<title>Harbour Post</title>" + SITE, "", None),
    ],
)  # fmt: skip
def test_the_headline_is_what_readers_see_without_the_sites_name(head, body, expected):
    assert title(head, body) == expected


def test_a_kicker_inside_the_heading_is_not_the_headline():
    head = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Boats run again"}</script>'
    assert title(head, "<h1><span>Lake</span> Boats run again</h1>") == "Boats run again"


def test_the_linking_documents_title_is_the_last_resort():
    assert title("", "<p>Text</p>", hint="From the feed") == "From the feed"
