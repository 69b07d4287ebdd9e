"""Assurance statements and reports to committees: composed from the records, edited by people, taken away."""

import io
import re
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from docx import Document

from compliance.requirements import CATALOGUE
from compliance.statements.proposal import proposal
from partnerships.audit.record import record
from partnerships.models import AuditEntry, Board
from partnerships.models.person import Role
from strategies.models import Action, AssuranceStatement, CommitteeReport, FundingLine, FundingStream, Risk
from tests.cast import Cast, day, make_holder, make_version
from tests.compliance.pages import last_event, signed_in, text_of

HOSTILE = ["<script>alert(1)</script>", "[a](javascript:alert(1)) | <img src=x onerror=alert(1)>", "# **_`x`_** ``` ~~~ |"]
FAMILIES = [f"## {requirement.family}" for requirement in CATALOGUE]


def at(route: str, *args: int | str) -> str:
    return reverse(route, args=["anyborough", *args])


@pytest.fixture
def coordinator(cast: Cast) -> Client:
    return signed_in(cast.coordinator)


@pytest.fixture
def statement(cast: Cast) -> AssuranceStatement:
    return AssuranceStatement.objects.create(partnership=cast.ours, year=2024, due=day("2024-21"))


@pytest.fixture
def report(cast: Cast) -> CommitteeReport:
    return CommitteeReport.objects.create(partnership=cast.ours, title="Yearly report", committee="Crime Committee")


def compose(client: Client, found: Any, *, as_at: str = "1 5 2024", choice: str = "merge") -> Any:
    """As a person does it: look at what would be put in, then put that in."""
    address = at(f"{found.record_kind()}_compose", found.pk) + f"?as_at={as_at}"
    page = client.get(address)
    proposed, seen = page.context["proposed"], page.context["found"].version
    return client.post(address, {"seen_version": seen, "seal": proposed.seal, "choice": choice})


def test_statement_tells_each_duty_by_family_as_at_the_day(coordinator: Client, statement: AssuranceStatement) -> None:
    assert compose(coordinator, statement).status_code == 302
    statement.refresh_from_db()
    assert (str(statement.as_at), statement.version, last_event().event) == ("2024-05-01", 2, "assurancestatement.changed")
    assert "stood so on 1 May 2024 (Wednesday)" in statement.text
    found = [line for line in statement.text.splitlines() if line in FAMILIES]
    assert found == [family for family in dict.fromkeys(FAMILIES) if family in found]
    assert len(found) > 4
    for paragraph in (line for line in statement.text.splitlines() if line.startswith("**")):
        assert re.search(r"(Next[^.]*: .+\(.+\)\.|Next[^.]*\.|Nothing is to be done now\.)$", paragraph), paragraph


def test_looking_at_what_would_be_composed_writes_nothing(coordinator: Client, statement: AssuranceStatement) -> None:
    coordinator.get(at("assurancestatement_compose", statement.pk))
    statement.refresh_from_db()
    assert (statement.text, statement.version, AuditEntry.objects.count()) == ("", 1, 0)


def test_composing_again_puts_in_what_is_new_and_keeps_what_people_wrote(
    coordinator: Client, cast: Cast, statement: AssuranceStatement
) -> None:
    compose(coordinator, statement)
    statement.refresh_from_db()
    mine = statement.text.replace("## Where we stand", "## Where we stand\n\nA hard year, well carried.")
    told = {"seen_version": statement.version, "text": mine}
    assert coordinator.post(at("assurancestatement_text", statement.pk), told).status_code == 302
    make_holder(cast.ours, cast.area, "police", name="Anyshire Police")
    make_version(cast.ours, cast.area, title="Strategy of the year")
    compose(coordinator, statement, as_at="2 6 2024")
    statement.refresh_from_db()
    assert "A hard year, well carried." in statement.text
    assert "2 June 2024" in statement.text
    assert "stood so on 1 May 2024" not in statement.text


def test_beginning_anew_takes_own_words_away_only_when_that_is_chosen(coordinator: Client, statement: AssuranceStatement) -> None:
    AssuranceStatement.objects.update(text="All by hand.")
    page = coordinator.get(at("assurancestatement_compose", statement.pk) + "?as_at=1 5 2024")
    assert "written by hand" in text_of(page)
    compose(coordinator, statement)
    statement.refresh_from_db()
    assert "All by hand." in statement.text
    compose(coordinator, statement, as_at="2 5 2024", choice="anew")
    statement.refresh_from_db()
    assert "All by hand." not in statement.text


def test_nobody_puts_in_what_they_have_not_seen(coordinator: Client, cast: Cast, statement: AssuranceStatement) -> None:
    address = at("assurancestatement_compose", statement.pk) + "?as_at=1 5 2024"
    page = coordinator.get(address)
    told = {"seen_version": 1, "seal": page.context["proposed"].seal, "choice": "merge"}
    make_holder(cast.ours, cast.area, "police")
    record("dutyholder.added", actor=None, partnership=cast.ours)
    assert coordinator.post(address, told).status_code == 409
    statement.refresh_from_db()
    assert statement.text == ""
    AssuranceStatement.objects.update(version=5)
    fresh = coordinator.get(address).context["proposed"].seal
    assert coordinator.post(address, {**told, "seal": fresh}).status_code == 409


@pytest.mark.parametrize("kind", ["assurancestatement", "committeereport"])
def test_who_edits_is_told_what_changed_in_the_records_since_it_was_drafted(
    cast: Cast, kind: str, statement: AssuranceStatement, report: CommitteeReport
) -> None:
    found: Any = statement if kind == "assurancestatement" else report
    with time_machine.travel("2024-06-03T10:00Z", tick=False):
        coordinator = signed_in(cast.coordinator)
        compose(coordinator, found)
        record("history.exported", actor=cast.coordinator, partnership=cast.ours)
        record("user.opened", actor=cast.coordinator, partnership=cast.ours, target=cast.viewer)
        assert "have changed since" not in text_of(coordinator.get(at(kind, found.pk)))
    holder = make_holder(cast.ours, cast.area, "police", name="Anyshire Police")
    for event in ("dutyholder.added", "dutyholder.changed"):
        record(event, actor=cast.coordinator, partnership=cast.ours, target=holder)
    coordinator = signed_in(cast.coordinator)
    page = coordinator.get(at(kind, found.pk))
    assert "The records have changed since this was drafted on 3 June 2024 (Monday): 2 entries." in text_of(page)
    assert at("record_history", "dutyholder", holder.pk) in page.content.decode()
    assert "?since=3+6+2024" in page.content.decode()
    assert "have changed since" not in text_of(signed_in(cast.people[Role.VIEWER]).get(at(kind, found.pk)))
    compose(coordinator, found, as_at="2 6 2024")
    assert "have changed since" not in text_of(coordinator.get(at(kind, found.pk)))


def test_day_to_come_composes_nothing(coordinator: Client, statement: AssuranceStatement) -> None:
    address = at("assurancestatement_compose", statement.pk) + "?as_at=1 5 2099"
    page = coordinator.get(address)
    assert "is still to come" in text_of(page)
    coordinator.post(address, {"seen_version": 1, "seal": page.context["proposed"].seal})
    statement.refresh_from_db()
    assert statement.text == ""


def test_two_writers_of_a_statement_lose_no_words(coordinator: Client, statement: AssuranceStatement) -> None:
    AssuranceStatement.objects.update(text="Theirs.", version=2)
    page = coordinator.post(at("assurancestatement_text", statement.pk), {"seen_version": "1", "text": "Mine."})
    assert page.status_code == 409
    assert "Theirs." in text_of(page)
    assert "Mine." in text_of(page)


def test_preview_shows_the_words_and_saves_none(coordinator: Client, statement: AssuranceStatement) -> None:
    page = coordinator.post(at("assurancestatement_text", statement.pk), {"seen_version": "1", "text": "**Bold** words", "preview": "1"})
    assert "<strong>Bold</strong> words" in page.content.decode()
    statement.refresh_from_db()
    assert statement.text == ""


@pytest.mark.parametrize("words", HOSTILE)
def test_words_are_shown_beside_the_text_while_they_are_typed_and_never_run(
    coordinator: Client, cast: Cast, statement: AssuranceStatement, words: str
) -> None:
    page = coordinator.get(at("assurancestatement_text", statement.pk)).content.decode()
    assert f'data-preview="{at("composed_preview")}"' in page
    assert "js/drafting" in page
    shown = coordinator.post(at("composed_preview"), {"text": f"**Bold** words\n\n{words}"}).content.decode()
    assert "<strong>Bold</strong> words" in shown
    assert not re.search(r"<script|<img|href=.javascript", shown)
    assert signed_in(cast.people[Role.VIEWER]).post(at("composed_preview"), {"text": words}).status_code == 403
    statement.refresh_from_db()
    assert statement.text == ""


def test_changing_an_approved_text_is_questioned(coordinator: Client, cast: Cast, statement: AssuranceStatement) -> None:
    board = Board.objects.create(partnership=cast.ours, name="Partnership Board")
    AssuranceStatement.objects.update(text="Agreed words.", approved_by=board, approved_on=day("2024-05-14"))
    page = coordinator.post(at("assurancestatement_text", statement.pk), {"seen_version": "1", "text": "Other words."})
    assert [caution.code for caution in page.context["form"].cautions] == ["approved"]


def test_approval_needs_its_board_and_its_day(coordinator: Client, cast: Cast, statement: AssuranceStatement) -> None:
    board = Board.objects.create(partnership=cast.ours, name="Partnership Board")
    told = {"seen_version": "1", "year": "2024", "due": "Spring 2024"}
    assert (
        "approved_on"
        in coordinator.post(at("assurancestatement_change", statement.pk), {**told, "approved_by": board.pk}).context["form"].errors
    )
    whole = {**told, "approved_by": board.pk, "approved_on": "14 5 2024", "cautions_seen": "no-text"}
    assert coordinator.post(at("assurancestatement_change", statement.pk), whole).status_code == 302
    assert "Approved" in text_of(coordinator.get(at("assurancestatements")))


def test_second_statement_of_a_year_is_refused(coordinator: Client, statement: AssuranceStatement) -> None:
    page = coordinator.post(at("assurancestatement_add"), {"year": "2024", "due": "May 2024"})
    assert "A statement for this year is already recorded." in text_of(page)


def test_report_has_the_parts_that_councils_use_in_their_order(coordinator: Client, cast: Cast, report: CommitteeReport) -> None:
    make_version(cast.ours, cast.area, title="Serious Violence Strategy")
    Action.objects.create(partnership=cast.ours, title="Meet | greet", due=day("2024-03"))
    stream = FundingStream.objects.create(partnership=cast.ours, name="Duty grant")
    FundingLine.objects.create(stream=stream, kind="award", year=2023, amount="392139.87")
    budget = FundingStream.objects.create(partnership=cast.ours, name="Budget", may_carry_over=True)
    for kind, year, amount in (("award", 2021, "10.00"), ("spend", 2021, "8.50"), ("award", 2022, "20.00"), ("spend", 2022, "21.00")):
        FundingLine.objects.create(stream=budget, kind=kind, year=year, amount=amount)
    Risk.objects.create(partnership=cast.ours, title="Staff leave", likelihood=4, impact=3)
    compose(coordinator, report)
    report.refresh_from_db()
    headings = re.findall(r"(?m)^## (.+)$", report.text)
    assert headings == [
        "Purpose",
        "Recommendations",
        "Background",
        "Where each duty stands",
        "Actions",
        "Money",
        "Consultation",
        "Legal implications",
        "Financial implications",
        "Equalities",
        "Risks",
        "Background papers",
    ]
    assert "| 2022/23 | £20.00 | £1.50 | £0.00 | £21.00 | £0.50 |" in report.text
    for words in ("£392,139.87", "12 (4 x 3)", "Serious Violence Strategy", r"Meet \| greet"):
        assert words in report.text
    assert "Meet | greet" in text_of(coordinator.get(at("committeereport", report.pk)))


@pytest.mark.parametrize("kind", ["assurancestatement", "committeereport"])
def test_text_is_taken_away_as_word_by_whoever_reads(cast: Cast, kind: str, statement: AssuranceStatement, report: CommitteeReport) -> None:
    found: Any = statement if kind == "assurancestatement" else report
    viewer = signed_in(cast.people[Role.VIEWER])
    assert viewer.get(at(f"{kind}_word", found.pk)).status_code == 404
    type(found).objects.update(text="Before.\n\n## One\n\nWords.\n\n## Two\n\nMore.")
    answer = viewer.get(at(f"{kind}_word", found.pk))
    paragraphs = [one.text for one in Document(io.BytesIO(b"".join(answer))).paragraphs]
    for words in ("Before.", "One", "Words.", "Two", "More."):
        assert words in paragraphs


@pytest.mark.slow
def test_pdf_is_made_once_and_anew_when_the_words_change(coordinator: Client, statement: AssuranceStatement) -> None:
    AssuranceStatement.objects.update(text="## One\n\nWords.")
    for _ in range(2):
        coordinator.post(at("assurancestatement_pdf", statement.pk))
    statement.refresh_from_db()
    assert statement.paper
    with statement.paper.content.open("rb") as kept:
        assert kept.read().startswith(b"%PDF")
    first = statement.paper_id
    assert f"/files/{first}/" in coordinator.get(at("assurancestatement", statement.pk)).content.decode()
    AssuranceStatement.objects.update(text="## One\n\nOther words.")
    assert coordinator.get(at("assurancestatement", statement.pk)).context["paper"] is None
    coordinator.post(at("assurancestatement_pdf", statement.pk))
    statement.refresh_from_db()
    assert statement.paper_id != first
    page = coordinator.get(at("assurancestatement", statement.pk))
    assert [paper.pk for paper in page.context["earlier"]] == [first]
    now, _, before = page.content.decode().partition("Made earlier:")
    assert f"/files/{statement.paper_id}/" in now
    assert f"/files/{first}/" in before
    assert "PDF of " in before


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_of_records_do_no_harm_in_a_composed_text(
    coordinator: Client, cast: Cast, report: CommitteeReport, words: str
) -> None:
    Action.objects.create(partnership=cast.ours, title=words, due=day("2024-03"))
    CommitteeReport.objects.update(committee=words)
    compose(coordinator, report)
    page = coordinator.get(at("committeereport", report.pk))
    assert page.status_code == 200
    assert not re.search(r"<script>alert|<img|href=.javascript", page.content.decode())
    assert words in text_of(page)
    assert coordinator.get(at("committeereport_word", report.pk)).status_code == 200


def test_place_that_both_changed_keeps_both_wordings() -> None:
    proposed = proposal("It is late, and we know why.", "It is late.", "It is met.")
    assert proposed.clashes == 1
    assert "It is met." in proposed.merged
    assert "we know why" in proposed.merged
