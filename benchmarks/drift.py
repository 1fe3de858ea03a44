"""Drift of a known kind, put into summaries that are faithful: what `factcards verify` is measured on beside real errors.

Each kind is a function from a summary with its reading (and the names of its article) to changed summaries; `drifted` picks one
per kind by a seed. Only surface rules and the summary's own reading are used, never the article's words against the summary's, so
that the generator knows nothing that the checker looks for.

    python benchmarks/drift.py DATA.jsonl > drifted.jsonl
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from factcards.cards import Article
from factcards.lexicon import content_frames, lemma_of
from factcards.lint.words import lexis
from factcards.read import from_text
from factcards.reading import Name, Reading
from factcards.spans import Span

__all__ = ["KINDS", "drifted"]

Changed = tuple[str, str]
"""The rule's name and the changed summary."""

_MODAL = re.compile(r"\b(may|might|could)\b(?! \d)")
_COMPARED = r"(?<!more )(?<!less )(?<!most )(?<!least )(?<!as )"
"""What no hedge stands behind: who is "more likely" than others to fall ill is compared with them."""
_ADVERB = re.compile(
    rf"{_COMPARED}\b(reportedly|allegedly|probably|likely|possibly|apparently|perhaps|potentially|seemingly|presumably)\b,? ?"
)
_APPROXIMATE = re.compile(
    r"\b(about|around|nearly|almost|at least|up to|more than|less than|fewer than|as many as|roughly|some) (?=[$£€]?\d|[a-z]+teen\b)", re.I
)
_EXPECTED = re.compile(r"\b(?:is|are) (?:expected|likely|set|due|thought|believed) to\b")
_BE = re.compile(r"\b(is|are|was|were)\b(?! (?:not|n't|expected|likely|set|due|thought|believed))")
_HAS = re.compile(r"\b(has|have)\b(?= \w+(?:ed|en|wn)\b)")
_WILL = re.compile(r"\bwill\b(?! not)")
_NOT = re.compile(r"(?<= is) not\b|(?<=(?:are|was|has|had)) not\b|(?<=(?:were|have|will)) not\b|(?<=(?:would|could)) not\b")
_NT = re.compile(r"\b(is|are|was|were|has|have|had|would|could|should|does|did|do)n['’]t\b")
_CANNOT = re.compile(r"\b(?:cannot|can['’]t)\b")
_WONT = re.compile(r"\bwon['’]t\b")
_NEVER = re.compile(r"\bnever ")
_NUMBER = re.compile(r"(?<![\w.,-])\d{1,3}(?:,\d{3})+(?![\w,])|(?<![\w.,-])\d+(?:\.\d+)?(?![\w,]|\.\d)")
_NUMBER_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_NUMBER_WORD = re.compile(rf"\b({'|'.join(_NUMBER_WORDS)})\b", re.I)
_SUGGEST = re.compile(r"\b(suggests|suggested|indicates|indicated|believes|believed|thinks|claims|claimed)\b")
_SURER = {
    "suggests": "shows",
    "suggested": "showed",
    "indicates": "proves",
    "indicated": "proved",
    "believes": "knows",
    "believed": "knew",
    "thinks": "knows",
    "claims": "confirms",
    "claimed": "confirmed",
}
_QUOTED = re.compile(r"[“\"]([^“”\"]{8,300})[”\"]|(?<!\w)['‘]([^'‘’\"]{10,300})['’](?!\w)")


def _at(text: str, start: int, end: int, words: str) -> str:
    return text[:start] + words + text[end:]


def _tidy(text: str) -> str:
    text = re.sub(r" {2,}", " ", text).strip()
    return text[:1].upper() + text[1:]


def hedge_removed(text: str, reading: Reading, _article: Reading) -> Iterator[Changed]:
    """A hedge goes: "may" -> "will" is strengthening, so here adverbs, approximations, "is expected to"."""
    for found in _ADVERB.finditer(text):
        yield "adverb deleted", _tidy(_at(text, found.start(), found.end(), ""))
    for found in _APPROXIMATE.finditer(text):
        yield "approximator deleted", _tidy(_at(text, found.start(), found.end(), ""))
    for found in _EXPECTED.finditer(text):
        yield "expected to>will", _at(text, found.start(), found.end(), "will")
    verbs = {clause.head.start for clause in reading.clauses if clause.tense is not None}  # not "to settle claims", "believed to be"
    for found in (match for match in _SUGGEST.finditer(text) if match.start() in verbs):
        yield "suggest>show", _at(text, found.start(), found.end(), _SURER[found[0]])


def hedge_strengthened(text: str, _reading: Reading, _article: Reading) -> Iterator[Changed]:
    """A hedge becomes a certainty."""
    for found in _MODAL.finditer(text):
        yield "modal>will", _at(text, found.start(), found.end(), "will")
    for found in re.finditer(rf"{_COMPARED}\blikely to\b", text):
        yield "likely>certain", _at(text, found.start(), found.end(), "certain to")


def hedge_added(text: str, _reading: Reading, _article: Reading) -> Iterator[Changed]:
    """A flat statement becomes a possibility."""
    for found in _BE.finditer(text):
        yield "is>may be", _at(text, found.start(), found.end(), "may be" if found[0] in {"is", "are"} else "may have been")
    for found in _WILL.finditer(text):
        yield "will>may", _at(text, found.start(), found.end(), "may")
    for found in _HAS.finditer(text):
        yield "has>may have", _at(text, found.start(), found.end(), "may have")


def negation_added(text: str, reading: Reading, _article: Reading) -> Iterator[Changed]:
    """A statement is turned round."""
    for found in re.finditer(r"\b(is|are|was|were|will|would|could|can|may|might|should)\b(?! not|n['’]t)", text):
        yield "aux+not", _at(text, found.end(), found.end(), " not")
    for found in _HAS.finditer(text):
        yield "has+not", _at(text, found.end(), found.end(), " not")
    bases = dict(lexis()["irregular"].items())
    for clause in reading.clauses:
        word = clause.head.quote
        before = text[: clause.head.start].rstrip().rsplit(" ", 1)[-1].lower()
        if (
            clause.tense != "past"
            or clause.mood != "statement"
            or before in {"has", "have", "had", "was", "were", "be", "been", "is", "are", "not", "never"}
        ):
            continue
        base = bases.get(word) or _base(word)
        if base and base not in {"be", "have"}:
            yield "do-support", _at(text, clause.head.start, clause.head.end, f"did not {base}")


def _base(past: str) -> str | None:
    if not past.endswith("ed") or len(past) < 5 or not past.islower():
        return None
    if past.endswith("ied"):
        return past[:-3] + "y"
    stem = past[:-2]
    if stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    return (
        stem + "e"
        if re.search(r"(?:[^aeiou][aiou][cgsvz]|[aeiou]s|at|ir|ar|iv|uc|rg|nc|dg|id|in|it|ut|os|ak|ok|ap|ad|am|ag|ib|ol|ul)$", stem)
        else stem
    )


def negation_removed(text: str, _reading: Reading, _article: Reading) -> Iterator[Changed]:
    """A negation goes."""
    for found in _NOT.finditer(text):
        yield "not deleted", _at(text, found.start(), found.end(), "").replace("  ", " ")
    for found in _NT.finditer(text):
        yield "n't deleted", _at(text, found.start(), found.end(), found[1])
    for found in _CANNOT.finditer(text):
        yield "cannot>can", _at(text, found.start(), found.end(), "can")
    for found in _WONT.finditer(text):
        yield "won't>will", _at(text, found.start(), found.end(), "will")
    for found in _NEVER.finditer(text):
        yield "never deleted", _at(text, found.start(), found.end(), "")
    for found in re.finditer(r"\b(did|does|do) not\b", text):
        yield "did not>did", _at(text, found.start(), found.end(), found[1])


def number_changed(text: str, _reading: Reading, _article: Reading) -> Iterator[Changed]:
    """A figure becomes another."""
    for found in _NUMBER.finditer(text):
        digits = found[0].replace(",", "")
        value = float(digits)
        if 1900 <= value <= 2030 and "." not in digits and "," not in found[0]:
            new = str(int(value) - 3)
        elif "." in digits:
            new = f"{value * 1.3 + 0.4:.{len(digits.split('.')[1])}f}"
        else:
            changed = int(value * 1.4) + 2
            new = f"{changed:,}" if "," in found[0] else str(changed)
        yield "digits", _at(text, found.start(), found.end(), new)
    for found in _NUMBER_WORD.finditer(text):
        at = _NUMBER_WORDS.index(found[0].lower())
        new = _NUMBER_WORDS[(at + 3) % len(_NUMBER_WORDS)]
        yield "word", _at(text, found.start(), found.end(), new.capitalize() if found[0][0].isupper() else new)


def quote_altered(text: str, reading: Reading, article: Reading) -> Iterator[Changed]:
    """A word inside quotation marks becomes another word of the article."""
    del reading
    pool = sorted({c.head.quote for c in article.clauses if c.head.quote.isalpha() and c.head.quote.islower() and len(c.head.quote) > 4})
    for found in _QUOTED.finditer(text):
        start = found.start(1) if found[1] else found.start(2)
        inside = found[1] or found[2]
        for word in re.finditer(r"\b[a-z]{4,}\b", inside):
            others = [w for w in pool if w[-2:] == word[0][-2:] and w != word[0] and w not in inside] or [
                w for w in pool if w not in inside
            ]
            if others:
                yield "word", _at(text, start + word.start(), start + word.end(), others[len(word[0]) * 7 % len(others)])


def attribution_dropped(text: str, reading: Reading, _article: Reading) -> Iterator[Changed]:
    """A whole clause that is reported by a verb of speech, or "according to", loses its source and cue.

    Without a verb of its own ("allegations of abuse", "his fans to help") what is left would be no sentence, and claim nothing.
    """
    for found in reading.attributions:
        if (
            found.cue is None
            or found.speaker is None
            or found.speaker.mention is None
            or len(found.content) != 1
            or found.parent is not None
        ):
            continue
        content = found.content[0]
        if content.end - content.start < 25 or not _reports(found.cue.quote) or not _is_clause(content, reading):
            continue
        sentence = found.evidence[0]
        before, after = text[sentence.start : content.start], text[content.end : sentence.end]
        if len(found.evidence) != 1 or not (
            (_only(before, found) and not re.search(r"\w", after)) or (not re.search(r"\w", before) and _only(after, found))
        ):
            continue
        words = content.quote.strip(" ,")
        if re.fullmatch(r'["“][^"“”]*["”]?', words):
            words = words.strip(' ,"“”')  # wholly what is quoted, and told plainly now
        yield "attribution deleted", _at(text, sentence.start, sentence.end, _tidy(words.removeprefix("that ")).rstrip(" ,.") + ".")


def _reports(cue: str) -> bool:
    words = cue.lower().split()
    return "according" in words or any(lemma_of(word) in content_frames("speech") for word in words)


def _is_clause(content: Span, reading: Reading) -> bool:
    """Whether these words have a subject and a finite verb: a clause with a tense that begins where they begin."""
    return any(
        clause.tense is not None and abs(clause.start - content.start) <= len("that ") and clause.head.start > content.start
        for clause in reading.clauses
        if clause.head.end <= content.end
    )


def _only(words: str, found: object) -> bool:
    """Whether these words are the source and the cue and little else."""
    del found
    return 0 < len(words.split()) <= 9 and "," not in words.strip(" ,")


def _is_full_name(name: Name) -> bool:
    """Whether these are the first name and surname of a person."""
    words = name.name.split()
    return (
        name.kind == "person"
        and len(words) in {2, 3}
        and all(word.isalpha() and word.istitle() for word in words)
        and "\n" not in name.name
    )


def speaker_swapped(text: str, reading: Reading, article: Reading) -> Iterator[Changed]:
    """The person who is named as the source of a verb of speech becomes another one whom the article names in full.

    Who plans, wins or restores something is no speaker. A company, an office or "a former minister" is no person: the article's name
    that takes its place is often that of its spokesman or of the man himself, and then nothing has drifted.
    """
    people = list(dict.fromkeys(name.name for name in article.names if _is_full_name(name)))
    for found in reading.attributions:
        speaker = found.speaker
        if found.cue is None or speaker is None or speaker.mention is None or speaker.resolved_by in {"pronoun", "carried", "unresolved"}:
            continue
        mention = speaker.mention
        named = any(n.kind == "person" and n.start <= mention.start and mention.end <= n.end for n in reading.names)
        if not named or not all(word[:1].isupper() for word in mention.quote.split()):
            continue
        if not _reports(found.cue.quote):
            continue
        others = [p for p in people if not set(p.lower().split()) & set(mention.quote.lower().split()) and p not in text]
        if others:
            addressed = _ADDRESS.search(text, 0, mention.start)  # "Mr Quill" becomes "Bo Marsh", and no "Mr Bo Marsh"
            start = addressed.start() if addressed is not None else mention.start
            yield "source>other name", _at(text, start, mention.end, others[len(text) % len(others)])


_ADDRESS = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s\Z")


KINDS: dict[str, Callable[[str, Reading, Reading], Iterator[Changed]]] = {
    "hedge_removed": hedge_removed,
    "hedge_strengthened": hedge_strengthened,
    "hedge_added": hedge_added,
    "negation_added": negation_added,
    "negation_removed": negation_removed,
    "number_changed": number_changed,
    "quote_altered": quote_altered,
    "attribution_dropped": attribution_dropped,
    "speaker_swapped": speaker_swapped,
}


def drifted(row: dict[str, object], reading: Reading, article: Reading) -> list[dict[str, object]]:
    """One changed row for each kind that the summary has a place for; the place is chosen by a seed made of the row's id.

    Args:
        row: A faithful row: id, article_id, article, summary.
        reading: Of the summary as `from_text` gives it.
        article: The reading of the article: names and verbs to swap in.
    """
    found = []
    for kind, make in KINDS.items():
        options = sorted(set(make(str(row["summary"]), reading, article)))
        options = [option for option in options if option[1] != row["summary"]]
        if options:
            rule, changed = random.Random(f"{row['id']}/{kind}").choice(options)
            found.append({**row, "id": f"{row['id']}/{kind}", "summary": changed, "faithful": False, "kind": kind, "rule": rule})
    return found


def _rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def faithful_rows(rows: Sequence[dict[str, object]]) -> list[dict[str, object]]:
    """The faithful rows of a set, references and human corrections, each text of an article once."""
    found: dict[tuple[object, object], dict[str, object]] = {}
    for row in rows:
        good = row["summary"] if row["faithful"] else row.get("corrected")
        if good:
            found.setdefault(
                (row["article_id"], good),
                {
                    **{key: row[key] for key in ("id", "article_id", "article")},
                    "summary": good,
                    "faithful": True,
                    "kind": "faithful",
                },
            )
    return list(found.values())


def main(paths: Sequence[str]) -> None:
    """Print the faithful rows and their drifted versions as JSON lines."""
    from factcards.engines.local.reader import LocalReader

    reader = LocalReader()  # the whole sentence of each attribution is needed, which the reader of two texts leaves out
    for path in paths:
        rows = faithful_rows(_rows(Path(path)))
        for row in rows:
            reading, article = reader.read([english(str(row["summary"])), english(str(row["article"]))])
            for out in (row, *drifted(row, reading, article)):
                print(json.dumps(out, ensure_ascii=False))


def english(text: str) -> Article:
    """A summary as the reader is given it."""
    return from_text(text).model_copy(update={"language": "en"})


if __name__ == "__main__":
    main(sys.argv[1:])
