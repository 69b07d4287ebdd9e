"""Writing the draft: templates, autosave, preview, pasting, importing."""

from django.urls import URLPattern

HERE = "p/<slug:slug>/"

urlpatterns: list[URLPattern] = []
