"""The agency beside a byline: which elements are asked for it."""

from __future__ import annotations

import pytest
from tests.unit.extract.page_documents import TEXT, article, make_document, make_source

from swifeeds.extract import extract_article
from swifeeds.model import Credit

NAMES = (
    "agency", "agencies", "agence", "agences", "agencia", "agencias", "agência", "agentur",
    "agenturen", "agenzia", "agenzie", "wire", "wires", "source", "sourceOrganization", "provider",
    "quelle", "fonte", "fuente", "laiyuan", "haishin", "agentstvo", "newsagency", "press-agency",
)  # fmt: skip


def credit_in(element: str):
    """Of a page with the element far from its byline, and outside the text."""
    body = f"<p class='byline'>By Jane Doe</p>{TEXT}<footer><p>{element}</p><p>More</p></footer>"
    return extract_article(make_document(article(body)), make_source()).drafts[0].credit


@pytest.mark.parametrize("attribute", ["class", "id", "itemprop"])
@pytest.mark.parametrize("name", NAMES)
def test_an_element_that_is_named_so_states_the_agency(name, attribute):
    credit = credit_in(f"<b {attribute}='{name.upper()}'>Reuters</b>")
    assert credit == Credit(code="with-agencies", agencies=("Reuters",))


@pytest.mark.parametrize("name", ["ticket", "agenda", "resources", "hotwired"])
def test_an_agency_in_an_element_of_another_name_is_none(name):
    assert credit_in(f"<b class='{name}'>Reuters</b>") is None


@pytest.mark.parametrize(
    "byline",
    [
        "By <span class='author'>Jane Doe</span> <span>Reuters</span>",
        "<span>Reuters</span> <span class='author'>Jane Doe</span>",
        "<b>By Jane Doe</b> <i>Reuters</i>",
    ],
)
def test_an_agency_in_an_element_of_the_byline_is_no_part_of_a_name(byline):
    page = make_document(article(f"<p class='byline'>{byline}</p>{TEXT}"))
    (draft,) = extract_article(page, make_source()).drafts
    assert [person.name for person in draft.authors] == ["Jane Doe"]
    assert draft.credit == Credit(code="with-agencies", agencies=("Reuters",))
