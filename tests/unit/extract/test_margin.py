from __future__ import annotations

import pytest
from tests.unit.extract.page_documents import make_page

from swifeeds.extract.blocks import flatten
from swifeeds.extract.margin import read_margin, sight
from swifeeds.extract.phrases import Line
from swifeeds.model import Contributions, TrustEvidence

WRITE = "If you want to report factual errors, email us at"


def margin(body):
    page = make_page(f"<html><body>{body}</body></html>")
    return read_margin(page, sight(flatten(page.root, by_line=True)))


@pytest.mark.parametrize(
    "line",
    [
        f"<p>{WRITE} <a href='mailto:desk@harbour.example?subject=x'>write</a></p>",
        f"<p>{WRITE} desk@harbour.example.</p>",
        f"<p>{WRITE}</p><p><a href='mailto:desk@harbour.example'>desk@harbour.example</a></p>",
        f"<div>{WRITE}<br>desk@harbour.example</div>",
    ],
)
def test_the_contact_is_the_address_that_its_line_announces(line):
    display = "<p>Display errors: display@harbour.example</p>"
    assert margin(f"{display}<p>Text.</p>{line}").contact == "desk@harbour.example"


def test_an_address_elsewhere_is_not_the_contact():
    assert (
        margin(f"<p>{WRITE}</p><p>Share</p><p>a</p><p>b</p><p>x@harbour.example</p>").contact
        is None
    )
    assert margin("<p>Write to x@harbour.example</p>").contact is None


def test_a_repeated_mark_is_one_piece_of_evidence_with_its_certificate():
    line = "<p>In compliance with the JTI standards</p>"
    more = "More: certified by the Journalism Trust Initiative"
    body = f"{line}{line}<p><a href='https://c.example/1'>{more}</a></p>"
    assert margin(body).trust == (
        TrustEvidence(
            scheme="JTI", text="In compliance with the JTI standards", url="https://c.example/1"
        ),
    )


def test_a_certificate_alone_is_evidence_too():
    trust = margin("<p>Certified by the Journalism Trust Initiative</p>").trust
    assert [(mark.text, mark.url) for mark in trust] == [
        ("Certified by the Journalism Trust Initiative", None)
    ]


def test_nothing_is_claimed_for_a_page_that_says_nothing():
    found = margin("<p>Only text, and nothing around it.</p>")
    assert (found.provenance, found.trust, found.contributions, found.contact) == (
        None,
        (),
        None,
        None,
    )


def test_closed_contributions_are_told():
    found = margin("<p>Comments under this article are closed.</p>")
    assert found.contributions is Contributions.CLOSED


def lines(body):
    page = make_page(f"<html><body>{body}</body></html>")
    return [seen.line for seen in sight(flatten(page.root))]


def test_an_invitation_to_debate_counts_only_after_closed_contributions():
    debate = "<p>You can join the debate with our journalists here.</p>"
    closed = "<p>Comments under this article are closed.</p>"
    assert lines(debate) == [None]
    assert lines(closed + debate) == [Line.CONTRIBUTIONS, Line.DEBATES]


def test_a_storys_heading_counts_only_with_links_or_furniture_near_it():
    heading = "<h3>Articles in this story</h3>"
    text = "<p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p>"
    assert lines(heading + text)[0] is None
    assert lines(f"{heading}<p><a href='/1'>A headline</a></p>{text}")[0] is Line.STORY


def test_a_sentence_about_errors_without_an_address_is_text():
    assert lines("<p>The editors discussed errors with readers by email.</p>") == [None]
