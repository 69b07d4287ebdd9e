"""The addresses of the top floor: where a partnership stands, its duties, evidence, responses and sendings."""

from django.urls import path

from compliance import urls_law, urls_reviewing
from compliance.views import (
    consultation_coverage,
    duties,
    evidence,
    oversight,
    overview,
    publishing,
    reports,
    reports_making,
    responses,
    reviews,
    submissions,
    what_if,
    wording,
    year,
)

HERE = "p/<slug:slug>/"

urlpatterns = [
    *urls_reviewing.urlpatterns,
    *urls_law.urlpatterns,
    path("oversight/", oversight.oversight, name="oversight"),
    path("oversight/seen/", oversight.oversight_seen, name="oversight_seen"),
    path(HERE, overview.overview, name="overview"),
    path(f"{HERE}year/", year.year, name="year"),
    path(f"{HERE}what-if/", what_if.what_if, name="what_if"),
    path(f"{HERE}duties/", duties.duties, name="duties"),
    path(f"{HERE}duties/<slug:code>/", duties.duty, name="duty"),
    path(f"{HERE}duties/<slug:code>/evidence/", evidence.evidence_add, name="evidence_add"),
    path(f"{HERE}duties/<slug:code>/respond/", responses.response_add, name="response_add"),
    path(f"{HERE}evidence/", evidence.evidence, name="evidence"),
    path(f"{HERE}evidence/<int:pk>/change/", evidence.evidence_change, name="evidence_change"),
    path(f"{HERE}evidence/<int:pk>/withdraw/", evidence.evidence_withdraw, name="evidence_withdraw"),
    path(f"{HERE}responses/<int:pk>/change/", responses.response_change, name="response_change"),
    path(f"{HERE}responses/<int:pk>/withdraw/", responses.response_withdraw, name="response_withdraw"),
    path(f"{HERE}versions/<int:version_pk>/publish/", publishing.version_publish, name="version_publish"),
    path(f"{HERE}versions/<int:version_pk>/publish-now/", publishing.version_publish_now, name="version_publish_now"),
    path(f"{HERE}versions/<int:version_pk>/send/", submissions.submission_add, name="submission_add"),
    path(f"{HERE}sendings/<int:pk>/change/", submissions.submission_change, name="submission_change"),
    path(f"{HERE}sendings/<int:pk>/withdraw/", submissions.submission_withdraw, name="submission_withdraw"),
    path(f"{HERE}reviews/", reviews.reviews, name="reviews"),
    path(f"{HERE}consultation/", consultation_coverage.consultations, name="consultations"),
    path(f"{HERE}reports/", reports.reports, name="reports"),
    path(f"{HERE}reports/make/", reports.report_make, name="report_make"),
    path(f"{HERE}reports/making/<int:pk>/", reports_making.report_making, name="report_making"),
    path(f"{HERE}reports/making/<int:pk>/again/", reports_making.report_making_again, name="report_making_again"),
    path(f"{HERE}reports/<int:number>/", reports.report, name="report"),
    path(f"{HERE}reports/<int:number>/pdf/", reports.report_pdf, name="report_pdf"),
    path("installation/wording/", wording.wordings, name="wordings"),
    path("installation/wording/<slug:code>/add/", wording.requirementwording_add, name="requirementwording_add"),
    path("installation/wording/<int:pk>/", wording.requirementwording_change, name="requirementwording_change"),
    path("installation/deadlines/", wording.deadlines, name="deadlines"),
    path("installation/deadlines/<int:pk>/", wording.deadlinesetting_change, name="deadlinesetting_change"),
]
