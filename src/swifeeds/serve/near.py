"""Stories that somebody at a dead address may have meant, read from the site's own directory."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache

import orjson

from swifeeds.model import Shelf

DIRECTORY_PATH = "/feeds.json"

_MOST = 5
_LONGEST_GUESS = 80


def near_stories(path: str, shelf: Shelf, language: str) -> tuple[tuple[str, str], ...]:
    """(title, page address) of stories in `language` whose slug resembles a part of `path`."""
    directory = shelf.items.get(DIRECTORY_PATH)
    stories = _stories(directory.body, language) if directory else {}
    guesses = [part[:_LONGEST_GUESS].lower() for part in path.split("/") if part]
    slugs = (slug for guess in guesses[-2:] for slug in _close(guess, stories))
    return tuple(stories[slug] for slug in dict.fromkeys(slugs))[:_MOST]


def _close(guess: str, stories: Mapping[str, tuple[str, str]]) -> list[str]:
    return [
        *get_close_matches(guess, stories, n=_MOST, cutoff=0.6),
        *(slug for slug in stories if len(guess) > len("xx") and guess in slug),
    ]


@lru_cache(maxsize=64)
def _stories(directory: bytes, language: str) -> Mapping[str, tuple[str, str]]:
    """Slug -> (title, address). The bytes are ours, so their shape is known."""
    return {
        feed["slug"]: (feed["title"], feed["html_url"])
        for feed in orjson.loads(directory)["feeds"]
        if feed["scope"] == "story" and feed["language"] == language
    }
