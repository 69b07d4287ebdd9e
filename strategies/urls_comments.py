"""Reading a version, commenting on it, and what became of each comment."""

from django.urls import URLPattern

HERE = "p/<slug:slug>/"

urlpatterns: list[URLPattern] = []
