"""Pages read by a profile alone, and what happens where it does not fit."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.extract.page_documents import TEXT, make_document, make_source

from swifeeds.extract import body, dates, extract_article
from swifeeds.model import Credit, RemarkKind, Rules

PROFILE = Rules(
    title="h1.head",
    summary=".standfirst",
    content=".story",
    published=".stamp",
    authors=".by a",
    section=".crumb b",
    image=".lead img",
    caption=".lead .below",
    credit=".wire",
    around=".colophon",
    remove=(".share", ".story .more"),
    alone=True,
)
PAGE = f"""<html lang="en"><head><title>Harbour Post - Boats run again</title>
<link rel="canonical" href="https://harbour.example/eng/region/881"></head><body>
<nav><a href="/a">Home</a></nav><div class="crumb"><b>Region</b></div>
<h1 class="head">Boats run again</h1><p class="standfirst">A deal after nine days of talks.</p>
<p class="stamp">March 3, 2025 - 15:45</p><p class="by"><a>Ada Meier</a> <a>Ben Rossi</a></p>
<div class="lead"><img src="/i/1.jpg" width="800" alt="Boat"><i class="below">A boat</i></div>
<div class="story">{TEXT}<div class="share">Share this with friends</div>
<div class="more"><p>More to read: the quays of the town</p></div></div>
<p class="wire">(Reuters/AFP)</p>
<div class="colophon"><p>This content was published before our site was renewed.</p>
<p>In compliance with the JTI standards</p></div>
<div class="teasers">{TEXT * 4}</div></body></html>"""


def read(page: str = PAGE, rules: Rules = PROFILE, **changes):
    return extract_article(make_document(page), make_source(rules=rules, **changes))


def test_each_field_is_read_where_the_profile_says():
    (draft,) = read().drafts
    assert draft.title == "Boats run again"
    assert draft.summary == "A deal after nine days of talks."
    assert draft.published == datetime(2025, 3, 3, 14, 45, tzinfo=UTC)
    assert draft.dating.read_from == "rule"
    assert [person.name for person in draft.authors] == ["Ada Meier", "Ben Rossi"]
    assert draft.section == "Region"
    assert draft.credit == Credit(code="agencies", agencies=("Reuters", "AFP"))
    (picture,) = draft.media
    assert (picture.url, picture.caption) == ("https://harbour.example/i/1.jpg", "A boat")
    assert dict(draft.provenances)["content"] == "rule"
    assert draft.trust


def test_the_text_is_the_containers_without_what_is_removed():
    (draft,) = read().drafts
    assert draft.content.count("<p>") == 3
    assert "Share" not in draft.content
    assert "More to read" not in draft.content


@pytest.mark.parametrize("selector", [".story", "//*[@class='story']"])
def test_css_and_xpath_read_the_same(selector):
    from dataclasses import replace

    assert read(rules=replace(PROFILE, content=selector)) == read()


def test_nothing_of_the_reader_of_unknown_pages_runs(monkeypatch):
    def forbidden(*args, **kwargs):
        raise AssertionError("a page with a profile was searched")

    monkeypatch.setattr(body, "_guessed", forbidden)
    monkeypatch.setattr(body, "marked_body", forbidden)
    monkeypatch.setattr(dates, "guess_day", forbidden)
    assert read().drafts


@pytest.mark.parametrize(
    ("page", "what"),
    [
        (PAGE.replace('class="head"', 'class="top"'), "headline"),
        (PAGE.replace('class="story"', 'class="tale"'), "text"),
        (PAGE.replace("March 3, 2025 - 15:45", "yesterday"), "date"),
    ],
)
def test_a_page_that_the_profile_does_not_fit_is_read_without_it_and_told(page, what):
    found = read(page)
    assert found.drafts[0].title == "Boats run again"
    (remark,) = found.remarks
    assert remark.kind is RemarkKind.PROFILE_MISSED
    assert remark.message == f"its profile found no {what}; run `swifeeds source learn harbour`"


def test_a_declared_date_is_enough():
    head = '<meta property="article:published_time" content="2025-03-03T15:45:00+01:00"></head>'
    page = PAGE.replace("March 3, 2025 - 15:45", "").replace("</head>", head)
    assert read(page).drafts[0].published == datetime(2025, 3, 3, 14, 45, tzinfo=UTC)
    assert read(page).remarks == ()


def test_rules_without_alone_are_laid_over_the_ordinary_reading():
    found = read(rules=Rules(title=".standfirst"))
    assert found.drafts[0].title == "A deal after nine days of talks."
    assert found.remarks == ()


def test_elements_inside_others_that_are_selected_are_read_once():
    page = PAGE.replace('<div class="share">', '<div class="story share">')
    (draft,) = read(page).drafts
    assert draft.content.count("leaving thousands of commuters") == 1


@given(st.text(alphabet="<>/divp abc=\"'&;#\u0661\u3042", max_size=200))
def test_no_markup_in_a_page_brings_the_reader_down(rubbish):
    page = PAGE.replace("The crews", f"{rubbish}The crews")
    assert read(page).drafts


GERMAN = (
    "<p>Die Schiffe fahren nach neun Tagen wieder, und die Reisenden, die auf der Insel gewartet "
    "haben, sind nach Hause zurückgekehrt. Der Hafen ist für die Nacht wieder geöffnet worden, wie "
    "es von der Leitung am Abend hieß, und auch die Fähren in den Süden sind nicht mehr gesperrt."
    "</p>"
)


def test_the_language_that_a_page_declares_is_checked_by_its_text():
    page = PAGE.replace(TEXT, GERMAN * 3)
    (draft,) = read(page, language="de").drafts
    assert (draft.language, dict(draft.provenances)["language"]) == ("de", "source")


def test_text_that_begins_in_the_declared_language_confirms_it():
    page = PAGE.replace(TEXT, TEXT + GERMAN * 3)
    (draft,) = read(page, language="de").drafts
    assert draft.language == "en"


def test_a_quotation_at_the_beginning_does_not_undo_what_is_declared():
    page = PAGE.replace(TEXT, GERMAN[:200] + "</p>" + TEXT * 3)
    (draft,) = read(page, language="de").drafts
    assert draft.language == "en"
