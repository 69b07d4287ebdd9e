"""The addresses of news of actions, and asking for it."""

from django.urls import path

from strategies.views import my_actions, progress, progress_ask

HERE = "p/<slug:slug>/"

urlpatterns = [
    path(f"{HERE}my-actions/", my_actions.my_actions, name="my_actions"),
    path(f"{HERE}progress/add/", progress.progress_add, name="progress_add"),
    path(f"{HERE}progress/ask/", progress_ask.progress_ask, name="progress_ask"),
    path(f"{HERE}progress/<int:pk>/change/", progress.progress_change, name="progress_change"),
    path(f"{HERE}progress/<int:pk>/withdraw/", progress.progress_withdraw, name="progress_withdraw"),
    path(f"{HERE}actions/<int:pk>/no-change/", progress.progress_no_change, name="progress_no_change"),
]
