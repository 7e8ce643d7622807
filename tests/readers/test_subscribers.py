"""Real subscribers, through five editions over real HTTP: nothing is lost, nothing is doubled.

Each keeps its own validators and its own idea of what is the same entry. Those that Debian brings
run as their users run them, in a home of their own.
"""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import sys
from pathlib import Path

import feedparser
import pytest
from reader import make_reader
from tests.readers.edition import (
    CHANGED,
    CORRECTED,
    EDITIONS,
    MOVED,
    RETITLED,
    SUFFIXES,
    ids,
    link_of,
    newsstand,
)

pytestmark = pytest.mark.timeout(120)


def needs(program: str) -> str:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} not installed")
    return found


async def run(*command: str | Path, home: Path) -> str:
    """A program in a home of its own; what it said."""
    process = await asyncio.create_subprocess_exec(
        *map(str, command), cwd=home,
        env={"HOME": str(home), "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    said, _ = await process.communicate()
    assert process.returncode == 0, said.decode()
    return said.decode()


WHOLE_OR_DELTA = pytest.mark.parametrize("delta", [False, True], ids=["whole", "delta"])
"""feedparser, reader and newsboat ask for deltas of their own accord."""


@WHOLE_OR_DELTA
@pytest.mark.parametrize("suffix", ["rss", "atom"])
async def test_feedparser_sees_every_article_once_and_nothing_when_nothing_changed(suffix, delta):
    held, etag, modified = {}, None, None
    async with newsstand(delta=delta) as stand:
        for edition in range(len(EDITIONS)):
            stand.turn()
            parsed = await asyncio.to_thread(
                feedparser.parse, stand.url(suffix), etag=etag, modified=modified
            )
            changed = 226 if delta and edition else 200
            assert parsed.status == (304 if edition == 2 else changed)
            if parsed.status != 304:
                assert not parsed.bozo
                etag, modified = parsed.etag, parsed.modified
                assert len(parsed.entries) == (CHANGED[edition] if delta else len(ids(edition)))
            held |= {entry.id: entry for entry in parsed.entries}
            assert set(held) == ids(edition)
    check_what_changed({one: (entry.title, entry.link) for one, entry in held.items()})
    (corrected,) = [entry for one, entry in held.items() if one.endswith(CORRECTED)]
    assert "Corrected text." in corrected.content[0].value


@WHOLE_OR_DELTA
@pytest.mark.parametrize("suffix", SUFFIXES)
async def test_reader_holds_every_article_once(suffix, delta, tmp_path):
    async with newsstand(delta=delta) as stand:
        for edition in range(len(EDITIONS)):
            stand.turn()
            entries = await asyncio.to_thread(_read, tmp_path / "reader.db", stand.url(suffix))
            assert {entry.id for entry in entries} == ids(edition)
            assert len(entries) == len(ids(edition))
    check_what_changed({entry.id: (entry.title, entry.link) for entry in entries})


def _read(database: Path, url: str):
    reader = make_reader(str(database), feed_root="")
    try:
        reader.add_feed(url, exist_ok=True)
        reader.update_feed(url)
        return list(reader.get_entries(feed=url))
    finally:
        reader.close()


@WHOLE_OR_DELTA
@pytest.mark.parametrize("suffix", ["rss", "atom"])
async def test_newsboat_holds_every_article_once(suffix, delta, tmp_path):
    newsboat = needs("newsboat")
    (tmp_path / "config").write_text("auto-reload no\ncleanup-on-quit no\n")
    async with newsstand(delta=delta) as stand:
        (tmp_path / "urls").write_text(stand.url(suffix) + "\n")
        for edition in range(len(EDITIONS)):
            stand.turn()
            await run(
                newsboat, "-u", tmp_path / "urls", "-c", tmp_path / "cache.db",
                "-C", tmp_path / "config", "-x", "reload", home=tmp_path,
            )  # fmt: skip
            rows = _newsboat_rows(tmp_path / "cache.db")
            assert {guid for guid, _, _ in rows} == ids(edition)
            assert len(rows) == len(ids(edition))
    check_what_changed({guid: (title, url) for guid, title, url in rows})


def _newsboat_rows(database: Path) -> list[tuple[str, str, str]]:
    connection = sqlite3.connect(database)
    try:
        return connection.execute("select guid, title, url from rss_item").fetchall()
    finally:
        connection.close()


@pytest.mark.parametrize("suffix", ["rss", "atom"])
async def test_sfeed_holds_every_article(suffix, tmp_path):
    """sfeed takes a changed headline or address for another item: its ids are counted."""
    update = needs("sfeed_update")
    needs("curl")
    async with newsstand() as stand:
        (tmp_path / "sfeedrc").write_text(
            f'sfeedpath="{tmp_path}/feeds"\nfeeds() {{ feed "talks" "{stand.url(suffix)}"; }}\n'
        )
        for edition in range(len(EDITIONS)):
            stand.turn()
            await run(update, tmp_path / "sfeedrc", home=tmp_path)
            text = (tmp_path / "feeds" / "talks").read_text(encoding="utf-8")
            rows = [line.split("\t") for line in text.splitlines()]
            assert {row[5] for row in rows} == ids(edition)
            if edition <= 2:
                assert len(rows) == len(ids(edition))
    assert {row[2] for row in rows} >= {link_of(one.id, len(EDITIONS) - 1) for one in EDITIONS[-1]}


@pytest.mark.parametrize("suffix", ["rss", "atom"])
async def test_rss2email_mails_every_article_once(suffix, tmp_path):
    r2e = needs("r2e")
    post = tmp_path / "post"
    post.write_text(f"#!{sys.executable}\n{MAILBOX.format(folder=tmp_path / 'mail')}")
    post.chmod(0o755)
    (tmp_path / "mail").mkdir()
    (tmp_path / "r2e.cfg").write_text(
        "[DEFAULT]\nto = reader@localhost\nfrom = feeds@localhost\n"
        f"email-protocol = sendmail\nsendmail = {post}\ntrust-guid = True\n"
    )
    command = (r2e, "-c", tmp_path / "r2e.cfg", "-d", tmp_path / "r2e.json")
    async with newsstand() as stand:
        await run(*command, "add", "talks", stand.url(suffix), home=tmp_path)
        for edition in range(len(EDITIONS)):
            stand.turn()
            await run(*command, "run", home=tmp_path)
            mails = [each.read_text() for each in (tmp_path / "mail").iterdir()]
            assert len(mails) == len(ids(edition))


MAILBOX = """
import sys, uuid, pathlib
(pathlib.Path({str(folder)!r}) / uuid.uuid4().hex).write_bytes(sys.stdin.buffer.read())
""".replace("{str(folder)!r}", '"{folder}"')


def check_what_changed(held: dict[str, tuple[str, str]]) -> None:
    """The last editions' corrections arrived, under the ids that the articles always had."""
    last = len(EDITIONS) - 1
    by_end = {one.rpartition("/")[2]: shown for one, shown in held.items()}
    assert by_end[RETITLED][0] == "A better headline"
    assert by_end[MOVED][1] == link_of(MOVED, last)
    assert {link for _, link in by_end.values()} == {
        link_of(one.id, last) for one in EDITIONS[last]
    }
