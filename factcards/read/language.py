"""Which language a text is in, well enough to say "the local reader does not read this": scripts and stop words, no download."""

from __future__ import annotations

import re
from collections import Counter

from factcards.errors import UsageError

__all__ = ["detect", "refuse_no_code"]

_STOP_WORDS = {
    "en": "the a an of and to in that is was he for it with as his on be at by had not are but from have they which were said has will who",
    "fr": "le la les des et en un une du que est pour dans qui sur pas au par plus avec ce il elle sont mais nous vous ont été",
    "de": "der die und das von zu mit den ist im nicht für auf ein eine als auch es dem sich werden wird wurde hat bei nach sie",
    "es": "el la los las de y en que un una por con para es se del al lo como más su pero sus ha fue son",
    "it": "il la di che e un una per in con del della non si è le dei da sono gli al come più anche ha alla",
    "pt": "o a os as de e em que um uma para com não do da dos das por mais se foi ao como são ele",
    "nl": "de het een en van in dat is op te zijn met voor niet aan er om ook als door bij naar werd heeft",
    "ca": "el la els les de i en que un una per amb no és del al ha va més com però són aquest seva",
    "cs": "a na se že je to z o do i ale po pro jak za by od který byl jsou také ve",
    "cy": "y yr yn i o ar a ac mae ei eu wedi am gan bod fod oedd roedd ond hynny hefyd nad bydd sydd dywedodd",
    "da": "og i at det en til er som på de med han af for ikke den har et var der men vil fra blev",
    "fi": "ja on ei se että oli hän mutta ovat joka myös kun niin kuin ole sen tai olla vuonna mukaan",
    "ga": "an na agus is ar go i a le de do bhí tá ag mar atá chun ach nach seo sin faoi leis",
    "hr": "i u je se na da za su od o ne što kao koji je bio ali iz će po te",
    "hu": "a az és hogy nem is egy ez volt meg de csak már van ki el mint azt lesz vagy szerint",
    "id": "yang dan di ini itu dengan untuk tidak dari dalam akan pada juga ke karena ada oleh sudah mereka",
    "no": "og i å det en til er som på de med han av for ikke den har et var men vil fra ble",
    "pl": "i w z na do nie się że jest to o jak po za od przez dla ale był będzie są oraz",
    "ro": "și de la în a că nu o cu pe din un este pentru care mai se au fost sa ce",
    "sv": "och i att det som en på är av för med den till har inte om ett han var från men ska",
    "tr": "ve bir bu da de için ile olarak çok daha olan ne ama gibi kadar sonra var en",
}
_WORDS = {language: frozenset(words.split()) for language, words in _STOP_WORDS.items()}
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 20_000
"""Code points looked at: the language of a news article shows in its first pages."""
SCRIPT_SHARE = 0.3
"""Share of the letters that one script needs: names in another script stay below it, and CJK text with Latin names above."""


def refuse_no_code(language: object) -> None:
    """Refuse what is no code of a language where one may be named: it would be taken for a language that nobody reads.

    >>> refuse_no_code("english")
    Traceback (most recent call last):
    factcards.errors.UsageError: 'english' is no code of a language; for example en.

    Raises:
        UsageError: if it is neither a code nor None.
    """
    if language is not None and not (isinstance(language, str) and re.fullmatch("[a-z]{2}", language)):
        raise UsageError(f"{language!r} is no code of a language; for example en.")


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the text's language, or null when it is not clear (a few words without a stop word). Of two languages that are
    alike and both not English it may be either.
    """
    sample = text[:SAMPLE]
    letters = len(_LETTER.findall(sample))
    if not letters:
        return None
    for language, script in _SCRIPTS:
        needed = 0.05 if language == "ja" else SCRIPT_SHARE
        if len(script.findall(sample)) / letters >= needed:
            return language
    words = _WORD.findall(sample)  # a capital may be a name's: "beat La Coruna in La Liga"
    counts = Counter({language: sum(word in known for word in words) for language, known in _WORDS.items()})
    (best, most), (_, second) = counts.most_common(2)
    rival = second if best == "en" else counts["en"]
    if most < 2 or most <= 1.2 * rival:
        return None
    return best if most / len(words) >= 0.08 else None
