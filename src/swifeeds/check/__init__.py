"""Judging feeds, ours and anybody's: RSS 2.0, Atom 1.0, JSON Feed 1.1, and how they are served."""

from __future__ import annotations

from swifeeds.check.document import check, check_served
from swifeeds.check.exchange import Conversation, Served
from swifeeds.check.finding import Finding, Report, Severity

__all__ = ["Conversation", "Finding", "Report", "Served", "Severity", "check", "check_served"]
