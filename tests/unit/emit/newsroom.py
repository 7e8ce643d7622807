"""A newsroom of one story in ten languages, built by hand: what the tests of emit compose."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from types import MappingProxyType

from tests.http.locales import locale_of

from swifeeds.emit import Company
from swifeeds.model import (
    Article,
    ArticleId,
    Contributions,
    Credit,
    Dating,
    Dossier,
    FeedKey,
    Media,
    Membership,
    Person,
    Precision,
    Provenance,
    Publication,
    Publish,
    Publisher,
    Rung,
    Scope,
    Section,
    Source,
    SourceId,
    SourceKind,
    Story,
    StoryId,
    Translation,
    TrustMark,
)

BASE = "https://feeds.example.org"
START = datetime(2009, 5, 19, 13, 45, tzinfo=UTC)
TODAY = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
TALKS = StoryId("caucasus-talks")

HEADLINES = {
    "en": "Delegations return to the table & talk",
    "de": "Delegationen kehren an den Tisch zurück",
    "fr": "Les délégations reviennent à la table",
    "it": "Le delegazioni tornano al tavolo",
    "es": "Las delegaciones vuelven a la mesa",
    "pt": "As delegações voltam à mesa",
    "ja": "代表団が協議の席に戻る",
    "ar": "الوفود تعود إلى طاولة المفاوضات",
    "zh": "各代表团重返谈判桌",
    "ru": "Делегации возвращаются за стол",
}
STORY_TITLES = {
    "en": "Caucasus talks",
    "de": "Kaukasus-Gespräche",
    "fr": "Pourparlers sur le Caucase",
    "it": "Colloqui sul Caucaso",
    "es": "Conversaciones sobre el Cáucaso",
    "pt": "Conversações sobre o Cáucaso",
    "ja": "コーカサス協議",
    "ar": "محادثات القوقاز",
    "zh": "高加索会谈",
    "ru": "Переговоры по Кавказу",
}
LANGUAGES = tuple(HEADLINES)

PUBLICATION = Publication(
    base_url=BASE,
    tag_authority="feeds.example.org,2026",
    titles=(("en", "World news"), ("de", "Weltnachrichten"), ("ar", "أخبار العالم")),
    languages=LANGUAGES,
    time_zone="Europe/Zurich",
    sections=(Section(id="world", titles=(("en", "World"), ("de", "Welt"), ("ja", "世界"))),),
    publisher=Publisher(name="Example Press", url="https://press.example.org/"),
    rights=(("", "© Example Press"),),
    icon=f"{BASE}/assets/icon.png",
    logo=f"{BASE}/assets/logo.png",
)
OWN = Source(
    id=SourceId("desk"),
    kind=SourceKind.PAGE,
    url="https://press.example.org/world/",
    language="en",
    title="Example Press",
    own=True,
    publish=Publish.FULL,
    trust=TrustMark(
        scheme="JTI",
        certificate="https://jti.example.org/certificates/7",
        valid_until=date(2027, 10, 31),
    ),
)
WIRE = Source(
    id=SourceId("wire"),
    kind=SourceKind.FEED,
    url="https://wire.example.net/rss",
    language="en",
    title="The Wire",
)
STORY = Story(id=TALKS, slug="talks", titles=tuple(STORY_TITLES.items()))
PICTURE = Media(
    url="https://press.example.org/i/table.jpg",
    type="image/jpeg",
    length=48_213,
    width=800,
    height=600,
    alt="An empty table",
    caption="The hall before the talks",
    credit="Ada Lens",
)


@cache
def company(at: datetime = TODAY, publication: Publication = PUBLICATION) -> Company:
    return Company(
        publication=publication,
        locales=MappingProxyType({tag: locale_of(tag) for tag in LANGUAGES}),
        stories=MappingProxyType({TALKS: STORY}),
        sources=MappingProxyType({OWN.id: OWN, WIRE.id: WIRE}),
        at=at,
    )


def article(language: str = "en", number: int = 0, /, **changes: object) -> Article:
    """The `number`th article of a language; number 0 has every fact there is."""
    published = START + timedelta(days=number)
    plain = Article(
        id=ArticleId(f"{language}{number}"),
        source_id=OWN.id,
        language=language,
        title=f"{HEADLINES[language]} {number}",
        url=f"https://press.example.org/{language}/{number}",
        published=published,
        updated=published,
        first_seen=published,
        fingerprint=f"{language}{number}",
        section="world",
        summary=f"{HEADLINES[language]}.",
        content=f"<p>{STORY_TITLES[language]} …</p><p>A &amp; B</p>",
    )
    facts = {**_facts(published), "translations": _original(language)} if number == 0 else {}
    return replace(plain, **{**facts, **changes})


def _original(language: str) -> tuple[Translation, ...]:
    """All others are translated from English, and their pages say so."""
    english = "https://press.example.org/en/0"
    one = Translation(language="en", url=english, evidence="translationOfWork")
    return () if language == "en" else (one,)


def _facts(published: datetime) -> dict[str, object]:
    return {
        "updated": published + timedelta(hours=18, minutes=15),
        "dating": Dating(read_from="phrase", precision=Precision.MINUTE, zone="Europe/Zurich"),
        "authors": (Person(name="Ada Example", url="https://press.example.org/ada"),),
        "credit": Credit(code="with-agencies", agencies=("AFP", "Reuters")),
        "keywords": ("Geneva", "peace & law"),
        "media": (PICTURE,),
        "provenance": Provenance.LEGACY_IMPORT,
        "contributions": Contributions.CLOSED,
        "contact": "desk@press.example.org",
    }


def membership(one: Article, story_id: StoryId = TALKS) -> Membership:
    return Membership(
        story_id=story_id,
        article_id=one.id,
        rung=Rung.RULE,
        evidence=(),
        by="rule",
        added=one.published,
    )


def dossier(language: str = "en", number: int = 0, /, **changes: object) -> Dossier:
    """An article with its translations, its story and what came before it."""
    own = article(language, number, **changes)
    return Dossier(
        article=own,
        memberships=(membership(own),),
        translations=tuple(article(tag, number) for tag in LANGUAGES if tag != language),
        earlier={TALKS: (article(language, number + 1), article(language, number + 2))},
    )


def story_key(language: str) -> FeedKey:
    return FeedKey(scope=Scope.STORY, key=TALKS, language=language)


def alone(one: Article) -> Dossier:
    return Dossier(article=one)


def wired(**changes: object) -> Dossier:
    """An article of somebody else's."""
    return alone(article("en", 5, **{"source_id": WIRE.id, **changes}))
