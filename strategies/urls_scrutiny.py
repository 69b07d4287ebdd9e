"""The addresses of scrutiny, the partnership plan, assurance and readiness."""

from django.urls import URLPattern, path

from strategies.views import scrutiny

HERE = "p/<slug:slug>/"

urlpatterns: list[URLPattern] = [
    path(f"{HERE}scrutiny/meetings/add/", scrutiny.scrutinymeeting_add, name="scrutinymeeting_add"),
    path(f"{HERE}scrutiny/meetings/<int:pk>/change/", scrutiny.scrutinymeeting_change, name="scrutinymeeting_change"),
    path(f"{HERE}scrutiny/meetings/<int:pk>/withdraw/", scrutiny.scrutinymeeting_withdraw, name="scrutinymeeting_withdraw"),
    path(f"{HERE}scrutiny/reports/add/", scrutiny.scrutinyreport_add, name="scrutinyreport_add"),
    path(f"{HERE}scrutiny/reports/<int:pk>/change/", scrutiny.scrutinyreport_change, name="scrutinyreport_change"),
    path(f"{HERE}scrutiny/reports/<int:pk>/reply/", scrutiny.scrutinyreport_reply, name="scrutinyreport_reply"),
    path(f"{HERE}scrutiny/reports/<int:pk>/withdraw/", scrutiny.scrutinyreport_withdraw, name="scrutinyreport_withdraw"),
    path(f"{HERE}scrutiny/requests/add/", scrutiny.scrutinyrequest_add, name="scrutinyrequest_add"),
    path(f"{HERE}scrutiny/requests/<int:pk>/change/", scrutiny.scrutinyrequest_change, name="scrutinyrequest_change"),
    path(f"{HERE}scrutiny/requests/<int:pk>/answer/", scrutiny.scrutinyrequest_answer, name="scrutinyrequest_answer"),
    path(f"{HERE}scrutiny/requests/<int:pk>/withdraw/", scrutiny.scrutinyrequest_withdraw, name="scrutinyrequest_withdraw"),
]
