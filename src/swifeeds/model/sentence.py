"""What people are told, as one line: it goes into tables, lists and logs that have a line for each.

Part of it may be the words of strangers (the guid of an item, the name of a file), line ends and
all. The model sees to it, so that no reader of a format has to.
"""

from __future__ import annotations

import re

_BREAKING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
"""Line ends, control characters (C0 and C1), Unicode's two separators, and the lone surrogates
that Python makes of a file's name which is no UTF-8: nothing can write those."""


def one_line(text: str) -> str:
    """The text with a space for each run of what breaks a line or cannot be written."""
    return text if text.isprintable() else _BREAKING.sub(" ", text).strip()
