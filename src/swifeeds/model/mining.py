"""Terms of text and data mining (TDM Reservation Protocol, W3C Community Group, 2024)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_POLICY = re.compile(r"https?://[!#-;=?-~]{1,1000}", re.IGNORECASE)
"""An absolute address in plain ASCII that may stand in a header field: many a proxy takes 4 kB of
them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MiningTerms:
    """Whether the rights to mine texts and data are reserved, and the address of the policy on
    which mining may be licensed all the same."""

    reserved: bool
    policy: str | None = None

    @property
    def fields(self) -> Mapping[str, str]:
        """As header fields say it; the names are those of the protocol in every format."""
        said = {"tdm-reservation": str(int(self.reserved))}
        return said | ({"tdm-policy": self.policy} if self.policy else {})


def mining_terms(reservation: str | None, policy: str | None) -> MiningTerms | None:
    """What somebody states in those two fields.

    Args:
        reservation: `1` or `0`; anything else states nothing.
        policy: an address; left out where it is none.
    """
    stated = (reservation or "").strip()
    if stated not in {"0", "1"}:
        return None
    address = (policy or "").strip()
    good = _POLICY.fullmatch(address) is not None
    return MiningTerms(reserved=stated == "1", policy=address if good else None)
