"""Scrutiny: meetings, reports with their reply, requests with their answer."""

import datetime

import pytest
import time_machine
from django.test import Client

from partnerships.models import AuditEntry, Organisation, RoleGrant
from partnerships.models.person import Role
from strategies.models import ScrutinyMeeting, ScrutinyReport, ScrutinyRequest
from svduty import dates
from tests.cast import Cast, day, make_holder
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, last_event, text_of


@pytest.fixture
def council(cast: Cast) -> Organisation:
    body = make_holder(cast.ours, cast.area, name="Anyborough Council").organisation
    body.kind = "council"
    body.save()
    return body


@pytest.fixture
def report(cast: Cast, council: Organisation) -> ScrutinyReport:
    return ScrutinyReport.objects.create(
        partnership=cast.ours, council=council, title="Knives at school", dated=day("2024-02-01"), asked_of=council
    )


def test_meeting_that_comes_back_in_a_month_is_taken_to_mean_its_last_day(coordinator: Client, council: Organisation) -> None:
    told = {"council": council.pk, "held_on": "16 1 2024", "functions": "on", "next_on": "January 2025", "about": "The duty"}
    for _ in range(2):
        page = coordinator.post(at("scrutinymeeting_add"), told, follow=True)
    meeting = ScrutinyMeeting.objects.get()
    assert meeting.next_on
    assert dates.say_short(meeting.next_on.latest) == "31 January 2025"
    assert "January 2025, so by 31 January 2025" in text_of(page)
    assert (AuditEntry.objects.count(), last_event().event) == (1, "scrutinymeeting.added")


def test_form_begins_with_the_council_and_committee_that_are_known(coordinator: Client, cast: Cast, council: Organisation) -> None:
    ScrutinyMeeting.objects.create(partnership=cast.ours, council=council, committee="Crime Committee", held_on=day("2024-01-16"))
    form = coordinator.get(at("scrutinyreport_add")).context["form"]
    assert (form["council"].value(), form["committee"].value()) == (council.pk, "Crime Committee")


def test_duty_leads_to_the_form_with_its_council_chosen_and_nonsense_chooses_nothing(coordinator: Client, council: Organisation) -> None:
    form = coordinator.get(at("scrutinymeeting_add") + f"?council={council.pk}").context["form"]
    assert str(form["council"].value()) == str(council.pk)
    assert coordinator.get(at("scrutinymeeting_add") + "?council=nonsense").status_code == 200


@pytest.mark.parametrize(
    ("changed", "asked"),
    [({}, []), ({"functions": ""}, ["no-functions"])],
)
def test_meeting_that_does_not_count_is_kept_after_a_question(
    coordinator: Client, council: Organisation, changed: dict[str, str], asked: list[str]
) -> None:
    told = {"council": council.pk, "held_on": "16 1 2024", "functions": "on", **changed}
    if not told["functions"]:
        del told["functions"]
    page = coordinator.post(at("scrutinymeeting_add"), told)
    assert page.status_code == (200 if asked else 302)
    if asked:
        assert [caution.code for caution in page.context["form"].cautions] == asked
        assert coordinator.post(at("scrutinymeeting_add"), {**told, "cautions_seen": " ".join(asked)}).status_code == 302
    assert ScrutinyMeeting.objects.get().functions is not bool(asked)


def test_only_councils_are_offered_and_one_that_the_register_calls_otherwise_since_is_questioned(
    coordinator: Client, cast: Cast, council: Organisation
) -> None:
    police = make_holder(cast.ours, cast.area, "police").organisation
    elsewhere = make_holder(cast.theirs, cast.area, name="Far Council").organisation
    Organisation.objects.filter(pk=elsewhere.pk).update(kind="council", partnership=None)
    told = {"held_on": "16 1 2024", "functions": "on"}
    form = coordinator.get(at("scrutinymeeting_add")).context["form"]
    assert list(form.fields["council"].queryset) == [council]
    for other in (police, elsewhere):
        assert "council" in coordinator.post(at("scrutinymeeting_add"), {**told, "council": other.pk}).context["form"].errors
    kept = ScrutinyMeeting.objects.create(partnership=cast.ours, council=police, held_on=day("2024-01-16"))
    page = coordinator.post(at("scrutinymeeting_change", kept.pk), {**told, "council": police.pk, "seen_version": 1})
    assert [caution.code for caution in page.context["form"].cautions] == ["no-council"]


def test_where_no_body_is_recorded_as_a_council_any_may_be_chosen_after_a_question(
    coordinator: Client, cast: Cast, council: Organisation
) -> None:
    Organisation.objects.filter(pk=council.pk).update(kind="other")
    told = {"council": council.pk, "held_on": "16 1 2024", "functions": "on"}
    page = coordinator.post(at("scrutinymeeting_add"), told)
    assert [caution.code for caution in page.context["form"].cautions] == ["no-council"]
    assert coordinator.post(at("scrutinymeeting_add"), {**told, "cautions_seen": "no-council"}).status_code == 302


def test_body_that_was_asked_records_its_reply_and_no_other_body_does(cast: Cast, report: ScrutinyReport) -> None:
    contributor = signed_in(cast.people[Role.CONTRIBUTOR])
    reply = {"seen_version": report.version, "replied_on": "24 2 2024", "reply": "All agreed."}
    assert contributor.get(at("scrutinyreport_reply", report.pk)).status_code == 403
    assert contributor.post(at("scrutinyreport_reply", report.pk), reply).status_code == 403
    RoleGrant.objects.filter(user=cast.people[Role.CONTRIBUTOR]).update(body=report.asked_of)
    assert contributor.post(at("scrutinyreport_reply", report.pk), reply).status_code == 302
    report.refresh_from_db()
    assert (str(report.replied_on), report.reply) == ("24 February 2024", "All agreed.")


def test_report_that_asks_nobody_is_answered_by_nobody_but_a_coordinator(cast: Cast, report: ScrutinyReport) -> None:
    ScrutinyReport.objects.update(asked_of=None)
    assert signed_in(cast.people[Role.CONTRIBUTOR]).get(at("scrutinyreport_reply", report.pk)).status_code == 403
    assert signed_in(cast.coordinator).get(at("scrutinyreport_reply", report.pk)).status_code == 200


def test_reply_before_the_report_is_refused(coordinator: Client, report: ScrutinyReport) -> None:
    told = {"seen_version": report.version, "replied_on": "31 1 2024", "reply": "Agreed."}
    assert "cannot have been answered on 31 January 2024" in text_of(coordinator.post(at("scrutinyreport_reply", report.pk), told))


def test_answer_taken_back_leaves_the_request_waiting(coordinator: Client, cast: Cast, council: Organisation) -> None:
    found = ScrutinyRequest.objects.create(
        partnership=cast.ours, council=council, about="Figures", asked_on=day("2024-02-02"), answered_on=day("2024-02-09"), answer="Given."
    )
    told = {"seen_version": found.version, "answered_on": "", "answer": ""}
    assert coordinator.post(at("scrutinyrequest_answer", found.pk), told).status_code == 302
    assert "Waiting" in text_of(coordinator.get(at("scrutiny")))


def test_withdrawn_report_stays_listed_and_cannot_be_answered(coordinator: Client, report: ScrutinyReport) -> None:
    told = {"seen_version": report.version, "reason": "Of another council"}
    assert coordinator.post(at("scrutinyreport_withdraw", report.pk), told).status_code == 302
    assert '<strong class="govuk-tag govuk-tag--grey">Withdrawn</strong> Of another council' in text_of(coordinator.get(at("scrutiny")))
    assert coordinator.get(at("scrutinyreport_reply", report.pk)).status_code == 404
    assert "Record the reply" not in text_of(coordinator.get(at("scrutinyreport", report.pk)))


def test_list_and_page_of_a_report_count_the_days_to_its_last(coordinator: Client, report: ScrutinyReport) -> None:
    with time_machine.travel(datetime.datetime(2024, 2, 23, 12, tzinfo=datetime.UTC), tick=False):
        for address in (at("scrutiny"), at("scrutinyreport", report.pk)):
            page = text_of(coordinator.get(address))
            assert "29 February 2024 (Thursday)" in page
            assert "in 6 days" in page
            assert "Due soon" in page


def test_scrutiny_page_says_of_each_council_by_when_its_committee_meets(coordinator: Client, cast: Cast, council: Organisation) -> None:
    ScrutinyMeeting.objects.create(partnership=cast.ours, council=council, held_on=day("2024-02-29"))
    with time_machine.travel(datetime.datetime(2025, 3, 1, 12, tzinfo=datetime.UTC), tick=False):
        page = coordinator.get(at("scrutiny"))
    [row] = page.context["councils"]
    assert (row.finding.subject, str(row.finding.due.on), row.degree) == ("Anyborough Council", "2025-02-28", "by 1 day")
