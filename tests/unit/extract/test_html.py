"""Whom a page is believed, field by field."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.unit.extract.page_documents import (
    TEXT,
    URL,
    article,
    make_document,
    make_hint,
    make_source,
)

from swifeeds.errors import ExtractError, NotAnArticle
from swifeeds.extract import extract, extract_article
from swifeeds.model import Contributions, Credit, Person, Precision, Rules

JSON_LD = """<script type="application/ld+json">
{"@type": "NewsArticle", "headline": "Boats run again", "inLanguage": "en-GB",
"description": "Crews and operator agree.", "datePublished": "2024-05-04T08:00:00+02:00",
"author": {"name": "Robin Sample"}}</script>"""


def read(html, hint=None, **changes):
    return extract_article(make_document(html), make_source(**changes), hint).drafts[0]


def test_what_the_page_declares_wins_over_the_link_that_led_to_it():
    hint = make_hint(
        title="Other", summary="Other lead.", published=datetime(2020, 1, 2, tzinfo=UTC), guid="g-1"
    )
    draft = read(article(TEXT, head=JSON_LD), hint)
    assert draft.title == "Boats run again"
    assert draft.summary == "Crews and operator agree."
    assert draft.published == datetime(2024, 5, 4, 6, tzinfo=UTC)
    assert draft.authors == (Person(name="Robin Sample"),)
    assert draft.guid == "g-1"


def test_the_link_fills_what_the_page_leaves_open():
    hint = make_hint(
        summary="The lead of the feed.",
        published=datetime(2020, 1, 2, tzinfo=UTC),
        authors=(Person(name="Desk"),),
        section="World",
        credit=Credit(code="agencies"),
    )
    draft = read(article(TEXT), hint)
    assert draft.summary == "The lead of the feed."
    assert draft.published == datetime(2020, 1, 2, tzinfo=UTC)
    assert draft.dating.read_from == "feed"
    assert (draft.authors, draft.section) == ((Person(name="Desk"),), "World")
    assert draft.credit == Credit(code="agencies")


def test_the_sources_own_rules_win_over_everything():
    rules = Rules(
        title=".kicker",
        summary="//p[@class='deck']",
        content="#text",
        published=".when",
        authors=".who b",
        remove=(".advert",),
    )
    html = article(
        "<p class='kicker'>Ruled</p><p class='deck'>Ruled lead.</p><p class='when'>6 "
        "May 2024, 09:30</p>"
        "<p class='who'>by <b>Ada Ruled</b>, <b>Bob Ruled</b></p>"
        f"<div id='text'>{TEXT}<p class='advert'>Buy a boat</p></div><p>Not this.</p>",
        head=JSON_LD,
    )
    draft = read(html, rules=rules)
    assert (draft.title, draft.summary) == ("Ruled", "Ruled lead.")
    assert draft.published == datetime(2024, 5, 6, 7, 30, tzinfo=UTC)
    assert (draft.dating.read_from, draft.dating.zone) == ("rule", "Europe/Zurich")
    assert draft.authors == (Person(name="Ada Ruled"), Person(name="Bob Ruled"))
    assert draft.content.count("<p>") == 3
    assert "Buy a boat" not in draft.content
    assert dict(draft.provenances)["content"] == "rule"


def test_a_rule_that_cannot_be_read_is_told_with_the_page():
    with pytest.raises(ExtractError, match=r"harbour\.example.*rule 'p:hover'"):
        read(article(TEXT), rules=Rules(title="p:hover"))


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ((
            "<html><body><p>Some text without any headline at all, long enough.</p></body"
            "></html>"
        ), "no headline"),
        ((
            "<html><head><title>Login</title></head><body><h1>Login</h1><p>Name</p></body"
            "></html>"
        ), "no text"),
    ],
)  # fmt: skip
def test_a_page_without_headline_or_text_is_no_article(html, reason):
    with pytest.raises(NotAnArticle, match=reason):
        read(html)


def test_nothing_at_all_is_no_page():
    with pytest.raises(ExtractError):
        read("")


def test_an_index_without_links_says_what_to_do():
    with pytest.raises(NotAnArticle, match=r"rules\.links"):
        extract(make_document("<html><body><p>Soon.</p></body></html>"), make_source())


def test_an_article_at_the_sources_own_address_is_its_draft():
    extraction = extract(make_document(article(TEXT, head=JSON_LD)), make_source())
    assert [draft.title for draft in extraction.drafts] == ["Boats run again"]
    assert extraction.links == ()


def test_the_time_element_of_a_comment_is_not_the_articles():
    html = article(
        "<div class='comment'><time datetime='2025-01-01T00:00Z'></time></div>"
        f"<time datetime='2024-05-04'>4 May</time>{TEXT}"
    )
    draft = read(html)
    assert draft.published == datetime(2024, 5, 4, 10, tzinfo=UTC)
    assert draft.dating.read_from == "time"
    assert draft.dating.precision is Precision.DAY


def test_a_date_in_the_address_is_known_to_the_day():
    document = make_document(
        article(TEXT), final_url="https://harbour.example/2024/05/04/boats-run-again"
    )
    draft = extract_article(document, make_source()).drafts[0]
    assert draft.published == datetime(2024, 5, 4, 10, tzinfo=UTC)
    assert draft.dating.precision is Precision.DAY


def test_a_bare_year_never_becomes_the_first_of_january():
    draft = read(article(TEXT + "<p>The pier was built in 2009, and again in 2016.</p>"))
    assert draft.published is None


def test_a_page_in_a_wrong_template_language_is_in_the_language_of_its_text():
    german = (
        "<p>Die Besatzungen hatten am Montag die Arbeit niedergelegt, und Tausende warteten auf den"
        " Schiffen. Nach der Einigung dauert eine Schicht nicht mehr als neun Stunden.</p>"
    )
    assert (
        read(article(german, title="Schiffe fahren wieder"), language="de-CH").language == "de-CH"
    )


def test_the_source_states_the_region_that_the_page_leaves_open():
    html = article(f"<p class='date'>Published on 05/06/2009</p>{TEXT}")
    assert read(html, language="en-GB").published == datetime(2009, 6, 5, 10, tzinfo=UTC)
    assert read(html, language="en-GB").language == "en-GB"


def test_a_canonical_link_to_the_front_page_is_a_templates_mistake():
    head = "<link rel='canonical' href='https://harbour.example/'>"
    assert read(article(TEXT, head=head)).url == URL


@pytest.mark.parametrize("host", ["localhost:3000", "127.0.0.1", "cms.internal", "10.0.0.7"])
def test_a_canonical_link_that_leads_inside_some_network_is_not_meant(host):
    head = f"<link rel='canonical' href='http://{host}/news/boats'>"
    assert read(article(TEXT, head=head)).url == URL


def test_a_description_that_was_cut_off_is_completed_from_the_text():
    head = "<meta name='description' content='The crews had stopped work on Monday, leaving…'>"
    assert read(article(TEXT, head=head)).summary == (
        "The crews had stopped work on Monday, leaving thousands of commuters on the quays."
    )


@pytest.mark.parametrize("slogan", ["Boats run again", "Share this story", "News"])
def test_a_slogan_or_a_copy_of_the_headline_is_no_lead(slogan):
    assert read(article(TEXT, head=f"<meta name='description' content='{slogan}'>")).summary is None


def test_a_margin_is_read_from_a_modern_page_too():
    html = article(
        f"{TEXT}<footer><p><a href='/jti'>Certified by the Journalism Trust Initiative"
        f"</a></p></footer>"
        "<p>Comments under this article are closed.</p>"
    )
    draft = read(html)
    assert [(mark.scheme, mark.url) for mark in draft.trust] == [
        ("JTI", "https://harbour.example/jti")
    ]
    assert draft.contributions is Contributions.CLOSED
    assert draft.provenance is None
    assert "closed" not in draft.content


def test_a_lead_in_han_is_as_short_as_its_script():
    lead = "微弱多数希望渡轮在午夜之后继续航行。"
    draft = read(article(f"<p class='lead'>{lead}</p>{TEXT}"))
    assert draft.summary == lead


def test_a_rule_for_authors_selects_a_line_that_is_read_like_any_byline():
    line = "<p class='who'>Par Jane Doe et Joan Roe</p>"
    draft = read(article(line + TEXT), rules=Rules(authors=".who"))
    assert draft.authors == (Person(name="Jane Doe"), Person(name="Joan Roe"))
