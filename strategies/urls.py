"""The addresses of the second floor: strategies, their draft and versions, and what happened to each version."""

from django.urls import path

from strategies import (
    urls_assessment,
    urls_comments,
    urls_consultation,
    urls_contents,
    urls_delivery,
    urls_drafting,
    urls_exports,
    urls_money,
    urls_progress,
    urls_public,
    urls_rounds,
    urls_scrutiny,
    urls_workbooks,
)
from strategies.views import happenings, sections, strategies, versions

HERE = "p/<slug:slug>/"

urlpatterns = [
    *urls_assessment.urlpatterns,
    *urls_contents.urlpatterns,
    *urls_consultation.urlpatterns,
    *urls_drafting.urlpatterns,
    *urls_comments.urlpatterns,
    *urls_rounds.urlpatterns,
    *urls_exports.urlpatterns,
    *urls_public.urlpatterns,
    *urls_delivery.urlpatterns,
    *urls_progress.urlpatterns,
    *urls_workbooks.urlpatterns,
    *urls_money.urlpatterns,
    *urls_scrutiny.urlpatterns,
    path(f"{HERE}strategies/", strategies.strategies, name="strategies"),
    path(f"{HERE}strategies/add/", strategies.strategy_add, name="strategy_add"),
    path(f"{HERE}strategies/<int:pk>/", strategies.strategy, name="strategy"),
    path(f"{HERE}strategies/<int:pk>/draft/", strategies.strategy_draft, name="strategy_draft"),
    path(f"{HERE}strategies/<int:pk>/change/", strategies.strategy_change, name="strategy_change"),
    path(f"{HERE}strategies/<int:pk>/withdraw/", strategies.strategy_withdraw, name="strategy_withdraw"),
    path(f"{HERE}strategies/<int:strategy_pk>/sections/add/", sections.section_add, name="section_add"),
    path(f"{HERE}sections/<int:pk>/change/", sections.section_change, name="section_change"),
    path(f"{HERE}sections/<int:pk>/move/<str:direction>/", sections.section_move, name="section_move"),
    path(f"{HERE}sections/<int:pk>/remove/", sections.section_remove, name="section_remove"),
    path(f"{HERE}strategies/<int:strategy_pk>/versions/add/", versions.version_freeze, name="version_freeze"),
    path(f"{HERE}versions/<int:pk>/", versions.version, name="version"),
    path(f"{HERE}versions/<int:version_pk>/check/", happenings.sensitivitycheck_add, name="sensitivitycheck_add"),
    path(f"{HERE}checks/<int:pk>/change/", happenings.sensitivitycheck_change, name="sensitivitycheck_change"),
    path(f"{HERE}checks/<int:pk>/withdraw/", happenings.sensitivitycheck_withdraw, name="sensitivitycheck_withdraw"),
    path(f"{HERE}versions/<int:version_pk>/approve/", happenings.approval_add, name="approval_add"),
    path(f"{HERE}approvals/<int:pk>/change/", happenings.approval_change, name="approval_change"),
    path(f"{HERE}approvals/<int:pk>/withdraw/", happenings.approval_withdraw, name="approval_withdraw"),
    path(f"{HERE}versions/<int:version_pk>/publish/<str:way>/", happenings.publication_add, name="publication_add"),
    path(f"{HERE}publications/<int:pk>/change/", happenings.publication_change, name="publication_change"),
    path(f"{HERE}publications/<int:pk>/withdraw/", happenings.publication_withdraw, name="publication_withdraw"),
]
