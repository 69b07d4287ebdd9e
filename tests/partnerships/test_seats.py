"""Seats of a board: one by one, pasted as a list, ended, and held by accounts."""

from typing import Any

import pytest
from django.test import Client

from partnerships.models import AuditEntry, Board, Invitation, Organisation, RoleGrant, Seat
from partnerships.models.person import Role
from partnerships.terms import surely_overlap
from tests.cast import Cast, day, make_holder, make_person
from tests.partnerships.board_of import make_board, make_seat
from tests.partnerships.conftest import CHOSEN, path_in_mail, words


@pytest.fixture
def board(cast: Cast) -> Board:
    return make_board(cast.ours)


@pytest.fixture
def council(cast: Cast) -> Organisation:
    return make_holder(cast.ours, cast.area, name="Anyborough Council").organisation


def add(board: Board, kind: str = "add") -> str:
    return f"/p/anyborough/boards/{board.pk}/seats/{kind}/"


def asked(council: Organisation, **changes: Any) -> dict[str, Any]:
    return {"kind": "voting", "post": "Director of Families", "organisation": str(council.pk)} | changes


def seats(board: Board) -> list[tuple[str, str, str]]:
    return [(seat.post, str(seat.organisation or ""), seat.kind) for seat in Seat.objects.filter(board=board)]


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (("2024-01-01", "2024-03-31"), ("2024-04-01", None), False),
        (("2024-01-01", "2024-03-31"), ("2024-03-31", None), True),
        (("2024-01-01", "2024-03"), ("2024-03", None), False),
        (("2024-01-01", "2024-05"), ("2024-03", None), True),
        ((None, None), (None, None), True),
        ((None, "2024-03-31"), (None, None), False),
        ((None, "2024-03-31"), ("2024-02-01", None), True),
        ((None, "2024"), ("2024-02-01", None), False),
        (("2025", "2025"), ("2025-06-01", "2025-06-30"), False),
    ],
)
def test_terms_overlap_only_when_both_surely_last_on_one_day(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None], overlap: bool
) -> None:
    made = [Seat(starts=starts and day(starts), ends=ends and day(ends)) for starts, ends in (one, other)]
    assert surely_overlap(*made) is overlap
    assert surely_overlap(*reversed(made)) is overlap


def test_seat_is_added_at_the_end_of_its_board(board: Board, council: Organisation, coordinator: Client) -> None:
    make_seat(board, "Chief Executive", council)
    answer = coordinator.post(add(board), asked(council, post="  Director  of Families "))
    assert answer["Location"] == f"/p/anyborough/boards/{board.pk}/#seats"
    assert seats(board)[-1] == ("Director of Families", "Anyborough Council", "voting")
    assert AuditEntry.objects.get(event="seat.added").changes["Post"] == ["", "Director of Families"]


def test_body_that_is_in_no_list_is_added_with_the_seat(cast: Cast, board: Board, council: Organisation, coordinator: Client) -> None:
    sent = asked(council, organisation="", new_organisation="Youth Trust")
    assert "Youth Trust has a seat and is not listed under Who" in words(coordinator.post(add(board), sent))
    assert not Organisation.objects.filter(name="Youth Trust").exists()
    assert coordinator.post(add(board), sent | {"cautions_seen": "takes-no-part"}).status_code == 302
    assert Organisation.objects.get(name="Youth Trust").partnership == cast.ours
    assert coordinator.post(add(board), sent | {"post": "Trustee", "new_organisation": "youth trust", "cautions_seen": "takes-no-part"})
    assert seats(board) == [("Director of Families", "Youth Trust", "voting"), ("Trustee", "Youth Trust", "voting")]


def test_same_post_of_the_same_body_has_one_seat_at_a_time(board: Board, council: Organisation, coordinator: Client) -> None:
    first = make_seat(board, "Director of Families", council, starts=day("2023-04-01"))
    page = words(coordinator.post(add(board), asked(council, post="director of  families")))
    assert "Director of Families (Anyborough Council) has a seat on this board (since 1 April 2023)." in page
    Seat.objects.filter(pk=first.pk).update(ends=day("2024-03"))
    assert coordinator.post(add(board), asked(council, starts="March 2024")).status_code == 302


def test_two_cannot_surely_chair_at_once(board: Board, council: Organisation, coordinator: Client) -> None:
    make_seat(board, "Chief Executive", council, "chair", starts=day("2023-01-31"), ends=day("2024-03-31"))
    sent = asked(council, kind="chair", starts="31 3 2024")
    page = words(coordinator.post(add(board), sent))
    assert "Chief Executive (Anyborough Council) chairs the board (from 31 January 2023 to 31 March 2024). Two cannot chair at once" in page
    assert coordinator.post(add(board), sent | {"starts": "1 4 2024"}).status_code == 302


def test_policing_body_may_chair(cast: Cast, board: Board, coordinator: Client) -> None:
    commissioner = make_holder(cast.ours, cast.area, "policing-body", name="Commissioner of Anyshire").organisation
    assert coordinator.post(add(board), asked(commissioner, kind="chair", post="Commissioner")).status_code == 302


def test_chair_of_a_body_that_has_ended_is_warned_of(board: Board, council: Organisation, coordinator: Client) -> None:
    Organisation.objects.filter(pk=council.pk).update(ends=day("2023"))
    page = words(coordinator.post(add(board), asked(council, kind="chair")))
    assert "Anyborough Council has ended and still has a seat." in page
    assert Seat.objects.count() == 0


def test_prison_with_a_vote_is_noted_and_kept(cast: Cast, board: Board, coordinator: Client) -> None:
    prison = make_holder(cast.ours, cast.area, "prison", name="HMP Anyshire").organisation
    assert "HMP Anyshire votes as a relevant authority" in words(coordinator.post(add(board), asked(prison, post="Governor")))
    sent = asked(prison, post="Governor", cautions_seen="relevant-votes")
    assert coordinator.post(add(board), sent).status_code == 302
    assert coordinator.post(add(board), asked(prison, post="Head of Security", kind="non-voting")).status_code == 302


def test_ending_a_seat_says_which_account_held_it(cast: Cast, board: Board, council: Organisation, coordinator: Client) -> None:
    seat = make_seat(board, "Director of Families", council)
    RoleGrant.objects.get(user=cast.people[Role.BOARD_MEMBER]).seats.add(seat)
    address = f"/p/anyborough/boards/seats/{seat.pk}/end/"
    assert "Board holds it here as board member. The role goes on" in words(coordinator.get(address))
    sent = {"ends": "31 3 2024", "reason": "The post was merged.", "seen_version": "1"}
    assert coordinator.post(address, sent).status_code == 302
    page = words(coordinator.get(f"/p/anyborough/boards/{board.pk}/"))
    assert page.index("Seats that have ended") < page.index("until 31 March 2024")


LIST = """Post; Body; Vote; Deputy
Chief Executive; Anyborough Council; chair
Director of Families;anyborough council;;Head of Early Help
Director of Families; Anyborough Council
Borough Commander\tAnyshire Police\tvoting
Youth Panel;;non-voting
"""


def test_pasted_list_is_shown_before_it_is_kept_and_then_kept_whole(
    cast: Cast, board: Board, council: Organisation, coordinator: Client
) -> None:
    sent = {"lines": LIST, "starts": "April 2024"}
    answer = coordinator.post(add(board, "paste"), sent)
    page = words(answer)
    assert Seat.objects.count() == 0
    assert "The same as line 3" in page
    assert "The body is in no list yet and is added to yours." in page
    assert "Add these 4 seats" in page
    kept = coordinator.post(add(board, "paste"), sent | {"looked_at": answer.context["form"].seal})
    assert kept["Location"] == f"/p/anyborough/boards/{board.pk}/#seats"
    assert seats(board) == [
        ("Chief Executive", "Anyborough Council", "chair"),
        ("Director of Families", "Anyborough Council", "voting"),
        ("Borough Commander", "Anyshire Police", "voting"),
        ("Youth Panel", "", "non-voting"),
    ]
    assert Seat.objects.get(post="Director of Families").deputy == "Head of Early Help"
    assert {str(seat.starts) for seat in Seat.objects.all()} == {"April 2024"}
    assert AuditEntry.objects.filter(event="seat.added").count() == 4
    assert Organisation.objects.get(name="Anyshire Police").partnership == cast.ours


def test_list_pasted_again_adds_only_what_is_new(board: Board, council: Organisation, coordinator: Client) -> None:
    make_seat(board, "Director of Families", council)
    lines = "Director of families; Anyborough Council\nDirector of Health; Anyborough Council"
    page = words(coordinator.post(add(board, "paste"), {"lines": lines}))
    assert "Has a seat here already" in page
    assert "Add this seat" in page
    page = words(coordinator.post(add(board, "paste"), {"lines": "Director of families; Anyborough Council"}))
    assert "Nothing of this list is new." in page


def test_list_that_was_changed_after_the_look_is_shown_again(board: Board, council: Organisation, coordinator: Client) -> None:
    answer = coordinator.post(add(board, "paste"), {"lines": "Director of Families; Anyborough Council"})
    seal = answer.context["form"].seal
    again = coordinator.post(add(board, "paste"), {"lines": "Director of Health; Anyborough Council", "looked_at": seal})
    assert again.status_code == 200
    assert Seat.objects.count() == 0


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("; Anyborough Council", "Begin the line with the post"),
        ("Director; Anyborough Council; perhaps", "“perhaps” is no kind of seat. Write voting, non-voting or chair."),
        ("director@anyborough.example; Anyborough Council", "It holds an e-mail address."),
        ("Director; Anyborough Council; voting; Deputy; more", "It has more than four parts."),
        ("D" * 201 + "; Anyborough Council", "is longer than 200 characters"),
        ("Mayor; Anyborough Council; chair", "Chief Executive (Anyborough Council) chairs the board."),
    ],
)
def test_line_that_cannot_be_a_seat_says_why_and_nothing_is_kept(
    board: Board, council: Organisation, coordinator: Client, line: str, sentence: str
) -> None:
    make_seat(board, "Chief Executive", council, "chair")
    sent = {"lines": f"Director of Health; Anyborough Council\n{line}"}
    answer = coordinator.post(add(board, "paste"), sent)
    page = words(answer)
    assert sentence in page
    assert "Put right one line" in page
    coordinator.post(add(board, "paste"), sent | {"looked_at": answer.context["form"].seal})
    assert seats(board) == [("Chief Executive", "Anyborough Council", "chair")]


def test_body_written_nearly_as_one_in_the_list_is_asked_about(board: Board, council: Organisation, coordinator: Client) -> None:
    assert "Or did you mean Anyborough Council?" in words(coordinator.post(add(board, "paste"), {"lines": "Director; Anyboro Council"}))


def test_more_lines_than_a_board_could_have_are_refused(board: Board, coordinator: Client) -> None:
    lines = "\n".join(f"Post {number}; Body" for number in range(301))
    assert "These are 301 seats. Add at most 300 at a time." in words(coordinator.post(add(board, "paste"), {"lines": lines}))


def test_board_member_is_invited_to_a_seat(cast: Cast, board: Board, council: Organisation, coordinator: Client) -> None:
    seat = make_seat(board, "Director of Families", council)
    sent = {"email": "families@anyborough.example", "name": "Director of Families", "role": "board"}
    assert "Choose the seat this board member takes." in words(coordinator.post("/p/anyborough/people/add/", sent))
    assert coordinator.post("/p/anyborough/people/add/", sent | {"seat": str(seat.pk)}).status_code == 302
    assert Invitation.objects.get().seat == seat
    assert "Director of Families, Safety Board" in words(coordinator.get("/p/anyborough/people/"))


@pytest.mark.parametrize("ended", [False, True])
def test_whoever_accepts_holds_the_seat_unless_it_has_ended(
    cast: Cast, board: Board, council: Organisation, coordinator: Client, ended: bool
) -> None:
    seat = make_seat(board, "Director of Families", council)
    sent = {"email": "families@anyborough.example", "name": "Director of Families", "role": "board", "seat": str(seat.pk)}
    coordinator.post("/p/anyborough/people/add/", sent)
    Seat.objects.filter(pk=seat.pk).update(ends=day("2024") if ended else None)
    assert Client().post(path_in_mail(), {"name": "Director of Families", **CHOSEN}).status_code == 302
    grant = RoleGrant.objects.get(user__email="families@anyborough.example")
    assert list(grant.seats.all()) == ([] if ended else [seat])


def test_seat_of_another_partnership_cannot_be_given(cast: Cast, board: Board, coordinator: Client) -> None:
    make_seat(board, "Director")
    theirs = make_seat(make_board(cast.theirs, "Otherton Board"), "Otherton Director")
    sent = {"email": "families@anyborough.example", "name": "Director", "role": "board", "seat": str(theirs.pk)}
    page = words(coordinator.post("/p/anyborough/people/add/", sent))
    assert "Choose “Seat on a board” from the list" in page
    assert "Otherton Director" not in page


def test_seats_of_a_role_are_changed_and_shown_on_the_board_and_under_people(
    cast: Cast, board: Board, council: Organisation, coordinator: Client
) -> None:
    one, two, gone = (make_seat(board, post, council) for post in ("Director of Families", "Director of Health", "Former Director"))
    grant = RoleGrant.objects.get(user=cast.people[Role.BOARD_MEMBER])
    grant.seats.set([one, gone])
    Seat.objects.filter(pk=gone.pk).update(ends=day("2023"))
    address = f"/p/anyborough/people/{grant.pk}/seats/"
    form = coordinator.get(address).context["form"]
    assert form[f"board_{board.pk}"].value() == [str(one.pk)]
    assert coordinator.post(address, {f"board_{board.pk}": [str(two.pk)]}).status_code == 302
    assert set(grant.seats.all()) == {two, gone}
    entry = AuditEntry.objects.get(event="rolegrant.changed")
    assert entry.changes["Seats"][1].endswith("Director of Health (Anyborough Council), Safety Board")
    assert "Account: Board" in words(coordinator.get(f"/p/anyborough/boards/{board.pk}/"))
    coordinator.post(address, {f"board_{board.pk}": [str(two.pk)]})
    assert AuditEntry.objects.filter(event="rolegrant.changed").count() == 1


def test_only_board_members_have_seats_to_change(cast: Cast, coordinator: Client) -> None:
    for person in (cast.viewer, make_person("other@otherton.example", Role.BOARD_MEMBER, cast.theirs)):
        assert coordinator.get(f"/p/anyborough/people/{RoleGrant.objects.get(user=person).pk}/seats/").status_code == 404
