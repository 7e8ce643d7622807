"""The configuration's sources and stories as rows."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from swifeeds.model import Source, Story, StoryId, StoryRule, StoryState
from swifeeds.model.codec import dump
from swifeeds.store.sql.decided import read_titles
from swifeeds.store.sql.marks import mark_everything
from swifeeds.store.sql.memories import recall, remember
from swifeeds.store.sql.parents import put_within
from swifeeds.store.sql.rows import read_story, story_row
from swifeeds.store.sql.schema import source, story
from swifeeds.store.sql.statements import portions, upsert
from swifeeds.store.sql.story_names import name_after_articles
from swifeeds.store.sql.story_rows import make_way

_RULES = "store: rules"
"""Where the digest of the last registered rules is remembered."""


async def register_sources(
    connection: AsyncConnection, sources: Sequence[Source], now: datetime
) -> None:
    """Rows for new sources, due at once; the ones no longer named are no longer active."""
    await connection.execute(update(source).values(active=False))
    rows = [
        {
            "id": one.id,
            "active": True,
            "next_at": now,
            "paused": False,
            "failures": 0,
            "silent_told": False,
            "fence": 0,
        }
        for one in sources
    ]
    await upsert(connection, source, rows, key=["id"], update=["active"])


async def register_rules(
    connection: AsyncConnection, rules: Sequence[StoryRule], appearance: str, now: datetime
) -> None:
    """Stories of the rules; every article is marked when these are not the last ones."""
    digest = hashlib.sha256(dump((tuple(rules), appearance)).encode()).hexdigest()
    if await recall(connection, _RULES) == digest:
        return
    await make_way(connection, {rule.slug: rule.id for rule in rules})
    await connection.execute(
        update(story)
        .where(story.c.ruled, story.c.id.not_in([rule.id for rule in rules]))
        .values(ruled=False, state=StoryState.CLOSED)
    )
    titles = await read_titles(connection, [rule.id for rule in rules])
    known = await _known(connection, rules)
    rows = [
        story_row(_story(rule, titles.get(rule.id, {}), known.get(rule.id)))
        | {"ruled": True, "automatic": False}
        for rule in rules
    ]
    changing = ["slug", "titles", "named_after", "state", "parent", "ruled", "automatic"]
    await upsert(connection, story, rows, key=["id"], update=changing)
    await put_within(connection, {rule.id: rule.parent for rule in rules if rule.parent}, now)
    await mark_everything(connection)
    await remember(connection, _RULES, digest)


def _story(
    rule: StoryRule,
    editors: Mapping[str, str],
    known: Story | None,
) -> Story:
    """The file's word stands above the editors', theirs where the file says nothing, and what the
    articles call it where nobody does. A story that sleeps is not woken by a new configuration."""
    titles = {
        **dict(rule.titles),
        **{k: v for k, v in editors.items() if k not in dict(rule.titles)},
    }
    is_asleep = known is not None and known.state in (StoryState.DORMANT, StoryState.ARCHIVED)
    called = Story(
        id=rule.id,
        slug=rule.slug,
        titles=known.titles if known else (),
        state=known.state if known and is_asleep else StoryState.ACTIVE,
        parent=rule.parent,
        named_after=known.named_after if known else (),
    )
    return name_after_articles(called, titles)


async def _known(
    connection: AsyncConnection, rules: Sequence[StoryRule]
) -> Mapping[StoryId, Story]:
    """These stories as they are."""
    found: dict[StoryId, Story] = {}
    for some in portions(rule.id for rule in rules):
        rows = await connection.execute(select(story).where(story.c.id.in_(some)))
        found |= {row["id"]: read_story(row) for row in rows.mappings()}
    return found
