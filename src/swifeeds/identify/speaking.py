"""When does a later draft know an article's language better?

Feeds and pages of one source often state two: a template names one language for all. So a stated
language is believed where the words of the draft are plainly in it, and where the words do not
tell, only in the place of the one that was assumed for want of any. Thus two documents that
contradict each other at every poll never take turns.
"""

from __future__ import annotations

from swifeeds.localise import detect_language
from swifeeds.markup import plain_text
from swifeeds.model import Article, Draft, Source


def is_new_language(draft: Draft, article: Article, source: Source | None) -> bool:
    """True where the article belongs to another language than it was stored in."""
    new, old = draft.language, article.language
    if new == old or old.startswith(f"{new}-"):
        return False
    was_assumed = source is not None and old == source.language
    if _primary(new) == _primary(old):
        return was_assumed or new.startswith(f"{old}-")
    spoken = detect_language(_words(draft))
    if spoken is None:
        return was_assumed
    return spoken == _primary(new)


def _words(draft: Draft) -> str:
    parts = (draft.title, draft.summary, plain_text(draft.content or ""))
    return "\n".join(part for part in parts if part)


def _primary(tag: str) -> str:
    return tag.partition("-")[0]
