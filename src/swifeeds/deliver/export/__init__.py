"""The public site as files: atomic, incremental, and ready for a static server.

`plan`, `names`, `manifest`, `nginx` and `listing` are pure: what is published and what the last
export left go in, actions and text come out. `folder` is the hand that writes, `run` the order.
"""

from __future__ import annotations

from swifeeds.deliver.export.run import Fetch, Progress, export_site, preview_export
from swifeeds.deliver.export.types import Exported, Fields, Site

__all__ = ["Exported", "Fetch", "Fields", "Progress", "Site", "export_site", "preview_export"]
