"""Tower Hamlets' boards: the partnership's own with the groups below it, and those of others that the work was taken to."""

from compliance.examples import tower_hamlets_texts as texts
from compliance.examples.loading import Example
from compliance.examples.seats import add_board
from compliance.examples.tower_hamlets_texts import para
from partnerships.models import Board, Decision, LocalDefinition, Meeting
from partnerships.models.meeting import DecisionOutcome, MeetingState


def add(example: Example, definition: LocalDefinition) -> None:
    """The boards, and the one meeting of which the paper tells."""
    board = add_board(example, para("3.3"), name=texts.BOARD, leads=True, note=texts.BOARD_NOTE)
    others = ", ".join(texts.OTHER_BOARDS)
    add_board(example, para("3.2"), name=texts.WORKING_GROUP, parent=board, reports_to=others, note=texts.WORKING_NOTE)
    below = {"name": texts.STRATEGY_GROUP, "parent": board, "note": texts.STRATEGY_GROUP_NOTE}
    add_board(example, para("Executive summary and 3.2"), **below)
    for name in texts.OTHER_BOARDS:
        add_board(example, para("Recommendation 2 and 3.2"), name=name, note=texts.OTHER_NOTE)
    _meeting(example, board, definition)


def _meeting(example: Example, board: Board, definition: LocalDefinition) -> None:
    """Who came is not said, so nothing is known of its quorum."""
    meeting = Meeting(board=board, day=texts.DEFINITION_AGREED_ON, state=MeetingState.HELD)
    example.add(meeting, para("3.4"))
    decision = Decision(
        meeting=meeting,
        wording=texts.DECIDED,
        outcome=DecisionOutcome.AGREED,
        about_kind=definition.record_kind(),
        about_pk=definition.pk,
        about_label=str(definition),
        about_version=definition.version,
    )
    example.add(decision, para("3.4"))
