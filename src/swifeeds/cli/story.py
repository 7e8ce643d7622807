"""`swifeeds story`: what editors do to stories. What they look at is in `story_reading`."""

from __future__ import annotations

from typing import Annotated

import typer

from swifeeds import desk
from swifeeds.cli.app import DEFAULT_CONFIG, ConfigOption, JsonOption
from swifeeds.cli.editing import PUBLISHED, act, edit, read_titles
from swifeeds.cli.output import say, say_json
from swifeeds.cli.story_fit import fit
from swifeeds.cli.story_reading import (
    ArticleName,
    Name,
    list_stories,
    say_suggestions,
    show,
    why,
)
from swifeeds.cli.story_wording import event_line
from swifeeds.errors import UsageError

app = typer.Typer(
    help="List, explain, merge, split, rename and steer stories.", no_args_is_help=True
)

By = Annotated[
    str, typer.Option("--by", help="Who does it, for the log.", show_default="your login")
]
Titles = Annotated[
    list[str] | None,
    typer.Option("--title", "-t", help="LANGUAGE=TITLE; once for each language."),
]


app.command("list")(list_stories)
app.command(epilog="Example: swifeeds story show caucasus-talks")(show)
app.command(epilog="Example: swifeeds story why caucasus-talks ADDRESS")(why)
app.command(epilog="Example: swifeeds story fit --purity 0.97")(fit)


@app.command(epilog="Example: swifeeds story merge georgia-2008 caucasus-talks")
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


@app.command(
    epilog='Example: swifeeds story split caucasus-talks -t en="Abkhazia votes" ADDRESS ADDRESS'
)
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


@app.command(epilog='Example: swifeeds story rename georgia-2008 -t de="Georgien" --slug georgia')
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


@app.command(epilog="Example: swifeeds story pin caucasus-talks https://news.example.org/a/17")
def pin(
    story: Name, article: ArticleName, config: ConfigOption = DEFAULT_CONFIG,
    *, by: By = "", json: JsonOption = False,
) -> None:  # fmt: skip
    """Put an article into a story, above every rule and machine."""
    act(config, by, "pinned", lambda editor: desk.pin_article(editor, story, article), json=json)


@app.command(epilog="Example: swifeeds story exclude caucasus-talks https://news.example.org/a/17")
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


@app.command(epilog="Example: swifeeds story close georgia-2008")
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


@app.command(epilog="Example: swifeeds story review --accept caucasus-talks ADDRESS")
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


@app.command(epilog="Example: swifeeds story undo 17")
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
