"""`swifeeds story fit` as an operator gives it: figures, lines to paste, or one sentence."""

from __future__ import annotations

import asyncio
import json
import tomllib
from datetime import datetime

import pytest
from tests.acceptance.journey import run_command, run_here
from tests.contract.making import (
    grouping,
    lease_of,
    make_article,
    make_story,
    member,
    new,
)
from tests.embedders import embedding_server
from tests.unit.group.labelled import ARTICLES, label_file, label_rows_of

from swifeeds.config import load_config
from swifeeds.store import StorageSettings
from swifeeds.store.sql import SqlStore

EVENTS = 66


@pytest.fixture
def labels(tmp_path):
    file = tmp_path / "labels.jsonl"
    file.write_text(label_file(EVENTS), encoding="utf-8")
    return file


def test_the_lines_to_paste_are_configuration_that_says_what_it_stands_on(labels, copied):
    said = run_here("story", "fit", "--labels", labels).stdout
    lines = said[said.index("[grouping]") :]
    chosen = tomllib.loads(lines)["grouping"]["attach"]
    assert 0.2 <= chosen <= 0.6
    told = " ".join(lines.replace("#", "").split())
    assert (
        f"on labels labels.jsonl: {EVENTS * ARTICLES} articles of 2009-05-19 to 2009-06-20" in told
    )
    assert f"(en {EVENTS * ARTICLES}), {EVENTS * ARTICLES} of them in {EVENTS} stories" in told
    assert "Chosen on the first half (" in told
    config = copied / "swifeeds.toml"
    config.write_text(config.read_text(encoding="utf-8") + "\n" + lines, encoding="utf-8")
    assert load_config(config, {}).grouping.attach == chosen


def test_machines_get_every_threshold(labels):
    found = json.loads(run_here("story", "fit", "--labels", labels, "--json").stdout)
    tried = found["fitted"]["tried"]
    assert len(tried) == 21
    assert found["fitted"]["attach"]["threshold"] in [one["threshold"] for one in tried]
    assert found["ground"]["stories"] == EVENTS


async def test_the_embedder_speaks_along_where_it_is_asked_for(labels, copied):
    config = copied / "swifeeds.toml"
    stated = config.read_text(encoding="utf-8")
    async with embedding_server() as server:
        table = f'[grouping.embedder]\nurl = "{server.url}"\nmodel = "letters"\nweight = 0.4\n'
        config.write_text(f"{stated}\n{table}", encoding="utf-8")
        arguments = ("story", "fit", "--labels", labels, "-c", config, "--embedder")
        said = (await asyncio.to_thread(run_command, *arguments)).stdout
    assert len(server.texts) == EVENTS * ARTICLES
    assert "With the embedder letters at weight 0.4." in said.replace("\n# ", " ")
    assert "0.94" in said


def test_an_embedder_that_is_not_stated_cannot_be_asked(labels, copied):
    arguments = ("story", "fit", "--labels", labels, "-c", copied / "swifeeds.toml", "--embedder")
    assert "--embedder needs the table [grouping.embedder]" in run_here(*arguments, expect=2).stderr


def test_a_purity_that_nothing_reaches_is_said_in_one_sentence(tmp_path):
    file = tmp_path / "wrong.jsonl"
    rows = [json.loads(line) for line in label_file(EVENTS).splitlines()]
    for number, row in enumerate(rows):
        row["cluster"] = f"{number % 3} {number // 12}"
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    complained = run_here("story", "fit", "--labels", file, expect=1).stderr
    assert "no threshold keeps units of 3 and more 0.96 pure: the best is" in complained


def test_too_little_is_refused_with_what_it_takes(copied, tmp_path):
    sentence = "it takes 30 events of 3 or more articles in one language within days in each half"
    assert sentence in run_here("story", "fit", "-c", copied / "swifeeds.toml", expect=2).stderr
    few = tmp_path / "few.jsonl"
    few.write_text(label_file(12), encoding="utf-8")
    said = run_here("story", "fit", "--labels", few, expect=2).stderr
    assert "there are 6 and 6" in said


def test_a_file_that_is_not_there_is_named(tmp_path):
    said = run_here("story", "fit", "--labels", tmp_path / "none", expect=2).stderr
    assert "none: cannot be read: No such file" in said


async def fill(folder) -> None:
    """An archive in which each event is a story that a page declares, and one is pinned."""
    store = SqlStore(StorageSettings(url=f"sqlite:///{folder}/demo.db"), folder)
    await store.open()
    rows = [*label_rows_of(EVENTS)]
    days = {row["id"]: datetime.fromisoformat(row["published"]) for row in rows}
    articles = [
        make_article(row["id"], title=row["title"], published=days[row["id"]]) for row in rows
    ]
    await store.keep(await lease_of(store), [new(one) for one in articles], {})
    names = {row["cluster"]: row["cluster"].replace(" ", "-") for row in rows}
    members = [member(names[row["cluster"]], row["id"]) for row in rows]
    stories = [make_story(name) for name in names.values()]
    await store.keep_grouping(grouping(*members, stories=stories), marked=(), stale=())
    await store.close()


def test_an_archive_is_fitted_on_what_its_pages_declare_and_stays_as_it_was(copied):
    asyncio.run(fill(copied))
    before = (copied / "demo.db").read_bytes()
    found = json.loads(run_here("story", "fit", "-c", copied / "swifeeds.toml", "--json").stdout)
    ground = found["ground"]
    assert ground["stories"] >= EVENTS
    assert ground["labelled"] >= EVENTS * ARTICLES
    assert found["fitted"]["attach"]["score"]["purity"] >= 0.96
    assert found["link"] is None
    assert (copied / "demo.db").read_bytes() == before
