from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.unit.collect.sources import NOW, directory

from swifeeds.collect import ScanOutcome
from swifeeds.collect.files import MAX_SIZE, scan_folder
from swifeeds.errors import Unreachable
from swifeeds.model import Fetched, NotModified, Reject, Validators

PAGE = b"<html><body>An article.</body></html>"
LONG_AGO = timedelta(hours=1)


def drop(folder: Path, name: str, body: bytes = PAGE, *, age: timedelta = LONG_AGO) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
    moment = (NOW - age).timestamp()
    os.utime(path, (moment, moment))
    return path


class Rest:
    """A clock that only rests move; `during` is what the world does meanwhile."""

    def __init__(self, during: Callable[[], object] = lambda: None) -> None:
        self.rests: list[float] = []
        self._during = during

    def now(self) -> datetime:
        return NOW + timedelta(seconds=sum(self.rests))

    async def sleep(self, seconds: float) -> None:
        self.rests.append(seconds)
        self._during()


async def scan(
    folder: Path, known: Mapping[str, Validators] | None = None, rest: Rest | None = None
) -> list[ScanOutcome]:
    rest = rest or Rest()
    source = directory(folder)
    return [
        outcome
        async for outcome in scan_folder(source, known or {}, now=rest.now, sleep=rest.sleep)
    ]


def addresses(outcomes: list[ScanOutcome]) -> list[str]:
    return [outcome.document.url for outcome in outcomes if isinstance(outcome, Fetched)]


async def test_files_in_which_articles_come_are_documents(tmp_path: Path) -> None:
    drop(tmp_path, "b.json", b'{"title": "B"}')
    drop(tmp_path, "A.HTM")
    drop(tmp_path, "2026/07/c.html")
    drop(tmp_path, "wire.XML", b"<nitf></nitf>")
    drop(tmp_path, "wire.txt")
    drop(tmp_path, "notes.doc")
    outcomes = await scan(tmp_path)
    assert addresses(outcomes) == [
        "drop:wire/2026/07/c.html",
        "drop:wire/A.HTM",
        "drop:wire/b.json",
        "drop:wire/wire.XML",
        "drop:wire/wire.txt",
    ]
    assert len(outcomes) == 5


async def test_a_document_names_no_path_of_this_machine(tmp_path: Path) -> None:
    drop(tmp_path, "a.json", b"[]")
    [outcome] = await scan(tmp_path)
    assert isinstance(outcome, Fetched)
    document = outcome.document
    assert (document.url, document.final_url) == ("drop:wire/a.json", "drop:wire/a.json")
    assert (document.body, document.media_type, document.retrieved) == (
        b"[]", "application/json", NOW,
    )  # fmt: skip
    assert str(tmp_path) not in repr(outcome)


async def test_strange_names_have_plain_addresses(tmp_path: Path) -> None:
    drop(tmp_path, "Zürich heute?.html")
    (tmp_path / os.fsdecode(b"caf\xe9.html")).write_bytes(PAGE)
    assert addresses(await scan(tmp_path, rest=Rest())) == [
        "drop:wire/Z%C3%BCrich%20heute%3F.html",
        "drop:wire/caf%E9.html",
    ]


async def test_an_unchanged_file_is_not_read_again(tmp_path: Path) -> None:
    path = drop(tmp_path, "a.html")
    [first] = await scan(tmp_path)
    assert isinstance(first, Fetched)
    known = {first.document.url: first.validators}
    assert await scan(tmp_path, known) == [NotModified(url="drop:wire/a.html")]
    path.write_bytes(PAGE + b"\n")
    os.utime(path, (1, 1))
    [changed] = await scan(tmp_path, known)
    assert isinstance(changed, Fetched)
    assert changed.validators != first.validators


async def test_hidden_and_temporary_files_are_passed_over(tmp_path: Path) -> None:
    for name in (
        ".a.html",
        "~a.html",
        "a.html~",
        "a.html.part",
        "a.tmp",
        ".git/a.html",
        "a.html.tmp",
    ):
        drop(tmp_path, name)
    assert await scan(tmp_path) == []


async def test_no_link_leads_out_of_the_folder(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    drop(outside, "secret.html")
    drop(inside, "a.html")
    (inside / "link.html").symlink_to(outside / "secret.html")
    (inside / "folder").symlink_to(outside)
    (inside / "loop").symlink_to(inside)
    assert addresses(await scan(inside)) == ["drop:wire/a.html"]


async def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    drop(tmp_path / "real", "a.html")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert addresses(await scan(tmp_path / "link")) == ["drop:wire/a.html"]


@pytest.mark.parametrize("name", ["a.html", "sub"])
async def test_a_name_that_becomes_a_link_meanwhile_leads_nowhere(
    tmp_path: Path, name: str
) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    drop(outside, "a.html", b"secret </html>")
    drop(inside, "a.html", age=timedelta())
    drop(inside, "sub/a.html", age=timedelta())

    def swap() -> None:
        (inside / name).rename(tmp_path / "moved")
        (inside / name).symlink_to(outside / name if name == "a.html" else outside)

    outcomes = await scan(inside, rest=Rest(swap))
    assert sum(isinstance(outcome, Reject) for outcome in outcomes) == 1
    assert "secret" not in repr(outcomes)


async def test_a_pipe_that_is_named_like_a_document_holds_nothing_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.html")
    (tmp_path / "b.html").mkdir()
    assert await scan(tmp_path) == []


async def test_a_file_dropped_just_now_is_read_after_a_rest(tmp_path: Path) -> None:
    drop(tmp_path, "a.html", age=timedelta(seconds=1))
    drop(tmp_path, "b.html")
    rest = Rest()
    assert addresses(await scan(tmp_path, rest=rest)) == ["drop:wire/b.html", "drop:wire/a.html"]
    assert rest.rests == [2.0]


async def test_settled_files_are_read_without_a_rest(tmp_path: Path) -> None:
    drop(tmp_path, "a.html")
    rest = Rest()
    await scan(tmp_path, rest=rest)
    assert rest.rests == []


async def test_a_file_that_is_being_written_is_left_for_the_next_scan(tmp_path: Path) -> None:
    path = drop(tmp_path, "a.html", age=timedelta())
    assert await scan(tmp_path, rest=Rest(lambda: path.write_bytes(PAGE * 2))) == []


async def test_a_file_that_vanishes_meanwhile_is_no_fault(tmp_path: Path) -> None:
    path = drop(tmp_path, "a.html", age=timedelta())
    assert await scan(tmp_path, rest=Rest(path.unlink)) == []


@pytest.mark.parametrize(
    ("name", "body"),
    [("a.json", b'{"title": "Half'), ("a.html", b"<html><body>Half"), ("a.html", b""),
     ("a.json", b""), ("a.xml", b"<?xml version='1.0'?><nitf><p>Half</p>"),
     ("a.txt", b"Half a li"), ("a.nitf", b"")],
)  # fmt: skip
async def test_a_file_without_its_end_gets_a_minute_to_be_finished(
    tmp_path: Path, name: str, body: bytes
) -> None:
    drop(tmp_path, name, body, age=timedelta(seconds=50))
    assert await scan(tmp_path) == []
    drop(tmp_path, name, body, age=timedelta(seconds=61))
    [outcome] = await scan(tmp_path)
    if body:
        assert isinstance(outcome, Fetched)
    else:
        assert outcome == Reject(subject=f"drop:wire/{name}", reason="is empty")


@pytest.mark.parametrize(
    ("name", "body"),
    [("a.json", b'\xef\xbb\xbf {"a": 1}\n'), ("a.json", b"[1]"), ("a.html", b"x</HTML>\n\n"),
     ("a.xml", b"<?xml version='1.0'?><n:x xmlns:n='u'>y</n:x>\n"), ("a.xml", b"<nitf/> "),
     ("a.nitf", b"<nitf>x</nitf><!-- by the desk -->"), ("a.txt", b"A line.\r\n"),
     ("a.txt", b"\x01wire\x03\x04")],
)  # fmt: skip
async def test_a_young_file_with_its_end_is_read(tmp_path: Path, name: str, body: bytes) -> None:
    drop(tmp_path, name, body, age=timedelta(seconds=10))
    assert len(addresses(await scan(tmp_path))) == 1


async def test_a_date_in_the_future_does_not_keep_a_file_out(tmp_path: Path) -> None:
    drop(tmp_path, "a.html", b"no end", age=-timedelta(days=300))
    assert len(addresses(await scan(tmp_path))) == 1


async def test_a_file_that_is_too_large_is_set_aside_unread(tmp_path: Path) -> None:
    path = drop(tmp_path, "a.html")
    with path.open("r+b") as file:
        file.truncate(MAX_SIZE + 1)
    os.utime(path, (1, 1))
    [outcome] = await scan(tmp_path)
    assert isinstance(outcome, Reject)
    assert outcome.subject == "drop:wire/a.html"
    assert outcome.reason.startswith("is larger than 20971520 bytes; ")


async def test_a_tree_without_end_is_followed_so_far(tmp_path: Path) -> None:
    drop(tmp_path, "/".join(["d"] * 16) + "/a.html")
    drop(tmp_path, "/".join(["d"] * 17) + "/b.html")
    assert [url.rpartition("/")[2] for url in addresses(await scan(tmp_path))] == ["a.html"]


@pytest.mark.parametrize("name", ["missing", "file"])
async def test_a_folder_that_is_not_there_is_unreachable(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Unreachable, match="drop:wire/: the folder cannot be read") as error:
        await scan(tmp_path / name)
    assert str(tmp_path) not in str(error.value)
