"""What drivers raise, in our words: what is wrong, where, and what to do."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError, IntegrityError

from swifeeds.errors import StoreBusy, StoreError, StoreMissing

_BUSY = frozenset({"55P03", "40P01", "40001"})
"""PostgreSQL: lock not available, deadlock detected, serialisation failure."""

_NO_TABLES = ("no such table", "no such column")


def translated(error: DBAPIError | OSError, place: str, busy_timeout: float) -> StoreError:
    """The error of ours that says the same.

    Args:
        error: from SQLAlchemy, or from the socket below the driver.
        place: the database as the operator knows it.
        busy_timeout: seconds that were waited for a lock.
    """
    cause = error.orig if isinstance(error, DBAPIError) else error
    state = getattr(cause, "sqlstate", None)
    words = " ".join(str(cause).split())
    if state in _BUSY or "database is locked" in words:
        return StoreBusy(
            f"{place} is locked by another process for more than {busy_timeout:g} s;"
            " stop it or try again"
        )
    if state in {"3D000", "42P01"} or any(sign in words for sign in _NO_TABLES):
        return StoreMissing(
            f"{place} is not there or was never migrated; `swifeeds db migrate` makes its tables"
        )
    return StoreError(f"{place}: {words}; {_advice(error, words, state)}")


def _advice(error: Exception, words: str, state: str | None) -> str:
    if "not a database" in words or "malformed" in words:
        return "the file is damaged or something else: restore a backup of it, or name another"
    if "disk is full" in words or state == "53100":
        return "make room on the disk; nothing of this write was kept"
    if isinstance(error, IntegrityError):
        return "nothing of this write was kept; this is a fault of swifeeds, please report it"
    if "readonly" in words or "unable to open" in words:
        return "let swifeeds write to the file and its folder"
    if state is not None and state.startswith("28"):
        return "give storage.url its user and storage.password_file its password"
    return "see that the database runs and that storage.url names it"
