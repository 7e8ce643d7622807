"""A small site in ten languages, composed by hand: what the HTTP and browser tests are served."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from types import MappingProxyType

import orjson
from tests.http.locales import locale_of

from swifeeds.emit.html import (
    Catalogue,
    CatalogueLine,
    Pages,
    make_pages,
    render_article,
    render_catalogue,
    render_list,
)
from swifeeds.emit.phrases import credit_text
from swifeeds.emit.press import press_all
from swifeeds.emit.shelve import shelve
from swifeeds.localise.locale import Locale
from swifeeds.model import (
    ArticleId,
    Credit,
    Entry,
    Evidence,
    Feed,
    FeedKey,
    Membership,
    Person,
    Precision,
    Provenance,
    Publication,
    Publisher,
    Redirect,
    Representation,
    Rung,
    Scope,
    Shelf,
    StoryId,
    StoryLink,
    TranslationLink,
)
from swifeeds.serve import read_assets, read_templates

BASE = "https://feeds.example.org"
NOW = datetime(2026, 5, 4, 12, 0, 0, 250000, tzinfo=UTC)

HEADLINES = {
    "en": ("Caucasus talks", "Delegations return to the table in Geneva", "World news"),
    "de": ("Kaukasus-Gespräche", "Delegationen kehren nach Genf zurück", "Weltnachrichten"),
    "fr": ("Pourparlers sur le Caucase", "Les délégations reviennent à la table à Genève", "Monde"),
    "it": ("Colloqui sul Caucaso", "Le delegazioni tornano al tavolo di Ginevra", "Mondo"),
    "es": ("Conversaciones sobre el Cáucaso", "Las delegaciones vuelven a Ginebra", "Mundo"),
    "pt": ("Conversações sobre o Cáucaso", "As delegações voltam à mesa em Genebra", "Mundo"),
    "ja": ("コーカサス協議", "各国代表団がジュネーブの協議に復帰", "世界のニュース"),
    "ar": ("محادثات القوقاز", "الوفود تعود إلى طاولة المفاوضات في جنيف", "أخبار العالم"),
    "zh": ("高加索会谈", "各代表团重返日内瓦谈判桌", "世界新闻"),
    "ru": ("Переговоры по Кавказу", "Делегации вернулись за стол переговоров", "Мировые новости"),
}  # fmt: skip
LEADS = {
    "en": "After a night of consultations all sides agreed to meet again in July.",
    "de": "Nach einer Nacht voller Beratungen einigen sich alle auf ein Treffen im Juli.",
    "fr": "Après une nuit de consultations, tous ont convenu de se revoir en juillet.",
    "it": "Dopo una notte di consultazioni le parti hanno deciso di rivedersi a luglio.",
    "es": "Tras una noche de consultas, las partes acordaron reunirse de nuevo en julio.",
    "pt": "Após uma noite de consultas, as partes decidiram voltar a reunir-se em julho.",
    "ja": "夜を徹した協議の末、すべての当事者が七月に再び会うことで合意した。",
    "ar": "بعد ليلة من المشاورات اتفقت الأطراف كلها على اللقاء مجددا في تموز/يوليو.",
    "zh": "经过一整夜磋商，各方同意七月再次会面。",
    "ru": "После ночи консультаций стороны договорились встретиться снова в июле.",
}
LANGUAGES = tuple(HEADLINES)
PLACES = {Scope.STORY: "stories", Scope.SECTION: "sections", Scope.SOURCE: "sources"}
PUBLICATION = Publication(
    base_url=BASE,
    tag_authority="feeds.example.org,2026",
    titles=tuple((language, names[2]) for language, names in HEADLINES.items()),
    languages=LANGUAGES,
    time_zone="Europe/Zurich",
    publisher=Publisher(name="Example Press", url="https://press.example.org/"),
    rights=(("", "© Example Press"),),
)
_START = datetime(2009, 5, 19, 13, 45, tzinfo=UTC)


@cache
def pages() -> Pages:
    return make_pages(read_templates(), read_assets())


@cache
def locales() -> dict[str, Locale]:
    return {language: locale_of(language) for language in LANGUAGES}


def feed_urls(language: str, place: str = "") -> tuple[tuple[str, str], ...]:
    return tuple(
        (suffix, f"{BASE}/{language}/{place}feed.{suffix}") for suffix in ("rss", "atom", "json")
    )


def story_link(language: str) -> StoryLink:
    return StoryLink(
        id="tag:feeds.example.org,2026:story/caucasus-talks",
        title=HEADLINES[language][0],
        url=f"{BASE}/{language}/stories/caucasus-talks/",
        feed_urls=feed_urls(language, "stories/caucasus-talks/"),
    )


def entry_of(language: str, number: int = 0) -> Entry:
    published = _START + timedelta(hours=17 * number)
    return Entry(
        id=f"tag:feeds.example.org,2026:article/{language}{number}",
        article_id=ArticleId(f"{language}{number}"),
        language=language,
        direction=locales()[language].direction,
        title=HEADLINES[language][1],
        url=f"{BASE}/{language}/articles/{language}{number}/",
        published=published,
        updated=published,
        precision=Precision.DAY if number == 1 else Precision.MINUTE,
        summary=LEADS[language],
        content=f'<div lang="{language}"><p>{LEADS[language]}</p><p>{LEADS[language]}</p></div>',
        authors=(Person(name="Ada Example"),),
        stories=(story_link(language),),
        translations=tuple(
            TranslationLink(
                language=other,
                title=HEADLINES[other][1],
                url=f"{BASE}/{other}/articles/{other}{number}/",
            )
            for other in LANGUAGES
            if other != language
        ),
        credit=Credit(code="with-agencies"),
        credit_text=credit_text(Credit(code="with-agencies"), locales()[language]),
        provenance=Provenance.LEGACY_IMPORT,
        provenance_text=locales()[language].text("Imported from the archive"),
    )


def story_feed(language: str, count: int = 4) -> Feed:
    entries = tuple(entry_of(language, number) for number in reversed(range(count)))
    link = story_link(language)
    return Feed(
        key=FeedKey(scope=Scope.STORY, key="caucasus-talks", language=language),
        id=f"{link.id}/{language}",
        slug="caucasus-talks",
        title=link.title,
        language=language,
        direction=locales()[language].direction,
        page_url=link.url,
        urls=link.feed_urls,
        updated=max((entry.updated for entry in entries), default=_START),
        entries=entries,
        story=link,
        translations=tuple(
            TranslationLink(language=other, title=HEADLINES[other][0], url=story_link(other).url)
            for other in LANGUAGES
            if other != language
        ),
        translation_urls=tuple(
            (other, story_link(other).feed_urls) for other in LANGUAGES if other != language
        ),
    )


def list_feed(language: str, scope: Scope, key: str, count: int = 4) -> Feed:
    """The same articles as a section, a source or another story shows them."""
    place = f"{PLACES[scope]}/{key}/"
    feed = story_feed(language, count)
    return replace(
        feed,
        key=FeedKey(scope=scope, key=key, language=language),
        slug=key,
        page_url=f"{BASE}/{language}/{place}",
        urls=feed_urls(language, place),
        story=None,
        translations=tuple(
            replace(link, url=f"{BASE}/{link.language}/{place}") for link in feed.translations
        ),
        translation_urls=tuple(
            (other, feed_urls(other, place)) for other, _ in feed.translation_urls
        ),
    )


def memberships(language: str, count: int = 4) -> dict[ArticleId, tuple[Membership, ...]]:
    found = {
        Rung.RULE: (
            Evidence(kind="word", detail="Abkhazia"),
            Evidence(kind="territory", detail=locales()[language].territory("GE")),
        ),
        Rung.DECLARED: (Evidence(kind="block", detail=story_link(language).title),),
        Rung.TRANSLATION: (Evidence(kind="hreflang", detail="en"),),
        Rung.EDITOR: (Evidence(kind="include", detail="https://news.example.org/1"),),
    }
    return {
        ArticleId(f"{language}{number}"): (
            Membership(
                story_id=StoryId("caucasus-talks"),
                article_id=ArticleId(f"{language}{number}"),
                rung=rung,
                evidence=evidence,
                by="rule",
                added=_START,
            ),
        )
        for number, (rung, evidence) in zip(range(count), found.items(), strict=False)
    }


def catalogue(language: str) -> Catalogue:
    def line(title: str, place: str, entries: int) -> CatalogueLine:
        return CatalogueLine(
            title=title,
            url=f"{BASE}/{language}/{place}",
            feeds=feed_urls(language, place),
            entries=entries,
            published=_START,
            languages=10,
            newest_title=HEADLINES[language][1],
        )

    story, _, site = HEADLINES[language]
    return Catalogue(
        stories=(line(story, "stories/caucasus-talks/", 4), line(site, "stories/second/", 1)),
        sections=(line(site, "sections/world/", 312), line("A & B <c>", "sections/ab/", 2)),
        sources=(line("Example Press", "sources/press/", 14),),
        languages=LANGUAGES,
        everything=line(site, "", 44),
    )


def representations() -> Iterator[Representation]:
    for language in LANGUAGES:
        locale = locales()[language]
        yield render_catalogue(pages(), catalogue(language), publication=PUBLICATION, locale=locale)
        for feed in (
            story_feed(language),
            list_feed(language, Scope.STORY, "long", 75),
            list_feed(language, Scope.SECTION, "world"),
            list_feed(language, Scope.SOURCE, "press", 1),
        ):
            yield from render_list(
                pages(),
                feed,
                publication=PUBLICATION,
                locale=locale,
                memberships=memberships(language),
            )
        yield render_article(pages(), entry_of(language), publication=PUBLICATION, locale=locale)
        yield rss_of(language)
    yield directory()


def rss_of(language: str) -> Representation:
    items = f"<item><title>{HEADLINES[language][1]}</title></item>" * 20
    url = f"{BASE}/{language}/stories/caucasus-talks/feed.rss"
    return Representation(
        path=f"/{language}/stories/caucasus-talks/feed.rss",
        media_type="application/rss+xml; charset=utf-8",
        body=f"<rss version='2.0'><channel>{items}</channel></rss>".encode(),
        language=language,
        links=(f'<{url}>; rel="self"', f'<{url[:-3]}atom>; rel="alternate"'),
    )


def directory() -> Representation:
    feeds = [
        {
            "scope": "story",
            "slug": "caucasus-talks",
            "language": language,
            "title": HEADLINES[language][0],
            "html_url": story_link(language).url,
            "updated": "2009-05-19T13:45:00Z",
        }
        for language in LANGUAGES
    ]
    return Representation(
        path="/feeds.json",
        media_type="application/json; charset=utf-8",
        body=orjson.dumps({"version": 1, "feeds": feeds}),
    )


PRESSED = "/de/stories/caucasus-talks/"
"""The page whose brotli bytes are pressed."""


@cache
def sample_shelf() -> Shelf:
    shelved = [shelve(one, None, now=NOW - timedelta(hours=1)) for one in representations()]
    pressed = press_all([one for one in shelved if one and one.path == PRESSED])
    redirects = (
        Redirect(path="/en/stories/old/", location="/en/stories/caucasus-talks/"),
        Redirect(path="/en/articles/gone/"),
        Redirect(path="/de/stories/ended/feed.rss"),
    )
    return Shelf(
        items=MappingProxyType({item.path: item for item in (*shelved, *pressed) if item}),
        redirects=MappingProxyType({one.path: one for one in redirects}),
        generation=1,
    )


def page_of(path: str, body: bytes) -> Representation:
    return Representation(path=path, media_type="text/html; charset=utf-8", body=body)


def locale_text(language: str, message: str) -> bytes:
    return locales()[language].text(message).encode()
