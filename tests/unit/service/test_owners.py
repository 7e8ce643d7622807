from __future__ import annotations

import os
import socket
import subprocess
import sys

from tests.contract.making import lease_of

from swifeeds.service.owners import disown_the_dead, new_owner

HERE = socket.gethostname()


def dead_pid() -> int:
    """The number of a process that is surely gone."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_an_owner_names_machine_and_process_and_is_unlike_any_other():
    assert new_owner().startswith(f"{HERE}:{os.getpid()}:")
    assert new_owner() != new_owner()


async def test_what_a_dead_process_of_this_machine_held_is_free(store):
    await lease_of(store, owner=f"{HERE}:{dead_pid()}:aa")
    await disown_the_dead(store)
    assert await store.owners() == ()


async def test_a_living_process_and_another_machine_and_strange_names_keep_theirs(store):
    owners = {new_owner(), f"elsewhere.{HERE}:{dead_pid()}:aa", "nobody", f"{HERE}:x:aa"}
    for number, owner in enumerate(sorted(owners)):
        await lease_of(store, f"source-{number}", owner=owner)
    await disown_the_dead(store)
    assert set(await store.owners()) == owners


async def test_a_number_that_no_process_can_have_is_dead(store):
    await lease_of(store, owner=f"{HERE}:{10**30}:aa")
    await disown_the_dead(store)
    assert await store.owners() == ()
