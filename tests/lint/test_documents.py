"""A summary's markup is left out of its prose; findings and edits are of the file, and leave its markup whole."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcards import ArticleError
from factcards.lint.documents import open_document
from factcards.lint.findings import Edit, Objection
from factcards.lint.marked import in_file
from factcards.spans import Span
from factcards.verifying import VerifySettings, verify

SOURCE = "Mayor Ada Quill said on Tuesday that the bridge might close before May. The council did not approve the plan, Quill added."


@given(st.text(max_size=300), st.sampled_from(["text", "markdown", "html"]))
def test_every_character_of_the_prose_has_its_place_in_the_file(text, form):
    """Whatever the file holds, the places are in order and apart, and what is one character there is the same or blank here."""
    document = open_document(text, form=form)
    view = document.view
    assert len(view.text) == len(view.starts) == len(view.ends) == len(document.article.text) == len(document.shown) >= 1
    places = list(zip(view.starts, view.ends, strict=True))
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(places))
    for character, (start, end) in zip(view.text, places, strict=True):
        assert end > start or text == ""
        assert character.isspace() or end > start + 1 or character == text[start]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("b.txt", "The bridge will close before May, Mayor Ada Quill said."),
        ("b.md", "# News\n\n* The [bridge](http://x.test/will) **will** close before May, Mayor Ada Quill said. \\[1\\]\n"),
        ("b.md", "> The bridge `will` close before May, Mayor Ada Quill said.[^2]\n"),
        ("b.md", "---\ntitle: will\n---\n\n```\nwill\n```\n\n1. The bridge will close before May,\n   Mayor Ada Quill said.\n"),
        (
            "b.html",
            "<html><head><title>will</title></head><body><p>The <b>bri</b>dge&nbsp;will close before&#32;May, Mayor Ada Quill said.</p>",
        ),
        ("-", "<!doctype html><script>will</script><ul><li>The bridge <i>will</i> close before May, Mayor Ada Quill said.<li>x</ul>"),
    ],
)
def test_the_finding_points_into_the_file_as_given(name, text):
    """Through Markdown and HTML alike the finding's words are the file's, at its offsets."""
    report = verify(text, against=[SOURCE], name=name)
    found = [item for item in report.findings if item.severity == "error"]
    assert [item.code for item in found] == ["hedge_strengthened"]
    span = found[0].span
    assert text[span.start : span.end] == span.quote
    assert text[: span.start].rstrip(" *`>i<;").endswith(("bridge", "bridge](http://x.test/will)", "&nbsp"))


EARLY = 'A Castell spokesman confirmed that the company had received "an expression of interest" but would not say from whom.'
SALES = (
    "Analysts at Brightwell estimate that sales could reach $900 million a year by 2030. The firm paid £4.6m for 25 farms on 5 May 2024."
)


def _errors(summary, source, name="b.md"):
    report = verify(summary, against=[source], name=name)
    assert all(found.span.stands_in(summary) for found in report.findings)
    return [(found.code, found.span.quote) for found in report.findings if found.severity == "error"]


@pytest.mark.parametrize(
    "quoted",
    [
        '"{}"',
        "&quot;{}&quot;",
        '**"{}"**',
        '*"{}"*',
        '_"{}"_',
        '"**{}**"',
        '**"**{}"',
        "**“{}”**",
        '["{}"](http://x.test/)',
        '<b>"{}"</b>',
        "<q>{}</q>",
    ],
)
@pytest.mark.parametrize("name", ["b.md", "b.html"])
def test_a_quotation_is_one_whatever_marks_stand_round_it(quoted, name):
    """Straight marks behind an asterisk or a tag open a quotation as they do behind a space; "q" is a pair of marks."""
    if name == "b.html" and quoted[0] not in "<&":
        quoted = f"<em>{quoted.strip('*_')}</em>"
    assert _errors(f"Castell said it had received {quoted.format('a lavish bribe')}.", EARLY, name) == [("quote_absent", "a lavish bribe")]
    assert _errors(f"Castell said it had received {quoted.format('an expression of interest')}.", EARLY, name) == []


FIGURES = [
    ("b.md", ("**$900** million", "£4.6m", "25", "5 May 2024")),
    ("b.md", ("$**900** million", "**£4.6**m", "**25**", "**5** May 2024")),
    ("b.md", ("$900 [million](http://x.test/)", "£4**.6m**", "__twenty__-five", "5 May *2024*")),
    ("b.md", ("<b>$900</b> million", "<strong>£4.6</strong>m", "<i>twenty</i>-five", "5 <b>May</b> 2024")),
    ("b.html", ("<b>$900</b> million", "<strong>£4.6</strong>m", "<i>twenty</i>-five", "5 <b>May</b> 2024")),
    ("b.html", ("$<b>900</b>&nbsp;million", "&pound;4.6<b>m</b>", "<i>2</i>5", "5 May <a href='/x'>2024</a>")),
]


@pytest.mark.parametrize(("name", "figures"), FIGURES)
def test_a_figure_is_one_whatever_marks_stand_in_it(name, figures):
    """The marks may stand between a figure and its unit, or within a date; another figure is another all the same."""
    summary = "Analysts estimate that sales could reach {} a year by 2030. The firm paid {} for {} farms on {}."
    assert _errors(summary.format(*figures), SALES, name) == []
    changed = summary.format(figures[0].replace("900", "800"), *figures[1:])
    assert [code for code, _ in _errors(changed, SALES, name)] == ["figure_changed"]


def test_lines_of_a_block_quote_are_one_paragraph():
    """A sentence may run over several; an item in one, or a line without words, begins another."""
    article = open_document("> The council\n> approved the plan.\n>\n> It was late.\n> - An item\n", "a.md").article
    assert [" ".join(article.text[part.start : part.end].split()) for part in article.parts] == [
        "The council approved the plan.",
        "It was late.",
        "- An item",
    ]


NO_PROSE = "---\na: 9999\n---\n\n```\n9999 people\n```\n<!-- 9999 people -->\n"


def test_markup_is_no_prose():
    """Code, comments and front matter are not checked."""
    report = verify(f"{NO_PROSE}\nThe council did not approve the plan, Quill added.\n", against=[SOURCE], name="b.md")
    assert (report.sentences, report.findings, report.ok) == (1, (), True)


@pytest.mark.parametrize("text", [NO_PROSE, "```markdown\nThe bridge will close.\n```\n", "<p hidden>The bridge will close.</p>"])
def test_a_summary_of_which_nothing_is_checked_does_not_pass(text):
    """A model may put all of its answer in a fence: a pass would be taken for the words in it."""
    with pytest.raises(ArticleError, match=r"^the summary holds no prose\.") as caught:
        verify(text, against=[SOURCE])
    assert "Take the summary out of the fence" in str(caught.value.hint)


@pytest.mark.parametrize(
    "line", ["[1]: https://x.test/will", "[a b]: <will> 'the bridge will close'", '[1]: /will "It will close"', "[1]:"]
)
def test_where_a_link_leads_is_not_checked(line):
    """Nobody sees it; whatever else stands behind a bracket and a colon is shown, and so it is checked."""
    text = f"The council did not approve the plan, Quill added.\n\n{line}\n"
    assert _errors(text, SOURCE) == []
    text = f"{text}\n[Update]: The bridge will close before May, Mayor Ada Quill said.\n"
    assert _errors(text, SOURCE) == [("hedge_strengthened", "will close")]


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nThe bridge will close before May, Mayor Ada Quill said.\n\n---\n\nThe council did not approve the plan, Quill added.\n",
        "---\nThe bridge will close before May, Mayor Ada Quill said.\n---\n",
        "<!doctype html><head><title>It will close</title><body><p>The bridge will close before May, Mayor Ada Quill said.",
        "<!doctype html><head><meta charset=utf-8><script>'<p>will'</script><p>The bridge will close before May, Mayor Ada Quill said.",
        "```a``` and ```b```\n\nThe bridge will close before May, Mayor Ada Quill said.\n",
    ],
)
def test_what_only_looks_like_front_matter_a_head_or_code_is_checked(text):
    """Words between two rules, which models like to draw, of a page without </head>, and behind code within a line."""
    assert _errors(text, SOURCE, "-") == [("hedge_strengthened", "will close")]


@pytest.mark.parametrize("matter", ["title: x", "# by hand\ntitle: x", "tags:\n- a", "published-on : 2026-11-12"])
def test_front_matter_begins_with_a_key(matter):
    """Whatever else stands in it."""
    assert open_document(f"---\n{matter}\nlead: The bridge will close.\n---\n\nIt rained.\n", "b.md").article.text.strip() == "It rained."


def test_an_ignoring_comment_is_honoured_only_where_it_is_allowed():
    """A checked text must not silence its checker; what is suppressed is counted."""
    text = "<!-- factcards: ignore[hedge_strengthened] -->\nThe bridge will close before May, Mayor Ada Quill said.\n"
    assert not verify(text, against=[SOURCE], name="b.md").ok
    allowed = verify(text, against=[SOURCE], name="b.md", settings=VerifySettings(allow_ignores=True))
    assert (allowed.ok, allowed.suppressed.ignored) == (True, 1)


DAM = "Harrow Dam was raised by two metres. Harrow Dam is old. It has four gates."
LOWERED = "Harrow Dam was lowered by two metres."
COMMENT = "<!-- factcards: ignore[contrary] -->"
SPARED = [
    ("b.html", "<p>{lowered} {comment}</p>\n<p>Harrow Dam is old.</p>", True),
    ("b.html", "<p>{lowered}</p>\n<p>Harrow Dam is old. {comment}</p>", False),
    ("b.html", "<p>Harrow Dam is old.</p>\n\n{comment}\n\n<p>{lowered}</p>", True),
    ("b.html", "<p>{lowered}</p>\n{comment}\n<p>Harrow Dam is old.</p>", False),
    ("b.html", "<p>{lowered}</p> {comment}\n<p>Harrow Dam is old.</p>", True),
    ("b.html", "{comment}<p>{lowered}</p><p>Harrow Dam is old.</p>", True),
    ("b.md", "- {lowered} {comment}\n- Harrow Dam is old.\n", True),
    ("b.md", "- {lowered}\n- Harrow Dam is old. {comment}\n", False),
    ("b.md", "- Harrow Dam is old. {comment}\n- {lowered}\n", False),
    ("b.md", "{comment}\n- {lowered}\n- Harrow Dam is old.\n", True),
    ("b.md", "- Harrow Dam is old.\n{comment}\n- {lowered}\n", True),
    ("b.md", "{comment}\n{lowered}\n", True),
    ("b.md", "{lowered}\n{comment}\n\nHarrow Dam is old.\n", True),
    ("b.md", "{lowered}\n\n{comment}\nHarrow Dam is old.\n", False),
    ("b.md", "Harrow Dam is old.\nIt has four gates. {lowered}\n{comment}\n", True),
    ("b.txt", "{lowered} {comment}\n", True),
]


@pytest.mark.parametrize(("name", "text", "spared"), SPARED)
def test_a_comment_spares_its_own_paragraph(name, text, spared):
    """The one that it stands in or behind, on the next line or on the line before; no neighbour, whatever lies between them in the file."""
    summary = text.format(lowered=LOWERED, comment=COMMENT)
    report = verify(summary, against=[DAM], name=name, settings=VerifySettings(allow_ignores=True))
    assert ([found.code for found in report.findings], report.suppressed.ignored) == (([], 1) if spared else (["contrary"], 0))
    assert report.notices == ()


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("ignore[contrry]", "no rule has the code 'contrry' (did you mean 'contrary'?)"),
        ("ignore[Contrary]", "no rule has the code 'Contrary' (did you mean 'contrary'?)"),
        ("ignore", "it names no code; write ignore[contrary]"),
        ("ignore[]", "it names no code; write ignore[contrary]"),
    ],
)
def test_a_comment_that_spares_nothing_is_told(comment, told):
    """A misspelt code must not look like one that was honoured; nor must a comment far from any paragraph."""
    allowed = VerifySettings(allow_ignores=True)
    report = verify(f"Harrow Dam is old.\n\n{LOWERED} <!-- factcards: {comment} -->\n", against=[DAM], name="b.md", settings=allowed)
    assert [found.code for found in report.findings] == ["contrary"]
    assert report.notices == (f"b.md:3: <!-- factcards: {comment} -->: {told}",)
    report = verify(f"{COMMENT}\n\n{LOWERED}\n", against=[DAM], name="b.md", settings=allowed)
    assert report.notices == (f"b.md:1: {COMMENT}: no paragraph stands beside it",)


LINES = "---\ntitle: will\n---\n\n# Bridge will close\n\nQuill said so\n\n| a | b |\n|---|---|\n\n***\n\nThe council approved the plan.\n"


@pytest.mark.parametrize("name", ["b.txt", "b.md"])
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_lines_end_alike_however_their_end_is_spelt(name, end):
    """A summary saved on Windows has the paragraphs, front matter and tables that it has elsewhere: what is found is the same."""
    text = LINES.replace("\n", end)
    plain, other = open_document(LINES, name).article, open_document(text, name).article
    assert [other.text[part.start : part.end].split() for part in other.parts] == [
        plain.text[part.start : part.end].split() for part in plain.parts
    ]
    for found in verify(text, against=[SOURCE], name=name).findings:
        assert text[found.span.start : found.span.end] == found.span.quote
    assert _errors(text, SOURCE, name) == _errors(LINES, SOURCE, name) != []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_mark_in_an_earlier_paragraph_opens_nothing_in_this_one(end):
    """A list's asterisk above a paragraph is none of its own, whatever ends the lines: an edit keeps the paragraph's marks in pairs."""
    text = f"* One item.{end}{end}The old *stone bridge* shut.{end}"
    document = open_document(text, "b.md")
    at = document.article.text.index("old stone")
    edit = Edit(start=at, end=at + len("old stone"), replacement="new brick")
    found = Objection(code="contrary", severity="error", message="", span=Span.of(document.article.text, at, at + 9), fix=(edit,))
    (mended,) = in_file(document, found).fix
    assert text[: mended.start] + mended.replacement + text[mended.end :] == f"* One item.{end}{end}The *new brick bridge* shut.{end}"


@pytest.mark.parametrize("name", ["b.txt", "b.md"])
@pytest.mark.parametrize("mark", ["-", "•"])
def test_items_are_apart_from_each_other(name, mark):
    """In plain text too, where a summary was pasted from elsewhere: whoever opens the next item says nothing of this one's quotation."""
    items = ["The firm's head is out of a job, but said: “I'd love to come back.”", "Captain Bo Marsh said: “They ran all over us.”"]
    article = open_document("\n".join(f"{mark} {item}" for item in items), name).article
    assert [article.text[part.start : part.end].lstrip(f"{mark} ") for part in article.parts] == items
