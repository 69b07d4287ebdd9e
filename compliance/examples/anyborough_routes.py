"""A paper of Anyborough's on its way through several boards: most of it fits, and one board has no meeting planned in time."""

import datetime

from compliance.examples.loading import Example
from compliance.examples.seats import add_board
from partnerships.models import Board, Meeting, PaperRoute, RouteStep
from partnerships.models.meeting import ItemFor
from partnerships.pointing import point, targets
from svduty import dates
from svduty.working_days import last_working_day_by

TITLE = "What the needs assessment found"
WHY_THEN = "The day the partnership set itself, before the county's budget is made"
NOTE = "Made up for training. The health and the safeguarding boards say what they think; the partnership's own board decides."
OTHERS = "Another body's board: only its meetings that our papers go to are kept here."
TEN = datetime.time(10)


def add_routes(example: Example, on: datetime.date) -> None:
    """Add the paper's way. The partnership's boards and their next meetings are there."""
    board = Board.objects.get(partnership=example.partnership, leads=True)
    group = board.children.get()
    children = add_board(example, "", name="Anyshire Safeguarding Children Partnership", paper_days=7, note=OTHERS)
    health = add_board(example, "", name="Anyshire Health and Wellbeing Board", paper_days=5, note=OTHERS)
    meets = last_working_day_by(dates.days_after(on, 45))
    example.add(Meeting(board=health, day=meets, begins_at=TEN, place="County Hall"))
    route = PaperRoute(partnership=example.partnership, title=TITLE, through_by=dates.days_after(on, 90), why_then=WHY_THEN, note=NOTE)
    [assessment, *_] = targets(example.partnership, "needsassessment")
    point(route, assessment)
    example.add(route)
    for position, on_the_way in enumerate([group, children, health, board], start=1):
        purpose = ItemFor.DECISION if on_the_way == board else ItemFor.DISCUSSION
        example.add(RouteStep(route=route, board=on_the_way, position=position, purpose=purpose))
