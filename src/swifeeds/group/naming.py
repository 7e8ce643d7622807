"""What a story is called where nobody named it: after its most central articles, and for long.

The article that named it goes on doing so: when its headline is corrected, the title follows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from swifeeds.group.central import by_language, most_central
from swifeeds.group.stories import slug_of
from swifeeds.localise import lookup
from swifeeds.model import ArticleId, MemberTitle, Story


def renamed(story: Story, titles: Iterable[MemberTitle], said: Mapping[str, str]) -> Story:
    """The story under the names that it should have now.

    Before it has an address it is called after its most central articles, and its slug after them.
    From then on the article that named it in a language goes on doing so, and once it is gone the
    one that bears the same title; a language that has none gets one. Without an article or anybody
    else who names it, the story stays as it is.

    Args:
        story: any; what a file or a page calls it, it stays.
        titles: of its public members; their `language` is the one that the title will stand for.
        said: what editors call it, by language; nothing changes that.
    """
    fixed = {**_stated(story), **said}
    groups = {tag: some for tag, some in by_language(titles).items() if not lookup(tag, [*fixed])}
    if not groups and not fixed:
        return story
    known, namers = (dict(story.titles), dict(story.named_after)) if story.has_address else ({}, {})
    after = {tag: _namer(namers.get(tag), known.get(tag), some) for tag, some in groups.items()}
    names = {**{tag: one.title for tag, one in after.items()}, **fixed}
    # What readers know keeps its place: another order alone is no reason to publish anything anew.
    tags = [*(tag for tag in known if tag in names), *(tag for tag in names if tag not in known)]
    called = replace(
        story,
        titles=tuple((tag, names[tag]) for tag in tags),
        named_after=_named_after(story, after, said),
    )
    # Under the same titles it keeps its slug: the one they ask for may belong to another story.
    if story.has_address or called.titles == story.titles:
        return called
    return replace(called, slug=slug_of(names, story.id, ()))


def _stated(story: Story) -> Mapping[str, str]:
    """What its file or its pages call it, by language."""
    after = dict(story.named_after)
    return {tag: title for tag, title in story.titles if not story.automatic and tag not in after}


def _namer(
    known: ArticleId | None, title: str | None, titles: Sequence[MemberTitle]
) -> MemberTitle:
    for one in titles:
        if one.article_id == known:
            return one
    return next((one for one in titles if one.title == title), None) or most_central(titles)


def _named_after(
    story: Story, after: Mapping[str, MemberTitle], said: Mapping[str, str]
) -> tuple[tuple[str, ArticleId], ...]:
    """Who names it, and who will again where an editor's word is taken back."""
    waiting = {tag: one for tag, one in story.named_after if tag in said}
    naming = {tag: one.article_id for tag, one in after.items()}
    return tuple(sorted((waiting | naming).items()))
