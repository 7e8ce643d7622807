from __future__ import annotations

from datetime import UTC, datetime, timedelta

from swifeeds.plan import choose_rechecks

NOW = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
ADDRESSES = [f"https://news.example.org/{number}" for number in range(100)]


def test_few_articles_are_all_looked_at() -> None:
    assert choose_rechecks(ADDRESSES[:20], now=NOW) == tuple(ADDRESSES[:20])
    assert choose_rechecks([], now=NOW) == ()


def test_of_many_the_newest_ten_are_looked_at_and_ten_others() -> None:
    chosen = choose_rechecks(ADDRESSES, now=NOW)
    assert chosen[:10] == tuple(ADDRESSES[:10])
    assert len(chosen) == 20
    assert list(chosen) == [address for address in ADDRESSES if address in chosen]


def test_every_article_has_its_turn() -> None:
    seen: set[str] = set()
    for number in range(80):
        seen.update(choose_rechecks(ADDRESSES, now=NOW + number * timedelta(minutes=15)))
    assert seen == set(ADDRESSES)


def test_the_same_minute_gives_the_same_sample() -> None:
    later = NOW + timedelta(seconds=59)
    assert choose_rechecks(ADDRESSES, now=NOW) == choose_rechecks(ADDRESSES, now=later)
