"""Writing the draft: what it begins from, its sections, looking and pasting."""

from django.urls import path

from strategies.views import sections_begin

HERE = "p/<slug:slug>/"

urlpatterns = [
    path(f"{HERE}strategies/<int:strategy_pk>/draft/begin/", sections_begin.section_begin, name="section_begin"),
]
