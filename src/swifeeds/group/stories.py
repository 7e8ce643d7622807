"""A story that a page declared and nobody configured: its name and address."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Container, Sequence
from dataclasses import replace

from swifeeds.model import Article, Story, StoryId, StoryState

_LONGEST_SLUG = 60


def new_story(
    declared_titles: Sequence[tuple[str, str]],
    members: Sequence[Article],
    taken: Container[str],
    *,
    automatic: bool = False,
) -> Story:
    """A story named as its pages name it, else by its first article in each language.

    Its id is made of the articles that it begins with, so that two groupers which see the same
    block would not invent two stories; once stored, it stays whatever joins later.

    Args:
        declared_titles: (language, title) that the pages gave.
        members: in the order of publication.
        taken: slugs that are in use.
        automatic: no page declared it; it emerges before it has an address.
    """
    ids = "\n".join(sorted(article.id for article in members))
    origin = "automatic" if automatic else "declared"
    story_id = StoryId(f"{origin}-{hashlib.sha256(ids.encode()).hexdigest()[:12]}")
    titles = dict(declared_titles)
    if not titles:
        for article in members:
            titles.setdefault(article.language.split("-")[0].lower(), article.title)
    return Story(
        id=story_id,
        slug=_slug(titles, story_id, taken),
        titles=tuple(titles.items()),
        state=StoryState.EMERGING if automatic else StoryState.ACTIVE,
        automatic=automatic,
    )


def named(story: Story, declared_titles: Sequence[tuple[str, str]]) -> Story:
    """The story with titles for the languages that had none; what it was called, it stays."""
    learned = dict(story.titles)
    for language, title in declared_titles:
        learned.setdefault(language, title)
    return replace(story, titles=tuple(learned.items()))


def _slug(titles: dict[str, str], story_id: StoryId, taken: Container[str]) -> str:
    """English words if there are any, else what Latin letters give, else the id."""
    for title in (titles.get("en"), *titles.values()):
        slug = _ascii(title or "")
        if slug and slug not in taken:
            return slug
    return str(story_id)


def _ascii(title: str) -> str:
    bare = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", bare.replace("'", ""))
    slug = ""
    for word in words:
        if len(slug) + len(word) >= _LONGEST_SLUG:
            break
        slug = f"{slug}-{word}" if slug else word
    return slug if any(letter.isalpha() for letter in slug) else ""
