"""What an answer costs beside nginx, and what readers feel while the service collects.

`python -m tests.benchmark.serve`. One feed of about 60 kB lies on the shelf of a real store; the
process that answers readers (`swifeeds answer`, as `serve.processes` starts it) serves it, and
nginx serves the same bytes as files with the same header fields, `gzip_static` and
`open_file_cache`. wrk asks over 64 connections that stay: as it is, by gzip, and with the tag it
has (304). Server on one processor, wrk on the other, both servers in turn, and the cheapest of all
rounds for each: user and system time of the server's processes, divided by requests. One round
proves nothing on a shared machine.
"""

from __future__ import annotations

import asyncio
import json
import logging
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.benchmark.serve_busy import Busy, measure_busy
from tests.benchmark.serve_sites import Site, nginx_site, our_site, published_feed, tag_of
from tests.benchmark.wrk import cpu_seconds, load, missing

ROUNDS = 9
SECONDS = 1
KINDS = ("identity", "gzip", "304")
BUSY = ("ratio_p99_busy_one_processor", "ratio_p99_busy")


def measure(folder: Path) -> dict[str, dict[str, float]]:
    """Microseconds of processor time a request, by server and kind of request."""
    best: dict[str, dict[str, float]] = {}
    with ExitStack() as stack:
        item = asyncio.run(published_feed(folder))
        sites = [
            stack.enter_context(our_site(folder, item)),
            stack.enter_context(nginx_site(folder, item)),
        ]
        for _ in range(ROUNDS):
            for kind in KINDS:
                for site in sites:
                    spent = _one(site, kind)
                    row = best.setdefault(site.name, {})
                    row[kind] = min(row.get(kind, spent), spent)
    return best


def _one(site: Site, kind: str) -> float:
    fields = {"gzip": {"Accept-Encoding": "gzip"}, "304": {"If-None-Match": tag_of(site)}}
    before = cpu_seconds(site.pid)
    came = load(site.url, SECONDS, fields.get(kind, {}))
    return 1e6 * (cpu_seconds(site.pid) - before) / came.requests


def main() -> None:
    """Print a table for people and, as the last line, the figures for machines."""
    logging.disable(logging.WARNING)
    absent = missing("nginx", "wrk", "taskset")
    figures: dict[str, object] = dict.fromkeys([f"ratio_{kind}" for kind in KINDS])
    why = dict.fromkeys(figures, absent) if absent else {}
    if not absent:
        with tempfile.TemporaryDirectory(prefix="swifeeds-benchmark-") as folder:
            figures = _ratios(measure(Path(folder)))
    unloaded = missing("wrk", "taskset")
    for name, busy in zip(BUSY, (None, None) if unloaded else measure_busy(), strict=True):
        figures[name] = _say_busy(busy) if busy else None
        if figures[name] is None:
            why[name] = unloaded or "nothing was published, or the machine did else"
    print(json.dumps({"benchmark": "serve", "figures": figures | ({"why": why} if why else {})}))


def _ratios(best: dict[str, dict[str, float]]) -> dict[str, object]:
    print(f"processor time of a request, cheapest of {ROUNDS} rounds in turn")
    for name, row in best.items():
        print(f"  {name:<10}" + "".join(f"{kind:>10} {us:6.1f} us" for kind, us in row.items()))
    ours, theirs = best["swifeeds"], best["nginx"]
    figures: dict[str, object] = {
        f"ratio_{kind}": round(ours[kind] / theirs[kind], 2) for kind in KINDS
    }
    spent = {f"us_{kind}_{name}": round(best[name][kind], 1) for name in best for kind in KINDS}
    return figures | spent


def _say_busy(busy: Busy) -> float | None:
    if not busy.busy:
        return None
    print(
        f"p99 of a feed with {busy.processors} processors: at rest {min(busy.idle):.1f} ms, while"
        " collecting"
        f" {min(busy.busy):.1f} ms, {busy.published} feeds and pages published meanwhile"
    )
    return busy.ratio


if __name__ == "__main__":
    main()
