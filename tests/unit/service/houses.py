"""A small house to test in: two sources, one language, a database in the test's own folder."""

from __future__ import annotations

from pathlib import Path

from swifeeds.config import Config, load_config

SITE = """
[site]
base_url = "https://feeds.example.org"
title = { en = "World news" }
languages = ["en"]
time_zone = "Europe/Zurich"
tag_authority = "feeds.example.org,2026"
contact = "desk@example.org"
[storage]
url = "sqlite:///house.db"
"""

TEXT = f"""{SITE}[serve]
listen = "127.0.0.1:0"
admin_listen = "127.0.0.1:0"
[[sources]]
id = "wire"
kind = "feed"
url = "https://news.example/wire"
language = "en"
[[sources]]
id = "other"
kind = "feed"
url = "https://news.example/other"
language = "en"
"""


def configure(folder: Path, text: str = TEXT) -> Config:
    file = folder / "swifeeds.toml"
    file.write_text(text, encoding="utf-8")
    return load_config(file, {})
