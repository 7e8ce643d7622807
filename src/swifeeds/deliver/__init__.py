"""Out of the house: what must be told to the operator's webhook, what changed to hubs and their
subscribers (WebSub), the public site to a folder."""

from __future__ import annotations

from swifeeds.deliver.hub_settings import WebSubSettings, own_hub
from swifeeds.deliver.settings import ExportSettings, TellSettings
from swifeeds.deliver.webhook import Webhook

__all__ = ["ExportSettings", "TellSettings", "WebSubSettings", "Webhook", "own_hub"]
