"""The components page as its tests ask for it: on its own, whatever DEBUG says."""

from django.urls import include, path

urlpatterns = [path("components/", include("svduty.components_page"))]
