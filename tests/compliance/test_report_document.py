"""The printed report: it conforms, holds every answer, survives awkward records, and reads nothing but its own text."""

import csv
import dataclasses
import datetime
import hashlib
import http.server
import io
import json
import re
import threading
from pathlib import Path

import page
import pypdf
import pytest

from compliance.report.carried import ANSWERS, MADE_FROM
from compliance.report.document import report_pdf
from compliance.report.gather import gather
from compliance.report.source import ReportSource, short_seal
from partnerships.models import Partnership
from svduty import clock
from tests.compliance import build
from tests.compliance.awkward import HOSTILE, ISSUE, LONG, awkward_source, empty_source, source_of, worst_source
from tests.compliance.example_data import load

pytestmark = pytest.mark.slow

RUNNING_TITLE = f"Compliance report 3: {LONG}, as at 10 February 2024"
SECRET = "the-secret-of-the-machine"


@pytest.fixture(scope="module")
def source() -> ReportSource:
    return awkward_source()


@pytest.fixture(scope="module")
def awkward(source: ReportSource) -> bytes:
    return report_pdf(source, ISSUE)


@pytest.fixture(scope="module")
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("machine") / "secret.txt"
    file.write_text(SECRET)
    return file


@pytest.fixture(scope="module")
def two_areas(secret: Path) -> ReportSource:
    """As the awkward one with fewer areas, after a file that is really there."""
    return awkward_source(areas=2, hostile=HOSTILE.format(address=secret.as_uri()))


@pytest.fixture(scope="module")
def of_two_areas(two_areas: ReportSource) -> bytes:
    return report_pdf(two_areas, ISSUE)


@pytest.fixture(scope="module")
def pages(awkward: bytes) -> list[str]:
    return sheets(awkward)


@pytest.fixture(scope="module")
def text(pages: list[str]) -> str:
    return read_out(pages)


@pytest.fixture(scope="module")
def empty() -> bytes:
    return report_pdf(empty_source(), ISSUE)


def sheets(pdf: bytes) -> list[str]:
    return [sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def squeezed(text: str) -> str:
    """Without white space and hyphens, since a long name may be broken anywhere."""
    return re.sub(r"[\s\u00ad-]+", "", text)


def read_out(pages: list[str]) -> str:
    """Everything that is printed, without running heads and feet in between."""
    text = squeezed(" ".join(pages))
    for furniture in (r"Page\d+of\d+", r"Report3\.Seal\w{16}\.Notlegaladvice;lawasat22November2026\.", re.escape(squeezed(RUNNING_TITLE))):
        text = re.sub(furniture, "", text)
    return text


def failures(pdf: bytes) -> list[tuple[str, str]]:
    """What speaks against PDF/UA-1 or PDF/A-3a."""
    reports = [page.validate_pdf_bytes(pdf, profile=standard) for standard in ("ua1", "3a")]
    assert all(report.rules.total > 100 for report in reports)
    found = [(failure.rule_id, failure.message) for report in reports for failure in report.failures]
    return [one for one in found if one[0] != MISCOUNTED or not lengths_are_right(pdf)]


# Its checker leaves out the last byte of a stream where that is a carriage return before the line feed; so the bytes are counted here.
MISCOUNTED = "PDFA3A-STREAM-LENGTH-001"
STREAM = re.compile(rb"/Length (\d+)(?:(?!>>\nstream|endobj).)*?>>\nstream\n", re.DOTALL)


def lengths_are_right(pdf: bytes) -> bool:
    """Does each stream end where its length says?"""
    ends = [match.end() + int(match[1]) for match in STREAM.finditer(pdf)]
    return len(ends) > 10 and all(pdf[end : end + 10].startswith((b"\nendstream", b"endstream")) for end in ends)


def carried(pdf: bytes) -> dict[str, bytes]:
    return {name: versions[0] for name, versions in pypdf.PdfReader(io.BytesIO(pdf)).attachments.items()}


def rows_of(pdf: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(carried(pdf)[ANSWERS].decode("utf-8-sig"), newline="")))


def test_awkward_report_with_the_longest_names_follows_both_standards(awkward: bytes) -> None:
    assert failures(awkward) == []


def test_report_of_an_empty_partnership_follows_both_standards(empty: bytes) -> None:
    assert failures(empty) == []


@pytest.mark.parametrize("slug", ["anyborough", "barnet"])
def test_reports_of_the_examples_follow_both_standards(slug: str, db: None) -> None:
    load(slug)
    partnership = Partnership.objects.get(slug=slug)
    source = gather(partnership, partnership.records_to or clock.today())
    assert failures(report_pdf(source, ISSUE)) == []


def test_every_answer_travels_as_a_table_that_a_person_reads(source: ReportSource, awkward: bytes) -> None:
    rows = rows_of(awkward)
    assert [(row["Code"], row["Answer"], row["Why"]) for row in rows] == [
        (finding.code, finding.status.words, finding.why) for finding in source.findings
    ]
    assert [row["Cycle"] == "Current" for row in rows] == [finding.current for finding in source.findings]
    with_day = next(row for row in rows if row["Due"])
    assert datetime.date.fromisoformat(with_day["Due"])
    assert with_day["How the day was worked out"]


def test_facts_travel_too_and_their_hash_is_the_seal_on_the_cover(source: ReportSource, awkward: bytes, pages: list[str]) -> None:
    text = carried(awkward)[MADE_FROM]
    assert json.loads(text) == [source.facts_json(), source.findings_json()]
    assert short_seal(hashlib.sha256(text).hexdigest()).replace(" ", "") in squeezed(pages[0])


def test_formulas_in_names_are_inert_in_the_table() -> None:
    areas = (dataclasses.replace(build.area(1), name='=HYPERLINK("http://127.0.0.1")'),)
    rows = rows_of(report_pdf(source_of(build.facts(areas=areas, holders=())), ISSUE))
    cells = [cell for row in rows for cell in row.values()]
    assert any("=HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell.lstrip()[:1] in ("=", "+", "-", "@", "\t", "\r")]


def test_sentence_of_every_finding_stands_in_the_report(source: ReportSource, text: str) -> None:
    missing = [finding.why for finding in source.findings if squeezed(finding.why) not in text]
    assert missing == []
    assert len(source.findings) > 60


def test_how_each_date_was_worked_out_stands_in_the_report(source: ReportSource, text: str) -> None:
    worked_out = {finding.due.worked_out for finding in source.findings if finding.due}
    assert worked_out
    assert all(squeezed(words)[1:] in text for words in worked_out)


def test_report_of_an_empty_partnership_says_what_is_missing(empty: bytes) -> None:
    text = squeezed(" ".join(sheets(empty)))
    for sentence in (
        "No area is recorded.",
        "No strategy is recorded.",
        "No evidence is recorded.",
        "No agreement on who leads is recorded.",
    ):
        assert squeezed(sentence) in text


def test_longest_name_stays_on_the_sheet_whole(text: str, of_two_areas: bytes) -> None:
    assert squeezed(LONG) in text
    for sheet in pypdf.PdfReader(io.BytesIO(of_two_areas)).pages:
        places = [0.0]
        sheet.extract_text(
            visitor_text=lambda text, cm, tm, font, size, places=places: places.append((cm[0] * tm[4] + cm[4]) if text.strip() else 0.0)
        )
        assert max(places) < float(sheet.mediabox.width) - 24


def test_first_page_says_what_it_is_and_the_second_where_things_stand(pages: list[str]) -> None:
    cover, position = (squeezed(text) for text in pages[:2])
    for words in ("Compliance report", "10 February 2024 (Saturday)", "Head of Community Safety", "Number 3", "Not legal advice"):
        assert squeezed(words) in cover
    assert squeezed("The position") in position
    assert "Signatures" in position


def test_position_takes_one_page_even_at_its_worst(pages: list[str], empty: bytes) -> None:
    assert "Contents" in pages[2]
    assert "Contents" in sheets(report_pdf(worst_source(), dataclasses.replace(ISSUE, signed_off_by=LONG)))[2]
    assert "Contents" in sheets(empty)[2]


def test_document_names_its_title_and_language(awkward: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(awkward))
    assert reader.metadata is not None
    assert reader.metadata.title == RUNNING_TITLE
    assert reader.root_object["/Lang"] == "en-GB"


def test_contents_name_each_family_and_each_duty(awkward: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(awkward))
    titles = [str(entry["/Title"]) for entry in _flat(reader.outline)]
    chapters = dict(title.split(" ", 1) for title in titles if re.match(r"\d+ ", title))
    assert list(chapters) == [str(at) for at in range(1, len(chapters) + 1)]
    assert {"The position", "Publication and sending", "The records", "About this report"} <= set(chapters.values())
    in_order = [title.split(" ", 1)[1] for title in titles if re.match(r"\d+\.\d+ ", title)]
    assert "Sent to the Home Office" in in_order
    records = ["Needs assessments", "Strategies and their versions", "Consultation", "Approval, equality and contents", "Reviews"]
    assert [name for name in in_order if name in records] == records


def _flat(outline: list) -> list:
    return [entry for item in outline for entry in (_flat(item) if isinstance(item, list) else [item])]


def test_invented_records_say_so_on_every_page() -> None:
    pdf = report_pdf(dataclasses.replace(empty_source(), invented=True), ISSUE)
    assert all("Invented for training" in " ".join(text.split()) for text in sheets(pdf))


def test_report_that_nobody_signed_off_says_so() -> None:
    cover = sheets(report_pdf(empty_source(), dataclasses.replace(ISSUE, signed_off_by="")))[0]
    assert "Not signed off" in " ".join(cover.split())


def test_same_records_and_issue_give_the_same_bytes(two_areas: ReportSource, of_two_areas: bytes) -> None:
    assert report_pdf(two_areas, ISSUE) == of_two_areas


def test_markup_in_texts_is_printed_as_text(text: str) -> None:
    assert squeezed("<script>alert(1)</script>") in text
    assert squeezed('<img src="file:///etc/passwd">') in text


def test_hostile_text_cannot_make_the_renderer_read_a_file(secret: Path, of_two_areas: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(of_two_areas))
    printed = "".join(sheets(of_two_areas))
    assert squeezed(secret.as_uri()) in squeezed(printed)
    assert SECRET not in printed
    assert set(reader.attachments) == {ANSWERS, MADE_FROM}
    assert SECRET.encode() not in b"".join(carried(of_two_areas).values())


def test_hostile_text_cannot_make_the_renderer_ask_for_an_address() -> None:
    hits: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            hits.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        hostile = HOSTILE.format(address=f"http://127.0.0.1:{server.server_port}/x")
        assert report_pdf(awkward_source(areas=1, hostile=hostile), ISSUE)
    finally:
        server.shutdown()
        server.server_close()
    assert hits == []
