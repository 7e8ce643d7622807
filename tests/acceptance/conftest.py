"""The whole journey once, for all who look at what came of it."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest
from tests.acceptance.journey import Published, read_shelf, run_command


def pytest_collection_modifyitems(items):
    """Whoever comes first waits for the demo, which may take its 120 seconds on a busy machine."""
    for item in items:
        if "published" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.timeout(180), append=False)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """`swifeeds demo --once --data D`, both editions collected and published."""
    folder = tmp_path_factory.mktemp("demo")
    done = run_command("demo", "--once", "--data", folder, "--port", "8080")
    return Published(folder=folder, output=done.stdout, shelf=asyncio.run(read_shelf(folder)))


@pytest.fixture
def copied(published: Published, tmp_path: Path) -> Path:
    """A copy of the demo's folder that a test may change."""
    folder = tmp_path / "demo"
    shutil.copytree(published.folder, folder)
    text = (folder / "swifeeds.toml").read_text(encoding="utf-8")
    text = text.replace(str(published.folder), str(folder))
    (folder / "swifeeds.toml").write_text(text, encoding="utf-8")
    return folder
