"""What is wrong with a catalog, as one sentence that says where and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from babel.messages.catalog import Message
from tests.catalogs.files import singular


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """`where` is the message that is meant, or what else of the file; `what` says what to do.

    A gap is no mistake in what is there: a language beyond the ten may have some.
    """

    file: str
    where: str
    what: str
    is_gap: bool = False

    def __str__(self) -> str:
        return f"{self.file}: {self.where}: {self.what}"


def named(message: Message) -> str:
    """A message as a translator finds it in the file."""
    context = f" ({message.context})" if message.context else ""
    return f"“{singular(message)}”{context}"
