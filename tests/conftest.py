"""What holds for every test: skips for missing parts can be forbidden, and are counted aloud."""

from __future__ import annotations

import os
import sys

import feedparser_sgmllib
import pytest
from hypothesis import settings

# The parser inside `reader` asks for a module of Python 2 that is published as source alone;
# feedparser's own copy of it comes as a wheel and is the same code.
sys.modules.setdefault("sgmllib", feedparser_sgmllib)

# A slow example on a busy machine is no fault of the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# pytest's workers are told how wide the terminal is; what a command prints here goes to a pipe.
os.environ.pop("COLUMNS", None)

_FORBID = "SWIFEEDS_FORBID_SKIPS"

_JOURNEYS = ("browser", "acceptance", "readers", "series", "contract", "migration", "stories")
"""Folders whose files take seconds to half a minute each, the longest first."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """Long journeys first: a file is one worker's alone, and the quick ones fill up what is left.

    Otherwise a file of a few long tests comes last, and one processor waits for it.
    """
    ranks = {config.rootpath / "tests" / name: rank for rank, name in enumerate(_JOURNEYS)}

    def rank(item):
        return next((ranks[one] for one in item.path.parents if one in ranks), len(ranks))

    items.sort(key=rank)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """With SWIFEEDS_FORBID_SKIPS set, a skip is a failure: nothing may be missing there.

    The corpus is other people's writing and never shipped: tests over it may skip anywhere.
    """
    report = yield
    if report.skipped and os.environ.get(_FORBID) and "corpus" not in item.keywords:
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid}: skipped where skips are forbidden: {report.longrepr}"
    return report


def pytest_terminal_summary(terminalreporter):
    """Say loudly what was not tested on this machine."""
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped:
        terminalreporter.write_line(
            f"{len(skipped)} tests were skipped because this machine lacks something:"
            " see the reasons above",
            yellow=True,
            bold=True,
        )
