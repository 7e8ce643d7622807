"""What a story that nobody named is called: the titles of its most central articles, and for long.

A title that readers know stays as long as an article of the story bears it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from swifeeds.group.central import by_language, most_central
from swifeeds.group.stories import slug_of
from swifeeds.model import MemberTitle, Story


def renamed(story: Story, titles: Iterable[MemberTitle], said: Mapping[str, str]) -> Story:
    """The story under the names that it should have now.

    Before it has an address it is called after its most central articles, and its slug after them.
    From then on a title stays while an article bears it; a language that has none gets one. Without
    an article that may name it, the story stays as it is.

    Args:
        story: no file, page or editor stated it.
        titles: of its public members; their `language` is the one that the title will stand for.
        said: what editors call it, by language; nothing changes that.
    """
    groups = by_language(titles)
    if not groups:
        return story
    known = dict(story.titles) if story.has_address else {}
    # What readers know keeps its place: another order alone is no reason to publish anything anew.
    tags = [*(tag for tag in known if tag in groups or tag in said), *groups, *said]
    names = {tag: said.get(tag) or _kept(known.get(tag), groups[tag]) for tag in tags}
    called = replace(story, titles=tuple(names.items()))
    # Under the same titles it keeps its slug: the one they ask for may belong to another story.
    if story.has_address or called.titles == story.titles:
        return called
    return replace(called, slug=slug_of(names, story.id, ()))


def _kept(known: str | None, titles: Sequence[MemberTitle]) -> str:
    is_borne = any(one.title == known for one in titles)
    return known if known is not None and is_borne else most_central(titles).title
