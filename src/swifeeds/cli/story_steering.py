"""`swifeeds story merge`, `split`, `rename` and so on: what editors do to stories."""

from __future__ import annotations

from typing import Annotated

import typer

from swifeeds import desk
from swifeeds.cli.app import DEFAULT_CONFIG, ConfigOption, JsonOption
from swifeeds.cli.editing import PUBLISHED, By, act, edit, read_titles
from swifeeds.cli.output import say, say_json
from swifeeds.cli.story_reading import ArticleName, Name
from swifeeds.cli.story_wording import event_line
from swifeeds.errors import UsageError

Titles = Annotated[
    list[str] | None,
    typer.Option("--title", "-t", help="LANGUAGE=TITLE; once for each language."),
]


def merge(
    story: Name,
    into: Annotated[str, typer.Argument(help="The story that lives on.")],
    config: ConfigOption = DEFAULT_CONFIG,
    *,
    by: By = "",
    json: JsonOption = False,
) -> None:
    """End STORY in another: its addresses lead there (301), its articles become members there."""
    act(config, by, "merged", lambda editor: desk.merge_stories(editor, story, into), json=json)


def split(
    story: Name,
    articles: Annotated[list[str], typer.Argument(help="Articles that part from the rest.")],
    config: ConfigOption = DEFAULT_CONFIG,
    *,
    title: Titles = None,
    by: By = "",
    json: JsonOption = False,
) -> None:
    """Part articles from the rest of a story; translations go with them.

    The id and address stay with the part that has pinned articles, else with the larger part.
    """
    titles = read_titles(title, config)
    found = edit(config, by, lambda editor: desk.split_story(editor, story, articles, titles))
    if json:
        say_json(found)
        return
    left, stayed = ("named", "others") if found.is_named_part_leaving else ("other", "named ones")
    say(f"done (event {found.event}): the {len(found.leaving)} {left} articles are the story "
        f"{found.made.id} now, the {len(found.staying)} {stayed} keep {story}")  # fmt: skip


def rename(
    story: Name,
    config: ConfigOption = DEFAULT_CONFIG,
    *,
    title: Titles = None,
    slug: Annotated[
        str | None, typer.Option("--slug", help="Move the address; the old one answers 301.")
    ] = None,
    by: By = "",
    json: JsonOption = False,
) -> None:
    """Name a story in one or more languages, or move its address."""
    titles = read_titles(title, config)
    if not titles and slug is None:
        raise UsageError('say what to change: --title LANGUAGE="A title", or --slug NAME')
    act(
        config,
        by,
        "renamed",
        lambda editor: desk.rename_story(editor, story, titles, slug=slug),
        json=json,
    )


def nest(
    story: Name,
    config: ConfigOption = DEFAULT_CONFIG,
    *,
    within: Annotated[
        str | None, typer.Option("--within", "-w", help="The wider story; it is in one at most.")
    ] = None,
    out: Annotated[bool, typer.Option("--out", help="Take it out of the one it is in.")] = False,
    by: By = "",
    json: JsonOption = False,
) -> None:
    """Put a story within a wider one, or take it out."""
    if out == (within is not None):
        raise UsageError("say where the story goes: --within STORY, or --out")
    done = "taken out" if out else "nested"
    act(config, by, done, lambda editor: desk.nest_story(editor, story, within), json=json)


def pin(
    story: Name, article: ArticleName, config: ConfigOption = DEFAULT_CONFIG,
    *, by: By = "", json: JsonOption = False,
) -> None:  # fmt: skip
    """Put an article into a story, above every rule and machine."""
    act(config, by, "pinned", lambda editor: desk.pin_article(editor, story, article), json=json)


def exclude(
    story: Name, article: ArticleName, config: ConfigOption = DEFAULT_CONFIG,
    *, by: By = "", json: JsonOption = False,
) -> None:  # fmt: skip
    """Keep an article out of a story for good: no rule and no machine puts it back."""
    act(
        config,
        by,
        "excluded",
        lambda editor: desk.exclude_article(editor, story, article),
        json=json,
    )


def close(
    story: Name,
    config: ConfigOption = DEFAULT_CONFIG,
    *,
    reopen: Annotated[bool, typer.Option("--reopen", help="Open a closed story again.")] = False,
    by: By = "",
    json: JsonOption = False,
) -> None:
    """End a story: it keeps its articles and feeds, and takes no more."""
    action = desk.reopen_story if reopen else desk.close_story
    act(
        config,
        by,
        "reopened" if reopen else "closed",
        lambda editor: action(editor, story),
        json=json,
    )


def undo(
    event: Annotated[
        int | None, typer.Argument(help="Number of the action in the log; none: the last one.")
    ] = None,
    config: ConfigOption = DEFAULT_CONFIG,
    *,
    by: By = "",
    json: JsonOption = False,
) -> None:
    """Take an action back. Refused while a later one stands on it."""
    found = edit(config, by, lambda editor: desk.undo(editor, event))
    if json:
        say_json(found)
    else:
        say(f"undone: {event_line(found)}; {PUBLISHED}")
