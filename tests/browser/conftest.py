"""A real browser before the real site; absent parts skip loudly and by name."""

from __future__ import annotations

import asyncio
import shutil
import threading
from concurrent.futures import Future

import pytest
from tests.http.served import Served, open_site


@pytest.fixture(scope="module")
def browser():
    """Closed with its module: while Playwright's sync API is open, no asyncio test can run."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright not installed")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium not installed")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def address():
    """The sample site, served from a loop of its own: Playwright's sync API needs this one."""
    started: Future[str] = Future()
    loop = asyncio.new_event_loop()
    stop = asyncio.Event()
    thread = threading.Thread(target=loop.run_until_complete, args=(_serve(started, stop),))
    thread.start()
    try:
        yield started.result(timeout=20)
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()
        loop.close()


async def _serve(started: Future[str], stop: asyncio.Event) -> None:
    try:
        async with open_site() as site:
            _announce(site, started)
            await stop.wait()
    except BaseException as error:
        if not started.done():
            started.set_exception(error)
        raise


def _announce(site: Served, started: Future[str]) -> None:
    started.set_result(site.url)
