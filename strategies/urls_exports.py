"""A version as PDF, Word and Markdown, and its comments paper."""

from django.urls import URLPattern

HERE = "p/<slug:slug>/"

urlpatterns: list[URLPattern] = []
