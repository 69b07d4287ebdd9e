"""What was done to the installation. Each partnership has a history of its own, which only its people read."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from partnerships.access.guards import needs
from partnerships.access.requests import SignedInRequest
from partnerships.access.roles import Permission
from partnerships.views import history_pages as pages
from partnerships.views.installation import tabs


@needs(Permission.RUN_INSTALLATION)
def installation_history(request: SignedInRequest) -> HttpResponse:
    context = pages.timeline(request, None) | {"tabs": tabs("installation_history"), "title": "History"}
    return render(request, "partnerships/installation/installation_history.html", context)


@needs(Permission.RUN_INSTALLATION)
def installation_history_csv(request: SignedInRequest) -> HttpResponseBase:
    return pages.table(request, None)


@needs(Permission.RUN_INSTALLATION)
def installation_history_entry(request: SignedInRequest, number: int) -> HttpResponse:
    context = pages.entry(None, number)
    context["breadcrumb"] = [("Installation", reverse("installation")), *context["breadcrumb"]]
    return render(request, "partnerships/history_entry.html", context)


@require_POST
@needs(Permission.RUN_INSTALLATION)
def installation_history_verify(request: SignedInRequest) -> HttpResponse:
    return pages.verify(request, None)
