"""Dates that cannot be: a future one would stick on top of every reader, a wild one hides.

An undeclared future date is set to the time of retrieval. A declared embargo is another matter:
the article waits for it, and its date stands.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from swifeeds.model import Dating, Draft

_FIRST_NEWS = datetime(1600, 1, 1, tzinfo=UTC)
_CLOCK_SKEW = timedelta(minutes=5)


def make_plausible(draft: Draft) -> tuple[Draft, tuple[str, ...]]:
    """The draft with dates that can be, and a sentence for each that had to be mended."""
    remarks: list[str] = []
    published, updated = draft.published, draft.updated
    if published is not None and published < _FIRST_NEWS:
        remarks.append(f"its date {published:%Y-%m-%d} is older than any newspaper; left out")
        published = None
    if published and draft.embargoed_until is None and published > draft.retrieved + _CLOCK_SKEW:
        remarks.append(f"its date {published:%Y-%m-%d %H:%M} UTC lies in the future; set to now")
        published = draft.retrieved
    if updated is not None and updated > draft.retrieved + _CLOCK_SKEW:
        updated = draft.retrieved
    if not remarks and updated == draft.updated:
        return draft, ()
    dating = draft.dating if published == draft.published else Dating(read_from="retrieval")
    return replace(draft, published=published, updated=updated, dating=dating), tuple(remarks)
