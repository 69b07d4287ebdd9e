"""Planning the meetings of a board's year in one step."""

from typing import Any

from django.http import HttpResponse

from partnerships import queries_meetings as queries
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.plan_meetings import plan_meetings
from partnerships.forms.plan_year import ChooseYearForm, PlanYearForm
from partnerships.models import Board, Meeting
from partnerships.planning_year import meets_words, propose, usual_weekday, wanted, years_to_plan
from partnerships.views.meeting_pages import board_or_404, trail_to_meetings
from partnerships.views.pages import address
from partnerships.views.record_page import record_page
from svduty import clock


@needs(Permission.EDIT)
def meetings_plan(request: PartnershipRequest, slug: str, board_pk: int) -> HttpResponse:
    """Propose days for the chosen year from the board's rule; each can be put right or emptied before all are saved."""
    board, on = board_or_404(request, board_pk), clock.today()
    years = years_to_plan(on, board.year_begins)
    known = queries.days_of_meetings(board)
    chosen = ChooseYearForm(request.GET if "year" in request.GET else None, years=years)
    asked = chosen.cleaned_data if chosen.is_valid() else {}
    number = asked.get("number") or wanted(board)
    full = sum(years[0].first <= day <= years[0].last for day in known) >= number or (years[0].last - on).days < 30
    year = next((one for one in years if one.first.isoformat() == asked.get("year")), years[1] if full else years[0])
    chosen.initial = {"year": year.first.isoformat(), "number": number}
    proposed = propose(year, number, known, usual_weekday(known), on)
    form = PlanYearForm(request.POST or None, board=board, proposed=proposed, initial=_as_last_time(board))

    def save(valid: PlanYearForm) -> list[Meeting]:
        data = valid.cleaned_data
        return plan_meetings(
            board,
            data["days"],
            begins_at=data["begins_at"],
            place=data["place"],
            on=on,
            actor=request.user,
            partnership=request.partnership,
            comment=valid.comment,
        )

    return record_page(
        request,
        form,
        title="Plan the year",
        why=f"The meetings of {board}, saved together. Put a day right, or empty its line to leave it out.",
        save=save,
        done="Planned the meetings.",
        button="Save these meetings",
        back=address(request, "meetings", board_pk),
        template="partnerships/meetings_plan.html",
        breadcrumb=trail_to_meetings(request, board),
        chosen=chosen,
        board=board,
        year=year,
        there=sorted(day for day in known if year.first <= day <= year.last),
        proposed=proposed,
        rule=meets_words(board),
    )


def _as_last_time(board: Board) -> dict[str, Any]:
    """The time and place of the newest meeting."""
    last = queries.meeting_lines(board).first()
    return {"begins_at": last.begins_at, "place": last.place} if last else {}
