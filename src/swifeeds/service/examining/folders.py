"""The folders that are written to: of the database, and of the exported site."""

from __future__ import annotations

import os
import pwd
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

from swifeeds.deliver.export.opening import check_folder
from swifeeds.errors import UsageError
from swifeeds.service.examining.check import Check, Needs
from swifeeds.service.examining.diagnosis import Diagnosis, broken, note, ok, told_by
from swifeeds.service.examining.patient import Patient, database_file
from swifeeds.service.exporter import EXPORT_FAILED


async def look_at_data_folder(patient: Patient) -> AsyncIterator[Diagnosis]:
    """Whether the database and its journal can be written, by whom."""
    file = database_file(patient.settings)
    if file is None:
        yield ok("no database file is kept here, so no folder is needed")
        return
    reason = refusal(file.parent)
    if reason is not None:
        yield broken(
            f"the folder {file.parent} of the database cannot be written to ({reason})",
            "let the user of the service write to it, or name another in storage.url",
            subject=str(file.parent),
        )
    elif file.exists() and not os.access(file, os.W_OK):
        yield broken(
            f"the database {file} cannot be written by this user", f"`chown` it to {_user()}",
            subject=str(file),
        )  # fmt: skip
    else:
        yield ok(f"the folder {file.parent} of the database can be written to")
    if file.exists() and (owner := file.stat().st_uid) != os.geteuid():
        yield note(
            f"the database belongs to {_name(owner)}, and this is said to {_user()}: the service"
            " may be allowed other things",
            f"look again as {_name(owner)}: `sudo -u {_name(owner)} swifeeds doctor`",
        )


async def look_at_export_folder(patient: Patient) -> AsyncIterator[Diagnosis]:
    """Whether the folder of `[export]` takes the site."""
    name = patient.settings.export.directory
    if name is None:
        yield ok("no folder is exported to")
        return
    folder = patient.settings.base / name
    failed = [
        one
        for one in (await patient.notices() if patient.store else ())
        if one.kind == EXPORT_FAILED and one.subject == str(folder)
    ]
    try:
        check_folder(folder, adopt=False)
    except UsageError as error:
        yield broken(*told_by(error, otherwise="name another folder"), subject=str(folder))
        return
    if reason := refusal(folder):
        yield broken(
            f"the folder {folder} of [export] cannot be written to ({reason})",
            "let the user of the service write to it, or name another in export.directory",
            subject=str(folder),
        )
    for one in failed:
        wrong, advice = told_by(RuntimeError(one.message), otherwise="`swifeeds export` says more")
        yield broken(f"the last export failed: {wrong}", advice, subject=one.subject)
    if not reason and not failed:
        yield ok(f"the folder {folder} of [export] can be written to")


def refusal(folder: Path) -> str | None:
    """Why no file can be made in the folder, or below the nearest that is there; None when one
    can. Tried with a file that has no name: nothing is left behind."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        with tempfile.TemporaryFile(dir=folder):
            return None
    except OSError as error:
        return error.strerror or str(error)


def _user() -> str:
    return _name(os.geteuid())


def _name(user: int) -> str:
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)


CHECKS = (
    Check(
        name="data-folder",
        family="folders",
        asks="can the database and its folder be written, by this user?",
        needs=Needs.CONFIGURATION,
        look=look_at_data_folder,
    ),
    Check(
        name="export-folder",
        family="folders",
        asks="can the folder of [export] be written, and did the last export succeed?",
        needs=Needs.CONFIGURATION,
        look=look_at_export_folder,
    ),
)
