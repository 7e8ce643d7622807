"""Which articles a feed shows, of those that could be in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from swifeeds.localise import lookup
from swifeeds.model import Article, Dossier, Publication


def select_entries(
    dossiers: Iterable[Dossier], language: str, publication: Publication
) -> tuple[Dossier, ...]:
    """The newest articles of a feed in `language` ("" for all), at most `feed_size`.

    An article belongs to the language that its tag looks up to (RFC 4647); one that looks up to
    none of the site's is in no feed. One that exists in other languages only is shown in the
    first of the site's fallback languages that has it. Of copies with one fingerprint the first
    stored is shown, so that no later copy replaces an entry that readers already have; and no
    notice of a copy, while another article is public with its text.
    """
    shown = _without_copies([d for d in dossiers if _is_shown(d, language, publication)])
    shown.sort(key=lambda d: (d.article.published, d.article.id), reverse=True)
    return tuple(shown[: publication.feed_size])


def select_archived(
    dossiers: Iterable[Dossier], language: str, publication: Publication
) -> tuple[Dossier, ...]:
    """What an archive page shows of its set, the newest first.

    All of it that a feed in `language` may show by now: a fallback that has a version in that
    language by now is left out, and comes back if that goes. Copies are not looked for: the set was
    made without, and an entry must not go because another's text became like its own.
    """
    shown = [d for d in dossiers if _is_shown(d, language, publication)]
    shown.sort(key=lambda d: (d.article.published, d.article.id), reverse=True)
    return tuple(shown)


def _is_shown(dossier: Dossier, language: str, publication: Publication) -> bool:
    translated = (other.language for other in dossier.translations)
    return is_shown(dossier.article.language, translated, language, publication)


def is_shown(tag: str, translated: Iterable[str], language: str, publication: Publication) -> bool:
    """Whether a feed in `language` shows an article.

    Args:
        tag: the article's own language.
        translated: the languages that it has versions in.
        language: of the feed; "" for all.
        publication: its languages and fallbacks.
    """
    own = _site_language(tag, publication.languages)
    if own == language or (own and not language):
        return True
    existing = {own, *(_site_language(other, publication.languages) for other in translated)}
    if language in existing:
        return False
    first = next((one for one in publication.fallback_languages if one in existing), None)
    return first is not None and own == first


def language_of(article: Article, publication: Publication) -> str | None:
    """The site's language that an article belongs to; None when the site has none for it."""
    return _site_language(article.language, publication.languages)


@lru_cache(maxsize=1024)
def _site_language(tag: str, languages: tuple[str, ...]) -> str | None:
    """Asked for every translation of every entry, always with the same few tags."""
    return lookup(tag, languages)


def _without_copies(dossiers: Collection[Dossier]) -> list[Dossier]:
    first: dict[str, Dossier] = {}
    for dossier in sorted(dossiers, key=lambda d: (d.article.first_seen, d.article.id)):
        if not dossier.article.leaves_notice:
            first.setdefault(dossier.article.fingerprint, dossier)
    notices = (d for d in dossiers if d.article.leaves_notice)
    return [*first.values(), *(d for d in notices if d.article.fingerprint not in first)]
