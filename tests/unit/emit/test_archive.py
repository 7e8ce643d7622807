"""Which articles go on which page, and which document leads to which."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.emit.newsroom import (
    BASE,
    LANGUAGES,
    PUBLICATION,
    START,
    alone,
    article,
    company,
    dossier,
    story_key,
)

from swifeeds.emit import compose_feed
from swifeeds.emit.archive import (
    chain_of,
    has_archive,
    left_out,
    new_pages,
    without_archived_copies,
)
from swifeeds.model import Chain, FeedKey, Listed, Scope

KEY = story_key("en")


def listed(number, language="en", **changes):
    values = {
        "article_id": f"{language}{number}",
        "language": language,
        "published": START + timedelta(days=number),
        "first_seen": START + timedelta(days=number),
        "fingerprint": f"{language}{number}",
    }
    return Listed(**(values | changes))


def page(number):
    return replace(KEY, page=number)


def chosen(some, current=(), archived=(), *, language="en", publication=PUBLICATION):
    found = left_out(some, current, archived, language=language, publication=publication)
    return sorted(one.article_id for one in found)


def test_a_story_alone_is_kept_whole():
    assert has_archive(KEY)
    others = (Scope.SECTION, Scope.SOURCE, Scope.ALL)
    assert not any(has_archive(FeedKey(scope=scope, key="world")) for scope in others)


def test_pages_are_filled_oldest_first_and_the_last_from_the_current_document():
    made = new_pages(
        KEY, [listed(n) for n in (4, 2, 0, 1, 3)], ["en5", "en6", "en7"],
        newest=7, size=4, limit=9,
    )  # fmt: skip
    assert made.pages == {
        page(8): ("en0", "en1", "en2", "en3"),
        page(9): ("en4", "en5", "en6", "en7"),
    }
    assert not made.more


def test_what_there_is_no_room_for_waits_and_no_page_is_filled_up_meanwhile():
    made = new_pages(KEY, [listed(n) for n in range(5)], ["en9"], newest=0, size=2, limit=2)
    assert made.pages == {page(1): ("en0", "en1"), page(2): ("en2", "en3")}
    assert made.more
    none = new_pages(KEY, [listed(0)], ["en9"], newest=0, size=2, limit=0)
    assert (none.pages, none.more) == ({}, True)


def test_where_nothing_waits_no_page_is_made():
    none = new_pages(KEY, [], ["en9"], newest=3, size=2, limit=2)
    assert (none.pages, none.more) == ({}, False)


def test_what_the_current_document_or_a_page_has_is_not_left_out():
    some = [listed(0), listed(1), listed(2), listed(3, fingerprint="en1")]
    assert chosen(some, [alone(article("en", 2))], ["en0"]) == ["en1"]


def test_of_copies_the_first_stored_is_left_out_whatever_its_date():
    late = listed(1, fingerprint="same", first_seen=START + timedelta(days=9))
    assert chosen([late, listed(5, fingerprint="same")]) == ["en5"]


def test_an_article_in_a_language_that_the_feed_does_not_show_is_none_of_its():
    german = listed(0, "de", translated=("de", "en"))
    fallback = replace(PUBLICATION, fallback_languages=("de",))
    assert chosen([german]) == []
    assert chosen([german], publication=fallback) == []
    assert chosen([replace(german, translated=("de",))], publication=fallback) == ["de0"]
    assert chosen([german], language="") == ["de0"]


def test_a_text_that_another_article_has_on_a_page_is_not_shown_again():
    some = [alone(article("en", 1)), alone(article("en", 2))]
    kept = without_archived_copies(some, {"en1": {"en9"}, "en2": {"en9", "en2"}})
    assert [one.article.id for one in kept] == ["en2"]


@given(
    waiting=st.sets(st.integers(0, 60)),
    size=st.integers(1, 7),
    limit=st.integers(0, 12),
    newest=st.integers(0, 5),
)
def test_every_article_that_waits_goes_on_one_page_in_order(waiting, size, limit, newest):
    free = [f"free{n}" for n in range(4)]
    made = new_pages(KEY, [listed(n) for n in waiting], free, newest=newest, size=size, limit=limit)
    assert [key.page for key in made.pages] == list(range(newest + 1, newest + 1 + len(made.pages)))
    assert all(0 < len(ids) <= size for ids in made.pages.values())
    ids = [one for some in made.pages.values() for one in some]
    expected = [f"en{n}" for n in sorted(waiting)]
    if made.more:
        assert ids == expected[: limit * size] != expected
    else:
        assert ids[: len(waiting)] == expected
        assert ids[len(waiting) :] == free[: len(ids) - len(waiting)]


def urls(document):
    return tuple((suffix, f"{BASE}/en/stories/talks/{document}.{suffix}") for suffix in
                 ("rss", "atom", "json"))  # fmt: skip


def test_the_chain_leads_from_the_current_document_back_to_the_first_page():
    assert chain_of(KEY, company(), newest=0, complete=True) == Chain(complete=True)
    assert chain_of(KEY, company(), newest=2) == Chain(older=urls("archive/2"))
    current = urls("feed")
    assert chain_of(page(2), company(), newest=2) == Chain(older=urls("archive/1"), current=current)
    assert chain_of(page(1), company(), newest=2) == Chain(newer=urls("archive/2"), current=current)


def test_a_page_has_the_id_of_its_feed_and_an_address_of_its_own():
    current = compose_feed(KEY, [dossier("en", 1)], company(), editions=LANGUAGES)
    archived = compose_feed(page(3), [dossier("en", 1)], company(), editions=LANGUAGES)
    assert archived.id == current.id
    assert archived.page_url == current.page_url
    assert archived.urls == urls("archive/3")


def test_a_page_says_nothing_that_changes_with_the_feed_around_it():
    archived = compose_feed(page(3), [dossier("en", 1)], company(), editions=LANGUAGES)
    assert (archived.translations, archived.translation_urls) == ((), ())
    assert archived.ttl_minutes is None
    assert archived.expired is False


def test_a_page_shows_all_that_it_may_copies_too_however_many():
    small = replace(PUBLICATION, feed_size=1)
    some = [alone(article("en", n, fingerprint="same")) for n in range(3)]
    some.append(alone(article("de", 4)))
    feed = compose_feed(page(1), some, company(publication=small))
    assert [entry.article_id for entry in feed.entries] == ["en2", "en1", "en0"]
