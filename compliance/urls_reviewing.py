"""The addresses of a yearly review on its way, and of carrying a strategy over into its next year."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
