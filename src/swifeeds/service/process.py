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


def spare_the_collector() -> None:
    """Let Python's collector look no more at what is here now: programs, catalogs, templates.

    They live for ever, and walking them would make every reader wait 50 ms now and then.
    """
    gc.collect()
    gc.freeze()
