"""Anyborough's boards and a year and more of their meetings.

The board has met often enough with a quorum so far this year and once too few came; last year it met once too seldom. How it works
was looked at nearly a year ago. One paper went out late, one deputy's authority is not written down, actions stand in every state.
"""

import datetime

from compliance.examples import anyborough_governance_texts as texts
from compliance.examples.anyborough_meetings import ask, hold, meet_this_year, minute, plan, plan_the_next, put_on_agenda
from compliance.examples.loading import Example, ago, met_on
from compliance.examples.seats import add_board
from partnerships.models import Board, GovernanceReview, Organisation, RoleGrant, Seat
from partnerships.models.board import MeetingRule, QuorumBase
from partnerships.models.meeting import ItemFor
from partnerships.models.person import Role
from svduty import dates
from svduty.vague_dates import VagueDate
from svduty.working_days import last_working_day_by

BEGAN = 850  # days ago: the board's present life, some way into its last year but one
YEAR_BEGAN = 8  # months ago at least: long enough ago for five meetings, and not over for three months
LAST_YEAR = (590, 530, 470, 415, 360)  # five meetings of six
CAME_LATELY = {"definition": 150, "draft": 125, "not-quorate": 75, "strategy": 20}


def add_governance(example: Example, bodies: dict[str, Organisation], on: datetime.date) -> None:
    """Add both boards, with their seats, meetings, decisions and actions up to the day `on`. Definitions and strategies are there."""
    board = _board(example, on)
    for position, seat in enumerate(texts.SEATS):
        _seat(example, board, position, bodies, on, *seat)
    sits_for = RoleGrant.objects.filter(partnership=example.partnership, role=Role.BOARD_MEMBER).first()
    if sits_for:
        sits_for.seats.add(board.seats.get(post="Director of Public Protection"))
    example.add(GovernanceReview(board=board, held_on=met_on(on, 340), found=texts.REVIEWED, reference="Board minutes, item 8"))
    for days in LAST_YEAR:
        hold(example, board, met_on(on, days), on)
    hold(example, board, met_on(on, 215), on)
    held = {name: plan(example, board, met_on(on, days)) for name, days in CAME_LATELY.items()}
    meet_this_year(example, held, on)
    plan_the_next(example, board, on)
    _group(example, board, bodies, on)
    for name, action in texts.ACTIONS:
        ask(example, held[name], bodies, on, action)
    for name in ("definition", "draft", "strategy"):
        minute(example, held[name])
    not_quorate = held["not-quorate"]
    not_quorate.minutes = texts.NOT_QUORATE_MINUTES
    not_quorate.save()


def _board(example: Example, on: datetime.date) -> Board:
    begins = (on.month - 1 - YEAR_BEGAN) % 12 + 1
    return add_board(
        example,
        "",
        name=texts.BOARD,
        leads=True,
        starts=ago(on, BEGAN),
        terms=texts.TERMS,
        terms_agreed_on=met_on(on, BEGAN - 10),
        reports_to="The cabinets of the two councils",
        meets=MeetingRule.TIMES_A_YEAR,
        times_a_year=6,
        year_begins=begins,
        quorum_words=texts.QUORUM,
        quorum_part=1,
        quorum_whole=2,
        quorum_of=QuorumBase.VOTING,
        quorum_chair=True,
        paper_days=5,
        note=texts.BOARD_NOTE,
    )


def _seat(
    example: Example,
    board: Board,
    position: int,
    bodies: dict[str, Organisation],
    on: datetime.date,
    body: str,
    post: str,
    kind: str,
    deputy: str,
    authority: str,
) -> None:
    """A seat since the board began; the health body's ended with the body."""
    seat = Seat(board=board, post=post, organisation=bodies[body], kind=kind, position=position, deputy=deputy, deputy_authority=authority)
    seat.starts = board.starts
    seat.ends = ago(on, 20) if body == "NHS Anyshire Integrated Care Board" else None
    example.add(seat)


def _group(example: Example, board: Board, bodies: dict[str, Organisation], on: datetime.date) -> None:
    """The group below the board: it meets when there is need, and no quorum is set."""
    began = {"starts": ago(on, 500), "terms": texts.GROUP_TERMS, "meets": MeetingRule.AS_NEEDED}
    group = add_board(example, "", name=texts.GROUP, parent=board, **began)
    for position, seat in enumerate(texts.GROUP_SEATS):
        _seat(example, group, position, bodies, on, *seat)
    met = hold(example, group, met_on(on, 48), on, came={})
    put_on_agenda(example, met, "The mentoring scheme: places for the autumn", None, purpose=ItemFor.DISCUSSION)
    plan(example, group, VagueDate.of(last_working_day_by(dates.days_after(on, 12))))
