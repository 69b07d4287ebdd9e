"""Approval rounds: asking boards about a version, deciding, closing."""

from django.urls import path

from strategies.views import round_end, rounds, votes

HERE = "p/<slug:slug>/"

urlpatterns = [
    path(f"{HERE}versions/<int:version_pk>/ask/", rounds.round_open, name="round_open"),
    path(f"{HERE}rounds/<int:pk>/", rounds.round_page, name="round"),
    path(f"{HERE}rounds/<int:pk>/decide/", votes.round_decide, name="round_decide"),
    path(f"{HERE}rounds/<int:pk>/remind/", round_end.round_remind, name="round_remind"),
    path(f"{HERE}rounds/<int:pk>/close/", round_end.round_close, name="round_close"),
    path(f"{HERE}rounds/<int:pk>/withdraw/", round_end.round_withdraw, name="round_withdraw"),
]
