"""All settings: environment variables with the prefix `WATKANIKDOEN_`, each also readable from a file.

`WATKANIKDOEN_TOKEN_FILE=/path` reads the token from that file; a systemd credential named
`watkanikdoen_token` is found by itself. A value is never printed: an error names the setting only.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, HttpUrl, SecretStr, StringConstraints, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from flows import Mistake

PREFIX = "WATKANIKDOEN_"


class WrongSetting(Mistake):
    """A setting that cannot work. The message names it and says what it should be."""


def _root(url: str) -> str:
    return str(TypeAdapter(HttpUrl).validate_python(url)).rstrip("/")


class Settings(BaseSettings):
    """What an operator can set; `docs` and `check` read the descriptions below."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="ignore", hide_input_in_errors=True)

    token: SecretStr | None = Field(None, description="The bot's token, from BotFather. Needed by `run` only.")
    api_url: Annotated[str, AfterValidator(_root)] = Field(
        "https://api.telegram.org", description="Root of the Bot API, without /bot."
    )
    campaigns: Path | None = Field(None, description="Path of campaigns.toml.")
    operator: Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)] = Field(
        "", description="Who runs this copy and how to reach them, as it should read in the guide."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="How much is logged.")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, _Files(settings_cls)


class _Files(PydanticBaseSettingsSource):
    """`..._FILE`, and the folder that systemd puts credentials in."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        named = os.environ.get(f"{PREFIX}{field_name.upper()}_FILE")
        credential = Path(os.environ.get("CREDENTIALS_DIRECTORY", ""), f"{PREFIX}{field_name}".lower())
        path = Path(named) if named else credential if "CREDENTIALS_DIRECTORY" in os.environ else None
        if path is None or not (named or path.exists()):
            return None, field_name, False
        try:
            return path.read_text("utf-8").strip(), field_name, False
        except (OSError, UnicodeDecodeError):
            raise WrongSetting(f"{PREFIX}{field_name.upper()}_FILE: that file cannot be read") from None

    def __call__(self) -> dict[str, Any]:
        values = {name: self.get_field_value(field, name)[0] for name, field in self.settings_cls.model_fields.items()}
        return {name: value for name, value in values.items() if value is not None}


def read() -> Settings:
    """The settings of this process. Raises `WrongSetting`."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_input=False)[0]
        raise WrongSetting(f"{PREFIX}{str(first['loc'][0]).upper()}: {first['msg']}") from None
