from typing import Any

from partnerships.access.guards import may
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.models import Seat
from strategies import queries_rounds as queries
from strategies.models import Version
from strategies.rounds.choices import choices_of
from strategies.rounds.lines import rounds_shown
from svduty import clock


def deciding(request: PartnershipRequest, version: Version) -> dict[str, Any]:
    """What the page of a version's reading knows of the rounds in which it is decided: for read_asked.html and read_deciding.html.

    `questions`: the open rounds about it, those first in which the reader has a seat; each with the seats that they hold (`mine`), those
    of them that have not answered (`to_answer`), and what can be chosen.
    """
    on = clock.today()
    shown = [one for one in rounds_shown(queries.rounds_about(version), on) if one.asked.is_open and one.takes_answers]
    seats: list[Seat] = []
    if shown and may(request, Permission.DECIDE):
        seats = queries.seats_held(request.user, request.partnership, on)
    questions = []
    for one in shown:
        mine = [seat for seat in seats if seat.board_id == one.asked.board_id]
        missing = {seat.pk for seat in one.tally.missing}
        to_answer = [seat for seat in mine if seat.pk in missing]
        questions.append({"shown": one, "asked": one.asked, "mine": mine, "to_answer": to_answer, "choices": choices_of(one.asked.part)})
    return {"questions": sorted(questions, key=lambda question: not question["mine"]), "on": on}
