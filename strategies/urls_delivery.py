"""The addresses of objectives, actions and their steps."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
