"""A language is added by the steps of docs/languages.md, and by nothing else: Polish, in a copy.

The translation (tests/catalogs/eleventh/pl.po) is not finished, as a real one is not for a while.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import feedparser
import pytest
from lxml import html
from tests.acceptance.running import ANY_PORT, running, until
from tests.catalogs import files
from tests.catalogs.__main__ import main
from tests.catalogs.files import ROOT, catalog_file, forms, singular

pytestmark = pytest.mark.timeout(180)  # a start takes long where the machine has much else to do

TRANSLATION = ROOT / "tests/catalogs/eleventh/pl.po"
SITE = """\
[site]
base_url = "https://feeds.example.org"
languages = ["en", "pl"]
time_zone = "Europe/Warsaw"
tag_authority = "feeds.example.org,2026"
contact = "desk@example.org"
title = { en = "World news", pl = "Wiadomości ze świata" }

[storage]
url = "sqlite:///pl.db"

[serve]
admin_listen = "127.0.0.1:0"

[[sections]]
id = "gory"
title = { pl = "Góry" }
match = ["Tatry"]

[[sources]]
id = "tatry"
kind = "directory"
url = "drops"
language = "pl"
own = true
publish = "full"

[[stories]]
id = "lawiny"
title = { pl = "Lawiny w „Wysokich” Tatrach" }
match = { any = { pl = ["lawiny"] } }
"""
ARTICLE = {
    "guid": "tatry:1",
    "language": "pl",
    "title": "Lawiny zeszły w Tatrach",
    "summary": "Nikt nie ucierpiał.",
    "content": "<p>W nocy zeszły trzy lawiny. Nikt nie ucierpiał.</p>",
    "published": "2009-05-19T15:45:00+02:00",
    "section": "Tatry",
    "credit": {"code": "with-agencies", "agencies": ["PAP", "AFP"]},
    "provenance": "legacy-import",
}


@pytest.fixture(scope="module")
def tree(tmp_path_factory) -> Path:
    """The sources, with the catalog that steps 1 to 3 make."""
    folder = tmp_path_factory.mktemp("tree")
    for name in ("src", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "babel.cfg", folder)
    assert main(["add", "pl"], folder) == 0
    translate(catalog_file(folder, "pl"))
    assert main(["update"], folder) == 0
    return folder


def translate(file: Path) -> None:
    """What a translator does."""
    catalog, written = files.read(file), files.read(TRANSLATION)
    for message in written:
        if message.id:
            found = catalog.get(singular(message), message.context)
            slots = catalog.num_plurals if found.pluralizable else 1
            said = forms(message)
            found.string = (said * slots)[:slots] if found.pluralizable else said[0]
    file.write_bytes(files.canonical(catalog))


@pytest.fixture
def site(tree, tmp_path, monkeypatch) -> Path:
    """Step 4: a site that names the language. It runs the copy, not what is installed."""
    monkeypatch.setenv("PYTHONPATH", str(tree / "src"))
    for name, value in ANY_PORT.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "drops").mkdir()
    (tmp_path / "drops/lawiny.json").write_text(json.dumps(ARTICLE), encoding="utf-8")
    (tmp_path / "swifeeds.toml").write_text(SITE, encoding="utf-8")
    return tmp_path


def test_the_steps_are_those_of_the_documentation():
    text = (ROOT / "docs/languages.md").read_text(encoding="utf-8")
    section = text.partition("\n## Adding a language\n")[2].partition("\n## ")[0]
    steps = re.split(r"\n(?=\d\. )", section)[1:]
    commands = [re.findall(r"`(make [^`]+)`", step) for step in steps]
    assert commands[:3] == [["make add-language TAG=pl"], [], ["make messages"]]
    assert "`[site] languages`" in steps[3]


def test_make_runs_what_the_test_runs():
    for target, command in (
        ("add-language", 'python -m tests.catalogs add "pl"'),
        ("messages", "python -m tests.catalogs update"),
    ):
        recipe = subprocess.run(
            ["make", "--dry-run", "--old-file=setup", target, "TAG=pl"],
            capture_output=True, text=True, check=True, cwd=ROOT,
            env={**os.environ, "MAKEFLAGS": ""},
        ).stdout  # fmt: skip
        assert command in recipe


def test_the_new_catalog_counts_as_polish_does(tree):
    catalog = files.read(catalog_file(tree, "pl"))
    assert catalog.num_plurals == 3
    first = [one.context for one in catalog if one.id][:5]
    assert first == ["glossary"] * 5


def test_what_is_there_is_not_overwritten_and_nonsense_is_refused(tree, capsys):
    before = catalog_file(tree, "pl").read_bytes()
    for tag, said in (
        ("pl", "locales/pl/LC_MESSAGES/swifeeds.po is there already: edit that file\n"),
        ("pl-nonsense-", "'pl-nonsense-' is no language tag: write one like pl or pt-AO\n"),
        ("tlh", "CLDR does not know how tlh is written: there is nothing to build on\n"),
    ):
        assert main(["add", tag], tree) == 2
        assert capsys.readouterr().out == said
    assert catalog_file(tree, "pl").read_bytes() == before
    assert not catalog_file(tree, "tlh").exists()


def test_what_is_missing_is_visible_in_the_check_and_stops_nothing(tree, capsys):
    assert main(["check"], tree) == 0
    said = capsys.readouterr().out
    (counted,) = re.findall(r"^pl +(\d+) +0 +(\d+) +(\d+)$", said, re.MULTILINE)
    own, missing, total = map(int, counted)
    assert own >= 70
    assert own + missing == total
    (warning,) = re.findall(r"^warning: .*$", said, re.MULTILINE)
    assert warning.startswith("warning: locales/pl/LC_MESSAGES/swifeeds.po: lacks “notice” (glos")
    assert "“This article was imported automatically" in warning


async def test_feeds_pages_and_negotiation_work_in_it(site):
    async with running(site) as service:

        async def published() -> bool:
            return await service.status("/pl/stories/lawiny/feed.rss") == 200

        await until(published, "the story in Polish")
        await feeds_are_polish(service)
        await pages_are_polish(service)
        assert await service.end() == 0


async def feeds_are_polish(service) -> None:
    for suffix in ("rss", "atom"):
        answer = await service.get(f"/pl/stories/lawiny/feed.{suffix}")
        feed = feedparser.parse(answer.body)
        assert feed.feed.title == "Lawiny w „Wysokich” Tatrach"
        assert feed.feed.subtitle == "Wszystkie artykuły na temat „Lawiny w «Wysokich» Tatrach”"
        assert feed.feed.language == "pl"
        says_no_english(feed.entries[0].content[0].value)
    answer = await service.get("/pl/stories/lawiny/feed.json")
    (item,) = json.loads(answer.body)["items"]
    line = says_no_english(item["content_html"])
    assert line[0] == "Opublikowano 19 maja 2009 15:45"
    assert "Z wykorzystaniem materiałów PAP i AFP" in line
    assert item["_swifeeds"]["provenance"] == {"code": "legacy-import"}


def says_no_english(content: str) -> list[str]:
    """The import note has no translation: the line goes without it. Returns its parts."""
    assert "imported" not in content
    return html.fromstring(content).xpath("string(.//small)").split(" · ")


async def pages_are_polish(service) -> None:
    answer = await service.get("/", Accept_Language="pl-PL, en;q=0.5")
    assert answer.headers["Content-Language"] == "pl"
    front = html.document_fromstring(answer.body)
    assert front.get("lang") == "pl"
    assert front.xpath("//h2/text()")[:1] == ["Tematy"]
    assert "1 artykuł" in front.text_content()
    story = html.document_fromstring((await service.get("/pl/stories/lawiny/")).body)
    (heading,) = story.xpath("//h2[@id='timeline']/bdi")
    assert (heading.text, heading.get("lang")) == ("Timeline", "en")
    assert story.xpath("//label[@for='address']/text()") == ["Śledź ten temat"]
    lost = await service.get("/pl/nothing", Accept_Language="pl")
    assert lost.status == 404
    assert "Nie znaleziono strony" in lost.body.decode()
