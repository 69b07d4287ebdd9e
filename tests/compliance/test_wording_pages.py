"""The installation's wording and deadlines."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse

from compliance import queries
from compliance.load_facts import load_facts
from compliance.models import DeadlineSetting, RequirementWording
from partnerships.models.person import Role
from tests.cast import Cast, day
from tests.compliance.pages import last_event, signed_in, text_of

CODE = "SVD-PUB-03"
ADD = f"/installation/wording/{CODE}/add/"


@pytest.fixture
def administrator(cast: Cast) -> Client:
    return signed_in(cast.people[Role.ADMINISTRATOR])


def wording(starts: str, plain: str = "Send it.", paragraph: str = "") -> RequirementWording:
    return RequirementWording.objects.create(code=CODE, plain=plain, paragraph=paragraph, starts=day(starts))


def test_new_wording_is_added_from_a_day_and_recorded_for_the_installation(administrator: Client) -> None:
    posted = {"starts": "1 4 2024", "plain": "Send the strategy.", "paragraph": "42"}
    assert administrator.post(ADD, posted)["Location"] == reverse("wordings")
    saved = RequirementWording.objects.get()
    assert (saved.code, saved.plain, saved.paragraph, str(saved.starts)) == (CODE, "Send the strategy.", "42", "1 April 2024")
    assert (last_event().event, last_event().scope) == ("requirementwording.added", "installation")
    page = text_of(administrator.get(reverse("wordings")))
    assert "Send the strategy." in page
    assert "Paragraph 42" in page


def test_wording_holds_from_its_day_until_the_next_one(db: None) -> None:
    first, second = wording("2024-04-01"), wording("2025-04-01")
    found = {
        text: queries.wording_on(CODE, datetime.date.fromisoformat(text))
        for text in ("2024-03-31", "2024-04-01", "2025-03-31", "2025-04-01")
    }
    assert list(found.values()) == [None, first, first, second]
    assert queries.wordings_on(datetime.date(2025, 3, 31)) == {CODE: first}


def test_second_wording_from_the_same_day_is_refused_with_advice(administrator: Client) -> None:
    wording("2024-04-01")
    answer = administrator.post(ADD, {"starts": "1 4 2024", "plain": "Other words", "paragraph": ""})
    assert "There is a wording of this duty from that day already." in text_of(answer)
    assert "Other words" in answer.content.decode()
    assert RequirementWording.objects.count() == 1


@pytest.mark.parametrize("starts", ["", "April 2024", "nonsense", "31 2 2024"])
def test_wording_needs_an_exact_day(administrator: Client, starts: str) -> None:
    answer = administrator.post(ADD, {"starts": starts, "plain": "Words", "paragraph": ""})
    assert answer.status_code == 200
    assert answer.context["form"].errors["starts"]
    assert not RequirementWording.objects.exists()


def test_slip_in_a_wording_is_corrected_and_a_stale_form_shows_both_texts(administrator: Client) -> None:
    address = reverse("requirementwording_change", args=[wording("2024-04-01").pk])
    posted = {"starts": "1 4 2024", "plain": "Send it now.", "paragraph": "", "seen_version": "1"}
    assert administrator.post(address, posted).status_code == 302
    stale = administrator.post(address, posted | {"plain": "My words"})
    assert stale.status_code == 409
    assert "Send it now." in text_of(stale)
    assert "My words" in text_of(stale)


def test_unknown_duty_has_no_wording(administrator: Client) -> None:
    assert administrator.get("/installation/wording/SVD-XXX-01/add/").status_code == 404


def test_numbers_of_a_deadline_are_changed_and_used(cast: Cast, administrator: Client) -> None:
    setting = DeadlineSetting.objects.get(code="DL-02")
    posted = {"window_days": "14", "target_days": "42", "seen_version": "1"}
    assert administrator.post(reverse("deadlinesetting_change", args=[setting.pk]), posted).status_code == 302
    [facts] = load_facts([cast.ours])
    assert (facts.deadline("DL-02").window_days, facts.deadline("DL-02").target_days) == (14, 42)
    assert last_event().event == "deadlinesetting.changed"


def test_date_set_by_law_takes_no_target(administrator: Client) -> None:
    setting = DeadlineSetting.objects.get(code="DL-03")
    address = reverse("deadlinesetting_change", args=[setting.pk])
    assert "target_days" not in administrator.get(address).context["form"].fields
    administrator.post(address, {"window_days": "5", "target_days": "42", "seen_version": "1"})
    setting.refresh_from_db()
    assert (setting.window_days, setting.target_days) == (5, None)


@pytest.mark.parametrize("days", ["", "-1", "367", "1.5", "seven", "99999999999999999999"])
def test_numbers_out_of_bounds_are_refused_with_a_sentence(administrator: Client, days: str) -> None:
    setting = DeadlineSetting.objects.get(code="DL-02")
    answer = administrator.post(
        reverse("deadlinesetting_change", args=[setting.pk]), {"window_days": days, "target_days": "28", "seen_version": "1"}
    )
    assert answer.status_code == 200
    assert "Due soon, days before" in str(answer.context["form"].errors["window_days"])
    setting.refresh_from_db()
    assert setting.window_days == 28


@pytest.mark.parametrize("route", ["wordings", "deadlines"])
def test_only_administrators_open_them(cast: Cast, route: str) -> None:
    assert signed_in(cast.coordinator).get(reverse(route)).status_code == 403
    assert signed_in(cast.people[Role.ADMINISTRATOR]).get(reverse(route)).status_code == 200
