"""Agreements on sharing information: kept, looked at again, ended, and who is party to none."""

import datetime
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from partnerships.models import AuditEntry, Organisation, Partnership, SharingAgreement
from partnerships.sharing import a_year_on, in_force, outside, review_by
from tests.cast import Cast, day, make_holder
from tests.partnerships.conftest import words

ALL_LEFT_OUT = dict.fromkeys(("bars_patient", "bars_health", "bars_protected", "bars_intercepted"), "yes")
ON = datetime.date(2026, 6, 1)


def at(name: str, *args: int) -> str:
    return reverse(name, args=["anyborough", *args])


@pytest.fixture
def parties(cast: Cast) -> list[Organisation]:
    """A council and a police force that take part."""
    return [
        make_holder(cast.ours, cast.area, capacity, name).organisation
        for capacity, name in (("local-authority", "Council"), ("police", "Force"))
    ]


def make_agreement(partnership: Partnership, *parties: Organisation, **fields: Any) -> SharingAgreement:
    agreement = SharingAgreement.objects.create(**{"partnership": partnership, "title": "Agreement", "starts": day("2026-04-01"), **fields})
    agreement.parties.set(parties)
    return agreement


def said(signed: list[Organisation], **changes: Any) -> dict[str, Any]:
    return {
        "title": "Sharing on serious violence",
        "parties": [party.pk for party in signed],
        "starts": "1 4 2026",
        **ALL_LEFT_OUT,
        **changes,
    }


def cautions_of(answer: Any) -> list[str]:
    return [caution.code for caution in answer.context["form"].cautions]


def test_agreement_is_kept_with_its_file_once_however_often_it_is_sent(
    cast: Cast, coordinator: Client, parties: list[Organisation]
) -> None:
    for _ in range(2):
        upload = SimpleUploadedFile("agreement.txt", b"Between whom it is.\n")
        page = words(coordinator.post(at("sharingagreement_add"), said(parties, upload=upload), follow=True))
    agreement = SharingAgreement.objects.get()
    assert set(agreement.parties.all()) == set(parties)
    assert agreement.document
    for shown in (
        "agreement.txt",
        "Council",
        "1 April 2026",
        "1 April 2027",
        "Twelve months after it began: our rule, not law",
        "Patient information",
    ):
        assert shown in page
    assert AuditEntry.objects.filter(event="sharingagreement.added").count() == 1


@pytest.mark.parametrize(
    ("changed", "asked"),
    [({"parties": []}, ["parties"]), ({"bars_patient": "no"}, ["barred"]), ({"bars_patient": ""}, []), ({}, [])],
)
def test_what_is_odd_is_asked_about_and_then_kept(
    cast: Cast, coordinator: Client, parties: list[Organisation], changed: dict[str, Any], asked: list[str]
) -> None:
    sent = said(parties, **changed)
    if asked:
        assert cautions_of(coordinator.post(at("sharingagreement_add"), sent)) == asked
        assert not SharingAgreement.objects.exists()
    assert coordinator.post(at("sharingagreement_add"), sent | {"cautions_seen": " ".join(asked)}).status_code == 302
    assert SharingAgreement.objects.count() == 1


def test_bodies_of_the_register_outside_the_partnership_may_be_parties_and_no_neighbours_own(
    cast: Cast, coordinator: Client, parties: list[Organisation]
) -> None:
    fire = Organisation.objects.create(name="County Fire Authority", kind="fire")
    theirs = Organisation.objects.create(partnership=cast.theirs, name="Zebrastripe Trust", kind="other")
    form = coordinator.get(at("sharingagreement_add"))
    assert "Zebrastripe" not in words(form)
    refused = coordinator.post(at("sharingagreement_add"), said(parties, others=[theirs.pk]))
    assert "Choose from the bodies shown." in words(refused)
    coordinator.post(at("sharingagreement_add"), said(parties, others=[fire.pk]))
    agreement = SharingAgreement.objects.get()
    assert set(agreement.parties.all()) == {*parties, fire}
    again = coordinator.get(at("sharingagreement_change", agreement.pk)).context["form"]
    assert fire in again.fields["parties"].queryset
    assert fire.pk in again["parties"].value()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"title": ""}, "Enter “Title”: it cannot be left empty."),
        ({"starts": "soon"}, "“soon” is not a date we can read."),
        ({"review_on": "1 4 2025"}, "It began on 1 April 2026, so its review cannot be due on 1 April 2025. Enter a later date."),
        ({"bars_patient": "perhaps"}, "Choose one of the answers to “Does it leave out patient information?”."),
        ({"link": "not an address"}, "Enter a full web address"),
    ],
)
def test_wrong_input_gets_a_sentence_and_loses_nothing(
    cast: Cast, coordinator: Client, parties: list[Organisation], wrong: dict[str, str], sentence: str
) -> None:
    page = words(coordinator.post(at("sharingagreement_add"), said(parties, purpose="Kept purpose", **wrong)))
    assert sentence in page
    assert "Kept purpose" in page
    assert not SharingAgreement.objects.exists()
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize(("named", "due"), [("", "10 January 2027"), ("1 6 2026", "1 June 2026")])
def test_review_sets_the_next_day_in_one_step_and_stays_in_the_history(
    cast: Cast, coordinator: Client, parties: list[Organisation], named: str, due: str
) -> None:
    agreement = make_agreement(cast.ours, *parties, starts=day("2025-01-10"), review_on=day("2026-01-10"))
    sent = {"reviewed_on": "10 1 2026", "reviewed_by": "Partnership board", "review_on": named, "note": "Health joins.", "seen_version": 1}
    with time_machine.travel("2026-02-01", tick=False):
        page = words(coordinator.post(at("sharingagreement_review", agreement.pk), sent, follow=True))
    agreement.refresh_from_db()
    assert (str(agreement.review_on), agreement.version) == (due, 2)
    for shown in ("Reviewed an agreement on sharing information", "10 January 2026", "Partnership board", "Health joins."):
        assert shown in page
    entry = AuditEntry.objects.get()
    assert (entry.event, entry.changes["To be reviewed by"]) == ("sharingagreement.reviewed", ["10 January 2026", due])


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"reviewed_on": "1 1 2024"}, "It began on 10 January 2025, so it cannot have been reviewed on 1 January 2024."),
        ({"reviewed_on": "1 1 2099"}, "is still to come"),
        ({"review_on": "1 2 2025"}, "It was reviewed on 10 January 2026, so the next review cannot be due on 1 February 2025."),
        ({"reviewed_by": ""}, "Enter “By whom”: it cannot be left empty."),
    ],
)
def test_review_that_cannot_be_is_refused_with_a_sentence(cast: Cast, coordinator: Client, wrong: dict[str, str], sentence: str) -> None:
    agreement = make_agreement(cast.ours, starts=day("2025-01-10"))
    sent = {"reviewed_on": "10 1 2026", "reviewed_by": "Board", "seen_version": 1} | wrong
    assert sentence in words(coordinator.post(at("sharingagreement_review", agreement.pk), sent))
    assert not AuditEntry.objects.exists()


def test_review_of_an_agreement_changed_meanwhile_shows_what_the_other_saved(cast: Cast, coordinator: Client) -> None:
    agreement = make_agreement(cast.ours, starts=day("2025-01-10"))
    address = at("sharingagreement_review", agreement.pk)
    sent = {"reviewed_on": "10 1 2026", "reviewed_by": "Board", "review_on": "1 3 2027", "seen_version": 1}
    coordinator.post(address, sent | {"review_on": "1 5 2027"})
    answer = coordinator.post(address, sent)
    assert answer.status_code == 409
    assert "1 May 2027" in words(answer)
    assert coordinator.post(address, sent | {"seen_version": 2}).status_code == 302
    assert AuditEntry.objects.count() == 2


def test_ended_agreement_counts_no_more_and_leaves_its_parties_outside(
    cast: Cast, coordinator: Client, parties: list[Organisation]
) -> None:
    agreement = make_agreement(cast.ours, *parties)
    assert "None: every specified authority that takes part is party to an agreement in force." in words(
        coordinator.get(at("sharingagreements"))
    )
    coordinator.post(at("sharingagreement_end", agreement.pk), {"ends": "1 5 2026", "reason": "Replaced", "seen_version": 1})
    page = words(coordinator.get(at("sharingagreements")))
    assert "<li>Council</li>" in page
    assert "until 1 May 2026" in page
    assert at("sharingagreement_review", agreement.pk) not in words(coordinator.get(at("sharingagreement", agreement.pk)))


def test_who_is_outside_is_told_of_specified_authorities_that_take_part_now_alone(cast: Cast, parties: list[Organisation]) -> None:
    council, force = parties
    college = make_holder(cast.ours, cast.area, "educational", "College")
    left = make_holder(cast.ours, cast.area, "fire", "Old fire authority")
    left.ends = day("2025")
    left.save()
    holders = list(cast.ours.duty_holders.select_related("organisation", "capacity"))
    assert college in holders
    assert outside(holders, [], ON) == [council, force]
    agreement = make_agreement(cast.ours, council)
    assert outside(holders, [agreement], ON) == [force]
    later = make_agreement(cast.ours, force, title="Later", starts=day("2026-07"))
    assert outside(holders, [agreement, later], ON) == [force]


@pytest.mark.parametrize(
    ("starts", "review_on", "due"),
    [
        ("2026-04-01", None, "2027-04-01"),
        ("2024-02-29", None, "2025-02-28"),
        ("2026-04", None, "2027-04"),
        ("2026-21", None, "2027-21"),
        ("2026-04-01", "2026-09", "2026-09"),
        (None, None, None),
    ],
)
def test_review_is_due_when_the_agreement_says_or_a_year_after_it_began(starts: str | None, review_on: str | None, due: str | None) -> None:
    agreement = SharingAgreement(starts=starts and day(starts), review_on=review_on and day(review_on))
    found = review_by(agreement)
    assert (found.edtf if found else None) == due


def test_agreement_is_in_force_from_its_first_day_to_its_last() -> None:
    agreement = SharingAgreement(starts=day("2026-06-01"), ends=day("2026-06-03"))
    days = [datetime.date(2026, 5, 31) + datetime.timedelta(days=offset) for offset in range(5)]
    assert [in_force(agreement, on) for on in days] == [False, True, True, True, False]
    assert a_year_on(day("2026")).edtf == "2027"


def test_others_read_and_only_coordinators_write(cast: Cast, viewer: Client, stranger: Client, coordinator: Client) -> None:
    ours, theirs = make_agreement(cast.ours), make_agreement(cast.theirs)
    assert viewer.get(at("sharingagreement", ours.pk)).status_code == 200
    for verb in ("change", "end", "review"):
        assert viewer.get(at(f"sharingagreement_{verb}", ours.pk)).status_code == 403
        assert stranger.get(at(f"sharingagreement_{verb}", ours.pk)).status_code == 404
        assert coordinator.get(at(f"sharingagreement_{verb}", theirs.pk)).status_code == 404


@pytest.mark.parametrize("rows", [1, 10])
def test_list_takes_the_same_number_of_queries_however_many_agreements(
    cast: Cast, coordinator: Client, parties: list[Organisation], django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    for number in range(rows):
        make_agreement(cast.ours, *parties, title=f"Agreement {number}")
    with django_assert_num_queries(6):
        coordinator.get(at("sharingagreements"))
