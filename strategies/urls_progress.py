"""The addresses of news of actions, and asking for it."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
