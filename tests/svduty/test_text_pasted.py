"""Words pasted from Word, a browser or a document, made into Markdown."""

import pytest

from svduty.text.markdown import to_html
from svduty.text.pasted import LONGEST, TooMuchText, html_to_markdown
from tests.svduty.test_text_markdown import HOSTILE

ITEM = (
    "<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level{level} lfo1'><![if !supportLists]>"
    "<span style='font-family:Symbol'><span style='mso-list:Ignore'>{mark}<span style='font:7.0pt Times'>&nbsp;&nbsp; </span></span></span>"
    "<![endif]>{text}<o:p></o:p></p>"
)


def item(text: str, level: int = 1, mark: str = "·") -> str:
    return ITEM.format(level=level, mark=mark, text=text)


def from_word(body: str) -> str:
    """As Word puts it on the clipboard."""
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {mso-style-unhide:no} --></style>'
        "<!--[if gte mso 9]><xml><o:Author>Somebody</o:Author></xml><![endif]--></head>"
        f"<body lang=EN-GB><!--StartFragment-->{body}<!--EndFragment--></body></html>"
    )


def test_headings_bold_italic_and_links_from_word_are_kept() -> None:
    html = from_word(
        "<h1>Purpose<o:p></o:p></h1>\r\n<h2><b>Why</b></h2><p class=MsoNormal>We <b>reduce</b><b> harm</b>\r\nand <i>say so</i> on "
        '<a href="https://www.example.gov.uk/a(b)">our page</a>.<o:p></o:p></p>'
    )
    assert html_to_markdown(html) == (
        "# Purpose\n\n## Why\n\nWe **reduce harm** and *say so* on [our page](https://www.example.gov.uk/a%28b%29)."
    )


def test_paragraphs_that_word_draws_as_a_list_become_one() -> None:
    html = from_word(
        item("First") + "\r\n" + item("Inner", level=2, mark="o") + item("Second") + item("One", mark="1.") + item("Two", mark="2.")
    )
    assert html_to_markdown(html) == "- First\n  - Inner\n- Second\n\n1. One\n2. Two"


def test_typed_dot_of_a_word_list_is_taken_away() -> None:
    assert html_to_markdown("<p class=MsoListParagraph>·&nbsp;&nbsp; One</p><p class=MsoListParagraph>•&nbsp;Two</p>") == "- One\n- Two"


def test_list_inside_a_list_as_other_editors_write_it() -> None:
    assert (
        html_to_markdown("<ul><li>a</li><ul><li>b</li></ul><li><p>c</p></li></ul><ol start=3><li>d</li></ol>") == "- a\n  - b\n- c\n\n3. d"
    )


def test_bold_that_is_only_a_style_is_bold_and_a_bold_element_that_is_not_is_not() -> None:
    html = (
        '<b style="font-weight:normal"><p><span style="font-weight:700">Aim:</span>all of <span style="font-style:italic">us</span></p></b>'
    )
    assert html_to_markdown(html) == "**Aim**:all of *us*"


def test_table_keeps_rows_and_columns_where_cells_span_several() -> None:
    html = (
        "<table><tr><td><b>Year</b></td><td>A | B</td><td>C</td></tr><tr><td rowspan=2>2024</td>"
        "<td colspan=2><ul><li>x</li><li>y</li></ul></td></tr><tr><td>z<br>w</td><td>1</td></tr></table>"
    )
    markdown = html_to_markdown(html)
    assert markdown.splitlines() == ["| Year | A \\| B | C |", "| --- | --- | --- |", "| 2024 | x; y |  |", "|  | z w | 1 |"]
    assert to_html(markdown).count("<td") == 6


def test_box_of_a_single_cell_and_a_table_in_a_table_become_paragraphs() -> None:
    assert html_to_markdown("<table><tr><td><p>One</p><p>Two</p></td></tr></table>") == "One\n\nTwo"
    inside = "<table><tr><th>a</th><th>b</th></tr><tr><td>c<table><tr><td>d</td><td>e</td></tr></table></td><td>f</td></tr></table>"
    assert html_to_markdown(inside).splitlines()[-1] == "| c d e | f |"


WORD_NOTE = (
    '<p>Fewer<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> people.</p>'
    "<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>"
    '<a style="mso-footnote-id:ftn1" href="#_ftnref1" name="_ftn1">[1]</a> Police data, <i>2024</i>.</p></div></div>'
)
CONVERTED_NOTE = (
    '<p>Fewer<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup> people.</p>'
    '<ol><li id="footnote-1"><p> Police data, <em>2024</em>. <a href="#footnote-ref-1">\u2191</a></p></li></ol>'
)


@pytest.mark.parametrize("html", [WORD_NOTE, CONVERTED_NOTE])
def test_footnotes_become_footnotes_numbered_from_where_the_text_stands(html: str) -> None:
    assert html_to_markdown(html, first_note=4) == "Fewer[^4] people.\n\n[^4]: Police data, *2024*."


def test_footnote_mark_without_its_note_stays_as_words() -> None:
    assert html_to_markdown('<p>Fewer<a href="#_ftn1" name="_ftnref1">[1]</a> people.</p>') == "Fewer[1] people."


def test_what_is_not_text_is_dropped() -> None:
    html = from_word(
        '<p style="color:red">Seen<img src="file:///C:/x.png"><span style="display:none">hidden</span>'
        '<span style="mso-hide:all">too</span> '
        "<del>struck by a reviewer</del><span class=MsoCommentReference>[A1]</span><st1:place>here</st1:place></p>"
        "<div style='mso-element:comment-list'><p>Not for others</p></div><script>x()</script><title>File name</title><hr>"
    )
    assert html_to_markdown(html) == "Seen here"


@pytest.mark.parametrize(
    "words", ["# one", "1. one", "- one", "> one", "*one*", "_one_", "[one](two)", "[^1]: one", "a\\*b", "`one`", "&amp;lt;", "==="]
)
def test_characters_that_are_marks_in_markdown_stay_the_characters_they_were(words: str) -> None:
    assert to_html(html_to_markdown(f"<p>{words}</p>")).replace("&gt;", ">") == f"<p>{words}</p>\n"


def test_ordinary_characters_are_not_littered_with_backslashes() -> None:
    plain = "In 2024. 2 * 3 = 6, snake_case, (a) [b], 50% & more - £1.20/day!"
    assert html_to_markdown(f"<p>{plain.replace('&', '&amp;')}</p>") == plain


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "/p/x", "data:text/html,x", "vbscript:x"])
def test_link_that_leads_nowhere_allowed_leaves_its_words(address: str) -> None:
    assert html_to_markdown(f'<p><a href="{address}">words</a></p>') == "words"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_page_leaves_nothing_that_runs(hostile: str) -> None:
    html = to_html(html_to_markdown(f"<div>{hostile}</div>"))
    assert "<script" not in html.lower()
    assert 'href="javascript' not in html.lower()


def test_control_characters_are_dropped() -> None:
    assert html_to_markdown("<p>a\x00b\x08c\u00add</p>") == "abcd"


@pytest.mark.parametrize(
    "html", ["x" * (LONGEST + 1), "<div>" * 300_000, "<b><div>" * 300_000, "<table><tr><td>" * 30_000, "<p>a</p>" * 30_000], ids=len
)
def test_more_than_can_be_converted_is_refused_at_once(html: str) -> None:
    with pytest.raises(TooMuchText):
        html_to_markdown(html)


def test_two_hundred_pages_come_through_whole() -> None:
    page = "<h2>Heading</h2>" + f"<p class=MsoNormal style='margin-left:1pt'>{'some words here ' * 25}<o:p></o:p></p>" * 6 + item("One") * 4
    markdown = html_to_markdown(from_word(page * 200))
    assert (markdown.count("## Heading"), markdown.count("- One"), len(markdown.split())) == (200, 800, 200 * (2 + 6 * 75 + 4 * 2))
