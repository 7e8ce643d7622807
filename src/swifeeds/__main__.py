"""`python -m swifeeds` is the command `swifeeds`."""

from __future__ import annotations

from swifeeds.cli import main

if __name__ == "__main__":
    main()
