"""Setting the log up: event first, then `key=value`; or one JSON object a line."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from types import TracebackType
from typing import TypeAlias

from swifeeds.cli.terminal import STEERING
from swifeeds.config import LogFormat, LoggingSettings

ExceptionInfo: TypeAlias = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)


class JsonLines(logging.Formatter):
    """One object a line: time (UTC), level, logger, message, and the traceback of a bug."""

    def format(self, record: logging.LogRecord) -> str:
        """The line. A line break in the message cannot forge a second line: JSON escapes it."""
        fields = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            fields["traceback"] = self.formatException(record.exc_info)
        return json.dumps(fields, ensure_ascii=False)


class TextLines(logging.Formatter):
    """Lines for people; what breaks a line is escaped in a message and a traceback's lines are
    indented, so that text from outside cannot forge a line."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's name
        """The line without its traceback."""
        return super().formatMessage(record).translate(STEERING)

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802 - logging's name
        """The traceback below the line."""
        lines = super().formatException(ei).splitlines()
        return "\n".join(f"    {line.translate(STEERING)}" for line in lines)


def set_up_logging(settings: LoggingSettings) -> None:
    """Log to standard error as the configuration says."""
    handler = logging.StreamHandler(sys.stderr)
    if settings.format is LogFormat.JSON:
        handler.setFormatter(JsonLines())
    else:
        handler.setFormatter(TextLines("%(asctime)s %(levelname)-7s %(message)s"))
    logging.basicConfig(level=settings.level, handlers=[handler], force=True)
    for chatty in ("apscheduler", "alembic"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    # It logs every malformed request of a stranger with a traceback; ours are logged by `serve`.
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
