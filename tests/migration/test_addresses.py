"""The operator's word for where the database is."""

from __future__ import annotations

import pytest

from swifeeds.errors import StoreError
from swifeeds.store import StorageSettings
from swifeeds.store.sql.address import database_url


def url_of(base, url, **others):
    return database_url(StorageSettings(url=url, **others), base)


def test_a_relative_file_lies_beside_the_configuration(tmp_path):
    assert url_of(tmp_path, "sqlite:///var/a.db").database == str(tmp_path / "var" / "a.db")


def test_an_absolute_file_lies_where_it_says(tmp_path):
    assert url_of(tmp_path, "sqlite:////srv/a.db").database == "/srv/a.db"


def test_the_password_comes_from_its_file_and_is_not_shown(tmp_path):
    (tmp_path / "secret").write_text("swordfish\n")
    url = url_of(tmp_path, "postgresql://u@host/name", password_file="secret")
    assert url.password == "swordfish"
    assert "swordfish" not in url.render_as_string()
    assert (url.drivername, url.host, url.database) == ("postgresql+asyncpg", "host", "name")


def test_a_missing_password_file_is_named(tmp_path):
    with pytest.raises(StoreError, match="nothing-here"):
        url_of(tmp_path, "postgresql://u@host/name", password_file="nothing-here")


@pytest.mark.parametrize(
    "url",
    [
        "mysql://host/name",
        "sqlite://",
        "sqlite:///:memory:",
        "nonsense",
        "postgresql+psycopg://h/n",
    ],
)
def test_another_kind_of_database_is_refused_with_what_would_be_right(tmp_path, url):
    with pytest.raises(StoreError, match=r"storage\.url .*sqlite:///path"):
        url_of(tmp_path, url)
