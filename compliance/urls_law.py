"""The addresses of what the law asks, for everybody, and of statements composed from the answers."""

from django.urls import URLPattern, path

from compliance.views import assurance, committee_reports, composed, law, scrutiny

HERE = "p/<slug:slug>/"

urlpatterns: list[URLPattern] = [
    path("law/", law.law, name="law"),
    path(f"{HERE}scrutiny/", scrutiny.scrutiny, name="scrutiny"),
    path(f"{HERE}scrutiny/reports/<int:pk>/", scrutiny.scrutinyreport, name="scrutinyreport"),
    path(f"{HERE}assurance/", assurance.assurancestatements, name="assurancestatements"),
    path(f"{HERE}assurance/add/", assurance.assurancestatement_add, name="assurancestatement_add"),
    path(f"{HERE}assurance/<int:pk>/", assurance.assurancestatement, name="assurancestatement"),
    path(f"{HERE}assurance/<int:pk>/change/", assurance.assurancestatement_change, name="assurancestatement_change"),
    path(f"{HERE}assurance/<int:pk>/compose/", assurance.assurancestatement_compose, name="assurancestatement_compose"),
    path(f"{HERE}assurance/<int:pk>/text/", assurance.assurancestatement_text, name="assurancestatement_text"),
    path(f"{HERE}assurance/<int:pk>/word/", assurance.assurancestatement_word, name="assurancestatement_word"),
    path(f"{HERE}assurance/<int:pk>/pdf/", assurance.assurancestatement_pdf, name="assurancestatement_pdf"),
    path(f"{HERE}assurance/<int:pk>/withdraw/", assurance.assurancestatement_withdraw, name="assurancestatement_withdraw"),
    path(f"{HERE}composed/preview/", composed.composed_preview, name="composed_preview"),
    path(f"{HERE}committee-reports/", committee_reports.committeereports, name="committeereports"),
    path(f"{HERE}committee-reports/add/", committee_reports.committeereport_add, name="committeereport_add"),
    path(f"{HERE}committee-reports/<int:pk>/", committee_reports.committeereport, name="committeereport"),
    path(f"{HERE}committee-reports/<int:pk>/change/", committee_reports.committeereport_change, name="committeereport_change"),
    path(f"{HERE}committee-reports/<int:pk>/compose/", committee_reports.committeereport_compose, name="committeereport_compose"),
    path(f"{HERE}committee-reports/<int:pk>/text/", committee_reports.committeereport_text, name="committeereport_text"),
    path(f"{HERE}committee-reports/<int:pk>/word/", committee_reports.committeereport_word, name="committeereport_word"),
    path(f"{HERE}committee-reports/<int:pk>/pdf/", committee_reports.committeereport_pdf, name="committeereport_pdf"),
    path(f"{HERE}committee-reports/<int:pk>/withdraw/", committee_reports.committeereport_withdraw, name="committeereport_withdraw"),
]
