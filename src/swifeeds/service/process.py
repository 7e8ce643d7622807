"""What a process that answers readers settles with its system and with Python."""

from __future__ import annotations

import gc
import resource


def ask_for_open_files(wanted: int) -> None:
    """Raise this process's limit to `wanted`, as far as the system lets it: every connection is
    one."""
    granted, highest = resource.getrlimit(resource.RLIMIT_NOFILE)
    if granted == resource.RLIM_INFINITY or granted >= wanted:
        return
    limit = wanted if highest == resource.RLIM_INFINITY else min(wanted, highest)
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, highest))


_NEW_OBJECTS = 50_000
"""Made and not yet gone, until the collector looks at them: some megabytes at most. A poll on its
way is about a hundred, and a claim may begin two hundred at once: at 20 000 the collector looked at
all of them at each such claim, for a tenth of what polls cost. At Python's own 700 it looks a
hundred times a second at the same polls on their way."""


def spare_the_collector() -> None:
    """Let Python's collector look no more at what is here now: programs, catalogs, templates.

    They live for ever, and walking them would make every reader wait 50 ms now and then. What is
    made from now on is looked at less often: nearly all of it goes without the collector.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS, *gc.get_threshold()[1:])
