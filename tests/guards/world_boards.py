"""One board of a partnership with what belongs to it, each bearing the partnership's own mark."""

from django.db.models import Model

from partnerships.models import Board, GovernanceReview, Organisation, Partnership, RoleGrant, Seat
from partnerships.models.person import Role
from tests.cast import day, make_person
from tests.guards.world_meetings import meeting_records


def board_records(partnership: Partnership, organisation: Organisation, mark: str) -> dict[str, Model]:
    """By kind. `board_grant`: somebody who holds its seat."""
    board = Board.objects.create(partnership=partnership, name=f"{mark} board", leads=True, quorum_minimum=1)
    seat = Seat.objects.create(board=board, post=f"{mark} commander", organisation=organisation)
    person = make_person(f"{mark.lower()}-commander@example.org", Role.BOARD_MEMBER, partnership)
    grant = RoleGrant.objects.get(user=person)
    grant.seats.add(seat)
    return {
        "board": board,
        "seat": seat,
        "governancereview": GovernanceReview.objects.create(board=board, held_on=day("2024-04"), found=f"{mark} outcome"),
        "board_grant": grant,
        **meeting_records(board, seat, mark),
    }
