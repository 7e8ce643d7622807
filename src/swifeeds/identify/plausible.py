"""Dates that cannot be: a future one would stick on top of every reader, a wild one hides.

An unexplained future date is set to the time of retrieval. A declared embargo is another matter:
the article waits for it, and its date stands, unless it lies beyond the embargo's end, too. Without
a date it is published with the end of its embargo, for nobody saw it before.
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
    opens = _opens(draft)
    if published and published > opens + _CLOCK_SKEW:
        end = "now" if opens == draft.retrieved else "the end of its embargo"
        remarks.append(f"its date {published:%Y-%m-%d %H:%M} UTC lies in the future; set to {end}")
        published = opens
    if published is None and opens > draft.retrieved:
        published = opens
    if updated is not None and updated > draft.retrieved + _CLOCK_SKEW:
        updated = draft.retrieved
    if (published, updated) == (draft.published, draft.updated):
        return draft, ()
    dating = draft.dating if published == draft.published else Dating(read_from="retrieval")
    return replace(draft, published=published, updated=updated, dating=dating), tuple(remarks)


def _opens(draft: Draft) -> datetime:
    """When the article may be shown."""
    return max(draft.retrieved, draft.embargoed_until or draft.retrieved)
