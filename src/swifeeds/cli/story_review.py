"""`swifeeds story review`: what is suggested and waits for an editor, and the editor's answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from swifeeds import desk
from swifeeds.cli.app import DEFAULT_CONFIG, ConfigOption, JsonOption, run_async
from swifeeds.cli.editing import By, act
from swifeeds.cli.loading import load
from swifeeds.cli.output import say_json, say_table
from swifeeds.cli.story_wording import worded
from swifeeds.errors import UsageError
from swifeeds.model import Membership
from swifeeds.service import open_store
from swifeeds.store import Store


def review(
    story: Annotated[str | None, typer.Argument(help="The story; none: list what waits.")] = None,
    article: Annotated[str | None, typer.Argument(help="The article.")] = None,
    config: ConfigOption = DEFAULT_CONFIG,
    *,
    accept: Annotated[bool | None, typer.Option("--accept/--reject", help="Yes or no.")] = None,
    by: By = "",
    json: JsonOption = False,
) -> None:
    """List what is suggested and not published, accept it (a pin) or reject it (an exclusion)."""
    if story is None or article is None or accept is None:
        if accept is not None or article is not None:
            raise UsageError("name the story, the article, and --accept or --reject")
        say_suggestions(config, story, json=json)
        return
    act(
        config,
        by,
        "accepted" if accept else "rejected",
        lambda editor: desk.review_suggestion(editor, story, article, accepted=accept),
        json=json,
    )


def say_suggestions(store_of: ConfigOption, story: str | None, *, json: bool) -> None:
    """What waits for an editor, of one story or of all."""
    settings = load(store_of)

    async def work() -> tuple[tuple[Membership, str], ...]:
        async with open_store(settings) as store:
            return await _titled(store, await store.suggestions())

    found = [one for one in run_async(work()) if story in (None, one[0].story_id)]
    if json:
        say_json([{"title": title, "membership": one} for one, title in found])
        return
    say_table(
        ("story", "article", "title", "score", "evidence"),
        (
            (one.story_id, one.article_id, title, f"{one.score:.2f}", worded(one.evidence))
            for one, title in found
        ),
    )


async def _titled(
    store: Store, members: Iterable[Membership]
) -> tuple[tuple[Membership, str], ...]:
    members = tuple(members)
    titles = {one.id: one.title for one in await store.articles([m.article_id for m in members])}
    return tuple((one, titles.get(one.article_id, "")) for one in members)
