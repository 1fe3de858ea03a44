"""Bytes to article: decoded, told from what is no article, with offsets into the text that is saved."""

from __future__ import annotations

import itertools
import logging
from pathlib import Path
from time import process_time
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcards import ArticleError, FactcardsError, LanguageError, UsageError, from_text, make, read_file, render
from factcards.read import read_bytes
from factcards.read.decode import decode
from factcards.read.language import detect
from factcards.segment import lay_out
from tests.conftest import SEED

BODY = "Bürgermeister visit\n\nMayor José Peña said the café “might” close in May. He said naïve voters would object to it all.\n"


def test_a_file_is_read_by_its_name_too() -> None:
    """As `open` does; what is read is what its path gives, and `make` takes it as it is."""
    assert read_file(str(SEED)) == read_file(SEED)
    assert make(read_file(str(SEED))) == make(read_file(SEED).article)


@pytest.mark.parametrize(
    ("line", "byline"), [("author: Jo Doe", "Jo Doe"), ('Author: "Jo Doe"', "Jo Doe"), ("author: [a, b]", None), ("title: By Jo", None)]
)
def test_front_matter_names_the_author(line: str, byline: str | None) -> None:
    """As a line "By ..." does, where it names none."""
    text = f"---\n{line}\ndate: 2026-03-02\n---\n\n# Bridge shut\n\nMayor Ada Quill said the bridge might close in May.\n"
    assert from_text(text).byline == byline
    assert from_text(text.replace("# Bridge shut\n", "# Bridge shut\n\nBy Bo Marsh\n")).byline == (byline or "Bo Marsh")


@pytest.mark.parametrize("line", ["*By Bo Marsh*", "**By Bo Marsh**", "_By Bo Marsh_", "By *Bo Marsh*", "*By* **Bo Marsh**"])
def test_a_byline_is_told_without_its_marks(line: str) -> None:
    """Those of Markdown's emphasis, about all of it or about the name."""
    assert from_text(f"# Bridge shut\n\n{line}\n\nMayor Ada Quill said the bridge might close in May.\n").byline == "Bo Marsh"


NOTED = """# Bridge shut

Mayor Ada Quill said the bridge might close in May[^1]. Bo Tull said it *will not*.[^second] Nobody asked the council of Keld.

- Ada Quill said the bridge is safe.
- Bo Tull said it is not.

[^1]: The court did not answer questions.

[^second]: Mayor Ada Quill denied this in a letter to the council of Keld,
which has not answered it.

[tull]: https://keld.example/tull "Bo Tull said so"
"""


def test_notes_of_a_markdown_article_are_none_of_its_text() -> None:
    """Neither their marks in a sentence nor what stands behind them, nor where a link leads."""
    article = from_text(NOTED)
    kinds = {article.text[part.start : part.end].split()[0]: part.kind for part in article.parts}
    assert kinds["[^1]:"] == kinds["[^second]:"] == kinds["[tull]:"] == "boilerplate"
    sentences = [article.text[s.start : s.end] for s in lay_out(article).sentences if s.part == "body"]
    assert sentences[1:3] == ["Bo Tull said it *will not*.[^second]", "Nobody asked the council of Keld."]
    deck = make(article)
    assert all(article.text[s.start : s.end] == s.quote for card in deck.cards for s in card.content)
    assert not [card.claim for card in deck.cards if "court" in card.claim or "letter" in card.claim or "^" in card.claim]


def test_a_brief_shows_a_markdown_article_without_its_marks() -> None:
    """Neither emphasis nor notes in a quote, nor the mark of an item before the sentence that a card points back to."""
    brief = render(make(from_text(NOTED)))
    assert "Bo Tull said that it will not." in brief
    assert "> it will not" in brief
    assert not [mark for mark in ("\\*", "[^", "before it: \\-", "before it: -") if mark in brief]
    assert "before it: Ada Quill said the bridge is safe." in brief


def test_an_address_is_no_file() -> None:
    """It is told as the user wrote it, with what to do."""
    with pytest.raises(ArticleError, match=r"https://example.com/a.html is the address of a page[^\n]*\n.*curl"):
        read_file("https://example.com/a.html")


@pytest.mark.parametrize("given", [Path("a.txt"), None, b"bytes"])
def test_what_is_no_article_is_refused_by_its_type(given: Any) -> None:
    """With what reads a file."""
    with pytest.raises(UsageError, match=r"^an article is an Article or a text, not ") as caught:
        make(cast("Any", given))
    assert caught.value.hint == "`read_file` reads one from its file."


@pytest.mark.parametrize("given", ["", " \n"])
def test_an_empty_text_is_called_a_text(given: str) -> None:
    """Nobody spoke of standard input."""
    with pytest.raises(ArticleError, match=r"^the text is empty\."):
        make(given)


FRENCH = "Le maire de la ville a dit que le pont est dans un mauvais état et que les travaux ne sont pas pour cette année."


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("Hello.", "no claim found in the text: "),
        ("x" * 30_000, "no claim found in the text: "),
        (FRENCH, "the text seems to be in another language (fr); "),
    ],
)
def test_a_text_without_a_name_is_called_a_text_whatever_is_wrong_with_it(given: str, told: str) -> None:
    """Not "-", which is nobody's name."""
    with pytest.raises(FactcardsError) as caught:
        make(given)
    assert caught.value.what.startswith(told)


def test_a_text_in_which_no_sentence_ends_is_no_article_at_once() -> None:
    """It took minutes of parsing."""
    start = process_time()
    with pytest.raises(ArticleError, match="this does not read like an article"):
        make("word " * 300_000)
    assert process_time() - start < 5


def test_an_encoding_that_was_asked_for_and_does_not_fit_is_not_the_files_fault() -> None:
    """Nothing calls the file damaged."""
    with pytest.raises(ArticleError) as caught:
        decode("café".encode("cp1252"), "a.txt", encoding="utf-8")
    assert caught.value.what == "a.txt: byte 3 is not UTF-8, the encoding that was asked for."
    assert "or for none" in str(caught.value.hint)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_encodings_are_detected_and_a_bom_is_no_text(encoding: str) -> None:
    """The text is the decoded file, less a BOM."""
    assert read_bytes(BODY.encode(encoding), "a.txt").article.text == BODY


@pytest.mark.parametrize(
    ("encoding", "mark", "named"),
    [
        ("utf-8", b"", None),
        ("utf-8", b"\xef\xbb\xbf", None),
        ("utf-8", b"\xef\xbb\xbf", "utf-8-sig"),
        ("utf-8", b"", "utf-8-sig"),
        ("utf-16-le", b"", None),
        ("utf-16-be", b"\xfe\xff", "utf-16"),
        ("utf-16-le", b"", "utf-16"),
        ("utf-32-be", b"\x00\x00\xfe\xff", None),
        ("cp1252", b"", None),
        ("cp1250", b"", "cp1250"),
    ],
)
def test_decoding_says_how_the_bytes_spell_the_text(encoding: str, mark: bytes, named: str | None) -> None:
    """The encoding, which writes no mark of its own, and the byte order mark: whoever writes the text back need not guess."""
    data = mark + BODY.replace("ñ", "n").replace("ï", "i").encode(encoding)
    found = decode(data, "a.txt", encoding=named)
    assert (found.encoding, found.mark) == (encoding, mark)
    assert found.mark + found.text.encode(found.encoding) == data


QUOTED_UTF8 = "Bridge may close\n\n“We won’t spend £5 million on it,” said Tom Varga, the treasurer.\n\nThe café shut.\n".encode()


@pytest.mark.parametrize(
    ("data", "byte"),
    [
        (QUOTED_UTF8[: QUOTED_UTF8.index(b"\xa9")], QUOTED_UTF8.index(b"\xa9") - 1),
        (QUOTED_UTF8.replace(b"Tom", b"T\x92m"), QUOTED_UTF8.index(b"Tom") + 1),
        (QUOTED_UTF8.replace("n’t".encode(), b"n\xe2\x80t"), QUOTED_UTF8.index("n’t".encode()) + 1),
        ("The mayor said it cost £5 million. The caf".encode() + b"\xc3", 43),
        (b"\xef\xbb\xbfThe caf\xe9 shut.", 10),
    ],
)
def test_damaged_utf8_is_refused_and_never_read_as_another_encoding(data: bytes, byte: int) -> None:
    """One bad byte made "won’t" "wonÕt" or the like, which denies nothing; the message says where the damage is."""
    with pytest.raises(ArticleError, match=rf"a\.txt: byte {byte} is not UTF-8.*\n.*damaged or cut"):
        read_bytes(data, "a.txt")


@pytest.mark.parametrize("name", ["Zoë", "CAFÉ", "«CAFÉ» Müller, Zoë,"])
def test_windows_1252_is_no_damaged_utf8(name: str) -> None:
    """Its letters make no valid sequence, or, by chance, fewer than they break."""
    text = f"The mayor, {name} said, “might” close the harbour in May. He said naïve voters would object to it all.\n"
    loaded = read_bytes(text.encode("cp1252"), "a.txt")
    assert (loaded.article.text, loaded.notices) == (text, ("a.txt: the encoding is not given; read as cp1252.",))


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ("", "", None),
        ("", "<p>Published in May 2019</p>", None),
        ("", "<p>The law of 2019-05-12 says that nobody may close a bridge without a vote of the council.</p>", None),
        ("<meta name='date' content='2019-05'>", "", None),
        ("<meta name='date' content='2019'>", "", None),
        ("<meta property='article:published_time' content='2025-11-24T08:00:00Z'>", "", "2025-11-24"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-11-24"}</script>', "", "2025-11-24"),
        ("", "<p><time datetime='2025-11-24'>Monday</time></p>", "2025-11-24"),
        ("", "<p class='date'>24 November 2025</p>", "2025-11-24"),
        ("<link rel='canonical' href='https://x.test/2025/11/24/bridge'>", "", "2025-11-24"),
    ],
)
def test_a_page_is_of_a_day_that_it_names_in_full(head: str, body: str, published: str | None) -> None:
    """A bare year in the text or the footer, a month, and a day within a sentence are no day of publication."""
    said = "<p>Mayor Ada Quill said on Tuesday that the old bridge, built in 1999, might close before the winter comes.</p>"
    page = f"<html><head>{head}</head><body><article><h1>Bridge may close</h1>{body}{said}{said.replace('Mayor', 'Then')}</article>"
    assert read_bytes(f"{page}<footer>Copyright 2019 The Post</footer></body></html>".encode(), "a.html").article.published == published


ROW = "<tr><td>Bo Marsh</td><td>Clerk Bo <b>Marsh</b> said that the ferry will never sail again.</td></tr>"
LAYOUT = "<table><tr><td><a>Home. News. Weather of today. Sport.</a></td><td>{}</td></tr></table>"


@pytest.mark.parametrize(
    ("page", "left"),
    [
        (f"{{}}<table>{ROW}</table>{{}}", "a table with sentences in it was"),
        (f"{{}}<table>{ROW}</table><table><tr><td><table>{ROW}</table></td></tr></table>{{}}", "2 tables with sentences in them were"),
        ("{}<table><tr><th>Year</th><th>Catch, in tonnes</th></tr><tr><td>2020</td><td>1,200.</td></tr></table>{}", None),
        (f"{{}}<table hidden>{ROW}</table>{{}}", None),
        (LAYOUT.format("{}{}"), None),
        (LAYOUT.format(f"{{}}{{}}<table>{ROW}</table>"), "a table with sentences in it was"),
    ],
)
def test_sentences_in_a_table_are_left_out_with_a_word(page: str, left: str | None) -> None:
    """And only those: figures, menus, what is hidden, and the table that lays out the page, whose article is read, are none."""
    said = "<p>Mayor Ada Quill said on Tuesday that the old bridge, built in 1999, might close before the winter comes.</p>"
    html = f"<html><body><h1>Bridge may close</h1>{page.format(said, said.replace('Mayor', 'Then'))}</body></html>"
    loaded = read_bytes(html.encode(), "a.html")
    assert "Then Ada Quill said" in loaded.article.text
    assert "never sail" not in loaded.article.text
    told = "left out, as all tables of a page are: Clerk Bo Marsh said that the ferry will never sail again."
    assert loaded.notices == (() if left is None else (f"a.html: {left} {told}",))


def test_a_long_table_without_a_sentence_is_gone_over_once() -> None:
    """A row of words in which none ends: minutes, where each was taken for the first of one."""
    said = "<p>Mayor Ada Quill said on Tuesday that the old bridge, built in 1999, might close before the winter comes.</p>"
    html = f"<html><body><article>{said}<table><tr><td>{'word ' * 40_000}</td></tr></table></article></body></html>"
    begin = process_time()
    read_bytes(html.encode(), "a.html")
    assert process_time() - begin < 10


def test_the_hosts_loggers_are_left_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    """The libraries that read a page are silent meanwhile only, and where it cannot be read too."""
    names = ("trafilatura", "htmldate", "courlan", "lxml")
    read_bytes(b"<html><body><article><p>Mayor Ada Quill said the bridge might close in May.</p></article></body></html>", "a.html")
    for name in names:
        monkeypatch.setattr(logging.getLogger(name), "level", logging.INFO)
    with pytest.raises(ArticleError):
        read_bytes(b"<html><body></body></html>", "a.html")
    assert {logging.getLogger(name).level for name in names} == {logging.INFO}


def test_line_ends_nbsp_and_soft_hyphens_stay_in_the_text() -> None:
    """All normalising stays inside: what is saved is the file's own text."""
    text = "The visit\r\n\r\nMayor Ada\u00a0Quill said the har\u00adbour might close.\r\n"
    assert read_bytes(text.encode(), "a.txt").article.text == text


@pytest.mark.parametrize("data", [b"", b"  \n", bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n" + bytes(500), b"PK\x03\x04" + bytes(500)])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    """Empty, binary, an image, an archive."""
    with pytest.raises(ArticleError):
        read_bytes(data, "a.txt")


def test_the_limit_is_on_the_text(tmp_path: Path) -> None:
    """In UTF-8 bytes; the message says how to raise it."""
    path = tmp_path / "a.txt"
    path.write_text("The mayor said so. " * 100, "utf-8")
    with pytest.raises(ArticleError, match="larger than 1,000 bytes"):
        read_file(path, limit=1_000)


def test_the_seeds_noise_is_told_from_its_body() -> None:
    """Headline, subtitle, byline, repeated headline, credit, section head."""
    article = read_file(SEED).article
    kinds = {part.kind: article.text[part.start : part.end] for part in article.parts}
    assert kinds["headline"] == "Putin Teeters as Xi Moves to Broker Ukraine Ceasefire"
    assert kinds["byline"] == "by Zain ul Abedin"
    assert kinds["credit"] == "© Pool/Getty Images"
    assert kinds["section_head"] == "Blinken-Xi Diplomatic Talks"
    assert "repeated_headline" in kinds
    assert article.byline == "Zain ul Abedin"


def test_a_paragraph_break_inside_a_sentence_is_healed_for_reading() -> None:
    """The seed breaks after "U.S."; the sentence goes on, and its offsets are true to the text."""
    article = read_file(SEED).article
    sentence = next(s for s in lay_out(article).sentences if article.text[s.start :].startswith("During a significant"))
    words = article.text[sentence.start : sentence.end]
    assert " ".join(words.split()).endswith("between the U.S. and China.")
    assert "\n\n" in words


def test_two_thousand_breaks_inside_one_sentence_are_healed_at_once() -> None:
    """A double-spaced text copied from a PDF takes time by its length, not by the square of it (20 s for this one)."""
    line = "that the crossing of the bay was late and the harbour was closed,\n\n"
    article = from_text(f"The visit\n\nNobody came to the harbour on Monday.\n\nThe inquiry heard\n\n{line * 2_000}")
    begin = process_time()
    layout = lay_out(article)
    assert process_time() - begin < 3
    assert [paragraph.part for paragraph in layout.paragraphs] == ["headline", "body", "body"]


def test_eight_thousand_wrapped_lines_are_one_paragraph_at_once() -> None:
    """The lines of a hard-wrapped paragraph are told one by one: time by its length, not by the square of it (4 s for this one)."""
    lines = "that the crossing of the bay was late and the harbour was closed\nto all ships, and that nobody could say when it would open\n"
    text = f"The visit\n\n{lines * 4_000}"
    begin = process_time()
    parts = from_text(text).parts
    assert process_time() - begin < 2
    assert [text[part.start : part.end].count("\n") for part in parts] == [0, 7_999]


def test_headings_behind_twenty_thousand_bylines_take_time_by_their_number() -> None:
    """Whether a subtitle was there already was asked of all lines before each heading: 7 s for this one."""
    text = "Bridge may close\n" + "By Ada\n" * 14_000 + "Ab cd\n" * 16_000
    begin = process_time()
    kinds = [part.kind for part in from_text(text).parts]
    assert process_time() - begin < 2
    assert [kind for kind, following in itertools.pairwise([*kinds, None]) if kind != following] == [
        "headline", "byline", "subtitle", "section_head", "body",
    ]  # fmt: skip


@pytest.mark.parametrize("piece", ["'a ", " 'a' ", "'a.' ", "“a ‘b ", "\"a' ", "a      '"])
def test_single_marks_in_a_row_take_time_by_their_number(piece: str) -> None:
    """Each of them was held against all that stand before and behind it: 11 to 23 s where the next paragraph begins with one, too."""
    text = f"Bridge may close\n\nNobody came to the harbour on Monday.\n\n{piece * (200_000 // len(piece))}\n\n'So it goes.'\n"
    article = from_text(text)
    begin = process_time()
    assert lay_out(article).quotations[-1].end == len(text) - 1
    assert process_time() - begin < 4


@pytest.mark.parametrize("mark", ["- ", "* ", "• "])
def test_an_item_of_a_list_begins_a_paragraph_in_plain_text_too(mark: str) -> None:
    """However long the line before it is, and whatever ends that one."""
    items = [
        "Quill said that the crossing was late, and added: 'I would have gone if I could.'",
        "Marsh has it that nobody",
        "came to the quay",
    ]
    article = from_text("\n".join(mark + item for item in items))
    assert [article.text[s.start : s.end].removeprefix(mark) for s in lay_out(article).sentences] == items


@given(st.text(min_size=1, max_size=400))
@settings(max_examples=150)
def test_any_text_has_ordered_parts_and_sentences_that_tile_its_paragraphs(text: str) -> None:
    """Disjoint, in order, inside the text; every visible character of a paragraph is in exactly one sentence."""
    try:
        article = from_text(text)
    except ArticleError:
        return
    layout = lay_out(article)
    ends = 0
    for sentence in layout.sentences:
        assert ends <= sentence.start < sentence.end <= len(text)
        ends = sentence.end
    for paragraph in layout.paragraphs:
        covered = {at for s in layout.sentences for at in range(s.start, s.end)}
        assert all(at in covered or text[at].isspace() for at in range(paragraph.start, paragraph.end))


@pytest.mark.parametrize(
    ("text", "insides"),
    [
        ('He said "yes" and "no".', ["yes", "no"]),
        ("She said ‘it’s a club’ twice.", ["it’s a club"]),
        ("“One.\n\n“Two,” he said.", ["One.", "Two,"]),
        ("«Oui», dit-il.", ["Oui"]),
        ("It was 6' 2\" tall, the dogs' home.", []),
    ],
)
def test_quotations_are_found_in_every_style(text: str, insides: list[str]) -> None:
    """Straight, curly, British, guillemets, over paragraphs; apostrophes and inches are none."""
    layout = lay_out(from_text(text))
    assert [text[q.inner_start : q.inner_end] for q in layout.quotations if q.depth == 0] == insides


QUOTED = st.sampled_from(["“", "”", "‘", "’", '"', "the cat ", "sat. ", "\n\n"])


@given(st.lists(QUOTED, min_size=1, max_size=40).map("".join), st.data())
def test_the_quotations_over_a_stretch_are_those_that_a_look_at_each_of_them_finds(text: str, data: st.DataObject) -> None:
    """Outermost quotations are disjoint, so two bisections find the ones whose insides share a code point with the stretch."""
    try:
        layout = lay_out(from_text(text))
    except ArticleError:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    outer = [q for q in layout.quotations if not q.depth]
    assert layout.outer_over(start, end) == tuple(q for q in outer if q.inner_start < end and start < q.inner_end)


def test_two_apostrophes_are_a_quote_mark() -> None:
    """Agencies type '' for a quote mark; the plural's apostrophe inside closes nothing."""
    text = "''It's the voters' call,'' he added, ''and we won't.''"
    found = lay_out(from_text(text)).quotations
    assert [text[q.inner_start : q.inner_end] for q in found] == ["It's the voters' call,", "and we won't."]


def test_a_curly_and_a_straight_mark_may_be_a_pair() -> None:
    """Texts that went through two editors mix them; a quotation inside a quotation still is one."""
    text = '“We are late," she said. "We are “very” late,” he said. “He said "no" to me,” she said.'
    found = [q for q in lay_out(from_text(text)).quotations if not q.depth]
    assert [text[q.inner_start : q.inner_end] for q in found] == ["We are late,", "We are “very” late,", 'He said "no" to me,']


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("By Bo Marsh, Nov. 25, 2026", "2026-11-25"),
        ("Nov 25, 2026", "2026-11-25"),
        ("25 Nov 2026", "2026-11-25"),
        ("Published 25th November, 2026", "2026-11-25"),
        ("Published Sept. 5, 2026, at 3:15 p.m.", "2026-09-05"),
        ("2026-11-25", "2026-11-25"),
        ("Published November 31, 2026", None),
        ("2026-13-45", None),
        ("Published Novem 25, 2026", None),
    ],
)
def test_a_text_is_of_a_day_that_a_line_of_its_own_names_in_full(line: str, published: str | None) -> None:
    """Its month may be cut, as agencies do; a day that no calendar has is none."""
    text = f"Ferry stops\n\n{line}\n\nThe ferry stopped on Tuesday, Ada Quill said. It may sail in May.\n"
    assert from_text(text).published == published


def test_who_wrote_a_page_is_found_in_its_text_too() -> None:
    """Pages without metadata have it in a line behind the headline; a date line may stand before it."""
    page = "<html><body><div><h2>Ferry stops</h2>{}<br><br>It stopped, Ada Quill said.<br><br>It may sail in May.</div></body></html>"
    for lines in ("By Bo Marsh<br>12 May 2026", "12 May 2026<br>By Bo Marsh"):
        article = read_bytes(page.format(lines).encode(), "ferry.html").article
        assert (article.byline, article.published) == ("Bo Marsh", "2026-05-12")
    assert from_text("Ferry stops\n\n12 May 2026\n\nBy Bo Marsh\n\nThe ferry stopped, Ada Quill said.").byline == "Bo Marsh"
    assert read_bytes(page.format("12 May 2026").encode(), "ferry.html").article.byline is None


MIXED = "It stopped. „Das ist eine Katastrophe und wir haben kein Geld“, sagte der Sprecher der Feuerwehr. Ada Quill said it may sail."


def test_a_wrong_guess_of_the_language_can_be_set_right(tmp_path: Path) -> None:
    """English with long quotations in German."""
    with pytest.raises(LanguageError, match="another language") as caught:
        make(MIXED)
    assert "--language en" in str(caught.value.hint)
    (tmp_path / "a.txt").write_text(MIXED, "utf-8")
    for article in (from_text(MIXED, language="en"), read_file(tmp_path / "a.txt", language="en").article):
        assert "it may sail" in [card.content[0].quote for card in make(article).cards]


def test_an_empty_name_is_no_folder() -> None:
    """A shell's variable that is not set; Python takes it for the folder that we are in."""
    with pytest.raises(ArticleError, match="the name of the article is empty"):
        read_file("")


@pytest.mark.parametrize("charset", ["iso-8859-1", "latin1", "ISO_8859-1", "windows-1252", "us-ascii", "hex", "punycode", "no-such"])
def test_a_page_in_latin_1_keeps_its_curly_quotes(charset: str) -> None:
    """Every browser reads Windows-1252 where a page says Latin-1 (WHATWG): else a quotation would lose its marks, and be none."""
    said = "<p>“We have no money for the café,” Mayor Ada Quill said on Tuesday. The bridge’s pier – of stone – might close.</p>"
    page = f"<html><head><meta charset={charset}></head><body><article><h1>Bridge may close</h1>{said}</article></body></html>"
    article = read_bytes(page.encode("cp1252"), "a.html").article
    assert "“We have no money for the café,” Mayor Ada Quill said on Tuesday. The bridge’s pier – of stone –" in article.text
    assert [card.mode for card in make(article).cards][:1] == ["direct"]


@pytest.mark.parametrize("words", [b"the bridge \xc3\x28 might", b"the caf\xc3", b"they won\xe2\x80t", b"\xc2 5m"])
def test_one_bad_byte_is_damage_where_a_code_page_makes_no_word_of_it(words: bytes) -> None:
    """With nothing else beyond ASCII a lone "é" is Latin-1's; half of a letter in UTF-8 is not."""
    with pytest.raises(ArticleError, match=r"byte \d+ is not UTF-8"):
        decode(b"The mayor of Marrow, Ada Quill, said on Tuesday " + words, "a.txt")


@pytest.mark.parametrize("words", ["o café", "SÃO PAULO", "MAÇÃ", "Âge", "une pâte", "é"])
def test_a_code_pages_own_letters_are_no_damage(words: str) -> None:
    """Capitals with a tilde stand in words."""
    text = f"The mayor of Marrow, Ada Quill, said on Tuesday that {words} might close."
    assert decode(text.encode("latin-1"), "a.txt").text == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("cy", "Dywedodd y cyngor fod y bont wedi cau ac nad oedd hynny yn syndod i neb, ond bydd y gwaith hefyd yn parhau."),
        ("da", "Borgmesteren sagde tirsdag, at broen ikke er sikker, og at den bliver lukket i maj."),
        ("ga", "Dúirt an comhairle go bhfuil an droichead dúnta agus nach bhfuil sé sábháilte sa bhaile seo."),
        ("pl", "Burmistrz powiedział, że most nie jest bezpieczny i że będzie zamknięty do maja, ale nie od razu."),
        ("sv", "Borgmästaren sade att bron inte är säker och att den ska stängas i maj."),
        (None, "Ipswich v Norwich, Saturday, 15:00. Marrow v Tarn, Sunday, 14:00."),
        ("en", "The mayor said that the bridge was not safe and that it would be closed in May."),
    ],
)
def test_a_language_is_told_by_its_small_words(language: str | None, text: str) -> None:
    """Also one that nobody reads here: a Welsh article is refused, and not read as English."""
    assert detect(text) == language


@pytest.mark.parametrize(
    ("reference", "between"), [("&#11;", " "), ("&#x000c", " "), ("&#x1F;", ""), ("&#27;", ""), ("&#xFFFE;", ""), ("&#110;", "n")]
)
def test_a_reference_to_a_control_character_does_not_hide_the_page(reference: str, between: str) -> None:
    """Word's line break as a content system keeps it: the rest is read, and placed where it stands in the file."""
    page = (
        f"<html><body><article><h1>Bridge</h1><p>Mayor Ada{reference}Quill said the bridge might close in May.</p></article></body></html>"
    )
    article = read_bytes(page.encode(), "a.html").article
    assert article.text == f"Bridge\n\nMayor Ada{between}Quill said the bridge might close in May."
    last = article.source_map[-1]
    assert page[last.at :].startswith(article.text[last.start : last.end].lstrip())
