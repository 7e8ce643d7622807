from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.unit.isolate import work
from tests.unit.isolate.watching import make_pipe, wait_for_end

from swifeeds.errors import Killed, NotAnArticle
from swifeeds.isolate import IsolateSettings, Isolation

URL = "https://news.example.org/a"


@pytest.fixture
async def isolation() -> AsyncIterator[Isolation]:
    async with Isolation(IsolateSettings(workers=2, limit=20)) as isolation:
        yield isolation


async def until_gone(pid: int) -> None:
    await asyncio.to_thread(wait_for_end, pid)


async def test_a_result_comes_back_from_another_process(isolation: Isolation) -> None:
    assert await isolation.run(work.double, 21, subject=URL) == 42
    assert await isolation.run(work.pid, subject=URL) != os.getpid()


async def test_an_extract_error_comes_out_as_itself(isolation: Isolation) -> None:
    with pytest.raises(NotAnArticle) as error:
        await isolation.run(work.find_no_article, URL, subject=URL)
    assert (error.value.url, error.value.message) == (URL, "no headline")


async def test_a_bug_keeps_its_class(isolation: Isolation) -> None:
    with pytest.raises(KeyError, match="a bug of ours"):
        await isolation.run(work.fail, subject=URL)


async def test_an_endless_loop_is_ended_and_names_its_subject(
    isolation: Isolation, tmp_path: Path
) -> None:
    with pytest.raises(Killed, match=f"{URL}: work on it took longer than 0.3 s"):
        await isolation.run(work.loop, "/dev/null", subject=URL, limit=0.3)
    assert await isolation.run(work.double, 1, subject=URL) == 2


async def test_a_regular_expression_that_holds_the_interpreter_is_ended(
    isolation: Isolation,
) -> None:
    with pytest.raises(Killed, match="longer than"):
        await isolation.run(work.hold_the_interpreter, subject=URL, limit=0.3)


@pytest.mark.parametrize(
    ("function", "message"), [(work.crash, "SIGSEGV"), (work.leave, "exit status 3")]
)
async def test_a_crash_is_told_and_the_next_document_is_read(
    isolation: Isolation, function, message: str
) -> None:
    with pytest.raises(Killed, match=message):
        await isolation.run(function, subject=URL)
    assert await isolation.run(work.double, 1, subject=URL) == 2


async def test_too_much_memory_is_refused(isolation: Isolation) -> None:
    assert await isolation.run(work.take_memory, 64, subject=URL) == 64 * 1024 * 1024
    with pytest.raises(Killed, match="1536 MiB"):
        await isolation.run(work.take_memory, 4096, subject=URL)


async def test_endless_nesting_is_told(isolation: Isolation) -> None:
    with pytest.raises(Killed, match="nests too deeply"):
        await isolation.run(work.nest, 0, subject=URL)


async def test_the_neighbours_of_a_crash_are_not_lost(isolation: Isolation) -> None:
    async with asyncio.TaskGroup() as group:
        good = [
            group.create_task(isolation.run(work.double, number, subject=URL))
            for number in range(20)
        ]
        bad = group.create_task(raises_killed(isolation))
    assert [task.result() for task in good] == [number * 2 for number in range(20)]
    assert bad.result()


async def raises_killed(isolation: Isolation) -> bool:
    try:
        await isolation.run(work.crash, subject=URL)
    except Killed:
        return True
    return False


async def test_cancelling_kills_the_child(isolation: Isolation, tmp_path: Path) -> None:
    pipe = make_pipe(tmp_path)
    task = asyncio.create_task(isolation.run(work.loop, str(pipe), subject=URL))
    pid = int(await asyncio.to_thread(pipe.read_text))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await until_gone(pid)


async def test_a_pool_whose_idle_child_was_killed_is_replaced() -> None:
    async with Isolation(IsolateSettings(workers=1)) as isolation:
        first = await isolation.run(work.pid, subject=URL)
        os.kill(first, signal.SIGKILL)
        await until_gone(first)
        for _ in range(5):
            assert await isolation.run(work.double, 4, subject=URL) == 8


async def test_a_child_is_replaced_after_its_share_of_work() -> None:
    async with Isolation(IsolateSettings(workers=1, tasks=2)) as isolation:
        pids = {await isolation.run(work.pid, subject=URL) for _ in range(6)}
    assert len(pids) == 3


async def test_ctrl_c_is_left_to_the_parent(isolation: Isolation) -> None:
    assert await isolation.run(work.interrupt_handler, subject=URL)


async def test_leaving_ends_every_child() -> None:
    async with Isolation(IsolateSettings(workers=1)) as isolation:
        pid = await isolation.run(work.pid, subject=URL)
    await until_gone(pid)


async def test_one_that_was_never_used_starts_no_process() -> None:
    async with Isolation(IsolateSettings()):
        pass
