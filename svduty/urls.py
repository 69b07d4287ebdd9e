"""The whole address book, in reading order. Apps are named by string: the ground floor imports nothing from above."""

from django.conf import settings
from django.urls import include, path

from svduty import health

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("livez", health.livez, name="livez"),
    path("", include("partnerships.urls")),
    path("", include("strategies.urls")),
    path("", include("compliance.urls")),
]

if settings.DEBUG:
    urlpatterns.append(path("components/", include("svduty.components_page")))

handler400 = "svduty.error_pages.bad_request"
handler403 = "svduty.error_pages.forbidden"
handler404 = "svduty.error_pages.not_found"
handler500 = "svduty.error_pages.server_error"
