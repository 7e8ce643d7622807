"""Out of the house: what must be told goes to the operator's webhook."""

from __future__ import annotations

from swifeeds.deliver.settings import TellSettings
from swifeeds.deliver.webhook import Webhook

__all__ = ["TellSettings", "Webhook"]
