"""What the publisher says of an edition: that it is held back, or older than the one we have."""

from __future__ import annotations

from dataclasses import replace

from swifeeds.model import Article, Draft, Revised, Sighting, Status

_HELD_BY_SOURCE = "held by its source"
_LONGEST_NUMBER = 18


def held_by_source(reason: str) -> str:
    """The `status_reason` of an article that its source holds back; `reason` as `Draft.held`."""
    return f"{_HELD_BY_SOURCE}: {reason}"


def is_held_by_source(article: Article) -> bool:
    """True where the source itself holds it: then the source may set it free."""
    told = article.status_reason or ""
    return article.status is Status.HELD and told.startswith(_HELD_BY_SOURCE)


def hold(article: Article, sighting: Sighting, reason: str) -> Revised:
    """The publisher holds back what was public: it leaves every feed and page until it is free."""
    held = replace(article, status=Status.HELD, status_reason=held_by_source(reason))
    return Revised(article=held, sighting=sighting, changed=("status",))


def is_older_edition(draft: Draft, article: Article) -> bool:
    """True where both are numbered by the same source and the draft's number is the lower one.

    An archive keeps all editions of a text, in any order. None is too old to take the text back.
    """
    if draft.withdrawn or draft.source_id != article.source_id:
        return False
    new, kept = _number(draft.version), _number(article.version)
    return new is not None and kept is not None and new < kept


def _number(version: str | None) -> int | None:
    written = (version or "").strip()
    return int(written) if written.isdecimal() and len(written) <= _LONGEST_NUMBER else None
