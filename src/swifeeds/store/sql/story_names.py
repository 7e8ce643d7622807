"""What others than its articles call a story, and the names that its articles may add to that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from swifeeds.localise import lookup
from swifeeds.model import Story


def stated_titles(story: Story) -> Mapping[str, str]:
    """What file, pages and editors call it, by language."""
    after = dict(story.named_after)
    return {tag: title for tag, title in story.titles if tag not in after}


def name_after_articles(story: Story, stated: Mapping[str, str]) -> Story:
    """The story under its stated titles and, in languages that these do not serve, under those that
    its articles gave it."""
    after = {tag: one for tag, one in story.named_after if lookup(tag, [*stated]) is None}
    given = {tag: title for tag, title in story.titles if tag in after}
    return replace(
        story, titles=tuple({**stated, **given}.items()), named_after=tuple(after.items())
    )
