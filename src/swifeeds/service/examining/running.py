"""The service: whether it runs, answers readers, and runs with what the file says."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from ipaddress import ip_address

from swifeeds.config import Config, difference, masked
from swifeeds.egress import Egress, EgressSettings, Policy
from swifeeds.errors import CollectError
from swifeeds.service.counting import counted
from swifeeds.service.examining.addresses import host_and_port
from swifeeds.service.examining.check import Check, Needs
from swifeeds.service.examining.diagnosis import Diagnosis, broken, note, ok, warning
from swifeeds.service.examining.patient import Patient, database_file
from swifeeds.service.running import RUNNING_CONFIGURATION

_PATIENCE = 8.0
"""Seconds for an answer of our own doors: longer than they wait for the database."""

_WELL = 200


async def look_at_service(patient: Patient) -> AsyncIterator[Diagnosis]:
    """Whether both doors answer, and are ready."""
    serve = patient.settings.serve
    admin = await _ask(patient.settings, serve.admin_listen)
    if admin == "silent":
        yield await _of_silence(patient)
        return
    yield _of_door("serve.admin_listen", serve.admin_listen, admin)
    if admin == "ready":
        public = await _ask(patient.settings, serve.listen)
        yield _of_door("serve.listen", serve.listen, public)


async def _ask(config: Config, listen: str) -> str:
    """`ready`, `unready`, `strange` (another program answers), `silent` (none does), or `unknown`
    (the port is another at each start)."""
    host, port = host_and_port(listen)
    if not port:
        return "unknown"
    settings = EgressSettings(
        contact=config.egress.contact,
        connect_timeout=_PATIENCE,
        read_timeout=_PATIENCE,
        total_timeout=_PATIENCE,
        gap=0.0,
    )
    async with Egress(settings, Policy.OPERATOR) as egress:
        try:
            answer = await egress.fetch(f"http://{_here(host)}:{port}/readyz", follow=False)
        except CollectError:
            return "silent"
    if answer.headers.get("server") != "swifeeds":
        return "strange"
    return "ready" if answer.status == _WELL else "unready"


def _here(host: str) -> str:
    """Where to ask a door of this machine that listens at `host`."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if address.is_unspecified:
        return "127.0.0.1" if address.version == 4 else "[::1]"  # noqa: PLR2004 - IP versions
    return f"[{address}]" if address.version == 6 else str(address)  # noqa: PLR2004


def _of_door(setting: str, listen: str, found: str) -> Diagnosis:
    match found:
        case "ready":
            return ok(f"the service answers at {listen} ({setting}) and is ready", subject=setting)
        case "unready":
            return broken(
                f"the service answers at {listen} ({setting}) and is not ready",
                "`curl` its /readyz on the admin door says why; a service that just started needs"
                " some seconds",
                subject=setting,
            )
        case "strange":
            return broken(
                f"another program answers at {listen} ({setting})",
                f"stop it, or set {setting} to a free port", subject=setting,
            )  # fmt: skip
        case "unknown":
            return note(
                f"{setting} {listen} takes another port at each start: it cannot be asked",
                "set a port of its own", subject=setting,
            )  # fmt: skip
        case _:
            return broken(
                f"nobody answers at {listen} ({setting})",
                "look into the service's log: what answers readers is started anew when it dies",
                subject=setting,
            )


async def _of_silence(patient: Patient) -> Diagnosis:
    listen = patient.settings.serve.admin_listen
    sentence = f"the service does not run: nobody answers at {listen} (serve.admin_listen)"
    start = "start it: `swifeeds run`, or `systemctl start swifeeds`"
    if patient.store is None:
        return warning(sentence, f"see the database first, then {start}")
    if await patient.store.recall(RUNNING_CONFIGURATION) is None:
        return note(f"{sentence}, and none ever ran with this database", start)
    if database_file(patient.settings) is None:
        return warning(f"{sentence} on this machine", f"unless another machine runs it, {start}")
    return broken(sentence, start)


async def look_at_running_configuration(patient: Patient) -> AsyncIterator[Diagnosis]:
    """Whether the service took what the file says by now."""
    running = await patient.opened.recall(RUNNING_CONFIGURATION)
    if running is None:
        yield ok("no service has run with this database yet")
        return
    lines = difference(json.loads(running), masked(patient.settings.effective))
    if lines:
        keys = counted(len(lines), "key differs", "keys differ")
        yield note(
            f"the service last ran with another configuration than {patient.file}: {keys}",
            "`swifeeds config diff` shows them; `kill -HUP` (`systemctl reload swifeeds`) or a"
            " restart takes the file",
        )
    else:
        yield ok(f"the service took all that {patient.file} says")


CHECKS = (
    Check(
        name="service",
        family="service",
        asks="does the service run on this machine, and answer readers?",
        needs=Needs.CONFIGURATION,
        look=look_at_service,
    ),
    Check(
        name="running-configuration",
        family="service",
        asks="did the service take what the file says by now?",
        needs=Needs.DATABASE,
        look=look_at_running_configuration,
    ),
)
