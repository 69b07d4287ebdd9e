import pytest
from django.test import Client
from django.urls import reverse

from partnerships.models import AuditEntry, DutyHolder, LeadAgreement, Organisation, Partnership
from partnerships.models.audit import AuditChain
from tests.cast import Cast, make_holder
from tests.partnerships.conftest import words


def at(name: str, *args: object) -> str:
    return reverse(name, args=["anyborough", *args])


def last_event() -> AuditEntry:
    return AuditEntry.objects.latest("pk")


def test_everybody_of_the_partnership_reads_who_takes_part(cast: Cast, viewer: Client) -> None:
    make_holder(cast.ours, cast.area, "police", "Anyshire Police")
    make_holder(cast.theirs, cast.their_area, "police", "Othershire Police")
    page = words(viewer.get(at("who")))
    assert "Anyshire Police" in page
    assert "Chief officer of police" in page
    assert "Othershire" not in page
    assert "Add a body" not in page


def test_kinds_of_authority_that_nobody_entered_are_listed_as_a_fact(cast: Cast, coordinator: Client) -> None:
    make_holder(cast.ours, cast.area, "police")
    page = words(coordinator.get(at("who")))
    assert 'Add the body<span class="govuk-visually-hidden">: Fire and rescue authority for Anyborough' in page
    assert 'Add the body<span class="govuk-visually-hidden">: Chief officer of police' not in page
    assert "County council of a two-tier area" not in page


def test_page_without_any_area_offers_the_first_step(cast: Cast, coordinator: Client) -> None:
    cast.ours.area_links.all().delete()
    page = words(coordinator.get(at("who")))
    assert "No area yet" in page
    assert at("partnershiparea_add") in page


def test_place_of_a_page_is_marked_and_no_other(cast: Cast, coordinator: Client) -> None:
    for name, places in (
        ("who", ["Who", "Bodies"]),
        ("dutyholder_add", ["Who", "Bodies"]),
        ("localdefinition_add", ["Who", "Definition"]),
        ("person_add", ["Who", "People"]),
        ("duties", ["Duties"]),
    ):
        frame = coordinator.get(at(name)).context["frame"]
        assert [shown["label"] for shown in [*frame["places"], *frame["subplaces"]] if shown["current"]] == places


def test_viewer_is_refused_and_told_who_can_help(cast: Cast, viewer: Client) -> None:
    for name in ("dutyholder_add", "organisation_add", "partnershiparea_add", "leadagreement_add", "partnership_change"):
        refused = viewer.get(at(name))
        assert refused.status_code == 403
        assert str(cast.coordinator) in words(refused)


def test_stranger_is_told_that_nothing_is_there(cast: Cast, stranger: Client) -> None:
    holder = make_holder(cast.ours, cast.area)
    for address in (at("who"), at("dutyholder_add"), at("dutyholder_change", holder.pk), at("dutyholder_end", holder.pk)):
        assert stranger.get(address).status_code == 404


def test_another_partnerships_records_are_not_found_here(cast: Cast, coordinator: Client) -> None:
    holder = make_holder(cast.theirs, cast.their_area)
    lead = LeadAgreement.objects.create(partnership=cast.theirs, organisation=holder.organisation)
    link = cast.theirs.area_links.get()
    shared = Organisation.objects.create(name="Shared Fire Authority", kind="fire")
    for address in (
        at("dutyholder_change", holder.pk),
        at("dutyholder_end", holder.pk),
        at("leadagreement_change", lead.pk),
        at("leadagreement_end", lead.pk),
        at("partnershiparea_change", link.pk),
        at("partnershiparea_end", link.pk),
        at("organisation_change", holder.organisation.pk),
        at("organisation_change", shared.pk),
        at("dutyholder_change", 10**30),
    ):
        assert coordinator.get(address).status_code == 404, address


def test_coordinator_changes_the_partnership_and_the_short_name_stays(cast: Cast, coordinator: Client) -> None:
    posted = {"name": "Anyborough Together", "slug": "stolen", "legal_basis": "s8-s9", "records_from": "1 2 2023", "invented": "on"}
    answer = coordinator.post(at("partnership_change"), posted | {"seen_version": 1})
    assert answer.status_code == 302
    ours = Partnership.objects.get(pk=cast.ours.pk)
    assert (ours.name, ours.slug, ours.legal_basis, ours.invented) == ("Anyborough Together", "anyborough", "s8-s9", False)
    assert last_event().event == "partnership.changed"
    assert last_event().changes["Name"] == ["Anyborough Community Safety Partnership", "Anyborough Together"]


def test_records_that_end_before_they_begin_are_refused(cast: Cast, coordinator: Client) -> None:
    posted = {"name": "Anyborough", "legal_basis": "s8", "records_from": "1 2 2023", "records_to": "31/01/23", "seen_version": 1}
    page = words(coordinator.post(at("partnership_change"), posted))
    assert "The records cannot end before they begin." in page
    assert 'value="31/01/23"' in page
    assert not AuditEntry.objects.exists()


def test_stale_form_shows_both_texts_and_changes_nothing(cast: Cast, coordinator: Client) -> None:
    common = {"legal_basis": "s8", "records_from": "31 1 2023", "seen_version": 1}
    coordinator.post(at("partnership_change"), common | {"name": "What the first person wrote"})
    entries = AuditEntry.objects.count()
    answer = coordinator.post(at("partnership_change"), common | {"name": "What the second person wrote"})
    assert answer.status_code == 409
    page = words(answer)
    assert "What the first person wrote" in page
    assert "What the second person wrote" in page
    assert Partnership.objects.get(pk=cast.ours.pk).name == "What the first person wrote"
    assert AuditEntry.objects.count() == entries


def test_change_page_draws_the_fields_it_has_and_no_others(cast: Cast, coordinator: Client, caplog: pytest.LogCaptureFixture) -> None:
    holder, link = make_holder(cast.ours, cast.area), cast.ours.area_links.get()
    for address in (at("dutyholder_change", holder.pk), at("partnershiparea_change", link.pk), at("dutyholder_add")):
        assert 'name="ends"' not in words(coordinator.get(address))
    assert caplog.messages == []
    DutyHolder.objects.filter(pk=holder.pk).update(ends="2024-01-31")
    page = words(coordinator.get(at("dutyholder_change", holder.pk)))
    assert 'name="ends"' in page
    assert 'value="31 January 2024"' in page


def test_area_is_added_once(cast: Cast, coordinator: Client) -> None:
    answer = coordinator.post(at("partnershiparea_add"), {"areas": [cast.their_area.pk], "starts": "April 2024"})
    assert answer.status_code == 302
    assert last_event().event == "partnershiparea.added"
    again = words(coordinator.post(at("partnershiparea_add"), {"areas": [cast.their_area.pk]}))
    assert "The partnership covers one of these areas already, or it has ended. Search again." in again
    assert cast.ours.area_links.count() == 2


def test_area_is_left_on_a_day_and_stays_on_record(cast: Cast, coordinator: Client) -> None:
    link = cast.ours.area_links.get()
    early = words(coordinator.post(at("partnershiparea_end", link.pk), {"ends": "30 1 2023", "reason": "Moved", "seen_version": 1}))
    assert "It began on 31 January 2023, so it cannot end on 30 January 2023." in early
    assert (
        coordinator.post(at("partnershiparea_end", link.pk), {"ends": "1 4 2024", "reason": "Moved", "seen_version": 1}).status_code == 302
    )
    assert str(cast.ours.area_links.get().ends) == "1 April 2024"
    assert (last_event().event, last_event().comment) == ("partnershiparea.ended", "Moved")
    assert "Areas it covered before" in words(coordinator.get(at("who")))


def test_ending_a_record_that_somebody_changed_meanwhile_is_asked_again(cast: Cast, coordinator: Client) -> None:
    holder = make_holder(cast.ours, cast.area)
    DutyHolder.objects.filter(pk=holder.pk).update(version=2)
    answer = coordinator.post(at("dutyholder_end", holder.pk), {"ends": "today", "reason": "Merged with another", "seen_version": 1})
    assert answer.status_code == 409
    page = words(answer)
    assert "Merged with another" in page
    assert str(holder) in page
    assert DutyHolder.objects.get().ends is None
    assert coordinator.post(at("dutyholder_end", holder.pk), {"ends": "today", "reason": "Merged", "seen_version": 2}).status_code == 302


def test_reason_for_an_end_cannot_be_left_out(cast: Cast, coordinator: Client) -> None:
    holder = make_holder(cast.ours, cast.area)
    page = words(coordinator.post(at("dutyholder_end", holder.pk), {"ends": "today", "reason": "  ", "seen_version": 1}))
    assert "Enter “Reason”: it cannot be left empty." in page
    assert DutyHolder.objects.get().ends is None


def test_lead_is_recorded_changed_and_ended(cast: Cast, coordinator: Client) -> None:
    body = make_holder(cast.ours, cast.area).organisation
    coordinator.post(at("leadagreement_add"), {"organisation": body.pk, "agreed_on": "March 2023", "reference": "Board paper 4"})
    lead = cast.ours.leads.get()
    assert (str(lead.agreed_on), last_event().event) == ("March 2023", "leadagreement.added")
    assert "Board paper 4" in words(coordinator.get(at("who")))
    coordinator.post(at("leadagreement_change", lead.pk), {"organisation": body.pk, "agreed_on": "6 3 2023", "seen_version": 1})
    assert str(cast.ours.leads.get().agreed_on) == "6 March 2023"
    page = words(coordinator.post(at("leadagreement_end", lead.pk), {"ends": "5 3 2023", "reason": "Passed on", "seen_version": 2}))
    assert "It began on 6 March 2023" in page
    coordinator.post(at("leadagreement_end", lead.pk), {"ends": "31 3 2024", "reason": "Passed on", "seen_version": 2})
    assert last_event().event == "leadagreement.ended"
    assert "Who led before" in words(coordinator.get(at("who")))


def test_lead_from_another_partnerships_list_is_refused(cast: Cast, coordinator: Client) -> None:
    foreign = make_holder(cast.theirs, cast.their_area).organisation
    page = words(coordinator.post(at("leadagreement_add"), {"organisation": foreign.pk, "reference": "Kept words"}))
    assert "Choose “Lead body” from the list; what was sent is not in it." in page
    assert "Kept words" in page
    assert "Otherton" not in page
    assert not LeadAgreement.objects.exists()
    assert not AuditChain.objects.exists()


def test_a_school_as_the_lead_is_worth_a_second_look(cast: Cast, coordinator: Client) -> None:
    school = Organisation.objects.create(partnership=cast.ours, name="Anyborough College", kind="education")
    address = reverse("leadagreement_add", args=[cast.ours.slug])
    answer = coordinator.post(address, {"organisation": school.pk})
    assert "Anyborough College is entered as: school, college or other education." in words(answer)
    assert not cast.ours.leads.exists()
    assert coordinator.post(address, {"organisation": school.pk, "cautions_seen": "who-leads"}).status_code == 302
    assert cast.ours.leads.get().organisation == school
