"""The other languages of an article, and which of two texts is the original. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from swifeeds.emit.company import Company
from swifeeds.emit.identity import entry_id
from swifeeds.emit.select import language_of
from swifeeds.markup import composed, url_key
from swifeeds.model import Article, Dossier, TranslationLink, TranslationRole

_ROLES = {
    "translationOfWork": TranslationRole.ORIGINAL,
    "workTranslation": TranslationRole.TRANSLATION,
}
_REVERSED = {
    TranslationRole.ORIGINAL: TranslationRole.TRANSLATION,
    TranslationRole.TRANSLATION: TranslationRole.ORIGINAL,
}


def translations_of(dossier: Dossier, company: Company) -> Iterator[TranslationLink]:
    """The other languages of the work that are public here, in the site's order."""
    languages = company.publication.languages
    own = language_of(dossier.article, company.publication)
    known = [(language_of(other, company.publication), other) for other in dossier.translations]
    placed = [(languages.index(tag), other) for tag, other in known if tag and tag != own]
    for _, other in sorted(placed, key=lambda pair: (pair[0], pair[1].id)):
        yield TranslationLink(
            language=other.language,
            title=composed(other.title),
            url=company.permalink(other),
            id=entry_id(other, company.publication),
            role=_role(dossier.article, other),
        )


def _role(article: Article, other: Article) -> TranslationRole | None:
    """What the one's page says of the other, else the other's of it; None where neither does.

    `hreflang` says that there are two languages and not which was first.
    """
    theirs = _declared(other, article)
    return _declared(article, other) or (_REVERSED[theirs] if theirs else None)


def _declared(article: Article, other: Article) -> TranslationRole | None:
    stated = [one for one in article.translations if one.evidence in _ROLES]
    if not stated or other.url is None:
        return None
    key = url_key(other.url)
    return next((_ROLES[one.evidence] for one in stated if url_key(one.url) == key), None)
