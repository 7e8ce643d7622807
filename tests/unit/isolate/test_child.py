from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.unit.isolate.watching import make_pipe, wait_for_end

PARENT = """
import asyncio, sys
from swifeeds.isolate import Isolation, IsolateSettings
from tests.unit.isolate import work

async def main():
    async with Isolation(IsolateSettings(workers=1, limit=0.5)) as isolation:
        await isolation.run(work.loop, sys.argv[1], subject="x", limit=0.5)

if __name__ == "__main__":
    asyncio.run(main())
"""


def test_a_child_whose_parent_was_killed_ends_by_itself(tmp_path: Path) -> None:
    script, pipe = tmp_path / "parent.py", make_pipe(tmp_path)
    script.write_text(PARENT)
    root = Path(__file__).parents[3]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root), *sys.path])}
    # What is printed after the kill is the system's complaint about what was left behind.
    with subprocess.Popen(
        [sys.executable, script, pipe], env=environment, stderr=subprocess.DEVNULL
    ) as parent:
        child = int(pipe.read_text())
        parent.send_signal(signal.SIGKILL)
    assert wait_for_end(child)
