"""Which organization, place or thing a name means: full names are entered first; letters, a first or a last word may be short for one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from factcards.engines.local.speakers.bearers import Bearer
from factcards.engines.local.speakers.families import Families
from factcards.engines.local.speakers.forms import Form, acronyms, is_division
from factcards.engines.local.speakers.naming import head_of_name

__all__ = ["enter_others"]


def enter_others(forms: Mapping[str, Form], families: Families) -> list[Bearer]:
    """The bearers of all names that are no person's; a single word of which they are one is left to the families."""
    others = [f for f in forms.values() if f.bearer is None]
    long = [f for f in others if len(f.core) > 1]
    entered = [_entered(form) for form in long]
    initials, ends = _short_for(long)
    bracketed = _bracketed(forms.values())
    for form in others:
        word = form.words[0]
        given = bracketed.get(word)
        if form.bearer is not None or (given is None and families.are_meant_by(form)):
            continue
        found = [given] if given is not None else list(dict.fromkeys(initials.get(word, []) if word.isupper() else []))
        if not found and form.may_shorten:
            found = [b for b in dict.fromkeys(ends.get(word, [])) if b.kind in {"organization", "government", "document", "other"}]
        if len(found) > 1:  # "Tarn" behind "Tarn Town", before "the Tarn Faithful podcast" is told of
            known = [f.bearer for f in long if f.mentions[0].start < form.mentions[0].start]
            found = [b for b in found if b in known] if sum(b in known for b in found) == 1 else found
        if len(found) == 1:
            form.bearer = found[0]
            if found[0].kind == "other" and form.kind() == "organization":
                found[0].kind = "organization"  # "the Tarn Air turboprop", "Tarn has confirmed it"
        else:
            entered.append(_entered(form))
    return entered


def _entered(form: Form) -> Bearer:
    kind = form.kind()
    form.bearer = Bearer(" ".join(form.words), kind, personal=kind == "person", plural=kind == "group" and form.words[-1].endswith("s"))
    return form.bearer


def _short_for(long: Iterable[Form]) -> tuple[Mapping[str, list[Bearer]], Mapping[str, list[Bearer]]]:
    """The bearers of full names by their letters, and by their first and last words."""
    initials: dict[str, list[Bearer]] = defaultdict(list)
    ends: dict[str, list[Bearer]] = defaultdict(list)
    for form in long:
        if form.bearer is not None and form.kind() not in {"person", "group"}:
            for short in acronyms(form.words):
                initials[short].append(form.bearer)
            shorts = {head_of_name(form.words)} if is_division(form.words) else {form.words[0], head_of_name(form.words)}
            for word in shorts:
                ends[word].append(form.bearer)
    return initials, ends


def _bracketed(forms: Iterable[Form]) -> dict[str, Bearer]:
    """Short forms that the article itself introduces: "the National Front (FN)"."""
    result: dict[str, Bearer] = {}
    for form in forms:
        if form.bearer is None or len(form.words) < 2:
            continue
        for mention in form.mentions:
            doc, at = mention.last.doc, mention.last.i + 1
            if at + 2 < len(doc) and doc[at].text == "(" and doc[at + 2].text == ")" and doc[at + 1].text.isupper():
                result.setdefault(doc[at + 1].text, form.bearer)
    return result
