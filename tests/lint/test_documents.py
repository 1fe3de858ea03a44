"""A summary's markup is blanked in place: offsets are those of the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcards.lint.documents import open_document
from factcards.verifying import verify

SOURCE = "Mayor Ada Quill said on Tuesday that the bridge might close before May. The council did not approve the plan, Quill added."


@given(st.text(max_size=300), st.sampled_from(["text", "markdown", "html"]))
def test_the_prose_is_as_long_as_the_file(text, form):
    """Whatever the file holds, no offset moves."""
    document = open_document(text, form=form)
    assert len(document.article.text) == max(1, len(text))


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


def test_markup_alone_is_no_prose():
    """Code, comments and front matter are not checked."""
    report = verify("---\na: 9999\n---\n\n```\n9999 people\n```\n<!-- 9999 people -->\n", against=[SOURCE], name="b.md")
    assert (report.sentences, report.findings, report.ok) == (0, (), True)


def test_an_ignoring_comment_is_honoured_only_where_it_is_allowed():
    """A checked text must not silence its checker; what is suppressed is counted."""
    from factcards.verifying import VerifySettings

    text = "<!-- factcards: ignore[hedge_strengthened] -->\nThe bridge will close before May, Mayor Ada Quill said.\n"
    assert not verify(text, against=[SOURCE], name="b.md").ok
    allowed = verify(text, against=[SOURCE], name="b.md", settings=VerifySettings(allow_ignores=True))
    assert (allowed.ok, allowed.suppressed.ignored) == (True, 1)


@pytest.mark.parametrize("name", ["b.txt", "b.md"])
@pytest.mark.parametrize("mark", ["-", "•"])
def test_items_are_apart_from_each_other(name, mark):
    """In plain text too, where a summary was pasted from elsewhere: whoever opens the next item says nothing of this one's quotation."""
    items = ["The firm's head is out of a job, but said: “I'd love to come back.”", "Captain Bo Marsh said: “They ran all over us.”"]
    article = open_document("\n".join(f"{mark} {item}" for item in items), name).article
    assert [article.text[part.start : part.end].lstrip(f"{mark} ") for part in article.parts] == items
