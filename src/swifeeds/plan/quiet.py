"""Hours without polls. Pure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from swifeeds.model import QuietHours
from swifeeds.plan.local import moments_of


def is_quiet(span: QuietHours, wall: time) -> bool:
    """True when the clock on the wall is in the span; its end is not part of it."""
    if span.start <= span.end:
        return span.start <= wall < span.end
    return wall >= span.start or wall < span.end


def after_quiet(
    moment: datetime,
    spans: tuple[QuietHours, ...],
    zone: ZoneInfo,
    spread: Callable[[datetime], timedelta],
) -> datetime | None:
    """The moment itself when it is not in a quiet span, else a little after the span's end.

    Args:
        moment: UTC.
        spans: in `zone`.
        zone: of the spans.
        spread: how long after an end, so that not everybody begins at once.

    Returns:
        A moment (UTC) whose local time is in no span; None when the spans leave no minute free.
    """
    # One round for each span and one for each, should the spread lead into the next; a day that
    # is quiet throughout would go round for ever.
    for _ in range(2 * len(spans) + 1):
        wall = moment.astimezone(zone).time()
        span = next((span for span in spans if is_quiet(span, wall)), None)
        if span is None:
            return moment
        end = _next_end(span, moment, zone)
        spread_out = end + spread(end)
        free = not any(is_quiet(other, spread_out.astimezone(zone).time()) for other in spans)
        moment = spread_out if free else end
    return None


def _next_end(span: QuietHours, moment: datetime, zone: ZoneInfo) -> datetime:
    today = moment.astimezone(zone).date()
    walls = (datetime.combine(today + timedelta(days=days), span.end) for days in range(3))
    return min(end for wall in walls for end in moments_of(wall, zone) if end > moment)
