"""Work on what strangers wrote, in children that can be killed.

Rules of the room:

- A child has a limit of time and of memory; one that passes it, or crashes, takes nothing with it
  but the document it was given, which the error names.
- What runs in a child is a plain function at the top of its module, its arguments and its result
  small frozen values: both are pickled.
- A child never outlives its work, not even when this process is killed outright.
"""

from __future__ import annotations

from swifeeds.isolate.pool import Isolation
from swifeeds.isolate.settings import IsolateSettings
from swifeeds.isolate.timing import fastest

__all__ = ["IsolateSettings", "Isolation", "fastest"]
