"""Out of the house: what must be told goes to the operator's webhook, and what changed to hubs
and their subscribers (WebSub)."""

from __future__ import annotations

from swifeeds.deliver.hub_settings import WebSubSettings, own_hub
from swifeeds.deliver.settings import TellSettings
from swifeeds.deliver.webhook import Webhook

__all__ = ["TellSettings", "WebSubSettings", "Webhook", "own_hub"]
