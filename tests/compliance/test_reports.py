"""Issuing reports and handing them back."""

import hashlib
import io

import pypdf
import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from compliance.actions import issue_report as action
from compliance.actions.issue_report import issue_report
from compliance.models import IssuedReport
from compliance.report import gather as gathering
from partnerships.audit.record import first_broken_entry
from partnerships.models import LocalDefinition
from partnerships.models.person import Role
from svduty.editing.records import FrozenRecord
from tests.cast import BEGAN, Cast, day
from tests.compliance.pages import at, banner, last_event, make_evidence, make_response, make_sending, published, signed_in, text_of

ON = day("2024-02-10").earliest
QUICK = b"%PDF-1.7 quick"


@pytest.fixture
def coordinator(cast: Cast) -> Client:
    return signed_in(cast.coordinator)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Issue without the engine, where its pages do not matter."""
    monkeypatch.setattr(action, "report_pdf", lambda source, issue: QUICK + str(issue.number).encode())


def make(cast: Cast, signed_off_by: str = "") -> IssuedReport:
    return issue_report(cast.ours, as_at=ON, signed_off_by=signed_off_by, actor=cast.coordinator).report


def make_address(as_at: str = "10 2 2024") -> str:
    return at("report_make", as_at=as_at)


def ask(client: Client, signed_off_by: str = "") -> str:
    """Ask for the report by the form; the address of the page on which one waits for it."""
    answer = client.post(make_address(), {"signed_off_by": signed_off_by})
    assert answer.status_code == 302
    return str(answer["Location"])


def test_report_is_issued_downloaded_byte_for_byte_and_never_changes(cast: Cast, coordinator: Client) -> None:
    version = published(cast)
    make_evidence(cast.ours)
    make_response(cast.ours)
    ask(coordinator, "Head of Safety")
    report = IssuedReport.objects.get()
    before = coordinator.get(at("report_pdf", 1)).getvalue()
    make_sending(version)
    LocalDefinition.objects.create(partnership=cast.ours, number=1, wording="New")
    response = coordinator.get(at("report_pdf", 1))
    pdf = response.getvalue()
    assert pdf == before == bytes(report.pdf)
    assert hashlib.sha256(pdf).hexdigest() == report.sha256
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="anyborough-compliance-report-1-as-at-2024-02-10.pdf"'
    assert "No sending to the Secretary of State" in " ".join(text_of(coordinator.get(at("report", 1))).split())
    cover = " ".join(pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())
    assert "Head of Safety" in cover
    assert "10 February 2024 (Saturday)" in cover


def test_who_already_holds_the_same_bytes_is_told_so(cast: Cast, coordinator: Client, quick: None) -> None:
    report = make(cast)
    etag = coordinator.get(at("report_pdf", 1))["ETag"]
    assert etag == f'"{report.sha256}"'
    unchanged = coordinator.get(at("report_pdf", 1), headers={"If-None-Match": etag})
    assert (unchanged.status_code, unchanged["ETag"], unchanged.content) == (304, etag, b"")
    assert coordinator.get(at("report_pdf", 1), headers={"If-None-Match": '"other"'}).getvalue() == QUICK + b"1"


def test_download_is_never_stored_by_a_browser_or_proxy(cast: Cast, coordinator: Client, quick: None) -> None:
    make(cast)
    assert coordinator.get(at("report_pdf", 1))["Cache-Control"] == "no-store"


def test_issuing_is_recorded_in_the_history(cast: Cast, quick: None) -> None:
    report = make(cast, "Head of Safety")
    entry = last_event()
    assert (entry.event, entry.partnership, entry.actor_id) == ("report.issued", cast.ours, cast.coordinator.pk)
    assert entry.changes["SHA-256"] == ["", report.sha256]
    assert first_broken_entry(cast.ours) is None


def test_reports_are_numbered_within_their_partnership(cast: Cast, quick: None) -> None:
    first = make(cast)
    make_evidence(cast.ours)
    second = make(cast)
    theirs = issue_report(cast.theirs, as_at=ON, signed_off_by="", actor=cast.stranger).report
    assert (first.number, second.number, theirs.number) == (1, 2, 1)


def test_second_click_gives_the_same_report_back(cast: Cast, coordinator: Client, quick: None) -> None:
    for said in ("Report 1 is issued.", "Nothing has changed since report 1, so here it is again."):
        answer = coordinator.get(ask(coordinator))
        assert answer["Location"] == at("report", 1)
        assert banner(coordinator, at("report", 1)) == said
    assert IssuedReport.objects.count() == 1


def test_same_records_signed_off_by_somebody_are_a_new_report(cast: Cast, quick: None) -> None:
    make(cast)
    assert make(cast, "Head of Safety").number == 2


def test_number_taken_while_pages_were_set_is_not_printed_twice(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[int] = []

    def slow(source: object, issue: action.Issue) -> bytes:
        printed.append(issue.number)
        if len(printed) == 1:
            monkeypatch.setattr(action, "report_pdf", lambda source, issue: QUICK)
            issue_report(cast.ours, as_at=BEGAN, signed_off_by="", actor=cast.coordinator)
            monkeypatch.setattr(action, "report_pdf", slow)
        return QUICK + str(issue.number).encode()

    monkeypatch.setattr(action, "report_pdf", slow)
    report = make(cast)
    assert printed == [1, 2]
    assert (report.number, bytes(report.pdf)) == (2, QUICK + b"2")


def test_save_that_falls_between_the_reads_is_in_the_report(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    heads = iter([{"a": "1"}, {"a": "2"}, {"a": "2"}, {"a": "2"}])
    monkeypatch.setattr(gathering.report_queries, "heads_of_chains", lambda partnership: next(heads))
    assert gathering.gather(cast.ours, ON).facts.pk == cast.ours.pk
    assert next(heads, None) is None


def test_failing_history_leaves_nothing_behind(cast: Cast, quick: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*arguments: object, **named: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(action, "record", breaks)
    with pytest.raises(RuntimeError):
        make(cast)
    assert not IssuedReport.objects.exists()


def test_issued_report_cannot_be_changed(cast: Cast, quick: None) -> None:
    report = make(cast)
    report.signed_off_by = "Somebody else"
    with pytest.raises(FrozenRecord):
        report.save()


def test_page_before_issuing_says_what_the_report_will_say(cast: Cast, coordinator: Client) -> None:
    page = coordinator.get(make_address())
    assert page.context["position"].sentence in text_of(page)
    assert "Issue the report as at 10 February 2024" in text_of(page)


def test_day_that_cannot_be_read_is_answered_with_a_sentence(cast: Cast, coordinator: Client) -> None:
    for answer in (coordinator.get(make_address("nonsense")), coordinator.post(make_address("nonsense"), {"signed_off_by": ""})):
        assert answer.status_code == 200
        assert "Enter a day in full, for example 20 2 2024." in text_of(answer)
    assert not IssuedReport.objects.exists()


def test_day_still_to_come_is_refused(cast: Cast, coordinator: Client) -> None:
    answer = coordinator.post(make_address("1 1 2090"), {"signed_off_by": ""})
    assert "A report cannot be as at a day that is still to come." in text_of(answer)
    assert not IssuedReport.objects.exists()


def test_over_long_sign_off_is_refused_and_kept_on_the_page(cast: Cast, coordinator: Client) -> None:
    answer = coordinator.post(make_address(), {"signed_off_by": "x" * 201})
    assert "can have at most 200 characters; this has 201" in text_of(answer)
    assert "x" * 201 in answer.content.decode()
    assert not IssuedReport.objects.exists()


@pytest.mark.parametrize("role", [Role.VIEWER, Role.BOARD_MEMBER, Role.CONTRIBUTOR, Role.OVERSEER])
def test_reader_downloads_but_cannot_issue(cast: Cast, role: Role, quick: None) -> None:
    make(cast)
    client = signed_in(cast.people[role])
    assert client.get(at("report_pdf", 1)).getvalue() == QUICK + b"1"
    assert client.post(make_address(), {"signed_off_by": ""}).status_code == 403
    assert "Make a report" not in text_of(client.get(at("reports")))
    assert IssuedReport.objects.count() == 1


@pytest.mark.parametrize("route", ["report", "report_pdf"])
def test_report_of_another_partnership_is_not_found(cast: Cast, coordinator: Client, quick: None, route: str) -> None:
    make(cast)
    make_evidence(cast.ours)
    make(cast)
    issue_report(cast.theirs, as_at=ON, signed_off_by="", actor=cast.stranger)
    stranger = signed_in(cast.stranger)
    assert stranger.get(at(route, 1)).status_code == 404
    assert stranger.get(at(route, 2, slug="otherton")).status_code == 404
    assert coordinator.get(at(route, 99)).status_code == 404


def test_empty_list_offers_the_first_step_to_who_may_take_it(cast: Cast, coordinator: Client) -> None:
    assert at("report_make") in coordinator.get(at("reports")).content.decode()
    viewer = text_of(signed_in(cast.viewer).get(at("reports")))
    assert "once a coordinator has issued one" in viewer


@pytest.mark.parametrize("number", [1, 10])
def test_list_takes_the_same_queries_however_long_it_is(
    cast: Cast, coordinator: Client, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    fields = {"as_at": ON, "issued_at": "2024-02-10T12:00Z", "facts": {}, "findings": [], "pdf": QUICK, "sha256": "0" * 64}
    for at_number in range(1, number + 1):
        IssuedReport.objects.create(partnership=cast.ours, number=at_number, issued_by_id=cast.coordinator.pk, **fields)
    with django_assert_num_queries(7) as queries:
        page = coordinator.get(at("reports"))
    assert text_of(page).count("10 February 2024, 12:00") == number
    listing = next(query["sql"] for query in queries.captured_queries if 'LENGTH("compliance_issuedreport"."pdf")' in query["sql"])
    assert '"compliance_issuedreport"."pdf",' not in listing
