from __future__ import annotations

import gzip
import random
from dataclasses import replace

import pytest
from lxml import html
from tests.http import sample
from tests.http.sample import LANGUAGES, PUBLICATION, locales, pages

from swifeeds.emit.html import render_list
from swifeeds.model import Scope

STORY = "/en/stories/long/"
MOST_BYTES = 30_000


def rendered(count: int, scope: Scope = Scope.STORY, **more):
    feed = sample.list_feed("en", scope, "long", count)
    return feed, render_list(
        pages(), feed, publication=PUBLICATION, locale=locales()["en"], memberships={}, **more
    )


def tree(page):
    return html.document_fromstring(page.body.decode())


def titles(page):
    return [link.get("href") for link in tree(page).xpath("//h4/a")]


@pytest.mark.parametrize(("count", "sizes"), [(0, [0]), (1, [1]), (30, [30]), (75, [30, 30, 15])])
def test_a_list_is_cut_into_sheets_of_thirty(count, sizes):
    feed, sheets = rendered(count, Scope.SECTION)
    assert [len(titles(sheet)) for sheet in sheets] == sizes
    shown = [title for sheet in sheets for title in titles(sheet)]
    assert shown == [entry.url.removeprefix(sample.BASE) for entry in feed.entries]


def test_the_first_sheet_is_the_page_and_the_others_stand_below_it():
    _, sheets = rendered(75)
    assert [sheet.path for sheet in sheets] == [STORY, f"{STORY}2/", f"{STORY}3/"]
    for sheet in sheets:
        assert tree(sheet).xpath("//link[@rel='canonical']/@href") == [sample.BASE + sheet.path]


def test_sheets_lead_to_their_neighbours():
    _, sheets = rendered(75)
    turns = [
        {link.get("rel"): link.get("href") for link in tree(sheet).xpath("//p[@class='turn']/a")}
        for sheet in sheets
    ]
    assert turns == [
        {"next": f"{STORY}2/"},
        {"prev": STORY, "next": f"{STORY}3/"},
        {"prev": f"{STORY}2/"},
    ]


def test_an_older_sheet_claims_no_translations_of_itself():
    _, (first, second, _) = rendered(75)
    assert len(tree(first).xpath("//link[@hreflang]")) == len(LANGUAGES)
    assert not tree(second).xpath("//link[@hreflang]")
    assert not [link for link in second.links if "hreflang" in link]
    assert tree(second).xpath("//nav[@class='languages']//a[@lang='de']")


def test_an_older_sheet_is_titled_with_its_days():
    _, sheets = rendered(75)
    named = [sheet.find("head/title").text for sheet in map(tree, sheets)]
    assert len(set(named)) == 3
    assert "2009" in named[1]


def test_only_the_first_sheet_counts_and_draws_the_whole():
    _, (first, second, _) = rendered(75)
    for sheet, count in ((first, 75), (second, 30)):
        facts = tree(sheet).xpath("string(//p[@class='facts'])")
        assert f"{count} articles" in facts
    assert tree(first).xpath("//figure//svg")
    assert not tree(second).xpath("//figure | //input")


def test_the_chart_has_its_figures_as_a_table():
    _, (first, *_) = rendered(75)
    figures = [int(cell.text) for cell in tree(first).xpath("//figure//td")]
    assert sum(figures) == 75
    assert len(figures) == len(tree(first).xpath("//figure//rect"))


def test_a_section_is_not_drawn():
    _, (first, *_) = rendered(75, Scope.SECTION)
    assert not tree(first).xpath("//figure")


def test_thirty_articles_in_ten_languages_are_less_than_30_kb_on_the_wire():
    """Words that nobody can guess stand in for a newsroom's: real text compresses better."""
    die = random.Random(30)

    def words(count: int) -> str:
        return " ".join(
            "".join(die.choices("abcdefghijklmnopqrstuvwxyz", k=die.randint(3, 9)))
            for _ in range(count)
        )

    feed = sample.story_feed("en", 30)
    entries = tuple(
        replace(
            entry,
            title=words(8),
            summary=words(25),
            url=f"https://news.example.org/{words(1)}/{words(1)}-{die.randint(10**6, 10**7)}",
            translations=tuple(
                replace(link, title=words(8), url=f"{link.url}{die.randint(10**6, 10**7)}")
                for link in entry.translations
            ),
        )
        for entry in feed.entries
    )
    [page] = render_list(
        pages(),
        replace(feed, entries=entries),
        publication=PUBLICATION,
        locale=locales()["en"],
        memberships=sample.memberships("en", 30),
    )
    assets = sample.read_assets()
    on_the_wire = [page.body, assets["site.css"], assets["site.js"], assets["icon.svg"]]
    sizes = [len(gzip.compress(body, 6)) for body in on_the_wire]
    assert len(titles(page)) == 30
    assert sum(sizes) < MOST_BYTES, sizes
