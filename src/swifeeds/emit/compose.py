"""Articles and a language in, a Feed out: everything decided and worded, nothing written yet.

Pure. The moment `at` decides nothing but whether a trust mark is still valid; the same dossiers
on the same day give the same feed, and so the same bytes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from swifeeds.emit import phrases
from swifeeds.emit.addresses import (
    SUFFIXES,
    absolute,
    article_path,
    feed_id,
    feed_path,
    page_path,
    scheme,
    tag_uri,
)
from swifeeds.emit.affected import has_page
from swifeeds.emit.content import EarlierArticle, entry_content
from swifeeds.emit.select import language_of, select_entries
from swifeeds.emit.titles import feed_subtitle, feed_title, scope_title, title_in
from swifeeds.localise import Locale, direction
from swifeeds.model import (
    Article,
    Category,
    Dossier,
    Entry,
    EntrySource,
    Feed,
    FeedKey,
    Person,
    Precision,
    Publication,
    Publish,
    Scope,
    Source,
    SourceId,
    SourceKind,
    Story,
    StoryId,
    StoryLink,
    StoryState,
    TranslationLink,
)

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""`updated` of a feed that is empty: a constant, so that emptiness alone never changes bytes."""

_MOST_KEYWORDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """What every entry is composed with: the site, its languages, its stories and sources."""

    publication: Publication
    locales: Mapping[str, Locale]
    stories: Mapping[StoryId, Story]
    sources: Mapping[SourceId, Source]
    at: datetime


def compose_feed(
    key: FeedKey, dossiers: Sequence[Dossier], company: Company, *, editions: Collection[str] = ()
) -> Feed:
    """A feed of the newest of these articles.

    Args:
        key: which feed.
        dossiers: public articles of its scope; `select_entries` says which are shown.
        company: what everything is composed with.
        editions: the languages that this scope has feeds in, for the links between them.
    """
    publication, locale = company.publication, _locale_of(key.language, company)
    slug = slug_of(key, company.stories)
    entries = tuple(
        compose_entry(dossier, company, reading=locale if key.language else None)
        for dossier in select_entries(dossiers, key.language, publication)
    )
    title = feed_title(
        key, publication=publication, locales=company.locales, stories=company.stories,
        sources=company.sources,
    )  # fmt: skip
    others = tuple(tag for tag in publication.languages if tag in editions and tag != key.language)
    story = company.stories.get(StoryId(key.key)) if key.scope is Scope.STORY else None
    return Feed(
        key=key,
        id=feed_id(publication, key),
        slug=slug,
        title=title,
        language=key.language or None,
        direction=direction(key.language or publication.languages[0]),
        page_url=absolute(publication, page_path(key, slug)),
        urls=_urls(key, slug, publication),
        updated=max((entry.updated for entry in entries), default=_NEVER),
        entries=entries,
        subtitle=feed_subtitle(key, _bare_title(key, locale.language, company), locale),
        author=_publisher(publication, locale.language),
        rights=publication.rights,
        icon=publication.icon,
        logo=publication.logo,
        ttl_minutes=publication.ttl_minutes,
        categories=_feed_categories(story, locale.language, publication),
        story=_story_link(story, key.language, company) if story else None,
        translations=tuple(_edition(key, slug, tag, company) for tag in others),
        translation_urls=tuple(
            (tag, _urls(_in_language(key, tag), slug, publication)) for tag in others
        ),
        expired=story is not None and story.state is StoryState.CLOSED,
    )


def compose_entry(
    dossier: Dossier, company: Company, *, reading: Locale | None = None
) -> Entry:
    """One article as an entry.

    Args:
        dossier: the article with its company.
        company: what everything is composed with.
        reading: of the feed's language; None words the entry in its own (an all-language feed,
            the article's own page).
    """
    article, publication = dossier.article, company.publication
    locale = reading or _locale_of(language_of(article, publication) or "", company)
    source = company.sources.get(article.source_id) or _former_source(article)
    translations = tuple(_translations(dossier, company))
    earlier = tuple(_earlier(dossier, company))
    mark = phrases.valid_trust(source, company.at)
    shows_text = source.publish is not Publish.LINK
    return Entry(
        id=tag_uri(publication, "article", article.id),
        article_id=article.id,
        language=article.language,
        direction=direction(article.language),
        title=article.title,
        url=permalink(article, company),
        published=article.published,
        updated=article.updated,
        precision=article.dating.precision if article.dating else Precision.SECOND,
        summary=article.summary if shows_text else None,
        content=entry_content(
            article, source=source, publication=publication, locale=locale,
            translations=translations, earlier=earlier, at=company.at,
        ),
        authors=article.authors or (),
        categories=tuple(_categories(dossier, locale.language, company)),
        keywords=article.keywords[:_MOST_KEYWORDS],
        stories=tuple(_stories(dossier, locale.language if reading else "", company)),
        translations=translations,
        media=article.media if shows_text else (),
        source=_entry_source(article, source),
        rights=article.rights or publication.rights if source.own else article.rights,
        license=article.license or source.licence,
        credit=article.credit,
        credit_text=phrases.credit_text(article.credit, locale),
        provenance=article.provenance,
        provenance_text=phrases.provenance_text(article.provenance, locale),
        trust=((mark.scheme, mark.certificate),) if mark else (),
        trust_text=phrases.trust_text(mark, locale),
        contributions=article.contributions,
        contributions_text=phrases.contributions_text(article.contributions, locale),
        contact=article.contact if source.own else None,
    )  # fmt: skip


def permalink(article: Article, company: Company) -> str:
    """The one address that a reader opens: the publisher's, or our page where there is none."""
    if not has_page(article, company.sources.get(article.source_id)) and article.url:
        return article.url
    language = language_of(article, company.publication) or company.publication.languages[0]
    return absolute(company.publication, article_path(language, article.id))


def slug_of(key: FeedKey, stories: Mapping[StoryId, Story]) -> str:
    """The part of the address that names the scope: a story's slug, else the key itself."""
    story = stories.get(StoryId(key.key)) if key.scope is Scope.STORY else None
    return story.slug if story else key.key


def _locale_of(language: str, company: Company) -> Locale:
    locales = company.locales
    return locales.get(language) or locales[company.publication.languages[0]]


def _former_source(article: Article) -> Source:
    """A source that the configuration names no more vouches for nothing but the summary."""
    return Source(
        id=article.source_id, kind=SourceKind.PAGE, url=article.url or "",
        language=article.language, title=str(article.source_id),
    )  # fmt: skip


def _urls(key: FeedKey, slug: str, publication: Publication) -> tuple[tuple[str, str], ...]:
    return tuple(
        (suffix, absolute(publication, feed_path(key, suffix, slug))) for suffix in SUFFIXES
    )


def _in_language(key: FeedKey, language: str) -> FeedKey:
    return FeedKey(scope=key.scope, key=key.key, language=language)


def _edition(key: FeedKey, slug: str, language: str, company: Company) -> TranslationLink:
    other = _in_language(key, language)
    return TranslationLink(
        language=language,
        title=_bare_title(other, language, company),
        url=absolute(company.publication, page_path(other, slug)),
    )


def _bare_title(key: FeedKey, language: str, company: Company) -> str:
    return scope_title(
        key, language, publication=company.publication, stories=company.stories,
        sources=company.sources,
    )  # fmt: skip


def _publisher(publication: Publication, language: str) -> Person:
    if publication.publisher:
        return Person(name=publication.publisher.name, url=publication.publisher.url)
    return Person(name=title_in(publication.titles, language) or publication.base_url)


def _feed_categories(
    story: Story | None, language: str, publication: Publication
) -> tuple[Category, ...]:
    if story is None:
        return ()
    label = title_in(story.titles, language) or story.id
    return (Category(scheme=scheme(publication, "story"), term=story.id, label=label),)


def _categories(dossier: Dossier, language: str, company: Company) -> Iterator[Category]:
    publication = company.publication
    for membership in dossier.memberships:
        if story := company.stories.get(membership.story_id):
            label = title_in(story.titles, language) or story.id
            yield Category(scheme=scheme(publication, "story"), term=story.id, label=label)
    for section in publication.sections:
        if section.id == dossier.article.section:
            label = title_in(section.titles, language) or section.id
            yield Category(scheme=scheme(publication, "section"), term=section.id, label=label)


def _stories(dossier: Dossier, language: str, company: Company) -> Iterator[StoryLink]:
    own = language or language_of(dossier.article, company.publication) or ""
    for membership in dossier.memberships:
        if story := company.stories.get(membership.story_id):
            yield _story_link(story, own, company)


def _story_link(story: Story, language: str, company: Company) -> StoryLink:
    key = FeedKey(scope=Scope.STORY, key=story.id, language=language)
    return StoryLink(
        id=story.id,
        title=title_in(story.titles, language) or story.id,
        url=absolute(company.publication, page_path(key, story.slug)),
        feed_urls=_urls(key, story.slug, company.publication),
    )


def _translations(dossier: Dossier, company: Company) -> Iterator[TranslationLink]:
    """The other languages of the work that are public here, in the site's order."""
    languages = company.publication.languages
    known = [(language_of(other, company.publication), other) for other in dossier.translations]
    placed = [(languages.index(tag), other) for tag, other in known if tag is not None]
    for _, other in sorted(placed, key=lambda pair: (pair[0], pair[1].id)):
        yield TranslationLink(
            language=other.language,
            title=other.title,
            url=permalink(other, company),
            id=tag_uri(company.publication, "article", other.id),
        )


def _earlier(dossier: Dossier, company: Company) -> Iterator[EarlierArticle]:
    """Earlier members of the article's stories, each once, newest first."""
    found = {one.id: one for articles in dossier.earlier.values() for one in articles}
    for one in sorted(found.values(), key=lambda one: (one.published, one.id), reverse=True)[:5]:
        yield EarlierArticle(
            title=one.title,
            url=permalink(one, company),
            language=one.language,
            published=one.published,
            precision=one.dating.precision if one.dating else Precision.SECOND,
        )


def _entry_source(article: Article, source: Source) -> EntrySource | None:
    """Atom's `source`, for what came from somebody else's feed."""
    if source.own or not source.url.startswith("http"):
        return None
    return EntrySource(
        id=source.url, title=source.title, updated=article.updated, url=source.url
    )
