"""The addresses of objectives, actions and their steps."""

from django.urls import path

from strategies.views import delivery

HERE = "p/<slug:slug>/"

urlpatterns = [
    path(f"{HERE}delivery/", delivery.delivery, name="delivery"),
]
