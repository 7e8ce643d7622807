"""wrk as a load generator, and the processor time of the server it loads."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

CONNECTIONS = 64
SERVER_CORE, CLIENT_CORE = "0", "1"
_MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What came of some seconds of load. `p99` is in milliseconds."""

    requests: int
    p99: float


def missing(*programs: str) -> str | None:
    """Why nothing can be measured here, or None."""
    absent = [name for name in programs if shutil.which(name) is None]
    if (os.cpu_count() or 1) < 2:
        return "needs two processors: one for the server, one for the load"
    return f"not installed: {', '.join(absent)}" if absent else None


def on_core(core: str, *command: str | Path) -> list[str]:
    """The command, on one processor alone."""
    return ["taskset", "-c", core, *map(str, command)]


def load(url: str, seconds: int, fields: dict[str, str]) -> Load:
    """Ask for `url` as fast as the answers come, over 64 connections that stay."""
    headers = [part for name, value in fields.items() for part in ("-H", f"{name}: {value}")]
    command = on_core(
        CLIENT_CORE, "wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", *headers, url
    )
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if re.search(r"Non-2xx or 3xx|Socket errors", said):
        raise SystemExit(f"the figures would mean nothing:\n{said}")
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s|m)", said).groups()
    requests = int(re.search(r"(\d+) requests in", said)[1])
    return Load(requests=requests, p99=float(number) * _MILLISECONDS[unit])


def cpu_seconds(pid: int) -> float:
    """User and system time of a process and its living children so far."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return own + sum(cpu_seconds(int(child)) for child in children)
