"""The service's own addresses, and below /bench/ two empty pages that cost nothing but the way to them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from partnerships.access.guards import needs
from partnerships.access.roles import Permission
from svduty.urls import handler400, handler403, handler404, handler500
from svduty.urls import urlpatterns as of_the_service

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


@needs(Permission.READ)
def empty(request: HttpRequest, slug: str) -> HttpResponse:
    return HttpResponse("hello")


@needs(Permission.READ)
def frame(request: HttpRequest, slug: str) -> HttpResponse:
    return render(request, "base.html")


urlpatterns = [*of_the_service, path("p/<slug:slug>/bench/empty/", empty), path("p/<slug:slug>/bench/frame/", frame)]
