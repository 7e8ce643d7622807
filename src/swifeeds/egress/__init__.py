"""The one door out: every request that swifeeds makes goes through an `Egress`.

Rules of the room:

- Where a request really goes is judged when the socket is made, on the address that will be
  connected to. A check of names or of what a resolver says is no guard: address literals never
  reach the resolver, and a name may answer differently the second time.
- Redirects are followed by hand, each hop judged like the first. Nothing secret is ever sent with
  what may be redirected, so nothing has to be taken off on the way: no cookies, no credentials, no
  proxy of the environment. A POST follows no redirect; it may carry the operator's own token to the
  operator's own endpoint.
- A body is counted while it streams, before and after decompression; what is too big, too slow
  or broken off is an error, never half a document.
- A host is asked by few at a time, and not in bursts.
"""

from __future__ import annotations

from swifeeds.egress.answer import Answer
from swifeeds.egress.body import Limits
from swifeeds.egress.client import Egress, Permit
from swifeeds.egress.gate import HostGate
from swifeeds.egress.guard import Policy
from swifeeds.egress.settings import EgressSettings

__all__ = ["Answer", "Egress", "EgressSettings", "HostGate", "Limits", "Permit", "Policy"]
