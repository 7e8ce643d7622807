"""`swifeeds story list`, `show` and `why`: what is kept of stories, for people and machines."""

from __future__ import annotations

from typing import Annotated

import typer

from swifeeds import desk
from swifeeds.cli.app import DEFAULT_CONFIG, ConfigOption, JsonOption, run_async
from swifeeds.cli.loading import load
from swifeeds.cli.output import say, say_json, say_table
from swifeeds.cli.story_wording import (
    counts_line,
    event_line,
    facts,
    reasons,
    say_members,
    title_of,
    why_plain,
    without_texts,
)
from swifeeds.errors import UsageError
from swifeeds.model import ENDED, StoryState
from swifeeds.service import open_store
from swifeeds.store import StoryCount

Name = Annotated[str, typer.Argument(help="The story's id, or the last part of its address.")]
ArticleName = Annotated[str, typer.Argument(help="Id or public address of the article.")]

_STATES = ", ".join(state.value for state in StoryState if state not in ENDED)


def list_stories(
    config: ConfigOption = DEFAULT_CONFIG,
    *,
    state: Annotated[str | None, typer.Option("--state", help=f"Only these: {_STATES}.")] = None,
    json: JsonOption = False,
) -> None:
    """Every story: its state, its languages, its articles by rung."""
    settings = load(config)
    if state is not None and state not in _STATES.split(", "):
        raise UsageError(f"there is no state {state}; the states are {_STATES}")

    async def work() -> tuple[StoryCount, ...]:
        async with open_store(settings) as store:
            return await store.stories()

    found = [one for one in run_async(work()) if state in (None, one.story.state.value)]
    if json:
        say_json(found)
        return
    say_table(
        ("story", "title", "state", "articles", "languages", "rungs", "within"),
        (
            (one.story.id, title_of(one.story), one.story.state, sum(one.languages.values()),
             " ".join(one.languages), counts_line(one.rungs.items()), one.story.parent)
            for one in found
        ),
    )  # fmt: skip


def show(story: Name, config: ConfigOption = DEFAULT_CONFIG, *, json: JsonOption = False) -> None:
    """One story: titles, state, wider story, articles by day with rung and evidence, the log."""
    settings = load(config)

    async def work() -> desk.StoryReport:
        async with open_store(settings) as store:
            return await desk.read_story(store, story)

    found = run_async(work())
    if json:
        say_json(without_texts(found))
        return
    say_table(("", ""), facts(found))
    say_members(found.members)
    for one in found.suggestions:
        say(f"suggested: {one.article.id} {one.article.title} ({one.membership.score:.2f})")
    for decision in found.decisions:
        subject = f" {decision.subject}" if decision.subject else ""
        say(f"stands: {decision.topic}{subject}: {decision.value} ({decision.by}, "
            f"event {decision.event})")  # fmt: skip
    for event in found.events:
        say(event_line(event))


def why(
    story: Name,
    article: ArticleName,
    config: ConfigOption = DEFAULT_CONFIG,
    *,
    json: JsonOption = False,
) -> None:
    """Why an article is in a story, from the stored evidence, or what keeps it out."""
    settings = load(config)

    async def work() -> desk.Why:
        async with open_store(settings) as store:
            return await desk.why_member(store, story, article)

    found = run_async(work())
    if json:
        say_json(why_plain(found))
        return
    say(f"{found.article.id} “{found.article.title}” in {found.story.id}:")
    say_table(("", ""), reasons(found))
