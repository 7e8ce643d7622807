"""What grouping suggests and does not dare: an editor's yes is a pin, a no is for good."""

from __future__ import annotations

from swifeeds.desk.articles import find_article
from swifeeds.desk.editor import Editor, find_open_story
from swifeeds.desk.placing import place_article
from swifeeds.errors import UsageError
from swifeeds.model import Action


async def review_suggestion(editor: Editor, reference: str, article: str, *, accepted: bool) -> int:
    """Accept a suggestion (a pin, and a confirmed pair to learn from) or reject it (an exclusion).

    Raises:
        UsageError: that is not suggested.
    """
    story = await find_open_story(editor.store, reference)
    found = await find_article(editor.store, article)
    waiting = {(one.story_id, one.article_id) for one in await editor.store.suggestions()}
    if (story.id, found.id) not in waiting:
        raise UsageError(
            f"{found.id} is not suggested for {story.id}; `swifeeds story review` lists what is"
        )
    action = Action.ACCEPT if accepted else Action.REJECT
    return await place_article(editor, story, found, action)
