"""What is left in a feed of an article that was withdrawn: the word that it was, in its place.

The id stays and `updated` has risen, so that readers who stored the text get it replaced; an entry
that merely disappears stays with them for good. Nothing of the text is said again.
"""

from __future__ import annotations

from swifeeds.emit.additions import in_language
from swifeeds.localise import Locale
from swifeeds.markup import escape
from swifeeds.model import Entry


def as_notice(entry: Entry, locale: Locale) -> Entry:
    """The entry with nothing but its identity, its place and two sentences for readers.

    Args:
        entry: of the article as it was; its categories are of stories and section alone.
        locale: of the feed's language.
    """
    sentence = locale.text("This article was withdrawn by its publisher.")
    return Entry(
        id=entry.id,
        article_id=entry.article_id,
        language=entry.language,
        direction=entry.direction,
        # Translators: title of the notice that a withdrawn article leaves in feeds.
        title=locale.text("Withdrawn: %(title)s", title=entry.title),
        url=entry.url,
        published=entry.published,
        updated=entry.updated,
        precision=entry.precision,
        content=f"<div {in_language(locale.language)}><p>{escape(sentence)}</p></div>",
        categories=entry.categories,
        stories=entry.stories,
        source=entry.source,
        withdrawn_text=sentence,
    )
