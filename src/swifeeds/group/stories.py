"""A story that a page declared and nobody configured: its name and address."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from swifeeds.group.central import central_titles
from swifeeds.group.wording import primary
from swifeeds.model import Article, MemberTitle, Status, Story, StoryId, StoryState

_LONGEST_SLUG = 60


def new_story(
    declared_titles: Sequence[tuple[str, str]],
    members: Sequence[Article],
    taken: Container[str],
    *,
    automatic: bool = False,
) -> Story:
    """A story named as its pages name it, in other languages after its most central articles.

    Its id is made of the articles that it begins with, so that two groupers which see the same
    block would not invent two stories; once stored, it stays whatever joins later.

    Args:
        declared_titles: (language, title) that the pages gave.
        members: its articles, in any order.
        taken: slugs that are in use.
        automatic: no page declared it; it emerges before it has an address.
    """
    ids = "\n".join(sorted(article.id for article in members))
    origin = "automatic" if automatic else "declared"
    story_id = StoryId(f"{origin}-{hashlib.sha256(ids.encode()).hexdigest()[:12]}")
    declared = dict(declared_titles)
    after = {tag: one for tag, one in _central(members, story_id).items() if tag not in declared}
    titles = declared | {tag: one.title for tag, one in after.items()}
    return Story(
        id=story_id,
        slug=slug_of(declared or titles, story_id, taken),
        titles=tuple(titles.items()),
        named_after=tuple(sorted((tag, one.article_id) for tag, one in after.items())),
        state=StoryState.EMERGING if automatic else StoryState.ACTIVE,
        automatic=automatic,
    )


def _central(members: Iterable[Article], story_id: StoryId) -> Mapping[str, MemberTitle]:
    """Its most central articles, by language; nothing that readers must not see.

    One that is under embargo, even if it has passed by now, names nothing: no clock is asked.
    """
    return central_titles(
        MemberTitle(
            story_id=story_id,
            article_id=one.id,
            language=primary(one.language),
            title=one.title,
            published=one.published,
        )
        for one in members
        if one.status is Status.USABLE and one.embargoed_until is None
    )


def named(story: Story, declared_titles: Sequence[tuple[str, str]]) -> Story:
    """The story with its pages' titles in languages that had none, or only an article's; what
    pages called it, it stays."""
    after = dict(story.named_after)
    stated = {tag: title for tag, title in story.titles if tag not in after}
    learned = dict(story.titles) | dict(declared_titles) | stated
    return replace(
        story,
        titles=tuple(learned.items()),
        named_after=tuple(
            (tag, one) for tag, one in after.items() if tag not in dict(declared_titles)
        ),
    )


def slug_of(titles: Mapping[str, str], story_id: StoryId, taken: Container[str]) -> str:
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
