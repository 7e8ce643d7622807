from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import orjson
import pytest

from swifeeds.emit.shelve import shelve
from swifeeds.model import Representation, Shelf
from swifeeds.serve.near import Suggestions, suggestions

TITLES = {"caucasus-talks": "Caucasus talks", "glacier-retreat": "Glaciers", "fr-only": "Seul"}


def shelf(titles: Mapping[str, str] = TITLES) -> Shelf:
    feeds = [
        {
            "scope": "story",
            "slug": slug,
            "language": "fr" if slug == "fr-only" else "en",
            "title": title,
            "html_url": f"https://x.example/en/stories/{slug}/",
            "updated": f"2026-05-{day:02}T12:00:00Z",
        }
        for day, (slug, title) in enumerate(titles.items(), start=1)
    ]
    feeds.append({"scope": "all", "slug": None, "language": None, "title": "x", "html_url": "x"})
    body = orjson.dumps({"version": 1, "feeds": feeds})
    item = shelve(
        Representation(path="/feeds.json", media_type="application/json", body=body),
        None,
        now=datetime(2026, 5, 4, tzinfo=UTC),
    )
    assert item is not None
    return Shelf(items={item.path: item})


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        ("/en/stories/caucasus-talk/", ["Caucasus talks"]),
        ("/en/stories/Caucasus/feed.rss", ["Caucasus talks"]),
        ("/en/glacier/", ["Glaciers"]),
    ],
)
def test_a_mistyped_address_finds_its_story(path, titles):
    found = suggestions(path, shelf(), "en")
    assert [title for title, _ in found.stories] == titles
    assert found.are_near


@pytest.mark.parametrize("path", ["/en/stories/fr-only/", "/wp-login.php", "/"])
def test_where_no_story_is_near_the_newest_ones_are_named(path):
    found = suggestions(path, shelf(), "en")
    assert [title for title, _ in found.stories] == ["Glaciers", "Caucasus talks"]
    assert not found.are_near


def test_without_a_directory_nothing_is_suggested():
    found = suggestions("/en/stories/caucasus-talks/", Shelf(), "en")
    assert found == Suggestions(stories=(), are_near=False)


def test_ever_so_many_stories_hold_nobody_up_at_a_dead_address(monkeypatch):
    """Likeness is weighed while no other reader is answered."""
    weighed: list[str] = []
    monkeypatch.setattr(
        "swifeeds.serve.near.get_close_matches", lambda _, some, **__: weighed.extend(some) or []
    )
    many = shelf({f"gas-dispute-{number:04}": f"Dispute {number}" for number in range(3000)})
    found = suggestions("/en/stories/gas-dispute-2999-x/gas-dispute-0001/", many, "en")
    assert len(weighed) <= 1000
    assert [title for title, _ in found.stories] == ["Dispute 1"]
