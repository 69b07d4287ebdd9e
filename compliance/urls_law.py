"""The addresses of what the law asks, for everybody, and of statements composed from the answers."""

from django.urls import URLPattern, path

from compliance.views import law, scrutiny

HERE = "p/<slug:slug>/"

urlpatterns: list[URLPattern] = [
    path("law/", law.law, name="law"),
    path(f"{HERE}scrutiny/", scrutiny.scrutiny, name="scrutiny"),
    path(f"{HERE}scrutiny/reports/<int:pk>/", scrutiny.scrutinyreport, name="scrutinyreport"),
]
