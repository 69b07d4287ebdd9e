"""The addresses of funding, returns, measures and their figures, risks and training."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
