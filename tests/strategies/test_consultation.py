"""Recording a consultation: its dates, whom it asked, and what deserves a second look."""

from typing import Any

import pytest
import time_machine
from django.test import Client

from partnerships.models import AuditEntry, LocalGovernmentArea, Organisation
from strategies.models import Consultation, Consultee, NumberInArea, Version
from tests.cast import Cast, day, make_holder
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, last_event, make_publication, text_of

# Havering, 2023: four weeks, to every educational authority.
HAVERING = {"kind": "education", "opens_on": "10 10 2023", "weeks": "4", "asked": "52", "cautions_seen": "before-version"}


def add(client: Client, version: Version, follow: bool = False, **changes: Any) -> Any:
    data = {name: value for name, value in {**HAVERING, **changes}.items() if value != ""}
    return client.post(at("consultation_add", version.pk), data, follow=follow)


def errors(response: Any) -> dict[str, list[str]]:
    return dict(response.context["form"].errors)


def cautions(response: Any) -> set[str]:
    return {caution.code for caution in response.context["form"].cautions}


def test_four_weeks_close_28_days_after_the_opening_day_and_the_closing_day_is_shown_back(coordinator: Client, version: Version) -> None:
    for _ in range(2):
        response = add(coordinator, version, follow=True)
    kept = Consultation.objects.get()
    assert str(kept.closes_on) == "7 November 2023"
    assert "The closing day is 7 November 2023 (Tuesday), and counts as open." in text_of(response)
    assert response.redirect_chain[-1][0] == at("consultation", kept.pk)
    assert AuditEntry.objects.count() == 1
    assert last_event().event == "consultation.added"
    assert last_event().changes["or closes on"] == ["", "7 November 2023"]


@pytest.mark.parametrize(
    ("opens", "weeks", "closes"),
    [("14 12 2026", 4, "11 January 2027"), ("1 2 2024", 4, "29 February 2024"), ("10 10 2023", 1, "17 October 2023")],
)
def test_weeks_run_over_the_ends_of_months_and_years(coordinator: Client, version: Version, opens: str, weeks: int, closes: str) -> None:
    add(coordinator, version, opens_on=opens, weeks=weeks)
    assert str(Consultation.objects.get().closes_on) == closes


@pytest.mark.parametrize("closes", ["7 11 2023", "November 2023", "2023"])
def test_weeks_and_a_closing_day_that_agree_are_both_taken(coordinator: Client, version: Version, closes: str) -> None:
    assert add(coordinator, version, closes_on=closes).status_code == 302
    assert str(Consultation.objects.get().closes_on) == "7 November 2023"


def test_weeks_and_a_closing_day_that_differ_are_told_apart_and_nothing_is_lost(coordinator: Client, version: Version) -> None:
    response = add(coordinator, version, closes_on="8 11 2023", how="By letter")
    assert errors(response)["closes_on"] == [
        "4 weeks from 10 October 2023 close on 7 November 2023, but the closing day given is 8 November 2023. Change one of them, or leave "
        "the one that does not hold empty."
    ]
    assert "By letter" in text_of(response)
    assert not Consultation.objects.exists()
    assert not AuditEntry.objects.exists()


def test_neither_weeks_nor_a_closing_day_is_taken(coordinator: Client, version: Version) -> None:
    response = add(coordinator, version, weeks="", follow=True)
    assert Consultation.objects.get().closes_on is None
    assert "the closing day is not recorded" in text_of(response)


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"opens_on": "October 2023"}, "opens_on", "enter the exact day on which it opened"),
        ({"weeks": "", "closes_on": "9 10 2023"}, "closes_on", "It opened on 10 October 2023, so it cannot close on 9 October 2023."),
        ({"weeks": "", "closes_on": "September 2023"}, "closes_on", "so it cannot close on September 2023"),
        ({"opens_on": ""}, "opens_on", "Enter “Opens on”"),
        ({"kind": ""}, "kind", "Choose “Who was asked”"),
        ({"kind": "aliens"}, "kind", "from the list"),
        ({"weeks": "0"}, "weeks", "Enter a number of weeks from 1 to 104"),
        ({"weeks": "99999"}, "weeks", "Enter a number of weeks from 1 to 104"),
        ({"asked": "-3"}, "asked", "Enter a whole number in figures"),
        ({"asked": "all"}, "asked", "Enter a whole number in figures"),
    ],
)
def test_what_cannot_be_gets_a_sentence(coordinator: Client, version: Version, changes: dict, field: str, sentence: str) -> None:
    assert sentence in " ".join(errors(add(coordinator, version, **changes))[field])
    assert not Consultation.objects.exists()


def test_a_consultation_of_one_day_closes_on_the_day_it_opens(coordinator: Client, version: Version) -> None:
    assert add(coordinator, version, weeks="", closes_on="10 10 2023").status_code == 302


@time_machine.travel("2023-10-01 12:00:00+00:00", tick=False)
def test_a_consultation_that_opens_later_is_a_plan_and_the_page_says_so(cast: Cast, version: Version) -> None:
    page = text_of(add(signed_in(cast.coordinator), version, follow=True))
    assert "A plan: it opens in 9 days, and counts for nothing until then." in page


@pytest.mark.parametrize(("weeks", "warned"), [(4, set()), (5, {"after-publication"})])
def test_closing_after_publication_deserves_a_second_look_and_closing_on_its_day_does_not(
    coordinator: Client, version: Version, weeks: int, warned: set[str]
) -> None:
    make_publication(version, on="2023-11-07")
    response = add(coordinator, version, weeks=weeks)
    assert Consultation.objects.exists() is not bool(warned)
    if warned:
        assert cautions(response) >= warned
        assert "it does not count for this version" in text_of(response)
        assert add(coordinator, version, weeks=weeks, cautions_seen="after-publication before-version").status_code == 302
        assert "Saved after a warning" in last_event().comment


def test_one_that_opened_before_the_version_was_dated_deserves_a_second_look(coordinator: Client, version: Version) -> None:
    assert cautions(add(coordinator, version, cautions_seen="")) == {"before-version"}
    assert add(coordinator, version, opens_on="1 12 2023", cautions_seen="").status_code == 302


@pytest.mark.parametrize(("asked", "warned"), [(52, False), (53, True)])
def test_asking_more_than_there_are_deserves_a_second_look(
    cast: Cast, coordinator: Client, version: Version, asked: int, warned: bool
) -> None:
    count = {"partnership": cast.ours, "area": cast.area, "kind": "education", "source": "List", "confirmed_by": "Head"}
    NumberInArea.objects.create(**count, number=60, counted_on=day("2022-09-01"))
    NumberInArea.objects.create(**count, number=52, counted_on=day("2023-09-01"))
    NumberInArea.objects.create(**count, number=90, counted_on=day("2023-09-02"), withdrawn_on=day("2023-09-03").earliest)
    response = add(coordinator, version, asked=asked)
    assert (response.status_code == 200) is warned
    if warned:
        assert "53 were asked, but the number recorded for Anyborough is 52." in text_of(response)


def test_bodies_listed_one_by_one_are_counted_in_place_of_a_number(cast: Cast, coordinator: Client, version: Version) -> None:
    NumberInArea.objects.create(partnership=cast.ours, area=cast.area, kind="education", number=1, counted_on=day("2023-09-01"))
    kept = Consultation.objects.create(strategy_version=version, kind="education", opens_on=day("2023-12-10"), asked=1)
    for name in ("Ash School", "Birch School"):
        Consultee.objects.create(consultation=kept, name=name)
    assert "asked" not in coordinator.get(at("consultation_change", kept.pk)).context["form"].fields
    data = {"kind": "education", "opens_on": "10 12 2023", "asked": "1", "seen_version": 1}
    response = coordinator.post(at("consultation_change", kept.pk), data)
    assert "2 were asked, but the number recorded for Anyborough is 1." in text_of(response)


def test_more_answers_than_were_asked_deserve_a_second_look(coordinator: Client, version: Version) -> None:
    assert cautions(add(coordinator, version, answers_received=53)) == {"before-version", "more-answered"}


def test_kind_is_chosen_beforehand_by_the_address_and_nonsense_chooses_nothing(coordinator: Client, version: Version) -> None:
    for asked, chosen in (("prison", "prison"), ("specified", "specified"), ("<b>", "<b>")):
        response = coordinator.get(at("consultation_add", version.pk) + f"?kind={asked}")
        assert response.context["form"]["kind"].value() == chosen
        assert response.content.decode().count("checked") == (asked == "prison")
        assert "bodies" not in response.context["form"].fields


class TestOfAWiderArea:
    @pytest.fixture(autouse=True)
    def wider(self, cast: Cast, version: Version) -> LocalGovernmentArea:
        strategy = version.strategy
        strategy.legal_basis = "s8-s9"
        strategy.save()
        area = LocalGovernmentArea.objects.create(name="Farborough", kind="london")
        strategy.areas.add(area)
        return area

    def test_specified_authorities_are_chosen_from_the_register(self, cast: Cast, coordinator: Client, version: Version) -> None:
        holder = make_holder(cast.ours, cast.area, "police", name="Anyshire Police")
        make_holder(cast.ours, cast.area, "educational", name="Anyborough College")
        make_holder(cast.theirs, cast.area, "police", name="Othershire Police")
        first = add(coordinator, version, kind="specified", asked="")
        assert [str(label) for value, label in first.context["form"].fields["bodies"].choices if value] == ["Anyshire Police"]
        assert cautions(first) == {"before-version", "no-bodies"}
        assert add(coordinator, version, kind="specified", bodies=[holder.organisation_id]).status_code == 302
        kept = Consultation.objects.get()
        assert [str(body) for body in kept.bodies.all()] == ["Anyshire Police"]
        page = text_of(coordinator.get(at("consultation", kept.pk)))
        assert "Anyshire Police" in page
        assert "1 asked" in page

    def test_a_neighbours_body_cannot_be_chosen(self, cast: Cast, coordinator: Client, version: Version) -> None:
        theirs = make_holder(cast.theirs, cast.their_area, "police", name="Othershire Police").organisation
        response = add(coordinator, version, kind="specified", bodies=[theirs.pk])
        assert "bodies" in errors(response)
        assert "Othershire" not in text_of(response)

    def test_bodies_are_let_go_when_it_turns_out_that_others_were_asked(self, cast: Cast, coordinator: Client, version: Version) -> None:
        kept = Consultation.objects.create(strategy_version=version, kind="specified", opens_on=day("2023-12-10"))
        kept.bodies.add(Organisation.objects.create(name="Police", kind="police"))
        data = {"kind": "education", "opens_on": "10 12 2023", "seen_version": 1}
        assert coordinator.post(at("consultation_change", kept.pk), data).status_code == 302
        assert not kept.bodies.exists()

    def test_one_area_of_several_is_named_and_a_foreign_one_refused(
        self, cast: Cast, coordinator: Client, version: Version, wider: LocalGovernmentArea
    ) -> None:
        assert "area" in errors(add(coordinator, version, area=cast.their_area.pk))
        assert add(coordinator, version, area=wider.pk).status_code == 302
        assert Consultation.objects.get().area == wider


def test_two_people_changing_one_keep_their_words(coordinator: Client, version: Version) -> None:
    add(coordinator, version)
    kept = Consultation.objects.get()
    data = {**HAVERING, "seen_version": 1}
    assert coordinator.post(at("consultation_change", kept.pk), {**data, "note": "Their words"}).status_code == 302
    response = coordinator.post(at("consultation_change", kept.pk), {**data, "note": "My words"})
    assert response.status_code == 409
    assert "Their words" in text_of(response)
    assert "My words" in text_of(response)


def test_withdrawn_it_stays_readable_on_the_version_and_can_no_longer_be_changed(coordinator: Client, version: Version) -> None:
    add(coordinator, version)
    pk = Consultation.objects.get().pk
    page = coordinator.get(at("version", version.pk)).content.decode()
    assert "10 October 2023 to 7 November 2023" in page
    assert at("consultation_add", version.pk) in page
    coordinator.post(at("consultation_withdraw", pk), {"reason": "Never sent out", "seen_version": 1})
    assert last_event().event == "consultation.withdrawn"
    page = coordinator.get(at("version", version.pk)).content.decode()
    assert "Never sent out" in page
    assert at("consultation_change", pk) not in page
    assert "Withdrawn, so it no longer counts: Never sent out" in text_of(coordinator.get(at("consultation", pk)))
    assert coordinator.get(at("consultation_change", pk)).status_code == 404
    assert "was withdrawn meanwhile" in text_of(coordinator.post(at("consultation_change", pk), {**HAVERING, "seen_version": 2}))
