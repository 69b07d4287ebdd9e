"""Approval rounds: asking boards about a version, deciding, closing."""

from django.urls import URLPattern

HERE = "p/<slug:slug>/"

urlpatterns: list[URLPattern] = []
