"""Who works on the store: a name that says which process of which machine it is.

A process that was killed leaves its leases behind, and they run out by themselves. On the same
machine nobody has to wait for that: a process that is gone holds nothing.
"""

from __future__ import annotations

import os
import secrets
import socket

from swifeeds.store import Store


def new_owner() -> str:
    """A name for this process's work, unlike any other's."""
    return f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"


async def disown_the_dead(store: Store) -> None:
    """Give back the leases of processes of this machine that are no more."""
    for owner in await store.owners():
        if _is_dead(owner):
            await store.disown(owner)


def _is_dead(owner: str) -> bool:
    """True when the owner is a process of this machine, and gone. A number that another process
    has meanwhile counts as alive: its lease runs out."""
    host, _, rest = owner.partition(":")
    pid = rest.partition(":")[0]
    if host != socket.gethostname() or not pid.isdecimal():
        return False
    try:
        os.kill(int(pid), 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:  # it lives, as another user
        return False
    return False
