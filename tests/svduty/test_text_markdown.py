import re
from html.parser import HTMLParser

import page
import pytest

from svduty.pdf import render_pdf
from svduty.text.markdown import ATTRIBUTES, TAGS, to_html

HOSTILE = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//x></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<svg><style>@import url(http://x)</style></svg>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<object data=data:text/html,x></object>",
    "<a href='javascript:alert(1)'>x</a>",
    "<p style='background:url(javascript:alert(1))' onclick=alert(1)>x</p>",
    "<form action=//x><input autofocus onfocus=alert(1)></form>",
    "<base href=//x>",
    "<meta http-equiv=refresh content='0;url=//x'>",
    "<link rel=stylesheet href=//x>",
    "<details open ontoggle=alert(1)>x</details>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<!--<img src=x onerror=alert(1)>-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<template><script>alert(1)</script></template>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](%6Aavascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](data:image/svg+xml,%3Csvg onload=alert(1)%3E)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example)",
    "[x](/p/another/delete)",
    "[x](\\\\evil.example)",
    "[x](<javascript:alert(1)>)",
    "[x]: javascript:alert(1)\n\n[x]",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "![x](http://127.0.0.1/pixel.png)",
    '![x"onerror="alert(1)](x)',
    "![<img src=x onerror=alert(1)>](x)",
    '[x](http://a "onmouseover=alert(1)")',
    '[x](http://a"onmouseover="alert(1))',
    "```html\n<script>alert(1)</script>\n```",
    '```"><script>alert(1)</script>\nx\n```',
    "`<script>alert(1)</script>`",
    "# <img src=x onerror=alert(1)>",
    "| <script>alert(1)</script> |\n|---|\n| [x](javascript:alert(1)) |",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u202e<script>alert(1)</script>",
    "\x00<script>alert(1)</script>",
    "<a href=http://x onclick=alert(1)>[y](javascript:alert(1))</a>",
]


class Elements(HTMLParser):
    """Every tag and attribute that a browser would see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_brings_no_element_attribute_or_address_of_its_own(text: str) -> None:
    for tag, attributes in Elements(to_html(text)).seen:
        assert tag in TAGS
        assert set(attributes) <= ATTRIBUTES.get(tag, set()) | ({"rel"} if tag == "a" else set())
        assert (attributes.get("href") or "http://").lower().startswith(("http://", "https://", "mailto:"))


def test_html_in_the_text_is_shown_as_it_was_typed() -> None:
    assert to_html("<b>bold</b> & more") == "<p>&lt;b&gt;bold&lt;/b&gt; &amp; more</p>\n"


def test_headings_start_below_the_heading_of_the_page_and_never_jump() -> None:
    assert to_html("# One\n\n### Two\n\n###### Three\n\n# Four") == ("<h2>One</h2>\n<h3>Two</h3>\n<h4>Three</h4>\n<h2>Four</h2>\n")
    assert to_html("### Alone", heading_from=3) == "<h3>Alone</h3>\n"
    assert "h7" not in to_html("# A\n## B\n### C\n#### D\n##### E\n###### F", heading_from=4)


def test_headings_cannot_be_asked_to_compete_with_the_one_of_the_page() -> None:
    with pytest.raises(ValueError, match="one h1"):
        to_html("# One", heading_from=1)


def test_link_leads_where_it_says_and_hands_over_no_opener() -> None:
    assert to_html("[the strategy](https://www.example.gov.uk/a?b=1&c=2)") == (
        '<p><a href="https://www.example.gov.uk/a?b=1&amp;c=2" rel="noopener">the strategy</a></p>\n'
    )
    assert 'href="mailto:team@example.gov.uk"' in to_html("<mailto:team@example.gov.uk>")


def test_link_that_leads_nowhere_allowed_stays_as_it_was_typed() -> None:
    for address in ("javascript:alert(1)", "/p/another/delete", "//evil.example", "ftp://example.com/x"):
        assert to_html(f"[x]({address})") == f"<p>[x]({address})</p>\n"


def test_emphasis_inside_a_link_is_dropped_so_that_a_pdf_can_tag_it() -> None:
    html = to_html("[**the** `code` strategy](https://www.example.gov.uk)")
    assert ">the code strategy</a>" in html
    failures = page.validate_pdf_bytes(render_pdf(f"<h1>R</h1>{html}", title="R"), profile="ua1").failures
    assert list(failures) == []


def test_picture_becomes_its_description() -> None:
    assert to_html("![a map of the borough](https://a/b.png)") == "<p>a map of the borough</p>\n"


def test_table_has_column_headings_and_numbers_to_the_right_without_inline_style() -> None:
    html = to_html("| Year | Offences |\n|---|--:|\n| 2025 | 1,204 |")
    assert '<th scope="col">Year</th>' in html
    assert '<td class="number">1,204</td>' in html
    assert "style" not in html


def test_lists_bold_and_strikethrough_survive() -> None:
    assert to_html("- **one**\n- ~~two~~") == ("<ul>\n<li><strong>one</strong></li>\n<li><s>two</s></li>\n</ul>\n")


def test_quotes_are_curled_but_paragraph_c_of_an_act_is_left_alone() -> None:
    assert to_html('"It\'s" in section 8(c) and (r)') == "<p>“It’s” in section 8(c) and (r)</p>\n"


@pytest.mark.parametrize("text", ["[" * 50_000, "*a " * 20_000, "> " * 20_000 + "end", "[a](" * 10_000])
def test_text_made_to_keep_us_waiting_comes_back_whole(text: str) -> None:
    assert len(to_html(text)) > 100


def test_quotes_are_left_straight_in_a_paragraph_with_so_many_that_curling_would_take_minutes() -> None:
    """Curling looks back over all quotes before each one."""
    assert "“" in to_html('"a" ' * 250)
    assert "“" not in to_html('"a" ' * 251)


def test_cells_of_a_wide_table_say_what_their_column_is_called():
    wide = to_html("| Action | Who | Was *due* | Late |\n|---|---|---|--:|\n| Hire | Council | June | 3 |")
    assert '<table class="stacks">' in wide
    said = re.findall(r'data-label="([^"]*)"[^>]*>([^<]*)<', wide)
    assert said == [("Action", "Hire"), ("Who", "Council"), ("Was due", "June"), ("Late", "3")]
    assert "data-label" not in to_html("| Year | Deaths |\n|---|---|\n| 2024 | 3 |")


def test_the_name_of_a_column_stays_words():
    seen = Elements(to_html('| a" onclick="x | <b> | c | d |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |')).seen
    assert {name for _, attributes in seen for name in attributes} == {"class", "scope", "data-label"}
    assert "b" not in {tag for tag, _ in seen}
