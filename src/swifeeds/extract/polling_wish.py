"""How often a feed asks to be polled: `ttl` of RSS 2.0, or RSS 1.0's `sy:updatePeriod`. Pure."""

from __future__ import annotations

from datetime import timedelta

from swifeeds.extract.names import elements_named, local_name
from swifeeds.markup.xml import Element

_HOUR = timedelta(hours=1)
_PERIODS = {
    "hourly": _HOUR,
    "daily": timedelta(days=1),
    "weekly": timedelta(days=7),
    "monthly": timedelta(days=30),
    "yearly": timedelta(days=365),
}
_MOST_DIGITS = 6


def polling_wish(root: Element) -> timedelta | None:
    """The time between two polls that a feed asks for; None when it asks for nothing.

    An hour by `sy:` is nothing: WordPress writes that into every feed, whatever it publishes.
    """
    channel = next(elements_named(root, "channel"), root)
    said = {local_name(str(one.tag)): (one.text or "").strip().lower() for one in channel}
    minutes = _number(said.get("ttl", ""))
    if minutes:
        return timedelta(minutes=minutes)
    period = _PERIODS.get(said.get("updateperiod", ""))
    if period is None:
        return None
    wish = period / (_number(said.get("updatefrequency", "")) or 1)
    return wish if wish > _HOUR else None


def _number(text: str) -> int:
    """Digits alone, and not so many that no duration bears them; else 0."""
    good = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
    return int(text) if good else 0
