"""Our own words in each language: gettext catalogs, read from `.po` and kept in memory.

The msgid is the English text itself, so a message that a catalog lacks still reads well; it comes
as `Untranslated`, so that a page can say that it is English, and a feed leave it out. Placeholders
are `%(name)s`. There are no compiled files: nothing to forget to build. `localise`
opens no file: whoever read it hands in the bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from gettext import c2py
from io import BytesIO

from babel.messages.pofile import PoFileError, read_po

from swifeeds.errors import ConfigError, Fault
from swifeeds.localise.negotiation import primary_subtag


class Untranslated(str):
    """English in place of a message that the catalog of another language lacks."""

    __slots__ = ()


def translated(text: str) -> str | None:
    """The words, if they are the reader's own; None where they are English for want of any.

    Args:
        text: as `Catalog` or `Locale` gave it, not taken apart or joined since.
    """
    return None if isinstance(text, Untranslated) else text


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """The messages of one language.

    `translations` maps each message, by its `key`, to its forms: one for a plain message, as many
    as `plural_rule` tells apart for a counted one. `plural_rule` is gettext's C expression.
    """

    language: str
    translations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plural_rule: str = "n != 1"

    def text(self, message: str, /, **values: object) -> str:
        """The message in this language, its placeholders filled; English where it is missing.

        Raises:
            KeyError: a placeholder of the message has no value.
        """
        return self._said(message, (message,), 0, values)

    def text_in(self, context: str, message: str, /, **values: object) -> str:
        """As `text`, of a message whose English words mean something else elsewhere.

        Args:
            context: a word that tells the meanings apart: gettext's `msgctxt`.
            message: the English text.
            values: what its placeholders stand for.
        """
        return self._said(key(message, context), (message,), 0, values)

    def plural(self, singular: str, plural: str, n: int, /, **values: object) -> str:
        """The form of a counted message that `n` asks for; English where it is missing.

        Raises:
            KeyError: a placeholder of the message has no value.
        """
        return self._said(singular, (singular, plural), n, values)

    def plural_in(
        self, context: str, singular: str, plural: str, n: int, /, **values: object
    ) -> str:
        """As `plural`, of a message whose English words mean something else elsewhere."""
        return self._said(key(singular, context), (singular, plural), n, values)

    def _said(
        self, wanted: str, english: tuple[str, ...], n: int, values: Mapping[str, object]
    ) -> str:
        forms = self.translations.get(wanted)
        if forms is None:
            text = _filled(english[-1 if n != 1 else 0], values)
            return text if primary_subtag(self.language) == "en" else Untranslated(text)
        index = _plural_index(self.plural_rule)(abs(n)) if len(forms) > 1 else 0
        return _filled(forms[min(index, len(forms) - 1)], values)


def key(message: str, context: str | None = None) -> str:
    """What a message is found by: its English (singular) text, after its context where it has one.

    They are joined as gettext's own compiled catalogs join them.
    """
    return message if context is None else f"{context}\x04{message}"


@lru_cache(maxsize=32)
def read_catalog(language: str, po: bytes) -> Catalog:
    """The catalog in a `.po` file's bytes. Fuzzy and unfinished entries count as missing.

    Raises:
        ConfigError: the bytes are no catalog, or its plural rule cannot be understood.
    """
    try:
        parsed = read_po(BytesIO(po), ignore_obsolete=True, abort_invalid=True)
        _plural_index(parsed.plural_expr)
    except (PoFileError, ValueError, LookupError) as error:
        message = f"the catalog of {language} cannot be read: {error}; restore or mend it"
        raise ConfigError((Fault(file=f"{language}.po", key="", message=message),)) from error
    translations = {
        key(_singular(entry.id), entry.context): forms
        for entry in parsed
        if entry.id and not entry.fuzzy and all(forms := _forms(entry.string))
    }
    return Catalog(language=language, translations=translations, plural_rule=parsed.plural_expr)


def _filled(text: str, values: Mapping[str, object]) -> str:
    return text % values if values else text


def _singular(msgid: str | list[str] | tuple[str, ...]) -> str:
    return msgid if isinstance(msgid, str) else msgid[0]


def _forms(string: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string or ("",))


@lru_cache(maxsize=64)
def _plural_index(rule: str) -> Callable[[int], int]:
    return c2py(rule)
