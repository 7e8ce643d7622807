"""What comes in: documents from web servers and folders, vectors from an embedder.

Rules of the room:

- Validators are kept and sent back exactly as the server wrote them, per address asked for; absurd
  ones (a date of 1970 or of next year) are not kept, or a source would be "unchanged" for ever.
- A document is whole or it is not there: no answer that broke off, no file that is being written.
- What is kept of a folder's files names no path of this machine: `drop:SOURCE/relative/path`.
- Nothing here reads what a document says; that is `extract`'s, in a child.
"""

from __future__ import annotations

from swifeeds.collect.collector import Collector
from swifeeds.collect.embedding import EndpointEmbedder
from swifeeds.collect.files import ScanOutcome, Skipped

__all__ = ["Collector", "EndpointEmbedder", "ScanOutcome", "Skipped"]
