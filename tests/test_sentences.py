"""Where a sentence ends: abbreviations, initials, figures, quotation marks and what web pages do to them."""

from __future__ import annotations

import pytest

from factcards.segment.sentences import LONGEST, split

CASES = """
titles and names
Mr. Quill met Dr. Ada Marsh. | They spoke.
Gen. J. R. Pike and then-Sen. Ada Quill spoke. | Nobody answered.
The bill, by Rep. Marsh (D., Ohio), passed. | It was close.
John F. Quill said so. | A reply came.
Elaine C. Quill met Bo P. Marsh. | It was c. 1900.
She met Reps. Ada Quill and Bo Marsh. | They lost to the Sens. | Quill left.
Members of the Press. | Quill was there.
Prime Minister Ada Quill Jr. resigned. | She left on Monday.
St. Mary's church on Mt. Pleasant burned. | It was empty.
countries and companies
Israel vowed to go on despite a prediction by U.S. President Ada Quill that it might end soon.
Talks with U.K. Minister Max Marsh failed. | Another round follows.
The strike began in the U.S. | President Quill said it was lawful.
He lives in the U.S. | He works there, too.
U.N. Secretary General Ada Quill warned of famine.
Acme Inc. President Max Marsh resigned. | The board met.
Shares of Acme Inc. rose. | Others fell.
Ada Quill is an analyst at Acme & Co. | Quill, who owns no shares, sold.
Ada Quill sold Acme & Co. Bonds, who said so.
He joined Acme Corp. | The firm makes boats.
times and dates
The vote was at 5 p.m. | President Quill watched it.
The vote is at 5 p.m. on Monday. | Doors open at 4 p.m. | The result follows.
It opened on Sept. 14 and closed in Oct. | Nobody knew why.
It rose by 3.5 percent. | That is No. 1 of the list.
quotations
“It is over.” | She left.
“Is it over?” she asked. | Nobody knew.
“It is over!” Quill said. | He left.
"We won. | It was hard," he said. | "We did it."
He called it “a mess.” | Others agreed.
The sign read 'Closed.' | It stayed there.
It was 'grave'.² | Nobody said so.[3] | It was £2m.(4) | They left.
“It hurts …” she said. | He nodded.
marks
Really?! | Yes.
It was late... | He waited.
We go . . . if Quill comes . . . to Tarn. | He waited.
(It was raining.) | They went in.
It closed on Monday.|The council met. | “Nobody came.”|He left.
It was "over."|The council met.
She called it 'unsafe' | The council closed it. | It was the 'Marsh' The Tarns sang of.
It fell by 3.5%.|Tarn's index rose (or so it said).|EC staff left on May 18.|Quill stayed in the rain.|U.S. crude rose.
It fell.|"Nobody came," said Quill.|"It rained," said Marsh.|MSCI Tarn's index fell.
The firm monday.Com grew, and so did node.Js and node.JS here, said Quill.
He met Prof.Quill at No.10 in the U.S.A. with 3.5 tonnes. | He told Tarn.com. | Quill left.
It opened on Friday . | (l-r) Ada Quill and Bo Marsh at the bridge .
Visit www.example.org for more. | It is free.
The file is a.txt of v. 2.0 of the set. | It is small.
"""


def _rows() -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    topic = ""
    for line in CASES.strip().splitlines():
        if line[-1].isalpha():
            topic = line
        else:
            rows.append((topic, line))
    return rows


@pytest.mark.parametrize(("topic", "marked"), _rows())
def test_sentences_end_where_a_reader_ends_them(topic: str, marked: str) -> None:
    """A bar stands where one ends."""
    text = marked.replace(" | ", " ").replace("|", "")
    found = [text[start:end] for start, end in split(text, 0, len(text))]
    assert found == [sentence.strip() for sentence in marked.split("|")], topic


def test_what_never_ends_is_cut_between_words() -> None:
    """So that no sentence is too long to be compared with itself; no word is lost, and without words it is cut all the same."""
    text = "Ada Quill said that " * 500 + "it rained."
    found = split(text, 0, len(text))
    assert max(end - start for start, end in found) <= LONGEST
    assert [word for start, end in found for word in text[start:end].split()] == text.split()
    assert [end - start for start, end in split("x" * 5_000, 0, 5_000)] == [LONGEST, LONGEST, 5_000 - 2 * LONGEST]
