"""The addresses of needs assessments: each with what it found in an area and the data it rests on."""

from django.urls import path

from strategies.views import assessment_parts, needs_assessments

HERE = "p/<slug:slug>/"
ONE = f"{HERE}assessments/<int:assessment_pk>/"

urlpatterns = [
    path(f"{HERE}assessments/", needs_assessments.needsassessments, name="needsassessments"),
    path(f"{HERE}assessments/add/", needs_assessments.needsassessment_add, name="needsassessment_add"),
    path(f"{HERE}assessments/<int:pk>/", needs_assessments.needsassessment, name="needsassessment"),
    path(f"{HERE}assessments/<int:pk>/change/", needs_assessments.needsassessment_change, name="needsassessment_change"),
    path(f"{HERE}assessments/<int:pk>/withdraw/", needs_assessments.needsassessment_withdraw, name="needsassessment_withdraw"),
    path(f"{ONE}areas/add/", assessment_parts.assessedarea_add, name="assessedarea_add"),
    path(f"{HERE}assessed-areas/<int:pk>/change/", assessment_parts.assessedarea_change, name="assessedarea_change"),
    path(f"{HERE}assessed-areas/<int:pk>/withdraw/", assessment_parts.assessedarea_withdraw, name="assessedarea_withdraw"),
    path(f"{ONE}data/add/", assessment_parts.datasource_add, name="datasource_add"),
    path(f"{HERE}data-sources/<int:pk>/change/", assessment_parts.datasource_change, name="datasource_change"),
    path(f"{HERE}data-sources/<int:pk>/withdraw/", assessment_parts.datasource_withdraw, name="datasource_withdraw"),
]
