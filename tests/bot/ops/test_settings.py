"""A setting comes from the environment, a file or systemd; a wrong one is named, and its value is never printed."""

from pathlib import Path

import pytest
from attrs import asdict, fields

from bot.ops.settings import PREFIX, Settings, WrongSetting, read

SECRET = "123456:AAE-very-secret"  # noqa: S105 - made up


@pytest.fixture
def set_to(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Settings made for one test."""
    return monkeypatch


def token(settings: Settings) -> str:
    assert settings.token is not None
    return settings.token.get_secret_value()


def test_nothing_has_to_be_set() -> None:
    settings = read()
    assert (settings.token, settings.campaigns, settings.operator) == (None, None, "")
    assert settings.api_url == "https://api.telegram.org"


def test_a_setting_comes_from_the_environment(set_to: pytest.MonkeyPatch) -> None:
    set_to.setenv(f"{PREFIX}TOKEN", SECRET)
    set_to.setenv(f"{PREFIX}OPERATOR", "  Gemeente Voorbeeldstad ")
    assert token(read()) == SECRET
    assert read().operator == "Gemeente Voorbeeldstad"


def test_a_setting_comes_from_a_file(set_to: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "token").write_text(f"{SECRET}\n", "utf-8")
    set_to.setenv(f"{PREFIX}TOKEN_FILE", str(tmp_path / "token"))
    assert token(read()) == SECRET


def test_the_mark_that_a_windows_editor_puts_before_a_text_is_no_part_of_it(
    set_to: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "token").write_text(SECRET, "utf-8-sig")
    set_to.setenv(f"{PREFIX}TOKEN_FILE", str(tmp_path / "token"))
    assert token(read()) == SECRET


def test_a_setting_comes_from_the_credentials_of_systemd(set_to: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "watkanikdoen_token").write_text(f"{SECRET}\n", "utf-8")
    set_to.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert token(read()) == SECRET


def test_credentials_without_ours_are_no_mistake(set_to: pytest.MonkeyPatch, tmp_path: Path) -> None:
    set_to.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert read().token is None


def test_the_environment_comes_before_a_file(set_to: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "token").write_text("1:another", "utf-8")
    set_to.setenv(f"{PREFIX}TOKEN_FILE", str(tmp_path / "token"))
    set_to.setenv(f"{PREFIX}TOKEN", SECRET)
    assert token(read()) == SECRET


def test_an_address_is_kept_without_its_last_slash(set_to: pytest.MonkeyPatch) -> None:
    set_to.setenv(f"{PREFIX}API_URL", "http://127.0.0.1:8081/")
    assert read().api_url == "http://127.0.0.1:8081"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("API_URL", "ftp://secret.example"),
        ("API_URL", "secret.example"),
        ("OPERATOR", "secret " * 50),
        ("LOG_LEVEL", "secret"),
        ("DATABASE_URL", "mysql://gids:secret@db/counts"),
        ("DATABASE_URL", "postgresql+psycopg://gids:secret@db/counts"),
        ("DATABASE_URL", "secret"),
        ("DATABASE_URL", "sqlite://"),
        ("DATABASE_URL", "postgresql://gids:p@ss:secret@db/counts"),
        ("MEMORY_URL", "http://:secret@127.0.0.1:6379"),
        ("MEMORY_URL", "secret"),
        ("WEB_URL", "http://secret.example"),
        ("WEB_URL", "https://secret.example/?page=1"),
        ("WEB_URL", "https://secret.example/#page"),
        ("WEB_URL", "https://me:secret@example.org"),
    ],
)
def test_a_wrong_value_names_the_setting_and_never_the_value(name: str, value: str, set_to: pytest.MonkeyPatch) -> None:
    set_to.setenv(f"{PREFIX}{name}", value)
    with pytest.raises(WrongSetting) as refused:
        read()
    said = str(refused.value)
    assert said.startswith(f"{PREFIX}{name}: ")
    assert "secret" not in said
    assert "\n" not in said
    assert "Value error" not in said


@pytest.mark.parametrize("content", [None, b"\xff\xfe secret"], ids=["missing", "not text"])
def test_a_file_that_cannot_be_read_names_the_setting(
    content: bytes | None, set_to: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "secret-place"
    if content is not None:
        path.write_bytes(content)
    set_to.setenv(f"{PREFIX}TOKEN_FILE", str(path))
    with pytest.raises(WrongSetting) as refused:
        read()
    assert str(refused.value) == f"{PREFIX}TOKEN_FILE: that file cannot be read"
    assert refused.value.__cause__ is None


def test_the_token_is_never_in_what_is_printed(set_to: pytest.MonkeyPatch) -> None:
    set_to.setenv(f"{PREFIX}TOKEN", SECRET)
    settings = read()
    for printed in (repr(settings), str(settings), str(asdict(settings)), f"{settings.token}"):
        assert SECRET not in printed


def test_every_setting_says_what_it_is_for() -> None:
    assert [setting.name for setting in fields(Settings) if not setting.metadata["environ_config"].help] == []


def test_a_setting_that_nobody_knows_is_left_alone(set_to: pytest.MonkeyPatch) -> None:
    set_to.setenv(f"{PREFIX}FUTURE", "secret")
    assert read() == Settings()


@pytest.mark.parametrize(
    ("address", "used"),
    [
        ("postgresql://gids:secret@db/counts", "postgresql+asyncpg://gids:***@db/counts"),
        ("postgres://gids:secret@db/counts?sslmode=require", "postgresql+asyncpg://gids:***@db/counts?ssl=require"),
        ("sqlite:////srv/counts", "sqlite+aiosqlite:////srv/counts"),
    ],
)
def test_an_address_of_a_database_as_operators_write_it_is_understood(
    address: str, used: str, set_to: pytest.MonkeyPatch
) -> None:
    set_to.setenv(f"{PREFIX}DATABASE_URL", address)
    assert str(read().database) == used
    assert "gids:secret" not in repr(read())


def test_without_a_database_counts_are_in_the_state_directory(set_to: pytest.MonkeyPatch) -> None:
    """Named by us, by systemd, or by the desktop's rule, in this order."""
    set_to.delenv("STATE_DIRECTORY", raising=False)
    set_to.setenv("HOME", "/home/somebody")
    set_to.delenv("XDG_STATE_HOME", raising=False)
    assert read().database.database == "/home/somebody/.local/state/watkanikdoen/counts.sqlite3"
    set_to.setenv("XDG_STATE_HOME", "/state")
    assert read().database.database == "/state/watkanikdoen/counts.sqlite3"
    set_to.setenv("STATE_DIRECTORY", "/var/lib/gids:/var/lib/other")
    assert read().database.database == "/var/lib/gids/counts.sqlite3"
    set_to.setenv(f"{PREFIX}STATE_DIR", "/elsewhere")
    assert read().database.database == "/elsewhere/counts.sqlite3"


@pytest.mark.parametrize("url", ["redis://:hidden@127.0.0.1:6379/0", "rediss://redis.example", "unix:///run/redis", ""])
def test_the_address_of_a_store_is_kept_and_never_shown(url: str, set_to: pytest.MonkeyPatch) -> None:
    set_to.setenv(f"{PREFIX}MEMORY_URL", f" {url} ")
    assert read().memory_url.get_secret_value() == url
    assert "redis" not in repr(read())


def test_the_address_of_the_web_pages_is_kept_without_its_last_slash(set_to: pytest.MonkeyPatch) -> None:
    assert read().web_url == ""
    set_to.setenv(f"{PREFIX}WEB_URL", " https://gids.example/hulp/ ")
    assert read().web_url == "https://gids.example/hulp"
