"""New, revised, duplicate or held."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.identify import identify
from swifeeds.markup import url_key
from swifeeds.model import (
    ArticleId,
    Dating,
    Draft,
    Duplicate,
    Held,
    Known,
    New,
    Origin,
    Person,
    Revised,
    Source,
    SourceId,
    SourceKind,
    Status,
    Translation,
)

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
OWN, AGENCY, DESK = SourceId("own"), SourceId("agency"), SourceId("desk")
SOURCES = {
    OWN: Source(id=OWN, kind=SourceKind.PAGE, url="https://n.example/", language="en",
                title="Own", own=True),
    AGENCY: Source(id=AGENCY, kind=SourceKind.FEED, url="https://a.example/rss", language="en",
                   title="Agency"),
    DESK: Source(id=DESK, kind=SourceKind.FEED, url="https://n.example/desk.rss", language="en",
                 title="Desk", own=True),
}  # fmt: skip
TEXT = "<p>" + "The lake rose by two centimetres over night. " * 12 + "</p>"


def draft(**fields) -> Draft:
    stated = {
        "source_id": OWN,
        "retrieved": MONDAY,
        "language": "en",
        "title": "The lake rises",
        "url": "https://n.example/lake",
        "guid": "lake-1",
        "content": TEXT,
        "published": MONDAY - timedelta(hours=1),
        "dating": Dating(read_from="json-ld"),
    }
    return Draft(**{**stated, **fields})


def decide(one: Draft, known: Known | None = None):
    return identify(one, known or Known(), sources=SOURCES, new_id=ArticleId("new"))


def stored(**fields):
    intent = decide(draft(**fields))
    assert isinstance(intent, New)
    return intent.article


def known_of(article) -> Known:
    return Known(by_url={url_key(article.url): article} if article.url else {},
                 by_guid={"lake-1": article})  # fmt: skip


def test_an_article_nobody_has_met_is_new():
    article = stored()
    assert article.id == "new"
    assert article.published == MONDAY - timedelta(hours=1)
    assert article.first_seen == MONDAY


def test_an_undated_article_is_dated_by_its_first_sighting():
    article = stored(published=None, dating=None)
    assert article.published == MONDAY
    assert article.dating is not None
    assert article.dating.read_from == "retrieval"


def test_the_same_draft_again_is_a_duplicate():
    assert isinstance(decide(draft(retrieved=MONDAY + timedelta(days=1)), known_of(stored())),
                      Duplicate)  # fmt: skip


def test_a_correction_keeps_the_id_and_raises_updated():
    before = stored()
    later = MONDAY + timedelta(hours=5)
    intent = decide(draft(content=TEXT + "<p>Corrected.</p>", retrieved=later), known_of(before))
    assert isinstance(intent, Revised)
    assert intent.article.id == before.id
    assert intent.article.published == before.published
    assert intent.article.updated == later
    assert intent.article.revision == 2
    assert intent.changed == ("content",)


@pytest.mark.parametrize("attribute", ["src", "href"])
def test_addresses_that_are_signed_anew_are_kept_and_are_no_correction(attribute):
    element = f'<p>Words. <img {attribute}="https://cdn.example/1.jpg?{{}}"></p>'
    article = stored(content=element.format("key=1"))
    again = draft(content=element.format("key=2"), retrieved=MONDAY + timedelta(hours=5))
    intent = decide(again, known_of(article))
    assert isinstance(intent, Revised)
    assert intent.article.content == again.content
    assert intent.article.updated == article.updated


def test_a_declared_time_of_correction_is_taken_when_it_is_later():
    declared = MONDAY + timedelta(hours=1)
    intent = decide(
        draft(title="The lake falls", updated=declared, retrieved=MONDAY + timedelta(days=2)),
        known_of(stored()),
    )
    assert isinstance(intent, Revised)
    assert intent.article.updated == declared


def test_a_new_translation_revises_without_touching_updated():
    before = stored()
    link = Translation(language="de", url="https://n.example/see", evidence="hreflang")
    intent = decide(draft(translations=(link,), retrieved=MONDAY + timedelta(days=1)),
                    known_of(before))  # fmt: skip
    assert isinstance(intent, Revised)
    assert intent.article.updated == before.updated


def test_what_a_draft_does_not_say_is_not_forgotten():
    before = stored(summary="A lead", authors=(Person(name="Ada"),))
    intent = decide(draft(summary=None, authors=None), known_of(before))
    assert isinstance(intent, Duplicate)


def test_another_source_only_sights_the_article():
    copy = draft(source_id=AGENCY, title="Lake up, agency says", guid="x")
    intent = decide(copy, known_of(stored()))
    assert isinstance(intent, Duplicate)
    assert intent.sighting.source_id == AGENCY


def test_the_publishers_own_copy_takes_over_from_an_agencys():
    before = stored(source_id=AGENCY, content=None, summary="Short")
    intent = decide(draft(), known_of(before))
    assert isinstance(intent, Revised)
    assert intent.article.source_id == OWN
    assert intent.article.id == before.id


TAKEN_OVER = Origin(title="Agency", url="https://a.example/rss", is_feed=True)


def test_where_an_item_was_taken_over_from_is_kept_and_learned_without_an_update():
    assert stored(origin=TAKEN_OVER).origin == TAKEN_OVER
    before = stored()
    intent = decide(draft(origin=TAKEN_OVER), known_of(before))
    assert isinstance(intent, Revised)
    assert (intent.article.origin, intent.changed) == (TAKEN_OVER, ("origin",))
    assert intent.article.updated == before.updated


def test_a_later_look_at_the_page_does_not_make_an_item_the_sources_own():
    intent = decide(draft(title="The lake falls"), known_of(stored(origin=TAKEN_OVER)))
    assert isinstance(intent, Revised)
    assert intent.article.origin == TAKEN_OVER


def test_what_an_own_source_took_over_does_not_take_the_place_of_anybodys_copy():
    before = stored(source_id=AGENCY)
    taken = draft(title="Lake up", origin=TAKEN_OVER)
    assert isinstance(decide(taken, known_of(before)), Duplicate)


def test_the_publishers_own_copy_takes_over_from_one_that_another_own_source_took_over():
    before = stored(source_id=DESK, origin=TAKEN_OVER)
    intent = decide(draft(), known_of(before))
    assert isinstance(intent, Revised)
    assert (intent.article.source_id, intent.article.origin) == (OWN, None)
    again = decide(draft(source_id=DESK, origin=TAKEN_OVER), known_of(intent.article))
    assert isinstance(again, Duplicate)


def test_a_takeover_is_no_update_unless_the_publisher_dates_one():
    before = stored(source_id=AGENCY, content=None, summary="Short")
    intent = decide(draft(), known_of(before))
    assert isinstance(intent, Revised)
    assert intent.article.updated == before.updated
    later = before.updated + timedelta(hours=1)
    dated = decide(draft(updated=later), known_of(before))
    assert isinstance(dated, Revised)
    assert dated.article.updated == later


def test_a_changed_address_under_the_same_guid_is_the_same_article():
    before = stored()
    known = Known(by_guid={"lake-1": before})
    intent = decide(draft(url="https://n.example/2026/lake-rises"), known)
    assert isinstance(intent, Revised)
    assert intent.article.url == "https://n.example/2026/lake-rises"
    assert intent.article.updated == before.updated


def test_a_revision_that_loses_most_of_its_text_is_held():
    intent = decide(draft(content="<p>The lake.</p>"), known_of(stored()))
    assert isinstance(intent, Held)
    assert "characters of text" in intent.reason


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "404 Not Found", "content": "<p>Nothing here.</p>"},
        {"title": "Seite nicht gefunden", "content": "<p>Leider.</p>"},
        {"content": "<p>Please enable JavaScript to go on.</p>"},
        {"content": "<p>本文仅限订阅用户阅读。</p>"},
        {"content": "<p>Только для подписчиков.</p>"},
    ],
)
def test_walls_and_error_pages_are_held_whether_known_or_new(fields):
    assert isinstance(decide(draft(**fields), known_of(stored())), Held)
    fresh = decide(draft(**fields))
    assert isinstance(fresh, New)
    assert fresh.article.status is Status.HELD


def test_an_article_about_walls_is_no_wall():
    story = "<p>Readers who log in to continue complain. " + "A long report on paywalls. " * 60
    assert stored(content=story).status is Status.USABLE


def test_an_article_held_for_its_looks_is_free_once_it_looks_right():
    before = stored(title="404 Not Found", content="<p>Nothing here.</p>")
    intent = decide(draft(), known_of(before))
    assert isinstance(intent, Revised)
    assert intent.article.status is Status.USABLE


def test_an_article_held_by_the_desk_stays_held():
    before = replace(stored(), status=Status.HELD, status_reason="the desk is checking")
    intent = decide(draft(title="The lake falls"), known_of(before))
    assert isinstance(intent, Revised)
    assert intent.article.status is Status.HELD


def test_a_withdrawn_article_does_not_come_back_by_itself():
    before = replace(stored(), status=Status.WITHDRAWN)
    assert isinstance(decide(draft(title="The lake falls"), known_of(before)), Duplicate)


def test_a_source_may_withdraw_its_article():
    intent = decide(draft(withdrawn=True), known_of(stored()))
    assert isinstance(intent, Revised)
    assert intent.article.status is Status.WITHDRAWN


@given(
    st.text(min_size=1).filter(str.strip),
    st.one_of(st.none(), st.text()),
    st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=4000)),
)
def test_updated_never_falls_and_the_id_never_changes(title, content, later):
    before = stored()
    intent = decide(draft(title=title, content=content or None, retrieved=MONDAY + later),
                    known_of(before))  # fmt: skip
    if isinstance(intent, Revised | Held):
        assert intent.article.id == before.id
        assert intent.article.updated >= before.updated
    else:
        assert isinstance(intent, Duplicate)
        assert intent.sighting.article_id == before.id


def test_an_entry_is_known_again_where_the_article_is_wholly_its_sources():
    stated = draft(digest="1")
    new = identify(stated, Known(), sources=SOURCES, new_id=ArticleId("1"))
    assert new.sighting.digest == "1"
    for other, expected in (
        ({}, "1"),
        ({"source_id": AGENCY}, None),
        ({"status": Status.WITHDRAWN}, None),
    ):
        article = replace(new.article, **other)
        known = Known(by_url={url_key(article.url): article})
        again = identify(stated, known, sources=SOURCES, new_id=ArticleId("2"))
        assert again.sighting.digest == expected
