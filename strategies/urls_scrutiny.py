"""The addresses of scrutiny, the partnership plan, assurance and readiness."""

from django.urls import URLPattern, path

from strategies.views import scrutiny, year_papers

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
    path(f"{HERE}partnership-plan/", year_papers.partnershipplans, name="partnershipplans"),
    path(f"{HERE}partnership-plan/add/", year_papers.partnershipplan_add, name="partnershipplan_add"),
    path(f"{HERE}partnership-plan/<int:pk>/change/", year_papers.partnershipplan_change, name="partnershipplan_change"),
    path(f"{HERE}partnership-plan/<int:pk>/withdraw/", year_papers.partnershipplan_withdraw, name="partnershipplan_withdraw"),
    path(f"{HERE}readiness/", year_papers.readinessassessments, name="readinessassessments"),
    path(f"{HERE}readiness/add/", year_papers.readinessassessment_add, name="readinessassessment_add"),
    path(f"{HERE}readiness/<int:pk>/change/", year_papers.readinessassessment_change, name="readinessassessment_change"),
    path(f"{HERE}readiness/<int:pk>/withdraw/", year_papers.readinessassessment_withdraw, name="readinessassessment_withdraw"),
    path(f"{HERE}homicide-reviews/", year_papers.homicidereviews, name="homicidereviews"),
    path(f"{HERE}homicide-reviews/add/", year_papers.homicidereview_add, name="homicidereview_add"),
    path(f"{HERE}homicide-reviews/<int:pk>/", year_papers.homicidereview, name="homicidereview"),
    path(f"{HERE}homicide-reviews/<int:pk>/change/", year_papers.homicidereview_change, name="homicidereview_change"),
    path(f"{HERE}homicide-reviews/<int:pk>/withdraw/", year_papers.homicidereview_withdraw, name="homicidereview_withdraw"),
]
