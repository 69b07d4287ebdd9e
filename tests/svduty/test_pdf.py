import io
import re

import page
import pikepdf
import pypdf
import pytest

from svduty.pdf import Attachment, PdfFailed, render_pdf
from svduty.pdf.status_marks import status_css

from .sample_report import LONG_NAME, STATUSES, TITLE, WHY, sample_report


@pytest.fixture(scope="module")
def sample() -> bytes:
    return render_pdf(sample_report(LONG_NAME), title=TITLE)


def words(pdf: bytes) -> str:
    text = " ".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    return re.sub(r"\s+", " ", text)


STANDARDS = {"ua1": 104, "3a": 156}  # how many rules of each are looked at


def findings(pdf: bytes) -> list[tuple[str, str]]:
    """What speaks against PDF/UA-1 or PDF/A-3a."""
    reports = {standard: page.validate_pdf_bytes(pdf, profile=standard) for standard in STANDARDS}
    assert {standard: report.rules.total for standard, report in reports.items()} == STANDARDS
    return [(failure.rule_id, failure.message) for report in reports.values() for failure in report.failures]


def elements(document: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Every element of the tree that a screen reader walks."""
    found, waiting = [], list(document.Root.StructTreeRoot.K)
    while waiting:
        element = waiting.pop(0)
        if isinstance(element, pikepdf.Dictionary) and "/S" in element:
            found.append(element)
            kids = element.get("/K")
            waiting.extend(kids if isinstance(kids, pikepdf.Array) else [kids])
    return found


def test_sample_report_follows_both_standards(sample: bytes) -> None:
    assert findings(sample) == []


def test_small_document_follows_both_standards() -> None:
    assert findings(render_pdf("<h1>Report</h1><p>One line.</p>", title="Report")) == []


def test_every_sentence_of_a_finding_can_be_read_out_of_the_document(sample: bytes) -> None:
    text = words(sample)
    assert text.count(WHY) == len(STATUSES)
    for word in STATUSES.values():
        assert word in text


def test_very_long_name_is_there_whole_and_stays_on_the_sheet(sample: bytes) -> None:
    joined = words(sample).replace(" ", "").replace("-", "")
    assert LONG_NAME.replace(" ", "").replace("-", "") in joined
    for sheet in pypdf.PdfReader(io.BytesIO(sample)).pages:
        places: list[float] = []
        sheet.extract_text(
            visitor_text=lambda text, cm, tm, font, size, places=places: places.append((cm[0] * tm[4] + cm[4]) if text.strip() else 0.0)
        )
        assert max(places) < float(sheet.mediabox.width) - 24


def test_document_has_title_language_and_bookmarks_with_numbers(sample: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(sample))
    root = reader.root_object
    assert reader.metadata is not None
    assert reader.metadata.title == TITLE
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    titles = [str(entry["/Title"]) for entry in _flat(reader.outline)]
    assert "1 The position" in titles
    assert "2.5 Send the published strategy to the Home Office" in titles


def _flat(outline: list) -> list:
    return [entry for item in outline for entry in (_flat(item) if isinstance(item, list) else [item])]


def test_contents_list_names_the_page_each_heading_stands_on(sample: bytes) -> None:
    sheets = [re.sub(r"\s+", " ", sheet.extract_text()) for sheet in pypdf.PdfReader(io.BytesIO(sample)).pages]
    number = next(at for at, text in enumerate(sheets, 1) if "What was recorded in the period" in text)
    contents = next(text for text in sheets if "Contents" in text)
    assert re.search(rf"3 ?The records[ .]+{number}\b", contents.replace("\xa0", " "))


def test_each_page_after_the_cover_carries_running_title_and_number(sample: bytes) -> None:
    sheets = [sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(sample)).pages]
    assert "Page 1 of" not in sheets[0]
    for number, text in enumerate(sheets[1:], 2):
        assert f"Page {number} of {len(sheets)}" in text
        assert TITLE in text


def test_running_heads_and_feet_are_artifacts_and_are_not_read_out(sample: bytes) -> None:
    with pikepdf.open(io.BytesIO(sample)) as document:
        for sheet in list(document.pages)[1:]:
            assert sheet.obj.Contents.read_bytes().count(b"/Artifact <</Type /Pagination>> BDC") >= 3


def test_every_heading_cell_says_whether_it_heads_a_row_or_a_column(sample: bytes) -> None:
    with pikepdf.open(io.BytesIO(sample)) as document:
        scopes = [str(element.A.Scope) for element in elements(document) if element.S == "/TH"]
    assert set(scopes) == {"/Row", "/Column"}


def test_heading_cells_can_be_found_by_the_names_that_cells_give(sample: bytes) -> None:
    with pikepdf.open(io.BytesIO(sample)) as document:
        index = pikepdf.NameTree(document.Root.StructTreeRoot.IDTree)
        cells = [element for element in elements(document) if element.S == "/TD"]
        named = {str(name) for cell in cells for name in cell.A.get("/Headers", [])}
        assert named
        assert named <= {str(key) for key in index}


def test_headings_of_a_table_are_repeated_on_the_page_where_it_goes_on(sample: bytes) -> None:
    sheets = [sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(sample)).pages]
    with_records = [text for text in sheets if "Progress recorded on" in re.sub(r"\s+", " ", text)]
    assert len(with_records) > 1
    assert all("Money" in text for text in with_records)


def test_fonts_are_ours_and_are_embedded(sample: bytes) -> None:
    names, embedded = set(), True
    for sheet in pypdf.PdfReader(io.BytesIO(sample)).pages:
        for font in sheet["/Resources"]["/Font"].values():
            part = font.get_object()["/DescendantFonts"][0].get_object()
            names.add(str(part["/BaseFont"]).split("+")[-1])
            embedded = embedded and any(key.startswith("/FontFile") for key in part["/FontDescriptor"].get_object())
    assert embedded
    assert all(name.startswith("Source-Sans-3") for name in names), names


def test_every_status_has_a_shape_of_its_own_on_paper() -> None:
    shapes = re.findall(r"\.status--([a-z-]+) .*?url\(\"(data:[^\"]+)\"", status_css())
    assert {name for name, _ in shapes} == set(STATUSES)
    drawn = {re.sub(r"%23[0-9a-f]{6}", "", shape) for _, shape in shapes}
    assert len(drawn) == len(STATUSES)


def test_equal_input_gives_equal_bytes_whatever_order_this_process_keeps_sets_in(monkeypatch: pytest.MonkeyPatch) -> None:
    figures = Attachment("figures.csv", b"status,count\nMet,22\n", "The figures of the summary table")
    monkeypatch.setenv("PYTHONHASHSEED", "1")
    once = render_pdf(sample_report(rows=2), title=TITLE, attachments=[figures])
    monkeypatch.setenv("PYTHONHASHSEED", "2")
    again = render_pdf(sample_report(rows=2), title=TITLE, attachments=[figures])
    assert once == again


def test_attachment_travels_inside_the_document_and_it_still_conforms() -> None:
    figures = Attachment("figures.csv", b"status,count\nMet,22\n", "The figures of the summary table")
    pdf = render_pdf("<h1>Report</h1>", title="Report", attachments=[figures])
    assert pypdf.PdfReader(io.BytesIO(pdf)).attachments == {"figures.csv": [figures.content]}
    assert findings(pdf) == []


def test_title_and_name_are_text_even_when_they_look_like_markup() -> None:
    title = 'A & B <script>"x"</script> & Tŷ Mawr'
    pdf = render_pdf("<h1>Report</h1>", title=title, author='"><b>')
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == (title, '"><b>')
    assert title in words(pdf)


def test_document_without_a_title_is_refused_with_advice() -> None:
    with pytest.raises(PdfFailed, match="Give the document a title"):
        render_pdf("<h1>Report</h1>", title="  ")


def test_stressed_words_are_set_in_the_typefaces_own_italic_also_in_welsh() -> None:
    pdf = render_pdf("<h1>Report</h1><p>Not <em>often</em>, and <em>dŵr</em>, <strong><em>ever</em></strong>.</p>", title="Report")
    fonts = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]["/Font"].values()
    parts = [font.get_object()["/DescendantFonts"][0].get_object() for font in fonts]
    names = [str(part["/BaseFont"]).split("+")[-1] for part in parts]
    assert sum("Italic" in name for name in names) == 3, names
    assert findings(pdf) == []
