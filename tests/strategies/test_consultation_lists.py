"""Who was asked, one by one; what they answered; how many there are."""

from typing import Any

import pytest
import time_machine
from django.test import Client

from partnerships.models import AuditEntry
from strategies.models import Consultation, ConsultationAnswer, Consultee, NumberInArea, Version
from tests.cast import Cast, day
from tests.compliance.test_load_facts import QUERIES as FACTS
from tests.strategies.helpers import at, last_event, text_of

ANSWER = {"by": "A federation of primary schools", "said": "Meet us sooner.", "outcome": "changed", "reason": "A meeting is promised."}
COUNT = {"kind": "education", "number": "52", "counted_on": "1 9 2023", "source": "School list", "confirmed_by": "Head of Admissions"}


@pytest.fixture
def consultation(version: Version) -> Consultation:
    return Consultation.objects.create(
        strategy_version=version, kind="education", opens_on=day("2023-10-10"), weeks=4, closes_on=day("2023-11-07"), asked=9
    )


def names(consultation: Consultation) -> list[str]:
    return [consultee.name for consultee in consultation.consultees.order_by("id")]


def listing(client: Client, consultation: Consultation, text: str, follow: bool = False) -> Any:
    return client.post(at("consultee_add", consultation.pk), {"names": text}, follow=follow)


def test_many_bodies_are_listed_at_once_in_one_entry_of_the_history(coordinator: Client, consultation: Consultation) -> None:
    response = listing(coordinator, consultation, "Ash School\r\nBirch School\r\n\r\n  Cedar   School \r\n", follow=True)
    assert names(consultation) == ["Ash School", "Birch School", "Cedar School"]
    assert "3 bodies were added." in text_of(response)
    assert "3 asked, listed below" in text_of(response)
    assert AuditEntry.objects.count() == 1
    assert last_event().event == "consultation.listed"
    assert last_event().changes == {"Bodies on the list": ["0", "3"], "Added": ["", "Ash School, Birch School, Cedar School"]}


def test_the_same_name_is_listed_once_however_often_it_comes(coordinator: Client, consultation: Consultation) -> None:
    first = text_of(listing(coordinator, consultation, "Ash School\nASH SCHOOL\nBirch School", follow=True))
    assert "2 bodies were added." in first
    assert "already" not in first
    response = listing(coordinator, consultation, "ash school\nCedar School", follow=True)
    assert names(consultation) == ["Ash School", "Birch School", "Cedar School"]
    assert "1 body was added. 1 was on the list already." in text_of(response)
    entries = AuditEntry.objects.count()
    assert "Nothing was added. 3 were on the list already." in text_of(
        listing(coordinator, consultation, "Ash School\nBirch School\nCedar School", follow=True)
    )
    assert AuditEntry.objects.count() == entries


def test_what_was_pasted_from_a_spreadsheet_gives_its_first_filled_column(coordinator: Client, consultation: Consultation) -> None:
    pasted = '"St Anne\'s, ""Upper"" School"\tAB1 2CD\r\n\tBede School\t12\r\n\u00a0Clare School\u00a0\t\r\n\t\t\r\n"'
    listing(coordinator, consultation, pasted)
    assert names(consultation) == ['St Anne\'s, "Upper" School', "Bede School", "Clare School", '"']


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Enter “Who was asked”: it cannot be left empty."),
        (" \r\n\t\r\n ", "Enter “Who was asked”"),
        ("Ash School\nhead@ash.example", "“head@ash.example” holds an e-mail address. Enter the name of the body instead."),
        ("x" * 201, "is longer than 200 characters. Put each body on a line of its own."),
        ("\n".join(f"School {number}" for number in range(2001)), "These are 2001 names. Add at most 2000 at a time."),
        ("x" * 100_001, "can have at most 100000 characters"),
    ],
)
def test_a_list_that_cannot_be_taken_gets_a_sentence_and_adds_nothing(
    coordinator: Client, consultation: Consultation, text: str, sentence: str
) -> None:
    assert sentence in text_of(listing(coordinator, consultation, text))
    assert not Consultee.objects.exists()
    assert not AuditEntry.objects.exists()


def test_a_long_list_is_added_in_few_queries_and_shown_page_by_page(
    coordinator: Client, consultation: Consultation, django_assert_max_num_queries: Any
) -> None:
    looked = 2 * FACTS  # before and after, which duties it changed
    with django_assert_max_num_queries(looked + 22):
        listing(coordinator, consultation, "\n".join(f"School {number:03}" for number in range(500)))
    first, last = (coordinator.get(at("consultation", consultation.pk) + f"?page={page}") for page in (1, 10))
    assert "School 049" in text_of(first)
    assert "School 050" not in text_of(first)
    assert "School 499" in text_of(last)
    assert len(first.content) < 100_000
    assert "and 300 more" in last_event().changes["Added"][1]


def test_a_body_is_marked_when_it_answers_and_then_counts_as_answered(coordinator: Client, consultation: Consultation) -> None:
    listing(coordinator, consultation, "Ash School\nBirch School")
    pk = Consultee.objects.get(name="Ash School").pk
    data = {"name": "Ash School", "answered_on": "3 11 2023", "seen_version": 1}
    page = text_of(coordinator.post(at("consultee_change", pk), data, follow=True))
    assert "2 asked, listed below; 1 answered" in page
    assert last_event().event == "consultee.changed"


@pytest.mark.parametrize(("answered", "code"), [("9 10 2023", "before-opening"), ("8 11 2023", "after-closing")])
def test_an_answer_outside_the_days_of_the_consultation_deserves_a_second_look(
    coordinator: Client, consultation: Consultation, answered: str, code: str
) -> None:
    body = Consultee.objects.create(consultation=consultation, name="Ash School")
    data = {"name": "Ash School", "answered_on": answered, "seen_version": 1}
    for address, sent in (
        (at("consultee_change", body.pk), data),
        (at("consultationanswer_add", consultation.pk), {**ANSWER, "received_on": answered}),
    ):
        response = coordinator.post(address, sent)
        assert [caution.code for caution in response.context["form"].cautions] == [code]
        assert coordinator.post(address, {**sent, "cautions_seen": code}).status_code == 302


def test_a_body_cannot_take_a_name_that_is_on_the_list(coordinator: Client, consultation: Consultation) -> None:
    listing(coordinator, consultation, "Ash School\nBirch School")
    pk = Consultee.objects.get(name="Birch School").pk
    response = coordinator.post(at("consultee_change", pk), {"name": "Ash School", "seen_version": 1})
    assert "This body is already on the list of this consultation." in text_of(response)


def test_a_withdrawn_body_stays_listed_no_longer_counts_and_may_be_listed_anew(coordinator: Client, consultation: Consultation) -> None:
    listing(coordinator, consultation, "Ash School\nBirch School")
    pk = Consultee.objects.get(name="Ash School").pk
    coordinator.post(at("consultee_withdraw", pk), {"reason": "Closed in August", "seen_version": 1})
    page = text_of(coordinator.get(at("consultation", consultation.pk)))
    assert "Closed in August" in page
    assert "1 asked, listed below" in page
    listing(coordinator, consultation, "Ash School")
    assert Consultee.objects.filter(withdrawn_on=None).count() == 2


def test_nothing_is_added_to_a_withdrawn_consultation(coordinator: Client, consultation: Consultation) -> None:
    coordinator.post(at("consultation_withdraw", consultation.pk), {"reason": "Twice", "seen_version": 1})
    assert coordinator.get(at("consultee_add", consultation.pk)).status_code == 404
    assert "was withdrawn meanwhile" in text_of(listing(coordinator, consultation, "Ash School"))
    assert coordinator.get(at("consultationanswer_add", consultation.pk)).status_code == 404
    assert "was withdrawn meanwhile" in text_of(coordinator.post(at("consultationanswer_add", consultation.pk), ANSWER))
    assert not Consultee.objects.exists()
    assert not ConsultationAnswer.objects.exists()


def test_an_answer_is_recorded_once_with_what_became_of_it(coordinator: Client, consultation: Consultation) -> None:
    for _ in range(2):
        page = text_of(coordinator.post(at("consultationanswer_add", consultation.pk), ANSWER, follow=True))
    assert ConsultationAnswer.objects.count() == 1
    assert "Meet us sooner." in page
    assert "The strategy was changed" in page
    assert last_event().event == "consultationanswer.added"


def test_an_answer_nobody_has_replied_to_is_marked(coordinator: Client, consultation: Consultation) -> None:
    page = text_of(coordinator.post(at("consultationanswer_add", consultation.pk), {**ANSWER, "outcome": "", "reason": ""}, follow=True))
    assert "No reply yet" in page


def test_saying_what_became_of_it_without_saying_why_deserves_a_second_look(coordinator: Client, consultation: Consultation) -> None:
    response = coordinator.post(at("consultationanswer_add", consultation.pk), {**ANSWER, "reason": ""})
    assert [caution.code for caution in response.context["form"].cautions] == ["no-reason"]


@time_machine.travel("2023-10-20 12:00:00+00:00", tick=False)
@pytest.mark.parametrize("field", ["received_on", "answered_on", "counted_on"])
def test_what_is_still_to_come_is_no_happening(cast: Cast, consultation: Consultation, field: str) -> None:
    client = Client()
    client.force_login(cast.coordinator)
    body = Consultee.objects.create(consultation=consultation, name="Ash School")
    address, data = {
        "received_on": (at("consultationanswer_add", consultation.pk), ANSWER),
        "answered_on": (at("consultee_change", body.pk), {"name": "Ash School", "seen_version": 1}),
        "counted_on": (at("numberinarea_add"), {**COUNT, "area": cast.area.pk}),
    }[field]
    assert "21 October 2023 is still to come" in text_of(client.post(address, {**data, field: "21 10 2023"}))
    assert client.post(address, {**data, field: "20 10 2023"}).status_code == 302


def test_a_number_is_recorded_once_with_its_source_and_who_confirmed_it(cast: Cast, coordinator: Client) -> None:
    for _ in range(2):
        response = coordinator.post(at("numberinarea_add"), {**COUNT, "area": cast.area.pk})
        assert response.status_code == 302
    kept = NumberInArea.objects.get()
    assert (kept.number, kept.partnership, str(kept)) == (52, cast.ours, "Schools and colleges in Anyborough: 52")
    assert last_event().event == "numberinarea.added"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"source": ""}, "It does not say where it comes from."),
        ({"confirmed_by": "", "source": ""}, "It does not say where it comes from or who confirmed it."),
        ({"number": "0"}, "It does not say how you know that there is none."),
        ({"number": "0", "reason": "No such list names one", "confirmed_by": ""}, "It does not say who confirmed it."),
    ],
)
def test_a_number_nobody_vouches_for_deserves_a_second_look(cast: Cast, coordinator: Client, changes: dict, sentence: str) -> None:
    data = {**COUNT, "area": cast.area.pk, **changes}
    assert sentence in text_of(coordinator.post(at("numberinarea_add"), data))
    assert coordinator.post(at("numberinarea_add"), {**data, "cautions_seen": "not-vouched-for"}).status_code == 302


def test_none_in_the_area_is_a_number_that_needs_a_reason_and_a_post(cast: Cast, coordinator: Client) -> None:
    data = {**COUNT, "area": cast.area.pk, "kind": "prison", "number": "0", "source": "", "reason": "The list of prisons names none."}
    assert coordinator.post(at("numberinarea_add"), data).status_code == 302
    assert str(NumberInArea.objects.get()) == "Prisons in Anyborough: none"


@pytest.mark.parametrize("number", ["-1", "many", "", "2.5", "9" * 30])
def test_what_is_no_number_gets_a_sentence(cast: Cast, coordinator: Client, number: str) -> None:
    response = coordinator.post(at("numberinarea_add"), {**COUNT, "area": cast.area.pk, "number": number})
    assert response.context["form"].errors["number"]
    assert not NumberInArea.objects.exists()


def test_an_area_of_the_neighbours_cannot_be_counted(cast: Cast, coordinator: Client) -> None:
    response = coordinator.post(at("numberinarea_add"), {**COUNT, "area": cast.their_area.pk})
    assert response.context["form"].errors["area"]
    assert "Otherton" not in text_of(response)


def test_the_address_chooses_kind_area_and_none_beforehand(cast: Cast, coordinator: Client) -> None:
    form = coordinator.get(at("numberinarea_add") + f"?kind=prison&area={cast.area.pk}&number=0").context["form"]
    assert [str(form[name].value()) for name in ("kind", "area", "number")] == ["prison", str(cast.area.pk), "0"]
    assert coordinator.get(at("numberinarea_add")).context["form"]["area"].value() == cast.area.pk
    assert coordinator.get(at("numberinarea_add") + "?kind=<b>&area=x&number=many").status_code == 200
