"""What an administrator may put in other words or numbers: the duties' plain words, the guidance's paragraphs, windows of deadlines."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from compliance import queries
from compliance.forms.wording import DeadlineSettingForm, RequirementWordingForm
from compliance.models import RequirementWording
from compliance.requirements import CATALOGUE
from compliance.requirements.requirement import Requirement
from compliance.requirements.waiting import Waiting
from compliance.whole_law import whole_catalogue
from partnerships.access.guards import needs
from partnerships.access.requests import SignedInRequest
from partnerships.access.roles import Permission
from partnerships.actions.save_record import save_record
from partnerships.views.installation import tabs
from partnerships.views.record_page import record_page
from svduty import clock
from svduty.editing.forms import RecordForm


@needs(Permission.RUN_INSTALLATION)
def wordings(request: SignedInRequest) -> HttpResponse:
    in_force = queries.wordings_on(clock.today())
    every = list(queries.all_wordings())
    rows = [
        {
            "requirement": requirement,
            "wording": in_force.get(requirement.code),
            "others": [wording for wording in every if wording.code == requirement.code],
        }
        for requirement in whole_catalogue()
    ]
    return _tab(request, "wordings", rows)


@needs(Permission.RUN_INSTALLATION)
def requirementwording_add(request: SignedInRequest, code: str) -> HttpResponse:
    requirement = _asked(code)
    if requirement is None:
        raise Http404("No such duty.")
    now = queries.wording_on(code, clock.today())
    initial = {"plain": (now.plain if now else "") or requirement.plain, "paragraph": now.paragraph if now else ""}
    form = RequirementWordingForm(request.POST or None, instance=RequirementWording(code=code), initial=initial)
    why = f"The service's own words: {requirement.plain}"
    return _record(request, form, f"New wording: {requirement.title}", "wordings", why)


@needs(Permission.RUN_INSTALLATION)
def requirementwording_change(request: SignedInRequest, pk: int) -> HttpResponse:
    wording = get_object_or_404(queries.all_wordings(), pk=pk)
    form = RequirementWordingForm(request.POST or None, instance=wording)
    asked = _asked(wording.code)
    title = asked.title if asked else wording.code
    why = "To correct a slip. If the words themselves have changed, add a new wording from the day they did."
    return _record(request, form, f"Correct the wording: {title}", "wordings", why)


@needs(Permission.RUN_INSTALLATION)
def deadlines(request: SignedInRequest) -> HttpResponse:
    rows = [(setting, _duties_of(setting.code)) for setting in queries.deadline_settings()]
    return _tab(request, "deadlines", [row for row in rows if row[1]])


@needs(Permission.RUN_INSTALLATION)
def deadlinesetting_change(request: SignedInRequest, pk: int) -> HttpResponse:
    setting = get_object_or_404(queries.deadline_settings(), pk=pk)
    form = DeadlineSettingForm(request.POST or None, instance=setting)
    why = f"It serves: {', '.join(_duties_of(setting.code))}. No date set by law changes by this."
    return _record(request, form, f"Change the numbers of {setting.code}", "deadlines", why)


def _asked(code: str) -> Requirement | Waiting | None:
    return next((asked for asked in whole_catalogue() if asked.code == code), None)


def _duties_of(code: str) -> list[str]:
    return [requirement.title for requirement in CATALOGUE if code in requirement.deadline.split(", ")]


def _tab(request: SignedInRequest, route: str, rows: list[Any]) -> HttpResponse:
    shown = tabs(route)
    title = next(tab["text"] for tab in shown if tab["current"])
    page = Paginator(rows, max(len(rows), 1)).get_page(1)
    return render(request, f"compliance/{route}.html", {"tabs": shown, "title": title, "page": page})


def _record(request: SignedInRequest, form: RecordForm[Any], title: str, route: str, why: str) -> HttpResponse:
    back = reverse(route)
    place = next(tab["text"] for tab in tabs(route) if tab["current"])
    return record_page(
        request,
        form,
        title=title,
        why=why,
        save=lambda valid: save_record(valid, actor=request.user, partnership=None),
        back=back,
        breadcrumb=[("Installation", reverse("installation")), (place, back)],
    )
