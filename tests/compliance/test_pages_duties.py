"""The list of duties, and one duty."""

import pytest
from django.core.cache import cache
from django.test import Client

from compliance.models import RequirementWording
from compliance.requirements import BY_CODE, CATALOGUE
from partnerships.models import DutyHolder
from strategies.models import Action, Publication
from tests.cast import Cast, day, make_holder
from tests.compliance.pages import at, make_evidence, make_response, make_sending, published, signed_in, text_of


@pytest.fixture
def coordinator(cast: Cast) -> Client:
    return signed_in(cast.coordinator)


@pytest.fixture(autouse=True)
def _two_days_late(time_machine):
    time_machine.move_to("2024-02-08 09:00")


def codes(response) -> list[str]:
    return [row.headline.code for _, rows in response.context["families"] for row in rows]


def test_every_duty_is_listed_once_with_those_that_do_not_apply_at_the_end(cast, coordinator):
    published(cast)
    response = coordinator.get(at("duties"))
    not_applicable = [row.headline.code for row in response.context["not_applicable"]]
    assert not_applicable == [
        *("SVD-CONS-04", "SVD-PUB-04", "SVD-PUB-05", "SVD-REV-03", "SVD-IMP-02", "SVD-LPB-01"),
        *("SVD-SCRU-02", "SVD-FUND-01", "SVD-FUND-02", "SVD-MON-03", "SVD-OWHR-01"),
    ]
    assert sorted(codes(response) + not_applicable) == sorted(requirement.code for requirement in CATALOGUE)
    assert "Wales: in both languages : No area of this partnership is in Wales." in text_of(response)


def test_a_row_says_status_duty_subject_and_date(cast, coordinator):
    published(cast)
    page = text_of(coordinator.get(at("duties")))
    assert "Overdue Sent to the Home Office Serious Violence Strategy, version 1 6 February 2024 (Tuesday) 2 days ago Statutory" in page


def test_list_and_page_name_the_strength_of_the_same_answer_and_the_page_that_of_the_duty(cast, coordinator):
    strategy, body = published(cast).strategy, DutyHolder.objects.filter(partnership=cast.ours)[0].organisation
    for title, due in (("Lights", "2023-06-01"), ("Mentors", "2024-12-01")):
        Action.objects.create(partnership=cast.ours, title=title, due=day(due), owner=body)
    cache.clear()
    assert "Overdue Actions with owners Lights, of 3 1 June 2023" in text_of(coordinator.get(at("duties")))
    said = "The duty is statutory. This answer is local: it rests on a rule of our own or of the bodies."
    worst = text_of(coordinator.get(at("duty", "SVD-IMP-01")))
    assert "Local here Lights" in worst
    assert said in worst
    whole = text_of(coordinator.get(at("duty", "SVD-IMP-01", subject=f"strategy:{strategy.pk}")))
    assert "Statutory Serious Violence Strategy" in whole
    assert said not in whole


def test_homicide_reviews_that_do_not_apply_say_who_switches_them_on_and_where(cast, coordinator):
    page = coordinator.get(at("duty", "SVD-OWHR-01"))
    assert "Where they do, a coordinator says so among the partnership's details." in text_of(page)
    assert f'class="govuk-link" href="{at("partnership_change")}"' in page.content.decode()
    assert at("partnership_change") not in text_of(signed_in(cast.viewer).get(at("duty", "SVD-OWHR-01")))


GUIDANCE = {"SVD-PART-03", "SVD-PART-04", "SVD-DEF-03", "SVD-SNA-03", "SVD-STR-02", "SVD-REV-02", "SVD-INFO-01", "SVD-MON-01"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"status": "OVERDUE"}, {"SVD-STR-03", "SVD-STR-05", "SVD-PUB-02", "SVD-PUB-03", "SVD-SCRU-01"}),
        ({"strength": "guidance"}, GUIDANCE),
        ({"status": "OVERDUE", "strength": "guidance"}, set()),
    ],
)
def test_list_is_narrowed_by_what_was_chosen(cast, coordinator, query, expected):
    published(cast)
    response = coordinator.get(at("duties", **query))
    assert set(codes(response)) == expected
    assert "Show everything" in text_of(response)


def test_what_wants_action_is_everything_but_what_is_settled(cast, coordinator):
    published(cast)
    action = set(codes(coordinator.get(at("duties", status="action"))))
    assert action == set(codes(coordinator.get(at("duties")))) - {"SVD-STR-01", "SVD-PUB-01", "SVD-SNA-03", "SVD-REV-02"}
    assert set(codes(coordinator.get(at("duties", who="Coordinator")))) == action | {"SVD-SNA-03", "SVD-REV-02"}


@pytest.mark.parametrize("query", [{"status": "WONDERFUL"}, {"strength": "<b>"}, {"who": "Nobody"}, {"status": ""}])
def test_a_choice_that_does_not_exist_is_as_if_it_had_not_been_made(cast, coordinator, query):
    assert len(codes(coordinator.get(at("duties", **query)))) == len(codes(coordinator.get(at("duties"))))


def test_when_nothing_fits_the_page_says_so_and_leads_back(cast, coordinator):
    response = coordinator.get(at("duties", status="MET_LATE"))
    assert "No duty fits this choice" in text_of(response)


def test_the_day_is_kept_with_the_choice_and_the_choice_with_the_day(cast, coordinator):
    body = coordinator.get(at("duties", status="MET", as_at="2024-02-01")).content.decode()
    assert '<input type="hidden" name="status" value="MET">' in body
    assert 'name="as_at" value="2024-02-01"' in body


def test_one_duty_says_why_by_which_law_and_how_the_date_was_worked_out(cast, coordinator):
    version = published(cast)
    response = coordinator.get(at("duty", "SVD-PUB-03"))
    page = text_of(response)
    for sentence in (
        "Overdue by 2 days",
        "Serious Violence Strategy, version 1 was first published on 31 January 2024 (Wednesday).",
        "regs 4(2) and 5(2)",
        "7 days counting 31 January 2024, the day of first publication, as the first",
        "The Regulations do not say which day counts when the website and the other form differ. The earliest is used here",
        "Record the sending",
    ):
        assert sentence in page
    body = response.content.decode()
    assert at("version", version.pk) in body
    assert at("submission_add", version.pk) in body


def test_note_on_the_earliest_day_stands_only_where_the_seven_days_are(cast, coordinator):
    published(cast)
    assert "The Regulations do not say" not in text_of(coordinator.get(at("duty", "SVD-PUB-01")))


def test_viewer_reads_everything_and_is_offered_nothing_to_change(cast):
    version = published(cast)
    sending, evidence, response = make_sending(version, on="2024-02-07"), make_evidence(cast.ours), make_response(cast.ours)
    page = signed_in(cast.viewer).get(at("duty", "SVD-PUB-03"))
    text, body = text_of(page), page.content.decode()
    assert "met late" in text.lower()
    for words in ("Sent 7 February 2024", "Receipt"):
        assert words in text
    for address in (
        at("submission_change", sending.pk),
        at("evidence_add", "SVD-PUB-03"),
        at("evidence_change", evidence.pk),
        at("response_add", "SVD-PUB-03"),
        at("response_change", response.pk),
    ):
        assert address not in body


def test_contributor_is_offered_evidence_but_no_response(cast):
    published(cast)
    body = signed_in(cast.people["contributor"]).get(at("duty", "SVD-PUB-03")).content.decode()
    assert at("evidence_add", "SVD-PUB-03") in body
    assert at("response_add", "SVD-PUB-03") not in body


def test_each_version_has_its_own_answer_and_an_earlier_one_is_history(cast, coordinator):
    old = published(cast)
    new = published(cast, on="2024-02-05", title="Revised strategy")
    new.strategy.follows = old.strategy
    new.strategy.save()
    make_sending(old, on="2024-02-02")
    response = coordinator.get(at("duty", "SVD-PUB-03"))
    assert response.context["finding"].key == f"version:{new.pk}"
    [earlier] = response.context["history"]
    assert earlier["finding"].key == f"version:{old.pk}"
    asked = coordinator.get(at("duty", "SVD-PUB-03", subject=f"version:{old.pk}"))
    assert asked.context["finding"].key == f"version:{old.pk}"
    assert "Earlier cycle" in text_of(asked)


def test_evidence_and_responses_dated_after_the_day_are_left_out(cast, coordinator):
    published(cast)
    make_evidence(cast.ours, title="Early paper", dated=day("2024-01"))
    make_evidence(cast.ours, title="Late paper", dated=day("2024-02-07"))
    make_response(cast.ours, text="Said in March")
    page = text_of(coordinator.get(at("duty", "SVD-PUB-03", as_at="2024-02-01")))
    assert "Early paper" in page
    assert "Late paper" not in page
    assert "1 more is dated after this day." in page
    assert "Said in March" not in page


def test_other_wording_of_the_installation_is_shown_from_its_day_on(cast, coordinator):
    RequirementWording.objects.create(code="SVD-PUB-03", plain="Send it in seven days.", paragraph="5.12", starts=day("2024-02-05"))
    assert "Send it in seven days." in text_of(coordinator.get(at("duty", "SVD-PUB-03")))
    before = text_of(coordinator.get(at("duty", "SVD-PUB-03", as_at="2024-02-04")))
    assert "Send it in seven days." not in before
    assert BY_CODE["SVD-PUB-03"].plain in before


@pytest.mark.parametrize("code", ["SVD-PUB-99", "svd-pub-03", "x" * 300])
def test_a_duty_that_does_not_exist_is_not_found(cast, coordinator, code):
    assert coordinator.get(at("duty", code)).status_code == 404


def test_stranger_is_told_that_nothing_is_there(cast):
    client = signed_in(cast.stranger)
    assert client.get(at("duties")).status_code == 404
    assert client.get(at("duty", "SVD-PUB-03")).status_code == 404


@pytest.mark.parametrize("requirement", CATALOGUE, ids=lambda requirement: requirement.code)
def test_every_duty_opens_for_an_empty_and_for_a_full_partnership(cast, coordinator, requirement):
    assert coordinator.get(at("duty", requirement.code)).status_code == 200
    make_holder(cast.ours, cast.area, "police")
    version = published(cast)
    Publication.objects.create(strategy_version=version, way="other", other_form="Leaflet", published_on=day("2024-02"))
    response = coordinator.get(at("duty", requirement.code))
    assert response.status_code == 200
    assert response.content.decode().count("<h1") == 1


def test_hostile_names_are_shown_as_words(cast, coordinator):
    published(cast, title="<script>alert(1)</script>")
    make_evidence(cast.ours, title="<img src=x onerror=alert(1)>", note="<b>")
    for route, args in (("overview", []), ("duties", []), ("duty", ["SVD-PUB-03"]), ("evidence", [])):
        body = coordinator.get(at(route, *args)).content.decode()
        assert "<script>alert" not in body
        assert "<img src=x" not in body
