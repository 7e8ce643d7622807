"""Authors and the agencies that are named in one breath with them."""

from __future__ import annotations

import pytest
from tests.unit.extract.page_documents import TEXT, article, make_document, make_source

from swifeeds.extract.route import extract_article
from swifeeds.model import Credit


def draft_of(body, head=""):
    page = make_document(article(body + TEXT, head=head))
    return extract_article(page, make_source()).drafts[0]


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("By Jane Doe, Reuters", ("Reuters",)),
        ("Jane Doe/AFP", ("AFP",)),
        ("By Jane Doe with agencies", ()),
        ("Von Jane Doe, mit Agenturen", ()),
        ("Par Jane Doe avec AFP", ("AFP",)),
        ("Di Jane Doe e ANSA", ("ANSA",)),
        ("Por Jane Doe y EFE", ("EFE",)),
        ("Por Jane Doe com Lusa", ("Lusa",)),
        ("Jane Doe、共同通信", ("共同通信",)),
        ("Jane Doe، رويترز", ("رويترز",)),
        ("Jane Doe，新华社", ("新华社",)),
        ("Jane Doe, ТАСС", ("ТАСС",)),
    ],
)
def test_an_agency_beside_a_person_is_the_credit(line, agencies):
    draft = draft_of(f"<p class='byline'>{line}</p>")
    assert [person.name for person in draft.authors] == ["Jane Doe"]
    assert draft.credit == Credit(code="with-agencies", agencies=agencies)


def test_a_declared_agency_beside_a_person_is_the_credit_too():
    draft = draft_of("", "<meta name='author' content='Jane Doe, AFP'>")
    assert [person.name for person in draft.authors] == ["Jane Doe"]
    assert draft.credit == Credit(code="with-agencies", agencies=("AFP",))


def test_an_agency_that_stands_alone_is_the_author():
    draft = draft_of("<p class='byline'>Reuters</p>")
    assert [person.name for person in draft.authors] == ["Reuters"]
    assert draft.credit is None


def test_the_credit_at_the_end_of_the_text_is_believed_first():
    line = "<p class='byline'>Jane Doe, Reuters</p>"
    page = make_document(article(line + TEXT + "<p>(AFP)</p>"))
    draft = extract_article(page, make_source()).drafts[0]
    assert draft.credit == Credit(code="agencies", agencies=("AFP",))


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("(Reuters and AFP)", ("Reuters", "AFP")),
        ("Quelle: SDA", ("SDA",)),
        ("来源：新华社", ("新华社",)),
        ("Источник: ТАСС", ("ТАСС",)),
        ("Fuente: EFE", ("EFE",)),
    ],
)
def test_a_line_above_the_text_that_names_agencies_alone_is_the_credit(line, agencies):
    draft = draft_of(f"<p>{line}</p>")
    assert draft.credit == Credit(code="agencies", agencies=agencies)
    assert line not in draft.content


@pytest.mark.parametrize(
    ("byline", "agency"),
    [
        ("<span class=byline>Jane Doe</span> <span class=agency>Reuters</span>", "Reuters"),
        ("<span class=author>Jane Doe</span> | <em>dpa</em>", "dpa"),
        ("<span class=author>Jane Doe</span><span class=agentur>(dpa)</span>", "dpa"),
        ("<span class=auteur>Jane Doe</span> <span class=agence>avec AFP</span>", "AFP"),
        ("<span class=author>Jane Doe</span> <small class=agenzia>ANSA</small>", "ANSA"),
        ("<span class=autor>Jane Doe</span> <span class=agencia>EFE</span>", "EFE"),
        ("<span class=autor>Jane Doe</span> <span class=fonte>Agência Brasil</span>",
         "Agência Brasil"),
        ("<span class=author>Jane Doe</span> <span class=source>共同通信</span>", "共同通信"),
        ("<span class=author>Jane Doe</span> <span class=source>وكالة فرانس برس</span>",
         "وكالة فرانس برس"),
        ("<span class=author>Jane Doe</span> <span id=source>来源：新华社</span>", "新华社"),
        ("<span class=author>Jane Doe</span> <span class=source>Источник: ТАСС</span>", "ТАСС"),
        ("<span itemprop=sourceOrganization>Reuters</span> <a rel=author>Jane Doe</a>", "Reuters"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["<div class=meta>{}</div>", "<header><p>{}</p></header>"])
def test_an_agency_in_an_element_of_its_own_beside_the_byline_is_the_credit(around, byline, agency):
    draft = draft_of(around.format(byline))
    assert [person.name for person in draft.authors] == ["Jane Doe"]
    assert draft.credit == Credit(code="with-agencies", agencies=(agency,))


def test_its_line_is_no_part_of_the_text_even_below_the_authors():
    draft = draft_of("<div class=byline>Jane Doe</div><div class=agency>Reuters</div>")
    assert draft.credit.agencies == ("Reuters",)
    assert "Reuters" not in draft.content


@pytest.mark.parametrize(
    "beside",
    [
        "<span class=agency>Harbour Office</span>",
        "<figure><img src=/1.jpg><figcaption class=source>Reuters</figcaption></figure>",
        "<div class=related><span class=agency>Reuters</span></div>",
        "<span class=agency>Reuters has more on the night boats and the crews</span>",
    ],
)
def test_what_else_stands_beside_the_byline_is_no_credit(beside):
    draft = draft_of(f"<div><span class=byline>Jane Doe</span>{beside}</div>")
    assert [person.name for person in draft.authors] == ["Jane Doe"]
    assert draft.credit is None
