"""The addresses of what the law asks, for everybody, and of statements composed from the answers."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
