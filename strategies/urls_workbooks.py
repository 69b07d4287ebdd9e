"""The addresses of the action plan as a workbook, out and in, and the regional plan."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
