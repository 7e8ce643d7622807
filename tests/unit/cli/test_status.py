from __future__ import annotations

from swifeeds.cli.status import totals

COUNTS = dict.fromkeys(
    ("articles", "held", "withdrawn", "stories", "shelf", "marked", "stale", "subscriptions",
     "outbox", "outbox_failing"),
    0,
)  # fmt: skip


def test_the_hub_is_counted_where_there_is_something_to_count():
    assert "hub" not in totals(COUNTS)
    busy = totals({**COUNTS, "subscriptions": 1, "outbox": 3, "outbox_failing": 2})
    assert busy.endswith("; hub: 1 subscription, 3 to send, 2 of it failing")
