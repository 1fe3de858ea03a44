"""What looks like a key is kept out of recordings; what an article says in words is not."""

from __future__ import annotations

from time import process_time

import pytest

from factcards.secrets import find_secret, redacted

TOKEN = "a1B2c3D4e5F6g7H8i9J0"


@pytest.mark.parametrize(
    "text",
    [
        "Her favourite cookie: snickerdoodle.",
        "Cookie: oatmeal-and-raisin-with-nuts",
        "Set-Cookie: the header that every site sends",
        "Authorization: President Orr signed",
        "Authorization: none was asked for in 2024",
        "a sk-learn-based-classifier was used",
        "the bearer responsibilities-of-office fell to Bo Marsh",
        "an org-responsibilitieschart, an xai-enabled-application",
        f"She wrote the header authorization: {TOKEN} on the board",
    ],
)
def test_words_are_no_secret(text: str) -> None:
    """They would block a recording for nothing."""
    assert find_secret(text) is None


@pytest.mark.parametrize(
    "text",
    [
        f"sk-{TOKEN}",
        f"sk-proj-{TOKEN}",
        f"sk-ant-api03-{TOKEN}",
        f"ghp_{TOKEN}",
        "AKIAIOSFODNNEXAMPLEK",
        f"Bearer {TOKEN}",
        f"org-{TOKEN}",
        f"Sent:\nAuthorization: Basic {TOKEN}==",
        f"> x-api-key: {TOKEN}",
        f"curl -H 'api-key: {TOKEN}'",
        f'{{"x-api-key": "{TOKEN}"}}',
        f"Cookie: session={TOKEN}; path=/",
    ],
)
def test_what_a_machine_made_is_one_also_within_a_value(text: str) -> None:
    """Named by its place, and not shown."""
    found = find_secret({"a": ["Rain.", text]})
    assert found is not None
    assert found.where == "a[1]"
    assert TOKEN not in redacted(text)
    assert "AKIA" not in redacted(text)


@pytest.mark.parametrize("word", ["sk-a-", "gsk_-", "eyJ-", "eyJaaaaaaaaa.", "sk-", "bearer ", "cookie: ", "proj-"])
def test_a_text_that_goes_on_beginning_a_key_is_read_in_time(word: str) -> None:
    """It takes as long as other words: each is looked through once."""
    begun = process_time()
    text = word * (200_000 // len(word))
    assert find_secret(text) is None
    assert redacted(text) == text
    assert process_time() - begun < 5


def test_a_key_within_a_word_is_named_and_what_stands_before_it_is_shown() -> None:
    """A word has one key at most."""
    assert redacted(f"my-key-sk-{TOKEN}, x-eyJ{TOKEN}.{TOKEN}.{TOKEN}") == "my-key-[an API key], x-[a signed token]"


def test_a_header_in_the_midst_of_a_message_is_not_shown() -> None:
    """A message's lines are one."""
    assert redacted(f"refused: x-api-key: {TOKEN} (HTTP 401)") == "refused: [an authorization header] (HTTP 401)"
