"""Pin an article to a story, or keep it out."""

from __future__ import annotations

from collections.abc import Sequence

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
    return await place_articles(editor, story, [found], Action.PIN)


async def exclude_article(editor: Editor, reference: str, article: str) -> int:
    """Keep an article out of a story: nothing ever puts it back but an editor.

    Raises:
        UsageError: a story or article is missing, or the file includes the article.
    """
    story = await find_story(editor.store, reference)
    found = await find_article(editor.store, article)
    return await place_articles(editor, story, [found], Action.EXCLUDE)


async def place_articles(
    editor: Editor, story: Story, articles: Sequence[Article], action: Action
) -> int:
    """Pin (also `ACCEPT`) or exclude (also `REJECT`) articles, all or none, as one action.

    Raises:
        UsageError: the file says otherwise of one, or it is placed so already.
    """
    value = PIN if action in (Action.PIN, Action.ACCEPT) else EXCLUDE
    standing = {(one.subject, one.value): one for one in await editor.store.decisions(story.id)}
    for article in articles:
        _refuse_if_file_says_otherwise(editor, story, article, value)
        if before := standing.get((article.id, value)):
            done = "pinned to" if value == PIN else "excluded from"
            raise UsageError(f"{article.id} is {done} {story.id} already (event {before.event})")
    ids = list(dict.fromkeys(article.id for article in articles))
    return await editor.act(
        action,
        story.id,
        details={"article": " ".join(ids), "title": articles[0].title},
        articles=ids,
        decisions=editor.places(action, story.id, ids, value),
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
