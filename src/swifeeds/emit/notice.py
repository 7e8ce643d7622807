"""What is left in a feed of an article that was withdrawn: the word that it was, in its place.

The id stays and `updated` has risen, so that readers who stored the text get it replaced; an entry
that merely disappears stays with them for good. Nothing of the text is said again.
"""

from __future__ import annotations

from swifeeds.emit.additions import in_language
from swifeeds.localise import Locale, translated
from swifeeds.markup import escape
from swifeeds.model import Entry


def as_notice(entry: Entry, locale: Locale) -> Entry:
    """The entry with nothing but its identity, its place and two sentences for readers.

    Where the catalog lacks them, the title stands alone, and struck out in place of the text.

    Args:
        entry: of the article as it was; its categories are of stories and section alone.
        locale: of the feed's language.
    """
    sentence = translated(locale.text("This article was withdrawn by its publisher."))
    # Translators: title of the notice that a withdrawn article leaves in feeds.
    title = translated(locale.text("Withdrawn: %(title)s", title=entry.title))
    said = escape(sentence) if sentence else f"<del>{escape(entry.title)}</del>"
    language = locale.language if sentence else entry.language
    return Entry(
        id=entry.id,
        article_id=entry.article_id,
        language=entry.language,
        direction=entry.direction,
        title=title or entry.title,
        url=entry.url,
        published=entry.published,
        updated=entry.updated,
        precision=entry.precision,
        content=f"<div {in_language(language)}><p>{said}</p></div>",
        categories=entry.categories,
        stories=entry.stories,
        source=entry.source,
        withdrawn_text=sentence or "",
    )
