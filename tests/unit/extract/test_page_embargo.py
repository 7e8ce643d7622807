"""Pages that declare an embargo near their headline, and pages about embargoes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.extract.embargo_lines import ABOUT, DECLARED, lines_of, written
from tests.unit.extract.page_documents import (
    RETRIEVED,
    TEXT,
    article,
    make_document,
    make_source,
)
from tests.unit.extract.test_profiled import PAGE, PROFILE

from swifeeds.extract import extract_article
from swifeeds.extract.embargo_glance import around_headline, may_declare

END = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)
LINE = "Embargoed until 5 March 2026, 10:30"
PLACES = (
    "<p>{}</p>",
    "<h2>{}</h2>",
    "<div class='kicker'>{}</div>",
    "<p><strong>{}</strong></p>",
    "<dl><dt>{}</dt><dd>Report</dd></dl>",
    "<ul><li>{}</li></ul>",
    "<blockquote>{}</blockquote>",
)


def read(html: str, **changes):
    return extract_article(make_document(html), make_source(**changes)).drafts[0]


def page(line: str, language: str) -> str:
    return article(line + TEXT).replace("lang='en'", f"lang='{language}'")


def fate(draft) -> tuple[datetime | None, str | None]:
    return draft.embargoed_until, draft.held


@pytest.mark.parametrize(("language", "line"), lines_of(DECLARED))
def test_a_line_below_the_headline_holds_the_article_and_is_no_part_of_it(language, line):
    said = written(line, language, END)
    draft = read(page(f"<p>{said}</p>", language), language=language)
    assert fate(draft) == (END, None)
    assert dict(draft.provenances)["embargoed_until"] == "line"
    assert said not in draft.content
    assert said not in (draft.summary or "")
    assert "thousands of commuters" in draft.content


@given(place=st.sampled_from(PLACES), line=st.sampled_from(lines_of(ABOUT)))
def test_a_line_about_embargoes_holds_nothing_wherever_it_stands(place, line):
    language, words = line
    html = page(place.format(written(words, language, END)), language)
    assert fate(read(html, language=language)) == (None, None)


@pytest.mark.parametrize(("language", "line"), lines_of(ABOUT))
def test_nor_does_a_headline_about_embargoes(language, line):
    title = written(line, language, END)
    html = article(f"<nav>{title}</nav><p>{title}</p>{TEXT}", title=title)
    draft = read(html.replace("lang='en'", f"lang='{language}'"), language=language)
    assert (draft.title, *fate(draft)) == (title.replace("\u202f", " "), None, None)


@pytest.mark.parametrize(
    "html",
    [
        article(f"{TEXT * 3}<p>{LINE}</p>{TEXT}"),
        article(f"<p><a href='/other'>{LINE}</a></p>{TEXT}"),
        article(f"<div class='related-teaser'><p>{LINE}</p></div>{TEXT}"),
        article(f"{TEXT}<div class='comments'><p>{LINE}</p></div>"),
        article(f"<p>The paper, “{LINE}” on its first page, was out early.</p>{TEXT}"),
    ],
    ids=["deep in the text", "link", "teaser", "comment", "quoted"],
)
def test_a_line_of_another_text_says_nothing_of_this_one(html):
    assert fate(read(html)) == (None, None)


@pytest.mark.parametrize(
    "html",
    [
        article(TEXT).replace("<h1>", f"<p>{LINE}</p><h1>"),
        article(f"<p>{LINE}<br>Harbour office</p>{TEXT}"),
        article(f"<dl><dt>Embargo</dt><dd>5 March 2026, 10:30</dd></dl>{TEXT}"),
        article(f"<p>EMBARGO:</p><p>5 March 2026, 10:30</p>{TEXT}"),
        article(f"<table><tr><td>{LINE}</td></tr></table>{TEXT}"),
        article(
            f"<p>A lead of more than eighty letters tells what this is about, and ends in a stop."
            f"</p><p>{LINE}</p>{TEXT}"
        ),
    ],
    ids=["above", "before a break", "term", "label", "table", "below the lead"],
)
def test_it_may_stand_wherever_press_offices_print_it(html):
    draft = read(html)
    assert fate(draft) == (END, None)
    assert "10:30" not in draft.content


def test_its_date_is_no_date_of_publication():
    assert read(page(f"<p>{LINE}</p>", "en")).published is None
    assert read(page(f"<p>{LINE}</p><p>February 20, 2026</p>", "en")).published.day == 20


def test_an_end_that_cannot_be_read_holds_the_article_with_the_line():
    draft = read(page("<p>Embargoed until 99 March 2026</p>", "en"))
    assert draft.embargoed_until is None
    assert draft.held == "the end of its embargo cannot be read in “Embargoed until 99 March 2026”"


def test_an_end_years_ahead_holds_it_too():
    draft = read(page("<p>Embargoed until 5 March 2126, 10:30</p>", "en"))
    assert fate(draft) == (None, "its embargo is said to end only on 2126-03-05")


def test_a_time_without_a_zone_is_on_the_sources_clock():
    draft = read(page(f"<p>{LINE}</p>", "en"), time_zone="Asia/Tokyo")
    assert draft.embargoed_until == datetime(2026, 3, 5, 1, 30, tzinfo=UTC)


def test_prism_says_it_to_machines():
    head = '<meta name="prism.embargoDate" content="2026-03-05T10:30:00+01:00">'
    draft = read(article(TEXT, head=head))
    assert (*fate(draft), dict(draft.provenances)["embargoed_until"]) == (END, None, "meta")


def test_a_page_that_is_read_by_a_profile_is_held_as_well():
    head = '<h1 class="head">Boats run again</h1>'
    held = read(PAGE.replace(head, f"{head}<p>{LINE}</p>"), rules=PROFILE)
    assert fate(held) == (END, None)
    assert fate(read(PAGE, rules=PROFILE)) == (None, None)


def test_the_line_is_no_part_of_what_a_profile_reads():
    html = PAGE.replace('<div class="story">', f'<div class="story"><p>{LINE}</p>')
    draft = read(html, rules=PROFILE)
    assert fate(draft) == (END, None)
    assert LINE not in draft.content


@pytest.mark.parametrize(("language", "line"), lines_of(DECLARED))
def test_a_glance_at_such_a_page_sees_the_line_in_ten_languages(language, line):
    html = PAGE.replace('<p class="stamp">', f"<p>{written(line, language, END)}</p><p>")
    around = around_headline(html.encode())
    assert may_declare(around, language=language, zone="Europe/Zurich", near=RETRIEVED)


def test_a_glance_ends_behind_the_first_paragraphs():
    paragraphs = f"<p>{'The boats run again. ' * 12}</p>" * 6
    for html, is_seen in (
        (f"<h1>Boats</h1><p>{LINE}</p>{paragraphs}", True),
        (f"<h1>Boats</h1>{paragraphs}<p>{LINE}</p>", False),
    ):
        around = around_headline(html.encode())
        seen = may_declare(around, language="en", zone="Europe/Zurich", near=RETRIEVED)
        assert seen is is_seen


@pytest.mark.parametrize(("language", "line"), lines_of(ABOUT))
def test_whatever_it_sees_a_line_about_embargoes_holds_nothing(language, line):
    said = f"<p>{written(line, language, END)}</p>"
    html = PAGE.replace('<p class="stamp">', f'{said}<p class="stamp">')
    html = html.replace('lang="en"', f'lang="{language}"')
    assert fate(read(html, rules=PROFILE, language=language)) == (None, None)
