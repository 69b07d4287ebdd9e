"""Work in the background: what waits, runs, failed and was lately finished. Only names of partnerships, never what they hold."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from partnerships.access.guards import needs
from partnerships.access.requests import SignedInRequest
from partnerships.access.roles import Permission
from partnerships.actions.try_task_again import try_task_again
from partnerships.queries_tasks import names_of_partnerships
from partnerships.views.installation import PER_PAGE, tabs
from svduty import clock
from svduty.tasks.queries import all_tasks, waiting_since
from svduty.tasks.reading import LATE, in_words


@needs(Permission.RUN_INSTALLATION)
def installation_tasks(request: SignedInRequest) -> HttpResponse:
    page = Paginator(all_tasks(), PER_PAGE).get_page(request.GET.get("page"))
    tasks = list(page)
    context = {
        "page": page,
        "tabs": tabs("installation_tasks"),
        "title": "Tasks",
        "rows_of_tasks": in_words(tasks, names_of_partnerships(task.partnership_id for task in tasks)),
        "late": waiting_since(clock.now() - LATE),
    }
    return render(request, "partnerships/installation/installation_tasks.html", context)


@require_POST
@needs(Permission.RUN_INSTALLATION)
def installation_task_again(request: SignedInRequest, pk: int) -> HttpResponse:
    again = try_task_again(get_object_or_404(all_tasks(), pk=pk), actor=request.user)
    messages.success(request, f"Task {again.pk} was put back to the queue.")
    return redirect("installation_tasks")
