"""Which guid becomes the id of a new article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.identify.test_decide import AGENCY, SOURCES, draft

from swifeeds.identify import identify
from swifeeds.model import ArticleId, Known, New, Revised

ADOPTING = SOURCES | {AGENCY: replace(SOURCES[AGENCY], adopt_ids=True)}


def decided(*, sources=ADOPTING, known=None, **fields):
    one = draft(source_id=AGENCY, **fields)
    return identify(one, known or Known(), sources=sources, new_id=ArticleId("n1"))


@pytest.mark.parametrize(
    "guid", ["https://old.example/?p=17", "urn:uuid:1-2", "post 17", "N/A", "文章-7"]
)
def test_a_new_article_of_an_adopting_source_keeps_its_guid_verbatim(guid):
    intent = decided(guid=guid)
    assert isinstance(intent, New)
    assert intent.article.adopted_id == guid
    assert intent.article.id == "n1"


def test_another_sources_article_adopts_nothing():
    assert decided(sources=SOURCES).article.adopted_id is None


def test_an_item_without_guid_keeps_its_address_because_readers_go_by_that():
    assert decided(guid=None).article.adopted_id == "https://n.example/lake"


def test_white_space_around_a_guid_counts_to_nobody():
    assert decided(guid=" a b\n").article.adopted_id == "a b"


@pytest.mark.parametrize("guid", ["a\x00b", "\x07", "g" * 2001, "  "])
def test_a_guid_that_could_not_be_written_again_is_not_adopted(guid):
    assert decided(guid=guid).article.adopted_id is None


@pytest.mark.parametrize("adopted", ["first", None])
def test_no_revision_changes_the_id_whatever_the_switch_says_by_then(adopted):
    article = replace(decided(guid="first").article, adopted_id=adopted)
    known = Known(by_url={"https://n.example/lake": article}, by_guid={"other": article})
    for sources in (ADOPTING, SOURCES):
        intent = decided(sources=sources, known=known, guid="other", title="Another headline")
        assert isinstance(intent, Revised)
        assert intent.article.adopted_id == adopted
