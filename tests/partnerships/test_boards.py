"""The pages of boards: who reports to whom, the quorum in words, and what deserves a second look."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from partnerships.board_tree import Branch, loop_through, tree_of
from partnerships.models import AuditEntry, Board, Meeting, Organisation, Seat
from tests.cast import Cast, day, make_holder
from tests.partnerships.board_of import make_board, make_seat
from tests.partnerships.conftest import words

LIST, ADD = "/p/anyborough/boards/", "/p/anyborough/boards/add/"


def asked(**changes: Any) -> dict[str, Any]:
    """What the form sends for a plain board."""
    plain = {"name": "Safety Board", "meets": "none", "year_begins": "4", "quorum_is": "none", "quorum_of": "all"}
    return plain | changes


def page_of(board: Board) -> str:
    return f"/p/anyborough/boards/{board.pk}/"


def change(board: Board, **changes: Any) -> dict[str, Any]:
    return asked(name=board.name, seen_version=str(board.version), **changes)


def test_empty_list_says_what_belongs_there_and_offers_the_first_step(coordinator: Client, viewer: Client) -> None:
    assert "The board that leads the work belongs here" in words(coordinator.get(LIST))
    assert ADD in coordinator.get(LIST).content.decode()
    assert ADD not in viewer.get(LIST).content.decode()


def test_board_is_added_with_its_quorum_in_words(cast: Cast, coordinator: Client) -> None:
    sent = asked(leads="on", meets="times", times_a_year="4", quorum_is="1/4", quorum_chair="on", quorum_words="A quarter and the chair.")
    answer = coordinator.post(ADD, sent)
    board = Board.objects.get(partnership=cast.ours)
    assert answer["Location"] == page_of(board)
    assert (board.quorum_part, board.quorum_whole, board.quorum_chair, board.times_a_year) == (1, 4, True, 4)
    assert AuditEntry.objects.get(event="board.added").changes["Quorum: of how many parts"] == ["", "4"]
    page = words(coordinator.get(page_of(board)))
    assert "a quarter of all members, and the chair: no members are recorded" in page
    assert "4 times a year" in page


@pytest.mark.parametrize(
    ("sent", "parts"),
    [
        ({"quorum_is": "1/3"}, (1, 3, None)),
        ({"quorum_is": "other", "quorum_share": "2 of 5"}, (2, 5, None)),
        ({"quorum_is": "other", "quorum_share": "40 %"}, (40, 100, None)),
        ({"quorum_is": "number", "quorum_minimum": "5"}, (None, None, 5)),
        ({"quorum_is": "1/2", "quorum_minimum": "3", "quorum_share": "left from before"}, (1, 2, 3)),
        ({"quorum_is": "none"}, (None, None, None)),
    ],
)
def test_each_way_to_say_a_quorum_is_kept_and_shown_again(
    cast: Cast, coordinator: Client, sent: dict[str, str], parts: tuple[int | None, ...]
) -> None:
    assert coordinator.post(ADD, asked(**sent)).status_code == 302
    board = Board.objects.get(partnership=cast.ours)
    assert (board.quorum_part, board.quorum_whole, board.quorum_minimum) == parts
    form = coordinator.get(f"{page_of(board)}change/").context["form"]
    assert form["quorum_is"].value() == sent["quorum_is"]


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"quorum_is": "other", "quorum_share": "most"}, "Enter the part in numbers, for example 2 of 5, or 40%."),
        ({"quorum_is": "other", "quorum_share": "5 of 2"}, "The part must be at least one, and no more than all of them"),
        ({"quorum_is": "other", "quorum_share": "0/4"}, "The part must be at least one"),
        ({"quorum_is": "number"}, "Enter how many members must be there, for example 5."),
        ({"quorum_is": "1/4", "quorum_minimum": "0"}, "Enter 1 or more, or leave it empty."),
        ({"quorum_is": "none", "quorum_chair": "on"}, "Choose how many other members must be there too."),
        ({"quorum_is": "none", "quorum_minimum": "4"}, "Choose “A number of members”"),
        ({"meets": "times"}, "Enter how many times a year it meets, for example 4."),
        ({"name": "Steering Group"}, "A board of this name is here already."),
    ],
)
def test_answers_that_do_not_fit_are_told_and_nothing_is_saved(
    cast: Cast, coordinator: Client, sent: dict[str, str], sentence: str
) -> None:
    make_board(cast.ours, "Steering Group")
    assert sentence in words(coordinator.post(ADD, asked(**sent)))
    assert Board.objects.count() == 1


def test_part_that_no_longer_applies_is_cleared(cast: Cast, coordinator: Client) -> None:
    board = make_board(cast.ours, quorum_part=1, quorum_whole=4, meets="times", times_a_year=4)
    coordinator.post(f"{page_of(board)}change/", change(board, meets="quarterly", times_a_year="4", quorum_is="none"))
    board.refresh_from_db()
    assert (board.quorum_part, board.quorum_whole, board.times_a_year, board.meets) == (None, None, None, "quarterly")


def test_form_says_what_each_part_comes_to_with_the_seats_of_today(cast: Cast, coordinator: Client) -> None:
    board = make_board(cast.ours)
    for number in range(7):
        make_seat(board, f"Post {number}", kind="voting" if number < 5 else "non-voting")
    page = words(coordinator.get(f"{page_of(board)}change/"))
    assert "Now 2 of all 7; 2 of the 5 who vote" in page
    assert "Now 4 of all 7; 3 of the 5 who vote" in page


def test_rule_that_can_never_be_met_is_saved_only_after_a_warning(cast: Cast, coordinator: Client) -> None:
    board = make_board(cast.ours)
    make_seat(board, "Commander")
    sent = change(board, quorum_is="number", quorum_minimum="3", quorum_chair="on")
    warned = words(coordinator.post(f"{page_of(board)}change/", sent))
    assert "no meeting could ever reach it" in warned
    assert "no chair is recorded: no meeting could be quorate" in warned
    assert coordinator.post(f"{page_of(board)}change/", sent | {"cautions_seen": "never-met no-chair"}).status_code == 302
    page = words(coordinator.get(page_of(board)))
    assert "Worth a second look" in page
    assert "3 of 1 member and the chair" in page


def test_part_of_voters_where_nobody_votes_is_warned_of(cast: Cast, coordinator: Client) -> None:
    board = make_board(cast.ours)
    make_seat(board, "Observer", kind="non-voting")
    warned = words(coordinator.post(f"{page_of(board)}change/", change(board, quorum_is="1/2", quorum_of="voting")))
    assert "no voting members are recorded" in warned


def test_second_leading_board_is_allowed_once_it_was_said(cast: Cast, coordinator: Client) -> None:
    make_board(cast.ours, "Steering Group", leads=True)
    warned = words(coordinator.post(ADD, asked(leads="on")))
    assert "Steering Group leads the work already. More than one board may lead" in warned
    assert coordinator.post(ADD, asked(leads="on", cautions_seen="also-leads")).status_code == 302
    assert Board.objects.filter(leads=True).count() == 2


def test_circle_of_reporting_lines_is_refused_with_its_boards_named(cast: Cast, coordinator: Client) -> None:
    top = make_board(cast.ours, "Top")
    middle = make_board(cast.ours, "Middle", parent=top)
    bottom = make_board(cast.ours, "Bottom", parent=middle)
    page = words(coordinator.post(f"{page_of(top)}change/", change(top, parent=str(bottom.pk))))
    assert "Top would report to Bottom, which reports to Middle, which reports to Top." in page
    top.refresh_from_db()
    assert top.parent is None


def test_board_cannot_report_to_itself_or_to_another_partnership_s(cast: Cast, coordinator: Client) -> None:
    board, theirs = make_board(cast.ours), make_board(cast.theirs, "Otherton Board")
    for parent in (board, theirs):
        page = words(coordinator.post(f"{page_of(board)}change/", change(board, parent=str(parent.pk))))
        assert "Choose “Reports to” from the list" in page
    assert "Otherton Board" not in words(coordinator.get(f"{page_of(board)}change/"))


def names(branches: list[Branch]) -> list[Any]:
    return [(branch.name, names(branch.branches)) if branch.branches else branch.name for branch in branches]


def test_tree_follows_the_reporting_lines_and_stands_under_bodies_outside() -> None:
    top = Board(pk=1, name="Board", reports_to="Cabinet ")
    boards = [Board(pk=2, name="Youth group", parent=top), Board(pk=3, name="Drugs group", parent=top), top]
    boards += [Board(pk=4, name="Audit", reports_to="Cabinet"), Board(pk=5, name="Alone"), Board(pk=6, name="Orphan", parent_id=99)]
    assert names(tree_of(boards)) == ["Alone", ("Cabinet", ["Audit", ("Board", ["Drugs group", "Youth group"])]), "Orphan"]


def test_loop_is_found_through_any_number_of_boards() -> None:
    boards = [Board(pk=1, name="A"), Board(pk=2, name="B", parent_id=1), Board(pk=3, name="C", parent_id=2), Board(pk=4, name="D")]
    assert [board.name for board in loop_through(boards[0], boards[2], boards)] == ["A", "C", "B", "A"]
    assert loop_through(boards[2], boards[0], boards) == []
    assert loop_through(boards[0], boards[3], boards) == []


def test_list_draws_the_tree_and_says_what_each_quorum_comes_to(cast: Cast, viewer: Client) -> None:
    board = make_board(cast.ours, "Safety Board", leads=True, reports_to="Cabinet", quorum_part=1, quorum_whole=4, quorum_chair=True)
    make_board(cast.ours, "Youth Group", parent=board)
    make_board(cast.ours, "Old Group", ends=day("2023-12-31"))
    for number in range(5):
        make_seat(board, f"Post {number}")
    page = words(viewer.get(LIST))
    assert 'Cabinet<span class="svd-tree__note">not a board of this partnership</span>' in page
    assert "2 of 5 members and the chair" in page
    assert page.index("Boards that have ended") < page.index("Old Group")


def test_ending_a_board_says_what_goes_with_it_and_ends_its_seats(cast: Cast, coordinator: Client) -> None:
    board = make_board(cast.ours)
    make_board(cast.ours, "Youth Group", parent=board)
    seat, gone = make_seat(board, "Commander"), make_seat(board, "Former", ends=day("2023"))
    Meeting.objects.create(board=board, day="2024-09-02")
    page = words(coordinator.get(f"{page_of(board)}end/"))
    assert "Its seat ends with it on the same day. A meeting is planned: cancel what will not be held. Youth Group reports to it" in page
    sent = {"ends": "31 3 2024", "reason": "Merged.", "seen_version": str(board.version)}
    assert coordinator.post(f"{page_of(board)}end/", sent).status_code == 302
    for record in (board, seat, gone):
        record.refresh_from_db()
    assert (str(board.ends), str(seat.ends), str(gone.ends)) == ("31 March 2024", "31 March 2024", "2023")
    assert list(AuditEntry.objects.values_list("event", "comment").order_by("number")) == [
        ("board.ended", "Merged."),
        ("seat.ended", "With the board: Merged."),
    ]


def test_page_names_the_bodies_that_need_a_second_look(cast: Cast, viewer: Client) -> None:
    council = make_holder(cast.ours, cast.area).organisation
    prison = make_holder(cast.ours, cast.area, "prison", name="HMP Anyshire").organisation
    board = make_board(cast.ours)
    stranger = Organisation.objects.create(name="Youth Trust", kind="voluntary", partnership=cast.ours)
    former = Organisation.objects.create(name="Old Trust", kind="other", partnership=cast.ours, ends=day("2023"))
    make_seat(board, "Chair", council, "chair")
    make_seat(board, "Governor", prison)
    make_seat(board, "Deputy Governor", prison, "non-voting")
    make_seat(board, "Manager", stranger)
    make_seat(board, "Director", former)
    page = words(viewer.get(page_of(board)))
    assert "HMP Anyshire votes as a relevant authority (Schedule 2): the duty of section 8 is on the specified authorities." in page
    assert "Youth Trust has a seat and is not listed under Who as taking part now." in page
    assert "Old Trust has ended and still has a seat." in page


def test_viewer_sees_a_board_and_no_way_to_change_it(cast: Cast, viewer: Client) -> None:
    board = make_board(cast.ours)
    make_seat(board, "Commander")
    page = viewer.get(page_of(board)).content.decode()
    for route in ("change/", "end/", "seats/add/", "seats/paste/", "reviews/add/"):
        assert route not in page


@pytest.mark.parametrize("number", [1, 30])
def test_page_of_a_board_asks_as_often_however_many_seats(
    cast: Cast, viewer: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    board = make_board(cast.ours)
    organisation = make_holder(cast.ours, cast.area).organisation
    for each in range(number):
        make_seat(board, f"Post {each}", organisation)
        make_board(cast.ours, f"Group {each}", parent=board)
    viewer.get(LIST)
    with django_assert_num_queries(13):
        viewer.get(page_of(board))
    with django_assert_num_queries(5):
        viewer.get(LIST)
    assert Seat.objects.count() == number
