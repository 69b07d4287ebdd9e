"""The page of a report that is being made off the request, and trying it again."""

import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from compliance.tasks import make_report
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from svduty import clock
from svduty.tasks.models import State
from svduty.tasks.queries import tasks_of
from svduty.tasks.queue import try_again

# How a script on the page asks whether anything has changed.
LOOK = "X-Look-Again"
LONG = datetime.timedelta(minutes=2)


@needs(Permission.READ)
def report_making(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """Where the work stands; once it is done, on to the report. A script that looks again is told so without a page."""
    task = get_object_or_404(tasks_of(make_report, request.partnership.pk), pk=pk)
    if task.state == State.DONE and task.outcome:
        if LOOK in request.headers:
            return HttpResponse(status=204)
        number = task.outcome["number"]
        said = (
            f"Report {number} is issued." if task.outcome["is_new"] else f"Nothing has changed since report {number}, so here it is again."
        )
        messages.success(request, said)
        return redirect("report", slug=slug, number=number)
    context = {
        "task": task,
        "as_at": datetime.date.fromisoformat(task.arguments["as_at"]),
        "signed_off_by": task.arguments["signed_off_by"],
        "is_open": task.state in (State.WAITING, State.RUNNING),
        "waits_long": task.state == State.WAITING and clock.now() - task.due_at > LONG,
        "breadcrumb": [("Reports", reverse("reports", args=[slug]))],
    }
    return render(request, "compliance/report_making.html", context)


@require_POST
@needs(Permission.ISSUE_REPORT)
def report_making_again(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    task = get_object_or_404(tasks_of(make_report, request.partnership.pk), pk=pk)
    again = try_again(task, asked_by_id=request.user.pk)
    return redirect("report_making", slug=slug, pk=again.pk)
