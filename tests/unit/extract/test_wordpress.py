"""Entries of WordPress's REST interface, and which of them are translations of each other."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.extract.test_drop import drop

from swifeeds.errors import NotAnArticle
from swifeeds.extract.wordpress import as_drops, posts_in

SITE = "https://lake.example.org"


def post(number: int = 12, **stated):
    return {
        "id": number,
        "date": "2026-02-27T09:00:00",
        "date_gmt": "2026-02-27T08:00:00",
        "modified_gmt": "2026-02-27T10:00:00",
        "guid": {"rendered": f"{SITE}/?p={number}"},
        "link": f"{SITE}/{number}/",
        "status": "publish",
        "title": {"rendered": "Boats &amp; quays"},
        "content": {"rendered": "<p onclick='x()'>One</p>", "protected": False},
        "excerpt": {"rendered": "<p>Lead.</p>"},
        **stated,
    }


def links(data):
    return [
        [(one.language, one.url, one.title, one.evidence) for one in draft.translations]
        for draft in drop(data).drafts
    ]


def test_a_post_is_an_article():
    (draft,) = drop(post(lang="de")).drafts
    assert (draft.title, draft.language, draft.url) == ("Boats & quays", "de", f"{SITE}/12/")
    assert draft.published == datetime(2026, 2, 27, 8, tzinfo=UTC)
    assert draft.updated == datetime(2026, 2, 27, 10, tzinfo=UTC)
    assert (draft.content, draft.guid) == ("<p>One</p>", f"{SITE}/?p=12")


def test_wpml_names_translations_with_locale_and_address():
    named = [{"locale": "de_DE", "id": 15, "post_title": "Boote", "href": f"{SITE}/de/15/"}]
    found = links(post(wpml_current_locale="en_GB", wpml_translations=named))
    assert found == [[("de-DE", f"{SITE}/de/15/", "Boote", "rest")]]
    assert drop(post(wpml_current_locale="en_GB")).drafts[0].language == "en-GB"


def test_polylang_names_translations_by_id_among_the_entries_of_one_answer():
    ids = {"en": 12, "de": 15, "fr": 99}
    posts = [post(12, lang="en", translations=ids), post(15, lang="de", translations=ids)]
    assert links(posts) == [
        [("de", f"{SITE}/15/", "Boats & quays", "rest")],
        [("en", f"{SITE}/12/", "Boats & quays", "rest")],
    ]


@pytest.mark.parametrize("status", ["draft", "private", "future", "pending", "trash"])
def test_what_is_not_published_there_is_not_read(status):
    with pytest.raises(NotAnArticle):
        drop(post(status=status))
    assert len(drop([post(1, status=status), post(2)]).drafts) == 1


def test_no_translation_is_a_draft():
    posts = [post(12, translations={"de": 15}), post(15, status="draft")]
    assert links(posts) == [[]]


@pytest.mark.parametrize(
    "hostile",
    [
        {"wpml_translations": "x"},
        {"wpml_translations": [1, None, [], {"locale": [], "href": {}}]},
        {"wpml_translations": [{"locale": "de_DE", "href": "javascript:alert(1)"}]},
        {"wpml_translations": [{"locale": "xx-nonsense-xx", "href": f"{SITE}/1"}]},
        {"translations": [12, 15]},
        {"translations": {"de": None, "fr": {}, "it": [12], "es": True, "pt": 12}},
        {"lang": {"x": 1}},
        {"guid": None, "excerpt": [], "content": 7},
    ],
)
def test_fields_of_another_shape_are_passed_over(hostile):
    assert links(post(**hostile)) == [[]]


def test_translations_without_end_are_cut_off():
    many = [{"locale": "de_DE", "href": f"{SITE}/{n}"} for n in range(5000)]
    assert len(links(post(wpml_translations=many))[0]) <= 60


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(sorted(post(lang="", translations={}))), JSON))
def test_any_values_of_the_fields_are_survived(values):
    as_drops(posts_in([{**post(), **values}]))
