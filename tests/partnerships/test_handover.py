"""Somebody leaves: everything they held passes in one step, and their access ends at the same moment."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse

from partnerships.access.unsaved import UNSAVED
from partnerships.actions.accept_invitation import accept_invitation
from partnerships.actions.hand_over import hand_over
from partnerships.actions.invite import invite
from partnerships.audit.record import first_broken_entry
from partnerships.links.keeping import mint
from partnerships.models import AuditEntry, Board, Handover, Invitation, Mail, MailedLink, RoleGrant, Seat, User
from partnerships.models.person import Role
from svduty import clock
from svduty.tasks.models import Task
from tests.cast import BEGAN, Cast, make_holder, make_person
from tests.partnerships.conftest import words

PEOPLE, OVERVIEW, LEAVE = "/p/anyborough/people/", "/p/anyborough/", "/p/anyborough/people/leave/"
NOTE = "The needs assessment waits for the hospital's figures; ask the Data officer."
NEWCOMER = {"successor": "new", "email": "Next.Officer@Anyborough.example", "name": "Next officer"}


def sent(successor: object, **more: str) -> dict[str, str]:
    return {"successor": str(getattr(successor, "pk", successor)), "last_day": "today", "note": NOTE, "email": "", "name": ""} | more


def hand_over_page(cast: Cast, role: Role) -> str:
    return reverse("person_hand_over", args=["anyborough", RoleGrant.objects.get(user=cast.people[role], role=role).pk])


@pytest.fixture
def seat(cast: Cast) -> Seat:
    """A seat of the board member."""
    board = Board.objects.create(partnership=cast.ours, name="Safer Anyborough Board")
    seat = Seat.objects.create(board=board, post="Borough Commander")
    RoleGrant.objects.get(user=cast.people[Role.BOARD_MEMBER]).seats.add(seat)
    return seat


def roles_of(person: User) -> list[str]:
    return sorted(RoleGrant.objects.filter(user=person, ended_on__isnull=True).values_list("role", flat=True))


def test_role_seat_and_body_pass_to_the_successor_and_the_leaver_is_out_at_once(
    cast: Cast, coordinator: Client, seat: Seat, as_person
) -> None:
    leaver, successor = cast.people[Role.BOARD_MEMBER], cast.viewer
    body = make_holder(cast.ours, cast.area).organisation
    RoleGrant.objects.filter(user=leaver).update(body=body)
    theirs = as_person(leaver)
    assert theirs.get(OVERVIEW).status_code == 200
    page = words(coordinator.get(hand_over_page(cast, Role.BOARD_MEMBER)))
    assert f"Board member, {body}; seats: Borough Commander on Safer Anyborough Board" in page
    assert "Passes to whoever follows" in page
    done = words(coordinator.post(hand_over_page(cast, Role.BOARD_MEMBER), sent(successor), follow=True))
    assert "has left Anyborough Community Safety Partnership. Viewer holds 1 thing now" in done
    assert theirs.get(OVERVIEW).status_code == 404
    grant = RoleGrant.objects.get(user=successor, role=Role.BOARD_MEMBER)
    assert (grant.starts, grant.body, list(grant.seats.all())) == (clock.today(), body, [seat])
    assert roles_of(successor) == ["board", "viewer"]
    assert RoleGrant.objects.get(user=leaver).ended_on == clock.today()


def test_successor_reads_the_note_on_the_overview_until_they_put_it_away(cast: Cast, coordinator: Client, viewer: Client) -> None:
    assert NOTE not in words(viewer.get(OVERVIEW))
    coordinator.post(hand_over_page(cast, Role.CONTRIBUTOR), sent(cast.viewer))
    page = words(viewer.get(OVERVIEW))
    assert "left on" in page
    assert "and handed over to you." in page
    assert NOTE.replace("'", "&#x27;") in page or NOTE in page
    assert "Roles, with their seats and bodies: Contributor" in page
    assert "Handed over to you" not in words(coordinator.get(OVERVIEW))
    [mail] = Mail.objects.filter(kind="handed-over")
    assert (mail.to_user, NOTE in mail.text) == (cast.viewer, False)
    settle = reverse("handover_settle", args=["anyborough", Handover.objects.get().pk])
    assert viewer.get(settle).status_code == 405
    assert coordinator.post(settle).status_code == 403
    assert viewer.post(settle).status_code == 302
    assert "Handed over to you" not in words(viewer.get(OVERVIEW))
    viewer.post(settle)
    assert AuditEntry.objects.filter(event="handover.read").count() == 1
    assert NOTE in words(coordinator.get("/p/anyborough/history/")).replace("&#x27;", "'")


def test_history_keeps_the_leavers_label_and_no_name_in_the_chain(cast: Cast, coordinator: Client) -> None:
    leaver = cast.people[Role.CONTRIBUTOR]
    User.objects.filter(pk=leaver.pk).update(name="Marigold")
    leaver.refresh_from_db()
    coordinator.post(hand_over_page(cast, Role.CONTRIBUTOR), sent(cast.viewer))
    entries = AuditEntry.objects.filter(partnership=cast.ours).order_by("number")
    assert [entry.event for entry in entries] == ["rolegrant.added", "rolegrant.ended", "handover.made"]
    assert str(leaver) not in "".join(f"{entry.target_label} {entry.changes}" for entry in entries)
    assert 'Handed over to a successor: <a class="govuk-link" href=' in words(coordinator.get("/p/anyborough/history/"))
    assert f"{leaver} to {cast.viewer}" in words(coordinator.get("/p/anyborough/history/"))
    assert first_broken_entry(cast.ours) is None


def test_only_coordinator_hands_over_to_somebody_who_is_new_and_accepts(cast: Cast, coordinator: Client, seat: Seat) -> None:
    RoleGrant.objects.get(user=cast.coordinator).seats.add(seat)
    assert coordinator.post(LEAVE, sent("new") | NEWCOMER).url == "/"
    assert coordinator.get(OVERVIEW).status_code == 404
    invitation = Invitation.objects.get()
    assert (invitation.address, invitation.role) == ("next.officer@anyborough.example", "coordinator")
    handover = Handover.objects.get()
    assert (handover.taker, handover.passed) == (None, [])
    link = MailedLink.objects.get()
    mint(link)
    grant = accept_invitation(link, name="Next officer", password="three quiet green boats", on=clock.today())
    browser = Client()
    browser.force_login(grant.user)
    page = words(browser.get(OVERVIEW))
    assert "and handed over to you." in page
    assert "Coordinator; seats: Borough Commander on Safer Anyborough Board" in page
    assert roles_of(grant.user) == ["coordinator"]
    assert list(grant.seats.all()) == [seat]
    handover.refresh_from_db()
    assert handover.taker == grant.user
    assert AuditEntry.objects.filter(event="handover.taken", actor_id=grant.user.pk).count() == 1


def test_while_the_newcomer_has_not_accepted_the_other_coordinators_see_what_waits(cast: Cast, coordinator: Client, as_person) -> None:
    other = make_person("second@anyborough.example", Role.COORDINATOR, cast.ours)
    coordinator.post(LEAVE, sent("new") | NEWCOMER)
    page = words(as_person(other).get(OVERVIEW))
    assert "Next officer is invited to follow and has not accepted yet." in page
    assert "Left behind" not in words(as_person(cast.viewer).get(OVERVIEW))


def test_leaving_with_nobody_to_follow_tells_the_coordinators_what_is_left(cast: Cast, coordinator: Client, seat: Seat, as_person) -> None:
    member = as_person(cast.people[Role.BOARD_MEMBER])
    assert member.post(LEAVE, sent("none")).status_code == 200
    assert member.post(LEAVE, sent("nobody", note="")).status_code == 200
    assert member.post(LEAVE, sent("nobody", note="Retired")).url == "/"
    page = words(coordinator.get(OVERVIEW))
    assert "Nobody follows yet." in page
    assert "seats: Borough Commander on Safer Anyborough Board" in page
    [mail] = Mail.objects.filter(kind="left-behind")
    assert mail.to_user == cast.coordinator
    assert "- Roles, with their seats and bodies: Board member; seats: Borough Commander on Safer Anyborough Board" in mail.text
    assert AuditEntry.objects.get(event="handover.left").comment == "Retired"
    coordinator.post(reverse("handover_settle", args=["anyborough", Handover.objects.get().pk]))
    assert "Left behind" not in words(coordinator.get(OVERVIEW))


def test_only_coordinator_is_told_that_an_invitation_leaves_a_gap(cast: Cast, coordinator: Client) -> None:
    page = reverse("person_leave", args=[cast.ours.slug])
    assert "nobody does until they accept" in words(coordinator.get(page))
    other = User.objects.create_user("second@anyborough.example", "Second coordinator")
    RoleGrant.objects.create(user=other, role="coordinator", partnership=cast.ours, starts=BEGAN)
    assert "nobody does until they accept" not in words(coordinator.get(page))


def test_only_coordinator_cannot_leave_with_nobody_to_follow(cast: Cast, coordinator: Client) -> None:
    page = words(coordinator.post(LEAVE, sent("nobody", note="Tired of it all")))
    assert "Nobody else coordinates this partnership, so somebody must follow." in page
    assert "Tired of it all" in page
    assert coordinator.get(OVERVIEW).status_code == 200
    make_person("second@anyborough.example", Role.COORDINATOR, cast.ours)
    assert coordinator.post(LEAVE, sent("nobody", note="Tired of it all")).status_code == 302
    assert coordinator.get(OVERVIEW).status_code == 404


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.BOARD_MEMBER, Role.VIEWER])
def test_nobody_but_a_coordinator_gives_a_colleague_more_than_they_have(cast: Cast, as_person, role: Role) -> None:
    page = as_person(cast.people[role]).get(LEAVE)
    offered = {value for value, _ in page.context["form"].fields["successor"].choices}
    anybody = [Role.COORDINATOR, Role.CONTRIBUTOR, Role.BOARD_MEMBER, Role.VIEWER]
    # A coordinator decides nothing in a round: only who sits on boards may do that.
    may_follow = {Role.CONTRIBUTOR: [Role.COORDINATOR], Role.BOARD_MEMBER: []}.get(role, anybody)
    assert offered == {"", "nobody", *(str(cast.people[other].pk) for other in may_follow if other != role)}
    refused = as_person(cast.people[role]).post(LEAVE, sent("new") | NEWCOMER)
    assert "Choose “Who follows” from the list" in words(refused)
    assert not Invitation.objects.exists()


def test_who_only_oversees_has_nothing_to_leave(cast: Cast, as_person) -> None:
    assert as_person(cast.people[Role.OVERSEER]).get(LEAVE).status_code == 403


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"successor": ""}, "Choose “Who follows”"),
        ({"successor": "987654"}, "Choose “Who follows” from the list"),
        ({"note": " "}, "Enter “What whoever follows should know”"),
        ({"last_day": "1 1 2099"}, "Access ends at once, so the last day cannot lie ahead."),
        ({"last_day": "1 1 2020"}, "They have been here since 31 January 2023."),
        ({"last_day": "March 2026"}, "Enter the exact day"),
        ({"successor": "new"}, "Enter the address of whoever follows."),
        (NEWCOMER | {"email": "nobody"}, "Enter an address like name@example.gov.uk"),
        (NEWCOMER | {"email": "CONTRIBUTOR@anyborough.example"}, "This is the address of the person who leaves."),
        (NEWCOMER | {"email": "viewer@Anyborough.example"}, "Viewer is here already. Choose them"),
        (NEWCOMER | {"name": ""}, "Enter the name or the post of whoever follows."),
    ],
)
def test_wrong_input_gets_a_sentence_and_nothing_changes(cast: Cast, coordinator: Client, wrong: dict[str, str], sentence: str) -> None:
    page = words(coordinator.post(hand_over_page(cast, Role.CONTRIBUTOR), sent(cast.viewer) | wrong))
    assert sentence in page
    assert roles_of(cast.people[Role.CONTRIBUTOR]) == ["contributor"]
    assert not AuditEntry.objects.exists()


def test_leaver_does_not_come_back_by_an_invitation_sent_before(cast: Cast, coordinator: Client) -> None:
    leaver = cast.people[Role.CONTRIBUTOR]
    Invitation.objects.create(
        address=leaver.email, name="X", role=Role.COORDINATOR, partnership=cast.ours, invited_on=BEGAN, invited_by=cast.coordinator
    )
    coordinator.post(hand_over_page(cast, Role.CONTRIBUTOR), sent(cast.viewer))
    assert Invitation.objects.get().withdrawn_on == clock.today()


def test_second_of_two_who_hand_over_for_the_same_person_is_told(cast: Cast, coordinator: Client) -> None:
    leaver = cast.people[Role.CONTRIBUTOR]
    address = hand_over_page(cast, Role.CONTRIBUTOR)
    hand_over(leaver, cast.ours, cast.viewer, note=NOTE, last_day=clock.today(), actor=cast.coordinator)
    assert coordinator.post(address, sent(cast.viewer)).status_code == 404
    assert Handover.objects.count() == 1


def test_note_that_was_not_read_passes_on_with_the_rest(cast: Cast, coordinator: Client, viewer: Client) -> None:
    coordinator.post(hand_over_page(cast, Role.CONTRIBUTOR), sent(cast.viewer))
    coordinator.post(hand_over_page(cast, Role.VIEWER), sent(cast.people[Role.BOARD_MEMBER], note="All of it"))
    board = Client()
    board.force_login(cast.people[Role.BOARD_MEMBER])
    page = words(board.get(OVERVIEW)).replace("&#x27;", "'")
    assert NOTE in page
    assert "All of it" in page


def test_half_a_handover_is_none(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **more: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("partnerships.actions.hand_over.tell", fail)
    leaver = cast.people[Role.CONTRIBUTOR]
    with pytest.raises(RuntimeError):
        hand_over(leaver, cast.ours, cast.viewer, note=NOTE, last_day=datetime.date(2026, 1, 1), actor=cast.coordinator)
    assert roles_of(leaver) == ["contributor"]
    assert roles_of(cast.viewer) == ["viewer"]
    assert not Handover.objects.exists()
    assert not AuditEntry.objects.exists()


def test_strangers_find_nothing(cast: Cast, stranger: Client) -> None:
    assert stranger.get(LEAVE).status_code == 404
    assert stranger.post(hand_over_page(cast, Role.VIEWER), sent(cast.coordinator)).status_code == 404


def test_page_lists_what_stays_and_says_why(cast: Cast, coordinator: Client) -> None:
    """Words that were not saved, invitations, and reports that are being made."""
    words_not_saved = Client()
    words_not_saved.force_login(cast.coordinator)
    session = words_not_saved.session
    session[UNSAVED] = {"address": "/p/anyborough/definition/add/", "fields": {"wording": ["A secret draft"]}}
    session.save()
    invite("somebody@anyborough.example", "Somebody", Role.VIEWER, actor=cast.coordinator, on=BEGAN, partnership=cast.ours)
    task = {"kind": "report.make", "partnership_id": cast.ours.pk, "asked_by_id": cast.coordinator.pk}
    now = clock.now()
    Task.objects.create(**task, arguments={"as_at": "2026-03-01", "signed_off_by": ""}, asked_at=now, due_at=now)
    page = words(coordinator.get(LEAVE))
    assert "/p/anyborough/definition/add/" in page
    assert "A secret draft" not in page
    assert "Viewer, invited on 31 January 2023" in page
    assert "As at 1 March 2026" in page
    assert page.count("Passes to whoever follows") == 1
    assert "Any coordinator may send them again or withdraw them." in page
