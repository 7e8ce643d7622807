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
