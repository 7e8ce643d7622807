"""One article as an entry: its facts as codes, its sentences in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from swifeeds.emit import phrases
from swifeeds.emit.additions import Circumstances, EarlierArticle
from swifeeds.emit.addresses import scheme
from swifeeds.emit.company import Company
from swifeeds.emit.content import enclosures, entry_content, may_publish_text
from swifeeds.emit.identity import atom_id, entry_id
from swifeeds.emit.notice import as_notice
from swifeeds.emit.reading import minutes_to_read
from swifeeds.emit.select import language_of
from swifeeds.emit.titles import title_in, titled_in
from swifeeds.emit.translations import translations_of
from swifeeds.localise import Locale, direction
from swifeeds.markup import absolute_url, composed
from swifeeds.model import (
    Article,
    Category,
    Dossier,
    Entry,
    EntrySource,
    Publication,
    Publish,
    Source,
    SourceKind,
    StoryLink,
)

_MOST_KEYWORDS = 12
"""More keywords than this are a search engine's bait, not a reader's help."""

_MOST_EARLIER = 5


def compose_entry(dossier: Dossier, company: Company, *, reading: Locale | None = None) -> Entry:
    """One article as an entry; a withdrawn one as the notice that it leaves.

    Args:
        dossier: the article with its company.
        company: what everything is composed with.
        reading: of the feed's language; None words the entry in its own (an all-language feed,
            the article's own page).
    """
    locale = reading or company.locale(language_of(dossier.article, company.publication))
    if not dossier.article.leaves_notice:
        return _entry(dossier, company, locale)
    without_keywords = replace(dossier, article=replace(dossier.article, keywords=()))
    return as_notice(_entry(without_keywords, company, locale), locale)


def _entry(dossier: Dossier, company: Company, locale: Locale) -> Entry:
    article, publication = dossier.article, company.publication
    source = company.source_of(article)
    mark = phrases.valid_trust(source, publication.day_of(company.at))
    minutes = minutes_to_read(article)
    reading = phrases.reading_text(minutes, locale)
    circumstances = Circumstances(
        source=source,
        publication=publication,
        locale=locale,
        trust=mark,
        translations=tuple(translations_of(dossier, company)),
        earlier=tuple(_earlier(dossier, company)),
        reading=reading,
    )
    stories = tuple(_stories(dossier, locale.language, company))
    media = article.media if may_publish_text(source) else ()
    return Entry(
        id=entry_id(article, publication),
        atom_id=atom_id(article, publication),
        article_id=article.id,
        language=article.language,
        direction=direction(article.language),
        title=composed(article.title),
        url=company.permalink(article),
        published=article.published,
        updated=article.updated,
        precision=phrases.precision_of(article),
        summary=_composed(None if source.publish is Publish.LINK else article.summary),
        content=_composed(entry_content(article, circumstances)),
        authors=article.authors or (),
        categories=tuple(_categories(article, stories, locale.language, company)),
        keywords=article.keywords[:_MOST_KEYWORDS],
        stories=stories,
        translations=circumstances.translations,
        media=media,
        enclosures=tuple(enclosures(media, with_images=publication.image_enclosures)),
        source=_entry_source(article, source),
        rights=_rights(article, source, publication, locale.language),
        license=_licence(article.license or source.licence),
        rsl=article.rsl or source.rsl,
        rsl_elements=article.rsl_elements if publication.rsl_elements else (),
        mining=article.mining or source.mining,
        credit=article.credit,
        credit_text=phrases.credit_text(article.credit, locale),
        provenance=article.provenance,
        provenance_text=phrases.provenance_text(article.provenance, locale),
        trust=((mark.scheme, mark.certificate),) if mark else (),
        trust_text=phrases.trust_text(mark, locale),
        contributions=article.contributions,
        contributions_text=phrases.contributions_text(article.contributions, locale),
        contact=article.contact if source.own else None,
        reading_minutes=minutes,
        reading_text=reading,
    )


def _composed(text: str | None) -> str | None:
    return None if text is None else composed(text)


def licence_of(source: Source) -> str | None:
    """The address of the licence that the operator states for a source, where it is one."""
    stated = _licence(source.licence)
    return stated if stated and stated.startswith(("http://", "https://")) else None


def _licence(stated: str | None) -> str | None:
    """A name as it is; an address as every parser takes it, None where that cannot be."""
    if stated is None or not stated.startswith(("http://", "https://")):
        return stated
    return absolute_url(stated, stated)


def _rights(
    article: Article, source: Source, publication: Publication, language: str
) -> str | None:
    """The article's own word, else ours for what is ours, else the licence the operator states."""
    if article.rights or not source.own:
        return article.rights or source.licence
    return title_in(publication.rights, language, publication)


def _categories(
    article: Article, stories: Iterable[StoryLink], language: str, company: Company
) -> Iterator[Category]:
    """Stories, the section, then the publisher's keywords."""
    for story in stories:
        yield _category("story", story.id, story.title, company, story.language)
    for section in company.publication.sections:
        if section.id == article.section:
            titled = titled_in(section.titles, language, company.publication)
            label, tag = (titled.text, titled.language) if titled else (section.id, None)
            yield _category("section", section.id, label, company, tag)
    for keyword in dict.fromkeys(article.keywords[:_MOST_KEYWORDS]):
        yield _category("keyword", keyword, keyword, company)


def _category(
    kind: str, term: str, label: str, company: Company, language: str | None = None
) -> Category:
    own = scheme(company.publication, kind)
    return Category(scheme=own, term=term, label=label, language=language)


def _stories(dossier: Dossier, language: str, company: Company) -> Iterator[StoryLink]:
    for story_id in dict.fromkeys(membership.story_id for membership in dossier.memberships):
        if story := company.stories.get(story_id):
            yield company.story_link(story, language)


def _earlier(dossier: Dossier, company: Company) -> Iterator[EarlierArticle]:
    """Earlier members of the article's stories, each once, newest first."""
    found = {one.id: one for articles in dossier.earlier.values() for one in articles}
    newest = sorted(found.values(), key=lambda one: (one.published, one.id), reverse=True)
    for one in newest[:_MOST_EARLIER]:
        yield EarlierArticle(
            title=one.title,
            url=company.permalink(one),
            language=one.language,
            published=one.published,
            precision=phrases.precision_of(one),
        )


def _entry_source(article: Article, source: Source) -> EntrySource | None:
    """Where an article of somebody else's came from, for Atom's `source` and its fellows."""
    if (origin := article.origin) is not None:
        return EntrySource(
            id=origin.id or origin.url,
            title=origin.title,
            updated=article.updated,
            url=origin.url,
            is_feed=origin.is_feed,
        )
    address = None if source.own else absolute_url(source.url, "")
    if address is None:
        return None
    return EntrySource(
        id=address,
        title=source.title,
        updated=article.updated,
        url=address,
        is_feed=source.kind is SourceKind.FEED,
    )
