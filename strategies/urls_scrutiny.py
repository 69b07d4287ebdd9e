"""The addresses of scrutiny, the partnership plan, assurance and readiness."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
