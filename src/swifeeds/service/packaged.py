"""Package data at the top of the repository: catalogs and sample configurations.

The wheel carries `locales/` and `config/` as `_locales` and `_config`; an editable install does
not see those names, so the repository's own folders stand in.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from swifeeds.localise import Catalog, read_catalog

_PACKAGE = Path(str(resources.files("swifeeds")))


def data_folder(name: str) -> Path:
    """`locales` or `config`: the packaged folder, else the repository's.

    Raises:
        FileNotFoundError: neither is there: the installation is broken.
    """
    packaged, repository = _PACKAGE / f"_{name}", _PACKAGE.parent.parent / name
    for folder in (packaged, repository):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"swifeeds was installed without its {name}; install it again")


def read_catalogs() -> dict[str, Catalog]:
    """Every language's catalog. Ten take some tens of milliseconds: no compiled files needed."""
    files = sorted(data_folder("locales").glob("*/LC_MESSAGES/swifeeds.po"))
    return {
        (tag := file.parent.parent.name.replace("_", "-")): read_catalog(tag, file.read_bytes())
        for file in files
    }
