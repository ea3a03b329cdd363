"""Settings out of the environment: what is refused, what is made once and kept."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from app import config


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "SECRET_KEY", "SESSION_COOKIE_SECURE"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("url", ["postgres://db/kelian", "postgresql://db/kelian", "mysql://db/kelian"])
def test_database_server_without_a_shared_key_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str
):
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(config.BadConfiguration, match="set SECRET_KEY"):
        config.from_environment(tmp_path)
    assert list(tmp_path.iterdir()) == []  # no key of its own was made


def test_database_server_with_a_key_gets_our_driver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://me@db:5432/kelian")
    monkeypatch.setenv("SECRET_KEY", "long and random")
    settings = config.from_environment(tmp_path)
    assert settings["SQLALCHEMY_DATABASE_URI"] == "postgresql+psycopg://me@db:5432/kelian"
    assert settings["SECRET_KEY"] == "long and random"


@pytest.mark.parametrize(
    ("url", "uri"),
    [
        ("postgresql://db/kelian", "postgresql+psycopg://db/kelian"),
        ("postgresql+psycopg://db/kelian", "postgresql+psycopg://db/kelian"),  # already said
        ("sqlite:////srv/kelian.sqlite", "sqlite:////srv/kelian.sqlite"),
    ],
)
def test_driver_is_added_only_where_it_is_missing(url: str, uri: str):
    assert config.database_uri(url) == uri


def test_key_is_made_once_for_the_owner_only_and_kept(tmp_path: Path):
    first = config.from_environment(tmp_path)["SECRET_KEY"]
    assert len(first) >= 60
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
    assert config.from_environment(tmp_path)["SECRET_KEY"] == first


def test_two_installations_have_different_keys(tmp_path: Path):
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    keys = {config.from_environment(tmp_path / name)["SECRET_KEY"] for name in ("one", "two")}
    assert len(keys) == 2


def test_without_settings_everything_lies_in_the_instance_folder(tmp_path: Path):
    settings = config.from_environment(tmp_path)
    assert settings["SQLALCHEMY_DATABASE_URI"] == f"sqlite:///{tmp_path}/kelian.sqlite"
    assert settings["SESSION_COOKIE_SECURE"] is False


@pytest.mark.parametrize(("value", "is_secure"), [("1", True), ("0", False), ("", False)])
def test_cookie_is_sent_over_https_only_when_asked(tmp_path, monkeypatch, value: str, is_secure: bool):
    monkeypatch.setenv("SESSION_COOKIE_SECURE", value)
    assert config.from_environment(tmp_path)["SESSION_COOKIE_SECURE"] is is_secure
