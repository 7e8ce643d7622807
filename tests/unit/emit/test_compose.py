from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType

import pytest
from tests.unit.emit.newsroom import (
    BASE,
    HEADLINES,
    LANGUAGES,
    OWN,
    PUBLICATION,
    START,
    STORY,
    STORY_TITLES,
    TALKS,
    TODAY,
    WIRE,
    alone,
    article,
    company,
    dossier,
    membership,
    story_key,
    wired,
)

from swifeeds.emit import compose_entry, compose_feed
from swifeeds.model import (
    Direction,
    Dossier,
    FeedKey,
    Publish,
    Scope,
    SourceId,
    SourceKind,
    StoryId,
    StoryState,
)


def feed_of(key, dossiers, **changes):
    return compose_feed(key, dossiers, company(), **changes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_story_feed_speaks_its_language(language):
    feed = feed_of(story_key(language), [dossier(language)])
    assert feed.title == STORY_TITLES[language]
    assert STORY_TITLES[language] in feed.subtitle
    assert feed.language == language
    assert feed.direction is (Direction.RTL if language == "ar" else Direction.LTR)
    assert feed.page_url == f"{BASE}/{language}/stories/talks/"
    assert feed.url("atom") == f"{BASE}/{language}/stories/talks/feed.atom"
    assert feed.entries[0].stories[0].title == STORY_TITLES[language]


def test_a_story_without_a_title_in_the_language_is_shown_by_another_name():
    bare = replace(STORY, titles=(("de", "Kaukasus-Gespräche"),))
    around = replace(company(), stories=MappingProxyType({TALKS: bare}))
    feed = compose_feed(story_key("ja"), [dossier("ja")], around)
    assert feed.title == "Kaukasus-Gespräche"
    assert feed.categories[0].label == "Kaukasus-Gespräche"


def test_a_section_feed_is_told_from_other_sites_sections():
    key = FeedKey(scope=Scope.SECTION, key="world", language="de")
    feed = feed_of(key, [dossier("de")])
    assert feed.title == "Welt – Weltnachrichten"
    assert "„Welt“" in feed.subtitle


def test_a_feed_of_all_languages_words_each_entry_in_its_own():
    feed = feed_of(FeedKey(scope=Scope.ALL), [dossier("de"), dossier("ar", 1)])
    assert feed.language is None
    assert feed.title == "World news (all languages)"
    arabic, german = feed.entries
    assert 'lang="ar" dir="rtl"' in arabic.content
    assert "Veröffentlicht am" in german.content
    assert german.stories[0].title == STORY_TITLES["de"]
    assert german.stories[0].url == f"{BASE}/de/stories/talks/"


def test_a_feed_is_as_new_as_its_newest_change():
    feed = feed_of(story_key("en"), [dossier("en"), dossier("en", 1)])
    assert feed.updated == max(entry.updated for entry in feed.entries)
    assert feed.updated == feed.entries[0].updated


def test_an_emptied_feed_has_a_date_that_never_moves():
    early = compose_feed(story_key("en"), [], company())
    late = compose_feed(story_key("en"), [], replace(company(), at=TODAY.replace(year=2040)))
    assert early == late
    assert early.entries == ()


def test_editions_are_linked_in_the_sites_order_and_without_itself():
    feed = feed_of(story_key("de"), [dossier("de")], editions=["ru", "de", "en", "xx"])
    assert [link.language for link in feed.translations] == ["en", "ru"]
    assert feed.translations[1].title == STORY_TITLES["ru"]
    assert dict(feed.translation_urls)["ru"] == (
        ("rss", f"{BASE}/ru/stories/talks/feed.rss"),
        ("atom", f"{BASE}/ru/stories/talks/feed.atom"),
        ("json", f"{BASE}/ru/stories/talks/feed.json"),
    )


def test_only_a_closed_story_has_expired():
    closed = replace(STORY, state=StoryState.CLOSED)
    around = replace(company(), stories=MappingProxyType({TALKS: closed}))
    assert compose_feed(story_key("en"), [], around).expired
    assert not compose_feed(story_key("en"), [], company()).expired
    assert not compose_feed(FeedKey(scope=Scope.ALL, language="en"), [], around).expired


def test_the_site_answers_for_a_feed_without_a_publisher():
    around = replace(company(), publication=replace(PUBLICATION, publisher=None))
    assert compose_feed(story_key("de"), [], around).author.name == "Weltnachrichten"


def test_the_id_of_an_entry_is_the_same_in_every_feed():
    one = dossier("de")
    keys = [story_key("de"), story_key(""), FeedKey(scope=Scope.ALL, language="de")]
    found = {feed_of(key, [one]).entries[0].id for key in keys}
    assert found == {"tag:feeds.example.org,2026:article/de0"}


def test_the_publishers_address_is_the_permalink():
    assert compose_entry(dossier("en"), company()).url == "https://press.example.org/en/0"


@pytest.mark.parametrize(
    ("changes", "pages"),
    [({"url": None}, False), ({}, True)],
    ids=["no address of its own", "the source asks for pages"],
)
def test_our_page_is_the_permalink_where_there_is_need(changes, pages):
    own = replace(OWN, article_pages=pages)
    around = replace(company(), sources=MappingProxyType({own.id: own}))
    entry = compose_entry(alone(article("de", 1, language="de-CH", **changes)), around)
    assert entry.url == f"{BASE}/de/articles/de1/"


def test_translations_stand_in_the_sites_order_with_ids_and_addresses():
    entry = compose_entry(dossier("de"), company())
    assert [link.language for link in entry.translations] == [
        tag for tag in LANGUAGES if tag != "de"
    ]
    assert entry.translations[0].id == "tag:feeds.example.org,2026:article/en0"
    assert entry.translations[0].title == f"{HEADLINES['en']} 0"


def test_another_edition_of_the_same_language_is_no_translation():
    british = article("en", 1, language="en-GB")
    entry = compose_entry(Dossier(article=article("en", 2), translations=(british,)), company())
    assert entry.translations == ()


def test_credit_stays_a_code_and_is_worded_for_the_reader():
    entry = feed_of(story_key("de"), [dossier("de")]).entries[0]
    assert entry.credit.code == "with-agencies"
    assert "AFP und Reuters" in entry.credit_text
    assert entry.authors[0].name == "Ada Example"


def test_a_trust_mark_is_shown_only_while_it_is_valid():
    valid = compose_entry(dossier("en"), company())
    expired = compose_entry(dossier("en"), replace(company(), at=datetime(2027, 11, 1, tzinfo=UTC)))
    assert valid.trust == (("JTI", "https://jti.example.org/certificates/7"),)
    assert expired.trust == ()
    assert "jti.example.org" not in expired.content


def test_no_trust_mark_is_lent_to_somebody_elses_article():
    entry = compose_entry(wired(), company())
    assert entry.trust == ()
    assert entry.trust_text is None


def test_a_syndicated_entry_names_its_feed_and_an_own_one_names_none():
    entry = compose_entry(wired(), company())
    assert entry.source.title == "The Wire"
    assert entry.source.id == WIRE.url
    assert entry.source.is_feed
    assert compose_entry(dossier("en"), company()).source is None


def test_a_syndicated_page_is_no_feed():
    page = replace(WIRE, kind=SourceKind.PAGE)
    around = replace(company(), sources=MappingProxyType({page.id: page}))
    assert not compose_entry(wired(), around).source.is_feed


def test_the_contact_of_somebody_elses_desk_is_not_passed_on():
    assert compose_entry(wired(contact="desk@wire.example.net"), company()).contact is None
    assert compose_entry(dossier("en"), company()).contact == "desk@press.example.org"


def test_rights_are_the_articles_own_else_ours_for_ours_else_the_stated_licence():
    own = compose_entry(dossier("en", 1), company())
    stated = compose_entry(dossier("en", 1, rights="© Ada"), company())
    licensed = replace(WIRE, licence="CC BY 4.0", publish=Publish.FULL)
    around = replace(company(), sources=MappingProxyType({licensed.id: licensed}))
    assert own.rights == "© Example Press"
    assert stated.rights == "© Ada"
    assert compose_entry(wired(), around).rights == "CC BY 4.0"
    assert compose_entry(wired(), company()).rights is None


def test_a_source_that_is_configured_no_more_vouches_for_the_lead_alone():
    entry = compose_entry(alone(article("en", 1, source_id=SourceId("gone"))), company())
    assert entry.trust == ()
    assert "A &amp; B" not in entry.content
    assert "<p>Delegations return to the table &amp; talk.</p>" in entry.content


def test_categories_are_stories_section_and_keywords():
    entry = feed_of(story_key("ja"), [dossier("ja")]).entries[0]
    assert [(one.scheme.rsplit("/", 1)[1], one.term, one.label) for one in entry.categories] == [
        ("story", "caucasus-talks", STORY_TITLES["ja"]),
        ("section", "world", "世界"),
        ("keyword", "Geneva", "Geneva"),
        ("keyword", "peace & law", "peace & law"),
    ]


def test_a_membership_of_a_story_that_is_gone_is_left_out():
    one = article("en", 1)
    held = Dossier(article=one, memberships=(membership(one, StoryId("gone")), membership(one)))
    assert [story.id for story in compose_entry(held, company()).stories] == [TALKS]


def test_somebody_elses_picture_needs_a_right_as_their_text_does():
    picture = article("en").media
    assert compose_entry(wired(media=picture), company()).media == ()
    assert compose_entry(dossier("en"), company()).media == picture


def test_a_foreign_entry_is_marked_with_its_own_language_and_worded_for_the_reader():
    around = replace(company(), publication=replace(PUBLICATION, fallback_languages=("ar",)))
    feed = compose_feed(FeedKey(scope=Scope.ALL, language="de"), [alone(article("ar", 1))], around)
    entry = feed.entries[0]
    assert entry.language == "ar"
    assert entry.direction is Direction.RTL
    text, added = entry.content.split('<div lang="de" dir="ltr">')
    assert text.startswith('<div lang="ar" dir="rtl">')
    assert "Veröffentlicht am" in added
    assert entry.published == START.replace(day=20)
