"""What an operator may tune of the child workers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class IsolateSettings:
    """How many children read documents, and what each may take."""

    workers: int = 2
    """Children at the same time. 2 uses a small machine and leaves it answering readers."""

    limit: float = 10.0
    """Seconds for one document, counted from when a child begins on it. An ordinary page takes
    0.03; what takes 10 is not going to end."""

    memory: int = 1536
    """MiB of address space for one child, its program included. The largest document that may be
    fetched needs a third of it."""

    tasks: int = 200
    """Documents after which a child is replaced by a fresh one, so that leaks of parsers do not
    add up."""

    def __post_init__(self) -> None:
        """Refuse what no child could work with.

        Raises:
            ValueError: names the setting.
        """
        for name in ("workers", "limit", "memory", "tasks"):
            if getattr(self, name) <= 0:
                raise ValueError(f"{name} must be more than 0")
