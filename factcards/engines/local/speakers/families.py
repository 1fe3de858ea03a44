"""Which person a name means where it stands: full names are entered first; a surname or a first name alone is then somebody's of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from factcards.engines.local.speakers.bearers import Bearer, Identity
from factcards.engines.local.speakers.forms import Form, cannot_mean, is_same_person
from factcards.engines.local.speakers.genders import contradicts, gender_of, gender_of_name
from factcards.engines.local.speakers.naming import Mention, is_first_name
from factcards.engines.local.speakers.roles import is_kin_of_another

__all__ = ["Families"]

MANY = 40
"""Mentions of a surname that are looked at for whom it means: the first ones tell."""


class Families:
    """The persons of one article by their surnames and first names."""

    def __init__(self, forms: Mapping[str, Form]) -> None:
        """Enter full names; then a name that is the end of a longer one, or its first word, is the same person's."""
        self.bearers: list[Bearer] = []
        self._forms = forms
        self._families: dict[str, list[Bearer]] = defaultdict(list)
        self._firsts: dict[str, list[Bearer]] = defaultdict(list)
        self._full: dict[int, list[Mention]] = defaultdict(list)
        full = [f for f in forms.values() if len(f.core) > 1 and f.kind() == "person"]
        for form in sorted(full, key=lambda f: (-len(f.words), -len(f.mentions), f.mentions[0].start)):
            form.bearer = self._known(form) or self._entered(form)
        for form in full:
            self._full[id(form.bearer)] += form.mentions
        self._part_namesakes()
        self._part_couples()

    def has(self, surname: str) -> bool:
        """Whether it is a surname of theirs."""
        return surname in self._families

    def are_meant_by(self, form: Form) -> bool:
        """Whether a single word is somebody's surname or first name: then who it means depends on where it stands."""
        word = form.core[-1]
        if word in self._families:
            return True
        sort = form.kind() in {"person", "other", "organization"} or form.votes["person"] > 0
        return len(self._firsts.get(word, ())) == 1 and sort

    def identify(self, form: Form, title: str, place: int) -> Identity:
        """Who is meant by a name.

        Args:
            form: Its spelling.
            title: The title before it, lower case.
            place: Where it stands (code points).
        """
        if form.bearer is not None:
            return Identity(form.bearer, 1.0 if form.bearer.name == " ".join(form.words) else 0.95)
        family = self._families.get(form.core[-1], [])
        if not family:
            named = self._firsts.get(form.core[-1], [])
            return Identity(named[0], 0.9) if len(named) == 1 else Identity(None, 0.0, tuple(named))
        if len(family) == 1 and contradicts(title, family[0]):
            return Identity(None, 0.0, ())
        if len(family) == 1:
            return Identity(family[0], 0.95)
        return self._of_family(family, title, place)

    def _known(self, form: Form) -> Bearer | None:
        """Who has this full name in a longer form already."""
        family = self._families[form.core[-1]]
        bearer = next((b for b in family if is_same_person(b.name, form)), None)
        if bearer is not None:
            return bearer
        tail = " ".join(form.words)
        longer = [b for b in family if b.name.casefold().endswith(f" {tail.casefold()}")] or [  # "Van Gogh", "Vincent van Gogh"
            b for b in self._firsts[form.words[0]] if f"{b.name} ".startswith(f"{tail} ")
        ]
        bearer = longer[0] if len(longer) == 1 else None
        if bearer is not None and is_first_name(form.words[0]) and not is_first_name(bearer.name.split()[0]):
            bearer.name = tail  # "Air Hillary Clinton" was a slip of the tagger
        return bearer

    def _entered(self, form: Form) -> Bearer:
        bearer = Bearer(" ".join(form.words), "person", personal=True)
        self._families[form.core[-1]].append(bearer)
        self._firsts[form.words[0]].append(bearer)
        self.bearers.append(bearer)
        return bearer

    def _part_namesakes(self) -> None:
        """Enter who is named by a surname only that cannot mean any of the family: "Mrs. Moss" is not Peter Moss."""
        for surname, family in list(self._families.items()):
            single = self._forms.get(surname)
            if single is not None and family and all(cannot_mean(single, b, self._full[id(b)]) for b in family):
                titled = next((m for m in single.mentions if gender_of(m.title) is not None), None)
                name = surname if titled is None else f"{titled.first.nbor(-1).text} {surname}"
                single.bearer = Bearer(name, "person", personal=True)
                self.bearers.append(single.bearer)

    def _part_couples(self) -> None:
        """Enter two where the surname that nobody has in full is used with titles of both sexes: "Mr. Moss" and "Mrs. Moss"."""
        for surname, form in self._forms.items():
            if form.core != (surname,) or self._families.get(surname) or form.kind() != "person":
                continue
            titled = {gender: m for m in reversed(form.mentions) if (gender := gender_of(m.title)) is not None}
            if len(titled) == 2:
                family = [
                    Bearer(f"{m.first.nbor(-1).text} {surname}", "person", personal=True, gender=sex) for sex, m in sorted(titled.items())
                ]
                self._families[surname] = family
                self.bearers += family

    def _of_family(self, family: Sequence[Bearer], title: str, place: int) -> Identity:
        """One surname, several bearers: a title decides; else the one who alone was introduced, or who is never named in full again."""
        gender = gender_of(title)
        fitting = [b for b in family if gender is None or (b.gender or b.likely or gender_of_name(b.name)) in {None, gender}]
        if len(fitting) == 1:
            return _rather(fitting[0], 0.95 if gender else 0.9, family)
        fitting = fitting or list(family)
        full = {b.name: self._full[id(b)] for b in fitting}
        before = [b for b in fitting if any(m.start < place for m in full[b.name])]
        used_first = self._is_used_first(family)
        if len(before) == 1 and not used_first:
            return _rather(before[0], 0.85, family)
        unrelated = [b for b in fitting if not any(is_kin_of_another(m) for m in full[b.name])]
        if len(unrelated) == 1 and not self._is_only_kin(unrelated[0], fitting):
            return _rather(unrelated[0], 0.8, family)
        alone = None if used_first else self._first_alone(family)
        if alone is not None and alone in fitting:
            return _rather(alone, 0.75, family)
        once = [b for b in before if len(full[b.name]) == 1]
        if len(once) == 1 and len(before) > 1 and all(len(full[b.name]) > 2 for b in before if b is not once[0]):
            return _rather(once[0], 0.7, family)
        return Identity(None, 0.0, tuple(family))

    def _is_used_first(self, family: Sequence[Bearer]) -> bool:
        """Whether a text that names several in full speaks of "Mr. Moss" before it does: of whom is not told, as where its first lines are
        not there.
        """
        single = self._forms.get(family[0].name.split()[-1])
        first = min((m for m in single.mentions if m.block.part != "headline"), key=lambda m: m.start, default=None) if single else None
        introduced = (mentions[0].start for b in family if (mentions := self._full[id(b)]))
        return first is not None and bool(first.title) and all(first.start < start for start in introduced)

    def _is_only_kin(self, bearer: Bearer, family: Sequence[Bearer]) -> bool:
        """Whether somebody first comes up to tell who another is, of whom the text is then as likely to speak: "Ada Quill, the daughter of
        the former president, | Carl Quill |, won".
        """
        first = self._full[id(bearer)][0]
        others = (self._full[id(b)][0] for b in family if b is not bearer and self._full[id(b)])
        kin = (other for other in others if other.block is first.block and is_kin_of_another(other))
        beside = first.head.dep_ == "pobj" and first.head.head.lower_ == "of"
        return beside and any(other.start < first.start and other.head in first.head.ancestors for other in kin)

    def _first_alone(self, family: Sequence[Bearer]) -> Bearer | None:
        """Of whom the surname was used by itself before another of the family was named: mostly the one it goes on to mean."""
        single = self._forms.get(family[0].name.split()[-1])
        introduced = sorted((self._full[id(b)][0].start, at) for at, b in enumerate(family) if self._full[id(b)])
        if single is None or len(introduced) < 2:
            return None
        (begin, who), (end, _) = introduced[:2]
        return family[who] if any(begin < m.start < end for m in single.mentions[:MANY]) else None


def _rather(bearer: Bearer, score: float, family: Sequence[Bearer]) -> Identity:
    """One of a family, with the others as rivals."""
    return Identity(bearer, score, tuple(b for b in family if b is not bearer))
