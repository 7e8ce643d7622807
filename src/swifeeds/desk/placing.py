"""Pin an article to a story, or keep it out."""

from __future__ import annotations

from swifeeds.desk.articles import find_article
from swifeeds.desk.editor import Editor, find_open_story, find_story
from swifeeds.errors import UsageError
from swifeeds.markup import url_key
from swifeeds.model import EXCLUDE, PIN, Action, Article, Story


async def pin_article(editor: Editor, reference: str, article: str) -> int:
    """Put an article into a story, above every rule and machine.

    Raises:
        UsageError: a story or article is missing, or the file excludes the article.
    """
    story = await find_open_story(editor.store, reference)
    found = await find_article(editor.store, article)
    return await place_article(editor, story, found, Action.PIN)


async def exclude_article(editor: Editor, reference: str, article: str) -> int:
    """Keep an article out of a story: nothing ever puts it back but an editor.

    Raises:
        UsageError: a story or article is missing, or the file includes the article.
    """
    story = await find_story(editor.store, reference)
    found = await find_article(editor.store, article)
    return await place_article(editor, story, found, Action.EXCLUDE)


async def place_article(editor: Editor, story: Story, article: Article, action: Action) -> int:
    """Pin (also `ACCEPT`) or exclude (also `REJECT`) one article."""
    value = PIN if action in (Action.PIN, Action.ACCEPT) else EXCLUDE
    _refuse_if_file_says_otherwise(editor, story, article, value)
    for standing in await editor.store.decisions(story.id):
        if standing.subject == article.id and standing.value == value:
            done = "pinned to" if value == PIN else "excluded from"
            raise UsageError(f"{article.id} is {done} {story.id} already (event {standing.event})")
    return await editor.act(
        action,
        story.id,
        details={"article": article.id, "title": article.title},
        articles=(article.id,),
        decisions=editor.places(action, story.id, (article.id,), value),
    )


def _refuse_if_file_says_otherwise(
    editor: Editor, story: Story, article: Article, value: str
) -> None:
    stated = editor.stated.get(story.id)
    if stated is None or article.url is None:
        return
    key = "exclude" if value == PIN else "include"
    if url_key(article.url) in {url_key(one) for one in getattr(stated.rule, key)}:
        editor.refuse_if_stated(story, f"{article.url} in {key}", "take it out")
