"""`swifeeds story review`: what is suggested and waits for an editor, and the editor's answer."""

from __future__ import annotations

from typing import Annotated

import typer

from swifeeds import desk
from swifeeds.cli.app import DEFAULT_CONFIG, ConfigOption, JsonOption, run_async
from swifeeds.cli.editing import By, act
from swifeeds.cli.loading import load
from swifeeds.cli.output import say, say_json
from swifeeds.cli.story_wording import days, short_article, title_of
from swifeeds.desk.reading import Placed
from swifeeds.errors import UsageError
from swifeeds.model import Membership
from swifeeds.service import open_store
from swifeeds.service.counting import counted

_PIECES = 4
"""Pieces of evidence on the one line of a reason; `swifeeds story why` has all."""


def review(
    story: Annotated[str | None, typer.Argument(help="The story; none: list for all.")] = None,
    articles: Annotated[
        list[str] | None, typer.Argument(help="The articles to accept or reject together.")
    ] = None,
    config: ConfigOption = DEFAULT_CONFIG,
    *,
    accept: Annotated[bool | None, typer.Option("--accept/--reject", help="Yes or no.")] = None,
    language: Annotated[
        str | None, typer.Option("--language", "-l", help="List only articles of this language.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="Articles to list.")] = 50,
    by: By = "",
    json: JsonOption = False,
) -> None:
    """List what is suggested and not published, accept it (a pin) or reject it (an exclusion).

    The best come first, story by story. Several articles of one story are one action.
    """
    if accept is None and not articles:
        _list(config, story, language, limit, json=json)
        return
    if story is None or not articles or accept is None:
        raise UsageError("name the story, the articles, and --accept or --reject")
    act(
        config,
        by,
        "accepted" if accept else "rejected",
        lambda editor: desk.review_suggestions(editor, story, articles, accepted=accept),
        json=json,
    )


def _list(
    config: ConfigOption, story: str | None, language: str | None, limit: int, *, json: bool
) -> None:
    settings = load(config)

    async def work() -> desk.Waiting:
        async with open_store(settings) as store:
            return await desk.read_suggestions(store, story=story, language=language, limit=limit)

    found = run_async(work())
    if json:
        say_json(_plain(found))
    else:
        _say(found)


def _say(found: desk.Waiting) -> None:
    total = counted(found.articles, "article")
    say(f"{total} suggested for {counted(found.stories, 'story', 'stories')}")
    for one in found.proposed:
        say(f"\n{one.story.id} “{title_of(one.story)}”: {one.waiting} suggested")
        for placed in one.articles:
            _say_suggestion(placed)
    if found.left_out:
        say(f"… and {found.left_out} more, less likely; --limit {found.articles} lists all")


def _say_suggestion(placed: Placed) -> None:
    article, member = placed.article, placed.membership
    say(f"  {member.score:.2f} {article.id} [{article.language}] {article.published:%Y-%m-%d} "
        f"{article.title}")  # fmt: skip
    say(f"       {_reason(member)}")


def _reason(member: Membership) -> str:
    """The weightiest pieces on one line."""
    found = sorted(member.evidence, key=lambda one: -(one.weight or 0))
    said = [f"{one.kind} {one.detail}" for one in found if one.kind not in ("gap", "competitor")]
    gap = desk.gap_of(member)
    return ", ".join([*said[:_PIECES], *([] if gap is None else [f"{days(gap)} apart"])])


def _plain(found: desk.Waiting) -> dict[str, object]:
    return {
        "articles": found.articles, "stories": found.stories, "left_out": found.left_out,
        "proposed": [
            {
                "story": one.story, "waiting": one.waiting,
                "articles": [
                    {"article": short_article(placed.article), "membership": placed.membership}
                    for placed in one.articles
                ],
            }
            for one in found.proposed
        ],
    }  # fmt: skip
