"""Writing the draft: what it begins from, its sections, looking and pasting."""

from django.urls import path

from strategies.views import sections_begin, sections_live

HERE = "p/<slug:slug>/"

urlpatterns = [
    path(f"{HERE}strategies/<int:strategy_pk>/draft/begin/", sections_begin.section_begin, name="section_begin"),
    path(f"{HERE}strategies/<int:strategy_pk>/draft/preview/", sections_live.section_preview, name="section_preview"),
    path(f"{HERE}strategies/<int:strategy_pk>/draft/paste/", sections_live.section_paste, name="section_paste"),
]
