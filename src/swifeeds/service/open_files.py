"""How many files this process may hold open: every connection is one."""

from __future__ import annotations

import resource


def ask_for_open_files(wanted: int) -> None:
    """Raise this process's limit to `wanted`, as far as the system lets it."""
    granted, highest = resource.getrlimit(resource.RLIMIT_NOFILE)
    if granted == resource.RLIM_INFINITY or granted >= wanted:
        return
    limit = wanted if highest == resource.RLIM_INFINITY else min(wanted, highest)
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, highest))
