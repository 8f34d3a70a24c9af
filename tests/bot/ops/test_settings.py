"""A setting comes from the environment, a file or systemd; a wrong one is named, and its value is never printed."""

import ssl
from pathlib import Path
from typing import Any

import pytest
from attrs import asdict, fields

from bot.ops.settings import NAMES, PREFIX, Settings, WrongSetting, doubts, read
from bot.ops.settings import SECRET as SECRET_NAMES
from bot.ops.values import LONGEST_COVER
from campaigns.counts.addresses import connect_arguments

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


def test_credentials_that_another_user_owns_are_named(set_to: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As where systemd could not mount them. Root could read them all the same."""

    def refuse(_: Path) -> bool:
        raise PermissionError

    set_to.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    set_to.setattr(Path, "exists", refuse)
    with pytest.raises(WrongSetting, match=f"CREDENTIALS_DIRECTORY: {tmp_path} cannot be read by this user"):
        read()


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_cannot_be_read_is_named_by_what_names_it(
    name: str, set_to: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / name.lower()).write_bytes(b"\xff")
    set_to.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    with pytest.raises(WrongSetting, match=f"^CREDENTIALS_DIRECTORY: {name.lower()} in it cannot be read$"):
        read()
    set_to.setenv(f"{name}_FILE", str(tmp_path / name.lower()))
    with pytest.raises(WrongSetting, match=f"^{name}_FILE: that file cannot be read$"):
        read()


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
        ("ACCESSIBILITY_URL", "http://secret.example"),
        ("ACCESSIBILITY_URL", "https://me:secret@example.org"),
        ("SECURITY_CONTACT", "secret"),
        ("SECURITY_CONTACT", "http://secret.example"),
        ("SECURITY_CONTACT", "secret@stad.example\nExpires: never"),
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


# G22: what works, and is probably not meant, is named without its value.


def test_settings_as_they_should_be_raise_no_doubt(set_to: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "token").write_text(SECRET, "utf-8")
    (tmp_path / "token").chmod(0o400)
    set_to.setenv(f"{PREFIX}TOKEN_FILE", str(tmp_path / "token"))
    set_to.setenv(f"{PREFIX}OPERATOR", "Gemeente Voorbeeldstad")
    assert list(doubts()) == []


@pytest.mark.parametrize(
    ("name", "doubt"),
    [
        ("TOKN", f"{PREFIX}TOKN is no setting; do you mean {PREFIX}TOKEN?"),
        ("TOKEN_FILES", f"{PREFIX}TOKEN_FILES is no setting; do you mean {PREFIX}TOKEN_FILE?"),
        ("CAMPAIGN", f"{PREFIX}CAMPAIGN is no setting; do you mean {PREFIX}CAMPAIGNS?"),
        ("CAFÉ-SECRET", f"{PREFIX}... is no setting"),
    ],
)
def test_g22_a_setting_that_does_not_exist_is_named_and_changes_nothing(
    name: str, doubt: str, set_to: pytest.MonkeyPatch
) -> None:
    set_to.setenv(f"{PREFIX}{name}", "secret")
    assert read() == Settings()
    assert list(doubts()) == [doubt]


@pytest.mark.parametrize("name", ["TOKEN", "OPERATOR"])
def test_g22_a_setting_that_stands_in_two_places_is_named(
    name: str, set_to: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("another", "utf-8")
    (tmp_path / "file").chmod(0o400)
    set_to.setenv(f"{PREFIX}{name}", "this")
    set_to.setenv(f"{PREFIX}{name}_FILE", str(tmp_path / "file"))
    assert list(doubts()) == [f"{PREFIX}{name} is set, and a file for it as well; the file is not read"]


@pytest.mark.parametrize(
    ("mode", "is_open"), [(0o644, True), (0o604, True), (0o602, True), (0o640, False), (0o400, False)]
)
@pytest.mark.parametrize("name", [name.removeprefix(PREFIX) for name in SECRET_NAMES])
def test_g22_a_secret_in_a_file_that_everybody_can_open_is_named(
    name: str, mode: int, is_open: bool, set_to: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    (tmp_path / "file").chmod(mode)
    set_to.setenv(f"{PREFIX}{name}_FILE", str(tmp_path / "file"))
    assert [f"{PREFIX}{name}" in doubt for doubt in doubts()] == [True] * is_open


def test_every_secret_is_known_as_one() -> None:
    kept = {f"{PREFIX}{each.name.upper()}" for each in fields(Settings) if "Secret" in str(each.type)}
    assert kept == {*SECRET_NAMES}


@pytest.mark.parametrize("address", ["http://api.telegram.org", "http://10.0.0.7:8081", "http://bot-api:8081"])
def test_g22_the_token_is_never_sent_unencrypted_over_a_network(address: str, set_to: pytest.MonkeyPatch) -> None:
    set_to.setenv(f"{PREFIX}API_URL", address)
    with pytest.raises(WrongSetting, match=r"API_URL: should begin with https://") as refused:
        read()
    assert address not in str(refused.value)


@pytest.mark.parametrize("address", ["http://127.0.0.1:8081", "http://localhost:8081", "http://[::1]:8081"])
def test_a_bot_api_on_this_machine_may_do_without_encryption(address: str, set_to: pytest.MonkeyPatch) -> None:
    set_to.setenv(f"{PREFIX}API_URL", address)
    assert read().api_url == address


@pytest.mark.parametrize("address", ["https://api.example/?token=1", "https://api.example/#here"])
def test_the_root_of_a_bot_api_has_nothing_behind_its_path(address: str, set_to: pytest.MonkeyPatch) -> None:
    """The token and the method are appended to it."""
    set_to.setenv(f"{PREFIX}API_URL", address)
    with pytest.raises(WrongSetting, match=r"API_URL: should be an address without a \? or a #"):
        read()


# G23: compose writes ${X:-}, and an empty setting must be as good as none.


@pytest.mark.parametrize("empty", ["", " ", "\n"], ids=repr)
@pytest.mark.parametrize("name", [name.removeprefix(PREFIX) for name in NAMES])
def test_g23_an_empty_setting_counts_as_unset(
    name: str, empty: str, set_to: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    unset = read()
    set_to.setenv(f"{PREFIX}{name}", empty)
    assert read() == unset
    set_to.delenv(f"{PREFIX}{name}")
    (tmp_path / "empty").write_text(empty, "utf-8")
    set_to.setenv(f"{PREFIX}{name}_FILE", str(tmp_path / "empty"))
    assert read() == unset
    set_to.setenv(f"{PREFIX}{name}_FILE", empty)
    assert read() == unset


def test_g23_an_empty_setting_does_not_hide_its_file(set_to: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "token").write_text(SECRET, "utf-8")
    set_to.setenv(f"{PREFIX}TOKEN", "")
    set_to.setenv(f"{PREFIX}TOKEN_FILE", str(tmp_path / "token"))
    assert token(read()) == SECRET


# G21: the host that an address names is the one that browsers look up.


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("https://straße.example", "https://xn--strae-oqa.example"),
        ("https://STRASSE.example", "https://strasse.example"),
        ("https://Faß.example/hulp", "https://xn--fa-hia.example/hulp"),
        ("https://βόλος.example", "https://xn--nxasmm1c.example"),
        ("https://نامه\u200cای.example", "https://xn--mgba3gch31f060k.example"),
        ("https://ｅｘａｍｐｌｅ.org", "https://example.org"),
        ("https://gemeente-één.example:8443", "https://xn--gemeente-n-j7aa.example:8443"),
        ("https://xn--strae-oqa.example", "https://xn--strae-oqa.example"),
    ],
)
@pytest.mark.parametrize("name", ["WEB_URL", "WEBHOOK_URL", "API_URL"])
def test_g21_a_host_is_written_as_browsers_look_it_up(
    name: str, typed: str, host: str, set_to: pytest.MonkeyPatch
) -> None:
    set_to.setenv(f"{PREFIX}{name}", typed)
    set_to.setenv(f"{PREFIX}WEBHOOK_SECRET", "x")
    found = {"WEB_URL": read().web_url, "WEBHOOK_URL": read().webhook_url, "API_URL": read().api_url}
    assert found[name].rstrip("/") == host


@pytest.mark.parametrize("address", ["https://☃️.example", "https://a\u202eb.example", "https://-é.example"])
def test_g21_a_host_that_no_browser_would_look_up_is_refused(address: str, set_to: pytest.MonkeyPatch) -> None:
    set_to.setenv(f"{PREFIX}WEB_URL", address)
    with pytest.raises(WrongSetting, match=r"WEB_URL: should be an address such as"):
        read()


# A page covers itself.


@pytest.mark.parametrize(("given", "minutes"), [(None, 60), ("0", 0), (" 5 ", 5), (str(LONGEST_COVER), LONGEST_COVER)])
def test_a_page_is_covered_after_an_hour_or_as_an_operator_says(
    given: str | None, minutes: int, set_to: pytest.MonkeyPatch
) -> None:
    if given:
        set_to.setenv(f"{PREFIX}COVER_AFTER", given)
    assert read().cover_after == minutes


@pytest.mark.parametrize("given", ["-1", "soon", "1.5", "1e3", str(LONGEST_COVER + 1), "٥"])
def test_a_page_cannot_be_covered_after_what_is_no_number_of_minutes(given: str, set_to: pytest.MonkeyPatch) -> None:
    set_to.setenv(f"{PREFIX}COVER_AFTER", given)
    with pytest.raises(WrongSetting, match=r"COVER_AFTER: should be a number of minutes"):
        read()


@pytest.mark.parametrize(
    ("address", "used"),
    [
        ("postgresql://gids:secret@db/counts", "postgresql+asyncpg://gids:***@db/counts"),
        ("postgres://gids:secret@db/counts?sslmode=require", "postgresql+asyncpg://gids:***@db/counts?sslmode=require"),
        ("sqlite:////srv/counts", "sqlite+aiosqlite:////srv/counts"),
    ],
)
def test_an_address_of_a_database_as_operators_write_it_is_understood(
    address: str, used: str, set_to: pytest.MonkeyPatch
) -> None:
    set_to.setenv(f"{PREFIX}DATABASE_URL", address)
    assert str(read().database) == used
    assert "gids:secret" not in repr(read())


# G20: an address of PostgreSQL as hosting firms hand it out.

HOSTED = "postgresql://gids:secret@db.example/counts"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A file of certificates, as sslrootcert names one."""
    path = tmp_path / "root.crt"
    path.write_text("", "utf-8")
    return path


def arguments(set_to: pytest.MonkeyPatch, address: str) -> dict[str, Any]:
    set_to.setenv(f"{PREFIX}DATABASE_URL", address)
    return connect_arguments(read().database)


@pytest.mark.parametrize(
    ("parameters", "taken"),
    [
        ("application_name=gids", {"dsn": "postgresql://?application_name=gids"}),
        ("connect_timeout=5", {"timeout": 5.0}),
        ("connect_timeout=0", {}),
        ("channel_binding=prefer", {}),
        ("channel_binding=disable&sslmode=require", {"dsn": "postgresql://?sslmode=require"}),
        ("options=endpoint%3Dep-1%20-c%20x%3D1", {"dsn": "postgresql://?options=endpoint%3Dep-1+-c+x%3D1"}),
        ("target_session_attrs=read-write", {"dsn": "postgresql://?target_session_attrs=read-write"}),
    ],
)
def test_g20_what_hosted_postgresql_asks_for_is_understood(
    parameters: str, taken: dict[str, object], set_to: pytest.MonkeyPatch
) -> None:
    assert arguments(set_to, f"{HOSTED}?{parameters}") == taken


def test_g20_the_certificates_of_a_firm_or_of_this_machine_are_used(set_to: pytest.MonkeyPatch, root: Path) -> None:
    query = f"sslmode=verify-full&sslrootcert={root}"
    assert arguments(set_to, f"{HOSTED}?{query}") == {"dsn": f"postgresql://?{query.replace('/', '%2F')}"}
    trusting = arguments(set_to, f"{HOSTED}?sslmode=verify-full&sslrootcert=system")
    assert (trusting["ssl"].verify_mode, trusting["ssl"].check_hostname) == (ssl.CERT_REQUIRED, True)


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ("sslmode=always", "should have as its sslmode one of disable, "),
        ("sslmode=verify-full&sslrootcert=/secret/root.crt", "has an sslrootcert that is no file that can be read"),
        ("sslmode=verify-full", "needs an sslrootcert for that sslmode"),
        ("sslmode=verify-ca", "needs an sslrootcert for that sslmode"),
        ("connect_timeout=soon", "should have as its connect_timeout a whole number"),
        ("channel_binding=require", "asks for channel_binding=require, which asyncpg cannot do; "),
        ("secret=1", "may have these behind its ?, once each: application_name, "),
        ("pool_size=5", "may have these behind its ?, once each: application_name, "),
        ("sslmode=require&sslmode=secret", "may have these behind its ?, once each: application_name, "),
    ],
)
def test_g20_what_cannot_be_understood_is_refused_at_the_start_in_one_line(
    parameters: str, sentence: str, set_to: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    set_to.setenv("HOME", str(tmp_path))  # without certificates of one's own
    set_to.setenv(f"{PREFIX}DATABASE_URL", f"{HOSTED}?{parameters}")
    with pytest.raises(WrongSetting) as refused:
        read()
    said = str(refused.value)
    assert said.startswith(f"{PREFIX}DATABASE_URL: {sentence}")
    assert "\n" not in said
    assert "secret" not in said


def test_a_state_folder_of_nobody_is_named_in_one_line(set_to: pytest.MonkeyPatch) -> None:
    set_to.setenv(f"{PREFIX}STATE_DIR", "~nobody-of-this-name/counts")
    with pytest.raises(WrongSetting, match=r"STATE_DIR: ~ leads to no folder"):
        read().database  # noqa: B018 - looking at it is what fails


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
