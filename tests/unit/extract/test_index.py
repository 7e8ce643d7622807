from __future__ import annotations

import pytest
from tests.unit.extract.page_documents import make_page

from swifeeds.errors import ExtractError
from swifeeds.extract.index import find_links
from swifeeds.model import Rules

BASE = "https://harbour.example"


def links(body, **changes):
    page = make_page(f"<html><body>{body}</body></html>", **changes)
    return [url.removeprefix(BASE) for url in find_links(page)]


def test_an_old_list_of_headlines_is_found_without_any_markup():
    titles = ("Ferries stay in port", "Crews vote for a strike", "Old pier falls")
    rows = "".join(
        f'<tr><td>{day}.5.2009</td><td><a href="/eng/politics/{7000 + day}">{title}</a></td></tr>'
        for day, title in enumerate(titles, 1)
    )
    menu = "<a href='/eng/'>Front page</a> <a href='/eng/politics/'>Politics</a>"
    assert links(f"<p>{menu}</p><table>{rows}</table>") == [
        f"/eng/politics/{number}" for number in (7001, 7002, 7003)
    ]


@pytest.mark.parametrize(
    "link",
    [
        (
            "<a href='/files/annual-report-2023-of-the-harbour.pdf'>The annual report of "
            "the harbour</a>"
        ),
        "<a href='/tag/a-very-long-tag-about-boats'>A very long tag about boats on lakes</a>",
        "<a href='/author/robin-sample-of-the-desk'>All articles by Robin Sample of the desk</a>",
        "<a href='/privacy/how-we-use-your-data-2024'>How we use your data, in a few words</a>",
        "<a href='https://elsewhere.example/2024/05/an-article-of-others'>An article of others</a>",
        "<a href='#top-of-the-page-2024'>Up to the top of this very page, please</a>",
        "<a href='mailto:desk@harbour.example'>Write to the desk about this and that</a>",
        "<a href='javascript:void(0)'>Open the window with all the pictures</a>",
        (
            "<nav><h2><a href='/2024/05/04/a-menu-entry-long'>A menu entry as long as a "
            "headline</a></h2></nav>"
        ),
        (
            "<footer><h3><a href='/2024/05/04/in-the-footer'>Something in the footer of "
            "the page</a></h3></footer>"
        ),
        (
            "<h2><a href='/2024/05/04/jti-report'>Certified by the Journalism Trust "
            "Initiative</a></h2>"
        ),
    ],
)  # fmt: skip
def test_menus_tags_people_files_and_other_sites_are_no_articles(link):
    assert links(f"<main>{link}</main>") == []


def test_an_article_is_listed_once_and_in_its_first_place():
    body = (
        "<main><article><a href='/2024/a-b-c-d?utm_source=x'><img alt=''></a>"
        "<h2><a href='/2024/a-b-c-d'>First headline of the day</a></h2></article>"
        "<article><h2><a href='/2024/e-f-g-h'>Second headline of the day</a></h2>"
        "<a href='/2024/a-b-c-d#comments'>12 comments</a></article></main>"
    )
    assert links(body) == ["/2024/a-b-c-d", "/2024/e-f-g-h"]


def test_headlines_without_spaces_are_headlines():
    titles = {
        "todai": "港の灯台が百年ぶりに公開される",
        "hashi": "古い橋の修理が来週から始まる",
        "fune": "湖の船が再び動き出した",
    }
    entries = (f"<li><a href='/jpn/{name}/'>{title}</a></li>" for name, title in titles.items())
    body = f"<main><ul>{''.join(entries)}</ul></main>"
    assert links(body) == ["/jpn/todai/", "/jpn/hashi/", "/jpn/fune/"]


def test_the_sources_rule_decides_alone():
    body = (
        "<nav><a href='/n/1'>x</a></nav><a href='/n/2'>y</a><a href='/other'>A long "
        "headline here</a>"
    )
    assert links(body, rules=Rules(links=r"/n/\d+$")) == ["/n/1", "/n/2"]


def test_a_rule_that_is_no_expression_is_named():
    with pytest.raises(ExtractError, match=r"'\(' is no regular expression"):
        links("<a href='/a'>b</a>", rules=Rules(links="("))


def test_no_more_links_than_the_source_allows():
    body = "<main>" + "".join(
        f"<h2><a href='/2024/05/headline-number-{n}'>Headline number {n} of the day</a></h2>"
        for n in range(9)
    )
    assert len(links(body, max_articles=4)) == 4


def test_the_base_of_the_page_resolves_its_links():
    page = make_page(
        "<html><head><base href='https://harbour.example/deep/'></head><body><main>"
        "<h2><a href='2024/05/a-story-to-read'>A story to read at leisure</a></h2>"
        "</main></body></html>"
    )
    assert find_links(page) == ("https://harbour.example/deep/2024/05/a-story-to-read",)
