"""The examples: what they hold, what follows from it, and that loading them harms nothing."""

import datetime
import io
import re

import pytest
import time_machine
from django.apps import apps
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from compliance.evaluate import evaluate
from compliance.examples import accounts, anyborough, barnet
from compliance.examples.anyborough_texts import BEFORE_CONSULTATION
from compliance.examples.barnet_texts import PAPER
from compliance.finding import Status
from compliance.load_facts import load_facts
from compliance.models import IssuedReport
from partnerships.audit.record import first_broken_entry
from partnerships.models import AuditEntry, Partnership, PoliceArea, RoleGrant, StoredFile, User
from partnerships.models.person import Role
from strategies.models import Strategy, Version
from svduty import clock
from svduty.text.differences import compare
from tests.cast import make_holder, make_partnership, make_version

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

PAPER_DAY = datetime.date(2024, 1, 16)
HOME_OFFICE = "seriousviolenceduty@homeoffice.gov.uk"


@pytest.fixture(autouse=True)
def _on_a_machine_of_ones_own(settings):
    settings.DEBUG = True


def load(*names: str, **options: bool) -> str:
    said = io.StringIO()
    call_command("load_example", *names, stdout=said, **{"without_report": True, **options})
    return said.getvalue()


def everything() -> dict[str, list[dict]]:
    """Every row of every table of ours."""
    labels = {"partnerships", "strategies", "compliance"}
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values())
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in labels
    }


def all_texts() -> list[str]:
    return [str(value) for rows in everything().values() for row in rows for value in row.values() if isinstance(value, str | list | dict)]


def statuses(slug: str, on: datetime.date) -> dict[str, Status]:
    """Requirement -> the worst of its current findings."""
    [facts] = load_facts([Partnership.objects.get(slug=slug)])
    worst: dict[str, Status] = {}
    for finding in evaluate(facts, on):
        if finding.current:
            worst[finding.code] = min(worst.get(finding.code, finding.status), finding.status, key=lambda status: status.rank)
    return worst


# Loading


def test_loading_twice_changes_nothing():
    load()
    before = everything()
    said = load()
    assert everything() == before
    assert said.count("already here, left as it is") == 2


def test_it_says_what_it_does_and_how_to_sign_in():
    said = load()
    for words in ["Barnet Safer Communities Partnership: loading", "evidence", accounts.PASS_PHRASE, "http://127.0.0.1:8000"]:
        assert words in said


def test_one_example_can_be_loaded_alone():
    load("barnet")
    assert [partnership.slug for partnership in Partnership.objects.all()] == ["barnet"]
    load("anyborough")
    assert Partnership.objects.count() == 2


def test_sign_ins_alone_load_nothing():
    assert "no demonstration accounts yet" in load(sign_ins=True)
    assert not Partnership.objects.exists()
    load("anyborough")
    assert "viewer@anyborough.example" in load(sign_ins=True)


def test_an_unknown_example_is_refused_with_the_names_there_are():
    with pytest.raises(CommandError, match=r"no example called utopia\. Choose from: barnet, anyborough\."):
        load("utopia")
    assert not Partnership.objects.exists()


def test_where_debug_is_off_nothing_is_loaded(settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="refused here"):
        load()
    assert not Partnership.objects.exists()
    assert not User.objects.exists()


def test_a_third_partnership_is_not_touched():
    theirs, area = make_partnership("otherton", "Otherton Safety Board", PoliceArea.objects.create(name="Anyshire"))
    make_holder(theirs, area)
    make_version(theirs, area)
    before = everything()
    load()
    after = everything()
    for label, rows in before.items():
        still = {tuple(map(repr, row.items())) for row in after[label]}
        assert all(tuple(map(repr, row.items())) in still for row in rows), label
    assert not AuditEntry.objects.filter(partnership=theirs).exists()
    assert not RoleGrant.objects.filter(partnership=theirs).exists()


def test_a_partnership_of_ones_own_with_the_same_short_name_is_left_as_it_is():
    make_partnership("anyborough", "Our own Anyborough", PoliceArea.objects.create(name="Ours"))
    before = everything()
    load("anyborough")
    assert everything() == before


def test_an_example_is_loaded_wholly_or_not_at_all(monkeypatch):
    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr(anyborough, "add_evidence", fail)
    before = everything()
    with pytest.raises(RuntimeError):
        load("anyborough")
    assert everything() == before


def test_a_role_that_was_ended_is_not_given_again():
    load("barnet")
    RoleGrant.objects.filter(role=Role.ADMINISTRATOR).update(ended_on=clock.today())
    load("anyborough")
    assert RoleGrant.objects.filter(role=Role.ADMINISTRATOR).count() == 1


def test_each_demonstration_account_signs_in_and_holds_its_role():
    load()
    for role, (address, _, _) in accounts.ACCOUNTS.items():
        person = authenticate(username=address, password=accounts.PASS_PHRASE)
        assert person is not None
        assert {grant.role for grant in person.grants.all()} == {role}
    opened = RoleGrant.objects.filter(role=Role.COORDINATOR).values_list("partnership__slug", flat=True)
    assert set(opened) == {"barnet", "anyborough"}
    assert RoleGrant.objects.filter(role=Role.OVERSEER).count() == 2


def test_the_audit_chains_are_whole():
    load()
    for partnership in [None, *Partnership.objects.all()]:
        assert first_broken_entry(partnership) is None


# Barnet


def test_barnets_findings_on_the_day_of_its_paper():
    """Worked out by hand from the paper and the law."""
    load("barnet")
    assert statuses("barnet", PAPER_DAY) == {
        "SVD-PART-01": Status.NOT_MET,  # no health body is named
        "SVD-PART-03": Status.CANNOT_TELL,  # one partnership acts for all; when that was agreed is not said
        "SVD-DEF-01": Status.CANNOT_TELL,  # no word on the four factors
        "SVD-DEF-02": Status.MET,  # 1.3.1 names all four kinds and leaves terrorism out
        "SVD-DEF-03": Status.CANNOT_TELL,  # the wording is there, not who agreed it or when
        "SVD-STR-01": Status.MET,
        "SVD-STR-03": Status.DUE_LATER,  # not published yet
        "SVD-PUB-01": Status.DUE_SOON,  # 31 January 2024, in 15 days
        "SVD-PUB-02": Status.DUE_SOON,
        "SVD-PUB-03": Status.DUE_LATER,  # the seven days have not begun
        "SVD-PUB-04": Status.NOT_APPLICABLE,
        "SVD-PUB-05": Status.NOT_APPLICABLE,
    }
    [facts] = load_facts([Partnership.objects.get(slug="barnet")])
    [published] = [finding for finding in evaluate(facts, PAPER_DAY) if finding.code == "SVD-PUB-01"]
    assert published.due is not None
    assert published.due.on == datetime.date(2024, 1, 31)


def test_barnet_is_never_called_overdue_after_its_paper():
    load("barnet")
    for on in [datetime.date(2024, 2, 1), datetime.date(2026, 11, 22)]:
        found = statuses("barnet", on)
        assert found["SVD-PUB-01"] == found["SVD-PUB-03"] == Status.NOT_HELD
        assert Status.OVERDUE not in found.values()


def test_every_record_of_barnet_says_where_in_the_paper_it_stands():
    load("barnet")
    partnership = Partnership.objects.get(slug="barnet")
    for entry in AuditEntry.objects.filter(event="example.loaded").exclude(target_kind="rolegrant"):
        assert re.match(rf"{PAPER}, (Summary|paragraph \d)", entry.comment), entry.target_label
    entered = set(AuditEntry.objects.filter(partnership=partnership).values_list("target_kind", "target_pk"))
    for strategy in partnership.strategies.all():
        parts = [strategy, *strategy.sections.all(), *strategy.versions.all()]
        assert {(part._meta.model_name, part.pk) for part in parts} <= entered
    for holder in partnership.duty_holders.all():
        assert holder.note.startswith(PAPER)
    assert partnership.leads.get().reference.startswith(PAPER)
    assert partnership.definitions.get().source.startswith(PAPER)
    assert PAPER.removeprefix("Cabinet paper of ") in partnership.source


def test_what_barnets_paper_leaves_out_stays_empty():
    load("barnet")
    partnership = Partnership.objects.get(slug="barnet")
    assert {(holder.senior_lead, holder.deputy, holder.starts) for holder in partnership.duty_holders.all()} == {("", "", None)}
    assert not partnership.duty_holders.filter(capacity__code="health").exists()
    version = Version.objects.get(strategy__partnership=partnership)
    for happenings in [version.publications, version.submissions, version.approvals, version.sensitivity_checks]:
        assert not happenings.exists()
    assert partnership.leads.get().agreed_on is None
    assert (partnership.records_from, partnership.records_to) == (barnet.DUTY_BEGAN, PAPER_DAY)


def test_no_person_and_no_address_but_the_demonstration_ones_stands_in_the_database():
    load()
    addresses = {found.rstrip(".") for text in all_texts() for found in re.findall(r"\S+@\S+", text)}
    assert {address for address in addresses if not address.endswith(".example")} == {HOME_OFFICE}
    assert not [text for text in all_texts() if "councillor" in text.lower()]


# Anyborough

LOAD_DAYS = ["2026-11-22", "2026-12-31", "2027-01-01", "2028-02-29"]


@pytest.mark.parametrize("day", LOAD_DAYS)
def test_on_any_day_anyborough_shows_duties_in_every_state(day):
    with time_machine.travel(f"{day} 12:00", tick=False):
        load("anyborough")
    on = datetime.date.fromisoformat(day)
    assert statuses("anyborough", on) == {
        "SVD-PART-01": Status.NOT_MET,  # the health body ended, its successor is not recorded
        "SVD-PART-03": Status.MET,
        "SVD-DEF-01": Status.CANNOT_TELL,  # no word on how one factor was considered
        "SVD-DEF-02": Status.MET,
        "SVD-DEF-03": Status.MET,
        "SVD-STR-01": Status.MET,
        "SVD-STR-03": Status.MET_LATE,  # checked the day after publication
        "SVD-PUB-01": Status.MET,
        "SVD-PUB-02": Status.DUE_SOON,  # 28 days from approval, our local target
        "SVD-PUB-03": Status.OVERDUE,  # sent only to the policing body
        "SVD-PUB-04": Status.NOT_APPLICABLE,
        "SVD-PUB-05": Status.NOT_APPLICABLE,
    }
    [facts] = load_facts([Partnership.objects.get(slug="anyborough")])
    findings = evaluate(facts, on)
    [overdue] = [finding for finding in findings if finding.status == Status.OVERDUE]
    assert overdue.due is not None
    assert overdue.due.on == on - datetime.timedelta(days=2)
    past = {finding.code: finding for finding in findings if not finding.current}
    assert {code: finding.status for code, finding in past.items()} == {
        "SVD-STR-03": Status.MET,
        "SVD-PUB-01": Status.MET,
        "SVD-PUB-02": Status.MET,
        "SVD-PUB-03": Status.MET_LATE,
    }
    assert past["SVD-PUB-03"].late_by == 2


def test_anyboroughs_other_pages_have_something_to_show():
    load("anyborough")
    partnership = Partnership.objects.get(slug="anyborough")
    assert partnership.invented
    assert {"local-authority", "county-council"} <= set(partnership.duty_holders.values_list("capacity__code", flat=True))
    assert any(holder.ends and holder.ends.earliest > clock.today() for holder in partnership.duty_holders.all())
    assert partnership.definitions.count() == 2
    assert partnership.evidence.filter(withdrawn_on__isnull=True).values("requirement").distinct().count() >= 4
    assert partnership.evidence.filter(withdrawn_on__isnull=False).count() == 1
    assert partnership.responses.count() == 1
    names = set(StoredFile.objects.filter(partnership=partnership).values_list("content_type", flat=True))
    assert {"application/pdf", "text/csv"} <= names


def test_anyboroughs_two_versions_and_its_draft_differ_where_they_should():
    load("anyborough")
    strategy = Strategy.objects.get(follows__isnull=False)
    consulted_on, published = (
        {part["heading"]: part["text"] for part in version.sections} for version in strategy.versions.order_by("number")
    )
    draft = {section.heading: section.text for section in strategy.sections.all()}
    assert set(published) - set(consulted_on) == {"Sharing information"}
    changed = {heading for heading in consulted_on if consulted_on[heading] != published[heading]}
    assert len(changed) == 4
    assert {heading for heading in published if published[heading] != draft[heading]} == {
        "Schools, colleges and the secure estate",
        "Measuring progress and review",
    }
    for heading, replaced in BEFORE_CONSULTATION.items():
        assert all(words in published[heading] for words, _ in replaced)
    assert compare(consulted_on["Our priorities"], published["Our priorities"])
    assert all(len(text.split()) >= 149 for text in published.values())


def test_every_file_of_anyborough_can_be_read_back():
    load("anyborough")
    for stored in StoredFile.objects.all():
        with stored.content.open() as file:
            assert len(file.read()) == stored.size


def test_anyboroughs_report_is_issued_once():
    load("anyborough", without_report=False)
    load("anyborough", without_report=False)
    report = IssuedReport.objects.get()
    assert (report.number, report.signed_off_by) == (1, "Chair of the board")
    assert bytes(report.pdf).startswith(b"%PDF")
