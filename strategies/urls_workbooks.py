"""The addresses of the action plan as a workbook, out and in, and the regional plan."""

from django.urls import path

from strategies.views import regional, workbooks

HERE = "p/<slug:slug>/"

urlpatterns = [
    path(f"{HERE}workbooks/", workbooks.workbooks, name="workbooks"),
    path(f"{HERE}workbooks/<str:kind>/xlsx/", workbooks.workbook_xlsx, name="workbook_xlsx"),
    path(f"{HERE}workbooks/<str:kind>/csv/", workbooks.workbook_table, name="workbook_table"),
    path(f"{HERE}workbooks/bring/", workbooks.workbookimport_add, name="workbookimport_add"),
    path(f"{HERE}workbooks/brought/<int:pk>/", workbooks.workbookimport, name="workbookimport"),
    path(f"{HERE}workbooks/brought/<int:pk>/aside/", workbooks.workbookimport_aside, name="workbookimport_aside"),
    path(f"{HERE}delivery/regional/", regional.regionalplan, name="regionalplan"),
    path(f"{HERE}delivery/regional/take/<str:kind>/", regional.regionalplan_file, name="regionalplan_file"),
    path(f"{HERE}delivery/themes/add/", regional.plantheme_add, name="plantheme_add"),
    path(f"{HERE}delivery/themes/london/", regional.plantheme_london, name="plantheme_london"),
    path(f"{HERE}delivery/themes/<int:pk>/change/", regional.plantheme_change, name="plantheme_change"),
    path(f"{HERE}delivery/themes/<int:pk>/end/", regional.plantheme_end, name="plantheme_end"),
    path(f"{HERE}delivery/regional/add/", regional.regionalplansending_add, name="regionalplansending_add"),
    path(f"{HERE}delivery/regional/<int:pk>/change/", regional.regionalplansending_change, name="regionalplansending_change"),
    path(f"{HERE}delivery/regional/<int:pk>/withdraw/", regional.regionalplansending_withdraw, name="regionalplansending_withdraw"),
]
