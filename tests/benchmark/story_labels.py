"""The labels of an OG2021 pack as `swifeeds story fit --labels` reads them, on standard output.

`python -m tests.benchmark.story_labels CORPUS > labels.jsonl`, then
`swifeeds story fit --labels labels.jsonl`: so the shipped threshold was fitted.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.benchmark.story_packs import label_lines

if __name__ == "__main__":
    for line in label_lines(Path(sys.argv[1]) / "stories-og2021"):
        print(line)
