"""Out of the house: what must be told to the operator's webhook, the public site to a folder."""

from __future__ import annotations

from swifeeds.deliver.settings import ExportSettings, TellSettings
from swifeeds.deliver.webhook import Webhook

__all__ = ["ExportSettings", "TellSettings", "Webhook"]
