"""Old pages in markups that no sample has, and pages that only look old."""

from __future__ import annotations

import re

import pytest
from tests.unit.extract.page_documents import make_document, make_source

from swifeeds.extract import extract_article

TITLE = "Ferry crews end their strike"
LEAD = "Boats on the lake run again from Thursday noon, crews and operator say."
DATE = "This content was published on June 11, 2008 - 07:20"
BODY = (
    "The crews had stopped work on Monday, leaving thousands on the quays.",
    "Under the agreement a shift lasts nine hours instead of eleven.",
    "Mediators said that both sides had moved.",
)
IMPORT = "This article was automatically imported from our old content management system."
MARGIN = (
    "In compliance with the JTI standards",
    "Contributions under this article have been turned off.",
    "Share this story",
    "Change your password",
    "Do you really want to delete your profile?",
)


def page(wrap, *, separator="", head=f"<title>{TITLE}</title>", furniture=(IMPORT, *MARGIN)):
    lines = separator.join(map(wrap, (TITLE, LEAD, DATE, *BODY, *furniture)))
    return f"<html lang='en'><head>{head}</head><body>{lines}</body></html>"


def read(html):
    return extract_article(make_document(html), make_source()).drafts[0]


def paragraphs(draft):
    return tuple(re.findall(r"<p>(.*?)</p>", draft.content))


@pytest.mark.parametrize(
    "html",
    [
        page(lambda line: f"<p>{line}</p>"),
        page(lambda line: f"<div class='print'><div>{line}</div></div>"),
        page(lambda line: f"<table><tr><td><font size='2'>{line}</font></td></tr></table>"),
        page(lambda line: f"<span>{line}</span>", separator="<br/><br/>"),
        page(lambda line: f"{line}<br>"),
        page(lambda line: f"<li>{line}</li>"),
        page(lambda line: f"<form><p><b><i>{line}</i></b></p></form>"),
        page(lambda line: f"<p>{line}</p>", head=""),
        page(lambda line: f"<p>{line}</p>", head=f"<title>Some paper: {TITLE}</title>"),
        page(str, separator="\n\n").replace("<body>", "<body><pre>"),
    ],
)
def test_paragraphs_lead_and_date_are_told_by_their_order(html):
    draft = read(html)
    assert (draft.title, draft.summary) == (TITLE, LEAD)
    assert tuple(re.sub(r"<[^>]+>", "", line) for line in _lines(draft)) == BODY
    assert draft.published.isoformat() == "2008-06-11T05:20:00+00:00"


def _lines(draft):
    return re.findall(r"<(?:p|li)>(.*?)</(?:p|li)>", draft.content)


def test_without_the_import_note_three_kinds_of_furniture_make_a_page_old():
    draft = read(page(lambda line: f"<p>{line}</p>", furniture=MARGIN))
    assert paragraphs(draft) == BODY
    assert draft.provenance is None


def test_tools_reading_time_and_byline_are_no_paragraphs():
    wrapped = page(lambda line: f"<p>{line}</p>")
    tools = (
        "<p>By Robin Sample</p><p>2 minutes</p><p><a href='/p'>Print</a></p><p><a "
        "href='/m'>Send</a></p>"
    )
    draft = read(wrapped.replace(f"<p>{DATE}</p>", f"<p>{DATE}</p>{tools}"))
    assert paragraphs(draft) == BODY
    assert [person.name for person in draft.authors] == ["Robin Sample"]


def test_menus_before_and_columns_after_the_article_are_left_out():
    wrapped = page(lambda line: f"<p>{line}</p>")
    before = (
        "<table><tr><td><a href='/'>Front page</a><br><a href='/r'>The region in pictures"
        "</a></td></tr></table>"
    )
    after = "<table><tr><td>The weather of the week in a column of its own</td></tr></table>"
    draft = read(wrapped.replace("<body>", f"<body>{before}").replace("</body>", f"{after}</body>"))
    assert paragraphs(draft) == BODY
    assert draft.summary == LEAD


def test_a_lead_in_bold_after_the_date_is_the_lead():
    lines = [f"<h1>{TITLE}</h1>", f"<p>{DATE}</p>", f"<p><b>{LEAD}</b></p>"]
    lines += [f"<p>{line}</p>" for line in (*BODY, IMPORT, *MARGIN)]
    draft = read(f"<html><body>{''.join(lines)}</body></html>")
    assert draft.summary == LEAD
    assert paragraphs(draft) == BODY


def test_a_page_without_a_lead_has_none():
    html = page(lambda line: f"<p>{line}</p>").replace(f"<p>{LEAD}</p>", "")
    draft = read(html)
    assert draft.summary is None
    assert paragraphs(draft) == BODY


def test_news_about_imports_and_trust_marks_keeps_its_paragraphs():
    news = (
        "The port imported two million tonnes of old paper last year, the report says.",
        (
            "The Journalism Trust Initiative has certified the paper that printed the story, after"
            " an audit of its rules that took most of a year and cost more than the desk had"
            " planned for it."
        ),
        "Readers who found errors wrote to the desk by the hundred.",
    )
    text = "".join(f"<p>{line}</p>" for line in news)
    draft = read(f"<html><body><article><h1>{TITLE}</h1>{text}</article></body></html>")
    assert paragraphs(draft) == news
    assert draft.trust == ()
