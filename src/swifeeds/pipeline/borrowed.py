"""Feeds of a language that show nothing but what it falls back to (CONTRACT 6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from swifeeds.model import FeedKey, FeedSummary, Publication


def borrowed_summaries(
    summaries: Mapping[FeedKey, FeedSummary], publication: Publication
) -> Iterator[tuple[FeedKey, FeedSummary]]:
    """What each such feed holds at most: what the feed of the first fallback language has.

    It may hold less, or never have been made: articles that have a version in the language, be it
    in another section or source, are not shown. The newest title is left out, because it is in a
    language that its reader was not promised.

    Args:
        summaries: of the feeds with articles in their own language, and of those in all languages.
        publication: its languages and fallbacks.
    """
    for over_all in [key for key in summaries if not key.language]:
        for language in publication.languages:
            key = replace(over_all, language=language)
            lenders = (replace(over_all, language=tag) for tag in publication.fallback_languages)
            lender = next((one for one in lenders if one in summaries), None)
            if key not in summaries and lender is not None:
                yield key, replace(summaries[lender], newest_title=None)
