"""Numbers, money, percentages and dates in English text, and when two of them are the same. By regular expressions, no parse."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from factcards.cards import Figure, FigureKind

__all__ = ["CURRENCY_CODES", "amount_of", "find_figures", "normal_value", "order_of"]


def _any_of(words: Iterable[str]) -> str:
    """A pattern for one of these words, the longest that stands there, that looks at each letter once: "s(?:ix(?:ty|)|even)"."""
    behind: dict[str, list[str]] = {}
    for word in words:
        behind.setdefault(word[:1], []).append(word[1:])
    ways = [first + _any_of(rest) for first, rest in behind.items() if first] + [""] * ("" in behind)
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


_UNITS = {
    word: value
    for value, word in enumerate(
        [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ]
    )
}  # fmt: skip
_TENS = {word: 10 * value for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SUFFIX = {"k": 1_000, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
_PART_WORDS = {"half": "0.5", "third": "1/3", "quarter": "0.25", "fifth": "0.2", "tenth": "0.1"}
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?"
    r"|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_DAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_DIGITS = r"\d{1,3}(?:[,\u202f ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORDS = _any_of([*_UNITS, *_TENS])
_SCALE = _any_of(_SCALES)
_WORD_NUMBER = (
    rf"(?:(?:a|half a|{_WORDS})(?:[- ](?:{_WORDS}))?(?:\s+(?:and\s+)?(?:{_SCALE})(?:\s+(?:and\s+)?(?:{_WORDS})(?:-(?:{_WORDS}))?)?)+"
    rf"|(?:{_WORDS})(?:-(?:{_WORDS}))?)"
)
_VULGAR = "[¼-¾⅐-⅞]"
_PART = "(?:a[- ](?:half|quarter|third)|three[- ]quarters)"
_AND_PART = rf"[- ]and[- ]{_PART}\b"
_SIZE = rf"(?:-?\s{{0,3}}(?:{_SCALE})s?\b|(?:k|mn|m|bn|b|tn)\b)?"
_MIXED = (
    rf"(?:(?:{_DIGITS})(?:\s?{_VULGAR}|[ -][1-3]/[2-8](?![\d/])|{_AND_PART})|(?:{_WORDS})(?:-(?:{_WORDS}))?{_AND_PART}|{_VULGAR}){_SIZE}"
)
"""A whole and a part: "3½", "3 1/2", "three and a half million"; or a part alone, in one character."""
_NUMBER = rf"(?:{_MIXED}|(?:{_DIGITS}){_SIZE}|{_WORD_NUMBER})"
_UNIT = "miles?|kms?|kg|lbs?|mph|kph|ft|cm|mm|oz|hours?|hrs?|minutes?|mins?|days?|years?"
"""Units that may stand right behind a figure: "100miles", "7lb"."""
CURRENCY_CODES = frozenset(
    [
        "AED", "ARS", "AUD", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP", "HKD", "HUF", "IDR", "ILS", "INR",
        "ISK", "JPY", "KES", "KRW", "MXN", "MYR", "NGN", "NOK", "NZD", "PHP", "PKR", "PLN", "RON", "RUB", "SAR", "SEK", "SGD", "THB", "TRY",
        "TWD", "UAH", "USD", "VND", "ZAR",
    ]
)  # fmt: skip
"""ISO 4217 codes that stand before amounts: "NOK 31 million"."""
_SHARED = rf"(?:{_WORDS}|\d{{1,3}}(?:,\d{{3}})*|(?:a[-\s]+)?(?:hundred|thousand|million))"
_COUNTED = (
    r"(?:seconds|minutes|hours|days|nights|weeks|months|quarters|years|seasons|decades|games|matches|starts|outings|innings|attempts|tests"
    r"|races|rounds|sets|tries|visits|attacks|cities|countries|elections|million|billion|percent|per\s?cent)"
)
_SHARE = (
    rf"(?:{_WORDS}|\d{{1,3}})[-\s]+(?:(?:in|out[-\s]of|of)[-\s]+every[-\s]+{_SHARED}\b|out[-\s]of[-\s]+{_SHARED}\b"
    rf"|in[-\s]+{_SHARED}\b(?!\s+{_COUNTED}\b))(?![.,:]?\d|%|-\w)"
)
"""A share: "one in five", "two out of every three"; "three in four years" and "two of five" are counts."""
_CURRENCY = rf"(?:US\$|A\$|C\$|HK\$|\$|£|€|¥|₹|(?-i:{'|'.join(sorted(CURRENCY_CODES))})\s?)"
_CURRENCY_WORD = r"(?:(?:US\s+)?dollars?|euros?|pounds?|cents|pence|yen|yuan|roubles?|rubles?|rupees?|francs?|crowns?|krona|zloty)"
_PATTERNS: tuple[tuple[FigureKind, str], ...] = (
    ("date", r"\b\d{4}-\d{2}-\d{2}\b"),
    (
        "date",
        rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}}\b)?|{_MONTH},?\s+\d{{4}}\b)",
    ),
    ("date", rf"\b(?:last|next|this|on)\s+{_DAY}\b|\b{_DAY}\b|\b(?:yesterday|tomorrow|today)\b"),
    ("date", r"\b(?:last|next|this)\s+(?:week|month|year|spring|summer|autumn|winter)\b"),
    ("money", rf"(?<!\w){_CURRENCY}\s?{_NUMBER}"),
    ("money", rf"(?<![\w.,]){_NUMBER}\s+{_CURRENCY_WORD}\b"),
    ("percent", rf"(?<![\w.,]){_NUMBER}\s?(?:%|per\s?cent\b|percentage points?\b|percent\b)"),
    ("date", r"(?<![\w.,$£€-])(?:1[6-9]|20)\d{2}(?![\w,.%-]*\d)(?:s\b)?(?!\s*(?:people|million|billion|per|%))"),
    ("number", rf"(?<![\w.])(?:{_DIGITS}){_SIZE}(?:(?!\w)(?!\.\d)|(?=(?:{_UNIT})\b))"),
    ("number", rf"(?<![\w.]){_MIXED}(?:(?!\w)|(?=(?:{_UNIT})\b))"),
    ("number", rf"\b{_WORD_NUMBER}\b"),
    (
        "number",
        # a year and a half
        r"(?<!year and )(?<!hour and )(?<!minute and )(?<!month and )(?<!week and )(?<!day and )(?<!mile and )"
        r"(?<!decade and )(?<!century and )"
        r"\b(?:a|one)[- ](?:half|third|quarter|fifth|tenth)\b(?!-[a-z])|\b(?:two|three)[- ](?:thirds|quarters|fifths|tenths)\b|(?<!first )(?<!second )(?<!and a )\bhalf\b(?=\s+(?:of|the|an?|its|their)\b)",  # noqa: E501
    ),
    (
        "number",
        r"\b(?:(?:tens|hundreds|thousands) of )?(?:thousands|millions|billions)\b|\b(?:dozens|hundreds)\b|\b(?:a|two|three) dozen\b",
    ),
    ("number", rf"(?<![\w.,$£€-]){_SHARE}"),
)
_COMPILED = tuple((kind, re.compile(pattern, 0 if at < 3 and at else re.IGNORECASE)) for at, (kind, pattern) in enumerate(_PATTERNS))
_ANY = re.compile("|".join(f"({pattern})" if at < 3 and at else f"((?i:{pattern}))" for at, (_, pattern) in enumerate(_PATTERNS)))
"""All of them at once, each a group: of ten places where one may begin, seven hold none, and none before the first one that matches."""
_SHARES = len(_PATTERNS) - 1
"""Which of the patterns is for shares."""
_PRONOUN_ONE = re.compile(r"^one$", re.IGNORECASE)
_BEGINNING = re.compile(
    rf"(?<!\w)(?:\d|{_VULGAR}|{_CURRENCY}|a\b|on\b|(?:last|next|this|half|tens|hundreds|thousands|dozens|millions|billions)\b|{_MONTH}|{_DAY}"
    rf"|yesterday|tomorrow|today|{_WORDS})",
    re.IGNORECASE,
)
"""How each of the patterns begins: one search for this, and they are tried there only."""


def find_figures(text: str, start: int = 0, end: int | None = None) -> tuple[Figure, ...]:
    """The figures of `text[start:end]`, disjoint and in text order; where two readings overlap the longer one wins.

    >>> [(f.kind, f.quote) for f in find_figures("Prices rose 3.5 per cent to $1.2 billion in March 2024.")]
    [('percent', '3.5 per cent'), ('money', '$1.2 billion'), ('date', 'March 2024')]
    """
    stop = len(text) if end is None else end
    hits: list[tuple[int, int, int, FigureKind]] = []
    begun = (_ANY.match(text, found.start(), stop) for found in _BEGINNING.finditer(text, start, stop))
    places = [(found.start(), found.lastindex or 0) for found in begun if found is not None]
    for order, (kind, pattern) in enumerate(_COMPILED):
        behind = start
        for place, first in places:
            found = pattern.match(text, place, stop) if place >= behind and first <= order + 1 else None
            if found is not None and (order < _SHARES or _share(found[0].casefold()) is not None):
                behind = found.end()
                if not _PRONOUN_ONE.match(found[0]):
                    hits.append((place, behind, order, kind))
    taken: list[tuple[int, int, FigureKind]] = []
    dates = [(first, last) for first, last, _, kind in hits if kind == "date"]
    hits = [hit for hit in hits if hit[2] < _SHARES or not any(low < hit[0] < high for low, high in dates)]  # "on June 5 in 10 cities"
    for first, last, _, kind in sorted(hits, key=lambda hit: (hit[0] - hit[1], hit[2], hit[0])):
        if all(last <= low or high <= first for low, high, _ in taken):
            taken.append((first, last, kind))
    return tuple(Figure.of(text, first, last, kind=kind) for first, last, kind in sorted(taken))


def normal_value(figure: Figure) -> str:
    """A form in which equal figures are equal: "1.2m", "1,200,000" and "1.2 million"; "5%" and "five per cent".

    Dates keep their words, in lower case and without "last", "on" and commas, months by their first three letters.
    """
    return _normal(figure.kind, " ".join(figure.quote.casefold().replace("\u00a0", " ").split()))


@lru_cache(4096)
def _normal(kind: FigureKind, words: str) -> str:
    """The same of the words of a figure: most are written again and again."""
    if kind == "date":
        words = re.sub(r"\b(?:on|of|the)\b|[,.]|(?<=\d)(?:st|nd|rd|th)\b", " ", words)
        tokens = [t[:3] if re.match(rf"^{_MONTH}$", t, re.IGNORECASE) else t.lstrip("0") or t for t in words.split()]
        return "date:" + " ".join(sorted(tokens))
    value = _value(words)
    shown = "?" + words if value is None else str(value.normalize() if value else value)
    if kind == "percent":
        return f"percent:{shown}" + (":points" if "point" in words else "")
    return f"{kind}:{_currency(words)}{shown}" if kind == "money" else f"number:{shown}"


_ORDERS = {"dozens": 24.0, "hundreds": 100.0, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
_TIMES = {"tens": 10.0, "hundreds": 100.0, "thousands": 1e3}


def order_of(words: str) -> tuple[float, float] | None:
    """The amounts that an uncounted plural may stand for, as a half-open range; null for anything else.

    >>> order_of("hundreds of thousands"), order_of("dozens"), order_of("twelve")
    ((100000.0, 1000000.0), (24.0, 240.0), None)
    """
    parts = words.split()
    least = _ORDERS.get(parts[-1]) if parts else None
    if least is None or len(parts) not in {1, 3} or (len(parts) == 3 and parts[0] not in _TIMES):
        return None
    least *= _TIMES[parts[0]] if len(parts) == 3 else 1
    return least, least * (10 if len(parts) == 3 or least < 1e3 else 1e3)


def _currency(words: str) -> str:
    for mark, name in (
        ("a$", "aud"),
        ("c$", "cad"),
        ("hk$", "hkd"),
        ("$", "usd"),
        ("dollar", "usd"),
        ("£", "gbp"),
        ("pound", "gbp"),
        ("€", "eur"),
        ("euro", "eur"),
        ("¥", "jpy"),
        ("yen", "jpy"),
    ):
        if mark in words:
            return name
    if words[:3].upper() in CURRENCY_CODES:
        return words[:3]
    return words.rsplit(maxsplit=1)[-1]


_TIMES_SIZE = rf"-?\s{{0,3}}(?P<scale>{_SCALE}|k|mn|m|bn|b|tn)?"
_MIXED_PARTS = re.compile(
    rf"(?P<whole>{_DIGITS}|(?:{_WORDS})(?:-(?:{_WORDS}))?)?"
    rf"(?:\s?(?P<one>{_VULGAR})|[ -](?P<above>[1-3])/(?P<below>[2-8])|[- ]and[- ](?P<part>{_PART})){_TIMES_SIZE}"
)


_SHARE_PARTS = re.compile(rf"({_WORDS}|\d+)[-\s]+(?:in|out[-\s]of|of)[-\s]+(?:every[-\s]+)?({_SHARED})")


def _share(words: str) -> Decimal | None:
    """The value of "one in five"; null for what is no share, as "five in two".

    >>> _share("one in five"), _share("five in two")
    (Decimal('0.200000'), None)
    """
    found = _SHARE_PARTS.fullmatch(words)
    if found is None:
        return None
    part, whole = (_digits(one) if one[0].isdigit() else _spelled(re.split(r"[\s-]+", one)) for one in found.groups())
    return round(part / whole, 6) if part and whole and part < whole else None


def _mixed(words: str) -> Decimal | None:
    """The value of a whole and a part."""
    found = _MIXED_PARTS.search(words)
    if found is None:
        return None
    whole = found["whole"]
    if found["one"]:
        part = Decimal(str(round(unicodedata.numeric(found["one"]), 6)))
    elif found["above"]:
        part = round(Decimal(found["above"]) / Decimal(found["below"]), 6)
    else:
        part = _spelled(re.split(r"[\s-]+", found["part"])) or Decimal(0)
    counted = Decimal(0)
    if whole is not None:
        counted = _digits(whole) if whole[0].isdigit() else _spelled(whole.split("-")) or counted
    return (counted + part) * _size(found["scale"])


def _digits(written: str) -> Decimal:
    return Decimal(re.sub(r"[,\u202f ]", "", written))


def _size(scale: str | None) -> int:
    return _SCALES.get(scale or "", _SUFFIX.get(scale or "", 1))


def _value(words: str) -> Decimal | None:
    for read in (_share, _mixed):
        value = read(words)
        if value is not None:
            return value
    found = re.search(rf"({_DIGITS}){_TIMES_SIZE}", words)
    if found:
        try:
            return _digits(found[1]) * _size(found["scale"])
        except InvalidOperation:
            return None
    return _spelled(re.split(r"[\s-]+", words))


def _spelled(tokens: list[str]) -> Decimal | None:
    total, current, seen = Decimal(0), Decimal(0), False
    for token in tokens:
        if token in _UNITS or token in _TENS:
            current += _UNITS.get(token, _TENS.get(token, 0))
            seen = True
        elif token == "a":
            current += 0 if seen else 1  # "half a million"
        elif token == "dozen":
            current, seen = (current or Decimal(1)) * 12, True
        elif token.rstrip("s") in _PART_WORDS or token in {"halves"}:
            part = _PART_WORDS.get(token.rstrip("s"), "0.5")
            share = Decimal(1) / 3 if part == "1/3" else Decimal(part)
            current, seen = round((current or Decimal(1)) * share, 6), True
        elif token in _SCALES:
            current, seen = (current or Decimal(1)) * _SCALES[token], True
            if _SCALES[token] >= 1_000:
                total, current = total + current, Decimal(0)
    return total + current if seen else None


def amount_of(value: str) -> float | None:
    """The number that ends a figure's value; none of a date."""
    found = re.search(r"(?<![\d.])\d+(?:\.\d+)?(?:e[+-]?\d+)?$", value.lower().removesuffix(":points"))
    return float(found[0]) if found and not value.startswith("date:") else None
