"""The real service in a process of its own: start, serve, reload, drain, start again."""

from __future__ import annotations

import asyncio
import json
import signal
from functools import partial

import pytest
from tests.acceptance.journey import read_shelf, run_command, run_here
from tests.acceptance.running import ANY_PORT, running, silent_newsroom, until
from tests.acceptance.test_changes import opened_newsroom, run_first_edition

from swifeeds.store import StorageSettings
from swifeeds.store.sql import SqlStore

pytestmark = pytest.mark.timeout(180)  # a start takes long where the machine has much else to do

TALKS = "/ar/stories/caucasus-talks/feed.atom"


@pytest.fixture
def beside(monkeypatch):
    """Run a command beside the service, with the same environment."""
    for name, value in ANY_PORT.items():
        monkeypatch.setenv(name, value)
    return partial(asyncio.to_thread, run_command)


async def test_a_new_service_polls_publishes_answers_conditions_and_drains(copied, tmp_path):
    folder = tmp_path / "first"
    folder.mkdir()
    run_first_edition(copied, folder)
    async with opened_newsroom(folder), running(folder) as service:
        assert await service.status("/healthz") == 200

        async def published() -> bool:
            return await service.status(TALKS) == 200

        await until(published, "the talks in Arabic")
        assert await service.status("/readyz") == 200
        async with service.session.get(f"{service.admin}/readyz") as admin:
            assert admin.status == 200
        await conditions_are_met(service)
        assert await service.end() == 0
    assert "source polled: source=site-ar" in service.log
    assert "Traceback" not in service.log


async def conditions_are_met(service) -> None:
    """What has not changed since is not sent again, by entity tag or by date."""

    async def unchanged() -> bool:
        whole = await service.get(TALKS)
        tag, date = whole.headers["ETag"], whole.headers["Last-Modified"]
        by_tag = await service.get(TALKS, If_None_Match=tag)
        by_date = await service.get(TALKS, If_Modified_Since=date)
        other = await service.get(TALKS, If_None_Match='"another"', If_Modified_Since=date)
        assert other.status == 200
        found = {(by_tag.status, by_tag.body), (by_date.status, by_date.body)}
        return whole.status == 200 and found == {(304, b"")}

    # The first publications may still come in between two of the questions.
    await until(unchanged, "304 by tag and by date")


async def test_a_restart_serves_the_old_shelf_at_once_and_renders_nothing(copied, published):
    before = published.shelf
    with silent_newsroom(copied):
        async with running(copied) as service:
            assert await service.status("/readyz") == 200
            for path in (TALKS, "/feeds.json", "/ja/", "/en/stories/glacier-monitoring/feed.rss"):
                answer = await service.get(path, Accept_Encoding="identity")
                assert (answer.status, answer.body) == (200, before.items[path].body), path
                assert answer.headers["ETag"] == before.items[path].etag
            assert await service.end() == 0
    assert "settled:" not in service.log
    assert (await read_shelf(copied)).generation == before.generation


async def test_a_poll_that_outlasts_the_grace_is_cancelled_and_its_lease_given_back(copied):
    with silent_newsroom(copied):
        file = copied / "swifeeds.toml"
        await asyncio.to_thread(run_here, "source", "reset", "site-de", "--config", file)
        async with running(copied) as service:

            async def polling() -> bool:
                return any(await owners(copied))

            await until(polling, "a source is leased")
            assert await service.end() == 0
    assert "stopping: running=" in service.log
    assert await owners(copied) == ()
    assert "Traceback" not in service.log


async def owners(folder) -> tuple[str, ...]:
    store = SqlStore(StorageSettings(url=f"sqlite:///{folder}/demo.db"), folder)
    await store.open()
    try:
        return await store.owners()
    finally:
        await store.close()


async def test_a_withdrawal_beside_the_service_is_noticed(copied, published, beside):
    page = next(path for path in published.shelf.items if "/articles/" in path)
    article = page.rstrip("/").rpartition("/")[2]
    showing = [
        path for path, item in published.shelf.items.items()
        if "/feed." in path and article.encode() in item.body
    ]  # fmt: skip
    assert showing
    with silent_newsroom(copied):
        async with running(copied) as service:
            assert await service.status(page) == 200
            done = await beside(
                "article", "withdraw", article, "--reason", "a mistake",
                "--config", copied / "swifeeds.toml",
            )  # fmt: skip
            assert f"done: {article}" in done.stdout

            async def gone() -> bool:
                return await service.status(page) == 410

            await until(gone, "410 for the article's page")
            for path in showing:
                answer = await service.get(path)
                assert answer.status == 200, path
                assert article.encode() in answer.body, path
                assert b"swi:withdrawn>" in answer.body or b'"withdrawn":true' in answer.body, path
            assert await service.end() == 0


async def test_a_faulty_reload_keeps_what_runs_and_a_good_one_is_taken(copied, beside):
    file = copied / "swifeeds.toml"
    good = file.read_text(encoding="utf-8")
    with silent_newsroom(copied):
        async with running(copied) as service:
            file.write_text(good.replace("[languages.en]", "[langauges.en]"), encoding="utf-8")
            service.signal(signal.SIGHUP)
            await service.until_logged("configuration not reloaded, the running one stays")
            assert "langauges" in service.log
            assert await service.status(TALKS) == 200
            changed = good.replace("World news (sample)", "The whole world")
            changed = changed.replace("max_age = 5", "max_age = 7")
            file.write_text(changed, encoding="utf-8")
            found = await beside("config", "diff", "--config", file, "--json", expect=1)
            assert {line.partition(":")[0] for line in json.loads(found.stdout)} == {
                "site.title.en", "serve.max_age",
            }  # fmt: skip
            service.signal(signal.SIGHUP)
            await service.until_logged("configuration reloaded: sources=13")
            await service.until_logged("need a restart, their running values stay: serve")

            async def renamed() -> bool:
                return b"The whole world" in (await service.get("/en/feed.atom")).body

            await until(renamed, "the new title in the feed")
            left = await beside("config", "diff", "--config", file, "--json", expect=1)
            assert json.loads(left.stdout) == ["serve.max_age: 5 -> 7"]
            assert await service.end() == 0
    assert "Traceback" not in service.log


async def test_ctrl_c_ends_the_service_too(copied):
    with silent_newsroom(copied):
        async with running(copied) as service:
            service.signal(signal.SIGINT)
            assert await service.process.wait() == 0
    assert "stopping" in service.log


async def test_a_reload_takes_new_redirects_and_refuses_a_circle(copied):
    file = copied / "swifeeds.toml"
    text = file.read_text(encoding="utf-8")
    async with running(copied) as service:
        assert await service.status("/rss.php?lang=de") == 404
        file.write_text(f'{text}\n[[redirects]]\nfrom = "/a"\nto = "/a"\n', encoding="utf-8")
        service.signal(signal.SIGHUP)
        await service.until_logged("leads in a circle: /a → /a")
        rule = '[[redirects]]\nfrom = "/rss.php?lang={lang}"\nto = "/{lang}/feed.rss"\n'
        file.write_text(f"{text}\n{rule}", encoding="utf-8")
        service.signal(signal.SIGHUP)
        await service.until_logged("configuration reloaded")

        async def led_on() -> bool:  # a slow machine's old processes answer a while longer
            return await service.status("/rss.php?lang=de") == 200

        await until(led_on, "the old address leads to the feed")
        led, there = await service.get("/rss.php?lang=de"), await service.get("/de/feed.rss")
        assert (led.status, led.body) == (200, there.body)


async def test_what_is_published_is_pressed_when_nothing_else_is_to_be_done(copied):
    page, br = "/de/stories/caucasus-talks/", {"Accept_Encoding": "br"}
    async with running(copied) as service:
        before = await service.get(page, **br)
        assert before.headers["ETag"].endswith('-br"')

        async def pressed() -> bool:
            return (await service.get(page, **br)).headers["ETag"].endswith('-br11"')

        await until(pressed, f"pressed bytes: {service.log}")
        after = await service.get(page, **br)
        held = before.headers["ETag"]
        again = await service.get(page, If_None_Match=held, **br)
    assert int(after.headers["Content-Length"]) < int(before.headers["Content-Length"])
    assert after.headers["Last-Modified"] == before.headers["Last-Modified"]
    assert (again.status, again.headers["ETag"]) == (304, held)
