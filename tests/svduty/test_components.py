"""The frame, the components and the files they load."""

import datetime
import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.paginator import Paginator
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory

from svduty.status_words import STATUSES
from svduty.templatetags.components import sentences_within
from svduty.vague_dates import VagueDate

# The frame leaves out a link whose page is not there; only the error pages must not depend on any.
pytestmark = pytest.mark.urls("tests.svduty.components_urls")

BUILD = Path(settings.DATA_DIR) / "build"
ON = datetime.date(2026, 11, 22)


def draw(template: str, **context: object) -> str:
    return Template("{% load components %}" + template).render(Context(context))


@pytest.mark.parametrize("name", ["400", "403", "404", "500", "503", "csrf"])
def test_error_page_needs_no_context_and_no_database(name):
    html = render_to_string(f"errors/{name}.html")
    assert html.count("<h1") == 1
    assert re.search(r"<title>\S.* - Serious Violence Duty</title>", html)
    assert "not legal advice" in html


@pytest.mark.parametrize("name", ["503", "csrf"])
def test_page_that_stops_a_save_prints_the_text_back_harmlessly(name):
    html = render_to_string(f"errors/{name}.html", {"typed": [("What has changed", "\nFirst <b>line</b>\nsecond")]})
    assert ">\n\nFirst &lt;b&gt;line&lt;/b&gt;\nsecond</textarea>" in html


def test_each_status_has_its_own_word_and_shape():
    assert len(STATUSES) == 9
    assert len({status.word for status in STATUSES.values()}) == len({status.shape for status in STATUSES.values()}) == 9
    for code, status in STATUSES.items():
        html = draw("{% status_tag code %}", code=code)
        assert status.word in html
        assert status.shape in html


def test_a_status_nobody_knows_is_an_error_and_not_a_blank():
    with pytest.raises(KeyError):
        draw('{% status_tag "FINE" %}')


def test_a_date_that_matters_says_its_weekday_and_how_far_off_it_is():
    html = draw("{% due day on %}", day=datetime.date(2027, 1, 31), on=ON)
    assert '<time datetime="2027-01-31">31 January 2027 (Sunday)</time>' in html
    assert "in 70 days" in html


def test_a_vague_date_is_reckoned_from_its_last_possible_day():
    november = VagueDate.from_edtf("2026-11")
    assert draw("{{ day|distance:on }}", day=november, on=ON) == "in 8 days"
    assert "<time" not in draw("{% due day on %}", day=november, on=ON)
    assert "November 2026" in draw("{% due day on %}", day=november, on=ON)


def test_no_date_draws_no_date():
    assert draw("{% due day on %}", day=None, on=ON) == '<span class="svd-due"></span>'


def test_table_names_every_cell_for_the_phone_and_marks_numbers():
    html = draw(
        '{% record_table "Money" columns rows %}',
        columns=["Award", {"label": "Spent", "numeric": True}],
        rows=[[{"text": "Grant <1>", "url": "/g/1"}, 0], [{"text": "", "status": "MET"}, None]],
    )
    assert html.count('data-label="Spent" class="svd-table__number"') == 2
    assert '<a class="govuk-link" href="/g/1">Grant &lt;1&gt;</a>' in html
    assert "<span>0</span>" in html
    assert "None" not in html


def test_a_row_with_a_cell_too_few_is_refused():
    with pytest.raises(ValueError, match="zip"):
        draw('{% record_table "Money" columns rows %}', columns=["Award", "Spent"], rows=[["Grant"]])


def test_pagination_keeps_the_filter_and_is_left_out_for_one_page():
    request = RequestFactory().get("/duties/", {"status": "OVERDUE", "page": "2"})
    html = draw("{% pagination page %}", page=Paginator(range(30), 10).get_page(2), request=request)
    assert html.count("status=OVERDUE&amp;page=3") == 2
    assert 'aria-current="page"' in html
    assert draw("{% pagination page %}", page=Paginator(range(10), 10).get_page(1), request=request) == ""


def test_what_people_typed_is_escaped_inside_block_components():
    html = draw('{% card title %}{{ typed }}{% endcard %}{% fact "Why" %}{{ typed }}{% endfact %}', title="<i>", typed="<b>")
    assert "<b>" not in html
    assert "<i>" not in html


def test_switcher_shows_only_to_those_with_a_choice():
    one, two = [("Anyborough", "/p/a/")], [("Anyborough", "/p/a/"), ("Otherborough", "/p/o/")]
    assert "svd-switcher" not in render_to_string("base.html", {"frame": {"partnerships": one}})
    assert "svd-switcher" in render_to_string("base.html", {"frame": {"partnerships": two}})


def test_frame_says_where_one_is_what_the_records_are_and_how_old_the_law_is():
    frame = {
        "places": [{"label": "Duties", "url": "/d/", "current": True}, {"label": "Who", "url": "/w/", "current": False}],
        "banner": "Invented for training",
        "law_as_at": "22 November 2026",
    }
    html = render_to_string("base.html", {"frame": frame})
    assert html.count("aria-current") == 1
    assert "Invented for training" in html
    assert "Law as at 22 November 2026" in html


def test_no_template_holds_a_style_or_a_script_of_its_own():
    """The content security policy would block them in silence."""
    ours = [path for path in (settings.BASE_DIR / "templates").rglob("*.html") if "pdf" not in path.parts]
    inline = re.compile(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", re.I)
    assert [str(path) for path in ours if inline.search(path.read_text())] == []


def test_a_first_visit_loads_less_than_its_share():
    """All that is not the page itself: 120 of the 150 kB a first visit may weigh."""
    words = [BUILD / "site.css", BUILD / "govuk-frontend.min.js", *(settings.BASE_DIR / "static" / "js").glob("s*.js")]
    fonts = [BUILD / f"source-sans-3-latin-{weight}-normal.woff2" for weight in (400, 600, 700)]
    weight = sum(len(gzip.compress(path.read_bytes())) for path in words) + sum(path.stat().st_size for path in fonts)
    assert weight < 120_000


def test_every_file_the_style_sheet_asks_for_is_there():
    css = (BUILD / "site.css").read_text()
    asked = re.findall(r'url\("?([^")]+)', css)
    assert len([name for name in asked if name.endswith(".woff2")]) == 10
    assert [name for name in asked if not (BUILD / name).exists()] == []


def test_the_look_is_our_own_and_not_that_of_gov_uk():
    css = (BUILD / "site.css").read_text()
    assert "GDS Transport" not in css
    assert "crest" not in css
    assert "--govuk-brand-colour:#14284d" in css.replace(" ", "")


def test_a_reason_is_cut_behind_a_whole_sentence():
    said = "It was due on s. 8 days. It was not sent. Nobody said why."
    assert sentences_within(said, 200) == said
    assert sentences_within(said, 45) == "It was due on s. 8 days. It was not sent."
    assert sentences_within(said, 10) == "It was du…"
