"""The user's configuration file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcards.config import UserConfig, load_config
from factcards.errors import ConfigError
from factcards.regress.suite import load_suite


def test_no_file_is_an_empty_configuration(tmp_path: Path) -> None:
    """Nothing has to be configured."""
    assert load_config(tmp_path / "config.toml") == UserConfig()


def test_what_the_file_says_is_taken(tmp_path: Path) -> None:
    """Keys of the file become fields."""
    path = tmp_path / "config.toml"
    path.write_text('model = "m"\nmax_cost = 0.5\n', encoding="utf-8")
    assert load_config(path) == UserConfig(model="m", max_cost=0.5)


def test_a_home_that_this_user_may_not_look_into_has_no_configuration(tmp_path: Path) -> None:
    """Builds run as another user than the one whose home is named."""
    (home := tmp_path / "home").mkdir(mode=0)
    user = os.geteuid()
    os.seteuid(user or 65534)  # the superuser may look everywhere
    try:
        assert load_config(home / "config.toml") == UserConfig()
    finally:
        os.seteuid(user)
        home.chmod(0o700)


def test_a_byte_order_mark_is_no_part_of_a_file(tmp_path: Path) -> None:
    """Editors on Windows put one before the user's file, and before a project's."""
    config, suite = tmp_path / "config.toml", tmp_path / "factcards.toml"
    config.write_text('model = "m"\n', encoding="utf-8-sig")
    suite.write_text('articles = ["*.txt"]\n', encoding="utf-8-sig")
    assert (load_config(config).model, load_suite(suite).articles) == ("m", ("*.txt",))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'modell = "m"\n', "unknown key 'modell' (did you mean 'model'?)"),
        (b"input_price = 1.0\n", "input_price and output_price go together"),
        (b"timeout = 0\n", "timeout: it must be above 0"),
        (b"temperature = inf\n", "temperature: it must be a finite number"),
        (b"timeout = inf\n", "timeout: it must be a finite number"),
        (b'max_tokens = "a"\n', "max_tokens: it must be a whole number"),
        (b"model = 5\n", "model: it must be text"),
        (b'base_url = "ftp://x"\n', "base_url: it must look like http://127.0.0.1:8080/v1, with no user name"),
        (b"model = [\n", "is not TOML"),
        (b'model = "\xff"\n', "is not TOML: byte 9 is not UTF-8"),
        (b'api_key_env = "sk-12 3"\n', "api_key_env: it must be the name of an environment variable, never the key itself"),
    ],
)
def test_a_wrong_file_is_refused_with_its_reason(tmp_path: Path, content: bytes, message: str) -> None:
    """The file, the key and the reason are named."""
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    with pytest.raises(ConfigError) as error:
        load_config(path)
    assert message in error.value.what
    assert str(path) in error.value.what


def test_the_documented_example_is_a_valid_configuration(tmp_path: Path) -> None:
    """The block in docs/configuration.md is read as it stands, and names every key."""
    text = (Path(__file__).parent.parent / "docs" / "configuration.md").read_text(encoding="utf-8")
    path = tmp_path / "config.toml"
    path.write_text(text.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    assert load_config(path).model_fields_set == set(UserConfig.model_fields)
